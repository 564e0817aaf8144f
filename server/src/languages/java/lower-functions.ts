import type { At, FunctionBuilder } from '../../ir/builder';
import { type Annotation, ArrayKind, type FunctionIR, type ParamIR, type TypeRef, type ValueId } from '../../ir/ir';
import { methodMember } from './lower-classes';
import type { Lowering } from './lower-context';
import { methodNamed, typeNamed } from './lower-names';
import { type ClassScope, findMethod, rawType, thisValue } from './lower-scopes';
import { statementList } from './lower-statements';
import { annotationsOf, declaredTypeOf, declareTypeParameters, typeRef, withDimensions } from './lower-types';

// ---- parameters ----------------------------------------------------------------------------------------------------

/** A parameter as declared, before it is added to a function. */
export interface Parameter {
  readonly name: string;
  readonly type: TypeRef;
  readonly kind: ParamIR['kind'];
  readonly annotations: readonly Annotation[];
  readonly node: number;
  readonly nameNode: number;
}

export function parametersOf(cx: Lowering, list: number): Parameter[] {
  const { k, f } = cx;
  const parameters: Parameter[] = [];
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    const annotations = annotationsOf(cx, c);
    if (kind === k.formal_parameter) {
      const nameNode = cx.child(c, f.name);
      const name = nameNode < 0 ? '' : cx.source(nameNode);
      parameters.push({ name, type: declaredTypeOf(cx, c), kind: 'positional', annotations, node: c, nameNode });
    } else if (kind === k.spread_parameter) {
      const declarator = cx.childOf(c, k.variable_declarator);
      const nameNode = declarator < 0 ? -1 : cx.child(declarator, f.name);
      let typeNode = cx.first(c);
      if (typeNode >= 0 && cx.kind(typeNode) === k.modifiers) typeNode = cx.after(typeNode);
      const type = withDimensions(typeRef(cx, typeNode), 1);
      const name = nameNode < 0 ? '' : cx.source(nameNode);
      parameters.push({ name, type, kind: 'rest', annotations, node: c, nameNode });
    } else if (kind === k.identifier) {
      parameters.push({ name: cx.source(c), type: '', kind: 'positional', annotations: [], node: c, nameNode: c });
    }
  }
  return parameters;
}

/** Adds parameters to the function being built and declares their names. */
export function addParameters(cx: Lowering, parameters: readonly Parameter[]): ValueId[] {
  return parameters.map((parameter) => addParameter(cx, parameter));
}

function addParameter(cx: Lowering, parameter: Parameter): ValueId {
  const { fn } = cx;
  const { name, type, kind, annotations, node, nameNode } = parameter;
  const value = fn.param({ name, type, kind, annotations, at: cx.at(node) });
  if (nameNode >= 0) fn.writeVariable(fn.declare(name, { type }), value, cx.at(nameNode));
  return value;
}

// ---- methods -------------------------------------------------------------------------------------------------------

export interface MethodOptions {
  readonly kind: FunctionIR['kind'];
  readonly owner: number;
  readonly scope: ClassScope;
  readonly isStatic: boolean;
  readonly isExported: boolean;
  /** Instead of the written ones: of a record's compact constructor. */
  readonly parameters?: readonly Parameter[];
  /** Runs after the body. */
  readonly epilogue?: () => void;
}

/** A method or constructor from its node. One without a body has no code but its parameters. */
export function method(cx: Lowering, n: number, options: MethodOptions): FunctionBuilder {
  const { f } = cx;
  const nameNode = cx.child(n, f.name);
  const localTypes = cx.localTypes.length;
  declareTypeParameters(cx, cx.child(n, f.type_parameters));
  const fn = cx.module.function(
    {
      name: nameNode < 0 ? '' : cx.source(nameNode),
      kind: options.kind,
      at: cx.at(n),
      nameAt: nameNode < 0 ? undefined : cx.at(nameNode),
      isStatic: options.isStatic,
      isExported: options.isExported,
      owner: options.owner,
      returnType: declaredTypeOf(cx, n),
      annotations: annotationsOf(cx, n),
    },
    cx.fn,
  );
  const parameters = options.parameters ?? parametersOf(cx, cx.child(n, f.parameters));
  cx.within(fn, 'method', { scope: options.scope, hasThis: !options.isStatic }, () => {
    addParameters(cx, parameters);
    const body = cx.child(n, f.body);
    if (body >= 0) statementList(cx, body);
    options.epilogue?.();
    fn.finish();
  });
  cx.localTypes.length = localTypes;
  return fn;
}

/** `this(…)` and `super(…)`. */
export function constructorCall(cx: Lowering, n: number): void {
  const { fn, f, k } = cx;
  const target = cx.child(n, f.constructor);
  const object = cx.child(n, f.object);
  if (object >= 0) cx.expression(object);
  const at = target < 0 ? cx.at(n) : cx.at(target);
  const callee = target >= 0 && cx.kind(target) === k.this ? thisValue(cx, at) : fn.global('super', at);
  const args: { value: ValueId }[] = [];
  const list = cx.child(n, f.arguments);
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) args.push({ value: cx.expression(c) });
  fn.call(callee, args, cx.at(n));
}

/** A method where no member may stand: the class's all the same, or a function of a file without classes. */
export function looseMethod(cx: Lowering, n: number): void {
  const { f } = cx;
  if (cx.members) {
    methodMember(cx, n, cx.members);
    return;
  }
  const nameNode = cx.child(n, f.name);
  const name = nameNode < 0 ? '' : cx.source(nameNode);
  const outer = cx.fn;
  const variable = outer.declare(name);
  const fn = cx.module.function(
    {
      name,
      kind: 'function',
      at: cx.at(n),
      nameAt: nameNode < 0 ? undefined : cx.at(nameNode),
      isExported: true,
      returnType: declaredTypeOf(cx, n),
      annotations: annotationsOf(cx, n),
    },
    outer,
  );
  cx.within(fn, 'lambda', {}, () => {
    addParameters(cx, parametersOf(cx, cx.child(n, f.parameters)));
    const body = cx.child(n, f.body);
    if (body >= 0) statementList(cx, body);
    fn.finish();
  });
  outer.writeVariable(variable, outer.closure(fn, cx.at(n)), nameNode < 0 ? cx.at(n) : cx.at(nameNode));
}

// ---- lambdas -------------------------------------------------------------------------------------------------------

export function lambda(cx: Lowering, n: number): ValueId {
  const { k, f } = cx;
  const list = cx.child(n, f.parameters);
  const parameters = list >= 0 && cx.kind(list) !== k.identifier ? parametersOf(cx, list) : [];
  if (list >= 0 && cx.kind(list) === k.identifier) {
    const name = cx.source(list);
    parameters.push({ name, type: '', kind: 'positional', annotations: [], node: list, nameNode: list });
  }
  return closure(cx, cx.at(n), () => {
    addParameters(cx, parameters);
    const body = cx.child(n, f.body);
    if (body >= 0 && cx.kind(body) === k.block) statementList(cx, body);
    else if (body >= 0) cx.fn.return(cx.expression(body), cx.at(body));
  });
}

function closure(cx: Lowering, at: At, build: () => void): ValueId {
  const outer = cx.fn;
  const fn = cx.module.function({ name: '', kind: 'function', at }, outer);
  cx.within(fn, 'lambda', {}, () => {
    build();
    fn.finish();
  });
  return outer.closure(fn, at);
}

// ---- method references ---------------------------------------------------------------------------------------------

/** Names that by convention are static methods: they make a value from their argument, or look at it. */
const STATIC_NAME =
  /^(?:valueOf|of[A-Z]?\w*|from[A-Z]?\w*|parse\w*|copyOf|(?:non|is)Null|require\w*|encode\w*|decode\w*|escape\w*|format|create\w*|new[A-Z]\w*|sum|max|min|identity)$/;
/** Names of methods of the object itself. */
const INSTANCE_NAME =
  /^(?:get[A-Z]\w*|is[A-Z]\w*|has[A-Z]\w*|to[A-Z]\w*|trim|strip|length|size|name|isEmpty|isBlank|isPresent|stream|close)$/;
const UTILITY_TYPE = /(?:Utils?|Helper|Objects|Collections|Arrays|Files|Paths|Math)$/;

/** `Type::method`, `value::method`, `Type::new`: a closure that makes the call. */
export function methodReference(cx: Lowering, n: number): ValueId {
  const { k, t, tree } = cx;
  const object = cx.first(n);
  if (object < 0) return cx.expression(-1, n);
  let nameNode = -1;
  for (let c = cx.after(object); c >= 0; c = cx.after(c)) if (cx.kind(c) === k.identifier) nameNode = c;
  const at = cx.at(n);
  const type = referredType(cx, object);
  if (cx.has(n, t.new) || nameNode < 0) return constructorReference(cx, n, object, type ?? typeRef(cx, object));
  const name = cx.source(nameNode);
  const calleeAt = { start: at.start, end: tree.ends[nameNode] };
  if (type !== undefined) return typeMethodReference(cx, object, type, name, at, calleeAt);
  const isOwn = cx.kind(object) === k.this || cx.kind(object) === k.super;
  const arity = isOwn ? (methodNamed(cx, name)?.member.arity ?? 1) : 1;
  if (isOwn) {
    return closure(cx, at, () => {
      const args = implied(cx, arity, at);
      const receiver = cx.kind(object) === k.super ? cx.fn.global('super', cx.at(object)) : cx.expression(object);
      cx.fn.return(cx.fn.callMethod(receiver, name, args, at, calleeAt), at);
    });
  }
  // The receiver is evaluated once, where the reference stands.
  const receiver = cx.fn.declare(cx.freshLabel());
  cx.fn.writeVariable(receiver, cx.expression(object), cx.at(object));
  return closure(cx, at, () => {
    const args = implied(cx, arity, at);
    const value = cx.fn.readVariable(receiver, cx.at(object));
    cx.fn.return(cx.fn.callMethod(value, name, args, at, calleeAt), at);
  });
}

/** Parameters that are not written, and the arguments made of them. */
function implied(cx: Lowering, count: number, at: At): { value: ValueId }[] {
  const entries: { value: ValueId }[] = [];
  for (let i = 0; i < count; i++) entries.push({ value: cx.fn.param({ name: `argument${i}`, at }) });
  return entries;
}

function referredType(cx: Lowering, object: number): TypeRef | undefined {
  const { k } = cx;
  switch (cx.kind(object)) {
    case k.identifier:
    case k.field_access:
      return typeNamed(cx, object);
    case k.type_identifier:
    case k.scoped_type_identifier:
    case k.generic_type:
    case k.array_type:
    case k.annotated_type:
    case k.integral_type:
    case k.floating_point_type:
    case k.boolean_type:
      return typeRef(cx, object);
    default:
      return undefined;
  }
}

function constructorReference(cx: Lowering, n: number, object: number, type: TypeRef): ValueId {
  const at = cx.at(n);
  return closure(cx, at, () => {
    const args = implied(cx, 1, at);
    const value = type.endsWith('[]')
      ? cx.fn.array(ArrayKind.List, [], at)
      : cx.fn.new(cx.fn.typeName(rawType(type), cx.at(object)), args, at);
    cx.fn.return(value, at);
  });
}

function typeMethodReference(cx: Lowering, object: number, type: TypeRef, name: string, at: At, calleeAt: At): ValueId {
  const objectAt = cx.at(object);
  const scope = cx.classes.get(rawType(type));
  const found = scope && findMethod(cx, scope, name);
  const isStatic = found ? found.member.isStatic : STATIC_NAME.test(name) || UTILITY_TYPE.test(rawType(type));
  const isEither = !found && !isStatic && !INSTANCE_NAME.test(name);
  const arity = found ? found.member.arity + (isStatic ? 0 : 1) : 1;
  return closure(cx, at, () => {
    const { fn } = cx;
    const args = implied(cx, Math.max(arity, isStatic ? 0 : 1), at);
    const callStatic = (): ValueId => fn.callMethod(fn.typeName(rawType(type), objectAt), name, args, at, calleeAt);
    const callInstance = (): ValueId =>
      fn.callMethod(fn.cast(args[0].value, type, objectAt), name, args.slice(1), at, calleeAt);
    if (isStatic) fn.return(callStatic(), at);
    else if (!isEither) fn.return(callInstance(), at);
    else {
      // Nothing in the file tells; the first argument's type would.
      const test = fn.binary('instanceof', args[0].value, fn.typeName(rawType(type), objectAt), at);
      fn.return(fn.conditional(test, at, callInstance, callStatic), at);
    }
  });
}
