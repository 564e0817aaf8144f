import { ConcatKind, type ValueId } from '../../ir/ir';
import { brokenParts } from './lower-broken';
import { call } from './lower-calls';
import type { Lowering } from './lower-context';
import { typeNamed, variableOf } from './lower-names';
import { typeRef } from './lower-types';

/** The operand a chain goes on with to the left, or -1 when the node is no link of a chain. */
function head(cx: Lowering, n: number): number {
  const { k, f } = cx;
  switch (cx.kind(n)) {
    case k.selector_expression:
    case k.index_expression:
    case k.slice_expression:
    case k.type_assertion_expression:
      return cx.child(n, f.operand);
    case k.call_expression: {
      const callee = cx.child(n, f.function);
      // What is called by its name alone may be a function of the language, or a type.
      return callee >= 0 && cx.kind(callee) === k.identifier ? -1 : callee;
    }
    case k.binary_expression:
      return cx.child(n, f.left);
    case k.parenthesized_expression:
      return cx.first(n);
    default:
      return -1;
  }
}

/** A `+` chain being collected: its operands in order, and the `+` nodes that join them. */
interface Sum {
  readonly operands: ValueId[];
  readonly nodes: number[];
  isText: boolean;
}

/**
 * Member, call and operator chains nest to the left and may be as long as a file, so they are lowered in a loop: down to
 * the first operand, then up again.
 */
export function chain(cx: Lowering, n: number): ValueId {
  let node = n;
  let operand = head(cx, node);
  if (operand < 0) return chainStart(cx, n);
  for (let further = head(cx, operand); further >= 0; further = head(cx, operand)) {
    node = operand;
    operand = further;
  }
  let value = cx.expression(operand, node);
  let sum: Sum | undefined;
  for (;;) {
    if (isSum(cx, node)) {
      const left = cx.child(node, cx.f.left);
      sum ??= { operands: [value], nodes: [], isText: isText(cx, left) };
      const right = cx.child(node, cx.f.right);
      sum.operands.push(rightOperand(cx, node));
      sum.nodes.push(node);
      sum.isText ||= isText(cx, right);
    } else if (sum && cx.kind(node) === cx.k.parenthesized_expression) {
      // `("a" + b) + c` is one text.
    } else {
      if (sum) value = finishSum(cx, sum);
      sum = undefined;
      value = link(cx, node, value);
    }
    if (node === n) return sum ? finishSum(cx, sum) : value;
    node = cx.tree.parent(node);
  }
}

/** The operand on the right, with what does not parse in front of it. */
function rightOperand(cx: Lowering, n: number): ValueId {
  const right = cx.child(n, cx.f.right);
  const broken = brokenParts(cx, n);
  if (broken.length === 0) return cx.expression(right, n);
  return cx.fn.opaque('error', [...broken, cx.expression(right, n)], cx.at(n));
}

/** A node that begins a chain although it looks like a link: the call of a name, or broken code. */
function chainStart(cx: Lowering, n: number): ValueId {
  const { k, f } = cx;
  if (cx.kind(n) !== k.call_expression) return link(cx, n, cx.expression(-1, n));
  return call(cx, n, cx.child(n, f.function), undefined);
}

/** One step up a chain: what the node makes of the value of its left operand. */
function link(cx: Lowering, n: number, value: ValueId): ValueId {
  const { k, f, fn } = cx;
  const at = cx.at(n);
  switch (cx.kind(n)) {
    case k.selector_expression: {
      const name = cx.child(n, f.field);
      return name < 0 || cx.source(name) === '' ? value : fn.field(value, cx.source(name), at);
    }
    case k.index_expression:
      return indexOrInstance(cx, n, value);
    case k.slice_expression:
      return slice(cx, n, value);
    case k.type_assertion_expression:
      return fn.cast(value, typeRef(cx, cx.child(n, f.type)), at);
    case k.call_expression:
      return call(cx, n, cx.child(n, f.function), value);
    case k.binary_expression:
      return binary(cx, n, value);
    default:
      return value;
  }
}

// ---- members -------------------------------------------------------------------------------------------------------

/** `f[int]` of a generic function or type is the function or type. */
function indexOrInstance(cx: Lowering, n: number, value: ValueId): ValueId {
  const { f, k, fn } = cx;
  const index = cx.child(n, f.index);
  if (index >= 0 && cx.kind(index) === k.identifier && typeNamed(cx, cx.source(index)) !== '') return value;
  return fn.index(value, cx.expression(index, n), cx.at(n));
}

/**
 * `a[i:j]` is the call `a.slice(i, j)`, with undefined for a limit that is left out, so that models can say what slicing
 * texts and lists does.
 */
function slice(cx: Lowering, n: number, value: ValueId): ValueId {
  const { f, fn } = cx;
  const limit = (field: number): ValueId => {
    const node = cx.child(n, field);
    return node < 0 ? fn.const(undefined, cx.at(n)) : cx.expression(node);
  };
  const start = limit(f.start);
  const limits = [{ value: start }, { value: limit(f.end) }];
  const capacity = cx.child(n, f.capacity);
  if (capacity >= 0) cx.expression(capacity);
  return fn.callMethod(value, 'slice', limits, cx.at(n), cx.at(n));
}

// ---- sums ----------------------------------------------------------------------------------------------------------

/** An operator as written; '' where it is missing. */
export function operator(cx: Lowering, n: number): string {
  const sign = cx.child(n, cx.f.operator);
  return sign < 0 ? '' : cx.source(sign);
}

export function isSum(cx: Lowering, n: number): boolean {
  if (n < 0 || cx.kind(n) !== cx.k.binary_expression) return false;
  const sign = cx.child(n, cx.f.operator);
  return sign >= 0 && cx.tree.ends[sign] - cx.tree.starts[sign] === 1 && cx.text[cx.tree.starts[sign]] === '+';
}

/** Sums in sums are looked into no deeper than this: by then their values tell whether they are texts. */
const MAX_SUMS = 4;

/** Whether an expression is text by its looks or by what the file declares, so that `+` joins texts. */
export function isText(cx: Lowering, n: number, depth = 0): boolean {
  const { k, f } = cx;
  n = cx.unwrap(n);
  if (n < 0) return false;
  switch (cx.kind(n)) {
    case k.interpreted_string_literal:
    case k.raw_string_literal:
      return true;
    case k.identifier: {
      const variable = cx.fn.lookup(cx.source(n));
      if (!variable) return false;
      return cx.textVariables.has(variable) || cx.variables.get(variable)?.type === 'string';
    }
    case k.call_expression:
      return isTextCall(cx, n);
    case k.binary_expression:
      return (
        depth < MAX_SUMS &&
        isSum(cx, n) &&
        (isText(cx, cx.child(n, f.right), depth + 1) || isText(cx, cx.child(n, f.left), depth + 1))
      );
    default:
      return false;
  }
}

const TEXT_CALLS = new Set([
  'fmt.Sprintf',
  'fmt.Sprint',
  'fmt.Sprintln',
  'strings.Join',
  'strconv.Itoa',
  'strconv.Quote',
]);

function isTextCall(cx: Lowering, n: number): boolean {
  const { k, f } = cx;
  const callee = cx.child(n, f.function);
  if (callee < 0) return false;
  if (cx.kind(callee) === k.identifier) return cx.source(callee) === 'string' && !cx.fn.lookup('string');
  if (cx.kind(callee) !== k.selector_expression) return false;
  const owner = cx.child(callee, f.operand);
  return owner >= 0 && cx.kind(owner) === k.identifier && TEXT_CALLS.has(cx.source(callee));
}

function finishSum(cx: Lowering, sum: Sum): ValueId {
  const last = sum.nodes[sum.nodes.length - 1];
  if (sum.isText || sum.operands.some((operand) => cx.fn.isText(operand)))
    return cx.fn.concat(ConcatKind.Plus, sum.operands, cx.at(last));
  let value = sum.operands[0];
  for (let i = 0; i < sum.nodes.length; i++) value = cx.fn.binary('+', value, sum.operands[i + 1], cx.at(sum.nodes[i]));
  return value;
}

// ---- operators -----------------------------------------------------------------------------------------------------

function binary(cx: Lowering, n: number, left: ValueId): ValueId {
  const { fn, f } = cx;
  const sign = operator(cx, n);
  const right = cx.child(n, f.right);
  const at = cx.at(n);
  switch (sign) {
    case '&&':
      return fn.conditional(
        left,
        at,
        () => cx.expression(right, n),
        () => left,
      );
    case '||':
      return fn.conditional(
        left,
        at,
        () => left,
        () => cx.expression(right, n),
      );
    case '':
      return fn.opaque('missing', [left, cx.expression(right, n)], at);
    default:
      return applyOperator(cx, sign, left, rightOperand(cx, n), n);
  }
}

/** An arithmetic operator; `&^` clears the bits that are set on the right. */
export function applyOperator(cx: Lowering, sign: string, left: ValueId, right: ValueId, n: number): ValueId {
  const { fn } = cx;
  const at = cx.at(n);
  return sign === '&^' ? fn.binary('&', left, fn.unary('~', right, at), at) : fn.binary(sign, left, right, at);
}

/** `!x`, `-x`, `^x`; an address and what it points at are the same; `<-c` takes an element. */
export function unary(cx: Lowering, n: number): ValueId {
  const { fn, f } = cx;
  const operand = cx.child(n, f.operand);
  const at = cx.at(n);
  switch (operator(cx, n)) {
    case '&':
      return cx.expression(operand, n);
    case '*': {
      const variable = variableOf(cx, operand);
      const value = cx.expression(operand, n);
      return variable && cx.variables.get(variable)?.isPointerToPlain ? fn.field(value, POINTED, at) : value;
    }
    case '<-':
      return fn.iter(cx.expression(operand, n), at);
    case '^':
      return fn.unary('~', cx.expression(operand, n), at);
    case '':
      return fn.opaque('missing', [cx.expression(operand, n)], at);
    case '!':
      return condition(cx, n);
    default:
      return fn.unary(operator(cx, n), cx.expression(operand, n), at);
  }
}

/** The field of a box that holds a plain variable while code has its address. */
export const POINTED = '*';

// ---- conditions ----------------------------------------------------------------------------------------------------

/** A test, with `&&`, `||` and `!` kept as operators so that guards inside them can be recognised. */
export function condition(cx: Lowering, n: number): ValueId {
  const { k, f } = cx;
  n = cx.unwrap(n);
  if (n < 0) return cx.expression(n);
  if (cx.kind(n) === k.unary_expression && operator(cx, n) === '!') {
    const operand = cx.child(n, f.operand);
    return cx.nested(
      n,
      1,
      () => cx.fn.unary('!', operand < 0 ? cx.expression(-1, n) : condition(cx, operand), cx.at(n)),
      () => cx.fn.opaque('nesting', [], cx.at(n)),
    );
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

function isLogical(cx: Lowering, n: number): boolean {
  if (cx.kind(n) !== cx.k.binary_expression) return false;
  const sign = operator(cx, n);
  return sign === '&&' || sign === '||';
}

function joinConditions(cx: Lowering, links: readonly number[], first: number): ValueId {
  const { fn, f } = cx;
  let value = first < 0 ? cx.expression(-1, links[links.length - 1]) : condition(cx, first);
  for (let i = links.length - 1; i >= 0; i--) {
    const right = cx.child(links[i], f.right);
    const test = right < 0 ? cx.expression(-1, links[i]) : condition(cx, right);
    value = fn.binary(operator(cx, links[i]), value, test, cx.at(links[i]));
  }
  return value;
}
