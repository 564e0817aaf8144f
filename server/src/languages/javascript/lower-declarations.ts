import type { Entry } from '../../ir/builder';
import { NONE, type ValueId } from '../../ir/ir';
import { hoistVars, statementList } from './lower-blocks';
import { isText } from './lower-chains';
import { lowerClass } from './lower-classes';
import type { Lowering } from './lower-context';
import { namedValue } from './lower-expressions';
import { buildFunction } from './lower-functions';
import { declareExported, declareImports, declareRequires, exportName, flushExports } from './lower-modules';
import { assign, computedKey, patternNames, propertyName } from './lower-patterns';
import { typeRef } from './lower-types';

// ---- names ---------------------------------------------------------------------------------------------------------

/** Declares what a statement adds to its block. Tells whether the statement itself runs before the others. */
export function declareNames(cx: Lowering, n: number): boolean {
  const { k, f, fn } = cx;
  switch (cx.kind(n)) {
    case k.lexical_declaration:
    case k.using_declaration:
      declareVariables(cx, n, false);
      return false;
    case k.variable_declaration:
      // Declared by `hoistVars`; imports by `require` are noted at the top level.
      if (!cx.frame.outer) declareRequires(cx, n);
      return false;
    case k.function_declaration:
    case k.generator_function_declaration:
      declareName(cx, cx.child(n, f.name));
      return true;
    case k.class_declaration:
    case k.abstract_class_declaration:
    case k.enum_declaration:
      declareName(cx, cx.child(n, f.name));
      return false;
    case k.internal_module:
    case k.module:
      declareName(cx, namespaceRoot(cx, n));
      return false;
    case k.expression_statement: {
      const inner = cx.first(n);
      return inner >= 0 && cx.kind(inner) === k.internal_module ? declareNames(cx, inner) : false;
    }
    case k.type_alias_declaration: {
      const name = cx.child(n, f.name);
      const value = cx.child(n, f.value);
      if (name >= 0 && value >= 0) cx.typeAliases.set(cx.source(name), value);
      return false;
    }
    case k.import_alias: {
      const name = cx.first(n);
      if (name >= 0) fn.declare(cx.source(name));
      return false;
    }
    case k.import_statement:
      declareImports(cx, n);
      return true;
    case k.export_statement:
      return declareExported(cx, n);
    default:
      return false;
  }
}

function declareName(cx: Lowering, n: number): void {
  if (n >= 0 && cx.kind(n) !== cx.k.string) cx.fn.declare(cx.source(n));
}

/** Imports and functions run before the rest of their block. */
export function isHoisted(cx: Lowering, n: number): boolean {
  const { k } = cx;
  const kind = cx.kind(n);
  if (kind === k.import_statement || kind === k.function_declaration || kind === k.generator_function_declaration)
    return true;
  if (kind !== k.export_statement) return false;
  const declaration = cx.child(n, cx.f.declaration);
  return declaration >= 0 && isHoisted(cx, declaration);
}

export function declareVariables(cx: Lowering, n: number, functionScope: boolean): void {
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const target = cx.child(c, cx.f.name);
    if (target < 0) continue;
    if (cx.kind(target) === cx.k.identifier) {
      const type = typeRef(cx, cx.child(c, cx.f.type));
      const variable = cx.fn.declare(cx.source(target), { type, functionScope });
      if (isText(cx, cx.child(c, cx.f.value))) cx.textVariables.add(variable);
    } else patternNames(cx, target, (name) => cx.fn.declare(name, { functionScope }));
  }
  if (!functionScope && !cx.frame.outer) declareRequires(cx, n);
}

/** Calls back with each name that a declaration gives to its block. */
export function declaredNames(cx: Lowering, n: number, found: (name: string) => void): void {
  const { k, f } = cx;
  const kind = cx.kind(n);
  if (kind === k.lexical_declaration || kind === k.variable_declaration || kind === k.using_declaration) {
    for (let c = cx.first(n); c >= 0; c = cx.after(c)) patternNames(cx, cx.child(c, f.name), found);
  } else if (kind === k.internal_module || kind === k.module) {
    const root = namespaceRoot(cx, n);
    if (root >= 0 && cx.kind(root) !== k.string) found(cx.source(root));
  } else if (kind === k.import_alias) {
    const name = cx.first(n);
    if (name >= 0) found(cx.source(name));
  } else if (kind !== k.interface_declaration && kind !== k.type_alias_declaration && kind !== k.ambient_declaration) {
    const name = cx.child(n, f.name);
    if (name >= 0) found(cx.source(name));
  }
}

// ---- variables -----------------------------------------------------------------------------------------------------

export function variableDeclaration(cx: Lowering, n: number): void {
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === cx.k.variable_declarator) variableDeclarator(cx, c, cx.kind(n) !== cx.k.variable_declaration);
    else cx.statement(c);
  }
}

function variableDeclarator(cx: Lowering, n: number, isBlockScoped: boolean): void {
  const { f, k, fn } = cx;
  const target = cx.child(n, f.name);
  const value = cx.child(n, f.value);
  const at = cx.at(n);
  if (target < 0) {
    if (value >= 0) cx.expression(value);
    return;
  }
  const isName = cx.kind(target) === k.identifier;
  if (value < 0) {
    // `let x;` sets it back to undefined in each round of a loop; `var x;` does nothing.
    if (isName && isBlockScoped) fn.write(cx.source(target), fn.const(undefined, at), cx.at(target));
    return;
  }
  const name = isName ? cx.source(target) : undefined;
  const initial = namedValue(cx, value, name, isExported(cx, name));
  const typed = isName ? initial : fn.cast(initial, typeRef(cx, cx.child(n, f.type)), cx.at(value));
  assign(cx, target, typed, at, cx.at(value));
}

function isExported(cx: Lowering, name: string | undefined): boolean {
  return name !== undefined && cx.frame.outer === undefined && cx.exportedNames.has(name);
}

// ---- functions and classes -----------------------------------------------------------------------------------------

export function functionDeclaration(cx: Lowering, n: number): void {
  const nameNode = cx.child(n, cx.f.name);
  const name = nameNode < 0 ? undefined : cx.source(nameNode);
  const value = cx.fn.closure(buildFunction(cx, n, { exported: isExported(cx, name) }), cx.at(n));
  if (name !== undefined) cx.fn.write(name, value, cx.at(nameNode));
}

export function classDeclaration(cx: Lowering, n: number): void {
  const nameNode = cx.child(n, cx.f.name);
  const name = nameNode < 0 ? undefined : cx.source(nameNode);
  lowerClass(cx, n, name, isExported(cx, name), (value) => {
    if (name !== undefined) cx.fn.write(name, value, cx.at(nameNode));
  });
}

// ---- TypeScript's own ----------------------------------------------------------------------------------------------

/** An enumeration is an object of its members; the class entry makes its name known as a type. */
export function enumDeclaration(cx: Lowering, n: number): void {
  const { f, k, fn } = cx;
  const nameNode = cx.child(n, f.name);
  const name = nameNode < 0 ? '' : cx.source(nameNode);
  cx.module.class({ name, supertypes: ['enum'], isExported: isExported(cx, name), at: cx.at(n) });
  const body = cx.child(n, f.body);
  const list: Entry[] = [];
  fn.scoped(() => {
    let next: number | undefined = 0;
    for (let c = body < 0 ? -1 : cx.first(body); c >= 0; c = cx.after(c)) {
      const key = cx.kind(c) === k.enum_assignment ? cx.child(c, f.name) : c;
      const initial = cx.kind(c) === k.enum_assignment ? cx.child(c, f.value) : -1;
      const member = propertyName(cx, key);
      let value: ValueId;
      if (initial >= 0) {
        value = cx.expression(initial);
        next = cx.kind(initial) === k.number ? Number(cx.source(initial)) + 1 : undefined;
      } else {
        value = next === undefined ? fn.opaque('enum', [], cx.at(c)) : fn.const(next, cx.at(c));
        if (next !== undefined) next++;
      }
      if (member === undefined) continue;
      list.push({ value, name: member });
      // Later members may use earlier ones by their bare names.
      fn.writeVariable(fn.declare(member), value, cx.at(c));
    }
  });
  const value = fn.object(list, cx.at(n));
  if (name !== '') fn.write(name, value, cx.at(nameNode));
}

function namespaceRoot(cx: Lowering, n: number): number {
  let name = cx.child(n, cx.f.name);
  while (name >= 0 && (cx.kind(name) === cx.k.nested_identifier || cx.kind(name) === cx.k.member_expression))
    name = cx.first(name);
  return name;
}

/** `namespace A.B { … }`: code in a scope of its own whose exports become members of an object. */
export function namespaceDeclaration(cx: Lowering, n: number): ValueId {
  const { f, k, fn } = cx;
  const at = cx.at(n);
  const nameNode = cx.child(n, f.name);
  const body = cx.child(n, f.body);
  const root = namespaceRoot(cx, n);
  // `declare module 'x'` only describes another file.
  if (body < 0 || root < 0 || cx.kind(root) === k.string) return fn.const(undefined, at);
  const [first, ...rest] = cx.source(nameNode).split('.');
  // The same namespace may be opened again: it keeps what it has.
  const isOpen = (fn.lookup(first)?.values.length ?? 0) > 0;
  const value = isOpen ? fn.read(first, cx.at(root)) : fn.object([], at);
  if (!isOpen) fn.write(first, value, cx.at(root));
  let target = value;
  for (const name of rest) {
    const inner = fn.object([], at);
    fn.setField(target, name, inner, at);
    target = inner;
  }
  const { exportTarget, pendingExports } = cx;
  cx.exportTarget = target;
  cx.pendingExports = [];
  fn.scoped(() => {
    hoistVars(cx, body);
    statementList(cx, body);
    flushExports(cx);
  });
  cx.exportTarget = exportTarget;
  cx.pendingExports = pendingExports;
  return value;
}

export function namespaceStatement(cx: Lowering, n: number): void {
  namespaceDeclaration(cx, n);
}

/** `import x = A.B.c` */
export function importAlias(cx: Lowering, n: number): void {
  const { fn, tree } = cx;
  const name = cx.first(n);
  const target = name < 0 ? -1 : cx.after(name);
  if (target < 0) return;
  const start = tree.starts[target];
  let end = start;
  let value = NONE;
  for (const part of cx.source(target).split('.')) {
    end += (value === NONE ? 0 : 1) + part.length;
    value = value === NONE ? fn.read(part, { start, end }) : fn.field(value, part, { start, end });
  }
  fn.write(cx.source(name), value, cx.at(name));
}

export function interfaceDeclaration(cx: Lowering, n: number): void {
  const { f, k } = cx;
  const nameNode = cx.child(n, f.name);
  const name = nameNode < 0 ? '' : cx.source(nameNode);
  const supertypes: string[] = [];
  const heritage = cx.childOf(n, k.extends_type_clause);
  for (let c = heritage < 0 ? -1 : cx.first(heritage); c >= 0; c = cx.after(c)) supertypes.push(typeRef(cx, c));
  const cls = cx.module.class({ name, isInterface: true, isExported: isExported(cx, name), supertypes, at: cx.at(n) });
  const body = cx.child(n, f.body);
  for (let c = body < 0 ? -1 : cx.first(body); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.property_signature) continue;
    const field = propertyName(cx, cx.child(c, f.name));
    if (field !== undefined) {
      cls.fields.push({ name: field, type: typeRef(cx, cx.child(c, f.type)), isStatic: false, annotations: [] });
    }
  }
}

/** What only describes: nothing runs. */
export function nothing(): void {}

/** Computed keys are code even where their value is not needed. */
export function evaluateKey(cx: Lowering, n: number): void {
  if (n >= 0 && cx.kind(n) === cx.k.computed_property_name && propertyName(cx, n) === undefined) computedKey(cx, n);
}

/** The names of an exported declaration become exports once it has run. */
export function exportDeclaration(cx: Lowering, n: number, declaration: number): void {
  cx.statement(declaration);
  const at = cx.at(n);
  declaredNames(cx, declaration, (name) => {
    if (cx.fn.lookup(name)) exportName(cx, name, cx.fn.read(name, at), at);
  });
}
