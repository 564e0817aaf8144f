import type { At, Variable } from '../../ir/builder';
import type { TypeRef, ValueId } from '../../ir/ir';
import type { Lowering, VariableFacts } from './lower-context';
import { literalText } from './lower-literals';
import { declaredType, isLanguageType, isPlainType } from './lower-types';

// ---- imports -------------------------------------------------------------------------------------------------------

/** Before anything is lowered: which names mean packages. */
export function noteImports(cx: Lowering, root: number): void {
  const { k } = cx;
  for (let c = cx.first(root); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.import_declaration) noteImportDeclaration(cx, c);
    else if (cx.kind(c) === k.package_clause) {
      const name = cx.first(c);
      if (name >= 0) cx.packageName = cx.source(name);
    }
  }
}

function noteImportDeclaration(cx: Lowering, n: number): void {
  const { k } = cx;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.import_spec) noteImport(cx, c);
    else if (cx.kind(c) === k.import_spec_list) {
      for (let s = cx.first(c); s >= 0; s = cx.after(s)) if (cx.kind(s) === k.import_spec) noteImport(cx, s);
    }
  }
}

function noteImport(cx: Lowering, n: number): void {
  const { k, f, tree } = cx;
  const path = cx.child(n, f.path);
  const specifier = path < 0 ? undefined : literalText(cx, path);
  if (specifier === undefined || specifier === '') return;
  cx.module.imports.push({
    specifier,
    start: tree.starts[path] + 1,
    end: Math.max(tree.ends[path] - 1, tree.starts[path] + 1),
  });
  const alias = cx.child(n, f.name);
  if (alias >= 0 && cx.kind(alias) === k.dot) cx.dotImports.push(specifier);
  else if (alias >= 0 && cx.kind(alias) === k.package_identifier) cx.imports.set(cx.source(alias), specifier);
  else if (alias < 0)
    for (const name of packageNames(specifier)) if (!cx.imports.has(name)) cx.imports.set(name, specifier);
}

/**
 * What a package may call itself, which its path only suggests: the last part of it that is no version, without what
 * says only that it is Go: `gopkg.in/yaml.v2` is `yaml`, `github.com/mattn/go-sqlite3` is `sqlite3`.
 */
export function packageNames(specifier: string): string[] {
  const parts = specifier.split('/').filter((part) => part !== '');
  let last = parts.pop() ?? '';
  if (/^v\d+$/.test(last) && parts.length > 0) last = parts.pop() ?? last;
  const names = new Set<string>();
  const add = (name: string): void => {
    if (name !== '') names.add(name);
  };
  const plain = last.replace(/\.v\d+$/, '').replace(/\.go$/, '');
  add(plain);
  const bare = plain.replace(/^go[-.]/, '').replace(/[-.]go$/, '');
  add(bare);
  add(bare.replaceAll('-', ''));
  add(bare.replaceAll('-', '_'));
  add(bare.slice(bare.lastIndexOf('-') + 1));
  return [...names];
}

/** The package that a name means here, when nothing nearer is called so. */
export function packageNamed(cx: Lowering, name: string): string | undefined {
  const specifier = cx.imports.get(name);
  return specifier === undefined || cx.fn.lookup(name) ? undefined : specifier;
}

// ---- values --------------------------------------------------------------------------------------------------------

export function identifier(cx: Lowering, n: number): ValueId {
  return readName(cx, cx.source(n), cx.at(n));
}

export function readName(cx: Lowering, name: string, at: At): ValueId {
  const { fn } = cx;
  if (fn.lookup(name)) return fn.read(name, at);
  const type = declaredType(cx, name);
  if (type && type.ref !== '') return fn.typeName(type.ref, at);
  const specifier = cx.imports.get(name);
  if (specifier !== undefined) return fn.import(specifier, undefined, at);
  // A name that nothing declares may come from a package all of whose names are imported.
  if (cx.dotImports.length > 0 && /^\p{Lu}/u.test(name)) return fn.import(cx.dotImports[0], name, at);
  return fn.global(name, at);
}

/** `a.B` where a value is expected, which the parser takes for a type in code that does not parse. */
export function qualifiedValue(cx: Lowering, n: number): ValueId {
  const owner = cx.child(n, cx.f.package);
  const name = cx.child(n, cx.f.name);
  if (owner < 0 || name < 0) return cx.fn.opaque('missing', [], cx.at(n));
  return cx.fn.field(readName(cx, cx.source(owner), cx.at(owner)), cx.source(name), cx.at(n));
}

/** Whether a name is one of the language's own functions or types here. */
export function isBuiltin(cx: Lowering, name: string): boolean {
  return !cx.fn.lookup(name) && !declaredType(cx, name);
}

/** The type that a name means where a value is expected; '' when it means none that is known. */
export function typeNamed(cx: Lowering, name: string): TypeRef {
  if (cx.fn.lookup(name)) return '';
  const declared = declaredType(cx, name);
  if (declared) return declared.ref;
  return isLanguageType(name) ? name : '';
}

// ---- variables -----------------------------------------------------------------------------------------------------

/** Declares a variable in the innermost scope. */
export function declareVariable(cx: Lowering, name: string, facts: VariableFacts): Variable {
  const variable = cx.fn.declare(name, { type: facts.type });
  cx.variables.set(variable, facts);
  return variable;
}

/** What the type of a declaration says of its variable; `isPlain` where only its first value tells. */
export function factsOf(cx: Lowering, typeNode: number, type: TypeRef, isPlain = false): VariableFacts {
  const isPointer = typeNode >= 0 && cx.kind(typeNode) === cx.k.pointer_type;
  return {
    type,
    isPlain: typeNode < 0 ? isPlain : !isPointer && isPlainType(type),
    isPointerToPlain: isPointer && isPlainType(type),
  };
}

export const UNKNOWN_FACTS: VariableFacts = { type: '', isPlain: false, isPointerToPlain: false };

/** The variable that an expression is, when it is nothing but a name. */
export function variableOf(cx: Lowering, n: number): Variable | undefined {
  const inner = cx.unwrap(n);
  return inner >= 0 && cx.kind(inner) === cx.k.identifier ? cx.fn.lookup(cx.source(inner)) : undefined;
}
