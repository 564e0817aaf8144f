import type { At } from '../../ir/builder';
import { IterKind, NONE, type ValueId } from '../../ir/ir';
import { brokenCodeAndRest, opensFunction } from './lower-broken';
import { entries } from './lower-chains';
import type { Lowering } from './lower-context';
import { condition } from './lower-expressions';
import { aliasName, writeName } from './lower-names';
import { assign } from './lower-patterns';
import { typeRef } from './lower-types';

/** An `elif` chain longer than this is a row of alternatives instead of a nest. */
const MAX_ELIF = 24;

export function block(cx: Lowering, n: number): void {
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    // A function whose head does not parse takes the statements below it.
    if (opensFunction(cx, c)) {
      brokenCodeAndRest(cx, c);
      return;
    }
    cx.statement(c);
  }
}

export function nothing(): void {}

export function expressionStatement(cx: Lowering, n: number): void {
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) cx.expression(c);
}

function body(cx: Lowering, n: number, parent: number): void {
  if (n >= 0) cx.statement(n);
  else cx.fn.opaque('missing', [], cx.at(parent));
}

/** What does not parse between the parts of a statement belongs to its first block. */
function brokenParts(cx: Lowering, n: number): void {
  if (!cx.tree.hasError(n)) return;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) if (cx.tree.isError(c)) cx.statement(c);
}

// ---- branches ------------------------------------------------------------------------------------------------------

export function ifStatement(cx: Lowering, n: number): void {
  const { f, k, fn } = cx;
  const clauses = cx.tree.childrenByField(n, f.alternative);
  const arms = [n, ...clauses.filter((c) => cx.kind(c) === k.elif_clause)];
  const last = clauses.find((c) => cx.kind(c) === k.else_clause) ?? -1;
  const otherwise = last < 0 ? undefined : () => body(cx, cx.child(last, f.body), last);
  const arm = (node: number): void => {
    brokenParts(cx, node);
    body(cx, cx.child(node, f.consequence), node);
  };
  const test = (node: number): ValueId => {
    const tested = cx.child(node, f.condition);
    return tested < 0 ? cx.expression(-1, node) : condition(cx, tested);
  };
  if (arms.length > MAX_ELIF) {
    // The same meaning without nesting: each arm leaves the block that holds them all.
    const label = cx.freshLabel();
    fn.block(
      cx.at(n),
      () => {
        for (const node of arms) {
          fn.if(test(node), cx.at(node), () => {
            arm(node);
            fn.break(cx.at(node), label);
          });
        }
        otherwise?.();
      },
      label,
    );
    return;
  }
  const chain = (position: number): void => {
    const node = arms[position];
    const isLast = position + 1 === arms.length;
    // An arm that is not the first ends where the whole statement does.
    const at = { start: cx.tree.starts[node], end: cx.tree.ends[n] };
    fn.if(test(node), at, () => arm(node), isLast ? otherwise : () => chain(position + 1));
  };
  cx.nested(
    n,
    arms.length >> 2,
    () => chain(0),
    () => undefined,
  );
}

// ---- loops ---------------------------------------------------------------------------------------------------------

/** A loop's `else` runs when no `break` left the loop: such a `break` leaves a block around both. */
function withElse(cx: Lowering, n: number, loop: () => void): void {
  const { fn, f, frame } = cx;
  const alternative = cx.child(n, f.alternative);
  const label = alternative < 0 ? undefined : cx.freshLabel();
  const run = (): void => {
    frame.loops.push(label);
    loop();
    frame.loops.pop();
    if (alternative >= 0) body(cx, cx.child(alternative, f.body), alternative);
  };
  if (label === undefined) run();
  else fn.block(cx.at(n), run, label);
}

export function forStatement(cx: Lowering, n: number): void {
  const { fn, f, t } = cx;
  const at = cx.at(n);
  const left = cx.child(n, f.left);
  const elementAt = left < 0 ? at : cx.at(left);
  const iterable = cx.operand(n, f.right);
  const isAsync = cx.has(n, t.async);
  const run = (element: ValueId): void => {
    if (left >= 0) assign(cx, left, isAsync ? fn.await(element, elementAt) : element, elementAt);
    brokenParts(cx, n);
    body(cx, cx.child(n, f.body), n);
  };
  withElse(cx, n, () => fn.forEach(iterable, at, IterKind.Values, run, undefined, elementAt));
}

export function whileStatement(cx: Lowering, n: number): void {
  const { fn, f, k } = cx;
  const tested = cx.child(n, f.condition);
  const inner = cx.unwrap(tested);
  // `while True` is left by `break` only.
  const endless =
    inner >= 0 && (cx.kind(inner) === k.true || (cx.kind(inner) === k.integer && cx.source(inner) === '1'));
  withElse(cx, n, () =>
    fn.loop(cx.at(n), {
      test: endless ? undefined : () => (tested < 0 ? cx.expression(-1, n) : condition(cx, tested)),
      body: () => {
        brokenParts(cx, n);
        body(cx, cx.child(n, f.body), n);
      },
    }),
  );
}

export function breakStatement(cx: Lowering, n: number): void {
  cx.fn.break(cx.at(n), cx.frame.loops.at(-1));
}

export function continueStatement(cx: Lowering, n: number): void {
  cx.fn.continue(cx.at(n));
}

// ---- jumps ---------------------------------------------------------------------------------------------------------

export function returnStatement(cx: Lowering, n: number): void {
  const value = cx.first(n);
  cx.fn.return(value < 0 ? NONE : cx.expression(value), cx.at(n));
}

/** The cause of `raise … from cause` is evaluated and not thrown. */
export function raiseStatement(cx: Lowering, n: number): void {
  const cause = cx.child(n, cx.f.cause);
  const first = cx.first(n);
  const value = first < 0 || first === cause ? NONE : cx.expression(first);
  if (cause >= 0) cx.expression(cause);
  cx.fn.throw(value, cx.at(n));
}

/** `if not test: throw message`. */
export function assertStatement(cx: Lowering, n: number): void {
  const { fn } = cx;
  const at = cx.at(n);
  const tested = cx.first(n);
  const message = tested < 0 ? -1 : cx.after(tested);
  const test = tested < 0 ? cx.expression(-1, n) : condition(cx, tested);
  fn.if(fn.unary('!', test, tested < 0 ? at : cx.at(tested)), at, () =>
    fn.throw(message < 0 ? NONE : cx.expression(message), at),
  );
}

// ---- try and with --------------------------------------------------------------------------------------------------

/** What an `else` holds runs as the end of the body: the handlers of its errors are the body's, which is a little more than true. */
export function tryStatement(cx: Lowering, n: number): void {
  const { fn, f, k } = cx;
  const handlers: { type?: string; at: At; named?: At; body: (caught: ValueId) => void }[] = [];
  let otherwise = -1;
  let finalizer = -1;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (kind === k.except_clause) {
      const clause = c;
      const { target } = caughtParts(cx, c);
      handlers.push({
        type: caughtType(cx, c),
        at: cx.at(c),
        named: target < 0 ? undefined : cx.at(target),
        body: (caught) => exceptClause(cx, clause, caught),
      });
    } else if (kind === k.else_clause) otherwise = c;
    else if (kind === k.finally_clause) finalizer = c;
  }
  fn.try(
    cx.at(n),
    () => {
      brokenParts(cx, n);
      body(cx, cx.child(n, f.body), n);
      if (otherwise >= 0) body(cx, cx.child(otherwise, f.body), otherwise);
    },
    handlers,
    finalizer < 0 ? undefined : () => body(cx, cx.childOf(finalizer, k.block), finalizer),
  );
}

/** The class or tuple of classes of a handler, and the target its `as` names. */
function caughtParts(cx: Lowering, clause: number): { classes: number; target: number } {
  const { k, f } = cx;
  const value = cx.child(clause, f.value);
  if (value < 0 || cx.kind(value) !== k.as_pattern) return { classes: value, target: oldTarget(cx, clause) };
  const alias = cx.child(value, f.alias);
  return { classes: cx.first(value), target: alias < 0 ? -1 : cx.first(alias) };
}

/** Python 2's `except E, e`. */
export function oldTarget(cx: Lowering, clause: number): number {
  return cx.tree.childrenByField(clause, cx.f.value)[1] ?? -1;
}

function caughtType(cx: Lowering, clause: number): string | undefined {
  const { classes } = caughtParts(cx, clause);
  if (classes < 0) return undefined;
  if (cx.kind(classes) !== cx.k.tuple) return typeRef(cx, classes);
  const types: string[] = [];
  for (let c = cx.first(classes); c >= 0; c = cx.after(c)) types.push(typeRef(cx, c));
  return types.join('|');
}

function exceptClause(cx: Lowering, clause: number, caught: ValueId): void {
  const { k } = cx;
  const { classes, target } = caughtParts(cx, clause);
  // What is no name (`except errors()`) is code.
  if (classes >= 0 && (cx.kind(classes) === k.call || cx.kind(classes) === k.subscript)) cx.expression(classes);
  if (target >= 0) assign(cx, target, caught, cx.at(target));
  body(cx, cx.childOf(clause, k.block), clause);
}

/** `with a as b`: the manager's own value is bound, as nearly all managers give themselves or what they stand for. */
export function withStatement(cx: Lowering, n: number): void {
  const { k, f } = cx;
  const clause = cx.childOf(n, k.with_clause);
  for (let c = clause < 0 ? -1 : cx.first(clause); c >= 0; c = cx.after(c)) {
    const value = cx.kind(c) === k.with_item ? cx.child(c, f.value) : c;
    if (value < 0) continue;
    if (cx.kind(value) !== k.as_pattern) {
      cx.expression(value);
      continue;
    }
    const alias = cx.child(value, f.alias);
    const manager = cx.expression(cx.first(value), value);
    if (alias >= 0) assign(cx, cx.first(alias), manager, cx.at(value));
  }
  brokenParts(cx, n);
  body(cx, cx.child(n, f.body), n);
}

// ---- others --------------------------------------------------------------------------------------------------------

/** `del a[k]` is an operation on the value; a name that is deleted is not read any more. */
export function deleteStatement(cx: Lowering, n: number): void {
  const { k, fn } = cx;
  const remove = (target: number): void => {
    target = cx.unwrap(target);
    if (target < 0) return;
    const kind = cx.kind(target);
    if (kind === k.expression_list || kind === k.tuple || kind === k.list) {
      cx.nested(
        target,
        1,
        () => {
          for (let c = cx.first(target); c >= 0; c = cx.after(c)) remove(c);
        },
        () => undefined,
      );
    } else if (kind !== k.identifier) fn.unary('delete', cx.expression(target), cx.at(target));
  };
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) remove(c);
}

/** Python 2's `print a, b` is `print(a, b)`; `print >>f, a` gives the file as `file`. */
export function printStatement(cx: Lowering, n: number): void {
  const { k, fn } = cx;
  const list: { value: ValueId; name?: string }[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.chevron) list.push({ value: cx.expression(cx.first(c), c), name: 'file' });
    else list.push({ value: cx.expression(c) });
  }
  fn.call(fn.global('print', keyword(cx, n)), list, cx.at(n));
}

/** Python 2's `exec code in a, b` is `exec(code, a, b)`. */
export function execStatement(cx: Lowering, n: number): void {
  const { fn } = cx;
  fn.call(fn.global('exec', keyword(cx, n)), entries(cx, n), cx.at(n));
}

/** The word a statement begins with. */
function keyword(cx: Lowering, n: number): { start: number; end: number } {
  const first = cx.tree.firstChild(n);
  return cx.at(first < 0 ? n : first);
}

/** `type X = …` makes a name that says what it stands for. */
export function typeAliasStatement(cx: Lowering, n: number): void {
  const name = aliasName(cx, n);
  const type = typeRef(cx, cx.child(n, cx.f.right));
  const left = cx.child(n, cx.f.left);
  if (name !== undefined) writeName(cx, name, cx.fn.typeName(type || name, cx.at(n)), cx.at(left));
}
