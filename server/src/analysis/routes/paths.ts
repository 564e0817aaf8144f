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

/** Whether what is registered for a path prefix covers a route. Doubt is in favour of the guard. */
export function covers(prefix: string, path: string, exact: boolean): boolean {
  if (prefix === '' || prefix === '/' || prefix === '*' || prefix.includes(UNKNOWN_PART) || isPattern(prefix))
    return true;
  if (isPattern(path)) return true;
  const wanted = segments(prefix);
  const given = segments(path);
  for (let i = 0; i < wanted.length; i++) {
    const want = wanted[i];
    if (want === '**' || (i === wanted.length - 1 && isRest(want))) return true;
    const have = given[i];
    if (have === undefined) return false;
    if (have.includes(UNKNOWN_PART)) return true;
    if (want !== have && !isParameter(want) && !isParameter(have) && !matchesStar(want, have)) return false;
  }
  return !exact || given.length === wanted.length;
}

function segments(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
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
