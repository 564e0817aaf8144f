import type { ConfigSnapshot } from '../../dataflow/results';
import type { DutyRule } from '../rule';
import type { Draft } from './place';
import { configFacts, draftOf } from './setting';

/** Things that need a control which is found nowhere in the project. */
export function dutyDrafts(rule: DutyRule, snapshots: readonly ConfigSnapshot[]): Draft[] {
  const isMet = snapshots.some(({ thing, options }) => {
    if (!rule.metBy.includes(thing.effect.spec.kind)) return false;
    const enabled = options.get('enabled');
    return !(enabled?.isKnown && enabled.value?.consts?.every((constant) => constant.value === false));
  });
  if (isMet) return [];
  return snapshots
    .filter(({ thing }) => rule.of.includes(thing.effect.spec.kind))
    .map((snapshot) => draftOf(rule, snapshot, { message: rule.message(configFacts(snapshot)) }));
}
