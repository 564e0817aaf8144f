import type { ClassBuilder } from '../../ir/builder';
import type { Annotation, FunctionIR, TypeRef } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { buildFunction } from './lower-functions';
import { writeName } from './lower-names';
import { annotation, callAnnotation, qualifiedName, typeAnnotations, typeRef } from './lower-types';

// ---- functions -----------------------------------------------------------------------------------------------------

/**
 * A decorator is the call it stands for: it is evaluated, then called with the function or class. The name keeps meaning
 * the function or class itself, so that calls of it are still found.
 */
export function decoratedDefinition(cx: Lowering, n: number): void {
  const { k, f } = cx;
  const decorators: number[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.decorator) decorators.push(c);
    else if (cx.tree.isError(c)) cx.statement(c);
  }
  const definition = cx.child(n, f.definition);
  if (definition < 0) {
    for (const decorator of decorators) cx.expression(cx.first(decorator), decorator);
    return;
  }
  if (cx.kind(definition) === k.class_definition) lowerClass(cx, definition, decorators);
  else if (cx.kind(definition) === k.function_definition) lowerFunction(cx, definition, decorators);
  else cx.statement(definition);
}

export function functionDefinition(cx: Lowering, n: number): void {
  lowerFunction(cx, n, []);
}

export function classDefinition(cx: Lowering, n: number): void {
  lowerClass(cx, n, []);
}

/** Decorators that only say what kind of member a function is. */
const MEMBER_KINDS: Readonly<Record<string, FunctionIR['kind']>> = {
  property: 'getter',
  cached_property: 'getter',
  'functools#cached_property': 'getter',
  'django.utils.functional#cached_property': 'getter',
  'werkzeug.utils#cached_property': 'getter',
  'abc#abstractproperty': 'getter',
  hybrid_property: 'getter',
  'sqlalchemy.ext.hybrid#hybrid_property': 'getter',
};

function lowerFunction(cx: Lowering, n: number, decorators: readonly number[]): void {
  const { fn, f } = cx;
  const at = cx.at(n);
  const nameNode = cx.child(n, f.name);
  const name = nameNode < 0 ? '' : cx.source(nameNode);
  const annotations = decorators.map((d) => annotation(cx, d));
  const owner = cx.frame.scope?.owner;
  const values = decorators.map((d) => cx.expression(cx.first(d), d));
  const exported = isExported(cx, name);
  const closure = cx.nested(
    n,
    2,
    () => {
      const built = owner
        ? buildFunction(cx, n, { ...memberOptions(name, annotations), owner: owner.builder, annotations })
        : buildFunction(cx, n, { exported, annotations });
      owner?.builder.methods.push(built.id);
      return fn.closure(built, at);
    },
    () => fn.opaque('nesting', [], at),
  );
  // From the function outwards, as they are applied.
  for (let i = values.length - 1; i >= 0; i--) fn.call(values[i], [{ value: closure }], cx.at(decorators[i]));
  if (name !== '') writeName(cx, name, closure, cx.at(nameNode));
}

function memberOptions(
  name: string,
  annotations: readonly Annotation[],
): { kind: FunctionIR['kind']; isStatic: boolean; hasReceiver: boolean } {
  const is = (...names: string[]): boolean => annotations.some((a) => names.includes(a.name));
  const isStatic = is('staticmethod', 'abc#abstractstaticmethod');
  const isClass = is('classmethod', 'abc#abstractclassmethod') || name === '__new__';
  const getter = annotations.find((a) => Object.hasOwn(MEMBER_KINDS, a.name));
  const kind = getter
    ? MEMBER_KINDS[getter.name]
    : annotations.some((a) => a.name.endsWith('.setter'))
      ? 'setter'
      : name === '__init__'
        ? 'constructor'
        : 'method';
  return { kind, isStatic: isStatic || isClass, hasReceiver: !isStatic };
}

/** Importers see what the module defines at its top level; a leading underscore asks them not to look. */
function isExported(cx: Lowering, name: string): boolean {
  return cx.frame.outer === undefined && !cx.frame.scope && !name.startsWith('_');
}

// ---- classes -------------------------------------------------------------------------------------------------------

/** Lowers a class: its body runs right where it stands, with names of its own that become fields of the class. */
function lowerClass(cx: Lowering, n: number, decorators: readonly number[]): void {
  const { fn, f, frame } = cx;
  const at = cx.at(n);
  const nameNode = cx.child(n, f.name);
  const name = nameNode < 0 ? '' : cx.source(nameNode);
  const annotations = decorators.map((d) => annotation(cx, d));
  const values = decorators.map((d) => cx.expression(cx.first(d), d));
  const supertypes = heritage(cx, cx.child(n, f.superclasses));
  const enclosing = frame.scope?.owner?.name;
  const builder = cx.module.class({
    name,
    qualifiedName: enclosing === undefined ? name : `${enclosing}.${name}`,
    isInterface: supertypes.some((type) => /^typing(?:_extensions)?#Protocol\b/.test(type)),
    isExported: isExported(cx, name),
    supertypes,
    annotations,
    at,
  });
  const value = fn.classValue(builder, at);
  // Before the body, as its methods may be run by decorators.
  if (name !== '') writeName(cx, name, value, cx.at(nameNode));
  const { scope } = frame;
  const qualified = enclosing === undefined ? name : `${enclosing}.${name}`;
  frame.scope = { names: new Map(), owner: { builder, value, name: qualified } };
  cx.nested(
    n,
    2,
    () => {
      if (cx.tree.hasError(n)) {
        for (let c = cx.first(n); c >= 0; c = cx.after(c)) if (cx.tree.isError(c)) cx.statement(c);
      }
      const body = cx.child(n, f.body);
      if (body >= 0) cx.statement(body);
    },
    () => undefined,
  );
  frame.scope = scope;
  for (let i = values.length - 1; i >= 0; i--) fn.call(values[i], [{ value }], cx.at(decorators[i]));
}

/** Types of the superclasses. A call (`declarative_base()`, a mixin) is code and gives the types of its arguments. */
function heritage(cx: Lowering, list: number): TypeRef[] {
  const { k, f } = cx;
  const types: TypeRef[] = [];
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (kind === k.keyword_argument) cx.operand(c, f.value);
    else if (kind === k.identifier || kind === k.attribute || kind === k.subscript) types.push(typeRef(cx, c));
    else if (kind === k.call) {
      cx.expression(c);
      const args = cx.child(c, f.arguments);
      types.push(qualifiedName(cx, cx.source(Math.max(cx.child(c, f.function), 0))));
      for (let a = args < 0 ? -1 : cx.first(args); a >= 0; a = cx.after(a)) {
        if (cx.kind(a) === k.identifier || cx.kind(a) === k.attribute) types.push(typeRef(cx, a));
      }
    } else cx.statement(c);
  }
  return types.filter((type) => type !== '');
}

/** A field that a class's body or `self.x: T = …` in a method declares. `value` is the node of what it is set to. */
export function declareField(
  cx: Lowering,
  builder: ClassBuilder,
  name: string,
  typeNode: number,
  value: number,
  isStatic: boolean,
): void {
  if (builder.fields.some((field) => field.name === name)) return;
  const annotations = typeAnnotations(cx, typeNode);
  const called = value < 0 ? undefined : callAnnotation(cx, value);
  if (called) annotations.push(called);
  builder.fields.push({ name, type: typeRef(cx, typeNode), isStatic, annotations });
}

/** `self.x = value` in a method: a parameter's type is the field's. */
export function declareReceiverField(cx: Lowering, target: number, typeNode: number, value: number): void {
  const { k, f, frame } = cx;
  const object = cx.child(target, f.object);
  const name = cx.child(target, f.attribute);
  if (!frame.method || object < 0 || name < 0 || cx.source(object) !== frame.method.receiver) return;
  if (typeNode >= 0) {
    declareField(cx, frame.method.builder, cx.source(name), typeNode, -1, false);
    return;
  }
  const type = value >= 0 && cx.kind(value) === k.identifier ? frame.parameterTypes.get(cx.source(value)) : undefined;
  const { fields } = frame.method.builder;
  if (!type || fields.some((field) => field.name === cx.source(name))) return;
  fields.push({ name: cx.source(name), type, isStatic: false, annotations: [] });
}
