import { ArrayKind, IterKind, type ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { condition } from './lower-expressions';
import { withOwnNames } from './lower-names';
import { assign, targetNames } from './lower-patterns';

/**
 * A comprehension is the loop it stands for: an empty Array (or Object), then for each round a SetIndex of the element.
 * The key of a list's or set's element is the key of the innermost iteration, which is no constant: the element may
 * stand anywhere. A generator expression is lowered as the list of what it gives.
 */
function elements(cx: Lowering, n: number, kind: ArrayKind): ValueId {
  const { fn, f } = cx;
  const at = cx.at(n);
  const list = fn.array(kind, [], at);
  const body = cx.child(n, f.body);
  clauses(cx, n, (iterable) => {
    const element = cx.expression(body, n);
    const elementAt = body < 0 ? at : cx.at(body);
    fn.setIndex(list, fn.iter(iterable, elementAt, IterKind.Keys), element, elementAt);
  });
  return list;
}

export function listComprehension(cx: Lowering, n: number): ValueId {
  return elements(cx, n, ArrayKind.List);
}

export function setComprehension(cx: Lowering, n: number): ValueId {
  return elements(cx, n, ArrayKind.Set);
}

export function generator(cx: Lowering, n: number): ValueId {
  return elements(cx, n, ArrayKind.List);
}

export function dictionaryComprehension(cx: Lowering, n: number): ValueId {
  const { fn, f } = cx;
  const object = fn.object([], cx.at(n));
  const body = cx.child(n, f.body);
  clauses(cx, n, () => {
    if (body < 0) return;
    const key = cx.operand(body, f.key);
    fn.setIndex(object, key, cx.operand(body, f.value), cx.at(body));
  });
  return object;
}

/** The `for` and `if` clauses from left to right, each inside the one before; the innermost runs `body`. */
function clauses(cx: Lowering, n: number, body: (iterable: ValueId) => void): void {
  const { fn, k, f, t } = cx;
  const names: string[] = [];
  const list: number[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (kind === k.for_in_clause) targetNames(cx, cx.child(c, f.left), (name) => names.push(name));
    if (kind === k.for_in_clause || kind === k.if_clause) list.push(c);
    else if (cx.tree.isError(c)) cx.statement(c);
  }
  const run = (position: number, iterable: ValueId): void => {
    if (position === list.length) {
      body(iterable);
      return;
    }
    const clause = list[position];
    const at = cx.at(clause);
    const inner = (value: ValueId): void =>
      cx.nested(
        clause,
        1,
        () => run(position + 1, value),
        () => undefined,
      );
    if (cx.kind(clause) === k.if_clause) {
      fn.if(condition(cx, cx.first(clause)), at, () => inner(iterable));
      return;
    }
    const left = cx.child(clause, f.left);
    const elementAt = left < 0 ? at : cx.at(left);
    const values = position === 0 ? iterable : clauseIterable(cx, clause);
    const isAsync = cx.has(clause, t.async);
    fn.forEach(
      values,
      at,
      IterKind.Values,
      (element) => {
        assign(cx, left, isAsync ? fn.await(element, elementAt) : element, elementAt);
        inner(values);
      },
      undefined,
      elementAt,
    );
  };
  if (list.length === 0) return;
  // What is iterated first is evaluated outside, where the targets do not exist yet.
  const first = clauseIterable(cx, list[0]);
  withOwnNames(cx, names, () => run(0, first));
}

/** `in a` or `in a, b`. */
function clauseIterable(cx: Lowering, clause: number): ValueId {
  const { f, tree } = cx;
  const list = tree.childrenByField(clause, f.right).filter((c) => tree.isNamed(c));
  if (list.length <= 1) return cx.expression(list[0] ?? -1, clause);
  return cx.fn.array(
    ArrayKind.Tuple,
    list.map((c) => ({ value: cx.expression(c) })),
    cx.at(clause),
  );
}
