/** What may follow a module's path: a module, then a package. */
const SUFFIXES = ['.py', '/__init__.py', '.pyw'];
/** Folders above the importing file in which absolute names are looked for, and the folders in them that projects keep code in. */
const MAX_PARENTS = 12;
const SOURCE_FOLDERS = ['', 'src/'];

/**
 * `.m` and `..m` start at the importing file's package; any other name at a folder above the file. `a.b` is the module
 * `a/b.py` or the package `a/b/__init__.py`; a member of a package that is no module is not found here.
 */
export function resolveImport(
  specifier: string,
  fromUri: string,
  exists: (uri: string) => boolean,
): string | undefined {
  const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
  const names = specifier.slice(dots).split('.').filter(Boolean);
  const folder = parentOf(fromUri);
  if (dots > 0) {
    let start: string | undefined = folder;
    for (let i = 1; i < dots && start !== undefined; i++) start = above(start);
    return start === undefined ? undefined : moduleIn(start, names, exists);
  }
  if (names.length === 0) return undefined;
  let root: string | undefined = folder;
  for (let i = 0; i < MAX_PARENTS && root !== undefined; i++) {
    for (const prefix of SOURCE_FOLDERS) {
      const found = moduleIn(prefix === '' ? root : `${root}/${prefix.slice(0, -1)}`, names, exists);
      // A file is not what it imports by an absolute name: that is a library of the same name.
      if (found !== undefined && found !== fromUri) return found;
    }
    root = above(root);
  }
  return undefined;
}

function moduleIn(folder: string, names: readonly string[], exists: (uri: string) => boolean): string | undefined {
  const path = [folder, ...names].join('/');
  for (const suffix of names.length === 0 ? ['/__init__.py'] : SUFFIXES)
    if (exists(path + suffix)) return path + suffix;
  return undefined;
}

function parentOf(uri: string): string {
  const slash = uri.lastIndexOf('/');
  return slash < 0 ? '' : uri.slice(0, slash);
}

/** The folder above, undefined at the root. */
function above(folder: string): string | undefined {
  const parent = parentOf(folder);
  return parent.length < folder.length && !parent.endsWith(':/') ? parent : undefined;
}
