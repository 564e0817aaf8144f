import { isChosen } from '../../dataflow/chosen';
import type { ConfigSnapshot, OptionState } from '../../dataflow/results';
import type { Config } from '../../facts/vocabulary';
import type { ConstantValue } from '../../ir/ir';
import type { ConfigFacts, ConfigProblem, OptionValue, RuleText } from '../rule';
import type { Draft } from './place';
import { surroundingsOf } from './surroundings';

const ABSENT: OptionValue = {
  values: undefined,
  elements: undefined,
  isSet: false,
  text: '',
  isFunction: false,
  tainted: false,
};

/** What rules see of a configured thing. */
export function configFacts(snapshot: ConfigSnapshot): ConfigFacts {
  const { thing, options } = snapshot;
  const fn = thing.module.ir.functions[thing.functionId];
  return {
    kind: thing.effect.spec.kind,
    callee: thing.callee,
    file: thing.module.uri,
    mentions: (words) => {
      thing.isFileRead = true;
      return words.test(thing.module.text);
    },
    option: (name) => {
      const state = options.get(name);
      return state ? optionValue(state) : ABSENT;
    },
    offers: (name) => options.has(name),
    has: (name) => options.get(name)?.isSet ?? false,
    fixWords: thing.effect.spec.fix ?? {},
    get around() {
      thing.isFileRead = true;
      return surroundingsOf(thing);
    },
    boundName: thing.boundName,
    functionName: fn?.name ?? '',
    parameters: fn?.params.map(({ name }) => name) ?? [],
  };
}

function optionValue(state: OptionState): OptionValue {
  const { value } = state;
  const lists = value?.objects.filter(({ kind }) => kind !== 'object') ?? [];
  const elements = lists.flatMap(({ state: { fields } }) => [...fields.values()].map((slot) => slot.value));
  const tainted = [value, ...elements].some((one) => one?.taints.some(isChosen));
  return {
    values: state.isKnown ? value?.consts?.map((constant) => constant.value) : undefined,
    elements: state.elements as readonly ConstantValue[] | undefined,
    isSet: state.isSet,
    text: state.text,
    prefix: value?.prefix,
    isFunction: value?.closures.length === 1,
    tainted,
  };
}

export interface SettingLike extends RuleText {
  readonly of: readonly Config[];
  check(facts: ConfigFacts): ConfigProblem | undefined;
}

export function settingDraft(rule: SettingLike, snapshot: ConfigSnapshot): Draft | undefined {
  const { thing } = snapshot;
  const { spec } = thing.effect;
  if (!rule.of.includes(spec.kind) || (spec.use && !thing.isUsed) || thing.hasEscaped) return undefined;
  const problem = rule.check(configFacts(snapshot));
  return problem && draftOf(rule, snapshot, problem);
}

export function draftOf(rule: RuleText, snapshot: ConfigSnapshot, problem: ConfigProblem): Draft {
  const { thing } = snapshot;
  const state = problem.option === undefined ? undefined : snapshot.options.get(problem.option);
  // A setter that only some ways run is not where the fault is.
  const isPointed = state?.isSet === true && state.start >= 0 && (state.value?.consts?.length ?? 1) <= 1;
  const start = isPointed ? state.start : thing.start;
  const end = isPointed ? state.end : thing.end;
  return {
    ruleId: rule.id,
    severity: problem.severity ?? rule.severity,
    message: problem.message,
    variant: problem.variant,
    cwe: rule.cwe,
    module: thing.module,
    start,
    end,
    trace: [{ uri: thing.module.uri, start, end, note: 'set here' }],
    ...(problem.unlessGiven ? { unlessGiven: true } : {}),
    anchor: {
      functionId: thing.functionId,
      instruction: thing.instruction,
      value: state?.literalInstruction ?? -1,
      option: problem.option,
      words: thing.effect.spec.fix ?? {},
      bind: undefined,
    },
  };
}
