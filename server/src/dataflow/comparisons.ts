import type { ValueId } from '../ir/ir';
import { isChosen } from './chosen';
import type { Evaluation } from './evaluation';
import type { Frame } from './frame';
import { shallowTaints } from './members';
import { isSecretTaint } from './named';
import { Flag, type Taint, type Value } from './value';

/**
 * An equality of something secret with something that a request brings: its time tells how far they agree. Two values
 * of one request are no secret to whoever sent it.
 */
export function checkComparison(evaluation: Evaluation, frame: Frame, id: ValueId, left: Value, right: Value): void {
  if (!evaluation.session.named?.reaches('comparison')) return;
  const found = pair(left, right) ?? pair(right, left);
  if (!found) return;
  const { secret, guess } = found;
  evaluation.hitIn(frame, id, {
    kind: 'comparison',
    spec: undefined,
    taint: { ...guess, source: { ...guess.source, name: secret.source.name } },
    callee: secret.source.text,
  });
}

function pair(one: Value, other: Value): { readonly secret: Taint; readonly guess: Taint } | undefined {
  if ((one.flags | other.flags) & Flag.Scalar || one.consts || other.consts) return undefined;
  const taints = shallowTaints(one);
  const secret = taints.find(isSecretTaint);
  const guess = shallowTaints(other).find((taint) => isChosen(taint) && !taint.isGuess);
  return secret && guess && !taints.some(isChosen) ? { secret, guess } : undefined;
}
