import type { At } from '../../ir/builder';
import { ConcatKind, type ValueId } from '../../ir/ir';
import { brokenCode, hasBrokenPart } from './lower-broken';
import { applyOperator, isText, operator, POINTED } from './lower-chains';
import type { Lowering } from './lower-context';
import { declareVariable, readName, UNKNOWN_FACTS, variableOf } from './lower-names';
import { typeRef } from './lower-types';

/** A place that holds a value; what leads there is evaluated once. */
export interface Target {
  read(at: At): ValueId;
  write(value: ValueId, at: At): void;
}

const NOWHERE: Omit<Target, 'read'> = { write: () => {} };

export function target(cx: Lowering, n: number): Target {
  const { fn, k, f } = cx;
  n = cx.unwrap(n);
  if (n < 0) return { read: (at) => fn.opaque('missing', [], at), ...NOWHERE };
  switch (cx.kind(n)) {
    case k.identifier:
      return nameTarget(cx, n);
    case k.selector_expression: {
      const name = cx.child(n, f.field);
      const object = cx.operand(n, f.operand);
      if (name < 0) return { read: () => object, ...NOWHERE };
      const text = cx.source(name);
      return {
        read: (at) => fn.field(object, text, at),
        write: (value, at) => {
          fn.bind(text, value, cx.at(name));
          fn.setField(object, text, value, at);
        },
      };
    }
    case k.index_expression: {
      const object = cx.operand(n, f.operand);
      const key = cx.operand(n, f.index);
      return { read: (at) => fn.index(object, key, at), write: (value, at) => fn.setIndex(object, key, value, at) };
    }
    case k.unary_expression:
      return pointerTarget(cx, n);
    default: {
      const value = cx.expression(n);
      return { read: () => value, ...NOWHERE };
    }
  }
}

function nameTarget(cx: Lowering, n: number): Target {
  const { fn } = cx;
  const name = cx.source(n);
  const read = (at: At): ValueId => readName(cx, name, at);
  if (name === '_') return { read, ...NOWHERE };
  const write = (value: ValueId, at: At): void => {
    // A variable of another file of the package keeps what it holds there.
    if (fn.lookup(name)) fn.write(name, value, at);
    else fn.bind(name, value, at);
  };
  return { read, write };
}

/** `*p = v` changes what everybody sees behind the pointer. */
function pointerTarget(cx: Lowering, n: number): Target {
  const { fn, f } = cx;
  const operand = cx.child(n, f.operand);
  if (operator(cx, n) !== '*') {
    const value = cx.expression(n);
    return { read: () => value, ...NOWHERE };
  }
  const variable = variableOf(cx, operand);
  const pointer = cx.expression(operand, n);
  const isPlain = variable !== undefined && (cx.variables.get(variable)?.isPointerToPlain ?? false);
  return {
    read: (at) => (isPlain ? fn.field(pointer, POINTED, at) : pointer),
    write: (value, at) => {
      fn.setField(pointer, POINTED, value, at);
      if (variable && !isPlain) fn.writeVariable(variable, value, at);
    },
  };
}

// ---- values for several targets ------------------------------------------------------------------------------------

/** The expressions of a list; of a node that is no list, the node. */
export function listed(cx: Lowering, n: number): number[] {
  if (n < 0) return [];
  if (cx.kind(n) !== cx.k.expression_list) return [n];
  const list: number[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) list.push(c);
  return list;
}

/** A value that is made where it is asked for. */
export type Part = (at: At) => ValueId;

/**
 * What each of several targets gets. One expression for several gives its results by position; a look-up, an assertion
 * or a receipt gives the value, and whether there was one.
 */
export function parts(cx: Lowering, count: number, values: readonly number[], parent: number): Part[] {
  const { fn } = cx;
  if (values.length !== 1 || count <= 1) {
    const made = values.map((node) => cx.expression(node));
    return Array.from({ length: count }, (_, i) => (at: At) => made[i] ?? fn.opaque('missing', [], at));
  }
  const node = cx.unwrap(values[0]);
  const known = count === 2 ? withFlag(cx, node) : undefined;
  if (known) return known;
  const value = cx.expression(node, parent);
  return Array.from({ length: count }, (_, i) => (at: At) => fn.field(value, String(i), at));
}

function withFlag(cx: Lowering, n: number): Part[] | undefined {
  const { fn, k, f } = cx;
  if (n < 0) return undefined;
  const at = cx.at(n);
  switch (cx.kind(n)) {
    case k.index_expression: {
      const map = cx.operand(n, f.operand);
      const key = cx.operand(n, f.index);
      const value = fn.index(map, key, at);
      return [() => value, (place) => fn.binary('in', key, map, place)];
    }
    case k.type_assertion_expression: {
      const operand = cx.operand(n, f.operand);
      const type = typeRef(cx, cx.child(n, f.type));
      const value = fn.cast(operand, type, at);
      return [() => value, (place) => fn.binary('instanceof', operand, fn.typeName(type || 'any', place), place)];
    }
    case k.unary_expression: {
      if (operator(cx, n) !== '<-') return undefined;
      const value = cx.expression(n);
      return [() => value, (place) => cx.anything('chan', place)];
    }
    default:
      return undefined;
  }
}

// ---- statements ----------------------------------------------------------------------------------------------------

export function assignment(cx: Lowering, n: number): void {
  const { f } = cx;
  if (hasBrokenPart(cx, n)) {
    brokenCode(cx, n);
    return;
  }
  const left = listed(cx, cx.child(n, f.left));
  const right = listed(cx, cx.child(n, f.right));
  const sign = operator(cx, n);
  if (sign !== '' && sign !== '=') {
    compound(cx, n, left[0] ?? -1, right[0] ?? -1, sign.slice(0, -1));
    return;
  }
  if (right.length === 0) {
    for (const node of left) cx.expression(node);
    return;
  }
  // What leads to the targets is evaluated first, then the values, then they are stored.
  const targets = left.map((node) => target(cx, node));
  const values = parts(cx, left.length, right, n);
  const made = left.map((node, i) => values[i](cx.at(node)));
  left.forEach((node, i) => {
    targets[i].write(made[i], cx.at(node));
  });
}

function compound(cx: Lowering, n: number, left: number, right: number, sign: string): void {
  const { fn } = cx;
  if (left < 0) return;
  const place = target(cx, left);
  const before = place.read(cx.at(left));
  const value = cx.expression(right, n);
  const isSum = sign === '+' && (fn.isText(before) || fn.isText(value) || isText(cx, left) || isText(cx, right));
  const after = isSum
    ? fn.concat(ConcatKind.Plus, [before, value], cx.at(n))
    : applyOperator(cx, sign, before, value, n);
  place.write(after, cx.at(left));
}

export function shortVariables(cx: Lowering, n: number): void {
  const { f } = cx;
  if (hasBrokenPart(cx, n)) {
    brokenCode(cx, n);
    return;
  }
  const right = listed(cx, cx.child(n, f.right));
  declareAndAssign(cx, listed(cx, cx.child(n, f.left)), right, n);
}

export function declareAndAssign(cx: Lowering, left: readonly number[], right: readonly number[], n: number): void {
  if (right.length === 0) {
    for (const node of left) assignNew(cx, node, cx.fn.opaque('missing', [], cx.at(node)), false);
    return;
  }
  const values = parts(cx, left.length, right, n);
  const made = left.map((node, i) => values[i](cx.at(node)));
  left.forEach((node, i) => {
    assignNew(cx, node, made[i], right.length === left.length && isPlainValue(cx, right[i]));
  });
}

/** `x := v` */
export function assignNew(cx: Lowering, n: number, value: ValueId, isPlain: boolean): void {
  const { k, fn } = cx;
  if (cx.kind(n) !== k.identifier) {
    target(cx, n).write(value, cx.at(n));
    return;
  }
  const name = cx.source(n);
  if (name === '_') return;
  const variable = declareVariable(cx, name, isPlain ? { ...UNKNOWN_FACTS, isPlain } : UNKNOWN_FACTS);
  fn.writeVariable(variable, value, cx.at(n));
}

/** Numbers, texts and flags by their looks. */
export function isPlainValue(cx: Lowering, n: number): boolean {
  const { k } = cx;
  n = cx.unwrap(n);
  if (n < 0) return false;
  const kind = cx.kind(n);
  if (kind === k.binary_expression || kind === k.int_literal || kind === k.float_literal) return true;
  return isText(cx, n) || kind === k.rune_literal || isFlag(cx, n);
}

function isFlag(cx: Lowering, n: number): boolean {
  const text = cx.tree.lasts[n] === n + 1 ? cx.source(n) : '';
  return text === 'true' || text === 'false';
}

export function increment(cx: Lowering, n: number, sign: '+' | '-'): void {
  const { fn } = cx;
  const operand = cx.first(n);
  const place = target(cx, operand);
  const at = cx.at(n);
  const value = fn.binary(sign, place.read(operand < 0 ? at : cx.at(operand)), fn.const(1, at), at);
  place.write(value, operand < 0 ? at : cx.at(operand));
}
