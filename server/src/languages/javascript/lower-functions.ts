import type { At, FunctionBuilder } from '../../ir/builder';
import type { Annotation, FunctionIR, ParamIR, ValueId } from '../../ir/ir';
import { hoistVars, statementList } from './lower-blocks';
import type { Lowering } from './lower-context';
import { documentedTypes } from './lower-jsdoc';
import { assign, patternNames, propertyName, withDefault } from './lower-patterns';
import { annotation, typeRef } from './lower-types';

export interface FunctionOptions {
  /** The name the surroundings give: of a variable, a key, an export. */
  readonly name?: string;
  readonly kind?: FunctionIR['kind'];
  readonly exported?: boolean;
  readonly owner?: number;
  readonly isStatic?: boolean;
  readonly annotations?: readonly Annotation[];
  /** Called for each parameter property of a constructor, inside the constructor. */
  readonly parameterProperty?: (
    name: string,
    type: string,
    annotations: readonly Annotation[],
    value: ValueId,
    at: At,
  ) => void;
}

/** Builds a function from its node, to the end. The caller makes its closure. */
export function buildFunction(cx: Lowering, n: number, options: FunctionOptions): FunctionBuilder {
  const { k, t, f } = cx;
  const kind = cx.kind(n);
  const nameNode = cx.child(n, f.name);
  const ownName = nameNode < 0 ? undefined : (propertyName(cx, nameNode) ?? cx.source(nameNode));
  const isArrow = kind === k.arrow_function;
  const fn = cx.module.function(
    {
      name: ownName ?? options.name ?? '',
      kind: options.kind ?? 'function',
      at: cx.at(n),
      nameAt: nameNode < 0 ? undefined : cx.at(nameNode),
      isAsync: cx.has(n, t.async),
      isGenerator: cx.has(n, t['*']),
      isStatic: options.isStatic ?? false,
      isExported: options.exported ?? false,
      owner: options.owner ?? -1,
      returnType: typeRef(cx, cx.child(n, f.return_type)),
      annotations: options.annotations,
    },
    cx.fn,
  );
  cx.within(fn, isArrow, () => {
    cx.frame.documentedTypes = documentedTypes(cx, n);
    const single = cx.child(n, f.parameter);
    if (single >= 0) cx.frame.parameters = [parameter(cx, single, options)];
    else parameters(cx, cx.child(n, f.parameters), options);
    const body = cx.child(n, f.body);
    if (body >= 0 && cx.kind(body) === k.statement_block) {
      hoistVars(cx, body);
      statementList(cx, body);
    } else if (body >= 0) fn.return(cx.expression(body), cx.at(body));
    fn.finish();
  });
  return fn;
}

/** A function as a value. A named function expression knows itself by its name. */
export function functionValue(cx: Lowering, n: number, options: FunctionOptions = {}): ValueId {
  const at = cx.at(n);
  const nameNode = cx.kind(n) === cx.k.arrow_function ? -1 : cx.child(n, cx.f.name);
  if (nameNode < 0) return cx.fn.closure(buildFunction(cx, n, options), at);
  const outer = cx.fn;
  return outer.scoped(() => {
    const self = outer.declare(cx.source(nameNode));
    const value = outer.closure(buildFunction(cx, n, options), at);
    outer.writeVariable(self, value, cx.at(nameNode));
    return value;
  });
}

export function parameters(cx: Lowering, list: number, options: FunctionOptions): void {
  if (list < 0) return;
  const values: ValueId[] = [];
  cx.frame.parameters = values;
  for (let c = cx.first(list); c >= 0; c = cx.after(c)) {
    if (cx.tree.isError(c)) cx.expression(c);
    else {
      const value = parameter(cx, c, options);
      if (value >= 0) values.push(value);
    }
  }
}

/** Adds one parameter and binds its names; -1 for TypeScript's `this` parameter, which is none. */
function parameter(cx: Lowering, n: number, options: FunctionOptions): ValueId {
  const { fn, k, f } = cx;
  let pattern = n;
  let fallback = -1;
  let type = '';
  const annotations: Annotation[] = [];
  const kind = cx.kind(n);
  const isTyped = kind === k.required_parameter || kind === k.optional_parameter;
  if (isTyped) {
    pattern = cx.child(n, f.pattern);
    fallback = cx.child(n, f.value);
    type = typeRef(cx, cx.child(n, f.type));
    for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
      if (cx.kind(c) === k.decorator) annotations.push(annotation(cx, c));
    }
  } else if (kind === k.assignment_pattern) {
    pattern = cx.child(n, f.left);
    fallback = cx.child(n, f.right);
  }
  if (pattern >= 0 && cx.kind(pattern) === k.this) return -1;
  let paramKind: ParamIR['kind'] = 'positional';
  if (pattern >= 0 && cx.kind(pattern) === k.rest_pattern) {
    paramKind = 'rest';
    pattern = cx.first(pattern);
  }
  const isName = pattern >= 0 && cx.kind(pattern) === k.identifier;
  const name = isName ? cx.source(pattern) : '';
  if (type === '' && isName) type = cx.frame.documentedTypes?.get(name) ?? '';
  const at = cx.at(n);
  const value = fn.param({ name, type, kind: paramKind, hasDefault: fallback >= 0, annotations, at });
  patternNames(cx, pattern, (declared) => fn.declare(declared));
  if (pattern >= 0) assign(cx, pattern, withDefault(cx, value, fallback, at), isName ? cx.at(pattern) : at);
  if (
    isTyped &&
    isName &&
    options.parameterProperty &&
    (cx.has(n, k.accessibility_modifier) || cx.has(n, cx.t.readonly))
  ) {
    options.parameterProperty(name, type, annotations, value, at);
  }
  return value;
}
