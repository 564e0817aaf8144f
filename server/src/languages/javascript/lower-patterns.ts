import type { At } from '../../ir/builder';
import type { ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { literalText } from './lower-literals';

/** Where an assignment writes. The objects and keys it needs are evaluated once, before the value. */
export type Reference =
  | { readonly kind: 'name'; readonly name: string; readonly at: At }
  | { readonly kind: 'field'; readonly object: ValueId; readonly name: string }
  | { readonly kind: 'index'; readonly object: ValueId; readonly key: ValueId }
  | { readonly kind: 'exports' }
  | { readonly kind: 'pattern'; readonly node: number }
  | { readonly kind: 'none' };

const NOWHERE: Reference = { kind: 'none' };

/** The name of a property as written: `a`, `#a`, `'a'`, `1`; undefined for a computed one that is no literal. */
export function propertyName(cx: Lowering, n: number): string | undefined {
  if (n < 0) return undefined;
  const kind = cx.kind(n);
  if (kind === cx.k.string) return literalText(cx, n);
  if (kind === cx.k.computed_property_name) return literalText(cx, cx.first(n));
  return cx.source(n);
}

/** The value of a key that `propertyName` cannot tell. */
export function computedKey(cx: Lowering, n: number): ValueId {
  return cx.expression(cx.first(n), n);
}

/** CommonJS: `module.exports`, when the file does not declare `module` itself. */
export function isModuleExports(cx: Lowering, n: number): boolean {
  const object = cx.child(n, cx.f.object);
  const property = cx.child(n, cx.f.property);
  return (
    object >= 0 &&
    property >= 0 &&
    cx.kind(object) === cx.k.identifier &&
    cx.source(object) === 'module' &&
    cx.source(property) === 'exports' &&
    cx.fn.lookup('module') === undefined
  );
}

export function isExportsName(cx: Lowering, name: string): boolean {
  return name === 'exports' && cx.fn.lookup(name) === undefined;
}

export function reference(cx: Lowering, n: number): Reference {
  const { k, f } = cx;
  // Parentheses, `!`, casts and (where code is broken) defaults stand around the target.
  while (n >= 0 && transparent(cx, cx.kind(n))) n = cx.first(n);
  if (n < 0) return NOWHERE;
  switch (cx.kind(n)) {
    case k.identifier:
    case k.shorthand_property_identifier:
    case k.shorthand_property_identifier_pattern: {
      const name = cx.source(n);
      return isExportsName(cx, name) ? { kind: 'exports' } : { kind: 'name', name, at: cx.at(n) };
    }
    case k.member_expression: {
      if (isModuleExports(cx, n)) return { kind: 'exports' };
      const property = cx.child(n, f.property);
      const object = cx.operand(n, f.object);
      return property < 0 ? NOWHERE : { kind: 'field', object, name: cx.source(property) };
    }
    case k.subscript_expression: {
      const object = cx.operand(n, f.object);
      const index = cx.child(n, f.index);
      const name = literalText(cx, index);
      return name === undefined
        ? { kind: 'index', object, key: cx.expression(index, n) }
        : { kind: 'field', object, name };
    }
    case k.object_pattern:
    case k.array_pattern:
    case k.object:
    case k.array:
    case k.assignment_pattern:
    case k.object_assignment_pattern:
    case k.assignment_expression:
      return { kind: 'pattern', node: n };
    case k.undefined:
      return NOWHERE;
    default:
      cx.expression(n);
      return NOWHERE;
  }
}

function transparent(cx: Lowering, kind: number): boolean {
  const { k } = cx;
  return (
    kind === k.parenthesized_expression ||
    kind === k.non_null_expression ||
    kind === k.as_expression ||
    kind === k.satisfies_expression ||
    kind === k.rest_pattern ||
    kind === k.spread_element
  );
}

/** The present value of a target, for `+=` and its kin. */
export function readReference(cx: Lowering, target: Reference, at: At): ValueId {
  switch (target.kind) {
    case 'name':
      return cx.fn.read(target.name, target.at);
    case 'field':
      return cx.fn.field(target.object, target.name, at);
    case 'index':
      return cx.fn.index(target.object, target.key, at);
    case 'exports':
      return cx.fn.exports(at);
    default:
      return cx.fn.const(undefined, at);
  }
}

/** Writes to a target; `at` is the span of the whole assignment, `valueAt` the value's. */
export function writeReference(cx: Lowering, target: Reference, value: ValueId, at: At, valueAt: At = at): void {
  switch (target.kind) {
    case 'name': {
      const variable = cx.fn.lookup(target.name);
      if (!variable) cx.fn.write(target.name, value, target.at);
      else cx.fn.writeVariable(variable, cx.fn.cast(value, variable.type, valueAt), target.at);
      return;
    }
    case 'field':
      cx.fn.setField(target.object, target.name, value, at);
      return;
    case 'index':
      cx.fn.setIndex(target.object, target.key, value, at);
      return;
    case 'exports':
      cx.fn.setExports(value, at);
      return;
    case 'pattern':
      destructure(cx, target.node, value, at);
      return;
    case 'none':
  }
}

/** Assigns a value to a variable, a property or a destructuring pattern. */
export function assign(cx: Lowering, n: number, value: ValueId, at: At, valueAt: At = at): void {
  writeReference(cx, reference(cx, n), value, at, valueAt);
}

function destructure(cx: Lowering, n: number, value: ValueId, at: At): void {
  cx.nested(
    n,
    1,
    () => {
      const { k } = cx;
      const kind = cx.kind(n);
      if (kind === k.object_pattern || kind === k.object) destructureObject(cx, n, value, at);
      else if (kind === k.array_pattern || kind === k.array) destructureArray(cx, n, value, at);
      else {
        const target = cx.child(n, cx.f.left);
        const fallback = cx.child(n, cx.f.right);
        assign(cx, target, withDefault(cx, value, fallback, cx.at(n)), at);
      }
    },
    () => undefined,
  );
}

/** The value itself, or the default expression's when it is undefined. */
export function withDefault(cx: Lowering, value: ValueId, fallback: number, at: At): ValueId {
  if (fallback < 0) return value;
  const fallbackAt = cx.at(fallback);
  return cx.fn.conditional(
    cx.fn.binary('==', value, cx.fn.const(undefined, fallbackAt), fallbackAt),
    at,
    () => cx.expression(fallback),
    () => value,
  );
}

function destructureObject(cx: Lowering, n: number, value: ValueId, at: At): void {
  const { k, f } = cx;
  const taken: string[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (kind === k.pair_pattern || kind === k.pair) {
      const key = cx.child(c, f.key);
      const name = propertyName(cx, key);
      if (name !== undefined) taken.push(name);
      const part =
        name === undefined ? cx.fn.index(value, computedKey(cx, key), cx.at(c)) : cx.fn.field(value, name, cx.at(key));
      assign(cx, cx.child(c, f.value), part, at);
    } else if (kind === k.rest_pattern || kind === k.spread_element) {
      assign(cx, cx.first(c), cx.fn.rest(value, taken, cx.at(c)), at);
    } else if (
      kind === k.object_assignment_pattern ||
      kind === k.assignment_pattern ||
      kind === k.assignment_expression
    ) {
      const left = cx.child(c, f.left);
      if (left < 0) continue;
      const name = cx.source(left);
      taken.push(name);
      const part = cx.fn.field(value, name, cx.at(left));
      assign(cx, left, withDefault(cx, part, cx.child(c, f.right), cx.at(c)), at);
    } else if (
      kind === k.shorthand_property_identifier_pattern ||
      kind === k.shorthand_property_identifier ||
      kind === k.identifier
    ) {
      const name = cx.source(c);
      taken.push(name);
      assign(cx, c, cx.fn.field(value, name, cx.at(c)), at);
    } else cx.statement(c);
  }
}

function destructureArray(cx: Lowering, n: number, value: ValueId, at: At): void {
  const { tree, k } = cx;
  let index = 0;
  for (let c = tree.firstChild(n); c >= 0; c = tree.next(c)) {
    if (!tree.isNamed(c)) {
      // Commas count, so that `[, b]` takes the second element.
      if (tree.ends[c] - tree.starts[c] === 1 && cx.text[tree.starts[c]] === ',') index++;
      continue;
    }
    const kind = cx.kind(c);
    if (kind === k.comment || kind === k.html_comment) continue;
    if (kind === k.rest_pattern || kind === k.spread_element) {
      const taken = Array.from({ length: Math.min(index, 64) }, (_, i) => String(i));
      assign(cx, cx.first(c), cx.fn.rest(value, taken, cx.at(c)), at);
    } else {
      assign(cx, c, cx.fn.index(value, cx.fn.const(index, cx.at(c)), cx.at(c)), at);
    }
  }
}

/** Calls back with every name that a pattern declares. */
export function patternNames(cx: Lowering, n: number, found: (name: string) => void): void {
  if (n < 0) return;
  const { k, f, tree } = cx;
  const kind = cx.kind(n);
  if (kind === k.identifier) {
    found(cx.source(n));
    return;
  }
  // Only what a pattern binds: keys and defaults are skipped, and no recursion, as patterns may nest without end.
  const end = cx.tree.lasts[n];
  for (let i = n; i < end; ) {
    const field = tree.fieldOf(i);
    const inner = cx.kind(i);
    if (i !== n && (field === f.right || field === f.key || field === f.type)) i = cx.tree.lasts[i];
    else if (inner === k.member_expression || inner === k.subscript_expression) i = cx.tree.lasts[i];
    else {
      if (inner === k.identifier || inner === k.shorthand_property_identifier_pattern) found(cx.source(i));
      i++;
    }
  }
}
