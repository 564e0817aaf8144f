import { ArrayKind, IterKind, NONE, type ValueId } from '../../ir/ir';
import { assignNew, listed, target } from './lower-assign';
import { brokenCodeAndRest, opensBody } from './lower-broken';
import { condition } from './lower-chains';
import type { Lowering } from './lower-context';
import { variableOf } from './lower-names';

/** An `else if` chain longer than this is a row of alternatives instead of a nest. */
const MAX_ELSE_IF = 24;

/** What only describes: nothing runs. */
export function nothing(): void {}

export function statementList(cx: Lowering, list: number): void {
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
    // A function that is not closed yet takes what follows.
    if (opensBody(cx, c)) {
      brokenCodeAndRest(cx, c);
      return;
    }
    cx.statement(c);
  }
}

export function block(cx: Lowering, n: number): void {
  cx.scoped(() => statementList(cx, n));
}

export function expressionStatement(cx: Lowering, n: number): void {
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) cx.expression(c);
}

/** Values of a list that stands where a statement is expected, in code that does not parse. */
export function looseList(cx: Lowering, n: number): void {
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) cx.expression(c);
}

export function sendStatement(cx: Lowering, n: number): void {
  const { f, fn } = cx;
  const channel = cx.operand(n, f.channel);
  const value = cx.operand(n, f.value);
  fn.setIndex(channel, cx.anything('chan', cx.at(n)), value, cx.at(n));
}

export function receiveStatement(cx: Lowering, n: number): void {
  const { f, fn, t } = cx;
  const targets = listed(cx, cx.child(n, f.left));
  const value = cx.operand(n, f.right);
  const isNew = cx.has(n, t[':=']);
  targets.forEach((node, i) => {
    const part = i === 0 ? value : cx.anything('chan', cx.at(node));
    if (isNew) assignNew(cx, node, part, false);
    else target(cx, node).write(part, cx.at(node));
  });
  if (targets.length === 0) fn.bind('', value, cx.at(n));
}

// ---- branches ------------------------------------------------------------------------------------------------------

export function ifStatement(cx: Lowering, n: number): void {
  const { f } = cx;
  let length = 0;
  for (let c = n; c >= 0 && cx.kind(c) === cx.k.if_statement; c = cx.child(c, f.alternative)) length++;
  if (length > MAX_ELSE_IF) {
    longIf(cx, n);
    return;
  }
  cx.scoped(() => {
    initializer(cx, n);
    const test = testOf(cx, n);
    const otherwise = cx.child(n, f.alternative);
    cx.fn.if(
      test,
      cx.at(n),
      () => body(cx, n, f.consequence),
      otherwise < 0 ? undefined : () => cx.statement(otherwise),
    );
  });
}

/**
 * The same meaning without nesting: each arm leaves the block that holds them all. What an arm's initializer declares is
 * known in the arms after it, too, so that one scope holds all of it.
 */
function longIf(cx: Lowering, n: number): void {
  const { fn, f, k } = cx;
  const label = cx.freshLabel();
  const arms = (): void => {
    let arm = n;
    for (; arm >= 0 && cx.kind(arm) === k.if_statement; arm = cx.child(arm, f.alternative)) {
      const node = arm;
      const at = cx.at(node);
      initializer(cx, node);
      fn.if(testOf(cx, node), at, () => {
        body(cx, node, f.consequence);
        fn.break(at, label);
      });
    }
    if (arm >= 0) cx.statement(arm);
  };
  fn.block(cx.at(n), () => cx.scoped(arms), label);
}

export function initializer(cx: Lowering, n: number): void {
  const node = cx.child(n, cx.f.initializer);
  if (node >= 0) cx.statement(node);
}

function testOf(cx: Lowering, n: number): ValueId {
  const node = cx.child(n, cx.f.condition);
  return node < 0 || cx.unwrap(node) < 0 ? cx.expression(-1, n) : condition(cx, node);
}

function body(cx: Lowering, n: number, field: number): void {
  const node = cx.child(n, field);
  if (node >= 0) cx.statement(node);
}

// ---- loops ---------------------------------------------------------------------------------------------------------

/** The label in front of a statement. */
export function labelOf(cx: Lowering, n: number): string | undefined {
  const parent = cx.tree.parent(n);
  if (parent < 0 || cx.kind(parent) !== cx.k.labeled_statement) return undefined;
  const label = cx.child(parent, cx.f.label);
  return label < 0 ? undefined : cx.source(label);
}

export function forStatement(cx: Lowering, n: number): void {
  const { fn, f, k } = cx;
  const bodyNode = cx.child(n, f.body);
  const head = cx.first(n);
  const isRange = head >= 0 && cx.kind(head) === k.range_clause;
  if (isRange) {
    cx.scoped(() => range(cx, n, head));
    return;
  }
  const clause = head >= 0 && cx.kind(head) === k.for_clause ? head : -1;
  const test = clause >= 0 ? cx.child(clause, f.condition) : head === bodyNode ? -1 : head;
  const update = clause < 0 ? -1 : cx.child(clause, f.update);
  cx.scoped(() => {
    if (clause >= 0) initializer(cx, clause);
    fn.loop(cx.at(n), {
      test: test < 0 ? undefined : () => condition(cx, test),
      body: () => body(cx, n, f.body),
      update: update < 0 ? undefined : () => cx.statement(update),
      label: labelOf(cx, n),
    });
  });
}

/** `for k, v := range x`: positions or keys, and elements; of a channel or a number there is only the first. */
function range(cx: Lowering, n: number, clause: number): void {
  const { fn, f, t } = cx;
  const targets = listed(cx, cx.child(clause, f.left));
  const right = cx.child(clause, f.right);
  const iterable = cx.expression(right, clause);
  const isNew = cx.has(clause, t[':=']);
  const isPair = targets.length > 1;
  const kind = isPair ? IterKind.Entries : givesElements(cx, right) ? IterKind.Values : IterKind.Keys;
  const elementAt = targets.length > 0 ? cx.at(targets[targets.length - 1]) : cx.at(clause);
  fn.forEach(
    iterable,
    cx.at(n),
    kind,
    (element) =>
      cx.scoped(() => {
        targets.forEach((node, i) => {
          const at = cx.at(node);
          if (cx.source(node) === '_') return;
          const value = isPair ? fn.index(element, fn.const(i, at), at) : element;
          if (isNew) assignNew(cx, node, value, false);
          else target(cx, node).write(value, at);
        });
        body(cx, n, f.body);
      }),
    labelOf(cx, n),
    elementAt,
  );
}

/** Whether going over something with one variable gives what it holds rather than where. */
function givesElements(cx: Lowering, n: number): boolean {
  const { k, f } = cx;
  n = cx.unwrap(n);
  if (n < 0) return false;
  const variable = variableOf(cx, n);
  if (variable) return cx.variables.get(variable)?.type.startsWith('chan<') ?? false;
  if (cx.kind(n) !== k.call_expression) return false;
  const callee = cx.child(n, f.function);
  // A function that gives an iterator, or a channel.
  return callee >= 0 && !/(?:^|\.)(?:Keys|All|make|append|Header|Query|split\w*|\w*s)$/i.test(cx.source(callee));
}

// ---- labels and jumps ----------------------------------------------------------------------------------------------

/** Loops and switches take their label themselves; anything else only has a name to jump to. */
export function labeledStatement(cx: Lowering, n: number): void {
  const label = cx.child(n, cx.f.label);
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) if (c !== label) cx.statement(c);
}

function jumpLabel(cx: Lowering, n: number): string | undefined {
  const label = cx.childOf(n, cx.k.label_name);
  return label < 0 ? undefined : cx.source(label);
}

export function breakStatement(cx: Lowering, n: number): void {
  cx.fn.break(cx.at(n), jumpLabel(cx, n));
}

export function continueStatement(cx: Lowering, n: number): void {
  cx.fn.continue(cx.at(n), jumpLabel(cx, n));
}

/** Where it leads is not followed: the code after it is taken to run as well. */
export function gotoStatement(cx: Lowering, n: number): void {
  cx.fn.opaque('goto', [], cx.at(n));
}

export function returnStatement(cx: Lowering, n: number): void {
  const { fn } = cx;
  const at = cx.at(n);
  const node = cx.first(n);
  const nodes = node >= 0 && cx.kind(node) === cx.k.expression_list ? listed(cx, node) : cx.tree.namedChildren(n);
  const { results } = cx.frame;
  if (nodes.length > 1) {
    const entries = nodes.map((value) => ({ value: cx.expression(value) }));
    fn.return(fn.array(ArrayKind.Tuple, entries, node >= 0 ? cx.at(node) : at), at);
  } else if (nodes.length === 1) fn.return(cx.expression(nodes[0]), at);
  else if (results.length === 1) fn.return(fn.readVariable(results[0], at), at);
  else if (results.length > 1) {
    const entries = results.map((variable) => ({ value: fn.readVariable(variable, at) }));
    fn.return(fn.array(ArrayKind.Tuple, entries, at), at);
  } else fn.return(NONE, at);
}

// ---- calls for later -----------------------------------------------------------------------------------------------

/** `go f()` and `defer f()`: it runs beside or after the code that follows, so that it cannot end it. */
export function laterStatement(cx: Lowering, n: number): void {
  const node = cx.first(n);
  if (node < 0) return;
  cx.fn.if(cx.anything('defer', cx.at(n)), cx.at(n), () => void cx.expression(node));
}
