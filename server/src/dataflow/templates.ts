import type { RenderEffect } from '../facts/resolve';
import { Op, type ValueId } from '../ir/ir';
import type { CallArguments } from './calls';
import { Dependencies } from './dependencies';
import { type Evaluation, hop } from './evaluation';
import type { Frame } from './frame';
import { emptyState, type Slot, unplaced } from './heap';
import { calleeText, type LibraryCall, select } from './library';
import { declaredRenders, parameterValues } from './parameters';
import type { Closure, ModuleEntry } from './program';
import type { FlowHit } from './results';
import {
  addTaints,
  booleanValue,
  join,
  objectValue,
  type Taint,
  type TraceStep,
  UNKNOWN,
  uniteTaints,
  type Value,
} from './value';

/**
 * A template is a function of the program whose free names are members of what it is rendered with. Rendering it follows
 * the call like any other, so that what the template does with its variables is seen with what they hold.
 */
export const ESCAPES = '\u0000escapes';

/** A call that renders a template, for traces. Offsets are absolute. */
export interface RenderedBy {
  readonly module: ModuleEntry;
  readonly start: number;
  readonly end: number;
  readonly note: string;
}

/** Where something that stands for a template keeps its name. */
const NAME = '\u0000template';
const MAX_NAMES = 4;
const LOOK_DEPTH = 4;

export function render(evaluation: Evaluation, call: LibraryCall, effect: RenderEffect): void {
  const { frame, id, args } = call;
  const [named] = select(frame, id, args, effect.template);
  if (!named) return;
  const values = valuesOf(evaluation, frame, id, args, effect);
  // Without anything of interest the template is what it is when it stands alone.
  if (!values || !isOfInterest(values, LOOK_DEPTH)) return;
  for (const name of namesIn(named.value)) {
    const module = evaluation.program.templateNamed(name, frame.module);
    if (module) fill(evaluation, call, module, values);
  }
}

/** What a call returns that finds a template: something that knows its name. */
export function prepared(
  evaluation: Evaluation,
  { frame, id, args }: LibraryCall,
  effect: RenderEffect,
  before: Value | undefined,
): Value | undefined {
  const [named] = select(frame, id, args, effect.template);
  if (!named) return before;
  const fields = new Map([[NAME, unplaced({ ...UNKNOWN, consts: named.value.consts })]]);
  const object = evaluation.allocate('opaque', { ...emptyState(true, -1), fields });
  return { ...(before ?? UNKNOWN), objects: [...(before?.objects ?? []), object] };
}

function namesIn(value: Value): string[] {
  const kept = value.objects.flatMap(({ state }) => state.fields.get(NAME)?.value.consts ?? []);
  const names = [...(value.consts ?? []), ...kept].flatMap((constant) =>
    typeof constant.value === 'string' && constant.kind === 'string' ? [constant.value] : [],
  );
  return names.slice(0, MAX_NAMES);
}

/** A function returns the name of a template, or something that knows it; its parameters hold the variables. */
export function renderReturned(evaluation: Evaluation, frame: Frame, id: ValueId, value: Value): void {
  if (!value.consts && value.objects.length === 0) return;
  const renders = declaredRenders(evaluation, frame);
  if (renders.length === 0) return;
  const names = namesIn(value);
  const fields = new Map<string, Slot>();
  const take = (from: Value): void => {
    for (const { state } of from.objects) for (const [name, slot] of state.fields) fields.set(name, slot);
  };
  for (const { filled, spec } of renders) {
    frame.fn.params.forEach((param, n) => {
      const given = frame.args[n];
      if (!given) return;
      if (filled !== undefined && given.nodes?.ids.includes(filled)) take(given);
      else if (param.name !== '') fields.set(param.name, unplaced(given));
    });
    take(value);
    if (spec.escapes !== undefined) fields.set(ESCAPES, unplaced(booleanValue(spec.escapes)));
  }
  const values = objectValue(evaluation.allocate('object', { ...emptyState(true, -1), fields }));
  for (const name of names) {
    const module = evaluation.program.templateNamed(name, frame.module);
    if (module) fill(evaluation, { frame, id }, module, values);
  }
}

function fill(
  evaluation: Evaluation,
  { frame, id }: Pick<LibraryCall, 'frame' | 'id'>,
  module: ModuleEntry,
  values: Value,
): void {
  evaluation.dependencies.file(module.uri);
  const { frame: env } = evaluation.environment(module);
  const fn = module.ir.functions[module.ir.template?.body ?? -1];
  if (!fn || !evaluation.canEnter(fn)) return;
  // Where free names are members of what a method is called on, the variables are that.
  const cls = fn.owner >= 0 ? evaluation.classRefOf(module, fn.owner) : undefined;
  const receiver = cls ? objectValue(evaluation.allocate('instance', values.objects[0].state, cls)) : UNKNOWN;
  const closure: Closure = { module, fn, env, cls, receiver: undefined };
  const { memory, heap } = evaluation;
  const key = memory.describe(closure, UNKNOWN, [values]);
  const known = key === undefined ? undefined : memory.find(closure, key, evaluation.depth);
  if (known) {
    evaluation.dependencies.result(known.dependencies);
    return;
  }
  const { mark, made, olderWrites } = heap;
  const { cuts } = evaluation;
  const callee = frame.fn.ops[id] === Op.Return ? '' : calleeText(frame, id);
  const note = `rendered${callee === '' ? '' : ` by ${callee}`} with ${fn.name}`;
  evaluation.renders.push({ module: frame.module, start: frame.start(id), end: frame.end(id), note });
  const args = parameterValues(evaluation, closure, undefined).map((known, n) => {
    if (n === 0) return values;
    // What the template's own functions are given beside the variables.
    const given = values.objects[0].state.fields.get(fn.params[n].name);
    return given?.value ?? known;
  });
  const outer = evaluation.dependencies;
  const dependencies = new Dependencies();
  evaluation.dependencies = dependencies;
  const activation = evaluation.activate(closure, receiver, args, frame);
  evaluation.dependencies = outer;
  outer.result(dependencies);
  evaluation.renders.pop();
  const changedNothing = heap.olderWrites === olderWrites && !heap.hasChangedOlder(mark, made);
  if (key !== undefined && changedNothing)
    memory.keep(closure, key, evaluation.cuts === cuts ? 0 : evaluation.depth, activation, dependencies);
}

/** One object with all variables. */
function valuesOf(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  args: CallArguments,
  { spec, values, also }: RenderEffect,
): Value | undefined {
  const fields = new Map<string, Slot>();
  let taints: readonly Taint[] = [];
  let isOpen = false;
  const take = (value: Value): void => {
    taints = uniteTaints(taints, value.taints);
    if (value.objects.length === 0) isOpen = true;
    const own = new Map<string, Slot>();
    for (const { state } of value.objects) {
      for (const [name, slot] of state.fields) {
        const known = own.get(name);
        own.set(name, known ? { ...slot, value: join(known.value, slot.value) } : slot);
      }
      taints = uniteTaints(taints, state.taints);
      isOpen ||= state.isOpen;
    }
    for (const [name, slot] of own) fields.set(name, slot);
  };
  if (spec.inherits) {
    const given = variablesOf(frame);
    if (given) take(given);
  }
  for (const { name, selector } of also) {
    const [one] = select(frame, id, args, selector);
    if (one) fields.set(name, unplaced(one.value));
  }
  for (const selector of values) {
    if (selector) for (const { value } of select(frame, id, args, selector)) take(value);
    else {
      for (const [name, { value }] of args.named) fields.set(name, unplaced(value));
      isOpen ||= args.hasUnknownNamed;
    }
  }
  if (spec.escapes !== undefined) fields.set(ESCAPES, unplaced(booleanValue(spec.escapes)));
  return objectValue(evaluation.allocate('object', { ...emptyState(isOpen, -1), fields, taints }));
}

/** Whether anything is known of a value or of what it holds. */
function isOfInterest({ taints, nodes, consts, flags, objects, closures }: Value, depth: number): boolean {
  if (taints.length > 0 || closures.length > 0 || consts || flags !== 0 || (nodes && !nodes.isEmpty)) return true;
  if (depth === 0) return false;
  return objects.some(
    ({ state }) =>
      state.taints.length > 0 ||
      (state.rest !== undefined && isOfInterest(state.rest, depth - 1)) ||
      [...state.fields].some(([name, slot]) => name !== ESCAPES && isOfInterest(slot.value, depth - 1)),
  );
}

/** What the template that is being written was given; undefined when nobody in sight renders it. */
function variablesOf(frame: Frame): Value | undefined {
  const value = frame.owner(frame.module.ir.template?.body ?? -1)?.args[0];
  return value && value.objects.length > 0 ? value : undefined;
}

/** A name that nothing in a template declares. */
export function templateVariable(evaluation: Evaluation, frame: Frame, id: ValueId, name: string): Value | undefined {
  const given = variablesOf(frame);
  // Nobody in sight renders it: its engine is taken for one that escapes, as most do.
  if (!given && name === ESCAPES) return booleanValue(true);
  if (given && name === frame.module.ir.template?.whole) return given;
  let value: Value | undefined;
  for (const { state } of given?.objects ?? []) {
    const slot = state.fields.get(name);
    if (slot) value = join(value, slot.value);
    else if (state.taints.length > 0 && name !== ESCAPES)
      value = join(value, addTaints(UNKNOWN, evaluation.step(frame, id, `read as ${name}`, state.taints)));
  }
  return value;
}

/** A hit in a template, with the calls that render it between what leads there and what is in the template. */
export function throughRenders(hit: FlowHit, renders: readonly RenderedBy[]): FlowHit {
  const steps: TraceStep[] = [];
  for (let step = hit.taint.step; step; step = step.previous) steps.push(step);
  steps.reverse();
  const within = steps.findIndex(({ module }) => module.ir.template !== undefined);
  const enters = hit.taint.source.module.ir.template !== undefined;
  if (enters) return hit;
  const at = within < 0 ? steps.length : within;
  let previous: TraceStep | undefined;
  for (const { module, start, end, note } of [...steps.slice(0, at), ...renders, ...steps.slice(at)])
    previous = hop(module, start, end, note, previous);
  return { ...hit, taint: { ...hit.taint, step: previous } };
}
