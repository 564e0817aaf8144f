/** What may follow an import's path, in the order in which it is tried: sources before what is built from them. */
const SUFFIXES = [
  '',
  '.ts',
  '.tsx',
  '.js',
  '.jsx',
  '.mts',
  '.mjs',
  '.cts',
  '.cjs',
  '/index.ts',
  '/index.tsx',
  '/index.js',
  '/index.jsx',
  '/index.mjs',
  '/index.cjs',
];

/** TypeScript writes the name that its output will have. */
const WRITTEN_AS: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

const SOURCE = /\.[cm]?[jt]sx?$/;

/** Beginnings of specifiers that projects commonly map to their own sources, each with the folders they may stand for. */
const MAPPED: readonly (readonly [string, readonly string[]])[] = [
  ['@/', ['src/', '']],
  ['~/', ['src/', '', 'app/']],
  ['src/', ['src/']],
  ['app/', ['app/']],
  ['lib/', ['lib/']],
  ['server/', ['server/']],
];

/** Folders above the importing file in which mapped paths are looked for. */
const MAX_PARENTS = 12;

export function resolveImport(
  specifier: string,
  fromUri: string,
  exists: (uri: string) => boolean,
): string | undefined {
  const folder = parentOf(fromUri);
  if (specifier === '.' || specifier === '..' || specifier.startsWith('./') || specifier.startsWith('../')) {
    const path = join(folder, specifier);
    return path === undefined ? undefined : candidate(path, specifier.endsWith('/'), exists);
  }
  const mapped = MAPPED.find(([start]) => specifier.startsWith(start));
  if (!mapped) return undefined;
  const rest = specifier.slice(mapped[0].length);
  let root: string | undefined = folder;
  for (let i = 0; i < MAX_PARENTS && root !== undefined; i++) {
    for (const prefix of mapped[1]) {
      const path = join(root, `./${prefix}${rest}`);
      const found = path === undefined ? undefined : candidate(path, specifier.endsWith('/'), exists);
      if (found !== undefined) return found;
    }
    const parent = parentOf(root);
    root = parent.length < root.length && !parent.endsWith(':/') ? parent : undefined;
  }
  return undefined;
}

function candidate(trimmed: string, isFolder: boolean, exists: (uri: string) => boolean): string | undefined {
  for (const suffix of SUFFIXES) {
    // `./x/` is a folder.
    if (isFolder && !suffix.startsWith('/')) continue;
    // A path without an ending may be a folder's, and `./data.json` is no code.
    if (suffix === '' && !SOURCE.test(trimmed)) continue;
    if (exists(trimmed + suffix)) return trimmed + suffix;
  }
  for (const [written, sources] of Object.entries(WRITTEN_AS)) {
    if (!trimmed.endsWith(written)) continue;
    const stem = trimmed.slice(0, -written.length);
    for (const source of sources) if (exists(stem + source)) return stem + source;
  }
  return undefined;
}

function parentOf(uri: string): string {
  const slash = uri.lastIndexOf('/');
  return slash < 0 ? '' : uri.slice(0, slash);
}

/** Undefined when the path leaves the root. */
function join(folder: string, relative: string): string | undefined {
  const parts = folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.length === 0 || parts[parts.length - 1] === '') return undefined;
      parts.pop();
    } else parts.push(part);
  }
  return parts.join('/');
}
