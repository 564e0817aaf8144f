import type { Entry } from '../../ir/builder';
import { NONE, type ValueId } from '../../ir/ir';
import { hoistVars } from './lower-blocks';
import type { Lowering } from './lower-context';
import { declareNames, declareVariables } from './lower-declarations';
import { parameters } from './lower-functions';
import { exportName } from './lower-modules';

/**
 * Code that does not parse, as it is while someone types. The parser keeps the sound pieces: whole statements and
 * expressions, and the tokens between them. Most is lowered as what it is; two things are put together again, because
 * much depends on them: a function whose end is missing (its parameters are what the code after them works on), and a
 * call whose arguments are there.
 */
export function brokenCode(cx: Lowering, n: number): ValueId[] {
  return pieces(cx, flatten(cx, n, -1));
}

/** Whether a node that does not parse opens a function which it does not close: what follows is the function's code. */
export function opensFunction(cx: Lowering, n: number): boolean {
  if (!cx.tree.isError(n)) return false;
  let isOpen = false;
  let isFunction = false;
  for (let c = cx.tree.firstChild(n); c >= 0; c = cx.tree.next(c)) {
    if (cx.kind(c) === cx.k.formal_parameters) isFunction = true;
    else if (isFunction && isSign(cx, c, '{')) isOpen = true;
    else if (isSign(cx, c, '}')) isOpen = false;
  }
  return isOpen;
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
    else if (cx.kind(c) !== cx.k.comment) list.push(c);
  }
  return list;
}

function isSign(cx: Lowering, n: number, sign: string): boolean {
  return !cx.tree.isNamed(n) && cx.source(n) === sign;
}

interface OpenCall {
  readonly callee: ValueId;
  readonly start: number;
  readonly args: Entry[];
}

/** Declares the names of the pieces, but not those inside of functions that are put together again. */
function declarePieces(cx: Lowering, list: readonly number[]): void {
  const { k } = cx;
  for (let i = 0; i < list.length; i++) {
    const n = list[i];
    const kind = cx.kind(n);
    if (kind === k.formal_parameters) i = bodyAfter(cx, list, i)?.end ?? i;
    else if (kind === k.variable_declaration) declareVariables(cx, n, true);
    else if (cx.dialect.statements[kind]) {
      declareNames(cx, n);
      if (cx.dialect.nests[kind]) hoistVars(cx, n);
    }
  }
}

function pieces(cx: Lowering, list: readonly number[]): ValueId[] {
  const { dialect, tree } = cx;
  declarePieces(cx, list);
  const values: ValueId[] = [];
  let call: OpenCall | undefined;
  /** The expression just before, which `(` makes a callee. */
  let last: { value: ValueId; start: number } | undefined;
  const add = (value: ValueId, start: number): void => {
    if (call) call.args.push({ value });
    else values.push(value);
    last = { value, start };
  };
  const finish = (end: number): void => {
    if (call && call.args.length > 0) values.push(cx.fn.call(call.callee, call.args, { start: call.start, end }));
    else if (call) values.push(call.callee);
    call = undefined;
    last = undefined;
  };
  for (let i = 0; i < list.length; i++) {
    const n = list[i];
    const kind = tree.kinds[n];
    const body = kind === cx.k.formal_parameters ? bodyAfter(cx, list, i) : undefined;
    if (body) {
      const closure = openFunction(cx, list, i, body);
      if (closure !== NONE) add(closure, tree.starts[n]);
      i = body.end;
    } else if (dialect.statements[kind]) {
      finish(tree.starts[n]);
      cx.statement(n);
    } else if (dialect.expressions[kind] && tree.isNamed(n)) add(cx.expression(n), tree.starts[n]);
    else if (tree.isNamed(n)) {
      if (tree.firstNamedChild(n) >= 0) cx.statement(n);
    } else if (isSign(cx, n, '(')) {
      if (last && !call) {
        values.splice(values.lastIndexOf(last.value), 1);
        call = { callee: last.value, start: last.start, args: [] };
      }
      last = undefined;
    } else if (isSign(cx, n, ')') || isSign(cx, n, ';')) finish(tree.ends[n]);
    else last = undefined;
  }
  finish(list.length > 0 ? tree.ends[list[list.length - 1]] : 0);
  return values;
}

/** Positions of the first and one past the last piece of a function's code, when `{` follows its parameters. */
function bodyAfter(
  cx: Lowering,
  list: readonly number[],
  parameterList: number,
): { start: number; end: number } | undefined {
  let i = parameterList + 1;
  // Between them: `=>` or a type.
  while (i < list.length && i < parameterList + 4 && !isSign(cx, list[i], '{')) i++;
  if (i >= list.length || !isSign(cx, list[i], '{')) return undefined;
  const start = i + 1;
  let depth = 1;
  for (i = start; i < list.length; i++) {
    if (isSign(cx, list[i], '{')) depth++;
    else if (isSign(cx, list[i], '}') && --depth === 0) break;
  }
  return { start, end: i };
}

/** Builds a function from its parameters and the pieces of its code; a declared one gets its name, else the closure is given back. */
function openFunction(
  cx: Lowering,
  list: readonly number[],
  position: number,
  body: { readonly start: number; readonly end: number },
): ValueId {
  const { k, tree } = cx;
  const parameterList = list[position];
  const nameNode = position > 0 && cx.kind(list[position - 1]) === k.identifier ? list[position - 1] : -1;
  const isDeclared = nameNode >= 0 && position > 1 && isSign(cx, list[position - 2], 'function');
  const start = isDeclared ? tree.starts[list[position - 2]] : tree.starts[parameterList];
  const at = { start, end: tree.ends[list[Math.min(body.end, list.length - 1)]] };
  const name = isDeclared ? cx.source(nameNode) : '';
  if (isDeclared) cx.fn.declare(name);
  const code = list.slice(body.start, body.end);
  return cx.nested(
    parameterList,
    4,
    () => {
      const fn = cx.module.function(
        { name, kind: 'function', at, nameAt: isDeclared ? cx.at(nameNode) : undefined },
        cx.fn,
      );
      cx.within(fn, false, () => {
        parameters(cx, parameterList, {});
        pieces(cx, code);
        fn.finish();
      });
      const closure = cx.fn.closure(fn, at);
      if (!isDeclared) return closure;
      cx.fn.write(name, closure, cx.at(nameNode));
      const before = position > 2 && isSign(cx, list[position - 3], 'async') ? position - 4 : position - 3;
      if (before >= 0 && isSign(cx, list[before], 'export')) exportName(cx, name, closure, at);
      return NONE;
    },
    () => NONE,
  );
}
