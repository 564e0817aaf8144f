import type { TypeRef, ValueId } from '../../ir/ir';
import { assignNew, listed } from './lower-assign';
import { condition } from './lower-chains';
import type { Lowering } from './lower-context';
import { initializer, labelOf, statementList } from './lower-statements';
import { typeRef } from './lower-types';

/** How often switch cases that fall through may be repeated in each other. */
const MAX_REPETITION = 16;
/** Cases beyond this number nest no deeper. */
const MAX_NESTED_CASES = 150;

interface Case {
  readonly node: number;
  /** Undefined for the default case. */
  readonly tests: (() => ValueId)[] | undefined;
  /** Before its statements: a name of its own, something received. */
  readonly prepare?: () => void;
}

function casesOf(cx: Lowering, n: number): number[] {
  const { k } = cx;
  const list: number[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (kind === k.expression_case || kind === k.type_case || kind === k.communication_case || kind === k.default_case)
      list.push(c);
    else if (cx.tree.isError(c)) cx.statement(c);
  }
  return list;
}

function statementsOf(cx: Lowering, n: number): number {
  return cx.childOf(n, cx.k.statement_list);
}

/** A case that says so goes on with the code of the next one. */
function fallsThrough(cx: Lowering, n: number): boolean {
  const list = statementsOf(cx, n);
  if (list < 0) return false;
  const statements = cx.tree.namedChildren(list);
  return statements.length > 0 && cx.kind(statements[statements.length - 1]) === cx.k.fallthrough_statement;
}

function lowerCases(cx: Lowering, n: number, cases: readonly Case[]): void {
  const { fn } = cx;
  if (cases.length === 0) return;
  const falling = cases.filter(({ node }) => fallsThrough(cx, node)).length;
  const repeats = cx.repetition * (falling + 1) <= MAX_REPETITION;
  const { repetition } = cx;
  if (repeats) cx.repetition *= falling + 1;
  const list = cases.map(({ node, tests, prepare }, i) => ({
    tests,
    body: () =>
      cx.nested(
        node,
        Math.min(i, MAX_NESTED_CASES) >> 1,
        () =>
          cx.scoped(() => {
            prepare?.();
            statementList(cx, statementsOf(cx, node));
          }),
        () => undefined,
      ),
    fallsThrough: repeats && fallsThrough(cx, node),
  }));
  const label = labelOf(cx, n);
  if (label === undefined) fn.switch(cx.at(n), list);
  else fn.block(cx.at(n), () => fn.switch(cx.at(n), list), label);
  cx.repetition = repetition;
}

export function expressionSwitch(cx: Lowering, n: number): void {
  const { fn, f, k } = cx;
  cx.scoped(() => {
    initializer(cx, n);
    const selectorNode = cx.child(n, f.value);
    const selector = selectorNode < 0 ? undefined : cx.expression(selectorNode);
    const cases = casesOf(cx, n).map((node): Case => {
      if (cx.kind(node) === k.default_case) return { node, tests: undefined };
      const values = listed(cx, cx.child(node, f.value));
      const tests = values.map((value) => () => {
        if (selector === undefined) return condition(cx, value);
        return fn.binary('==', selector, cx.expression(value), cx.at(value));
      });
      return { node, tests: tests.length > 0 ? [() => anyOf(cx, tests, node)] : [() => cx.expression(-1, node)] };
    });
    lowerCases(cx, n, cases);
  });
}

/** One of many values: tests in a row rather than nested. */
function anyOf(cx: Lowering, tests: readonly (() => ValueId)[], n: number): ValueId {
  let value = tests[0]();
  for (const test of tests.slice(1)) value = cx.fn.binary('||', value, test(), cx.at(n));
  return value;
}

/** In a case for one type the value has that type. */
export function typeSwitch(cx: Lowering, n: number): void {
  const { fn, f, k } = cx;
  cx.scoped(() => {
    initializer(cx, n);
    const value = cx.operand(n, f.value);
    const alias = listed(cx, cx.child(n, f.alias))[0] ?? -1;
    const bind = (type: TypeRef): void => {
      if (alias >= 0) assignNew(cx, alias, fn.cast(value, type, cx.at(alias)), false);
    };
    const cases = casesOf(cx, n).map((node): Case => {
      if (cx.kind(node) === k.default_case) return { node, tests: undefined, prepare: () => bind('') };
      const types = cx.tree.childrenByField(node, f.type).filter((type) => cx.tree.isNamed(type));
      const tests = types.map((type) => () => {
        const at = cx.at(type);
        if (cx.source(type) === 'nil') return fn.binary('==', value, fn.const(null, at), at);
        return fn.binary('instanceof', value, fn.typeName(typeRef(cx, type) || 'any', at), at);
      });
      const only = types.length === 1 ? typeRef(cx, types[0]) : '';
      return {
        node,
        tests: tests.length > 0 ? [() => anyOf(cx, tests, node)] : [() => cx.expression(-1, node)],
        prepare: () => bind(only === 'nil' ? '' : only),
      };
    });
    lowerCases(cx, n, cases);
  });
}

/** Any of the cases may be ready. */
export function selectStatement(cx: Lowering, n: number): void {
  const { f, k } = cx;
  const cases = casesOf(cx, n).map((node): Case => {
    if (cx.kind(node) === k.default_case) return { node, tests: undefined };
    const communication = cx.child(node, f.communication);
    return {
      node,
      tests: [() => cx.anything('select', cx.at(node))],
      prepare: () => {
        if (communication >= 0) cx.statement(communication);
      },
    };
  });
  lowerCases(cx, n, cases);
}

/** A case that stands alone, in code that does not parse. */
export function looseCase(cx: Lowering, n: number): void {
  const { f } = cx;
  for (const value of listed(cx, cx.child(n, f.value))) cx.expression(value);
  const communication = cx.child(n, f.communication);
  if (communication >= 0) cx.statement(communication);
  statementList(cx, statementsOf(cx, n));
}
