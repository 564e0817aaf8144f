import type { ClassBuilder } from '../../ir/builder';
import type { Annotation, TypeRef, ValueId } from '../../ir/ir';
import { hoistVars, statementList } from './lower-blocks';
import type { Lowering } from './lower-context';
import { evaluateKey } from './lower-declarations';
import { namedValue } from './lower-expressions';
import { buildFunction } from './lower-functions';
import { computedKey, propertyName } from './lower-patterns';
import { annotation, heritageTypes, typeRef } from './lower-types';

/** A class as an expression; its own name is visible inside it. */
export function classExpression(cx: Lowering, n: number): ValueId {
  return classValue(cx, n, '', false);
}

export function classValue(cx: Lowering, n: number, name: string, exported: boolean): ValueId {
  const nameNode = cx.child(n, cx.f.name);
  return cx.fn.scoped(() => {
    if (nameNode < 0) return lowerClass(cx, n, name, exported, () => undefined);
    const own = cx.source(nameNode);
    const self = cx.fn.declare(own);
    return lowerClass(cx, n, own, exported, (value) => cx.fn.writeVariable(self, value, cx.at(nameNode)));
  });
}

/** Lowers a class. `bind` names the value before members are lowered, since static code may use the name. */
export function lowerClass(
  cx: Lowering,
  n: number,
  name: string | undefined,
  exported: boolean,
  bind: (value: ValueId) => void,
): ValueId {
  const { fn } = cx;
  const at = cx.at(n);
  const decorators = decoratorsOf(cx, n);
  const supertypes = heritage(cx, n);
  const cls = cx.module.class({
    name: name ?? '',
    isExported: exported,
    supertypes,
    annotations: decorators.map((d) => annotation(cx, d)),
    at,
  });
  const value = fn.classValue(cls, at);
  bind(value);
  const body = cx.child(n, cx.f.body);
  if (body >= 0) members(cx, body, cls, value);
  for (const decorator of decorators) runDecorator(cx, decorator, value);
  return value;
}

/** Decorators stand before the class, or before `export` in front of it. */
function decoratorsOf(cx: Lowering, n: number): number[] {
  const list: number[] = [];
  const parent = cx.tree.parent(n);
  for (const node of parent >= 0 && cx.kind(parent) === cx.k.export_statement ? [parent, n] : [n]) {
    for (let c = cx.first(node); c >= 0; c = cx.after(c)) if (cx.kind(c) === cx.k.decorator) list.push(c);
  }
  return list;
}

/** The superclass is evaluated like any expression; interfaces are types only. */
function heritage(cx: Lowering, n: number): TypeRef[] {
  const { k, f } = cx;
  const types: TypeRef[] = [];
  const node = cx.childOf(n, k.class_heritage);
  const superclass = (expression: number): void => {
    types.push(...heritageTypes(cx, expression));
    const kind = cx.kind(cx.unwrap(expression));
    if (kind !== k.identifier && kind !== k.member_expression) cx.expression(expression);
  };
  for (let c = node < 0 ? -1 : cx.first(node); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.extends_clause) {
      const value = cx.child(c, f.value);
      if (value >= 0) superclass(value);
    } else if (cx.kind(c) === k.implements_clause) {
      for (let t = cx.first(c); t >= 0; t = cx.after(t)) types.push(typeRef(cx, t));
    } else superclass(c);
  }
  return types.filter((type) => type !== '');
}

function members(cx: Lowering, body: number, cls: ClassBuilder, value: ValueId): void {
  const { k } = cx;
  const fields: number[] = [];
  // In TypeScript a method's decorators stand before it in the class's body.
  let pending: number[] = [];
  for (let c = cx.first(body); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (kind === k.decorator) {
      pending.push(c);
      continue;
    }
    if (kind === k.method_definition) method(cx, c, cls, pending);
    else if (kind === k.public_field_definition || kind === k.field_definition) {
      if (fieldDeclaration(cx, c, cls, value, pending)) fields.push(c);
    } else if (kind === k.class_static_block) {
      const block = cx.child(c, cx.f.body);
      if (block >= 0) {
        cx.withStaticThis(value, cx.at(c), () => {
          hoistVars(cx, block);
          statementList(cx, block);
        });
      }
    } else cx.statement(c);
    pending = [];
  }
  if (fields.length > 0) initializer(cx, body, cls, fields);
}

function ownDecorators(cx: Lowering, n: number, before: readonly number[]): number[] {
  const list = [...before];
  for (let c = cx.first(n); c >= 0 && cx.kind(c) === cx.k.decorator; c = cx.after(c)) list.push(c);
  return list;
}

function isStatic(cx: Lowering, n: number): boolean {
  return cx.has(n, cx.t.static) || cx.has(n, cx.t['static get']);
}

function method(cx: Lowering, n: number, cls: ClassBuilder, before: readonly number[]): void {
  const { t, f } = cx;
  const nameNode = cx.child(n, f.name);
  evaluateKey(cx, nameNode);
  const decorators = ownDecorators(cx, n, before);
  const isStaticMember = isStatic(cx, n);
  const isConstructor = !isStaticMember && nameNode >= 0 && cx.source(nameNode) === 'constructor';
  const kind = isConstructor
    ? 'constructor'
    : cx.has(n, t.get) || cx.has(n, t['static get'])
      ? 'getter'
      : cx.has(n, t.set)
        ? 'setter'
        : 'method';
  const fn = buildFunction(cx, n, {
    kind,
    owner: cls.id,
    isStatic: isStaticMember,
    annotations: decorators.map((d) => annotation(cx, d)),
    parameterProperty: isConstructor
      ? (name, type, annotations, value, at) => {
          cls.fields.push({ name, type, isStatic: false, annotations });
          cx.fn.setField(cx.thisValue(at), name, value, at);
        }
      : undefined,
  });
  cls.methods.push(fn.id);
  parameterDecorators(cx, n);
  for (const decorator of decorators) runDecorator(cx, decorator, cx.fn.closure(fn, cx.at(n)));
}

/** Arguments of parameter decorators are code of the class's surroundings. */
function parameterDecorators(cx: Lowering, n: number): void {
  const list = cx.child(n, cx.f.parameters);
  for (let p = list < 0 ? -1 : cx.first(list); p >= 0; p = cx.after(p)) {
    for (let c = cx.first(p); c >= 0 && cx.kind(c) === cx.k.decorator; c = cx.after(c)) evaluateDecorator(cx, c);
  }
}

/** A decorator that is given options may contain code; a bare one only names itself. */
function evaluateDecorator(cx: Lowering, n: number): void {
  const expression = cx.first(n);
  if (expression < 0 || cx.kind(expression) !== cx.k.call_expression) return;
  const args = cx.child(expression, cx.f.arguments);
  if (args >= 0 && cx.first(args) >= 0) cx.expression(expression);
}

function runDecorator(cx: Lowering, n: number, target: ValueId): void {
  cx.fn.call(cx.expression(cx.first(n), n), [{ value: target }], cx.at(n));
}

/** Lists the field. A static one is set here; an instance field with a value is left to the initializer: true. */
function fieldDeclaration(
  cx: Lowering,
  n: number,
  cls: ClassBuilder,
  value: ValueId,
  before: readonly number[],
): boolean {
  const { f, k } = cx;
  const decorators = ownDecorators(cx, n, before);
  const key = fieldKey(cx, n);
  const name = propertyName(cx, key);
  const initial = cx.child(n, f.value);
  const isStaticMember = isStatic(cx, n);
  const annotations: Annotation[] = decorators.map((d) => annotation(cx, d));
  if (name !== undefined) {
    const type = typeRef(cx, cx.child(n, f.type));
    cls.fields.push({ name, type, isStatic: isStaticMember, annotations });
  }
  for (const decorator of decorators) evaluateDecorator(cx, decorator);
  if (initial < 0) {
    evaluateKey(cx, key);
    return false;
  }
  if (!isStaticMember) return true;
  cx.withStaticThis(value, cx.at(n), () => setMember(cx, n, value));
  return false;

  function fieldKey(lowering: Lowering, node: number): number {
    return lowering.child(node, lowering.kind(node) === k.field_definition ? f.property : f.name);
  }
}

/** `object.key = value` for a field's definition. */
function setMember(cx: Lowering, n: number, object: ValueId): void {
  const { f, k, fn } = cx;
  const key = cx.child(n, cx.kind(n) === k.field_definition ? f.property : f.name);
  const name = propertyName(cx, key);
  const at = cx.at(n);
  const initial = cx.child(n, f.value);
  if (name === undefined) {
    const keyValue = computedKey(cx, key);
    fn.setIndex(object, keyValue, cx.expression(initial), at);
    return;
  }
  const value = namedValue(cx, initial, name, false);
  fn.setField(object, name, fn.cast(value, typeRef(cx, cx.child(n, f.type)), cx.at(initial)), at);
}

/** Values of instance fields are set in a function of their own that runs for each new object. */
function initializer(cx: Lowering, body: number, cls: ClassBuilder, fields: readonly number[]): void {
  const fn = cx.module.function({ name: '<fields>', kind: 'initializer', at: cx.at(body), owner: cls.id }, cx.fn);
  cx.within(fn, false, () => {
    for (const field of fields) setMember(cx, field, cx.thisValue(cx.at(field)));
    fn.finish();
  });
  cls.methods.push(fn.id);
}
