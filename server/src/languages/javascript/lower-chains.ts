import type { At, Entry } from '../../ir/builder';
import { ConcatKind, NONE, type ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { formatParts, literalText, plainTemplate, templateParts } from './lower-literals';
import { requireCall } from './lower-modules';
import { isModuleExports } from './lower-patterns';
import { typeRef } from './lower-types';

// ---- chains --------------------------------------------------------------------------------------------------------

/** The operand a chain goes on with to the left, or -1 when the node is no link of a chain. */
function head(cx: Lowering, n: number): number {
  const { k, f } = cx;
  switch (cx.kind(n)) {
    case k.member_expression:
    case k.subscript_expression:
      return cx.child(n, f.object);
    case k.call_expression:
      return isFormatCall(cx, n) ? -1 : cx.child(n, f.function);
    case k.binary_expression:
      return cx.child(n, f.left);
    case k.non_null_expression:
    case k.as_expression:
    case k.satisfies_expression:
    case k.instantiation_expression:
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
  for (let next = head(cx, node); next >= 0; ) {
    const further = head(cx, next);
    if (further < 0) break;
    node = next;
    next = further;
  }
  let value = start(cx, node);
  let sum: Sum | undefined;
  for (;;) {
    if (isSum(cx, node)) {
      const left = cx.child(node, cx.f.left);
      sum ??= { operands: [value], nodes: [], isText: isText(cx, left) };
      const right = cx.child(node, cx.f.right);
      sum.operands.push(cx.expression(right, node));
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

/** The operand at the left end of a chain; `node` is the chain's innermost link. */
function start(cx: Lowering, node: number): ValueId {
  const { k, f } = cx;
  const kind = cx.kind(node);
  if (kind === k.call_expression) {
    const callee = cx.child(node, f.function);
    // The link itself makes these calls: see `link`.
    if (callee >= 0 && (cx.kind(callee) === k.import || isFormatCall(cx, node) || isRequire(cx, callee))) return NONE;
    return cx.expression(callee, node);
  }
  if (kind === k.member_expression && isModuleExports(cx, node)) return NONE;
  if (kind === k.binary_expression) {
    const left = cx.child(node, f.left);
    if (left >= 0 && cx.kind(left) === k.private_property_identifier) return cx.fn.const(cx.source(left), cx.at(left));
  }
  return cx.expression(head(cx, node), node);
}

/** One step up a chain: what the node makes of the value of its left operand. */
function link(cx: Lowering, n: number, value: ValueId): ValueId {
  const { k, f } = cx;
  switch (cx.kind(n)) {
    case k.member_expression: {
      if (value === NONE) return cx.fn.exports(cx.at(n));
      const property = cx.child(n, f.property);
      return property < 0 ? value : cx.fn.field(value, cx.source(property), cx.at(n));
    }
    case k.subscript_expression: {
      const index = cx.child(n, f.index);
      const name = literalText(cx, index);
      return name === undefined
        ? cx.fn.index(value, cx.expression(index, n), cx.at(n))
        : cx.fn.field(value, name, cx.at(n));
    }
    case k.call_expression:
      return call(cx, n, value);
    case k.binary_expression:
      return binary(cx, n, value);
    case k.as_expression: {
      const inner = cx.first(n);
      return cx.fn.cast(value, typeRef(cx, inner < 0 ? -1 : cx.after(inner)), cx.at(n));
    }
    default:
      return value;
  }
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

/** Whether an operand is a text by its looks, so that `+` joins texts. */
export function isText(cx: Lowering, n: number): boolean {
  n = cx.unwrap(n);
  if (n < 0) return false;
  let kind = cx.kind(n);
  while (kind === cx.k.binary_expression && isSum(cx, n)) {
    const right = cx.unwrap(cx.child(n, cx.f.right));
    if (right >= 0 && (cx.kind(right) === cx.k.string || cx.kind(right) === cx.k.template_string)) return true;
    n = cx.unwrap(cx.child(n, cx.f.left));
    if (n < 0) return false;
    kind = cx.kind(n);
  }
  if (kind === cx.k.identifier && cx.textVariables.size > 0) {
    const variable = cx.fn.lookup(cx.source(n));
    return variable !== undefined && cx.textVariables.has(variable);
  }
  return kind === cx.k.string || kind === cx.k.template_string;
}

function finishSum(cx: Lowering, sum: Sum): ValueId {
  const last = sum.nodes[sum.nodes.length - 1];
  if (sum.isText || sum.operands.some((operand) => cx.fn.isText(operand)))
    return cx.fn.concat(ConcatKind.Plus, sum.operands, cx.at(last));
  let value = sum.operands[0];
  for (let i = 0; i < sum.nodes.length; i++) value = cx.fn.binary('+', value, sum.operands[i + 1], cx.at(sum.nodes[i]));
  return value;
}

// ---- calls ---------------------------------------------------------------------------------------------------------

function isRequire(cx: Lowering, callee: number): boolean {
  return (
    cx.kind(callee) === cx.k.identifier && cx.source(callee) === 'require' && cx.fn.lookup('require') === undefined
  );
}

/** `util.format("…", …)` or an imported `format` of `util`, with a literal format. */
function isFormatCall(cx: Lowering, n: number): boolean {
  if (!cx.importsFormat) return false;
  const { k, f, tree } = cx;
  const callee = cx.child(n, f.function);
  if (callee < 0) return false;
  const kind = cx.kind(callee);
  if (kind === k.member_expression) {
    const property = cx.child(callee, f.property);
    if (property < 0 || tree.ends[property] - tree.starts[property] !== 6 || cx.source(property) !== 'format')
      return false;
    const object = cx.child(callee, f.object);
    if (object < 0 || cx.kind(object) !== k.identifier || cx.moduleNames.get(cx.source(object)) !== 'util')
      return false;
  } else if (kind !== k.identifier || cx.typeNames.get(cx.source(callee)) !== 'util#format') return false;
  const args = cx.child(n, f.arguments);
  return args >= 0 && literalText(cx, cx.first(args)) !== undefined && !cx.has(args, k.spread_element);
}

/** The entries of an argument list. What does not parse in it is lowered, but takes no argument's place. */
export function entries(cx: Lowering, n: number): Entry[] {
  const list: Entry[] = [];
  if (n < 0) return list;
  const { k, tree } = cx;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.spread_element) list.push({ value: cx.expression(cx.first(c), c), spread: 'list' });
    else if (tree.isError(c)) cx.expression(c);
    else list.push({ value: cx.expression(c) });
  }
  return list;
}

function call(cx: Lowering, n: number, callee: ValueId): ValueId {
  const { k, f } = cx;
  const at = cx.at(n);
  const args = cx.child(n, f.arguments);
  if (callee === NONE) {
    const calleeNode = cx.child(n, f.function);
    if (isFormatCall(cx, n)) return formatCall(cx, args, at);
    const name = cx.kind(calleeNode) === k.import ? 'import' : 'require';
    const imported = args >= 0 ? requireCall(cx, args, at) : undefined;
    return imported ?? cx.fn.call(cx.fn.global(name, cx.at(calleeNode)), entries(cx, args), at);
  }
  if (args >= 0 && cx.kind(args) === k.template_string) return taggedTemplate(cx, args, callee, at);
  return cx.fn.call(callee, entries(cx, args), at);
}

function formatCall(cx: Lowering, args: number, at: At): ValueId {
  const literal = cx.first(args);
  const values: ValueId[] = [];
  for (let c = cx.after(literal); c >= 0; c = cx.after(c)) values.push(cx.expression(c));
  return cx.fn.concat(ConcatKind.Format, formatParts(cx, literal, values), at);
}

/** A tag receives the whole text first, as a concatenation, then the values. */
function taggedTemplate(cx: Lowering, template: number, tag: ValueId, at: At): ValueId {
  const plain = plainTemplate(cx, template);
  if (plain !== undefined) return cx.fn.call(tag, [{ value: cx.fn.const(plain, cx.at(template)) }], at);
  const { parts, values } = templateParts(cx, template);
  const text = cx.fn.concat(ConcatKind.Template, parts, cx.at(template));
  return cx.fn.call(tag, [{ value: text }, ...values.map((value) => ({ value }))], at);
}

// ---- operators -----------------------------------------------------------------------------------------------------

function binary(cx: Lowering, n: number, left: ValueId): ValueId {
  const sign = operator(cx, n);
  const right = cx.child(n, cx.f.right);
  switch (sign) {
    case '&&':
    case '||':
    case '??':
      return shortCircuit(cx, sign, left, cx.at(n), () => cx.expression(right, n));
    case '':
      return cx.fn.opaque('missing', [left, cx.expression(right, n)], cx.at(n));
    default:
      return cx.fn.binary(sign, left, cx.expression(right, n), cx.at(n));
  }
}

/** The right side is evaluated only when the left one does not decide. */
export function shortCircuit(cx: Lowering, sign: string, left: ValueId, at: At, right: () => ValueId): ValueId {
  const { fn } = cx;
  if (sign === '&&') return fn.conditional(left, at, right, () => left);
  const decided = sign === '||' ? left : fn.binary('!=', left, fn.const(null, at), at);
  return fn.conditional(decided, at, () => left, right);
}
