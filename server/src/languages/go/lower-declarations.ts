import type { At, ClassBuilder } from '../../ir/builder';
import type { Annotation, TypeRef, ValueId } from '../../ir/ir';
import { declareAndAssign, isPlainValue, listed, parts } from './lower-assign';
import { isText } from './lower-chains';
import { fieldsOf, zeroValue } from './lower-composites';
import type { Lowering } from './lower-context';
import { buildFunction, parameters, receiverOf } from './lower-functions';
import { cooked, isRaw, literalText } from './lower-literals';
import { declareVariable, factsOf } from './lower-names';
import { bareType, declareTypeParameters, typeRef } from './lower-types';

/**
 * A package's names are known in all of its files, wherever they are declared: types, functions and constants come first,
 * then the variables in the order of the text. What a file declares are the fields of its exports.
 */
export function lowerPackage(cx: Lowering, root: number): void {
  const { k } = cx;
  for (let c = cx.first(root); c >= 0; c = cx.after(c)) noteDeclaration(cx, c);
  for (let c = cx.first(root); c >= 0; c = cx.after(c)) if (cx.kind(c) === k.type_declaration) packageTypes(cx, c);
  for (let c = cx.first(root); c >= 0; c = cx.after(c)) if (cx.kind(c) === k.const_declaration) constDeclaration(cx, c);
  for (let c = cx.first(root); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.function_declaration) functionDeclaration(cx, c);
    else if (cx.kind(c) === k.method_declaration) methodDeclaration(cx, c);
  }
  for (let c = cx.first(root); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (isLoweredFirst(cx, kind) || cx.consumed.has(c)) continue;
    cx.statement(c);
  }
}

function isLoweredFirst(cx: Lowering, kind: number): boolean {
  const { k } = cx;
  return (
    kind === k.type_declaration ||
    kind === k.const_declaration ||
    kind === k.function_declaration ||
    kind === k.method_declaration ||
    kind === k.import_declaration ||
    kind === k.package_clause
  );
}

/** Before anything is lowered: the names that the file declares for its package. */
function noteDeclaration(cx: Lowering, n: number): void {
  const { k, f, fn } = cx;
  switch (cx.kind(n)) {
    case k.function_declaration: {
      const name = cx.child(n, f.name);
      if (name >= 0 && !RUNS_BY_ITSELF.has(cx.source(name))) fn.declare(cx.source(name), { functionScope: true });
      return;
    }
    case k.type_declaration:
      for (const spec of typeSpecs(cx, n)) {
        const name = cx.child(spec, f.name);
        if (name < 0) continue;
        const node = cx.child(spec, f.type);
        const isAlias = cx.kind(spec) === k.type_alias;
        const ref = isAlias ? typeRef(cx, node) : cx.source(name);
        cx.types.set(cx.source(name), { ref: ref || cx.source(name), node });
      }
      return;
    case k.const_declaration:
      for (const spec of specs(cx, n, k.const_spec)) {
        for (const name of specNames(cx, spec)) fn.declare(cx.source(name), { functionScope: true });
      }
      return;
    case k.var_declaration:
      for (const spec of varSpecs(cx, n)) {
        const values = listed(cx, cx.child(spec, f.value));
        const typeNode = cx.child(spec, f.type);
        const type = typeRef(cx, typeNode);
        specNames(cx, spec).forEach((name, i) => {
          const variable = fn.declare(cx.source(name), { functionScope: true, type });
          cx.variables.set(variable, factsOf(cx, typeNode, type, i < values.length && isPlainValue(cx, values[i])));
          if (i < values.length && isText(cx, values[i])) cx.textVariables.add(variable);
        });
      }
  }
}

/** Functions that no code can name: there may be many of them. */
const RUNS_BY_ITSELF = new Set(['init', '_']);

function exportName(cx: Lowering, name: string, value: ValueId, at: At): void {
  if (name !== '_') cx.fn.setField(cx.fn.exports(at), name, value, at);
}

function isExportedName(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

// ---- constants and variables ---------------------------------------------------------------------------------------

function specs(cx: Lowering, n: number, kind: number): number[] {
  const list: number[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) if (cx.kind(c) === kind) list.push(c);
  return list;
}

function varSpecs(cx: Lowering, n: number): number[] {
  const { k } = cx;
  const inList = cx.childOf(n, k.var_spec_list);
  return [...specs(cx, n, k.var_spec), ...(inList < 0 ? [] : specs(cx, inList, k.var_spec))];
}

function specNames(cx: Lowering, spec: number): number[] {
  return cx.tree.childrenByField(spec, cx.f.name).filter((name) => cx.kind(name) === cx.k.identifier);
}

/** A constant without a value has the expression of the one before, with the next `iota`. */
export function constDeclaration(cx: Lowering, n: number): void {
  const { f, fn, k } = cx;
  const isPackage = fn === cx.moduleFn;
  const outer = cx.iota;
  let before = -1;
  cx.iota = 0;
  for (let spec = cx.first(n); spec >= 0; spec = cx.after(spec)) {
    if (cx.kind(spec) !== k.const_spec) {
      cx.statement(spec);
      continue;
    }
    if (cx.child(spec, f.value) >= 0) before = spec;
    const values = before < 0 ? [] : listed(cx, cx.child(before, f.value));
    const type = before < 0 ? '' : typeRef(cx, cx.child(before, f.type));
    specNames(cx, spec).forEach((name, i) => {
      const text = cx.source(name);
      const given = i < values.length ? cx.expression(values[i]) : fn.opaque('missing', [], cx.at(name));
      const isOwnType = type !== '' && type !== 'string';
      const value = isOwnType ? fn.cast(given, type, cx.at(name)) : given;
      if (text === '_') return;
      if (isPackage) fn.write(text, value, cx.at(name));
      else fn.writeVariable(declareVariable(cx, text, factsOf(cx, -1, type)), value, cx.at(name));
      if (isPackage) exportName(cx, text, value, cx.at(name));
    });
    cx.iota++;
  }
  cx.iota = outer;
}

export function varDeclaration(cx: Lowering, n: number): void {
  const { k } = cx;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.var_spec) varSpec(cx, c);
    else if (cx.kind(c) === k.var_spec_list) {
      for (let s = cx.first(c); s >= 0; s = cx.after(s)) cx.kind(s) === k.var_spec ? varSpec(cx, s) : cx.statement(s);
    } else cx.statement(c);
  }
}

function varSpec(cx: Lowering, n: number): void {
  const { f, fn } = cx;
  const isPackage = fn === cx.moduleFn && cx.tree.parent(packageLevel(cx, n)) === 0;
  const names = specNames(cx, n);
  const typeNode = cx.child(n, f.type);
  const type = typeRef(cx, typeNode);
  const values = listed(cx, cx.child(n, f.value));
  if (!isPackage && typeNode < 0) {
    declareAndAssign(cx, names, values, n);
    return;
  }
  const given = values.length > 0 ? parts(cx, names.length, values, n) : undefined;
  const made = names.map((name, i) => {
    const at = cx.at(name);
    if (given) return typed(cx, given[i](at), type, at);
    return isPackage ? packageZero(cx, typeNode, at) : zeroValue(cx, typeNode, at);
  });
  names.forEach((name, i) => {
    const text = cx.source(name);
    const at = cx.at(name);
    if (text === '_') return;
    if (isPackage) {
      fn.write(text, made[i], at);
      exportName(cx, text, made[i], at);
    } else fn.writeVariable(declareVariable(cx, text, factsOf(cx, typeNode, type)), made[i], at);
  });
}

/** The declaration that a spec is in. */
function packageLevel(cx: Lowering, n: number): number {
  let node = cx.tree.parent(n);
  if (node >= 0 && cx.kind(node) === cx.k.var_spec_list) node = cx.tree.parent(node);
  return node;
}

/** What a declared type adds to a value that says less of itself. */
function typed(cx: Lowering, value: ValueId, type: TypeRef, at: At): ValueId {
  return type === '' || type.endsWith('[]') || /^(?:map|chan)</.test(type) ? value : cx.fn.cast(value, type, at);
}

/** A variable of the package is set by code that may be in any of its files. */
function packageZero(cx: Lowering, typeNode: number, at: At): ValueId {
  const { fn, k } = cx;
  const type = typeRef(cx, typeNode);
  const isList = type.endsWith('[]') || /^(?:map|chan)</.test(type);
  const node = bareType(cx, typeNode);
  if (isList) return zeroValue(cx, typeNode, at, true);
  const isStruct =
    node >= 0 && node === typeNode && cx.kind(node) === k.type_identifier && cx.classes.has(cx.source(node));
  return isStruct ? zeroValue(cx, typeNode, at) : fn.cast(cx.anything('var', at), type, at);
}

// ---- functions -----------------------------------------------------------------------------------------------------

export function functionDeclaration(cx: Lowering, n: number): void {
  const { f, fn } = cx;
  cx.nested(
    n,
    2,
    () => {
      const nameNode = cx.child(n, f.name);
      const name = nameNode < 0 ? '' : cx.source(nameNode);
      const built = buildFunction(cx, n, { kind: 'function', isExported: isExportedName(name) });
      const closure = fn.closure(built, cx.at(n));
      if (name === '' || RUNS_BY_ITSELF.has(name)) return;
      const at = cx.at(nameNode);
      fn.write(name, closure, at);
      if (fn === cx.moduleFn) exportName(cx, name, closure, at);
    },
    () => undefined,
  );
}

export function methodDeclaration(cx: Lowering, n: number): void {
  const { f } = cx;
  cx.nested(
    n,
    2,
    () => {
      const receiver = receiverOf(cx, n);
      const nameNode = cx.child(n, f.name);
      const name = nameNode < 0 ? '' : cx.source(nameNode);
      const owner = receiver && classOf(cx, receiver.typeName, cx.at(n));
      const { localTypes } = cx;
      for (const parameter of receiver?.typeParameters ?? []) {
        cx.localTypes = [...cx.localTypes, { name: parameter, type: { ref: '', node: -1 } }];
      }
      const built = buildFunction(cx, n, {
        kind: 'method',
        owner,
        receiver: receiver?.name ?? -1,
        isExported: isExportedName(name),
      });
      cx.localTypes = localTypes;
      owner?.methods.push(built.id);
    },
    () => undefined,
  );
}

/** The class of a type's name. Where another file of the package declares the type, this one adds a part to it. */
function classOf(cx: Lowering, name: string, at: At): ClassBuilder {
  let cls = cx.classes.get(name);
  if (!cls) {
    cls = cx.module.class({
      name,
      qualifiedName: qualified(cx, name),
      isExported: isExportedName(name),
      isPart: true,
      at,
    });
    cx.classes.set(name, cls);
  }
  return cls;
}

function qualified(cx: Lowering, name: string): string {
  return cx.packageName === '' ? name : `${cx.packageName}.${name}`;
}

// ---- types ---------------------------------------------------------------------------------------------------------

function typeSpecs(cx: Lowering, n: number): number[] {
  const { k } = cx;
  return [...specs(cx, n, k.type_spec), ...specs(cx, n, k.type_alias)];
}

function packageTypes(cx: Lowering, n: number): void {
  const { f, k, fn } = cx;
  for (const spec of typeSpecs(cx, n)) {
    const nameNode = cx.child(spec, f.name);
    if (nameNode < 0 || cx.kind(spec) === k.type_alias) continue;
    const name = cx.source(nameNode);
    buildClass(cx, spec, name, name);
    const defined = bareType(cx, cx.child(spec, f.type));
    const isStruct = defined >= 0 && cx.kind(defined) === k.struct_type;
    // In other files of the package, and in other packages, a type that is called converts.
    if (!isStruct) exportName(cx, name, fn.closure(conversionFunction(cx, spec, name), cx.at(spec)), cx.at(nameNode));
  }
}

/** A type inside of a function: its class has a name of its own. */
export function typeDeclaration(cx: Lowering, n: number): void {
  const { f, k } = cx;
  for (const spec of typeSpecs(cx, n)) {
    const nameNode = cx.child(spec, f.name);
    if (nameNode < 0) continue;
    const name = cx.source(nameNode);
    const node = cx.child(spec, f.type);
    const isAlias = cx.kind(spec) === k.type_alias;
    const ref = isAlias ? typeRef(cx, node) : `${cx.fn.info.name || 'func'}.${name}`;
    cx.localTypes = [...cx.localTypes, { name, type: { ref, node } }];
    if (!isAlias) buildClass(cx, spec, ref, ref);
  }
}

function conversionFunction(cx: Lowering, spec: number, name: string) {
  const at = cx.at(spec);
  const built = cx.module.function(
    { name, kind: 'function', at, returnType: name, isExported: isExportedName(name) },
    cx.fn,
  );
  cx.within(built, [], () => {
    const value = built.param({ name: 'value', at });
    built.return(built.cast(value, name, at), at);
    built.finish();
  });
  return built;
}

function buildClass(cx: Lowering, spec: number, name: string, key: string): void {
  const { f, k } = cx;
  const { localTypes } = cx;
  declareTypeParameters(cx, cx.child(spec, f.type_parameters));
  const node = bareType(cx, cx.child(spec, f.type));
  const isInterface = node >= 0 && cx.kind(node) === k.interface_type;
  const isStruct = node >= 0 && cx.kind(node) === k.struct_type;
  const fields = isStruct ? fieldsOf(cx, node) : [];
  const supertypes = isStruct
    ? fields.filter(({ isEmbedded }) => isEmbedded).map(({ typeNode }) => typeRef(cx, typeNode))
    : isInterface
      ? embeddedInterfaces(cx, node)
      : [typeRef(cx, node)].filter((type) => type !== '' && !/[\][<]/.test(type));
  const cls = cx.module.class({
    name,
    qualifiedName: qualified(cx, name),
    isInterface,
    isExported: isExportedName(name),
    supertypes: supertypes.filter((type) => type !== '' && type !== name),
    at: cx.at(spec),
  });
  cx.classes.set(key, cls);
  for (const { name: field, typeNode, tagNode } of fields) {
    if (field === '_' || field === '') continue;
    cls.fields.push({ name: field, type: typeRef(cx, typeNode), isStatic: false, annotations: tags(cx, tagNode) });
  }
  if (isInterface) interfaceMethods(cx, node, cls);
  cx.localTypes = localTypes;
}

function embeddedInterfaces(cx: Lowering, node: number): TypeRef[] {
  const { k } = cx;
  const types: TypeRef[] = [];
  for (let c = cx.first(node); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.type_elem) continue;
    const members = cx.tree.namedChildren(c);
    // `A | B` constrains a type parameter and embeds nothing.
    if (members.length === 1) types.push(typeRef(cx, members[0]));
  }
  return types;
}

function interfaceMethods(cx: Lowering, node: number, cls: ClassBuilder): void {
  const { k, f } = cx;
  for (let c = cx.first(node); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.method_elem) continue;
    const nameNode = cx.child(c, f.name);
    const name = nameNode < 0 ? '' : cx.source(nameNode);
    const result = cx.child(c, f.result);
    const built = cx.module.function(
      {
        name,
        kind: 'method',
        at: cx.at(c),
        nameAt: nameNode < 0 ? undefined : cx.at(nameNode),
        owner: cls.id,
        isExported: isExportedName(name),
        returnType: result < 0 || cx.kind(result) === k.parameter_list ? '' : typeRef(cx, result),
      },
      cx.fn,
    );
    cx.within(built, [], () => {
      parameters(cx, cx.child(c, f.parameters));
      built.finish();
    });
    cls.methods.push(built.id);
  }
}

// ---- tags ----------------------------------------------------------------------------------------------------------

const TAG = /([^\s:"]+):"((?:[^"\\]|\\.)*)"/g;

/** `json:"name,omitempty" form:"name"`: an annotation each, whose value is the text. */
function tags(cx: Lowering, n: number): Annotation[] {
  const text = n < 0 ? undefined : literalText(cx, n);
  if (n < 0 || text === undefined) return [];
  const start = cx.tree.starts[n] + 1;
  const isExact = isRaw(cx, n);
  return [...text.matchAll(TAG)].map((match) => {
    const whole = cx.at(n);
    const at = isExact ? { start: start + match.index, end: start + match.index + match[0].length } : whole;
    return { name: match[1], args: [{ value: cooked(match[2]), text: `"${match[2]}"` }], ...at };
  });
}
