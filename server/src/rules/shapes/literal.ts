import type { FunctionFacts } from '../../dataflow/function-facts';
import type { ModuleEntry } from '../../dataflow/program';
import type { ConfigSnapshot } from '../../dataflow/results';
import { onlyString, type Value } from '../../dataflow/value';
import type { Config } from '../../facts/vocabulary';
import { type FunctionIR, Op, type ValueId } from '../../ir/ir';
import type { LiteralFacts, LiteralRule } from '../rule';
import type { Draft } from './place';

/** A text written in the source, and how it is used. Offsets are absolute. */
export interface LiteralSite {
  readonly module: ModuleEntry;
  readonly functionId: number;
  readonly instruction: ValueId;
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly whole?: string;
  readonly name: string;
  readonly isCredential: boolean;
  readonly use: LiteralFacts['use'];
  readonly beside?: string;
  readonly taker?: Config;
  readonly option?: LiteralFacts['option'];
  readonly words?: Readonly<Record<string, string>>;
}

const SHORTEST = 3;
const READS_ENVIRONMENT = /\benv(?:iron)?\b|getenv|getproperty|process\.env|\bconfig\b/i;

/** Texts of one function, or of a file's annotations. The same as before as long as that did not change. */
export interface LiteralSites {
  readonly of: object;
  readonly sites: readonly LiteralSite[];
}

/** All texts of a file that could be read by a literal rule. */
export function literalSites(module: ModuleEntry): LiteralSites[] {
  const groups = module.ir.functions.map((fn): LiteralSites => {
    const of = module.factsOf(fn);
    return { of, sites: remembered(sitesByFunction, of, () => sitesOf(module, fn)) };
  });
  groups.push({ of: {}, sites: annotationSites(module) });
  return groups;
}

const sitesByFunction = new WeakMap<FunctionFacts, readonly LiteralSite[]>();
const literalsByFunction = new WeakMap<FunctionFacts, ReadonlyMap<string, readonly Literal[]>>();

function remembered<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

/** Texts given to annotations are written outside of any function. */
function annotationSites(module: ModuleEntry): LiteralSite[] {
  const { classes, functions } = module.ir;
  const annotations = [
    ...classes.flatMap((cls) => [...cls.annotations, ...cls.fields.flatMap((field) => field.annotations)]),
    ...functions.flatMap((fn) => [...fn.annotations, ...fn.params.flatMap((param) => param.annotations)]),
  ];
  return annotations.flatMap(({ args, start, end }) =>
    args.flatMap(({ value, name, text }): LiteralSite[] => {
      if (typeof value !== 'string' || value.length < SHORTEST) return [];
      const at = module.slice(start, end).indexOf(text);
      const from = at < 0 ? start : start + at;
      const place = { start: from, end: at < 0 ? end : from + text.length };
      return [
        { module, functionId: 0, instruction: -1, ...place, value, name: name ?? '', isCredential: false, use: 'none' },
      ];
    }),
  );
}

function sitesOf(module: ModuleEntry, fn: FunctionIR): LiteralSite[] {
  const sites: LiteralSite[] = [];
  let uses: Map<ValueId, ValueId[]> | undefined;
  let pieces: Map<ValueId, ValueId> | undefined;
  for (let i = 0; i < fn.size; i++) {
    if (fn.ops[i] !== Op.Const) continue;
    const constant = module.ir.constants[fn.a[i]];
    if (constant.kind !== 'string' || typeof constant.value !== 'string' || constant.value.length < SHORTEST) continue;
    uses ??= usesOf(fn);
    const used = usage(module, fn, i, uses);
    pieces ??= piecesOf(fn);
    sites.push({
      module,
      functionId: fn.id,
      instruction: i,
      start: fn.start + fn.starts[i],
      end: fn.start + fn.ends[i],
      value: constant.value,
      whole: wholeText(module, fn, pieces.get(i)),
      isCredential: false,
      ...used,
    });
  }
  return sites;
}

/** Texts that values are put into. */
function piecesOf(fn: FunctionIR): Map<ValueId, ValueId> {
  const pieces = new Map<ValueId, ValueId>();
  for (let i = 0; i < fn.size; i++) {
    if (fn.ops[i] !== Op.Concat) continue;
    for (let j = 0; j < fn.c[i]; j++) pieces.set(fn.args[2 * (fn.b[i] + j)], i);
  }
  return pieces;
}

function wholeText(module: ModuleEntry, fn: FunctionIR, concat: ValueId | undefined): string | undefined {
  if (concat === undefined) return undefined;
  let text = '';
  for (let j = 0; j < fn.c[concat]; j++) text += constantText(module, fn, fn.args[2 * (fn.b[concat] + j)]) ?? '{}';
  return text;
}

/** Joins and calls that a value is an operand of. */
function usesOf(fn: FunctionIR): Map<ValueId, ValueId[]> {
  const uses = new Map<ValueId, ValueId[]>();
  for (let i = 0; i < fn.size; i++) {
    if (fn.ops[i] !== Op.Phi && fn.ops[i] !== Op.Call) continue;
    for (let j = 0; j < fn.c[i]; j++) {
      const operand = fn.args[2 * (fn.b[i] + j)];
      const list = uses.get(operand);
      if (list) list.push(i);
      else uses.set(operand, [i]);
    }
  }
  return uses;
}

function usage(
  module: ModuleEntry,
  fn: FunctionIR,
  id: ValueId,
  uses: ReadonlyMap<ValueId, readonly ValueId[]>,
): Pick<LiteralSite, 'name' | 'use' | 'beside'> {
  const facts = module.factsOf(fn);
  const text = (value: ValueId): string => module.textIn(fn, fn.start + fn.starts[value], fn.start + fn.ends[value]);
  const [own] = facts.namesOf(id);
  for (const user of uses.get(id) ?? []) {
    if (fn.ops[user] === Op.Phi) {
      for (let j = 0; j < fn.c[user]; j++) {
        const other = fn.args[2 * (fn.b[user] + j)];
        if (other !== id && READS_ENVIRONMENT.test(text(other))) {
          const beside = lastName(text(other));
          return { name: facts.namesOf(user)[0] ?? beside, use: 'fallback', beside };
        }
      }
    } else if (fn.args[2 * fn.b[user]] !== id && READS_ENVIRONMENT.test(text(fn.a[user]))) {
      const key = constantText(module, fn, fn.args[2 * fn.b[user]]) ?? lastName(text(fn.a[user]));
      return { name: facts.namesOf(user)[0] ?? own ?? '', use: 'fallback', beside: key };
    }
  }
  if (own !== undefined) return { name: own, use: 'binding' };
  return { name: '', use: (uses.get(id) ?? []).some((user) => fn.ops[user] === Op.Call) ? 'argument' : 'none' };
}

function constantText(module: ModuleEntry, fn: FunctionIR, id: ValueId): string | undefined {
  const { value } = fn.ops[id] === Op.Const ? module.ir.constants[fn.a[id]] : { value: undefined };
  return typeof value === 'string' ? value : undefined;
}

function lastName(text: string): string {
  return /([\w$]+)\W*$/.exec(text)?.[1] ?? '';
}

export type LiteralLike = Pick<LiteralRule, 'id' | 'severity' | 'cwe' | 'check'>;

/** Texts given where a library takes a credential. */
export function credentialSites(snapshot: ConfigSnapshot): LiteralSite[] {
  const { thing } = snapshot;
  const sites: LiteralSite[] = [];
  for (const [name, state] of snapshot.options) {
    if (!state.isSet || !state.value) continue;
    collect(state.value, thing.module, state.start, state.end, name, 3);
  }
  return sites;

  function textOf(name: string): string | undefined {
    const state = snapshot.options.get(name);
    return state?.isSet && state.isKnown ? onlyString(state.value) : undefined;
  }

  function collect(value: Value, module: ModuleEntry, start: number, end: number, option: string, depth: number): void {
    const [constant] = value.consts ?? [];
    if (value.consts?.length === 1 && (constant.kind === 'string' || constant.kind === 'bytes') && start >= 0) {
      const isHere = ({ start: from, end: to }: Literal): boolean => from === start && to === end;
      const literals = literalsOf(module, String(constant.value));
      // A constant with a name is a secret where it is written, not once more wherever it is used.
      // What another file wrote is that file's, such as what a test calls this one with.
      if (literals.length === 0) return;
      const literal = literals.find(isHere) ?? (literals.length === 1 ? literals[0] : undefined);
      sites.push({
        module,
        functionId: literal?.functionId ?? thing.functionId,
        instruction: literal?.instruction ?? thing.instruction,
        start: literal?.start ?? start,
        end: literal?.end ?? end,
        value: String(constant.value),
        name: option === 'value' ? '' : option,
        isCredential: true,
        use: 'argument',
        taker: thing.effect.spec.kind,
        option: textOf,
        words: thing.effect.spec.fix,
      });
    }
    if (depth === 0) return;
    for (const { state } of value.objects) {
      for (const [key, slot] of state.fields) {
        if (slot.module)
          collect(slot.value, slot.module, slot.start, slot.end, /^\d+$/.test(key) ? option : key, depth - 1);
      }
    }
  }
}

type Literal = Pick<LiteralSite, 'functionId' | 'instruction' | 'start' | 'end'>;

/** Where a text is written in a module. */
function literalsOf(module: ModuleEntry, text: string): readonly Literal[] {
  const found: Literal[] = [];
  for (const fn of module.ir.functions) {
    const literals = remembered(literalsByFunction, module.factsOf(fn), () => literalsIn(module, fn)).get(text);
    if (literals) found.push(...literals);
  }
  return found;
}

function literalsIn(module: ModuleEntry, fn: FunctionIR): Map<string, Literal[]> {
  const byText = new Map<string, Literal[]>();
  for (let i = 0; i < fn.size; i++) {
    if (fn.ops[i] !== Op.Const) continue;
    const { value } = module.ir.constants[fn.a[i]];
    if (typeof value !== 'string') continue;
    const literal = {
      functionId: fn.id,
      instruction: i,
      start: fn.start + fn.starts[i],
      end: fn.start + fn.ends[i],
    };
    const list = byText.get(value);
    if (list) list.push(literal);
    else byText.set(value, [literal]);
  }
  return byText;
}

export function literalDraft(rule: LiteralLike, site: LiteralSite, inTest: boolean): Draft | undefined {
  const { value, whole, name, isCredential, use, beside, taker, option } = site;
  const problem = rule.check({ value, whole, name, isCredential, use, beside, taker, option, inTest });
  if (!problem) return undefined;
  return {
    ruleId: rule.id,
    severity: problem.severity ?? rule.severity,
    message: problem.message,
    variant: problem.variant,
    cwe: rule.cwe,
    module: site.module,
    start: site.start,
    end: site.end,
    trace: [{ uri: site.module.uri, start: site.start, end: site.end, note: 'written here' }],
    anchor: {
      functionId: site.functionId,
      instruction: site.instruction,
      value: site.instruction,
      option: undefined,
      words: problem.words ?? site.words ?? {},
      bind: undefined,
    },
  };
}
