import type { At } from '../../ir/builder';
import { NONE, type ValueId } from '../../ir/ir';
import { subscriptKey } from './lower-chains';
import type { Lowering } from './lower-context';
import { readName, writeName } from './lower-names';

/** Calls back with every name that an assignment target binds. */
export function targetNames(cx: Lowering, n: number, found: (name: string) => void): void {
  if (n < 0) return;
  const { k, tree } = cx;
  if (cx.kind(n) === k.identifier) {
    found(cx.source(n));
    return;
  }
  // No recursion, as targets may nest without end; what is a member or an element binds no name.
  const end = cx.tree.lasts[n];
  for (let i = n; i < end; ) {
    const kind = tree.kinds[i];
    if (kind === k.attribute || kind === k.subscript || kind === k.call) i = cx.tree.lasts[i];
    else {
      if (kind === k.identifier) found(cx.source(i));
      i++;
    }
  }
}

/** Calls back with every name that a `case` pattern binds. */
export function captureNames(cx: Lowering, n: number, found: (name: string) => void): void {
  const { k, tree } = cx;
  const end = cx.tree.lasts[n];
  for (let i = n; i < end; i++) {
    const kind = tree.kinds[i];
    if (kind === k.dotted_name) {
      const parent = tree.parent(i);
      const first = cx.first(i);
      // A class's name, and a name with dots, are compared with.
      if (first >= 0 && cx.after(first) < 0 && (parent < 0 || tree.kinds[parent] !== k.class_pattern))
        found(cx.source(i));
    } else if (kind === k.splat_pattern) {
      const name = cx.first(i);
      if (name >= 0) found(cx.source(name));
    } else if (kind === k.as_pattern) {
      for (let c = cx.first(i); c >= 0; c = cx.after(c)) if (cx.kind(c) === k.identifier) found(cx.source(c));
    }
  }
}

/**
 * Assigns a value to a target: a name, `a.b` (SetField), `a[b]` (SetIndex), or a tuple or list of targets, each of which
 * gets an element by its index; `*rest` gets the remainder, and targets after it are counted from the end.
 */
export function assign(cx: Lowering, n: number, value: ValueId, at: At, isText = false): void {
  const { k, f, fn } = cx;
  n = unwrapTarget(cx, n);
  if (n < 0) return;
  switch (cx.kind(n)) {
    case k.identifier:
      if (isText) noteText(cx, n);
      writeName(cx, cx.source(n), value, cx.at(n));
      // What a class's body assigns is a field of the class.
      if (cx.frame.scope?.owner) fn.setField(cx.frame.scope.owner.value, cx.source(n), value, at);
      return;
    case k.attribute: {
      const object = cx.operand(n, f.object);
      const name = cx.child(n, f.attribute);
      if (name >= 0) fn.setField(object, cx.source(name), value, at);
      return;
    }
    case k.subscript: {
      const object = cx.operand(n, f.value);
      const { key, isSlice } = subscriptKey(cx, n);
      // A slice takes the elements of what is assigned.
      fn.setIndex(object, key, isSlice ? fn.iter(value, at) : value, at);
      return;
    }
    case k.pattern_list:
    case k.tuple_pattern:
    case k.list_pattern:
    case k.tuple:
    case k.list:
    case k.expression_list:
      cx.nested(
        n,
        1,
        () => assignElements(cx, n, value, at),
        () => undefined,
      );
      return;
    case k.list_splat_pattern:
    case k.list_splat:
    case k.as_pattern_target:
      assign(cx, cx.first(n), value, at);
      return;
    default:
      cx.expression(n);
  }
}

/** `(a)` is `a`; as a target it looks like a tuple of one. */
function unwrapTarget(cx: Lowering, n: number): number {
  for (;;) {
    n = cx.unwrap(n);
    if (n < 0 || cx.kind(n) !== cx.k.tuple_pattern) return n;
    const first = cx.first(n);
    if (first < 0 || cx.after(first) >= 0 || hasComma(cx, n)) return n;
    n = first;
  }
}

/** Whether a comma stands among a node's own signs. */
export function hasComma(cx: Lowering, n: number): boolean {
  return cx.has(n, cx.t[',']);
}

function noteText(cx: Lowering, n: number): void {
  const variable = cx.fn.lookup(cx.source(n));
  if (variable && variable.values.length === 0) cx.textVariables.add(variable);
}

function assignElements(cx: Lowering, n: number, value: ValueId, at: At): void {
  const { k, fn, tree } = cx;
  let total = 0;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) if (!tree.isError(c)) total++;
  let index = 0;
  let splat = false;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (tree.isError(c)) {
      cx.statement(c);
      continue;
    }
    const kind = cx.kind(c);
    if (!splat && (kind === k.list_splat_pattern || kind === k.list_splat)) {
      splat = true;
      assign(cx, cx.first(c), fn.rest(value, taken(index), cx.at(c)), at);
    } else {
      const position = fn.const(splat ? index - total : index, cx.at(c));
      assign(cx, c, fn.index(value, position, cx.at(c)), at);
    }
    index++;
  }
}

/** The indexes before a `*rest`, as the names it leaves out. */
export function taken(count: number): string[] {
  return Array.from({ length: Math.min(count, 64) }, (_, i) => String(i));
}

/** The present value of a target, for `+=` and its kin, and where to write it back: objects and keys are evaluated once. */
export function modify(cx: Lowering, n: number, change: (before: ValueId) => ValueId, at: At): ValueId {
  const { k, f, fn } = cx;
  n = cx.unwrap(n);
  if (n < 0) return change(cx.expression(-1, n));
  switch (cx.kind(n)) {
    case k.identifier: {
      const name = cx.source(n);
      const value = change(readName(cx, name, cx.at(n)));
      writeName(cx, name, value, cx.at(n));
      if (cx.frame.scope?.owner) fn.setField(cx.frame.scope.owner.value, name, value, at);
      return value;
    }
    case k.attribute: {
      const object = cx.operand(n, f.object);
      const name = cx.child(n, f.attribute);
      if (name < 0) return change(object);
      const value = change(fn.field(object, cx.source(name), cx.at(n)));
      fn.setField(object, cx.source(name), value, at);
      return value;
    }
    case k.subscript: {
      const object = cx.operand(n, f.value);
      const { key } = subscriptKey(cx, n);
      const value = change(fn.index(object, key, cx.at(n)));
      fn.setIndex(object, key, value, at);
      return value;
    }
    default:
      return change(n < 0 ? NONE : cx.expression(n));
  }
}
