import type { At } from '../../ir/builder';
import { NONE, type TypeRef, type ValueId } from '../../ir/ir';
import { declaredType } from './lower-chains';
import type { Lowering } from './lower-context';
import { condition } from './lower-expressions';
import { meaningOf } from './lower-names';
import { matches } from './lower-patterns';
import { rawType } from './lower-scopes';

/** How often switch cases that fall through may be repeated in each other. */
const MAX_REPETITION = 16;
/** Cases beyond this number nest no deeper. */
const MAX_NESTED_CASES = 150;

interface Group {
  readonly labels: readonly number[];
  readonly statements: readonly number[];
  readonly isRule: boolean;
}

/** What the labels of a switch are compared with. */
interface Selector {
  readonly value: ValueId;
  /** '' when unknown. */
  readonly type: TypeRef;
}

export function switchStatement(cx: Lowering, n: number): void {
  lowerSwitch(cx, n, false);
}

/** A switch whose value is used: arms and `yield` write it to a variable. */
export function switchExpression(cx: Lowering, n: number): ValueId {
  const { fn } = cx;
  const outer = cx.switchResult;
  return cx.scoped(() => {
    const label = cx.freshLabel();
    const variable = fn.declare(label);
    cx.switchResult = { label, variable };
    fn.block(cx.at(n), () => lowerSwitch(cx, n, true), label);
    cx.switchResult = outer;
    return variable.values.length === 0 ? fn.const(undefined, cx.at(n)) : fn.readVariable(variable, cx.at(n));
  });
}

function lowerSwitch(cx: Lowering, n: number, isExpression: boolean): void {
  const { fn, f } = cx;
  const selectorNode = cx.unwrap(cx.child(n, f.condition));
  const selector: Selector = {
    value: cx.expression(selectorNode, n),
    type: selectorNode < 0 ? '' : declaredType(cx, selectorNode),
  };
  const groups = groupsOf(cx, cx.child(n, f.body));
  // Each case that falls through is lowered again as part of the case before it.
  const repeats = cx.repetition * groups.length <= MAX_REPETITION;
  cx.scoped(() => {
    const { repetition } = cx;
    if (repeats && groups.some((group) => !group.isRule)) cx.repetition *= Math.max(1, groups.length);
    const cases = groups.map((group, i) => ({
      tests: testsOf(cx, group, selector),
      body: () =>
        cx.nested(
          group.labels[0],
          Math.min(i, MAX_NESTED_CASES) >> 1,
          () => arm(cx, group, isExpression),
          () => undefined,
        ),
      fallsThrough: !group.isRule && repeats,
    }));
    if (cases.length > 0) fn.switch(cx.at(n), cases, !isExpression);
    cx.repetition = repetition;
  });
}

function groupsOf(cx: Lowering, block: number): Group[] {
  const { k } = cx;
  const groups: Group[] = [];
  for (let c = block < 0 ? -1 : cx.first(block); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (kind !== k.switch_block_statement_group && kind !== k.switch_rule) {
      cx.statement(c);
      continue;
    }
    const labels: number[] = [];
    const statements: number[] = [];
    for (let s = cx.first(c); s >= 0; s = cx.after(s)) (cx.kind(s) === k.switch_label ? labels : statements).push(s);
    if (labels.length > 0) groups.push({ labels, statements, isRule: kind === k.switch_rule });
    else for (const s of statements) cx.statement(s);
  }
  return groups;
}

function arm(cx: Lowering, group: Group, isExpression: boolean): void {
  const { fn, k } = cx;
  const result = cx.switchResult;
  if (!group.isRule) {
    for (const statement of group.statements) cx.statement(statement);
    return;
  }
  cx.scoped(() => {
    for (const statement of group.statements) {
      const value = cx.kind(statement) === k.expression_statement ? cx.first(statement) : -1;
      if (!isExpression || !result || value < 0) cx.statement(statement);
      else fn.writeVariable(result.variable, cx.expression(value), cx.at(value));
    }
  });
}

/** Undefined for the default case. */
function testsOf(cx: Lowering, group: Group, selector: Selector): (() => ValueId)[] | undefined {
  const isDefault = group.labels.some((label) => cx.has(label, cx.t.default));
  return isDefault ? undefined : [() => anyLabel(cx, group.labels, selector)];
}

function anyLabel(cx: Lowering, labels: readonly number[], selector: Selector): ValueId {
  const { fn, k } = cx;
  let any: ValueId = NONE;
  for (const label of labels) {
    let test: ValueId = NONE;
    for (let c = cx.first(label); c >= 0; c = cx.after(c)) {
      const at = cx.at(c);
      if (cx.kind(c) === k.guard) {
        const guard = cx.first(c) < 0 ? cx.expression(-1, c) : condition(cx, cx.first(c));
        test = test === NONE ? guard : fn.binary('&&', test, guard, cx.at(label));
      } else test = either(cx, test, labelTest(cx, c, selector), at);
    }
    any = either(cx, any, test, cx.at(label));
  }
  // A pattern that always matches.
  return any === NONE ? fn.const(true, cx.at(labels[0])) : any;
}

function either(cx: Lowering, left: ValueId, right: ValueId, at: At): ValueId {
  if (left === NONE || right === NONE) return Math.max(left, right);
  return cx.fn.binary('||', left, right, at);
}

function labelTest(cx: Lowering, n: number, selector: Selector): ValueId {
  const { fn, k } = cx;
  if (cx.kind(n) === k.pattern) return matches(cx, n, selector.value);
  return fn.binary('==', selector.value, labelValue(cx, n, selector), cx.at(n));
}

/** A bare name that nothing declares is a constant of the selector's enum. */
function labelValue(cx: Lowering, n: number, selector: Selector): ValueId {
  const { fn, k } = cx;
  const name = cx.kind(n) === k.identifier ? cx.source(n) : '';
  if (name === '' || (meaningOf(cx, name) && !isEnumOfFile(cx, selector.type, name))) return cx.expression(n);
  if (selector.type === '') return fn.constantOf('string', name, cx.at(n));
  return fn.field(fn.typeName(rawType(selector.type), cx.before(n)), name, cx.at(n));
}

function isEnumOfFile(cx: Lowering, type: TypeRef, name: string): boolean {
  return cx.classes.get(rawType(type))?.fields.get(name)?.type === type;
}
