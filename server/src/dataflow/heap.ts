import type { Mark } from '../facts/vocabulary';
import type { ClassRef, Closure, ModuleEntry } from './program';
import type { ConfiguredThing } from './results';
import type { Statement } from './stores';
import { join, type Taint, uniteTaints, type Value } from './value';

/** A value kept under a key, and where the source gives it. Offsets are absolute. */
export interface Slot {
  readonly value: Value;
  readonly module: ModuleEntry | undefined;
  readonly start: number;
  readonly end: number;
  /** What the object as a whole was tainted with when this was written: it says nothing of what took its place. */
  readonly over?: readonly Taint[];
}

/** A value kept under a key that no place in the source gives. */
export function unplaced(value: Value): Slot {
  return { value, module: undefined, start: -1, end: -1 };
}

/** Contents of an object at one point. Immutable: a write makes a new state, so that branches can be undone and joined. */
export interface ObjectState {
  readonly fields: ReadonlyMap<string, Slot>;
  /** What is kept under keys that are not known. */
  readonly rest: Value | undefined;
  /** Number of elements of a list, -1 when it is not known. */
  readonly size: number;
  /** Taint of the object as a whole. */
  readonly taints: readonly Taint[];
  /** Whether there may be keys that nobody saw being written. */
  readonly isOpen: boolean;
  /** Text gathered by a string builder. */
  readonly text: Value | undefined;
  /** What calls made of it on every way here. */
  readonly marks?: readonly Mark[];
}

export type ObjectKind = 'object' | 'list' | 'tuple' | 'set' | 'instance' | 'opaque';

const EMPTY: ReadonlyMap<string, Slot> = new Map();

export function emptyState(isOpen: boolean, size = 0): ObjectState {
  return { fields: EMPTY, rest: undefined, size, taints: [], isOpen, text: undefined };
}

/** One allocation site in one activation. */
export class HeapObject {
  /** Set when a model says that this thing is configured: see `ConfiguredThing`. */
  configured: ConfiguredThing[] | undefined;
  /** What it was taken from: marks of that are its own, too. */
  takenFrom: readonly HeapObject[] = [];
  /** Routes are registered on it. */
  isRouter = false;
  /** The file whose exports it holds. */
  exportsOf: ModuleEntry | undefined;
  /** What a statement that was given to it is about. */
  statement: Statement | undefined;
  /** The table or collection that it stands for. */
  storeName: string | undefined;
  /** The function that `new` was applied to: what it has not itself, the function's prototype has. */
  madeBy: Closure | undefined;
  /** The root in which it was made; undefined for what everybody shares. */
  madeIn: object | undefined;
  /** Of some instance of a class: the state that every instance begins with. */
  initial: ObjectState | undefined;
  /** Its number among what the evaluation made; -1 for what everybody shares. */
  serial = -1;

  constructor(
    readonly kind: ObjectKind,
    public state: ObjectState,
    /** How many loops were open when it was made: from a deeper one, writes may happen any number of times. */
    readonly loopDepth: number,
    readonly cls: ClassRef | undefined = undefined,
  ) {}
}

/** All changes since the start, so that a branch can be undone and two branches joined. */
export class Heap {
  private readonly log: { readonly object: HeapObject; readonly before: ObjectState }[] = [];
  loopDepth = 0;
  root: object = {};
  /** Writes to things that are older than the root. */
  olderWrites = 0;

  startRoot(): void {
    this.root = {};
    this.olderWrites = 0;
  }

  /** How many objects the evaluation has made. */
  made = 0;

  /** Whether anything since the mark was written to what had been there before. */
  hasChangedOlder(mark: number, made: number): boolean {
    for (let i = mark; i < this.log.length; i++) if (this.log[i].object.serial < made) return true;
    return false;
  }

  get mark(): number {
    return this.log.length;
  }

  write(object: HeapObject, state: ObjectState): void {
    if (object.state === state) return;
    if (object.madeIn !== this.root) this.olderWrites++;
    this.log.push({ object, before: object.state });
    object.state = state;
  }

  /** States of the objects that changed since the mark. */
  changedSince(mark: number): Map<HeapObject, ObjectState> {
    const changed = new Map<HeapObject, ObjectState>();
    for (let i = mark; i < this.log.length; i++) changed.set(this.log[i].object, this.log[i].object.state);
    return changed;
  }

  undo(mark: number): void {
    for (let i = this.log.length - 1; i >= mark; i--) this.log[i].object.state = this.log[i].before;
    this.log.length = mark;
  }

  /** After `undo`: what holds when either of the outcomes may have happened. `undefined` is one that never falls through. */
  merge(outcomes: readonly (ReadonlyMap<HeapObject, ObjectState> | undefined)[]): void {
    const possible = outcomes.filter((outcome) => outcome !== undefined);
    if (possible.length === 0) return;
    const objects = new Set<HeapObject>();
    for (const outcome of possible) for (const object of outcome.keys()) objects.add(object);
    if (objects.size === 0) return;
    for (const object of objects) {
      const states = possible.map((outcome) => outcome.get(object) ?? object.state);
      this.write(object, states.slice(1).reduce(joinStates, states[0]));
    }
  }

  /** Whether a write to the object replaces what was there. */
  isStrong(object: HeapObject): boolean {
    return object.loopDepth >= this.loopDepth;
  }
}

export function joinStates(a: ObjectState, b: ObjectState): ObjectState {
  if (a === b) return a;
  const fields = new Map(a.fields);
  let rest = a.rest === undefined ? b.rest : b.rest === undefined ? a.rest : join(a.rest, b.rest);
  for (const [key, slot] of b.fields) {
    const known = fields.get(key);
    if (!known) fields.set(key, a.size >= 0 && b.size >= 0 && a.size === b.size ? slot : absent(slot));
    else if (known.value !== slot.value) {
      const over = known.over === slot.over ? slot.over : undefined;
      fields.set(key, { ...slot, value: join(known.value, slot.value), over });
    }
  }
  for (const [key, slot] of a.fields) if (!b.fields.has(key)) fields.set(key, absent(slot));
  // Lists of different lengths: positions no longer say anything.
  if (a.size !== b.size && (a.size < 0 || b.size < 0 || isPositional(fields))) {
    for (const [key, slot] of fields) {
      if (!/^\d+$/.test(key)) continue;
      rest = join(rest, slot.value);
      fields.delete(key);
    }
  }
  return {
    fields,
    rest,
    size: a.size === b.size ? a.size : -1,
    taints: uniteTaints(a.taints, b.taints),
    isOpen: a.isOpen || b.isOpen,
    marks: a.marks?.filter((mark) => b.marks?.includes(mark)),
    text: a.text && b.text ? join(a.text, b.text) : (a.text ?? b.text),
  };
}

/** On one way the key is missing, so its value is no longer the only possible one. */
function absent(slot: Slot): Slot {
  if (!slot.value.consts && !slot.over) return slot;
  return { ...slot, value: { ...slot.value, consts: undefined }, over: undefined };
}

function isPositional(fields: ReadonlyMap<string, Slot>): boolean {
  for (const key of fields.keys()) if (/^\d+$/.test(key)) return true;
  return false;
}
