import type { At, ClassBuilder, FunctionBuilder, Variable } from '../../ir/builder';
import type { FunctionIR, TypeRef, ValueId } from '../../ir/ir';
import { unclosedBody } from './lower-broken';
import { zeroValue } from './lower-composites';
import type { Lowering } from './lower-context';
import { declareVariable, factsOf } from './lower-names';
import { bareType, declareTypeParameters, listOf, typeRef } from './lower-types';

interface FunctionShape {
  readonly kind: FunctionIR['kind'];
  /** The class it is a method of. */
  readonly owner?: ClassBuilder;
  /** The name that the receiver has. */
  readonly receiver?: number;
  readonly isExported?: boolean;
}

/** Builds a function from its node, to the end. The caller makes its closure. */
export function buildFunction(cx: Lowering, n: number, shape: FunctionShape): FunctionBuilder {
  const { f } = cx;
  const { localTypes } = cx;
  declareTypeParameters(cx, cx.child(n, f.type_parameters));
  const nameNode = cx.child(n, f.name);
  const result = cx.child(n, f.result);
  const unclosed = cx.child(n, f.body) < 0 ? unclosedBody(cx, n) : -1;
  const fn = cx.module.function(
    {
      name: nameNode < 0 ? '' : cx.source(nameNode),
      kind: shape.kind,
      at: { start: cx.tree.starts[n], end: cx.tree.ends[unclosed < 0 ? n : unclosed] },
      nameAt: nameNode < 0 ? undefined : cx.at(nameNode),
      isExported: shape.isExported ?? false,
      owner: shape.owner?.id ?? -1,
      returnType: resultType(cx, result),
    },
    cx.fn,
  );
  const results: Variable[] = [];
  cx.within(fn, results, () => {
    const receiver = shape.receiver ?? -1;
    if (receiver >= 0 && cx.source(receiver) !== '_') {
      const at = cx.at(receiver);
      const variable = declareVariable(cx, cx.source(receiver), factsOf(cx, -1, ''));
      fn.writeVariable(variable, fn.this(at), at);
    }
    parameters(cx, cx.child(n, f.parameters));
    namedResults(cx, result, results);
    // What does not parse between the head and the body is the body's beginning.
    if (cx.tree.hasError(n)) {
      for (let c = cx.first(n); c >= 0; c = cx.after(c)) if (cx.tree.isError(c)) cx.statement(c);
    }
    const body = cx.child(n, f.body);
    if (body >= 0) cx.statement(body);
    else if (unclosed >= 0) {
      cx.consumed.add(unclosed);
      cx.statement(unclosed);
    }
    fn.finish();
  });
  cx.localTypes = localTypes;
  return fn;
}

/** The type of what a function returns: of several results, all of them. */
function resultType(cx: Lowering, n: number): TypeRef {
  const { k, f } = cx;
  if (n < 0) return '';
  if (cx.kind(n) !== k.parameter_list) return typeRef(cx, n);
  const types: TypeRef[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.parameter_declaration) continue;
    const count = Math.max(1, namesOf(cx, c).length);
    const type = typeRef(cx, cx.child(c, f.type));
    for (let i = 0; i < count; i++) types.push(type);
  }
  if (types.length === 1) return types[0];
  return types.length === 0 ? '' : `(${types.map((type) => type || 'any').join(',')})`;
}

function namesOf(cx: Lowering, n: number): number[] {
  return cx.tree.childrenByField(n, cx.f.name).filter((name) => cx.kind(name) === cx.k.identifier);
}

function namedResults(cx: Lowering, n: number, results: Variable[]): void {
  const { k, f, fn } = cx;
  if (n < 0 || cx.kind(n) !== k.parameter_list) return;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.parameter_declaration) continue;
    const typeNode = cx.child(c, f.type);
    for (const name of namesOf(cx, c)) {
      const variable = declareVariable(cx, cx.source(name), factsOf(cx, typeNode, typeRef(cx, typeNode)));
      fn.writeVariable(variable, zeroValue(cx, typeNode, cx.at(name)), cx.at(name));
      results.push(variable);
    }
  }
}

/** Adds the parameters of a list and declares their names. */
export function parameters(cx: Lowering, list: number): void {
  const { k, f, fn } = cx;
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
    if (cx.tree.isError(c)) {
      brokenParameters(cx, c);
      continue;
    }
    const isRest = cx.kind(c) === k.variadic_parameter_declaration;
    if (!isRest && cx.kind(c) !== k.parameter_declaration) continue;
    const typeNode = cx.child(c, f.type);
    const element = typeRef(cx, typeNode);
    const type = isRest ? listOf(element) : element;
    const kind = isRest ? 'rest' : 'positional';
    const names = namesOf(cx, c);
    if (names.length === 0) fn.param({ name: '', type, kind, at: cx.at(c) });
    for (const name of names) {
      // A name alone is a parameter with its type where it is the only one, or one of a group.
      const at: At = names.length === 1 ? cx.at(c) : cx.at(name);
      const text = cx.source(name);
      const value = fn.param({ name: text === '_' ? '' : text, type, kind, at });
      if (text === '_') continue;
      fn.writeVariable(declareVariable(cx, text, factsOf(cx, isRest ? -1 : typeNode, type)), value, cx.at(name));
    }
  }
}

/** Names in a list of parameters that is not closed yet. */
function brokenParameters(cx: Lowering, n: number): void {
  const { k, fn } = cx;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.parameter_declaration) parameters(cx, n);
    if (cx.kind(c) !== k.identifier) continue;
    const value = fn.param({ name: cx.source(c), at: cx.at(c) });
    fn.writeVariable(declareVariable(cx, cx.source(c), factsOf(cx, -1, '')), value, cx.at(c));
  }
}

export function funcLiteral(cx: Lowering, n: number): ValueId {
  return cx.nested(
    n,
    2,
    () => cx.fn.closure(buildFunction(cx, n, { kind: 'function' }), cx.at(n)),
    () => cx.fn.opaque('nesting', [], cx.at(n)),
  );
}

/** The type that a method belongs to: the name in its receiver. */
export interface Receiver {
  /** The name the receiver has in the method, -1 for none. */
  readonly name: number;
  readonly typeName: string;
  /** Names of the type's parameters as this method calls them. */
  readonly typeParameters: readonly string[];
}

export function receiverOf(cx: Lowering, n: number): Receiver | undefined {
  const { k, f } = cx;
  const list = cx.child(n, f.receiver);
  const declaration = list < 0 ? -1 : cx.childOf(list, k.parameter_declaration);
  if (declaration < 0) return undefined;
  let type = bareType(cx, cx.child(declaration, f.type));
  const typeParameters: string[] = [];
  if (type >= 0 && cx.kind(type) === k.generic_type) {
    const args = cx.child(type, f.type_arguments);
    for (let c = args < 0 ? -1 : cx.first(args); c >= 0; c = cx.after(c)) typeParameters.push(cx.source(c));
    type = cx.child(type, f.type);
  }
  if (type < 0) return undefined;
  return { name: namesOf(cx, declaration)[0] ?? -1, typeName: cx.source(type), typeParameters };
}
