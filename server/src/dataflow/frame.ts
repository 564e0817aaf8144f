import type { NodeSet } from '../facts/resolve';
import type { FunctionIR, ValueId } from '../ir/ir';
import type { FunctionFacts } from './function-facts';
import type { HeapObject, ObjectState } from './heap';
import type { ClassRef, Closure, ModuleEntry } from './program';
import type { TaintSource, Value } from './value';

/** What a test has shown: bits of sinks that the value of a key can no longer harm. */
export type Refinements = ReadonlyMap<string, number>;
export const NO_REFINEMENTS: Refinements = new Map();

/** A callback that a library will call, with what the library's model says of its parameters. */
export interface Registration {
  readonly closure: Closure;
  readonly role: NodeSet | undefined;
}

/** One activation of a function. */
export class Frame {
  readonly values: (Value | undefined)[];
  readonly reached: Uint8Array;
  /** Whether the code being evaluated can be reached. */
  alive = true;
  refined: Refinements = NO_REFINEMENTS;
  /** What was shown on an edge, by the instruction that the edge comes through. */
  readonly refinedVia = new Map<number, Refinements>();
  /** Heap outcomes of jumps out of a structure, by the structure. */
  readonly exits = new Map<number, ReadonlyMap<HeapObject, ObjectState>[]>();
  readonly left = new Set<number>();
  returned: Value | undefined;
  /** What every way out that returns has shown about the parameters. */
  exitRefinements: Refinements | undefined;
  /** What was shown where the function returns, by the `Return`. */
  readonly returnRefinements = new Map<number, Refinements>();
  /** Values that other functions wrote to captured variables. */
  readonly stored = new Map<number, Value>();
  readonly created: Closure[] = [];
  readonly createdClasses: ClassRef[] = [];
  readonly registrations: Registration[] = [];
  readonly handled = new Set<Closure>();
  readonly sources = new Map<ValueId, TaintSource>();
  readonly classRefs = new Map<number, ClassRef>();
  /** Activations of calls in this one, for what they show about their arguments. */
  readonly calls = new Map<ValueId, Frame>();
  isTainted = false;
  /** The call in the caller that this is the activation of; -1 where none is known. */
  callSite: ValueId = -1;
  /** Values that have a secret's name. */
  names: ReadonlyMap<ValueId, string> | undefined;
  /** Somewhere a call did not come back. */
  hasGivenUp = false;

  constructor(
    readonly module: ModuleEntry,
    readonly fn: FunctionIR,
    readonly facts: FunctionFacts,
    /** The activation whose variables are captured. */
    readonly env: Frame | undefined,
    readonly cls: ClassRef | undefined,
    readonly receiver: Value,
    readonly args: readonly Value[],
    readonly caller: Frame | undefined,
    /** What the function returns is this for a library. */
    readonly returnRole: NodeSet | undefined,
  ) {
    this.values = new Array(fn.size);
    this.reached = new Uint8Array(fn.size);
  }

  start(value: ValueId): number {
    return this.fn.start + this.fn.starts[value];
  }

  end(value: ValueId): number {
    return this.fn.start + this.fn.ends[value];
  }

  text(value: ValueId): string {
    return value < 0 ? '' : this.module.textIn(this.fn, this.start(value), this.end(value));
  }

  /** The activation that owns a captured variable. */
  owner(functionId: number): Frame | undefined {
    for (let frame: Frame | undefined = this; frame; frame = frame.env) {
      if (frame.fn.id === functionId && frame.module === this.module) return frame;
    }
    return undefined;
  }
}
