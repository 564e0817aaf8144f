import { IterKind, NONE, type ValueId } from '../../ir/ir';
import { declareAll, statementList } from './lower-blocks';
import type { Lowering } from './lower-context';
import { isHoisted } from './lower-declarations';
import { condition } from './lower-expressions';
import { assign, patternNames } from './lower-patterns';

/** An `else if` chain longer than this is a row of alternatives instead of a nest. */
const MAX_ELSE_IF = 24;
/** How often switch cases that fall through may be repeated in each other. */
const MAX_REPETITION = 16;

export function expressionStatement(cx: Lowering, n: number): void {
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) cx.expression(c);
}

/** A body that may be a single statement. */
function body(cx: Lowering, n: number, parent: number): void {
  if (n >= 0) cx.statement(n);
  else cx.fn.opaque('missing', [], cx.at(parent));
}

// ---- branches ------------------------------------------------------------------------------------------------------

/** The `if` that an `else` goes on with, the statement it holds, or -1. */
function alternative(cx: Lowering, n: number): number {
  const clause = cx.child(n, cx.f.alternative);
  return clause < 0 ? -1 : cx.first(clause);
}

export function ifStatement(cx: Lowering, n: number): void {
  let length = 0;
  for (let c = n; c >= 0 && cx.kind(c) === cx.k.if_statement; c = alternative(cx, c)) length++;
  if (length > MAX_ELSE_IF) {
    longIf(cx, n);
    return;
  }
  const test = condition(cx, cx.child(n, cx.f.condition));
  const otherwise = alternative(cx, n);
  cx.fn.if(
    test,
    cx.at(n),
    () => body(cx, cx.child(n, cx.f.consequence), n),
    otherwise < 0 ? undefined : () => cx.statement(otherwise),
  );
}

/** The same meaning without nesting: each arm leaves the block that holds them all. */
function longIf(cx: Lowering, n: number): void {
  const { fn, f, k } = cx;
  const label = cx.freshLabel();
  fn.block(
    cx.at(n),
    () => {
      let arm = n;
      for (; arm >= 0 && cx.kind(arm) === k.if_statement; arm = alternative(cx, arm)) {
        const at = cx.at(arm);
        const node = arm;
        const test = condition(cx, cx.child(node, f.condition));
        fn.if(test, at, () => {
          body(cx, cx.child(node, f.consequence), node);
          fn.break(at, label);
        });
      }
      if (arm >= 0) cx.statement(arm);
    },
    label,
  );
}

export function switchStatement(cx: Lowering, n: number): void {
  const { fn, f, k } = cx;
  const at = cx.at(n);
  const value = cx.expression(cx.unwrap(cx.child(n, f.value)), n);
  const list = cx.child(n, f.body);
  const groups: { tests: (() => ValueId)[] | undefined; body: () => void; fallsThrough: boolean }[] = [];
  const nodes: number[] = [];
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.switch_case || cx.kind(c) === k.switch_default) nodes.push(c);
    else cx.statement(c);
  }
  // Each case that falls through is lowered again as part of the case before it.
  const repeats = cx.repetition * nodes.length <= MAX_REPETITION;
  let labels: number[] | undefined = [];
  for (const node of nodes) {
    if (cx.kind(node) === k.switch_default) labels = undefined;
    else labels?.push(node);
    const statements = caseStatements(cx, node);
    // `case 1: case 2: …` is one case with two tests.
    if (statements.length === 0 && node !== nodes[nodes.length - 1]) continue;
    const cases = labels;
    const depth = Math.min(groups.length, 150) >> 1;
    groups.push({
      tests: cases && [() => anyCase(cx, value, cases)],
      body: () =>
        cx.nested(
          node,
          depth,
          () => {
            for (const statement of statements) if (!isHoisted(cx, statement)) cx.statement(statement);
          },
          () => undefined,
        ),
      fallsThrough: repeats,
    });
    labels = [];
  }
  fn.scoped(() => {
    declareAll(cx, nodes);
    const repetition = cx.repetition;
    if (repeats) cx.repetition *= Math.max(1, nodes.length);
    if (groups.length > 0) fn.switch(at, groups);
    cx.repetition = repetition;
  });
}

/** The statements of a case: its value is a named child, too. */
function caseStatements(cx: Lowering, n: number): number[] {
  const value = cx.child(n, cx.f.value);
  const list: number[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) if (c !== value) list.push(c);
  return list;
}

function anyCase(cx: Lowering, value: ValueId, cases: readonly number[]): ValueId {
  const { fn } = cx;
  let test: ValueId = NONE;
  for (const node of cases) {
    const at = cx.at(Math.max(cx.child(node, cx.f.value), node));
    const equal = fn.binary('===', value, cx.operand(node, cx.f.value), at);
    test = test === NONE ? equal : fn.binary('||', test, equal, at);
  }
  return test;
}

// ---- loops ---------------------------------------------------------------------------------------------------------

/** The label in front of a statement. */
function labelOf(cx: Lowering, n: number): string | undefined {
  const parent = cx.tree.parent(n);
  if (parent < 0 || cx.kind(parent) !== cx.k.labeled_statement) return undefined;
  const label = cx.child(parent, cx.f.label);
  return label < 0 ? undefined : cx.source(label);
}

export function forStatement(cx: Lowering, n: number): void {
  const { fn, f, k } = cx;
  const initializer = cx.child(n, f.initializer);
  let test = cx.child(n, f.condition);
  if (test >= 0 && (cx.kind(test) === k.empty_statement || cx.tree.starts[test] === cx.tree.ends[test])) test = -1;
  const increment = cx.child(n, f.increment);
  fn.scoped(() => {
    if (initializer >= 0) {
      declareLoopNames(cx, initializer);
      cx.statement(initializer);
    }
    fn.loop(cx.at(n), {
      test: test < 0 ? undefined : () => condition(cx, test),
      body: () => body(cx, cx.child(n, f.body), n),
      update: increment < 0 ? undefined : () => void cx.expression(increment),
      label: labelOf(cx, n),
    });
  });
}

function declareLoopNames(cx: Lowering, initializer: number): void {
  if (cx.kind(initializer) !== cx.k.lexical_declaration) return;
  for (let c = cx.first(initializer); c >= 0; c = cx.after(c)) {
    patternNames(cx, cx.child(c, cx.f.name), (name) => cx.fn.declare(name));
  }
}

export function forInStatement(cx: Lowering, n: number): void {
  const { fn, f, t } = cx;
  const at = cx.at(n);
  const left = cx.child(n, f.left);
  const right = cx.child(n, f.right);
  const sign = cx.child(n, f.operator);
  const keyword = cx.child(n, f.kind);
  const elementAt = left < 0 ? at : cx.at(left);
  // `for (var i = 0 in x)`, of old.
  const initial = cx.child(n, f.value);
  if (initial >= 0) assign(cx, left, cx.expression(initial), cx.at(initial));
  const iterable = cx.expression(right, n);
  const isKeys = sign >= 0 && cx.source(sign) === 'in';
  const isAwait = cx.has(n, t.await) && !isKeys;
  const run = (element: ValueId): void => {
    fn.scoped(() => {
      if (keyword >= 0 && cx.source(keyword) !== 'var') patternNames(cx, left, (name) => fn.declare(name));
      const value = isAwait ? fn.await(element, elementAt) : element;
      if (left >= 0) assign(cx, left, value, elementAt);
      body(cx, cx.child(n, f.body), n);
    });
  };
  fn.forEach(iterable, at, isKeys ? IterKind.Keys : IterKind.Values, run, labelOf(cx, n), elementAt);
}

export function whileStatement(cx: Lowering, n: number): void {
  const test = cx.child(n, cx.f.condition);
  cx.fn.loop(cx.at(n), {
    // `while (true)` is left by `break` only.
    test: isTrue(cx, test) ? undefined : () => condition(cx, test),
    body: () => body(cx, cx.child(n, cx.f.body), n),
    label: labelOf(cx, n),
  });
}

function isTrue(cx: Lowering, n: number): boolean {
  const inner = cx.unwrap(n);
  return inner >= 0 && cx.kind(inner) === cx.k.true;
}

export function doStatement(cx: Lowering, n: number): void {
  const test = cx.child(n, cx.f.condition);
  cx.fn.loop(cx.at(n), {
    test: () => condition(cx, test),
    testLast: true,
    body: () => body(cx, cx.child(n, cx.f.body), n),
    label: labelOf(cx, n),
  });
}

/** Loops take their label themselves; anything else becomes a block that `break` can leave. */
export function labeledStatement(cx: Lowering, n: number): void {
  const { k, f, fn } = cx;
  const inner = cx.child(n, f.body);
  if (inner < 0) return;
  const kind = cx.kind(inner);
  const isLoop =
    kind === k.for_statement || kind === k.for_in_statement || kind === k.while_statement || kind === k.do_statement;
  if (isLoop) cx.statement(inner);
  else fn.block(cx.at(n), () => cx.statement(inner), labelOf(cx, inner));
}

// ---- jumps ---------------------------------------------------------------------------------------------------------

export function breakStatement(cx: Lowering, n: number): void {
  cx.fn.break(cx.at(n), jumpLabel(cx, n));
}

export function continueStatement(cx: Lowering, n: number): void {
  cx.fn.continue(cx.at(n), jumpLabel(cx, n));
}

function jumpLabel(cx: Lowering, n: number): string | undefined {
  const label = cx.child(n, cx.f.label);
  return label < 0 ? undefined : cx.source(label);
}

export function returnStatement(cx: Lowering, n: number): void {
  const value = cx.first(n);
  cx.fn.return(value < 0 ? NONE : cx.expression(value), cx.at(n));
}

export function throwStatement(cx: Lowering, n: number): void {
  cx.fn.throw(cx.expression(cx.first(n), n), cx.at(n));
}

export function tryStatement(cx: Lowering, n: number): void {
  const { fn, f } = cx;
  const handler = cx.child(n, f.handler);
  const finalizer = cx.child(n, f.finalizer);
  const parameter = handler < 0 ? -1 : cx.child(handler, f.parameter);
  const named = parameter < 0 ? undefined : cx.at(parameter);
  fn.try(
    cx.at(n),
    () => body(cx, cx.child(n, f.body), n),
    handler < 0 ? [] : [{ at: cx.at(handler), named, body: (caught) => catchClause(cx, handler, caught) }],
    finalizer < 0 ? undefined : () => body(cx, cx.child(finalizer, f.body), finalizer),
  );
}

function catchClause(cx: Lowering, n: number, caught: ValueId): void {
  const { fn, f } = cx;
  const parameter = cx.child(n, f.parameter);
  fn.scoped(() => {
    if (parameter >= 0) {
      patternNames(cx, parameter, (name) => fn.declare(name));
      assign(cx, parameter, caught, cx.at(parameter));
    }
    const block = cx.child(n, f.body);
    if (block >= 0) statementList(cx, block);
  });
}

/** `with (o) { … }`: names are lowered as if the object had none of them. */
export function withStatement(cx: Lowering, n: number): void {
  cx.expression(cx.unwrap(cx.child(n, cx.f.object)), n);
  body(cx, cx.child(n, cx.f.body), n);
}
