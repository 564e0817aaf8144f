import picomatch from 'picomatch';
import type { PathFilter } from './configuration';
import { relativePath } from './paths';

/** Whether settings leave a file in. Excluding wins over including. */
export type Filter = (file: string) => boolean;

export function createFilter(filters: readonly PathFilter[]): Filter {
  const parts = filters.map(({ base, include, exclude }) => ({
    base,
    included: include.length === 0 ? () => true : matcher(include),
    excluded: matcher(exclude),
  }));
  return (file) =>
    parts.every(({ base, included, excluded }) => {
      const relative = relativePath(base, file);
      return relative === undefined || (included(relative) && !excluded(relative));
    });
}

/** A glob without a slash means a name anywhere; one that names a folder means everything below it. */
function matcher(globs: readonly string[]): (relative: string) => boolean {
  const patterns = globs
    .map((glob) => glob.replace(/^\.?\//, '').replace(/\/$/, ''))
    .filter((glob) => glob !== '')
    .flatMap((glob) => {
      const anywhere = glob.includes('/') ? glob : `**/${glob}`;
      return [anywhere, `${anywhere}/**`];
    });
  return patterns.length === 0 ? () => false : picomatch(patterns, { dot: true });
}
