import type { Constant, FunctionIR } from '../ir/ir';
import type { Dependencies } from './dependencies';
import type { Frame } from './frame';
import type { Heap, HeapObject } from './heap';
import type { Closure } from './program';
import type { Taint, Value } from './value';

const MAX_DEPTH = 3;
const MAX_FIELDS = 12;
const MAX_LENGTH = 800;
/** A function called with more different constants than this is called with any. */
const MAX_VARIANTS = 12;

interface Known {
  readonly frame: Frame;
  readonly dependencies: Dependencies;
  /** What the heap had seen written to things older than the root, and in which root. */
  readonly root: object;
  readonly olderWrites: number;
  /** How deep in calls it was made: from there on it could follow no further than that. */
  readonly depth: number;
}

/**
 * Activations that need not be repeated: of functions whose variables are a file's own, given arguments that can be
 * described in full, and that changed nothing.
 *
 * Invariant: what is found here is what evaluating again would give. So an entry counts only while the things that are
 * older than the root are as they were, and for calls at least as deep as the one it was made by.
 */
export class CallMemory {
  private readonly known = new Map<FunctionIR, Map<string, Known>>();

  private readonly taints = new Map<Taint, number>();

  constructor(private readonly heap: Heap) {}

  /** All that a call is given, in words; undefined where something cannot be described. */
  describe(closure: Closure, receiver: Value, args: readonly Value[]): string | undefined {
    if (closure.env && closure.env.fn.kind !== 'module') return undefined;
    // What is handed over tainted got a step of its own on the way.
    for (const value of args) if (value.taints.length > 0 || value.closures.length > 0) return undefined;
    let key = '';
    for (const value of [receiver, ...args]) {
      const described = this.describeValue(value, MAX_DEPTH);
      if (described === undefined || key.length + described.length > MAX_LENGTH) return undefined;
      key += `${described};`;
    }
    return key;
  }

  find(closure: Closure, key: string, depth: number): Known | undefined {
    const known = this.known.get(closure.fn)?.get(key);
    if (!known || known.depth > depth) return undefined;
    const { heap } = this;
    const isAlike =
      (known.olderWrites === 0 && heap.olderWrites === 0) ||
      (known.root === heap.root && known.olderWrites === heap.olderWrites);
    return isAlike ? known : undefined;
  }

  keep(closure: Closure, key: string, depth: number, frame: Frame, dependencies: Dependencies): void {
    // What was made in there is another thing each time; some instance of a class is as good as another one.
    if (frame.returned?.objects.some((object) => !isAnyInstance(object))) return;
    let entries = this.known.get(closure.fn);
    if (!entries) {
      entries = new Map();
      this.known.set(closure.fn, entries);
    }
    entries.set(key, { frame, dependencies, root: this.heap.root, olderWrites: this.heap.olderWrites, depth });
  }

  /** Whether the function was called in so many ways that one more tells nothing new. */
  isCrowded(closure: Closure): boolean {
    return (this.known.get(closure.fn)?.size ?? 0) >= MAX_VARIANTS;
  }

  private describeValue(value: Value, depth: number): string | undefined {
    if (value.closures.length > 0 || value.classes.length > 0) return undefined;
    const consts = value.consts ? constants(value.consts) : '?';
    let text = `${value.nodes?.key ?? ''}|${value.flags}|${consts}|${value.prefix ?? ''}${this.describeTaints(value.taints)}`;
    for (const object of value.objects) {
      const described = this.describeObject(object, depth);
      if (described === undefined) return undefined;
      text += described;
    }
    return text;
  }

  private describeTaints(taints: readonly Taint[]): string {
    let text = '';
    for (const taint of taints) {
      let id = this.taints.get(taint);
      if (id === undefined) {
        id = this.taints.size;
        this.taints.set(taint, id);
      }
      text += `!${id}`;
    }
    return text;
  }

  private describeObject(object: HeapObject, depth: number): string | undefined {
    const { kind, state, cls } = object;
    if (cls && isAnyInstance(object)) return `{any ${cls.module.uri}#${cls.cls.id}}`;
    if (depth === 0 || object.configured || object.exportsOf || object.madeBy) return undefined;
    if (state.fields.size > MAX_FIELDS) return undefined;
    const name = cls ? `${cls.module.uri}#${cls.cls.id}` : '';
    let text = `{${kind}${name}|${state.size}|${state.isOpen}${this.describeTaints(state.taints)}`;
    for (const [field, { value }] of state.fields) {
      const described = this.describeValue(value, depth - 1);
      if (described === undefined || text.length > MAX_LENGTH) return undefined;
      text += `,${field}=${described}`;
    }
    for (const part of [state.rest, state.text]) {
      const described = part ? this.describeValue(part, depth - 1) : '';
      if (described === undefined) return undefined;
      text += `|${described}`;
    }
    return `${text}}`;
  }
}

/** Nothing was done to it since it stands for all of its class. */
function isAnyInstance({ initial, state }: HeapObject): boolean {
  return initial !== undefined && state === initial;
}

function constants(consts: readonly Constant[]): string {
  let text = '';
  for (const { kind, value, flags } of consts)
    text += `${kind}:${String(value).length}:${String(value)}${flags ?? ''},`;
  return text;
}
