import type { Variable } from '../../ir/builder';
import { ArrayKind, ConcatKind, NONE, type TypeRef, type ValueId } from '../../ir/ir';
import { declaredType, entries, isNumber, isSum, isText, operator } from './lower-chains';
import { anonymousClass } from './lower-classes';
import type { Lowering } from './lower-context';
import { interpolationParts, numberValue } from './lower-literals';
import { instanceFor, meaningOf, ownerOf, unknownTarget } from './lower-names';
import { fieldType, localClassName, outerField, rawType, thisValue } from './lower-scopes';
import { OBJECT, STRING, typeRef } from './lower-types';

// ---- types of values -----------------------------------------------------------------------------------------------

/** A value as one of the declared type, where the type adds to what the expression itself tells. */
export function typed(cx: Lowering, value: ValueId, type: TypeRef, n: number): ValueId {
  if (type === '' || type === OBJECT || !addsKnowledge(cx, cx.unwrap(n), type)) return value;
  return cx.fn.cast(value, type, cx.at(n));
}

const COMPARISONS = new Set(['==', '!=', '<', '>', '<=', '>=', '&&', '||']);

function addsKnowledge(cx: Lowering, n: number, type: TypeRef): boolean {
  const { k } = cx;
  if (n < 0) return false;
  switch (cx.kind(n)) {
    case k.string_literal:
    case k.character_literal:
    case k.true:
    case k.false:
    case k.decimal_integer_literal:
    case k.hex_integer_literal:
    case k.octal_integer_literal:
    case k.binary_integer_literal:
    case k.decimal_floating_point_literal:
    case k.hex_floating_point_literal:
    case k.class_literal:
    case k.object_creation_expression:
    case k.array_creation_expression:
    case k.array_initializer:
    case k.lambda_expression:
    case k.method_reference:
    case k.template_expression:
    case k.instanceof_expression:
    case k.this:
      return false;
    case k.identifier:
    case k.cast_expression:
      return declaredType(cx, n) !== type;
    case k.binary_expression:
      if (type === 'boolean' && COMPARISONS.has(operator(cx, n))) return false;
      return !(type === STRING && isText(cx, n));
    case k.method_invocation:
      return type === STRING ? !isText(cx, n) : declaredType(cx, n) !== type;
    default:
      return true;
  }
}

export function castExpression(cx: Lowering, n: number): ValueId {
  const { f, tree } = cx;
  const types: string[] = [];
  for (let c = tree.firstChild(n); c >= 0; c = tree.next(c)) {
    if (tree.fieldOf(c) === f.type) types.push(typeRef(cx, c));
  }
  return cx.fn.cast(cx.operand(n, f.value), types.filter((type) => type !== '').join('&'), cx.at(n));
}

export function classLiteral(cx: Lowering, n: number): ValueId {
  const type = cx.first(n);
  const at = type < 0 ? cx.at(n) : cx.at(type);
  return cx.fn.field(cx.fn.typeName(rawType(typeRef(cx, type)), at), 'class', cx.at(n));
}

// ---- operators -----------------------------------------------------------------------------------------------------

/** A test, with `&&`, `||` and `!` kept as operators so that guards inside them can be recognised. */
export function condition(cx: Lowering, n: number): ValueId {
  const { k, f } = cx;
  n = cx.unwrap(n);
  if (n < 0) return cx.expression(n);
  if (cx.kind(n) === k.unary_expression && operator(cx, n) === '!') {
    const operand = cx.child(n, f.operand);
    if (operand >= 0) {
      return cx.nested(
        n,
        1,
        () => cx.fn.unary('!', condition(cx, operand), cx.at(n)),
        () => cx.fn.opaque('nesting', [], cx.at(n)),
      );
    }
  }
  if (!isLogical(cx, n)) return cx.expression(n);
  const links: number[] = [];
  let node = n;
  for (;;) {
    links.push(node);
    const left = cx.unwrap(cx.child(node, f.left));
    if (left < 0 || !isLogical(cx, left)) {
      return cx.nested(
        n,
        1,
        () => joinConditions(cx, links, left),
        () => cx.fn.opaque('nesting', [], cx.at(n)),
      );
    }
    node = left;
  }
}

function joinConditions(cx: Lowering, links: readonly number[], first: number): ValueId {
  const { fn, f } = cx;
  let value = first < 0 ? cx.expression(-1, links[links.length - 1]) : condition(cx, first);
  for (let i = links.length - 1; i >= 0; i--) {
    const left = value;
    const sign = operator(cx, links[i]);
    const right = cx.child(links[i], f.right);
    const at = cx.at(links[i]);
    const test = (): ValueId => (right < 0 ? cx.expression(-1, links[i]) : condition(cx, right));
    if (!assignsInside(cx, right)) value = fn.binary(sign, left, test(), at);
    else if (sign === '&&') value = fn.conditional(left, at, test, () => left);
    else value = fn.conditional(left, at, () => left, test);
  }
  return value;
}

function isLogical(cx: Lowering, n: number): boolean {
  if (cx.kind(n) !== cx.k.binary_expression) return false;
  const sign = operator(cx, n);
  return sign === '&&' || sign === '||';
}

/** Whether evaluating an expression may change a variable, so that it must stay behind its condition. */
function assignsInside(cx: Lowering, n: number): boolean {
  if (n < 0) return false;
  const { k, tree } = cx;
  const end = tree.lasts[n];
  for (let i = n; i < end; i++) {
    const kind = tree.kinds[i];
    if (kind === k.assignment_expression || kind === k.update_expression) return true;
  }
  return false;
}

export function ternary(cx: Lowering, n: number): ValueId {
  const { f } = cx;
  const test = cx.child(n, f.condition);
  return cx.fn.conditional(
    test < 0 ? cx.expression(-1, n) : condition(cx, test),
    cx.at(n),
    () => cx.operand(n, f.consequence),
    () => cx.operand(n, f.alternative),
  );
}

export function unary(cx: Lowering, n: number): ValueId {
  const { fn, k, f } = cx;
  const sign = operator(cx, n);
  const operand = cx.child(n, f.operand);
  const at = cx.at(n);
  if (operand < 0) return cx.expression(-1, n);
  if (sign === '!') return fn.unary('!', condition(cx, operand), at);
  const kind = cx.kind(operand);
  if (sign === '-' && (kind === k.decimal_integer_literal || kind === k.decimal_floating_point_literal)) {
    return fn.const(-numberValue(cx.source(operand)), at);
  }
  return fn.unary(sign, cx.expression(operand), at);
}

// ---- assignments ---------------------------------------------------------------------------------------------------

/** Where an assignment writes. The objects and keys it needs are evaluated once, before the value. */
export type Reference =
  | { readonly kind: 'variable'; readonly variable: Variable; readonly node: number }
  | { readonly kind: 'field'; readonly object: ValueId; readonly name: string; readonly type: TypeRef }
  | { readonly kind: 'index'; readonly object: ValueId; readonly key: ValueId }
  | { readonly kind: 'none' };

const NOWHERE: Reference = { kind: 'none' };

export function reference(cx: Lowering, n: number): Reference {
  const { k, f } = cx;
  n = cx.unwrap(n);
  if (n < 0) return NOWHERE;
  switch (cx.kind(n)) {
    case k.identifier: {
      const name = cx.source(n);
      const meaning = meaningOf(cx, name);
      if (meaning?.kind === 'variable') return { kind: 'variable', variable: meaning.variable, node: n };
      if (meaning) {
        const type = meaning.kind === 'field' ? fieldType(cx, meaning.owner, meaning.member) : '';
        return { kind: 'field', object: ownerOf(cx, meaning, cx.before(n)), name, type };
      }
      const object = unknownTarget(cx, n);
      if (object !== undefined) return { kind: 'field', object, name, type: '' };
      return { kind: 'variable', variable: cx.fn.declare(name, { functionScope: true }), node: n };
    }
    case k.field_access: {
      const name = cx.child(n, f.field);
      const type = declaredType(cx, n);
      const object = cx.operand(n, f.object);
      return name < 0 ? NOWHERE : { kind: 'field', object, name: cx.source(name), type };
    }
    case k.array_access: {
      const object = cx.operand(n, f.array);
      return { kind: 'index', object, key: cx.operand(n, f.index) };
    }
    default:
      cx.expression(n);
      return NOWHERE;
  }
}

/** The present value of a target, for `+=` and its kin. */
function readReference(cx: Lowering, target: Reference, n: number): ValueId {
  const at = cx.at(n);
  switch (target.kind) {
    case 'variable':
      return cx.fn.read(target.variable.name, at);
    case 'field':
      return cx.fn.field(target.object, target.name, at);
    case 'index':
      return cx.fn.index(target.object, target.key, at);
    case 'none':
      return cx.fn.const(undefined, at);
  }
}

function writeReference(cx: Lowering, target: Reference, value: ValueId, n: number): void {
  switch (target.kind) {
    case 'variable':
      cx.fn.writeVariable(target.variable, value, cx.at(target.node));
      return;
    case 'field':
      cx.fn.setField(target.object, target.name, value, cx.at(n));
      return;
    case 'index':
      cx.fn.setIndex(target.object, target.key, value, cx.at(n));
      return;
    case 'none':
  }
}

function targetType(target: Reference): TypeRef {
  if (target.kind === 'variable') return target.variable.type;
  return target.kind === 'field' ? target.type : '';
}

export function assignment(cx: Lowering, n: number): ValueId {
  const { f } = cx;
  const left = cx.child(n, f.left);
  const right = cx.child(n, f.right);
  const target = reference(cx, left);
  const sign = operator(cx, n);
  if (sign !== '=' && sign !== '' && left >= 0) return compound(cx, n, target, left, right, sign.slice(0, -1));
  let value = cx.expression(right, n);
  // A field's type is known from its declaration.
  if (target.kind === 'variable') value = typed(cx, value, target.variable.type, right);
  writeReference(cx, target, value, n);
  return value;
}

function compound(cx: Lowering, n: number, target: Reference, left: number, right: number, sign: string): ValueId {
  const { fn } = cx;
  const at = cx.at(n);
  const before = readReference(cx, target, left);
  const joins = sign === '+' && (targetType(target) === STRING || isText(cx, right) || fn.isText(before));
  const value = joins
    ? fn.concat(ConcatKind.Plus, [before, ...appended(cx, right, n)], at)
    : fn.binary(sign, before, cx.expression(right, n), at);
  writeReference(cx, target, value, n);
  return value;
}

/** The operands of what `s += a + "b" + c` appends, each lowered. A sum that adds numbers first is one operand. */
function appended(cx: Lowering, n: number, parent: number): ValueId[] {
  if (n < 0 || !isText(cx, n)) return [cx.expression(n, parent)];
  const nodes: number[] = [];
  let node = cx.unwrap(n);
  while (node >= 0 && isSum(cx, node)) {
    nodes.push(cx.child(node, cx.f.right));
    node = cx.unwrap(cx.child(node, cx.f.left));
  }
  nodes.push(node);
  nodes.reverse();
  const addsFirst = nodes.length > 2 && isNumber(cx, nodes[0]) && isNumber(cx, nodes[1]);
  return addsFirst ? [cx.expression(n)] : nodes.map((operand) => cx.expression(operand, n));
}

export function update(cx: Lowering, n: number): ValueId {
  const { fn, tree } = cx;
  const at = cx.at(n);
  const operand = cx.first(n);
  if (operand < 0) return cx.expression(-1, n);
  const target = reference(cx, operand);
  const before = readReference(cx, target, operand);
  const isPostfix = tree.starts[operand] === tree.starts[n];
  const sign = isPostfix ? cx.text[tree.ends[n] - 1] : cx.text[tree.starts[n]];
  const after = fn.binary(sign === '-' ? '-' : '+', before, fn.const(1, at), at);
  writeReference(cx, target, after, n);
  return isPostfix ? before : after;
}

// ---- creation ------------------------------------------------------------------------------------------------------

export function objectCreation(cx: Lowering, n: number): ValueId {
  const { fn, k, f } = cx;
  const body = cx.childOf(n, k.class_body);
  const typeNode = cx.child(n, f.type);
  const outer = cx.first(n);
  // `outer.new Inner()`
  const hasOuter = outer >= 0 && outer !== typeNode && cx.dialect.expressions[cx.kind(outer)] !== undefined;
  let outerValue = hasOuter ? cx.expression(outer) : NONE;
  const type = typeRef(cx, typeNode);
  const args = entries(cx, cx.child(n, f.arguments));
  const typeAt = typeNode < 0 ? cx.at(n) : cx.at(typeNode);
  const local =
    typeNode >= 0 && cx.kind(typeNode) === k.type_identifier
      ? fn.lookup(localClassName(cx.source(typeNode)))
      : undefined;
  let callee: ValueId;
  if (body >= 0) callee = anonymousClass(cx, n, body, [type]);
  else callee = local ? fn.readVariable(local, typeAt) : fn.typeName(rawType(type), typeAt);
  const value = fn.new(callee, args, cx.at(n));
  const holds = body < 0 ? cx.classes.get(rawType(type))?.holds : undefined;
  if (holds) {
    if (outerValue === NONE) outerValue = instanceFor(cx, holds, cx.before(n));
    fn.setField(value, outerField(holds), outerValue, cx.at(n));
  }
  return value;
}

export function arrayCreation(cx: Lowering, n: number): ValueId {
  const { k, f } = cx;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.dimensions_expr) continue;
    for (let e = cx.first(c); e >= 0; e = cx.after(e)) if (cx.dialect.expressions[cx.kind(e)]) cx.expression(e);
  }
  const value = cx.child(n, f.value);
  return value < 0 ? cx.fn.array(ArrayKind.List, [], cx.at(n)) : arrayOf(cx, value, n);
}

export function arrayInitializer(cx: Lowering, n: number): ValueId {
  return arrayOf(cx, n, n);
}

function arrayOf(cx: Lowering, elements: number, n: number): ValueId {
  return cx.fn.array(ArrayKind.List, entries(cx, elements), cx.at(n));
}

export function templateExpression(cx: Lowering, n: number): ValueId {
  const { fn, f } = cx;
  const processor = cx.child(n, f.template_processor);
  const text = cx.child(n, f.template_argument);
  if (text < 0) return cx.expression(processor, n);
  const concat = fn.concat(ConcatKind.Template, interpolationParts(cx, text), cx.at(text));
  const name = processor < 0 ? 'STR' : cx.source(processor);
  if (name === 'STR' || name === 'FMT') return concat;
  // Any other processor may make something else of it.
  return fn.callMethod(cx.expression(processor, n), 'process', [{ value: concat }], cx.at(n));
}

export function thisExpression(cx: Lowering, n: number): ValueId {
  return thisValue(cx, cx.at(n));
}
