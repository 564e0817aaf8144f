import type { At, Entry } from '../../ir/builder';
import { ArrayKind, ConcatKind, IterKind, NONE, type ValueId } from '../../ir/ir';
import { isSum, operator, shortCircuit } from './lower-chains';
import { declareField, declareReceiverField } from './lower-classes';
import type { Lowering } from './lower-context';
import { percentOfText } from './lower-format';
import { isText, literalText, numberValue } from './lower-literals';
import { readName } from './lower-names';
import { assign, modify } from './lower-patterns';
import { typeRef } from './lower-types';

// ---- names ---------------------------------------------------------------------------------------------------------

export function identifier(cx: Lowering, n: number): ValueId {
  const name = cx.source(n);
  const at = cx.at(n);
  // A name that parsing made up is empty.
  return name === '' ? cx.fn.opaque('missing', [], at) : readName(cx, name, at);
}

/** A dotted name where a value is meant: of a `case`. */
export function dottedName(cx: Lowering, n: number): ValueId {
  let value: ValueId = NONE;
  const { start } = cx.at(n);
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const at = { start, end: cx.tree.ends[c] };
    value = value === NONE ? identifier(cx, c) : cx.fn.field(value, cx.source(c), at);
  }
  return value === NONE ? cx.expression(-1, n) : value;
}

// ---- operators -----------------------------------------------------------------------------------------------------

/** A test, with `and`, `or` and `not` kept as operators so that guards inside them can be recognised. */
export function condition(cx: Lowering, n: number): ValueId {
  const { k, f } = cx;
  n = cx.unwrap(n);
  if (n < 0) return cx.expression(n, -1);
  const kind = cx.kind(n);
  if (kind === k.not_operator) {
    const argument = cx.child(n, f.argument);
    return cx.nested(
      n,
      1,
      () => cx.fn.unary('!', argument < 0 ? cx.expression(-1, n) : condition(cx, argument), cx.at(n)),
      () => cx.fn.opaque('nesting', [], cx.at(n)),
    );
  }
  if (kind !== k.boolean_operator) return cx.expression(n);
  const links: number[] = [];
  let node = n;
  for (;;) {
    links.push(node);
    const left = cx.unwrap(cx.child(node, f.left));
    if (left < 0 || cx.kind(left) !== k.boolean_operator) {
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
  let value = first < 0 ? cx.expression(-1, links[0]) : condition(cx, first);
  for (let i = links.length - 1; i >= 0; i--) {
    const left = value;
    const sign = operator(cx, links[i]);
    const right = cx.child(links[i], f.right);
    const at = cx.at(links[i]);
    const test = (): ValueId => (right < 0 ? cx.expression(-1, links[i]) : condition(cx, right));
    value = assignsInside(cx, right)
      ? shortCircuit(cx, sign, left, at, test)
      : fn.binary(sign === 'or' ? '||' : '&&', left, test(), at);
  }
  return value;
}

/** Whether evaluating an expression may change a variable, so that it must stay behind its condition. */
function assignsInside(cx: Lowering, n: number): boolean {
  if (n < 0) return false;
  const end = cx.tree.lasts[n];
  for (let i = n; i < end; i++) if (cx.kind(i) === cx.k.named_expression) return true;
  return false;
}

export function not(cx: Lowering, n: number): ValueId {
  return condition(cx, n);
}

export function conditional(cx: Lowering, n: number): ValueId {
  const then = cx.first(n);
  const test = then < 0 ? -1 : cx.after(then);
  const otherwise = test < 0 ? -1 : cx.after(test);
  return cx.fn.conditional(
    test < 0 ? cx.expression(-1, n) : condition(cx, test),
    cx.at(n),
    () => cx.expression(then, n),
    () => cx.expression(otherwise, n),
  );
}

/** `a < b < c` is `a < b && b < c` with `b` evaluated once. */
export function comparison(cx: Lowering, n: number): ValueId {
  const { tree, f, fn } = cx;
  let left: ValueId = NONE;
  let leftAt: At = cx.at(n);
  let sign = '';
  let result: ValueId = NONE;
  for (let c = tree.firstChild(n); c >= 0; c = tree.next(c)) {
    if (tree.fieldOf(c) === f.operators) {
      sign = cx.source(c).replaceAll(/\s+/g, ' ');
      if (sign === '<>') sign = '!=';
      continue;
    }
    if (!tree.isWalked(c)) continue;
    if (tree.isError(c)) {
      cx.statement(c);
      continue;
    }
    const right = cx.expression(c);
    if (left !== NONE && sign !== '') {
      const at = { start: leftAt.start, end: tree.ends[c] };
      const test = fn.binary(sign, left, right, at);
      result = result === NONE ? test : fn.binary('&&', result, test, { start: tree.starts[n], end: at.end });
    }
    left = right;
    leftAt = cx.at(c);
  }
  return result === NONE ? (left === NONE ? cx.expression(-1, n) : left) : result;
}

export function unary(cx: Lowering, n: number): ValueId {
  const { fn, k, f } = cx;
  const sign = operator(cx, n);
  const argument = cx.child(n, f.argument);
  const at = cx.at(n);
  if (sign === '-' && argument >= 0 && (cx.kind(argument) === k.integer || cx.kind(argument) === k.float)) {
    const value = numberValue(cx.source(argument));
    if (value !== undefined)
      return typeof value === 'number' ? fn.const(-value, at) : fn.constantOf('bigint', `-${value}`, at);
  }
  const value = cx.expression(argument, n);
  return sign === '' ? value : fn.unary(sign, value, at);
}

/** `1 + 2j` in a pattern. Complex numbers have no constants. */
export function complex(cx: Lowering, n: number): ValueId {
  return cx.fn.call(cx.fn.global('complex', cx.at(n)), [], cx.at(n));
}

export function awaitExpression(cx: Lowering, n: number): ValueId {
  return cx.fn.await(cx.expression(cx.first(n), n), cx.at(n));
}

/** `yield from x` gives one element of `x` after the other. */
export function yieldExpression(cx: Lowering, n: number): ValueId {
  const { fn } = cx;
  const at = cx.at(n);
  const argument = cx.first(n);
  if (argument < 0) return fn.yield(fn.const(null, at), at);
  const value = cx.expression(argument);
  return fn.yield(cx.has(n, cx.t.from) ? fn.iter(value, cx.at(argument), IterKind.Values) : value, at);
}

// ---- assignments ---------------------------------------------------------------------------------------------------

/**
 * `a = b = value` evaluates the value once and assigns it from left to right. With a type, the value is cast to it; a
 * type alone says what a name will hold and does nothing.
 */
export function assignment(cx: Lowering, n: number): ValueId {
  const { k, f, fn } = cx;
  const targets: number[] = [];
  let node = n;
  let type = '';
  let value: ValueId = NONE;
  for (;;) {
    targets.push(cx.child(node, f.left));
    if (type === '') type = typeRef(cx, cx.child(node, f.type));
    for (let c = cx.first(node); c >= 0; c = cx.after(c)) if (cx.tree.isError(c)) cx.statement(c);
    const right = cx.child(node, f.right);
    declareFields(cx, cx.child(node, f.left), cx.child(node, f.type), right);
    if (right >= 0 && cx.kind(right) === k.assignment) {
      node = right;
      continue;
    }
    // `x: T`, and `x =` while it is being typed.
    if (right < 0) return fn.const(undefined, cx.at(n));
    const text = isText(cx, right);
    value = fn.cast(cx.expression(right), type, cx.at(right));
    for (const target of targets) assign(cx, target, value, cx.at(n), text);
    return value;
  }
}

/** Fields that an assignment declares: in a class's body, or of the receiver. */
function declareFields(cx: Lowering, target: number, type: number, value: number): void {
  const { k, frame } = cx;
  if (target < 0) return;
  const kind = cx.kind(target);
  if (kind === k.attribute) declareReceiverField(cx, target, type, value);
  else if (kind === k.identifier && frame.scope?.owner) {
    // A name with a type is what each object has; without one it is the class's own.
    const isStatic = type < 0 || cx.source(type).startsWith('ClassVar');
    declareField(cx, frame.scope.owner.builder, cx.source(target), type, value, isStatic);
  }
}

/** `x += y`: see `chain` for what makes a sum a text. */
export function augmentedAssignment(cx: Lowering, n: number): ValueId {
  const { fn, f } = cx;
  const at = cx.at(n);
  const right = cx.child(n, f.right);
  const sign = operator(cx, n).slice(0, -1);
  const change = (before: ValueId): ValueId => {
    if (sign === '+' && (isText(cx, right) || fn.isText(before)))
      return fn.concat(ConcatKind.Plus, [before, ...textOperands(cx, right, n)], at);
    if (sign === '%' && fn.isText(before)) return percentOfText(cx, n, before);
    const value = cx.expression(right, n);
    return sign === '' ? value : fn.binary(sign, before, value, at);
  };
  return modify(cx, cx.child(n, f.left), change, at);
}

/** The operands of a sum, each lowered: what `s += a + "b" + c` appends. A sum of no texts is one operand. */
function textOperands(cx: Lowering, n: number, parent: number): ValueId[] {
  if (n < 0 || !isText(cx, n)) return [cx.expression(n, parent)];
  const nodes: number[] = [];
  let node = cx.unwrap(n);
  while (node >= 0 && isSum(cx, node)) {
    nodes.push(cx.child(node, cx.f.right));
    node = cx.unwrap(cx.child(node, cx.f.left));
  }
  nodes.push(node);
  return nodes.reverse().map((operand) => cx.expression(operand, n));
}

export function namedExpression(cx: Lowering, n: number): ValueId {
  const { f } = cx;
  const value = cx.operand(n, f.value);
  assign(cx, cx.child(n, f.name), value, cx.at(n));
  return value;
}

// ---- containers ----------------------------------------------------------------------------------------------------

export function list(cx: Lowering, n: number): ValueId {
  return cx.fn.array(ArrayKind.List, elements(cx, n), cx.at(n));
}

export function tuple(cx: Lowering, n: number): ValueId {
  return cx.fn.array(ArrayKind.Tuple, elements(cx, n), cx.at(n));
}

export function set(cx: Lowering, n: number): ValueId {
  return cx.fn.array(ArrayKind.Set, elements(cx, n), cx.at(n));
}

function elements(cx: Lowering, n: number): Entry[] {
  const { k, tree } = cx;
  const entries: Entry[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (tree.isError(c)) {
      cx.expression(c);
      continue;
    }
    let element = c;
    if (cx.kind(element) === k.parenthesized_list_splat) element = cx.first(element);
    const kind = element < 0 ? -1 : cx.kind(element);
    if (kind === k.list_splat || kind === k.list_splat_pattern)
      entries.push({ value: cx.expression(cx.first(element), element), spread: 'list' });
    else entries.push({ value: cx.expression(element, c) });
  }
  return entries;
}

/** A dict: entries with constant texts as keys are named, `**other` is copied in, other keys follow as SetIndex. */
export function dictionary(cx: Lowering, n: number): ValueId {
  const { k, f, fn } = cx;
  const entries: Entry[] = [];
  const computed: { key: ValueId; value: ValueId; at: At }[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (kind === k.pair) {
      const name = literalText(cx, cx.child(c, f.key));
      if (name !== undefined) entries.push({ value: cx.operand(c, f.value), name });
      else {
        const key = cx.operand(c, f.key);
        computed.push({ key, value: cx.operand(c, f.value), at: cx.at(c) });
      }
    } else if (kind === k.dictionary_splat) entries.push({ value: cx.expression(cx.first(c), c), spread: 'list' });
    else cx.statement(c);
  }
  const value = fn.object(entries, cx.at(n));
  for (const entry of computed) fn.setIndex(value, entry.key, entry.value, entry.at);
  return value;
}

/** `*x` where only a value is expected. */
export function splat(cx: Lowering, n: number): ValueId {
  return cx.expression(cx.first(n), n);
}

/** `x as y` where only a value is expected: code that is being typed. */
export function asPattern(cx: Lowering, n: number): ValueId {
  const value = cx.expression(cx.first(n), n);
  assign(cx, cx.child(n, cx.f.alias), value, cx.at(n));
  return value;
}
