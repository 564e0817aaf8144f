import type { At, ClassBuilder, FunctionBuilder } from '../../ir/builder';
import type { Annotation, FunctionIR, ParamIR, ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { declareOwn, ownNames } from './lower-names';
import { assign, targetNames } from './lower-patterns';
import { callAnnotation, typeAnnotations, typeRef } from './lower-types';

export interface FunctionOptions {
  readonly kind?: FunctionIR['kind'];
  readonly exported?: boolean;
  /** The class it is a method of. */
  readonly owner?: ClassBuilder;
  /** Called on the class: the first parameter is the class, or there is none for it. */
  readonly isStatic?: boolean;
  /** Whether the first parameter is the receiver. */
  readonly hasReceiver?: boolean;
  readonly annotations?: readonly Annotation[];
}

/** Builds a function or lambda from its node, to the end. The caller makes its closure. */
export function buildFunction(cx: Lowering, n: number, options: FunctionOptions = {}): FunctionBuilder {
  const { k, t, f } = cx;
  const isLambda = cx.kind(n) === k.lambda;
  const nameNode = isLambda ? -1 : cx.child(n, f.name);
  const body = cx.child(n, f.body);
  const names = ownNames(cx, body < 0 || isLambda ? n : body);
  const fn = cx.module.function(
    {
      name: nameNode < 0 ? '' : cx.source(nameNode),
      kind: options.kind ?? 'function',
      at: cx.at(n),
      nameAt: nameNode < 0 ? undefined : cx.at(nameNode),
      isAsync: cx.has(n, t.async),
      isGenerator: names.yields,
      isStatic: options.isStatic ?? false,
      isExported: options.exported ?? false,
      owner: options.owner?.id ?? -1,
      returnType: isLambda ? '' : typeRef(cx, cx.child(n, f.return_type)),
      annotations: options.annotations,
    },
    cx.fn,
  );
  const list = cx.child(n, f.parameters);
  const receiver = options.hasReceiver ? receiverOf(cx, list) : -1;
  const method = options.owner && { builder: options.owner, receiver: receiver < 0 ? '' : cx.source(receiver) };
  const scope = cx.frame.scope;
  cx.within(fn, method, () => {
    // Defaults are evaluated where the function is defined, so before it has names of its own.
    cx.frame.scope = scope;
    const bind = parameters(cx, list, receiver);
    cx.frame.scope = undefined;
    declareOwn(cx, names);
    bind();
    if (isLambda) fn.return(cx.expression(body, n), body < 0 ? cx.at(n) : cx.at(body));
    else {
      // What does not parse between the head and the body is the body's beginning.
      if (cx.tree.hasError(n)) {
        for (let c = cx.first(n); c >= 0; c = cx.after(c)) if (cx.tree.isError(c)) cx.statement(c);
      }
      if (body >= 0) cx.statement(body);
    }
    fn.finish();
  });
  return fn;
}

export function lambda(cx: Lowering, n: number): ValueId {
  return cx.nested(
    n,
    1,
    () => cx.fn.closure(buildFunction(cx, n), cx.at(n)),
    () => cx.fn.opaque('nesting', [], cx.at(n)),
  );
}

function receiverOf(cx: Lowering, list: number): number {
  const { k } = cx;
  const first = list < 0 ? -1 : cx.first(list);
  if (first < 0) return -1;
  if (cx.kind(first) === k.identifier) return first;
  if (cx.kind(first) !== k.typed_parameter) return -1;
  const name = cx.first(first);
  return name >= 0 && cx.kind(name) === k.identifier ? name : -1;
}

/**
 * Adds the parameters and evaluates their defaults; the names are bound when what is returned is called. The receiver is
 * no parameter but `This`.
 */
export function parameters(cx: Lowering, list: number, receiver: number): () => void {
  const { fn } = cx;
  const bindings: (() => void)[] = [];
  let keyword = false;
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (kind === cx.k.keyword_separator) keyword = true;
    else if (kind === cx.k.positional_separator) continue;
    else if (cx.tree.isError(c)) bindings.push(...brokenParameters(cx, c));
    else if (c === receiver || (receiver >= 0 && cx.tree.parent(receiver) === c)) {
      const at = cx.at(receiver);
      bindings.push(() => {
        fn.writeVariable(fn.declare(cx.source(receiver), { functionScope: true }), fn.this(at), at);
      });
    } else {
      const { kind: paramKind, bind } = parameter(cx, c, keyword);
      if (paramKind === 'rest') keyword = true;
      bindings.push(bind);
    }
  }
  return () => {
    for (const bind of bindings) bind();
  };
}

/** Names in a list of parameters that is not closed yet. */
function brokenParameters(cx: Lowering, n: number): (() => void)[] {
  const bindings: (() => void)[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === cx.k.identifier) bindings.push(parameter(cx, c, false).bind);
    else cx.expression(c);
  }
  return bindings;
}

/** A parameter is either what the caller gives or, while that is undefined, its default. */
function parameter(cx: Lowering, n: number, keyword: boolean): { kind: ParamIR['kind']; bind: () => void } {
  const { fn, k, f } = cx;
  const nodeKind = cx.kind(n);
  let target = n;
  let typeNode = -1;
  let fallback = -1;
  if (nodeKind === k.typed_parameter) {
    target = cx.first(n);
    typeNode = cx.child(n, f.type);
  } else if (nodeKind === k.default_parameter || nodeKind === k.typed_default_parameter) {
    target = cx.child(n, f.name);
    typeNode = cx.child(n, f.type);
    fallback = cx.child(n, f.value);
  }
  let kind: ParamIR['kind'] = keyword ? 'keyword' : 'positional';
  if (target >= 0 && cx.kind(target) === k.list_splat_pattern) kind = 'rest';
  if (target >= 0 && cx.kind(target) === k.dictionary_splat_pattern) kind = 'rest-map';
  if (kind === 'rest' || kind === 'rest-map') target = cx.first(target);
  const isName = target >= 0 && cx.kind(target) === k.identifier;
  const name = isName ? cx.source(target) : '';
  const type = typeRef(cx, typeNode);
  const annotations = typeAnnotations(cx, typeNode);
  const called = fallback < 0 ? undefined : callAnnotation(cx, fallback);
  if (called) annotations.push(called);
  const at: At = cx.at(n);
  const given = fn.param({ name, type, kind, hasDefault: fallback >= 0, annotations, at });
  if (isName && kind !== 'rest' && kind !== 'rest-map') cx.frame.parameterTypes.set(name, type);
  const value =
    fallback < 0
      ? given
      : fn.conditional(
          fn.binary('===', given, fn.const(undefined, at), at),
          at,
          () => cx.expression(fallback),
          () => given,
        );
  const bind = (): void => {
    targetNames(cx, target, (declared) => fn.declare(declared, { functionScope: true }));
    if (target >= 0) assign(cx, target, value, isName ? cx.at(target) : at);
  };
  return { kind, bind };
}
