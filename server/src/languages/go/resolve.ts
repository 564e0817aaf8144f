/** First parts of the paths of the language's own packages; those of others begin with a host's name. */
// biome-ignore format: a list to look things up in
const STANDARD = new Set([
  'archive', 'arena', 'bufio', 'builtin', 'bytes', 'cmp', 'compress', 'container', 'context', 'crypto', 'database', 'debug', 'embed',
  'encoding', 'errors', 'expvar', 'flag', 'fmt', 'go', 'hash', 'html', 'image', 'index', 'io', 'iter', 'log', 'maps', 'math', 'mime',
  'net', 'os', 'path', 'plugin', 'reflect', 'regexp', 'runtime', 'slices', 'sort', 'strconv', 'strings', 'structs', 'sync', 'syscall',
  'testing', 'text', 'time', 'unicode', 'unique', 'unsafe', 'weak', 'C',
]);

/** Folders above the importing file in which a path's end is looked for. */
const MAX_PARENTS = 12;

/**
 * A path names a package, which is a folder of files. Where the manifest says which modules there are, the longest one
 * that begins the path tells whether it is a library or where the folder is; else the folder is the one above the
 * importing file that has the longest end of the path in it.
 */
export function resolveImport(
  specifier: string,
  fromUri: string,
  exists: (uri: string) => boolean,
  libraries: Readonly<Record<string, string>> = {},
): string | undefined {
  const parts = specifier.split('/').filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  let folder = parentOf(fromUri);
  if (parts[0] === '.' || parts[0] === '..') return existing(relative(folder, parts), exists);
  if (STANDARD.has(parts[0])) return undefined;
  for (let length = parts.length; length > 0; length--) {
    const place = libraries[parts.slice(0, length).join('/')];
    if (place === undefined) continue;
    return place.includes('/') ? existing([place, ...parts.slice(length)].join('/'), exists) : undefined;
  }
  const folders: string[] = [];
  for (let i = 0; i < MAX_PARENTS && folder !== ''; i++) {
    folders.push(folder);
    const above = parentOf(folder);
    if (above === folder || above.endsWith(':/')) break;
    folder = above;
  }
  for (let from = 0; from < parts.length; from++) {
    const end = parts.slice(from).join('/');
    for (const root of folders) if (exists(`${root}/${end}`)) return `${root}/${end}`;
  }
  return undefined;
}

function existing(uri: string, exists: (uri: string) => boolean): string | undefined {
  return exists(uri) ? uri : undefined;
}

function relative(folder: string, parts: readonly string[]): string {
  let uri = folder;
  for (const part of parts) {
    if (part === '..') uri = parentOf(uri);
    else if (part !== '.') uri = `${uri}/${part}`;
  }
  return uri;
}

function parentOf(uri: string): string {
  const slash = uri.lastIndexOf('/');
  return slash < 0 ? '' : uri.slice(0, slash);
}

/** The files of a folder share their names. Tests are packages of their own: nothing else sees what they declare. */
export function packageOf(uri: string): string {
  const folder = parentOf(uri);
  return uri.endsWith('_test.go') ? `${folder}#test` : folder;
}
