import type { At } from '../../ir/builder';
import { ArrayKind, NONE, type ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { condition, dottedName } from './lower-expressions';
import { literalText, number, numberValue } from './lower-literals';
import { writeName } from './lower-names';
import { hasComma, taken } from './lower-patterns';

/** Names that a pattern binds, and to what. */
type Captures = Map<string, { value: ValueId; at: At }>;

/**
 * `match` is a switch whose tests are what the patterns check: `==` for constants, `isinstance(x, C)` for classes, the
 * length of sequences, `in` for keys. Names are bound before the case's `if` is tested.
 */
export function matchStatement(cx: Lowering, n: number): void {
  const { fn, f, k } = cx;
  const at = cx.at(n);
  const subjects = cx.tree.childrenByField(n, f.subject);
  const subject =
    subjects.length === 1
      ? cx.expression(subjects[0])
      : fn.array(
          ArrayKind.Tuple,
          subjects.map((s) => ({ value: cx.expression(s) })),
          at,
        );
  const list = cx.child(n, f.body);
  const clauses: number[] = [];
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.case_clause) clauses.push(c);
    else cx.statement(c);
  }
  const cases: { tests: (() => ValueId)[] | undefined; body: () => void }[] = [];
  for (const clause of clauses) {
    const depth = Math.min(cases.length, 150) >> 1;
    const run = (): void =>
      cx.nested(
        clause,
        depth,
        () => cx.statement(cx.child(clause, f.consequence)),
        () => undefined,
      );
    if (isIrrefutable(cx, clause)) {
      // What the pattern binds is bound when nothing before it matched.
      cases.push({
        tests: undefined,
        body: () => {
          test(cx, clause, subject);
          run();
        },
      });
      break;
    }
    cases.push({ tests: [() => test(cx, clause, subject)], body: run });
  }
  if (cases.length > 0) fn.switch(at, cases, false);
}

function patternsOf(cx: Lowering, n: number): number[] {
  const list: number[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (kind === cx.k.case_pattern || kind === cx.k.splat_pattern) list.push(c);
  }
  return list;
}

/** `case _:` or `case name:`, without a guard. */
function isIrrefutable(cx: Lowering, clause: number): boolean {
  const { k, f } = cx;
  const patterns = patternsOf(cx, clause);
  if (patterns.length !== 1 || cx.child(clause, f.guard) >= 0) return false;
  let pattern = patterns[0];
  let inner = cx.first(pattern);
  while (inner >= 0 && cx.kind(inner) === k.tuple_pattern && isGroup(cx, inner)) {
    pattern = cx.first(inner);
    inner = cx.first(pattern);
  }
  if (inner < 0) return cx.has(pattern, cx.t._);
  if (cx.kind(inner) !== k.dotted_name) return false;
  const first = cx.first(inner);
  return first >= 0 && cx.after(first) < 0;
}

/** Parentheses around one pattern. */
function isGroup(cx: Lowering, n: number): boolean {
  const first = cx.first(n);
  return first >= 0 && cx.after(first) < 0 && !hasComma(cx, n);
}

/** The value of a case's test. */
function test(cx: Lowering, clause: number, subject: ValueId): ValueId {
  const { f, fn } = cx;
  const patterns = patternsOf(cx, clause);
  const captures: Captures = new Map();
  // `case a, b:` is a sequence without brackets.
  const isSequence = patterns.length > 1 || hasComma(cx, clause);
  let result = isSequence
    ? sequence(cx, clause, patterns, subject, captures)
    : patterns.length === 1
      ? pattern(cx, patterns[0], subject, captures)
      : cx.expression(-1, clause);
  for (const [name, { value, at }] of captures) writeName(cx, name, value, at);
  const guard = cx.child(clause, f.guard);
  if (guard >= 0) result = both(cx, result, condition(cx, cx.first(guard)), cx.at(guard));
  return result === NONE ? fn.const(true, cx.at(clause)) : result;
}

function both(cx: Lowering, left: ValueId, right: ValueId, at: At): ValueId {
  if (left === NONE) return right;
  return right === NONE ? left : cx.fn.binary('&&', left, right, at);
}

/** The test of one pattern, `NONE` for one that always matches. */
function pattern(cx: Lowering, n: number, value: ValueId, captures: Captures): ValueId {
  return cx.nested(
    n,
    1,
    () => patternTest(cx, n, value, captures),
    () => NONE,
  );
}

function patternTest(cx: Lowering, n: number, value: ValueId, captures: Captures): ValueId {
  const { k, fn } = cx;
  const at = cx.at(n);
  switch (cx.kind(n)) {
    case k.case_pattern: {
      const inner = cx.first(n);
      if (inner < 0) return NONE;
      return pattern(cx, inner, value, captures);
    }
    case k.dotted_name: {
      const first = cx.first(n);
      if (first >= 0 && cx.after(first) < 0) {
        captures.set(cx.source(first), { value, at });
        return NONE;
      }
      return fn.binary('==', value, dottedName(cx, n), at);
    }
    case k.identifier:
      captures.set(cx.source(n), { value, at });
      return NONE;
    case k.splat_pattern:
      capture(cx, cx.first(n), fn.rest(value, [], at), captures);
      return NONE;
    case k.as_pattern:
      return asPattern(cx, n, value, captures);
    case k.union_pattern:
      return union(cx, n, value, captures);
    case k.list_pattern:
    case k.tuple_pattern: {
      const patterns = patternsOf(cx, n);
      return cx.kind(n) === k.tuple_pattern && isGroup(cx, n)
        ? pattern(cx, patterns[0], value, captures)
        : sequence(cx, n, patterns, value, captures);
    }
    case k.dict_pattern:
      return mapping(cx, n, value, captures);
    case k.class_pattern:
      return instance(cx, n, value, captures);
    case k.integer:
    case k.float:
      return fn.binary('==', value, signedNumber(cx, n), at);
    case k.none:
    case k.true:
    case k.false:
      return fn.binary('is', value, cx.expression(n), at);
    default:
      return fn.binary('==', value, cx.expression(n), at);
  }
}

/** The sign of a number in a pattern stands before its node. */
function signedNumber(cx: Lowering, n: number): ValueId {
  const { start, end } = cx.at(n);
  const sign = /-\s*$/.exec(cx.text.slice(Math.max(0, start - 8), start));
  const value = numberValue(cx.source(n));
  if (!sign || typeof value !== 'number') return number(cx, n);
  return cx.fn.const(-value, { start: start - sign[0].length, end });
}

function capture(cx: Lowering, name: number, value: ValueId, captures: Captures): void {
  if (name >= 0) captures.set(cx.source(name), { value, at: cx.at(name) });
}

function asPattern(cx: Lowering, n: number, value: ValueId, captures: Captures): ValueId {
  const { k } = cx;
  const inner = cx.first(n);
  const result = inner < 0 ? NONE : pattern(cx, inner, value, captures);
  for (let c = inner < 0 ? -1 : cx.after(inner); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.identifier) capture(cx, c, value, captures);
    else if (cx.kind(c) === k.as_pattern_target) capture(cx, cx.first(c), value, captures);
  }
  return result;
}

/** One of several patterns, which bind the same names: each name holds what the first matching one gives it. */
function union(cx: Lowering, n: number, value: ValueId, captures: Captures): ValueId {
  const { fn } = cx;
  const at = cx.at(n);
  let result: ValueId = NONE;
  let always = false;
  const alternatives: { test: ValueId; found: Captures }[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const found: Captures = new Map();
    const test = pattern(cx, c, value, found);
    alternatives.push({ test, found });
    if (test === NONE) always = true;
    else result = result === NONE ? test : fn.binary('||', result, test, at);
  }
  for (const { test, found } of alternatives.reverse()) {
    for (const [name, entry] of found) {
      const later = captures.get(name);
      const value =
        later && test !== NONE
          ? fn.conditional(
              test,
              at,
              () => entry.value,
              () => later.value,
            )
          : entry.value; // prettier-ignore
      captures.set(name, { value, at: entry.at });
    }
  }
  // `_` among the alternatives has no node of its own.
  return always || cx.has(n, cx.t._) ? NONE : result;
}

function sequence(cx: Lowering, n: number, patterns: readonly number[], value: ValueId, captures: Captures): ValueId {
  const { fn, k } = cx;
  const at = cx.at(n);
  const splatOf = (p: number): number => {
    const inner = cx.kind(p) === k.case_pattern ? cx.first(p) : p;
    return inner >= 0 && cx.kind(inner) === k.splat_pattern ? inner : -1;
  };
  const splat = patterns.findIndex((p) => splatOf(p) >= 0);
  const length = fn.call(fn.global('len', at), [{ value }], at);
  const count = fn.const(splat < 0 ? patterns.length : patterns.length - 1, at);
  let result = fn.binary(splat < 0 ? '==' : '>=', length, count, at);
  patterns.forEach((p, i) => {
    if (i === splat) {
      capture(cx, cx.first(splatOf(p)), fn.rest(value, taken(i), cx.at(p)), captures);
      return;
    }
    const index = fn.const(splat >= 0 && i > splat ? i - patterns.length : i, cx.at(p));
    result = both(cx, result, pattern(cx, p, fn.index(value, index, cx.at(p)), captures), at);
  });
  return result;
}

function mapping(cx: Lowering, n: number, value: ValueId, captures: Captures): ValueId {
  const { fn, f, k, tree } = cx;
  const at = cx.at(n);
  let result = fn.call(fn.global('isinstance', at), [{ value }, { value: fn.global('dict', at) }], at);
  const names: string[] = [];
  let key: ValueId = NONE;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (tree.fieldOf(c) === f.key) {
      const name = literalText(cx, c);
      if (name !== undefined) names.push(name);
      key = cx.expression(c);
      result = both(cx, result, fn.binary('in', key, value, cx.at(c)), at);
    } else if (tree.fieldOf(c) === f.value) {
      const element = key === NONE ? value : fn.index(value, key, cx.at(c));
      result = both(cx, result, pattern(cx, c, element, captures), at);
      key = NONE;
    } else {
      const inner = cx.kind(c) === k.case_pattern ? cx.first(c) : c;
      if (inner >= 0 && cx.kind(inner) === k.splat_pattern)
        capture(cx, cx.first(inner), fn.rest(value, names, cx.at(c)), captures);
    }
  }
  return result;
}

/** Classes whose only positional pattern is matched with the value itself. */
const OWN_VALUE = new Set([
  'bool',
  'bytearray',
  'bytes',
  'dict',
  'float',
  'frozenset',
  'int',
  'list',
  'set',
  'str',
  'tuple',
]);

function instance(cx: Lowering, n: number, value: ValueId, captures: Captures): ValueId {
  const { fn, k } = cx;
  const at = cx.at(n);
  const name = cx.first(n);
  if (name < 0) return NONE;
  const cls = dottedName(cx, name);
  let result = fn.call(fn.global('isinstance', at), [{ value }, { value: cls }], at);
  let position = 0;
  for (let c = cx.after(name); c >= 0; c = cx.after(c)) {
    const inner = cx.kind(c) === k.case_pattern ? cx.first(c) : c;
    if (inner >= 0 && cx.kind(inner) === k.keyword_pattern) {
      const key = cx.first(inner);
      const of = key < 0 ? -1 : cx.after(key);
      if (of < 0) continue;
      result = both(cx, result, pattern(cx, of, fn.field(value, cx.source(key), cx.at(inner)), captures), at);
    } else {
      const part = OWN_VALUE.has(cx.source(name)) ? value : fn.index(value, fn.const(position, cx.at(c)), cx.at(c));
      position++;
      result = both(cx, result, pattern(cx, c, part, captures), at);
    }
  }
  return result;
}
