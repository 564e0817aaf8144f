import { SCALAR_MASK } from '../facts/resolve';
import type { Constant, ConstantValue, ValueId } from '../ir/ir';
import { checkClaim } from './claims';
import { checkComparison } from './comparisons';
import { joinParts } from './concatenation';
import type { Evaluation } from './evaluation';
import type { Frame } from './frame';
import { shallowTaints } from './members';
import {
  booleanValue,
  cleaned,
  constantsValue,
  Flag,
  SCALAR,
  UNKNOWN,
  uniteTaints,
  type Value,
  withTaints,
} from './value';

const EQUALITIES = new Set(['==', '!=', '===', '!==']);
const COMPARISONS = new Set([
  '==',
  '!=',
  '===',
  '!==',
  '<',
  '>',
  '<=',
  '>=',
  'in',
  'not in',
  'is',
  'is not',
  'instanceof',
  '<=>',
]);

export function evaluateBinary(evaluation: Evaluation, frame: Frame, id: ValueId): Value {
  const { fn, module } = frame;
  const operator = module.ir.strings[fn.c[id]];
  const left = evaluation.value(frame, fn.a[id]);
  const right = evaluation.value(frame, fn.b[id]);
  if (operator === '&&' || operator === '||' || operator === '??') return logical(operator, left, right);
  const folded = fold(operator, left, right);
  if (folded) return folded;
  if (EQUALITIES.has(operator)) {
    checkComparison(evaluation, frame, id, left, right);
    checkClaim(evaluation, frame, id, left, right, !operator.startsWith('!'));
  }
  if (COMPARISONS.has(operator)) return identity(operator, left, right) ?? SCALAR;
  const isText = ((left.flags | right.flags) & Flag.Text) !== 0;
  if (operator === '+') {
    if (isText) return joinParts(evaluation, frame, id, [left, right], 'joined into a text');
    if (left.flags & right.flags & Flag.Scalar) return guessable(left, right);
    return withTaints(UNKNOWN, evaluation.step(frame, id, 'added', uniteTaints(left.taints, right.taints)));
  }
  // `text % values` and `text * 3` are texts in some languages; elsewhere the result is a number.
  if ((operator === '%' || operator === '*') && (left.flags & Flag.Text) !== 0) {
    return withTaints(
      { ...UNKNOWN, flags: Flag.Text },
      evaluation.step(frame, id, 'formatted into a text', uniteTaints(left.taints, right.taints)),
    );
  }
  // Paths are joined by a slash where their type says so.
  if (
    operator === '/' &&
    (left.nodes?.isInstance || right.nodes?.isInstance) &&
    !((left.flags | right.flags) & Flag.Scalar)
  ) {
    const nodes = left.nodes?.isInstance ? left.nodes : right.nodes;
    const taints = uniteTaints(shallowTaints(left), shallowTaints(right));
    return withTaints({ ...UNKNOWN, nodes }, evaluation.step(frame, id, 'joined to a path', taints));
  }
  return guessable(left, right);
}

/** A number made of what can be guessed can be guessed. */
function guessable(left: Value, right: Value): Value {
  const taints = uniteTaints(left.taints, right.taints);
  return taints.length === 0 ? SCALAR : withTaints(SCALAR, cleaned(taints, SCALAR_MASK));
}

/** As a condition: the value itself is made by the front ends with branches. */
function logical(operator: string, left: Value, right: Value): Value {
  const a = left.consts?.length === 1 ? Boolean(left.consts[0].value) : undefined;
  const b = right.consts?.length === 1 ? Boolean(right.consts[0].value) : undefined;
  if (operator === '&&') {
    if (a === false || b === false) return booleanValue(false);
    if (a === true && b === true) return booleanValue(true);
  } else if (operator === '||') {
    if (a === true || b === true) return booleanValue(true);
    if (a === false && b === false) return booleanValue(false);
  }
  return SCALAR;
}

/** `x is None` and the like, where it follows from what the values are. */
function identity(operator: string, left: Value, right: Value): Value | undefined {
  const isEqual = operator === '==' || operator === '===' || operator === 'is';
  const isUnequal = operator === '!=' || operator === '!==' || operator === 'is not';
  if (!isEqual && !isUnequal) return undefined;
  const isNothing = (value: Value): boolean => value.consts?.length === 1 && value.consts[0].value == null;
  if (isNothing(left) && isNothing(right)) return booleanValue(isEqual);
  return undefined;
}

function fold(operator: string, left: Value, right: Value): Value | undefined {
  const { consts: a } = left;
  const { consts: b } = right;
  if (!a || !b || a.length * b.length > 8 || a.length * b.length === 0) return undefined;
  const results: Constant[] = [];
  for (const x of a) {
    for (const y of b) {
      if (x.kind === 'symbol' || y.kind === 'symbol') return undefined;
      const value = compute(operator, x, y);
      if (value === undefined) return undefined;
      const kind = typeof value as 'number' | 'string' | 'boolean';
      if (!results.some((known) => known.kind === kind && known.value === value)) results.push({ kind, value });
    }
  }
  return constantsValue(results);
}

function compute(operator: string, x: Constant, y: Constant): number | string | boolean | undefined {
  const a = x.value;
  const b = y.value;
  switch (operator) {
    case '==':
    case '===':
    case 'is':
      return comparable(x, y) ? a === b : a == null && b == null ? true : undefined;
    case '!=':
    case '!==':
    case 'is not':
      return comparable(x, y) ? a !== b : a == null && b == null ? false : undefined;
    case 'in':
      return typeof a === 'string' && typeof b === 'string' ? b.includes(a) : undefined;
    case 'not in':
      return typeof a === 'string' && typeof b === 'string' ? !b.includes(a) : undefined;
  }
  if (x.kind === 'char' && y.kind === 'number') return arithmetic(operator, String(a).charCodeAt(0), b);
  if (typeof a === 'string' && typeof b === 'string') {
    if (operator === '+') return a + b;
    return order(operator, a, b);
  }
  if (typeof a === 'string' && operator === '+' && typeof b === 'number') return a + String(b);
  if (typeof a === 'string' && operator === '*' && typeof b === 'number' && b >= 0 && a.length * b < 4000)
    return a.repeat(b);
  return arithmetic(operator, a, b);
}

/** Nothing is equal to something of a known kind only where it is nothing, too. */
function comparable(x: Constant, y: Constant): boolean {
  const kind = (constant: Constant): string => (constant.kind === 'char' ? 'string' : constant.kind);
  if (x.value == null || y.value == null) return (x.value == null) !== (y.value == null);
  return kind(x) === kind(y);
}

function arithmetic(operator: string, a: ConstantValue, b: ConstantValue): number | boolean | undefined {
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? undefined : Number.isInteger(a) && Number.isInteger(b) && a % b !== 0 ? undefined : a / b;
    case '//':
      return b === 0 ? undefined : Math.floor(a / b);
    case '%':
      return b === 0 ? undefined : a % b;
    case '**':
      return a ** b;
    case '<<':
      return a << b;
    case '>>':
      return a >> b;
    case '>>>':
      return a >>> b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    default:
      return order(operator, a, b);
  }
}

function order<T extends string | number>(operator: string, a: T, b: T): boolean | undefined {
  switch (operator) {
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    default:
      return undefined;
  }
}

export function evaluateUnary(evaluation: Evaluation, frame: Frame, id: ValueId): Value {
  const { fn, module } = frame;
  const operator = module.ir.strings[fn.c[id]];
  const operand = evaluation.value(frame, fn.a[id]);
  const constant = operand.consts?.length === 1 ? operand.consts[0] : undefined;
  switch (operator) {
    case '!':
    case 'not':
      return constant && constant.kind !== 'regex' ? booleanValue(!constant.value) : SCALAR;
    case '-':
      if (typeof constant?.value === 'number') return constantsValue([{ kind: 'number', value: -constant.value }]);
      return guessable(operand, SCALAR);
    case '+':
      if (typeof constant?.value === 'number') return constantsValue([constant]);
      return guessable(operand, SCALAR);
    case '~':
      return guessable(operand, SCALAR);
    default:
      return SCALAR;
  }
}
