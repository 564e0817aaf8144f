import type { At, Entry } from '../../ir/builder';
import type { ValueId } from '../../ir/ir';
import { target } from './lower-assign';
import type { Lowering } from './lower-context';
import { parameters } from './lower-functions';
import { declareVariable, UNKNOWN_FACTS } from './lower-names';

/**
 * Code that does not parse, as it is while someone types. The parser keeps the sound pieces: whole statements and
 * expressions, and the tokens between them. Most is lowered as what it is; three things are put together again, because
 * much depends on them: a function whose body is not closed, a call whose arguments are there, and an assignment.
 */
export function brokenCode(cx: Lowering, n: number): ValueId[] {
  return pieces(cx, flatten(cx, n, -1));
}

/** What does not parse among the children of a node that otherwise does. */
export function brokenParts(cx: Lowering, n: number): ValueId[] {
  const values: ValueId[] = [];
  if (!cx.tree.hasError(n)) return values;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) if (cx.tree.isError(c)) values.push(...brokenCode(cx, c));
  return values;
}

export function hasBrokenPart(cx: Lowering, n: number): boolean {
  if (!cx.tree.hasError(n)) return false;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) if (cx.tree.isError(c)) return true;
  return false;
}

/** A function's code that is not closed: the parser gives the head, and what follows as broken. */
export function unclosedBody(cx: Lowering, n: number): number {
  const { tree, t } = cx;
  const next = cx.after(n);
  const first = next < 0 || !tree.isError(next) ? -1 : tree.firstChild(next);
  return first >= 0 && cx.kind(first) === t['{'] && !tree.isNamed(first) ? next : -1;
}

/** Whether a node that does not parse holds a function's head: what follows is its code. */
export function opensBody(cx: Lowering, n: number): boolean {
  return cx.tree.isError(n) && cx.has(n, cx.t.func) && cx.has(n, cx.t['{']);
}

/** As `brokenCode` for a node and what follows it. */
export function brokenCodeAndRest(cx: Lowering, n: number): void {
  pieces(cx, flatten(cx, n, cx.after(n)));
}

/** The children of a node, then the siblings from `next` on, with those that do not parse replaced by their children. */
function flatten(cx: Lowering, n: number, next: number): number[] {
  const { tree, k } = cx;
  const list: number[] = [];
  const open: number[] = [];
  if (next >= 0) open.push(next);
  if (tree.firstChild(n) >= 0) open.push(tree.firstChild(n));
  for (let c = open.pop() ?? -1; c >= 0; c = open.pop() ?? -1) {
    const after = tree.next(c);
    if (after >= 0) open.push(after);
    const isOpen = tree.isError(c) || cx.kind(c) === k.statement_list || cx.kind(c) === k.expression_list;
    if (isOpen && tree.firstChild(c) >= 0) open.push(tree.firstChild(c));
    else if (tree.isWalked(c) || !tree.isNamed(c)) list.push(c);
  }
  return list;
}

interface OpenCall {
  readonly callee: ValueId;
  readonly start: number;
  readonly args: Entry[];
}

function pieces(cx: Lowering, list: readonly number[]): ValueId[] {
  const { dialect, k, t, tree } = cx;
  const values: ValueId[] = [];
  let call: OpenCall | undefined;
  /** Targets of an assignment whose value follows. */
  let targets: { readonly node: number; readonly isNew: boolean }[] = [];
  const add = (value: ValueId, at: At): void => {
    values.push(value);
    for (const { node, isNew } of targets) assignBroken(cx, node, value, isNew, at);
    targets = [];
  };
  const finish = (end: number): void => {
    if (call) {
      const { callee, args, start } = call;
      add(args.length > 0 ? cx.fn.call(callee, args, { start, end }) : callee, { start, end });
    }
    call = undefined;
  };
  for (let i = 0; i < list.length; i++) {
    const n = list[i];
    const kind = tree.kinds[n];
    const isNamed = tree.isNamed(n);
    // A call that is not closed ends where its line does.
    if (call && i > 0 && startsLine(cx, list[i - 1], n)) finish(tree.ends[list[i - 1]]);
    if (!isNamed && kind === t.func) {
      finish(tree.starts[n]);
      i = openFunction(cx, list, i);
    } else if (isNamed && dialect.statements[kind]) {
      finish(tree.starts[n]);
      targets = [];
      cx.statement(n);
    } else if (isNamed && dialect.expressions[kind]) {
      const next = list[i + 1] ?? -1;
      const sign = next >= 0 && !tree.isNamed(next) ? cx.kind(next) : -1;
      if (sign >= 0 && (sign === t['='] || sign === t[':='])) {
        finish(tree.starts[n]);
        targets.push({ node: n, isNew: sign === t[':='] });
        i++;
        continue;
      }
      const value = cx.expression(n);
      if (call) call.args.push({ value });
      else if (sign >= 0 && sign === t['(']) {
        call = { callee: value, start: tree.starts[n], args: [] };
        i++;
      } else add(value, cx.at(n));
    } else if (isNamed) {
      if (tree.firstNamedChild(n) >= 0) cx.statement(n);
      else if (kind === k.identifier) add(cx.expression(n), cx.at(n));
    } else if (kind === t[')']) finish(tree.ends[n]);
  }
  finish(list.length > 0 ? tree.ends[list[list.length - 1]] : 0);
  return values;
}

function assignBroken(cx: Lowering, node: number, value: ValueId, isNew: boolean, at: At): void {
  const { k, fn } = cx;
  if (isNew && cx.kind(node) === k.identifier && cx.source(node) !== '_') {
    fn.writeVariable(declareVariable(cx, cx.source(node), UNKNOWN_FACTS), value, at);
  } else target(cx, node).write(value, at);
}

/** Whether a node begins a line that the one before, an expression, does not ask for. */
function startsLine(cx: Lowering, before: number, n: number): boolean {
  const { tree } = cx;
  return tree.isNamed(before) && cx.text.slice(tree.ends[before], tree.starts[n]).includes('\n');
}

/** The position of the `}` that closes the `{` just before `from`, or the end. */
function closing(cx: Lowering, list: readonly number[], from: number): number {
  const { t, tree } = cx;
  let depth = 1;
  let i = from;
  for (; i < list.length; i++) {
    const isSign = !tree.isNamed(list[i]);
    if (isSign && cx.kind(list[i]) === t['{']) depth++;
    else if (isSign && cx.kind(list[i]) === t['}'] && --depth === 0) break;
  }
  return i;
}

const MAX_HEAD = 8;

/** Builds a function from `func`, its name and parameters, and the pieces up to its closing brace. */
function openFunction(cx: Lowering, list: readonly number[], position: number): number {
  const { k, t, tree } = cx;
  const lists: number[] = [];
  let nameNode = -1;
  let opening = -1;
  for (let i = position + 1; i < list.length && i <= position + MAX_HEAD; i++) {
    const n = list[i];
    const kind = cx.kind(n);
    if (!tree.isNamed(n) && kind === t.func) break;
    if (kind === k.parameter_list) lists.push(n);
    else if (nameNode < 0 && lists.length < 2 && (kind === k.identifier || kind === k.field_identifier)) nameNode = n;
    else if (!tree.isNamed(n) && kind === t['{']) {
      opening = i;
      break;
    }
  }
  if (lists.length === 0) return position;
  const end = opening < 0 ? position + 1 : closing(cx, list, opening + 1);
  const code = opening < 0 ? [] : list.slice(opening + 1, end);
  const within = [list[position], list[Math.min(end, list.length - 1)], ...lists, ...(nameNode < 0 ? [] : [nameNode])];
  const at: At = { start: tree.starts[list[position]], end: Math.max(...within.map((n) => tree.ends[n])) };
  // `func (r T) name(…)`: the first list is the receiver's.
  const isMethod = nameNode >= 0 && lists.length > 1 && tree.starts[lists[0]] < tree.starts[nameNode];
  const name = nameNode < 0 ? '' : cx.source(nameNode);
  cx.nested(
    list[position],
    4,
    () => {
      const nameAt = nameNode < 0 ? undefined : cx.at(nameNode);
      const fn = cx.module.function({ name, kind: 'function', at, nameAt }, cx.fn);
      cx.within(fn, [], () => {
        if (isMethod) parameters(cx, lists[0]);
        parameters(cx, lists[isMethod ? 1 : 0]);
        pieces(cx, code);
        fn.finish();
      });
      const closure = cx.fn.closure(fn, at);
      if (name !== '' && !isMethod) cx.fn.write(name, closure, nameAt ?? at);
    },
    () => undefined,
  );
  return opening < 0 ? Math.max(position, list.indexOf(lists[lists.length - 1])) : end;
}
