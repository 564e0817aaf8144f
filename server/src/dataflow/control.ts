import { Op, type ValueId } from '../ir/ir';
import { checkCondition } from './claims';
import type { Evaluation } from './evaluation';
import type { Frame, Refinements } from './frame';
import { refine, sharedRefinements, shownOfEach } from './guards';
import type { HeapObject, ObjectState } from './heap';
import { join, sameValue, truth, type Value } from './value';

const NO_CHANGES: ReadonlyMap<HeapObject, ObjectState> = new Map();
const MAX_ROUNDS = 3;

export function range(evaluation: Evaluation, frame: Frame, from: number, to: number): void {
  const { ops } = frame.fn;
  for (let i = from; i < to; ) {
    switch (ops[i]) {
      case Op.If:
        i = conditional(evaluation, frame, i);
        continue;
      case Op.Loop:
        i = loop(evaluation, frame, i);
        continue;
      case Op.Block:
        i = labelledBlock(evaluation, frame, i);
        continue;
      case Op.Try:
        i = tryBlock(evaluation, frame, i);
        continue;
      default:
        if (frame.alive || ops[i] === Op.Phi) evaluation.instruction(frame, i);
        i++;
    }
  }
}

export function conditional(evaluation: Evaluation, frame: Frame, i: number): number {
  const otherwise = frame.facts.elseOf[i];
  const end = frame.facts.endOf[i];
  if (!frame.alive) {
    // Joins inside may be operands of code that is reached.
    range(evaluation, frame, i + 1, otherwise);
    range(evaluation, frame, otherwise + 1, end);
    return end + 1;
  }
  const condition = frame.fn.a[i];
  const known = truth(evaluation.value(frame, condition));
  checkCondition(evaluation, frame, condition);
  const before = frame.refined;
  const mark = evaluation.heap.mark;
  const outerArm = evaluation.arm;

  const arm = (isTrue: boolean, from: number, to: number, via: number) => {
    frame.alive = known !== !isTrue;
    frame.refined = frame.alive ? refine(evaluation, frame, condition, isTrue, before) : before;
    evaluation.arm = known === undefined ? {} : outerArm;
    range(evaluation, frame, from, to);
    frame.reached[via] = frame.alive ? 1 : 0;
    if (frame.alive) frame.refinedVia.set(via, frame.refined);
    const outcome = frame.alive ? evaluation.heap.changedSince(mark) : undefined;
    evaluation.heap.undo(mark);
    return { isAlive: frame.alive, refined: frame.refined, outcome };
  };
  const yes = arm(true, i + 1, otherwise, otherwise);
  const no = arm(false, otherwise + 1, end, end);

  evaluation.arm = outerArm;
  evaluation.heap.merge([yes.outcome, no.outcome]);
  frame.alive = yes.isAlive || no.isAlive;
  frame.refined = !no.isAlive ? yes.refined : !yes.isAlive ? no.refined : sharedRefinements(yes.refined, no.refined);
  if (!frame.alive) frame.refined = before;
  return end + 1;
}

export function loop(evaluation: Evaluation, frame: Frame, i: number): number {
  const { fn } = frame;
  const end = frame.facts.endOf[i];
  if (!frame.alive) {
    range(evaluation, frame, i + 1, end);
    return end + 1;
  }
  const phis = fn.loopPhis.get(i) ?? [];
  const before = frame.refined;
  for (const phi of phis) frame.values[phi] = evaluation.value(frame, fn.a[phi]);
  const mark = evaluation.heap.mark;
  const outerArm = evaluation.arm;
  const atLeastOnce = fn.a[i] === 1;
  let latched: Refinements | undefined;
  evaluation.heap.loopDepth++;
  frame.reached[i] = 1;
  for (let round = 0; ; round++) {
    evaluation.arm = {};
    frame.alive = true;
    frame.refined = before;
    frame.exits.delete(i);
    const roundMark = evaluation.heap.mark;
    range(evaluation, frame, i + 1, end);
    const outcome = frame.alive ? evaluation.heap.changedSince(mark) : undefined;
    latched = frame.alive ? frame.refined : undefined;
    const exits = frame.exits.get(i) ?? [];
    evaluation.heap.undo(roundMark);
    // What a round wrote may be read by the next one.
    const changed = mergeChanged(evaluation, [outcome, ...exits, NO_CHANGES]);
    let grew = changed && round === 0;
    for (const phi of phis) {
      const latch = fn.b[phi] === fn.a[phi] ? undefined : frame.values[fn.b[phi]];
      if (latch === undefined) continue;
      const known = frame.values[phi] as Value;
      const joined = widened(join(known, latch), known);
      if (sameValue(known, joined)) continue;
      frame.values[phi] = joined;
      grew = true;
    }
    if (!grew || round >= MAX_ROUNDS) break;
  }
  evaluation.heap.loopDepth--;
  evaluation.arm = outerArm;
  const isTested = hasTest(evaluation, frame, i, end);
  frame.alive = !isTested || frame.left.has(i) || (atLeastOnce && frame.left.has(i));
  frame.refined = latched ? shownOfEach(frame, i, end, latched, before) : before;
  return end + 1;
}

/** Whether merging the outcomes changes anything. */
export function mergeChanged(
  evaluation: Evaluation,
  outcomes: readonly (ReadonlyMap<HeapObject, ObjectState> | undefined)[],
): boolean {
  const mark = evaluation.heap.mark;
  evaluation.heap.merge(outcomes);
  return evaluation.heap.mark > mark;
}

export function hasTest(_evaluation: Evaluation, frame: Frame, start: number, end: number): boolean {
  const { ops } = frame.fn;
  for (let i = start + 1; i < end; i++) {
    if (ops[i] === Op.LoopTest) return true;
    if (ops[i] === Op.Loop) i = frame.facts.endOf[i];
  }
  return false;
}

export function labelledBlock(evaluation: Evaluation, frame: Frame, i: number): number {
  const end = frame.facts.endOf[i];
  if (!frame.alive) {
    range(evaluation, frame, i + 1, end);
    return end + 1;
  }
  const mark = evaluation.heap.mark;
  const before = frame.refined;
  frame.left.delete(i);
  frame.exits.delete(i);
  range(evaluation, frame, i + 1, end);
  frame.reached[end] = frame.alive ? 1 : 0;
  if (frame.alive) frame.refinedVia.set(end, frame.refined);
  const exits = frame.exits.get(i) ?? [];
  if (exits.length > 0) {
    const outcome = frame.alive ? evaluation.heap.changedSince(mark) : undefined;
    evaluation.heap.undo(mark);
    evaluation.heap.merge([outcome, ...exits]);
    frame.refined = before;
    frame.alive = true;
  }
  return end + 1;
}

export function tryBlock(evaluation: Evaluation, frame: Frame, i: number): number {
  const parts = frame.facts.tries.get(i);
  if (!parts) return i + 1;
  const { handlers, finalizer, end } = parts;
  const bodyEnd = handlers[0] ?? (finalizer >= 0 ? finalizer : end);
  const wasAlive = frame.alive;
  const before = frame.refined;
  const mark = evaluation.heap.mark;
  range(evaluation, frame, i + 1, bodyEnd);
  let alive = frame.alive;
  if (handlers.length > 0) {
    const bodyRefined = frame.refined;
    const body = evaluation.heap.changedSince(mark);
    const outcomes: (ReadonlyMap<HeapObject, ObjectState> | undefined)[] = [alive ? body : undefined];
    let handlersEnd = false;
    evaluation.heap.undo(mark);
    const outerArm = evaluation.arm;
    handlers.forEach((start, n) => {
      const stop = handlers[n + 1] ?? (finalizer >= 0 ? finalizer : end);
      evaluation.heap.merge([body, NO_CHANGES]);
      frame.alive = wasAlive;
      frame.refined = before;
      evaluation.arm = {};
      handler(evaluation, frame, start, stop);
      handlersEnd ||= frame.alive;
      outcomes.push(frame.alive ? evaluation.heap.changedSince(mark) : undefined);
      evaluation.heap.undo(mark);
    });
    evaluation.arm = outerArm;
    evaluation.heap.merge(outcomes);
    frame.refined = !alive || handlersEnd ? before : bodyRefined;
    alive ||= handlersEnd;
    // Joins of the ways out stand behind the last handler.
    joins(evaluation, frame, handlers[handlers.length - 1], finalizer >= 0 ? finalizer : end);
  }
  if (finalizer >= 0) {
    frame.alive = wasAlive;
    range(evaluation, frame, finalizer + 1, end);
    alive &&= frame.alive;
  }
  frame.alive = alive;
  return end + 1;
}

export function handler(evaluation: Evaluation, frame: Frame, from: number, to: number): void {
  frame.reached[from] = frame.alive ? 1 : 0;
  range(evaluation, frame, from + 1, to);
}

/** Evaluates joins again after all edges into them are known. */
export function joins(evaluation: Evaluation, frame: Frame, from: number, to: number): void {
  for (let i = to - 1; i > from && frame.fn.ops[i] === Op.Phi; i--) evaluation.instruction(frame, i);
}

export function loopTest(evaluation: Evaluation, frame: Frame, i: number, condition: ValueId): void {
  const known = truth(evaluation.value(frame, condition));
  const loop = enclosingLoop(evaluation, frame, i);
  frame.reached[i] = known === true ? frame.reached[i] & (frame.left.has(i) ? 1 : 0) : 1;
  if (known !== true) {
    frame.left.add(loop);
    frame.left.add(i);
  }
  if (known === false) frame.alive = false;
  else frame.refined = refine(evaluation, frame, condition, true, frame.refined);
}

export function enclosingLoop(_evaluation: Evaluation, frame: Frame, i: number): number {
  const { ops } = frame.fn;
  for (let n = i - 1, depth = 0; n >= 0; n--) {
    if (ops[n] === Op.EndLoop) depth++;
    else if (ops[n] === Op.Loop && depth-- === 0) return n;
  }
  return -1;
}

export function jump(evaluation: Evaluation, frame: Frame, i: number, target: number, isBreak: boolean): void {
  frame.refinedVia.set(i, frame.refined);
  if (isBreak) frame.left.add(target);
  const outcomes = frame.exits.get(target) ?? [];
  outcomes.push(evaluation.heap.changedSince(0));
  frame.exits.set(target, outcomes);
  frame.alive = false;
}

/** A constant that changes from round to round is any value. */
function widened(joined: Value, before: Value): Value {
  if (joined.consts === undefined || before.consts === undefined || joined.consts.length === before.consts.length)
    return joined;
  return { ...joined, consts: undefined };
}
