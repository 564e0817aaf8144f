import type { At, Entry } from '../../ir/builder';
import { ArrayKind, ConcatKind, type ValueId } from '../../ir/ir';
import { generator } from './lower-comprehensions';
import type { Lowering } from './lower-context';
import { formatCall, isFormatCall, isPercentFormat, percentFormat, percentOfText } from './lower-format';
import { isText, isTextName } from './lower-literals';
import { dottedModules } from './lower-modules';

// ---- chains --------------------------------------------------------------------------------------------------------

/** The operand a chain goes on with to the left, or -1 when the node is no link of a chain. */
function head(cx: Lowering, n: number): number {
  const { k, f } = cx;
  switch (cx.kind(n)) {
    case k.attribute:
      return cx.child(n, f.object);
    case k.subscript:
      return cx.child(n, f.value);
    case k.call:
      return isFormatCall(cx, n) || isSuper(cx, n) ? -1 : cx.child(n, f.function);
    case k.binary_operator:
      return isPercentFormat(cx, n) ? -1 : cx.child(n, f.left);
    case k.boolean_operator:
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
  const imported = dottedModule(cx, operand, n);
  let value: ValueId;
  if (imported) {
    value = imported.value;
    if (imported.node === n) return value;
    node = cx.tree.parent(imported.node);
  } else value = cx.expression(operand, node);
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

/** A node that begins a chain although it looks like a link: formatting of a literal, `super()`, or broken code. */
function chainStart(cx: Lowering, n: number): ValueId {
  if (isPercentFormat(cx, n)) return percentFormat(cx, n);
  if (isFormatCall(cx, n)) return formatCall(cx, n);
  if (cx.kind(n) === cx.k.call && isSuper(cx, n)) return cx.fn.global('super', cx.at(n));
  return link(cx, n, cx.expression(-1, n));
}

/** `super()` is what JavaScript calls `super`, and its `__init__` is the superclass's constructor. */
function isSuper(cx: Lowering, n: number): boolean {
  const callee = cx.child(n, cx.f.function);
  return callee >= 0 && cx.kind(callee) === cx.k.identifier && cx.source(callee) === 'super';
}

/** `a.b.c.f` after `import a.b.c`: the longest path that is a module, and the node that ends it. */
function dottedModule(cx: Lowering, first: number, n: number): { value: ValueId; node: number } | undefined {
  const { k, f, tree } = cx;
  if (cx.dottedModules.size === 0 || cx.kind(first) !== k.identifier) return undefined;
  let path = cx.source(first);
  const modules = dottedModules(cx, path);
  if (!modules) return undefined;
  let found: number | undefined;
  let specifier = path;
  for (let node = first; node !== n; ) {
    node = tree.parent(node);
    const name = cx.kind(node) === k.attribute ? cx.child(node, f.attribute) : -1;
    if (name < 0) break;
    path += `.${cx.source(name)}`;
    if (!modules.has(path)) break;
    specifier = path;
    found = node;
  }
  return found === undefined ? undefined : { value: cx.fn.import(specifier, undefined, cx.at(found)), node: found };
}

/** One step up a chain: what the node makes of the value of its left operand. */
function link(cx: Lowering, n: number, value: ValueId): ValueId {
  const { k, f } = cx;
  switch (cx.kind(n)) {
    case k.attribute: {
      const name = cx.child(n, f.attribute);
      if (name < 0 || cx.source(name) === '') return value;
      const object = cx.child(n, f.object);
      const isSuperInit =
        cx.source(name) === '__init__' && object >= 0 && cx.kind(object) === k.call && isSuper(cx, object);
      return isSuperInit ? value : cx.fn.field(value, cx.source(name), cx.at(n));
    }
    case k.subscript:
      return subscript(cx, n, value);
    case k.call:
      return cx.fn.call(value, entries(cx, cx.child(n, f.arguments)), cx.at(n));
    case k.boolean_operator:
      return boolean(cx, n, value);
    case k.binary_operator:
      return binary(cx, n, value);
    default:
      return value;
  }
}

// ---- subscripts ----------------------------------------------------------------------------------------------------

/**
 * `a[k]` is an Index, `a[i, j]` one with a tuple as its key. `a[i:j]` is the call `a.__getitem__(i, j)`, with
 * undefined for a limit that is left out, so that models can say what slicing texts and lists does.
 */
function subscript(cx: Lowering, n: number, value: ValueId): ValueId {
  const slice = onlySlice(cx, n);
  if (slice < 0) return cx.fn.index(value, subscriptKey(cx, n).key, cx.at(n));
  const limits = sliceLimits(cx, slice).map((limit) => ({ value: limit }));
  return cx.fn.callMethod(value, '__getitem__', limits, cx.at(n), cx.at(n));
}

function onlySlice(cx: Lowering, n: number): number {
  const { k, f } = cx;
  const first = cx.child(n, f.subscript);
  if (first < 0 || cx.kind(first) !== k.slice) return -1;
  return cx.tree.childrenByField(n, f.subscript).length === 1 ? first : -1;
}

/** The key of a subscript that is written to; a slice is `slice(i, j)`. */
export function subscriptKey(cx: Lowering, n: number): { key: ValueId; isSlice: boolean } {
  const { k, f, fn } = cx;
  const keys = cx.tree.childrenByField(n, f.subscript);
  if (keys.length <= 1 && !cx.has(n, cx.k.list_splat)) {
    const key = keys.length === 0 ? cx.expression(-1, n) : cx.expression(keys[0]);
    return { key, isSlice: keys.length === 1 && cx.kind(keys[0]) === k.slice };
  }
  const list = keys.map((key) => ({ value: cx.expression(key) }));
  return { key: fn.array(ArrayKind.Tuple, list, cx.at(n)), isSlice: false };
}

export function slice(cx: Lowering, n: number): ValueId {
  const limits = sliceLimits(cx, n).map((value) => ({ value }));
  return cx.fn.call(cx.fn.global('slice', cx.at(n)), limits, cx.at(n));
}

/** Two limits, and the step where there is one. */
function sliceLimits(cx: Lowering, n: number): ValueId[] {
  const { tree, t, fn } = cx;
  const limits: (ValueId | undefined)[] = [undefined, undefined];
  let position = 0;
  for (let c = tree.firstChild(n); c >= 0; c = tree.next(c)) {
    if (cx.kind(c) === t[':'] && !tree.isNamed(c)) position++;
    else if (tree.isWalked(c)) limits[position] = cx.expression(c);
  }
  return Array.from(limits, (value) => value ?? fn.const(undefined, cx.at(n)));
}

// ---- calls ---------------------------------------------------------------------------------------------------------

export interface PlacedEntry extends Entry {
  readonly at: At;
}

/** The entries of an argument list. What does not parse in it is lowered, but takes no argument's place. */
export function entries(cx: Lowering, n: number): PlacedEntry[] {
  const list: PlacedEntry[] = [];
  if (n < 0) return list;
  const { k, f, tree } = cx;
  if (cx.kind(n) === k.generator_expression) return [{ value: generator(cx, n), at: cx.at(n) }];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    const at = cx.at(c);
    if (kind === k.list_splat) list.push({ value: cx.expression(cx.first(c), c), spread: 'list', at });
    else if (kind === k.dictionary_splat) list.push({ value: cx.expression(cx.first(c), c), spread: 'map', at });
    else if (kind === k.keyword_argument) {
      const name = cx.child(c, f.name);
      const value = cx.child(c, f.value);
      const valueAt = value < 0 ? at : cx.at(value);
      if (name < 0) list.push({ value: cx.expression(value, c), at: valueAt });
      else list.push({ value: cx.expression(value, c), name: cx.source(name), at: valueAt });
    } else if (tree.isError(c)) cx.expression(c);
    else list.push({ value: cx.expression(c), at });
  }
  return list;
}

// ---- sums ----------------------------------------------------------------------------------------------------------

/** An operator as written; '' where it is missing. */
export function operator(cx: Lowering, n: number): string {
  const sign = cx.child(n, cx.f.operator);
  return sign < 0 ? '' : cx.source(sign);
}

export function isSum(cx: Lowering, n: number): boolean {
  if (cx.kind(n) !== cx.k.binary_operator) return false;
  const sign = cx.child(n, cx.f.operator);
  return sign >= 0 && cx.tree.ends[sign] - cx.tree.starts[sign] === 1 && cx.text[cx.tree.starts[sign]] === '+';
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
  const sign = operator(cx, n);
  if (sign === '%' && (isTextName(cx, cx.unwrap(cx.child(n, cx.f.left))) || cx.fn.isText(left)))
    return percentOfText(cx, n, left);
  const right = cx.operand(n, cx.f.right);
  return sign === '' ? cx.fn.opaque('missing', [left, right], cx.at(n)) : cx.fn.binary(sign, left, right, cx.at(n));
}

function boolean(cx: Lowering, n: number, left: ValueId): ValueId {
  return shortCircuit(cx, operator(cx, n), left, cx.at(n), () => cx.operand(n, cx.f.right));
}

/** The right side is evaluated only when the left one does not decide. */
export function shortCircuit(cx: Lowering, sign: string, left: ValueId, at: At, right: () => ValueId): ValueId {
  return sign === 'or'
    ? cx.fn.conditional(left, at, () => left, right)
    : cx.fn.conditional(left, at, right, () => left);
}
