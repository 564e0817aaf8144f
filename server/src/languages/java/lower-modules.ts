import type { Lowering } from './lower-context';
import { ClassScope, isClassLike, nameOf, noteClass } from './lower-scopes';
import { plainName } from './lower-types';

/** The package, what is imported, and the classes of the file: what names mean before any code is looked at. */
export function noteDeclarations(cx: Lowering, root: number): void {
  const { k, module } = cx;
  const wildcards: string[] = [];
  for (const n of topLevelNodes(cx, root)) {
    if (cx.kind(n) === k.package_declaration) cx.packageName = qualifiedName(cx, n);
    else if (cx.kind(n) === k.import_declaration) noteImport(cx, n, wildcards);
  }
  module.typeScope.push(cx.packageName, ...wildcards, 'java.lang');
  for (const n of topLevelNodes(cx, root)) if (isClassLike(cx, cx.kind(n))) noteTopLevelClass(cx, n);
}

/** The file's declarations; where the file does not parse they are among the pieces. */
function* topLevelNodes(cx: Lowering, root: number): Generator<number> {
  for (let c = cx.first(root); c >= 0; c = cx.after(c)) {
    if (!cx.tree.isError(c)) yield c;
    else for (let inner = cx.first(c); inner >= 0; inner = cx.after(inner)) yield inner;
  }
}

export function topLevelName(cx: Lowering, name: string): string {
  return cx.packageName === '' ? name : `${cx.packageName}.${name}`;
}

function noteTopLevelClass(cx: Lowering, n: number): void {
  const name = nameOf(cx, n);
  const scope = new ClassScope(topLevelName(cx, name), name, undefined);
  cx.topLevel.set(name, scope);
  noteClass(cx, n, cx.child(n, cx.f.body), scope);
}

function qualifiedName(cx: Lowering, n: number): string {
  const { k } = cx;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.identifier || cx.kind(c) === k.scoped_identifier) return plainName(cx, c);
  }
  return '';
}

function noteImport(cx: Lowering, n: number, wildcards: string[]): void {
  const { k, t } = cx;
  const name = qualifiedName(cx, n);
  if (name === '') return;
  const isStatic = cx.has(n, t.static);
  const isWildcard = cx.has(n, k.asterisk);
  const path =
    cx.childOf(n, k.scoped_identifier) >= 0 ? cx.childOf(n, k.scoped_identifier) : cx.childOf(n, k.identifier);
  cx.module.imports.push({ specifier: isWildcard ? `${name}.*` : name, ...cx.at(path) });
  const dot = name.lastIndexOf('.');
  if (isStatic && isWildcard) cx.staticWildcards.push(name);
  else if (isStatic) cx.staticImports.set(name.slice(dot + 1), name.slice(0, dot));
  else if (isWildcard) wildcards.push(name);
  else cx.imports.set(name.slice(dot + 1), name);
}
