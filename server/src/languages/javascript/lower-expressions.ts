import type { At, Entry } from '../../ir/builder';
import { ArrayKind, ConcatKind, IterKind, NONE, type ValueId } from '../../ir/ir';
import { entries, isSum, isText, operator, shortCircuit } from './lower-chains';
import { classValue } from './lower-classes';
import type { Lowering } from './lower-context';
import { buildFunction, functionValue } from './lower-functions';
import { numberValue } from './lower-literals';
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

// ---- operators -----------------------------------------------------------------------------------------------------

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
  const end = cx.tree.lasts[n];
  for (let i = n; i < end; i++) {
    const kind = cx.kind(i);
    if (kind === k.assignment_expression || kind === k.augmented_assignment_expression || kind === k.update_expression)
      return true;
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

export function newExpression(cx: Lowering, n: number): ValueId {
  const callee = cx.operand(n, cx.f.constructor);
  return cx.fn.new(callee, entries(cx, cx.child(n, cx.f.arguments)), cx.at(n));
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
    } else cx.statement(c);
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
    () =>
      fn.closure(
        buildFunction(cx, n, { kind: isGetter ? 'getter' : cx.has(n, cx.t.set) ? 'setter' : 'method', exported }),
        cx.at(n),
      ),
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
