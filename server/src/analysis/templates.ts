import type { ModuleEntry } from '../dataflow/program';

/** Folders that names of templates are relative to, as the frameworks lay them out. */
const ROOTS = new Set([
  'templates',
  'views',
  'view',
  'jinja2',
  'tmpl',
  'pages',
  'layouts',
  'partials',
  'webapp',
  'jsp',
]);

/** The templates of a program by the names that code calls them by. */
export class Templates {
  /** By the last part of the path, without the endings. */
  private readonly byName = new Map<string, ModuleEntry[]>();

  constructor(modules: Iterable<ModuleEntry>) {
    for (const module of modules) {
      if (module.ir.template === undefined) continue;
      const name = withoutEndings(lastPart(module.uri));
      const list = this.byName.get(name);
      if (list) list.push(module);
      else this.byName.set(name, [module]);
    }
  }

  /**
   * The template that a name in a file means: its path ends with the name, with or without the ending. Of several the
   * one that is nearest to the file; nobody can tell two that are as near.
   */
  named(name: string, from: string): ModuleEntry | undefined {
    const path = plain(name);
    if (path === undefined) return undefined;
    const candidates = (this.byName.get(withoutEndings(lastPart(path))) ?? []).filter(({ uri }) => endsWith(uri, path));
    let best: ModuleEntry | undefined;
    let bestScore = -1;
    let isShared = false;
    for (const module of candidates) {
      const score = nearness(module.uri, from, path);
      if (score === bestScore) isShared = true;
      else if (score > bestScore) {
        [best, bestScore, isShared] = [module, score, false];
      }
    }
    return isShared ? undefined : best;
  }
}

/** `./partials/head`, `/WEB-INF/home.jsp`, `classpath:home` as the end of a path; undefined for what is none. */
function plain(name: string): string | undefined {
  const path = name
    .trim()
    .replace(/^[a-z]+:/, '')
    .replace(/^(?:\.{0,2}\/)+/, '');
  return path === '' || path.endsWith('/') || path.includes('..') ? undefined : path;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function withoutEndings(name: string): string {
  const dot = name.indexOf('.', 1);
  return dot < 0 ? name : name.slice(0, dot);
}

function endsWith(uri: string, path: string): boolean {
  if (uri.endsWith(`/${path}`)) return true;
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  const bare = folder + lastPart(uri).replace(/\.[^/]*$/, '');
  return bare.endsWith(`/${path}`);
}

/** How many folders the two share from the top, and before that whether the name is the whole path below a root. */
function nearness(uri: string, from: string, path: string): number {
  const folders = uri.split('/').slice(0, -1);
  const others = from.split('/').slice(0, -1);
  let shared = 0;
  while (shared < folders.length && folders[shared] === others[shared]) shared++;
  const root = folders[folders.length - path.split('/').length];
  return shared + (root !== undefined && ROOTS.has(root) ? 1000 : 0);
}
