import type { Entry } from '../../ir/builder';
import { ConcatKind, NONE, type ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { formatParts, literalText } from './lower-literals';
import { meaningOf, methodNamed, namePath, typeOfMeaning, unqualifiedCallee } from './lower-names';
import { instanceTest } from './lower-patterns';
import { fieldType, findField, methodType } from './lower-scopes';
import { knownType, STRING, typeRef } from './lower-types';

// ---- chains --------------------------------------------------------------------------------------------------------

/** The operand a chain goes on with to the left, or -1 when the node is no link of a chain. */
function head(cx: Lowering, n: number): number {
  const { k, f } = cx;
  switch (cx.kind(n)) {
    case k.field_access:
      return cx.child(n, f.object);
    case k.method_invocation:
      return formatCall(cx, n) ? -1 : cx.child(n, f.object);
    case k.array_access:
      return cx.child(n, f.array);
    case k.binary_expression:
    case k.instanceof_expression:
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
  readonly operandNodes: number[];
  readonly nodes: number[];
}

/**
 * Member, call and operator chains nest to the left and may be as long as a file, so they are lowered in a loop: down to
 * the first operand, then up again.
 */
export function chain(cx: Lowering, n: number): ValueId {
  let node = n;
  let leaf = head(cx, node);
  while (leaf >= 0) {
    const further = head(cx, leaf);
    if (further < 0) break;
    node = leaf;
    leaf = further;
  }
  let value: ValueId;
  if (leaf >= 0 && cx.kind(leaf) === cx.k.identifier) {
    const path = namePath(cx, leaf, n);
    if (path.node === n) return path.value;
    value = path.value;
    if (path.node !== leaf) node = cx.tree.parent(path.node);
  } else value = start(cx, node, leaf);
  let sum: Sum | undefined;
  for (;;) {
    if (isSum(cx, node)) {
      const right = cx.child(node, cx.f.right);
      sum ??= { operands: [value], operandNodes: [cx.child(node, cx.f.left)], nodes: [] };
      sum.operands.push(cx.expression(right, node));
      sum.operandNodes.push(right);
      sum.nodes.push(node);
    } else if (sum && cx.kind(node) === cx.k.parenthesized_expression) {
      // `("a" + b) + c` is one text; `(1 + 2) + "a"` is one, too, as numbers in front are added up.
    } else {
      if (sum) value = finishSum(cx, sum);
      sum = undefined;
      value = link(cx, node, value);
    }
    if (node === n) return sum ? finishSum(cx, sum) : value;
    node = cx.tree.parent(node);
  }
}

/** The operand at the left end of a chain whose innermost link is `node`; NONE where the link has none. */
function start(cx: Lowering, node: number, leaf: number): ValueId {
  if (leaf >= 0) return cx.expression(leaf, node);
  return cx.kind(node) === cx.k.method_invocation ? NONE : cx.expression(-1, node);
}

/** One step up a chain: what the node makes of the value of its left operand. */
function link(cx: Lowering, n: number, value: ValueId): ValueId {
  const { k, f } = cx;
  switch (cx.kind(n)) {
    case k.field_access: {
      const name = cx.child(n, f.field);
      if (name < 0) return value;
      const object = superAfter(cx, n) ? cx.fn.global('super', cx.at(n)) : value;
      return cx.fn.field(object, cx.source(name), cx.at(n));
    }
    case k.array_access:
      return cx.fn.index(value, cx.operand(n, f.index), cx.at(n));
    case k.method_invocation:
      return call(cx, n, value);
    case k.binary_expression:
      return binary(cx, n, value);
    case k.instanceof_expression:
      return instanceTest(cx, n, value);
    default:
      return value;
  }
}

/** `Outer.super.member`: the type only says whose ancestor is meant. */
function superAfter(cx: Lowering, n: number): boolean {
  const object = cx.child(n, cx.f.object);
  for (let c = object < 0 ? -1 : cx.after(object); c >= 0; c = cx.after(c)) if (cx.kind(c) === cx.k.super) return true;
  return false;
}

// ---- sums ----------------------------------------------------------------------------------------------------------

/** An operator as written; '' where it is missing. */
export function operator(cx: Lowering, n: number): string {
  const sign = cx.child(n, cx.f.operator);
  return sign < 0 ? '' : cx.source(sign);
}

export function isSum(cx: Lowering, n: number): boolean {
  if (cx.kind(n) !== cx.k.binary_expression) return false;
  const sign = cx.child(n, cx.f.operator);
  return sign >= 0 && cx.tree.ends[sign] - cx.tree.starts[sign] === 1 && cx.text[cx.tree.starts[sign]] === '+';
}

/** Methods that every object or every text has and that give text. */
const TEXT_METHODS = new Set([
  'toString',
  'trim',
  'strip',
  'substring',
  'toLowerCase',
  'toUpperCase',
  'replaceAll',
  'replaceFirst',
  'concat',
  'formatted',
  'repeat',
]);

/** Whether an operand is text by its looks or by what the file declares, so that `+` joins texts. */
export function isText(cx: Lowering, n: number): boolean {
  const { k, f } = cx;
  n = cx.unwrap(n);
  while (n >= 0 && isSum(cx, n)) {
    if (isTextOperand(cx, cx.unwrap(cx.child(n, f.right)))) return true;
    n = cx.unwrap(cx.child(n, f.left));
  }
  if (n >= 0 && cx.kind(n) === k.ternary_expression) return isTextOperand(cx, cx.unwrap(cx.child(n, f.consequence)));
  return isTextOperand(cx, n);
}

/** Sums in sums are looked into no deeper than this: by then their values tell whether they are texts. */
const MAX_SUMS = 4;

function isTextOperand(cx: Lowering, n: number, depth = 0): boolean {
  if (n < 0) return false;
  const { k, f } = cx;
  switch (cx.kind(n)) {
    case k.string_literal:
    case k.template_expression:
      return true;
    case k.method_invocation: {
      const name = cx.child(n, f.name);
      const object = cx.child(n, f.object);
      if (name < 0) return false;
      const text = cx.source(name);
      if (object >= 0 && TEXT_METHODS.has(text)) return true;
      if (object >= 0 && (text === 'valueOf' || text === 'format' || text === 'join'))
        return cx.kind(object) === k.identifier && cx.source(object) === 'String';
      return declaredType(cx, n) === STRING;
    }
    case k.binary_expression:
      return depth < MAX_SUMS && isSum(cx, n) && isTextOperand(cx, cx.unwrap(cx.child(n, f.right)), depth + 1);
    default:
      return declaredType(cx, n) === STRING;
  }
}

/** The type that the file declares for a name, a field of `this`, a call of an own method, a cast; '' when unknown. */
export function declaredType(cx: Lowering, n: number): string {
  const { k, f } = cx;
  if (n < 0) return '';
  switch (cx.kind(n)) {
    case k.identifier:
      return typeOfMeaning(cx, meaningOf(cx, cx.source(n)));
    case k.field_access: {
      const object = cx.child(n, f.object);
      const name = cx.child(n, f.field);
      if (name < 0 || object < 0 || cx.kind(object) !== k.this || !cx.scope) return '';
      const found = findField(cx, cx.scope, cx.source(name));
      return found ? fieldType(cx, found.owner, found.member) : '';
    }
    case k.method_invocation: {
      const object = cx.child(n, f.object);
      const name = cx.child(n, f.name);
      if (name < 0 || (object >= 0 && cx.kind(object) !== k.this)) return '';
      const found = methodNamed(cx, cx.source(name));
      return found ? methodType(cx, found.owner, found.member) : '';
    }
    case k.cast_expression:
      return typeRef(cx, cx.child(n, f.type));
    default:
      return '';
  }
}

const NUMBERS = new Set(['byte', 'short', 'int', 'long', 'float', 'double', 'char']);

/** Whether an operand surely is a number or a character, which `+` adds. */
export function isNumber(cx: Lowering, n: number, depth = 0): boolean {
  n = cx.unwrap(n);
  if (n < 0) return false;
  const { k } = cx;
  switch (cx.kind(n)) {
    case k.decimal_integer_literal:
    case k.hex_integer_literal:
    case k.octal_integer_literal:
    case k.binary_integer_literal:
    case k.decimal_floating_point_literal:
    case k.hex_floating_point_literal:
    case k.character_literal:
      return true;
    case k.binary_expression:
      return !isSum(cx, n) || (depth < MAX_SUMS && isNumber(cx, cx.child(n, cx.f.right), depth + 1));
    default:
      return NUMBERS.has(declaredType(cx, n));
  }
}

/** Operands from the left are added as long as they are numbers; from the first text on they are joined. */
function finishSum(cx: Lowering, sum: Sum): ValueId {
  const { operands, operandNodes, nodes } = sum;
  const joins = operands.some((value, i) => cx.fn.isText(value) || isText(cx, operandNodes[i]));
  let first = joins ? 0 : operands.length - 1;
  if (joins) while (first + 1 < operands.length && isNumber(cx, operandNodes[first])) first++;
  // One number in front of a text is joined like any other operand.
  const added = joins ? Math.max(0, first - 1) : first;
  let value = operands[0];
  for (let i = 0; i < added; i++) value = cx.fn.binary('+', value, operands[i + 1], cx.at(nodes[i]));
  if (!joins) return value;
  return cx.fn.concat(ConcatKind.Plus, [value, ...operands.slice(added + 1)], cx.at(nodes[nodes.length - 1]));
}

// ---- calls ---------------------------------------------------------------------------------------------------------

/** What the arguments of a call with a literal format are: the format, and the first value. */
interface FormatCall {
  readonly format: number;
  readonly firstValue: number;
}

/** `String.format("…", …)`, also after a locale, and `"…".formatted(…)`. */
function formatCall(cx: Lowering, n: number): FormatCall | undefined {
  const { k, f, tree } = cx;
  const name = cx.child(n, f.name);
  if (name < 0) return undefined;
  const length = tree.ends[name] - tree.starts[name];
  // Nearly all calls are no such ones, and each is looked at more than once.
  if ((length !== 6 && length !== 9) || cx.text[tree.starts[name]] !== 'f') return undefined;
  const object = cx.child(n, f.object);
  const args = cx.child(n, f.arguments);
  if (object < 0 || args < 0) return undefined;
  const first = cx.first(args);
  if (length === 9 && cx.source(name) === 'formatted') {
    return literalText(cx, object) === undefined ? undefined : { format: cx.unwrap(object), firstValue: first };
  }
  if (length !== 6 || first < 0 || cx.kind(object) !== k.identifier || cx.source(name) !== 'format') return undefined;
  const type = cx.source(object);
  if (type !== 'String' || meaningOf(cx, type) || knownType(cx, type) !== STRING) return undefined;
  if (literalText(cx, first) !== undefined) return { format: cx.unwrap(first), firstValue: cx.after(first) };
  const second = cx.after(first);
  if (second < 0 || literalText(cx, second) === undefined || !isLocale(cx, first)) return undefined;
  return { format: cx.unwrap(second), firstValue: cx.after(second) };
}

function isLocale(cx: Lowering, n: number): boolean {
  const source = cx.source(n);
  return source.startsWith('Locale.') || declaredType(cx, n) === 'java.util.Locale';
}

/** The entries of an argument list. What does not parse in it is lowered, but takes no argument's place. */
export function entries(cx: Lowering, n: number): Entry[] {
  const list: Entry[] = [];
  if (n < 0) return list;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const value = cx.expression(c);
    if (!cx.tree.isError(c)) list.push({ value });
  }
  return list;
}

function call(cx: Lowering, n: number, receiver: ValueId): ValueId {
  const { f } = cx;
  const at = cx.at(n);
  const name = cx.child(n, f.name);
  const args = cx.child(n, f.arguments);
  const format = receiver === NONE ? formatCall(cx, n) : undefined;
  if (format) {
    const values: ValueId[] = [];
    for (let c = format.firstValue; c >= 0; c = cx.after(c)) values.push(cx.expression(c));
    return cx.fn.concat(ConcatKind.Format, formatParts(cx, format.format, values), at);
  }
  if (receiver === NONE) return cx.fn.call(unqualifiedCallee(cx, name), entries(cx, args), at);
  const object = superAfter(cx, n) ? cx.fn.global('super', at) : receiver;
  const callee = name < 0 ? object : cx.fn.field(object, cx.source(name), { start: at.start, end: cx.tree.ends[name] });
  return cx.fn.call(callee, entries(cx, args), at);
}

// ---- operators -----------------------------------------------------------------------------------------------------

function binary(cx: Lowering, n: number, left: ValueId): ValueId {
  const sign = operator(cx, n);
  const right = cx.child(n, cx.f.right);
  const at = cx.at(n);
  switch (sign) {
    case '&&':
      return cx.fn.conditional(
        left,
        at,
        () => cx.expression(right, n),
        () => left,
      );
    case '||':
      return cx.fn.conditional(
        left,
        at,
        () => left,
        () => cx.expression(right, n),
      );
    case '':
      return cx.fn.opaque('missing', [left, cx.expression(right, n)], at);
    default:
      return cx.fn.binary(sign, left, cx.expression(right, n), at);
  }
}
