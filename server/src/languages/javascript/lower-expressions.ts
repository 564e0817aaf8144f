import type { At, Entry } from '../../ir/builder';
import { ArrayKind, ConcatKind, IterKind, NONE, type ValueId } from '../../ir/ir';
import { classValue } from './lower-classes';
import type { Lowering } from './lower-context';
import { buildFunction, functionValue } from './lower-functions';
import { formatParts, literalText, numberValue, plainTemplate, templateParts } from './lower-literals';
import { requireCall } from './lower-modules';
import {
  assign,
  computedKey,
  isExportsName,
  isModuleExports,
  propertyName,
  readReference,
  reference,
  withDefault,
  writeReference,
} from './lower-patterns';
import { typeRef } from './lower-types';

// ---- names ---------------------------------------------------------------------------------------------------------

export function identifier(cx: Lowering, n: number): ValueId {
  const name = cx.source(n);
  const at = cx.at(n);
  if (name === 'exports' && isExportsName(cx, name)) return cx.fn.exports(at);
  if (name === 'arguments' && !cx.frame.isArrow && cx.frame.parameters.length > 0 && cx.fn.lookup(name) === undefined) {
    return cx.fn.array(
      ArrayKind.List,
      cx.frame.parameters.map((value) => ({ value })),
      at,
    );
  }
  // A name that parsing made up is empty.
  return name === '' ? cx.fn.opaque('missing', [], at) : cx.fn.read(name, at);
}

export function metaProperty(cx: Lowering, n: number): ValueId {
  return cx.fn.global(cx.source(n).startsWith('new') ? 'new.target' : 'import.meta', cx.at(n));
}

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
  for (let next = head(cx, node); next >= 0 && head(cx, next) >= 0; next = head(cx, node)) node = next;
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
      return name === undefined ? cx.fn.index(value, cx.expression(index, n), cx.at(n)) : cx.fn.field(value, name, cx.at(n));
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

function operator(cx: Lowering, n: number): string {
  const sign = cx.child(n, cx.f.operator);
  return sign < 0 ? '' : cx.source(sign);
}

function isSum(cx: Lowering, n: number): boolean {
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
  return kind === cx.k.string || kind === cx.k.template_string;
}

function finishSum(cx: Lowering, sum: Sum): ValueId {
  const last = sum.nodes[sum.nodes.length - 1];
  if (sum.isText || sum.operands.some((operand) => cx.fn.isText(operand))) return cx.fn.concat(ConcatKind.Plus, sum.operands, cx.at(last));
  let value = sum.operands[0];
  for (let i = 0; i < sum.nodes.length; i++) value = cx.fn.binary('+', value, sum.operands[i + 1], cx.at(sum.nodes[i]));
  return value;
}

// ---- calls ---------------------------------------------------------------------------------------------------------

function isRequire(cx: Lowering, callee: number): boolean {
  return cx.kind(callee) === cx.k.identifier && cx.source(callee) === 'require' && cx.fn.lookup('require') === undefined;
}

/** `util.format("…", …)` or an imported `format` of `util`, with a literal format. */
function isFormatCall(cx: Lowering, n: number): boolean {
  const { k, f, tree } = cx;
  const callee = cx.child(n, f.function);
  if (callee < 0) return false;
  const kind = cx.kind(callee);
  // Looks at lengths before texts: this is asked of every call.
  if (kind === k.member_expression) {
    const property = cx.child(callee, f.property);
    if (property < 0 || tree.ends[property] - tree.starts[property] !== 6 || cx.source(property) !== 'format') return false;
    const object = cx.child(callee, f.object);
    if (object < 0 || cx.kind(object) !== k.identifier || cx.moduleNames.get(cx.source(object)) !== 'util') return false;
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

export function newExpression(cx: Lowering, n: number): ValueId {
  const callee = cx.operand(n, cx.f.constructor);
  return cx.fn.new(callee, entries(cx, cx.child(n, cx.f.arguments)), cx.at(n));
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
function shortCircuit(cx: Lowering, sign: string, left: ValueId, at: At, right: () => ValueId): ValueId {
  const { fn } = cx;
  if (sign === '&&') return fn.conditional(left, at, right, () => left);
  const decided = sign === '||' ? left : fn.binary('!=', left, fn.const(null, at), at);
  return fn.conditional(decided, at, () => left, right);
}

/** A test, with `&&`, `||` and `!` kept as operators so that guards inside them can be recognised. */
export function condition(cx: Lowering, n: number): ValueId {
  const { k, f } = cx;
  n = cx.unwrap(n);
  if (n < 0) return cx.expression(n);
  const kind = cx.kind(n);
  if (kind === k.unary_expression) {
    const argument = cx.child(n, f.argument);
    if (argument >= 0 && operator(cx, n) === '!') {
      return cx.nested(
        n,
        1,
        () => cx.fn.unary('!', condition(cx, argument), cx.at(n)),
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
  let value = condition(cx, first);
  for (let i = links.length - 1; i >= 0; i--) {
    const left = value;
    const sign = operator(cx, links[i]);
    const right = cx.child(links[i], f.right);
    const at = cx.at(links[i]);
    value = assignsInside(cx, right)
      ? shortCircuit(cx, sign, left, at, () => condition(cx, right))
      : fn.binary(sign, left, condition(cx, right), at);
  }
  return value;
}

function isLogical(cx: Lowering, n: number): boolean {
  if (cx.kind(n) !== cx.k.binary_expression) return false;
  const sign = cx.child(n, cx.f.operator);
  if (sign < 0 || cx.tree.ends[sign] - cx.tree.starts[sign] !== 2) return false;
  const first = cx.text[cx.tree.starts[sign]];
  const second = cx.text[cx.tree.starts[sign] + 1];
  return first === second && (first === '&' || first === '|');
}

/** Whether evaluating an expression may change a variable, so that it must stay behind its condition. */
function assignsInside(cx: Lowering, n: number): boolean {
  if (n < 0) return false;
  const { k } = cx;
  const end = cx.subtreeEnd(n);
  for (let i = n; i < end; i++) {
    const kind = cx.kind(i);
    if (kind === k.assignment_expression || kind === k.augmented_assignment_expression || kind === k.update_expression) return true;
  }
  return false;
}

export function ternary(cx: Lowering, n: number): ValueId {
  const test = condition(cx, cx.child(n, cx.f.condition));
  return cx.fn.conditional(
    test,
    cx.at(n),
    () => cx.operand(n, cx.f.consequence),
    () => cx.operand(n, cx.f.alternative),
  );
}

export function unary(cx: Lowering, n: number): ValueId {
  const { fn, k } = cx;
  const sign = operator(cx, n);
  const argument = cx.child(n, cx.f.argument);
  const at = cx.at(n);
  if (sign === '!') return fn.unary('!', condition(cx, argument), at);
  if (sign === '-' && argument >= 0 && cx.kind(argument) === k.number) {
    const value = numberValue(cx.source(argument));
    return typeof value === 'number' ? fn.const(-value, at) : fn.constantOf('bigint', `-${value}`, at);
  }
  const value = cx.expression(argument, n);
  return sign === 'void' ? fn.const(undefined, at) : fn.unary(sign, value, at);
}

export function awaitExpression(cx: Lowering, n: number): ValueId {
  return cx.fn.await(cx.expression(cx.first(n), n), cx.at(n));
}

export function yieldExpression(cx: Lowering, n: number): ValueId {
  const { fn } = cx;
  const at = cx.at(n);
  const argument = cx.first(n);
  if (argument < 0) return fn.yield(fn.const(undefined, at), at);
  const value = cx.expression(argument);
  return fn.yield(cx.has(n, cx.t['*']) ? fn.iter(value, cx.at(argument), IterKind.Values) : value, at);
}

export function sequence(cx: Lowering, n: number): ValueId {
  let value: ValueId = NONE;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) value = cx.expression(c);
  return value === NONE ? cx.expression(-1, n) : value;
}

// ---- assignments ---------------------------------------------------------------------------------------------------

export function assignment(cx: Lowering, n: number): ValueId {
  const left = cx.child(n, cx.f.left);
  const right = cx.child(n, cx.f.right);
  const at = cx.at(n);
  const { using, await: awaitToken } = cx.t;
  // `using x = …` where the grammar takes the declaration for an assignment.
  if (left >= 0 && cx.kind(left) === cx.k.identifier && using >= 0 && (cx.has(n, using) || cx.has(n, awaitToken))) {
    cx.fn.declare(cx.source(left));
  }
  const target = reference(cx, left);
  const name = target.kind === 'name' || target.kind === 'field' ? target.name : undefined;
  const value = namedValue(cx, right, name, target.kind === 'exports' || isOwnExport(cx, left), n);
  writeReference(cx, target, value, at, right < 0 ? at : cx.at(right));
  return value;
}

/** `exports.x = …` or `module.exports.x = …`. */
function isOwnExport(cx: Lowering, left: number): boolean {
  if (left < 0 || cx.kind(left) !== cx.k.member_expression) return false;
  const object = cx.child(left, cx.f.object);
  if (object < 0) return false;
  if (cx.kind(object) === cx.k.member_expression) return isModuleExports(cx, object);
  return cx.kind(object) === cx.k.identifier && isExportsName(cx, cx.source(object));
}

/** An expression that gives its name to a function or class without one. */
export function namedValue(cx: Lowering, n: number, name: string | undefined, exported: boolean, parent = n): ValueId {
  const { k } = cx;
  const inner = cx.unwrap(n);
  if (inner >= 0) {
    const kind = cx.kind(inner);
    if (kind === k.arrow_function || kind === k.function_expression || kind === k.generator_function) {
      return cx.nested(
        inner,
        1,
        () => functionValue(cx, inner, { name, exported }),
        () => cx.fn.opaque('nesting', [], cx.at(inner)),
      );
    }
    if (kind === k.object && exported) return object(cx, inner, true);
    if (kind === k.class) {
      return cx.nested(
        inner,
        1,
        () => classValue(cx, inner, name ?? '', exported),
        () => cx.fn.opaque('nesting', [], cx.at(inner)),
      );
    }
  }
  return cx.expression(n, parent);
}

export function augmentedAssignment(cx: Lowering, n: number): ValueId {
  const { fn, f } = cx;
  const at = cx.at(n);
  const left = cx.child(n, f.left);
  const right = cx.child(n, f.right);
  const target = reference(cx, left);
  const before = readReference(cx, target, left < 0 ? at : cx.at(left));
  const sign = operator(cx, n).slice(0, -1);
  if (sign === '&&' || sign === '||' || sign === '??') {
    return shortCircuit(cx, sign, before, at, () => {
      const value = cx.expression(right, n);
      writeReference(cx, target, value, at);
      return value;
    });
  }
  const value =
    sign === '+' && (isText(cx, right) || fn.isText(before))
      ? fn.concat(ConcatKind.Plus, [before, ...textOperands(cx, right)], at)
      : sign === ''
        ? cx.expression(right, n)
        : fn.binary(sign, before, cx.expression(right, n), at);
  writeReference(cx, target, value, at);
  return value;
}

/** The operands of a sum, each lowered: what `s += a + "b" + c` appends. A sum of no texts is one operand. */
function textOperands(cx: Lowering, n: number): ValueId[] {
  if (!isText(cx, n)) return [cx.expression(n)];
  const nodes: number[] = [];
  let node = cx.unwrap(n);
  while (node >= 0 && isSum(cx, node)) {
    nodes.push(cx.child(node, cx.f.right));
    node = cx.unwrap(cx.child(node, cx.f.left));
  }
  nodes.push(node);
  return nodes.reverse().map((operand) => cx.expression(operand, n));
}

export function update(cx: Lowering, n: number): ValueId {
  const { fn, tree } = cx;
  const at = cx.at(n);
  const argument = cx.child(n, cx.f.argument);
  const sign = cx.child(n, cx.f.operator);
  const target = reference(cx, argument);
  const before = readReference(cx, target, argument < 0 ? at : cx.at(argument));
  const after = fn.binary(operator(cx, n) === '--' ? '-' : '+', before, fn.const(1, at), at);
  writeReference(cx, target, after, at);
  return sign >= 0 && argument >= 0 && tree.starts[sign] > tree.starts[argument] ? before : after;
}

// ---- containers ----------------------------------------------------------------------------------------------------

export function array(cx: Lowering, n: number): ValueId {
  const { tree, k, fn } = cx;
  const list: Entry[] = [];
  // A comma without an element before it is a hole.
  let filled = false;
  for (let c = tree.firstChild(n); c >= 0; c = tree.next(c)) {
    if (!tree.isNamed(c)) {
      if (cx.text[tree.starts[c]] !== ',') continue;
      if (!filled) list.push({ value: fn.const(undefined, { start: tree.starts[c], end: tree.starts[c] }) });
      filled = false;
      continue;
    }
    const kind = cx.kind(c);
    if (kind === k.comment || kind === k.html_comment) continue;
    if (tree.isError(c)) {
      cx.expression(c);
      continue;
    }
    filled = true;
    if (kind === k.spread_element) list.push({ value: cx.expression(cx.first(c), c), spread: 'list' });
    else list.push({ value: cx.expression(c) });
  }
  return fn.array(ArrayKind.List, list, cx.at(n));
}

export function object(cx: Lowering, n: number, exported = false): ValueId {
  const { k, f, fn } = cx;
  const list: Entry[] = [];
  const computed: { key: ValueId; value: ValueId; at: At }[] = [];
  const add = (key: number, value: () => ValueId, at: At): void => {
    const name = propertyName(cx, key);
    if (name !== undefined) list.push({ value: value(), name });
    else {
      const keyValue = computedKey(cx, key);
      computed.push({ key: keyValue, value: value(), at });
    }
  };
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (kind === k.pair) {
      const key = cx.child(c, f.key);
      if (key < 0) cx.operand(c, f.value);
      else add(key, () => namedValue(cx, cx.child(c, f.value), propertyName(cx, key), exported, c), cx.at(c));
    } else if (kind === k.shorthand_property_identifier) list.push({ value: identifier(cx, c), name: cx.source(c) });
    else if (kind === k.spread_element) list.push({ value: cx.expression(cx.first(c), c), spread: 'list' });
    else if (kind === k.method_definition) {
      // A setter is code, but no value of the property.
      if (cx.has(c, cx.t.set)) objectMethod(cx, c, exported);
      else add(cx.child(c, f.name), () => objectMethod(cx, c, exported), cx.at(c));
    }
    else cx.statement(c);
  }
  const value = fn.object(list, cx.at(n));
  for (const entry of computed) fn.setIndex(value, entry.key, entry.value, entry.at);
  return value;
}

/** A method; a getter stands for what it returns. */
export function objectMethod(cx: Lowering, n: number, exported: boolean): ValueId {
  const { fn } = cx;
  const isGetter = cx.has(n, cx.t.get);
  const closure = cx.nested(
    n,
    1,
    () => fn.closure(buildFunction(cx, n, { kind: isGetter ? 'getter' : cx.has(n, cx.t.set) ? 'setter' : 'method', exported }), cx.at(n)),
    () => fn.opaque('nesting', [], cx.at(n)),
  );
  return isGetter ? fn.call(closure, [], cx.at(n)) : closure;
}

/** Patterns where only a value is expected: code that is being typed. */
export function patternValue(cx: Lowering, n: number): ValueId {
  const value = cx.fn.const(undefined, cx.at(n));
  assign(cx, n, value, cx.at(n));
  return value;
}

/** `a = 1` as a default in a pattern that is read as a value. */
export function assignmentPattern(cx: Lowering, n: number): ValueId {
  return withDefault(cx, cx.operand(n, cx.f.left), cx.child(n, cx.f.right), cx.at(n));
}

export function spread(cx: Lowering, n: number): ValueId {
  return cx.expression(cx.first(n), n);
}

export function typeAssertion(cx: Lowering, n: number): ValueId {
  const args = cx.first(n);
  const type = args < 0 ? -1 : cx.first(args);
  return cx.fn.cast(cx.expression(args < 0 ? -1 : cx.after(args), n), typeRef(cx, type), cx.at(n));
}
