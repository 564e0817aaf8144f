import { type FunctionIR, Op, type ValueId } from './ir';

/** What one of an instruction's three operands is. */
export type Operand =
  /** Nothing: holds -1. */
  | 'none'
  /** An earlier instruction. */
  | 'value'
  /** An earlier instruction or -1. */
  | 'value?'
  /** Any instruction of the function: a loop's value at the end of its round. */
  | 'later'
  /** Index into the module's strings. */
  | 'name'
  | 'name?'
  /** Index into the module's constants. */
  | 'constant'
  /** Index into the function's parameters. */
  | 'param'
  /** Index into the module's functions. */
  | 'function'
  /** Index into the module's classes. */
  | 'class'
  /** Index of a function, whose cells the next operand is an index into. */
  | 'cell-owner'
  | 'cell'
  /** Position of the first pair in `args`; the next operand is their number. */
  | 'first'
  | 'count'
  | 'array-kind'
  | 'concat-kind'
  | 'iter-kind'
  /** 0 or 1. */
  | 'flag'
  /** The `Loop` of a `LoopPhi`. */
  | 'loop'
  /** An open `Loop`, `Block` or `Try`. */
  | 'open'
  /** An open `Loop`. */
  | 'open-loop'
  /** The `Catch` that a caught value belongs to. */
  | 'handler';

export type Operands = readonly [a: Operand, b: Operand, c: Operand];

/** What the pairs of an instruction may be tagged with. */
export interface PairRules {
  readonly positional?: boolean;
  readonly named?: boolean;
  readonly spread?: boolean;
  readonly spreadMap?: boolean;
  /** The second number is not a tag but an instruction. */
  readonly via?: boolean;
}

const nothing: Operands = ['none', 'none', 'none'];

const OPERANDS: Readonly<Record<Op, Operands>> = {
  [Op.Nop]: nothing,
  [Op.Const]: ['constant', 'none', 'none'],
  [Op.Param]: ['param', 'none', 'none'],
  [Op.This]: nothing,
  [Op.Global]: ['name', 'none', 'none'],
  [Op.Import]: ['name', 'name?', 'none'],
  [Op.TypeName]: ['name', 'none', 'none'],
  [Op.Field]: ['value', 'name', 'none'],
  [Op.SetField]: ['value', 'name', 'value'],
  [Op.Index]: ['value', 'value', 'none'],
  [Op.SetIndex]: ['value', 'value', 'value'],
  [Op.Call]: ['value', 'first', 'count'],
  [Op.New]: ['value', 'first', 'count'],
  [Op.Object]: ['none', 'first', 'count'],
  [Op.Array]: ['array-kind', 'first', 'count'],
  [Op.Concat]: ['concat-kind', 'first', 'count'],
  [Op.Binary]: ['value', 'value', 'name'],
  [Op.Unary]: ['value', 'none', 'name'],
  [Op.Phi]: ['none', 'first', 'count'],
  [Op.LoopPhi]: ['value', 'later', 'loop'],
  [Op.Copy]: ['value', 'none', 'none'],
  [Op.Func]: ['function', 'none', 'none'],
  [Op.Class]: ['class', 'none', 'none'],
  [Op.LoadCell]: ['cell-owner', 'cell', 'none'],
  [Op.StoreCell]: ['cell-owner', 'cell', 'value'],
  [Op.Await]: ['value', 'none', 'none'],
  [Op.Yield]: ['value', 'none', 'none'],
  [Op.Iter]: ['value', 'none', 'iter-kind'],
  [Op.Cast]: ['value', 'name', 'none'],
  [Op.Rest]: ['value', 'first', 'count'],
  [Op.Caught]: ['handler', 'name?', 'none'],
  [Op.Opaque]: ['name', 'first', 'count'],
  [Op.Exports]: nothing,
  [Op.SetExports]: ['value', 'none', 'none'],
  [Op.If]: ['value', 'none', 'none'],
  [Op.Else]: nothing,
  [Op.EndIf]: nothing,
  [Op.Loop]: ['flag', 'none', 'none'],
  [Op.LoopTest]: ['value', 'none', 'none'],
  [Op.EndLoop]: nothing,
  [Op.Break]: ['open', 'none', 'none'],
  [Op.Continue]: ['open-loop', 'none', 'none'],
  [Op.Block]: nothing,
  [Op.EndBlock]: nothing,
  [Op.Try]: nothing,
  [Op.Catch]: nothing,
  [Op.Finally]: nothing,
  [Op.EndTry]: nothing,
  [Op.Return]: ['value?', 'none', 'none'],
  [Op.Throw]: ['value?', 'none', 'none'],
};

/** Instructions that have pairs, and what these may be. */
const PAIRS: Readonly<Partial<Record<Op, PairRules>>> = {
  [Op.Call]: { positional: true, named: true, spread: true, spreadMap: true },
  [Op.New]: { positional: true, named: true, spread: true, spreadMap: true },
  [Op.Object]: { named: true, spread: true, spreadMap: true },
  [Op.Array]: { positional: true, spread: true },
  [Op.Concat]: { positional: true },
  [Op.Opaque]: { positional: true },
  [Op.Rest]: { named: true },
  [Op.Phi]: { via: true },
};

/** Instructions that produce no value. */
const EFFECTS: ReadonlySet<Op> = new Set([
  Op.Nop,
  Op.SetField,
  Op.SetIndex,
  Op.StoreCell,
  Op.SetExports,
  Op.If,
  Op.Else,
  Op.EndIf,
  Op.Loop,
  Op.LoopTest,
  Op.EndLoop,
  Op.Break,
  Op.Continue,
  Op.Block,
  Op.EndBlock,
  Op.Try,
  Op.Catch,
  Op.Finally,
  Op.EndTry,
  Op.Return,
  Op.Throw,
]);

export function operandsOf(op: Op): Operands | undefined {
  return OPERANDS[op];
}

/** The values an instruction is made of; -1 among them is none. */
export function valuesOf({ ops, a, b, c, args }: FunctionIR, i: ValueId): ValueId[] {
  const columns = [a, b, c];
  const kinds = OPERANDS[ops[i] as Op];
  return kinds.flatMap((kind, n) => {
    if (kind === 'value' || kind === 'value?' || kind === 'later') return [columns[n][i]];
    if (kind !== 'first') return [];
    return Array.from({ length: columns[n + 1][i] }, (_, j) => args[2 * (columns[n][i] + j)]);
  });
}

export function pairRulesOf(op: Op): PairRules | undefined {
  return PAIRS[op];
}

export function producesValue(op: Op): boolean {
  return !EFFECTS.has(op);
}

/** Instructions at whose end an edge into a join may begin. */
export const EDGE_ENDS: ReadonlySet<Op> = new Set([
  Op.Nop,
  Op.Else,
  Op.EndIf,
  Op.LoopTest,
  Op.Break,
  Op.Continue,
  Op.EndBlock,
]);
