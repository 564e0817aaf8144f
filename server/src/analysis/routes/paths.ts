import { UNKNOWN_PART } from '../../dataflow/routing';

/** `/api` and `users/` as one path. */
export function joinPaths(prefix: string, path: string): string {
  if (path === '' || path === '/') return prefix === '' ? path : prefix;
  if (prefix === '' || prefix === '/') return path.startsWith('/') || isPattern(path) ? path : `/${path}`;
  if (isPattern(path)) return `${prefix.replace(/\/$/, '')}${path}`;
  return `${prefix.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
}

export function isPattern(path: string): boolean {
  return path.length > 1 && path.startsWith('/') && path.endsWith('/') && /[\\^$()[\]+*?|]/.test(path);
}

/** How people read a path: one slash before, none behind. */
export function shown(path: string): string {
  if (isPattern(path)) return path;
  const flat = path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
  return flat.startsWith('/') ? flat : `/${flat}`;
}

/** `^users/(?P<pk>\d+)/$` as `users/<pk>/`. */
export function readable(pattern: string): string {
  return pattern
    .replace(/^\^|\$$|\\[zZ]$/g, '')
    .replace(/\(\?P?<(\w+)>(?:[^()]|\([^()]*\))*\)/g, '<$1>')
    .replace(/\\([./-])/g, '$1');
}

/** A path taken apart once. */
export interface PathSegments {
  readonly parts: readonly string[];
  /** It says nothing of which paths are meant, or nothing that can be compared. */
  readonly isAny: boolean;
}

export function segmentsOf(path: string): PathSegments {
  const isAny = path === '' || path === '/' || path === '*' || path.includes(UNKNOWN_PART) || isPattern(path);
  return { parts: path.split('/').filter((part) => part !== ''), isAny };
}

/** `/admin/*` */
export function isOpenEnded({ parts, isAny }: PathSegments): boolean {
  const last = parts[parts.length - 1];
  return isAny || (last !== undefined && (last === '**' || isRest(last)));
}

/** Whether what is registered for a path prefix covers a route. Doubt is in favour of the guard. */
export function covers(prefix: PathSegments, path: PathSegments, exact: boolean): boolean {
  if (prefix.isAny || (path.isAny && path.parts.length > 0)) return true;
  const { parts: wanted } = prefix;
  const { parts: given } = path;
  for (let i = 0; i < wanted.length; i++) {
    const want = wanted[i];
    if (want === '**' || (i === wanted.length - 1 && isRest(want))) return true;
    const have = given[i];
    if (have === undefined) return false;
    if (want !== have && !isParameter(want) && !isParameter(have) && !matchesStar(want, have)) return false;
  }
  return !exact || given.length === wanted.length;
}

function isRest(part: string): boolean {
  return /^(?:\*\w*|\(\.\*\)|\{\*\w*\}|\.\*|:\w+\*|\{\w+\.\.\.\}|\{\*\*?\w*\})$/.test(part);
}

function isParameter(part: string): boolean {
  return /^(?::|\{|<|\[)/.test(part) || part === '*';
}

function matchesStar(want: string, have: string): boolean {
  if (!want.includes('*')) return false;
  const [head, ...tail] = want.split('*');
  return have.startsWith(head) && have.endsWith(tail[tail.length - 1]);
}
