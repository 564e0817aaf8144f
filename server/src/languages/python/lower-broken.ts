import type { At, Entry } from '../../ir/builder';
import type { ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { parameters } from './lower-functions';
import { declareOwn, ownNames, writeName } from './lower-names';
import { assign } from './lower-patterns';

/**
 * Code that does not parse, as it is while someone types. The parser keeps the sound pieces: whole statements and
 * expressions, and the tokens between them. Most is lowered as what it is; three things are put together again, because
 * much depends on them: a function whose head does not parse, a call whose arguments are there, and an assignment.
 */
export function brokenCode(cx: Lowering, n: number): ValueId[] {
  return pieces(cx, flatten(cx, n, -1));
}

/** Whether a node that does not parse holds a function's head: what is written below and further right is its code. */
export function opensFunction(cx: Lowering, n: number): boolean {
  return cx.tree.isError(n) && cx.has(n, cx.t.def);
}

/** As `brokenCode` for a node and the statements after it. */
export function brokenCodeAndRest(cx: Lowering, n: number): void {
  pieces(cx, flatten(cx, n, cx.after(n)));
}

/** The children of a node, then the siblings from `next` on, with those that do not parse replaced by their children. */
function flatten(cx: Lowering, n: number, next: number): number[] {
  const { tree } = cx;
  const list: number[] = [];
  const open: number[] = [];
  if (next >= 0) open.push(next);
  if (tree.firstChild(n) >= 0) open.push(tree.firstChild(n));
  for (let c = open.pop() ?? -1; c >= 0; c = open.pop() ?? -1) {
    const after = tree.next(c);
    if (after >= 0) open.push(after);
    if (tree.isError(c) && tree.firstChild(c) >= 0) open.push(tree.firstChild(c));
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
  let targets: number[] = [];
  const finish = (end: number): void => {
    if (call) {
      const { callee, args, start } = call;
      add(args.length > 0 ? cx.fn.call(callee, args, { start, end }) : callee, start, end);
    }
    call = undefined;
  };
  const add = (value: ValueId, start: number, end: number): void => {
    values.push(value);
    for (const target of targets) assign(cx, target, value, { start, end });
    targets = [];
  };
  for (let i = 0; i < list.length; i++) {
    const n = list[i];
    const kind = tree.kinds[n];
    const isNamed = tree.isNamed(n);
    const isWord = isNamed && kind === k.identifier && KEYWORDS.has(cx.source(n));
    // A call that is not closed ends where its line does, unless a comma asks for more.
    if (call && i > 0 && (isWord || startsLine(cx, list[i - 1], n))) finish(tree.ends[list[i - 1]]);
    if (isWord) continue;
    if (!isNamed && kind === t.def) {
      finish(tree.starts[n]);
      i = openFunction(cx, list, i);
    } else if (dialect.statements[kind]) {
      finish(tree.starts[n]);
      targets = [];
      cx.statement(n);
    } else if (isNamed && dialect.expressions[kind]) {
      // A target is not read, and what starts a line is no argument of the line before.
      const next = list[i + 1] ?? -1;
      const isTarget = next >= 0 && !tree.isNamed(next) && kind !== k.string && cx.kind(next) === t['='];
      if (isTarget) {
        finish(tree.starts[n]);
        targets.push(n);
        i++;
        continue;
      }
      const value = cx.expression(n);
      if (call) call.args.push({ value });
      else if (next >= 0 && !tree.isNamed(next) && cx.kind(next) === t['(']) {
        call = { callee: value, start: tree.starts[n], args: [] };
        i++;
      } else add(value, tree.starts[n], tree.ends[n]);
    } else if (kind === k.interpolation) {
      // Of an f-string that is not closed.
      const value = cx.operand(n, cx.f.expression);
      if (call) call.args.push({ value });
      else add(value, tree.starts[n], tree.ends[n]);
    } else if (isNamed) {
      if (tree.firstNamedChild(n) >= 0) cx.statement(n);
    } else if (kind === t[')']) finish(tree.ends[n]);
  }
  finish(list.length > 0 ? tree.ends[list[list.length - 1]] : 0);
  return values;
}

/** Whether a node begins a line that the one before, an expression, does not ask for. */
function startsLine(cx: Lowering, before: number, n: number): boolean {
  const { tree } = cx;
  return tree.isNamed(before) && cx.text.slice(tree.ends[before], tree.starts[n]).includes('\n');
}

/** Words that the parser takes for names where nothing else fits. */
const KEYWORDS = new Set(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);

/** Builds a function from `def`, its name, what there is of its parameters, and the pieces that are further right. */
function openFunction(cx: Lowering, list: readonly number[], position: number): number {
  const { k, t, tree } = cx;
  const def = list[position];
  const column = columnOf(cx, def);
  let i = position + 1;
  const nameNode = i < list.length && cx.kind(list[i]) === k.identifier ? list[i++] : -1;
  const head: number[] = [];
  const line = lineEnd(cx, def);
  // The rest of the head: a list of parameters, or the names in one that is not closed.
  while (i < list.length && tree.starts[list[i]] < line) {
    const isEnd =
      !tree.isNamed(list[i]) && cx.kind(list[i]) === t[':'] && cx.text.slice(tree.ends[list[i]], line).trim() === '';
    head.push(list[i++]);
    if (isEnd) break;
  }
  const from = i;
  while (i < list.length && (tree.starts[list[i]] < line || columnOf(cx, list[i]) > column)) i++;
  const code = list.slice(from, i);
  const end = tree.ends[list[i - 1]];
  const at: At = { start: tree.starts[def], end: Math.max(end, tree.ends[def]) };
  const name = nameNode < 0 ? '' : cx.source(nameNode);
  cx.nested(
    def,
    4,
    () => {
      const nameAt = nameNode < 0 ? undefined : cx.at(nameNode);
      const fn = cx.module.function({ name, kind: 'function', at, nameAt }, cx.fn);
      cx.within(fn, undefined, () => {
        for (const n of head) {
          if (cx.kind(n) === k.parameters) parameters(cx, n, -1)();
          else if (cx.kind(n) === k.identifier) fn.namedParam({ name: cx.source(n), at: cx.at(n) });
        }
        for (const n of code) if (tree.firstChild(n) >= 0) declareOwn(cx, ownNames(cx, n));
        pieces(cx, code);
        fn.finish();
      });
      if (name !== '') writeName(cx, name, cx.fn.closure(fn, at), nameAt ?? at);
      if (name !== '' && cx.fn === cx.moduleFn) cx.exportedNames.add(name);
    },
    () => undefined,
  );
  return i - 1;
}

/** How far a node's line is indented, for the first node on a line; for others more than any line is. */
function columnOf(cx: Lowering, n: number): number {
  const start = cx.tree.starts[n];
  const lineStart = cx.text.lastIndexOf('\n', start - 1) + 1;
  const indent = cx.text.slice(lineStart, start);
  return indent.trim() === '' ? indent.length : cx.text.slice(lineStart).search(/\S/);
}

function lineEnd(cx: Lowering, n: number): number {
  const end = cx.text.indexOf('\n', cx.tree.ends[n]);
  return end < 0 ? cx.text.length : end;
}
