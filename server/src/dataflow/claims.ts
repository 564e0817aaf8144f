import { Op, type ValueId } from '../ir/ir';
import { isSurelyChosen } from './chosen';
import type { Evaluation } from './evaluation';
import type { Frame } from './frame';
import { shallowTaints } from './members';
import { Flag, type Value } from './value';

const MAX_TEXT = 80;

/** What has to be so for a branch to be taken. */
export type Asked = 'equal' | 'unequal' | 'true' | 'false';

/** Something that a request brings, compared with what is written in the program: the code decides by it. */
export function checkClaim(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  left: Value,
  right: Value,
  isEqual: boolean,
): void {
  if (!evaluation.session.named?.reaches('claim')) return;
  const other = left.consts ? right : right.consts ? left : undefined;
  if (!other) return;
  const isTurned = /(?:!|\bnot\s)\s*\(?$/.test(
    frame.module.text.slice(Math.max(0, frame.start(id) - 6), frame.start(id)),
  );
  const isBinary = frame.fn.ops[id] === Op.Binary;
  const made = isBinary ? (other === left ? frame.fn.a[id] : frame.fn.b[id]) : -1;
  report(evaluation, frame, id, made, other, isEqual === isTurned ? 'unequal' : 'equal');
}

/** The same for what is a condition by itself. */
export function checkCondition(evaluation: Evaluation, frame: Frame, condition: ValueId): void {
  if (!evaluation.session.named?.reaches('claim')) return;
  const { fn, module } = frame;
  let id = condition;
  let isTrue = true;
  for (; id >= 0 && fn.ops[id] === Op.Unary; id = fn.a[id]) {
    const operator = module.ir.strings[fn.c[id]];
    if (operator !== '!' && operator !== 'not') return;
    isTrue = !isTrue;
  }
  if (id >= 0) report(evaluation, frame, id, id, evaluation.value(frame, id), isTrue ? 'true' : 'false');
}

function report(evaluation: Evaluation, frame: Frame, id: ValueId, made: ValueId, value: Value, asked: Asked): void {
  if (value.flags & Flag.Scalar) return;
  const taint = shallowTaints(value).find(isSurelyChosen);
  if (!taint) return;
  const { source } = taint;
  const text = made < 0 ? '' : frame.text(made);
  // Where a whole group of values enters, what is asked of it says which one it is.
  const isAsked = text.length <= MAX_TEXT && text.startsWith(source.text);
  evaluation.hitIn(frame, id, {
    kind: 'claim',
    spec: { variant: asked },
    taint: isAsked ? { ...taint, source: { ...source, text, start: frame.start(made), end: frame.end(made) } } : taint,
  });
}
