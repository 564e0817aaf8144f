import type { ConfigSnapshot } from '../../dataflow/results';
import type { DutyRule } from '../rule';
import type { Draft } from './place';
import { configFacts, draftOf } from './setting';

/**
 * Things that need a control which is found nowhere in the project, or the places where it is switched off, each with
 * what to say of it.
 */
export function dutyDrafts(
  rule: DutyRule,
  snapshots: readonly ConfigSnapshot[],
): (readonly [ConfigSnapshot, () => Draft])[] {
  const { given } = rule;
  if (given && !snapshots.some(({ thing }) => given.includes(thing.effect.spec.kind))) return [];
  const controls = snapshots.filter(({ thing }) => rule.metBy.includes(thing.effect.spec.kind));
  if (rule.switchedOff) {
    const off = controls.flatMap((snapshot) => {
      const problem = rule.switchedOff?.(configFacts(snapshot));
      return problem ? [[snapshot, () => draftOf(rule, snapshot, problem)] as const] : [];
    });
    // Where it is switched off there is no need to say that it is missing.
    if (off.length > 0) return off;
  }
  if (controls.some(isOn)) return [];
  return snapshots
    .filter(({ thing }) => rule.of.includes(thing.effect.spec.kind))
    .map((snapshot) => [snapshot, () => draftOf(rule, snapshot, { message: rule.message(configFacts(snapshot)) })]);
}

function isOn({ options }: ConfigSnapshot): boolean {
  const enabled = options.get('enabled');
  return !(enabled?.isKnown && enabled.value?.consts?.every((constant) => constant.value === false));
}
