import type { Operation } from '../../facts/vocabulary';
import type { Constant } from '../../ir/ir';
import type { Argument } from '../calls';
import type { Evaluation } from '../evaluation';
import { emptyState, type HeapObject, type ObjectState, type Slot, unplaced } from '../heap';
import type { LibraryCall } from '../library';
import { readContents, shallowTaints } from '../members';
import { addTaints, join, objectValue, UNKNOWN, type Value, withNodes } from '../value';

/** One call that a model says does what the engine itself can compute. */
export interface Context {
  readonly evaluation: Evaluation;
  readonly call: LibraryCall;
  /** Unknown for a call without one. */
  readonly receiver: Value;
  readonly args: readonly Value[];
  readonly operation: Operation;
}

/** Undefined: the operation says nothing here. */
export type Operator = (context: Context) => Value | undefined;

/** What one file of this folder computes. */
export type Operators = Readonly<Partial<Record<Operation, Operator>>>;

/** The value of a function that only passes on: its argument, or what a method is called on. */
export const first = ({ args, receiver }: Context): Value => args[0] ?? receiver;

/** A new list of these elements, and of any number of others when `rest` says what they are. */
export function list(context: Context, elements: readonly Value[], rest?: Value): Value {
  const { evaluation, call } = context;
  const fields = new Map<string, Slot>();
  elements.forEach((value, n) => {
    fields.set(String(n), unplaced(value));
  });
  const state = { ...emptyState(rest !== undefined, rest ? -1 : elements.length), fields, rest };
  return withNodes(objectValue(evaluation.allocate('list', state)), call.frame.module.models.ofLiteral('list'));
}

/** The elements of a list when each of them is known. */
export function knownElements({ objects }: Value): Value[] | undefined {
  return objects.length === 1 ? elementsOf(objects[0]) : undefined;
}

export function elementsOf({ state }: HeapObject): Value[] | undefined {
  if (state.size < 0 || state.isOpen || state.rest) return undefined;
  return Array.from({ length: state.size }, (_, n) => state.fields.get(String(n))?.value ?? UNKNOWN);
}

/** Any one thing that a container holds. */
export function anyElement(container: Value): Value {
  return addTaints(contentsOf(container), shallowTaints(container));
}

export function contentsOf(container: Value): Value {
  return readContents(container) ?? UNKNOWN;
}

export function slotFor({ evaluation, call }: Context, argument: Argument | undefined, value: Value): Slot {
  const { frame } = call;
  const id = argument?.id ?? -1;
  return id < 0 ? unplaced(value) : evaluation.slot(frame, id, value);
}

/** Where the container is sure to be this one, what was kept under the name is gone. */
export function store(fields: Map<string, Slot>, name: string, slot: Slot, isStrong: boolean): void {
  const known = fields.get(name);
  fields.set(name, known && !isStrong ? { ...slot, value: join(known.value, slot.value) } : slot);
}

/** Changes each container that the receiver may be; where it may be several, none of them is sure to change. */
export function change(context: Context, update: (state: ObjectState, isStrong: boolean) => ObjectState): void {
  const { receiver, evaluation } = context;
  for (const object of receiver.objects) {
    const isStrong = receiver.objects.length === 1 && evaluation.heap.isStrong(object);
    evaluation.heap.write(object, update(object.state, isStrong));
  }
}

export function numberAt(args: readonly Constant[], n: number): number | undefined {
  const value = args[n]?.value;
  return typeof value === 'number' ? value : undefined;
}

/** Where a slice begins and ends, when both are known; a limit may be left out. */
export function sliceLimits(args: readonly Constant[]): readonly [number, number | undefined] | undefined {
  const isLeftOut = (n: number): boolean => args[n] === undefined || args[n].value == null;
  const start = isLeftOut(0) ? 0 : numberAt(args, 0);
  const end = numberAt(args, 1);
  if (start === undefined || (end === undefined && !isLeftOut(1)) || !(isLeftOut(2) || numberAt(args, 2) === 1))
    return undefined;
  return [start, end];
}
