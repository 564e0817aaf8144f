import type { At } from '../../ir/builder';
import { NONE, type TypeRef, type ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { rawType } from './lower-scopes';
import { typeRef } from './lower-types';

/** `value instanceof Type name`, `value instanceof Type(…)`. A bound name is known from here on, where it matched or not. */
export function instanceTest(cx: Lowering, n: number, value: ValueId): ValueId {
  const { f } = cx;
  const pattern = cx.child(n, f.pattern);
  if (pattern >= 0) return matches(cx, pattern, value, cx.at(n));
  const typeNode = cx.child(n, f.right);
  const type = typeRef(cx, typeNode);
  const test = typeTest(cx, value, type, typeNode, cx.at(n));
  const name = cx.child(n, f.name);
  if (name >= 0) bind(cx, name, value, type);
  return test;
}

function typeTest(cx: Lowering, value: ValueId, type: TypeRef, typeNode: number, at: At): ValueId {
  const typeAt = typeNode < 0 ? at : cx.at(typeNode);
  return cx.fn.binary('instanceof', value, cx.fn.typeName(rawType(type), typeAt), at);
}

function bind(cx: Lowering, name: number, value: ValueId, type: TypeRef): void {
  const variable = cx.fn.declare(cx.source(name), { type });
  cx.fn.writeVariable(variable, cx.fn.cast(value, type, cx.at(name)), cx.at(name));
}

/** Binds the names of a pattern; the value of the test whether it matches, NONE for one that always does. */
export function matches(cx: Lowering, n: number, value: ValueId, at: At = cx.at(n)): ValueId {
  const { k } = cx;
  switch (cx.kind(n)) {
    case k.pattern: {
      const inner = cx.first(n);
      return inner < 0 ? NONE : matches(cx, inner, value);
    }
    case k.type_pattern:
    case k.record_pattern_component: {
      const typeNode = cx.first(n);
      const name = typeNode < 0 ? -1 : cx.after(typeNode);
      if (name < 0) return NONE;
      const type = typeRef(cx, typeNode);
      // The type of a component is mostly the declared one, so that a test would tell nothing.
      const isTest = type !== '' && cx.kind(n) === k.type_pattern;
      const test = isTest ? typeTest(cx, value, type, typeNode, at) : NONE;
      bind(cx, name, value, type);
      return test;
    }
    case k.record_pattern:
      return cx.nested(
        n,
        1,
        () => recordMatches(cx, n, value, at),
        () => NONE,
      );
    default:
      return NONE;
  }
}

/** Components of a record of this file are its fields; of others only their positions are known. */
function recordMatches(cx: Lowering, n: number, value: ValueId, at: At): ValueId {
  const { k, fn } = cx;
  const typeNode = cx.first(n);
  const type = typeRef(cx, typeNode);
  let test = typeTest(cx, value, type, typeNode, at);
  const record = fn.cast(value, type, at);
  const names = cx.classes.get(rawType(type))?.components ?? [];
  const body = cx.childOf(n, k.record_pattern_body);
  let position = 0;
  for (let c = body < 0 ? -1 : cx.first(body); c >= 0; c = cx.after(c), position++) {
    const name = names[position];
    const component =
      name === undefined
        ? fn.index(record, fn.const(position, cx.before(c)), cx.at(c))
        : fn.field(record, name, cx.at(c));
    const inner = matches(cx, c, component);
    if (inner !== NONE) test = fn.binary('&&', test, inner, at);
  }
  return test;
}
