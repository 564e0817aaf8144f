import type { Config } from '../facts/vocabulary';
import type { ConfigFacts, ConfigProblem, FlowRule, LiteralFacts, LiteralProblem, LiteralRule } from './rule';

/** Where a weakness shows in two ways — a value that arrives or is written, or an option that is set — this is the second. */
export interface SettingPart {
  readonly of: readonly Config[];
  check(facts: ConfigFacts): ConfigProblem | undefined;
}

export type WithSettings<R extends FlowRule | LiteralRule> = R & { readonly settings: SettingPart };

/** … or that texts say which are written in the source. */
export interface LiteralPart {
  check(facts: LiteralFacts): LiteralProblem | undefined;
}

export function withLiterals<R extends FlowRule>(
  rule: R,
  literals: LiteralPart,
): R & { readonly literals: LiteralPart } {
  return { ...rule, literals };
}

/** One weakness stays one rule with one id and one page, whichever way it shows. */
export function withSettings<R extends FlowRule | LiteralRule>(rule: R, settings: SettingPart): WithSettings<R> {
  return { ...rule, settings };
}
