import type { Checkpoint } from '../base/checkpoint';
import { type NodeSet, SCALAR_MASK } from '../facts/resolve';
import type { Sink, Source } from '../facts/vocabulary';
import { ConcatKind, type FunctionIR, IterKind, NONE, Op, Tag, type ValueId } from '../ir/ir';
import { evaluateBinary, evaluateUnary } from './arithmetic';
import { type CallArguments, evaluateCall } from './calls';
import { concatenate } from './concatenation';
import { type Frame, Frame as FrameClass, type Refinements, type Registration } from './frame';
import { refine, sharedRefinements, shownOfEach } from './guards';
import { emptyState, Heap, HeapObject, type ObjectState, type Slot } from './heap';
import { checkSinks } from './library';
import { membersOfClass, readElement, readIndex, readMember, writeKey } from './members';
import { CallMemory } from './memory';
import { declaredReturnSinks, parameterValues, receiverOf } from './parameters';
import type { ClassRef, Closure, ModuleEntry, Program } from './program';
import {
  addConfig,
  addHit,
  type ConfiguredThing,
  type FlowHit,
  mergeResults,
  newResults,
  type Results,
} from './results';
import {
  addTaints,
  classValue,
  cleanedValue,
  closureValue,
  Flag,
  join,
  objectValue,
  onlyString,
  sameValue,
  type Taint,
  type TaintSource,
  type TraceStep,
  truth,
  UNKNOWN,
  type Value,
  withNodes,
  withTaints,
} from './value';

/** Sinks that names make: a value bound to such a name is used as such. */
export interface NamedSink {
  readonly kind: Sink;
  readonly sources: readonly Source[];
  matches(name: string): boolean;
}

export interface EvaluationOptions {
  readonly namedSinks: readonly NamedSink[];
  /** Instructions that one root may evaluate, with all that it calls. */
  readonly maxSteps: number;
  readonly maxDepth: number;
}

export const DEFAULT_OPTIONS: EvaluationOptions = { namedSinks: [], maxSteps: 40_000, maxDepth: 9 };

/** A file's own code, evaluated once: what its variables and exports hold when everything else runs. */
export interface Environment {
  readonly module: ModuleEntry;
  readonly exports: HeapObject;
  frame: Frame | undefined;
  readonly results: Results;
  readonly registrations: Registration[];
  readonly handled: Set<Closure>;
  isComplete: boolean;
  /** What functions write to the file's variables, once somebody asks; see `storesOf`. */
  stores: Map<number, Value> | undefined;
}

/** State that outlives one module's evaluation: environments and class templates by what they are of. */
export class Session {
  readonly environments = new Map<string, Environment>();
  readonly templates = new Map<string, { readonly object: HeapObject; isComplete: boolean }>();
  /** Files consulted while an environment was made, so that who uses it depends on them, too. */
  readonly environmentUses = new Map<string, Set<string>>();

  readonly statics = new Set<ClassRef>();
  readonly templateUses = new Map<string, Set<string>>();

  constructor(
    readonly program: Program,
    readonly options: EvaluationOptions,
  ) {}
}

/**
 * Abstract interpretation of one root and what it calls. It walks a function's instructions once, in order; structured
 * control flow makes that enough, except for loops, which are walked again while that adds knowledge.
 *
 * Invariants (kept by the flow fixtures and by the property test of the analysis):
 * results depend on the program alone, never on time or on what was evaluated before; every change of the heap is undone
 * when a root is done; a step budget, not a clock, bounds the work, and reaching it is reported.
 */
export class Evaluation {
  readonly heap = new Heap();
  readonly results: Results = newResults();
  readonly uses = new Set<string>();
  readonly things: ConfiguredThing[] = [];
  /** The branch being evaluated; a new object for each arm. */
  arm: object = ROOT_ARM;
  depth = 0;
  steps = 0;
  /** How often a call was not followed for its depth or because it is under way. */
  cuts = 0;
  private readonly stack: FunctionIR[] = [];
  readonly typed = new Map<string, HeapObject>();

  constructor(
    readonly session: Session,
    readonly checkpoint: Checkpoint,
    readonly options: EvaluationOptions = session.options,
  ) {}

  get program(): Program {
    return this.session.program;
  }

  // ---- roots -----------------------------------------------------------------------------------------------------

  /** Evaluates a function as nobody in sight calls it: its parameters are what types, annotations and models say. */
  root(closure: Closure, role: NodeSet | undefined): void {
    this.steps = 0;
    this.heap.startRoot();
    const mark = this.heap.mark;
    const firstThing = this.things.length;
    this.activateAsRoot(closure, role, undefined);
    this.finishThings(firstThing);
    this.heap.undo(mark);
    this.typed.clear();
    this.localStores.clear();
  }

  activateAsRoot(closure: Closure, role: NodeSet | undefined, caller: Frame | undefined): void {
    if (this.stack.includes(closure.fn) || this.depth >= this.options.maxDepth) {
      this.cuts++;
      return;
    }
    const receiver = closure.receiver ?? receiverOf(this, closure);
    const args = parameterValues(this, closure, role);
    this.activate(closure, receiver, args, caller, role?.returned, true);
  }

  finishThings(first: number): void {
    for (const thing of this.things.splice(first)) {
      addConfig(this.results, { thing, options: new Map(thing.options) });
    }
  }

  /** Whether a call may be followed into the function. */
  canEnter(fn: FunctionIR): boolean {
    if (this.depth >= this.options.maxDepth || this.stack.includes(fn)) {
      this.cuts++;
      return false;
    }
    if (this.steps < this.options.maxSteps) return true;
    this.results.partial = true;
    return false;
  }

  /** Runs a function's code with the given arguments and returns its activation. */
  activate(
    closure: Closure,
    receiver: Value,
    args: readonly Value[],
    caller: Frame | undefined,
    returnRole: NodeSet | undefined = undefined,
    isRoot = false,
  ): Frame {
    const { module, fn } = closure;
    this.uses.add(module.uri);
    this.checkpoint();
    const frame = new FrameClass(
      module,
      fn,
      module.factsOf(fn),
      closure.env,
      closure.cls,
      receiver,
      args,
      caller,
      returnRole,
    );
    frame.isTainted = args.some((arg) => arg.taints.length > 0) || receiver.taints.length > 0;
    this.stack.push(fn);
    this.depth++;
    // A callee's loops and branches are its own: what it makes in straight code is new each time it is called.
    const arm = this.arm;
    this.range(frame, 0, fn.size);
    this.finishFrame(frame, isRoot);
    this.arm = arm;
    this.depth--;
    this.stack.pop();
    return frame;
  }

  /** Functions that were made here and that nobody called: libraries and callers out of sight will. */
  private finishFrame(frame: Frame, isRoot: boolean): void {
    if (frame.alive) this.noteExit(frame);
    for (const { closure, role } of frame.registrations) {
      frame.handled.add(closure);
      this.activateAsRoot(closure, role, frame);
    }
    if (frame.fn.kind === 'module') return;
    if (!isRoot && !frame.isTainted) return;
    for (const closure of frame.created) {
      if (!frame.handled.has(closure)) this.activateAsRoot(closure, undefined, frame);
    }
    for (const cls of frame.createdClasses) {
      for (const id of cls.cls.methods) {
        const fn = cls.module.ir.functions[id];
        this.activateAsRoot({ module: cls.module, fn, env: cls.env, cls, receiver: undefined }, undefined, frame);
      }
    }
  }

  /** Calls a function that was given to a library or to unknown code, with one value for the parameter named. */
  callBack(frame: Frame, closure: Closure, which: number | '*' | string, value: Value): Value | undefined {
    if (!this.canEnter(closure.fn)) return undefined;
    const args = parameterValues(this, closure, undefined).map((known, index) => {
      if (which !== '*' && which !== index && which !== closure.fn.params[index].name) return known;
      return join({ ...known, consts: undefined }, value);
    });
    frame.handled.add(closure);
    return this.activate(closure, closure.receiver ?? receiverOf(this, closure), args, frame).returned;
  }

  /** Like `callBack`, with values for the first parameters. */
  callBackWith(frame: Frame, closure: Closure, values: readonly (Value | undefined)[]): Value {
    if (!this.canEnter(closure.fn)) return UNKNOWN;
    const args = parameterValues(this, closure, undefined).map((known, index) => {
      const value = values[index];
      return value === undefined
        ? known
        : withNodes(
            { ...value, objects: value.objects.length > 0 ? value.objects : known.objects },
            known.nodes ?? value.nodes ?? closure.module.models.none,
          );
    });
    frame.handled.add(closure);
    const activation = this.activate(closure, closure.receiver ?? receiverOf(this, closure), args, frame);
    return activation.returned ?? UNKNOWN;
  }

  refineKey(frame: Frame, id: ValueId, mask: number): void {
    const refined = new Map(frame.refined);
    const key = frame.facts.keyOf(id);
    refined.set(key, (refined.get(key) ?? 0) | mask);
    frame.refined = refined;
  }

  /** Code of a class that runs once: its static fields. */
  ensureStatics(cls: ClassRef): void {
    if (this.session.statics.has(cls)) return;
    this.session.statics.add(cls);
    const own = new Evaluation(this.session, this.checkpoint);
    for (const id of cls.cls.methods) {
      const fn = cls.module.ir.functions[id];
      if (fn.kind !== 'initializer' || !fn.isStatic) continue;
      own.activate({ module: cls.module, fn, env: cls.env, cls, receiver: undefined }, classValue(cls), [], undefined);
    }
    const uses = this.session.environmentUses.get(cls.module.uri);
    for (const uri of own.uses) {
      uses?.add(uri);
      this.uses.add(uri);
    }
  }

  // ---- calls that were evaluated before ------------------------------------------------------------------------

  readonly memory = new CallMemory(this.heap);

  noteExit(frame: Frame): void {
    frame.exitRefinements = frame.exitRefinements
      ? sharedRefinements(frame.exitRefinements, frame.refined)
      : frame.refined;
  }

  // ---- environments ----------------------------------------------------------------------------------------------

  environment(module: ModuleEntry): Environment {
    this.uses.add(module.uri);
    const { environments, environmentUses } = this.session;
    let environment = environments.get(module.uri);
    if (!environment) {
      environment = {
        module,
        exports: exportsOf(module),
        frame: undefined,
        results: newResults(),
        registrations: [],
        handled: new Set(),
        isComplete: false,
        stores: undefined,
      };
      environments.set(module.uri, environment);
      const own = new Evaluation(this.session, this.checkpoint);
      environmentUses.set(module.uri, own.uses);
      try {
        own.evaluateEnvironment(environment);
      } catch (error) {
        environments.delete(module.uri);
        environmentUses.delete(module.uri);
        throw error;
      }
      environment.isComplete = true;
    }
    const uses = environmentUses.get(module.uri);
    // Asked for at almost every step: what was taken over before need not be again.
    if (uses && this.takenOver.get(uses) !== uses.size) {
      for (const uri of uses) this.uses.add(uri);
      this.takenOver.set(uses, uses.size);
    }
    return environment;
  }

  private readonly takenOver = new Map<ReadonlySet<string>, number>();

  private evaluateEnvironment(environment: Environment): void {
    const { module } = environment;
    const fn = module.ir.functions[0];
    const receiver = objectValue(environment.exports);
    const frame = new FrameClass(
      module,
      fn,
      module.factsOf(fn),
      undefined,
      undefined,
      receiver,
      [],
      undefined,
      undefined,
    );
    environment.frame = frame;
    this.uses.add(module.uri);
    this.stack.push(fn);
    this.depth++;
    this.range(frame, 0, fn.size);
    this.depth--;
    this.stack.pop();
    environment.registrations.push(...frame.registrations);
    for (const closure of frame.handled) environment.handled.add(closure);
    this.finishThings(0);
    mergeResults(environment.results, this.results);
  }

  // ---- values ----------------------------------------------------------------------------------------------------

  /** An operand's value, as far as tests on the way here have not shown more. */
  value(frame: Frame, id: ValueId): Value {
    if (id < 0) return UNKNOWN;
    const value = frame.values[id] ?? UNKNOWN;
    return frame.refined.size === 0 ? value : this.refinedValue(frame, id, value, frame.refined);
  }

  private refinedValue(frame: Frame, id: ValueId, value: Value, refined: Refinements): Value {
    if (value.taints.length === 0) return value;
    const mask = refined.get(frame.facts.keyOf(id));
    return mask === undefined ? value : cleanedValue(value, mask);
  }

  step(frame: Frame, id: ValueId, note: string, taints: readonly Taint[]): readonly Taint[] {
    if (taints.length === 0) return taints;
    const start = frame.start(id);
    const end = frame.end(id);
    return taints.map((taint) => {
      const { source, step } = taint;
      // Where it enters it is not passed on yet.
      if (!step && source.module === frame.module && source.start === start && source.end === end) return taint;
      return { ...taint, step: hop(frame.module, start, end, note, step) };
    });
  }

  /** Into another function: also what enters in the call itself, or the way would jump. */
  stepInto(frame: Frame, id: ValueId, note: string, taints: readonly Taint[]): readonly Taint[] {
    const { module } = frame;
    return taints.map((taint) => ({
      ...taint,
      step: hop(module, frame.start(id), frame.end(id), note, taint.step),
    }));
  }

  /**
   * A value that a model calls a source is tainted from here on. `nodes` are what it became here: what it was before it
   * was kept somewhere entered there.
   */
  enter(frame: Frame, id: ValueId, value: Value, nodes: NodeSet | undefined = value.nodes): Value {
    const sources = nodes?.sources;
    if (!sources || sources.length === 0) return value;
    return this.enterAs(frame, id, value, sources);
  }

  enterAs(
    frame: Frame,
    id: ValueId,
    value: Value,
    sources: readonly { readonly kind: Source; readonly label: string | undefined; readonly clean: number }[],
  ): Value {
    let source = frame.sources.get(id);
    if (!source) {
      const [first] = sources;
      source = {
        kind: first.kind,
        module: frame.module,
        start: frame.start(id),
        end: frame.end(id),
        text: first.label ?? shortened(sourceText(frame, id)),
        isLabelled: first.label !== undefined,
      };
      frame.sources.set(id, source);
    }
    const clean = value.flags & Flag.Scalar ? -1 : 0;
    if (clean !== 0) return value;
    const taint: Taint = { source, clean: sources[0].clean, step: undefined, isGuess: false };
    // The new entrance says it better than what was passed on from where the object came.
    const others = value.taints.filter((known) => known.source.kind !== source.kind);
    return { ...value, consts: undefined, taints: [taint, ...others] };
  }

  hit(hit: FlowHit): void {
    addHit(this.results, hit);
  }

  // ---- instructions ----------------------------------------------------------------------------------------------

  private set(frame: Frame, id: ValueId, value: Value): void {
    frame.values[id] = value;
    if (value.taints.length > 0) this.checkNames(frame, id, value);
  }

  private checkNames(frame: Frame, id: ValueId, value: Value): void {
    for (const sink of this.options.namedSinks) {
      const taint = value.taints.find(({ source }) => sink.sources.includes(source.kind));
      if (!taint) continue;
      const isReturned = frame.facts.namesOf(id).length === 0;
      if (isReturned || !frame.facts.namesOf(id).some((name) => sink.matches(name))) continue;
      this.hitNamed(frame, id, sink, taint);
    }
  }

  /** A value kept under a name that is computed, or in something whose name says what is kept there. */
  checkStored(frame: Frame, id: ValueId, value: Value, names: readonly string[]): void {
    if (id < 0) return;
    for (const sink of this.options.namedSinks) {
      const taint = value.taints.find(({ source }) => sink.sources.includes(source.kind));
      if (taint && names.some((name) => name !== '' && (sink.matches(name) || /session/i.test(name))))
        this.hitNamed(frame, id, sink, taint);
    }
  }

  private readonly named = new Map<string, string>();

  private hitNamed(frame: Frame, id: ValueId, sink: NamedSink, taint: Taint): void {
    // Once a value has a name that says what it is, its further names say nothing new.
    const place = `${frame.module.uri}|${frame.start(id)}`;
    const source = `${taint.source.module.uri}|${taint.source.start}`;
    const known = this.named.get(source);
    if (known !== undefined && known !== place) return;
    this.named.set(source, place);
    this.hit({
      kind: sink.kind,
      spec: undefined,
      taint,
      module: frame.module,
      functionId: frame.fn.id,
      instruction: id,
      value: id,
      start: frame.start(id),
      end: frame.end(id),
      callee: '',
    });
  }

  private range(frame: Frame, from: number, to: number): void {
    const { ops } = frame.fn;
    for (let i = from; i < to; ) {
      switch (ops[i]) {
        case Op.If:
          i = this.conditional(frame, i);
          continue;
        case Op.Loop:
          i = this.loop(frame, i);
          continue;
        case Op.Block:
          i = this.block(frame, i);
          continue;
        case Op.Try:
          i = this.tryBlock(frame, i);
          continue;
        default:
          if (frame.alive || ops[i] === Op.Phi) this.instruction(frame, i);
          i++;
      }
    }
  }

  private conditional(frame: Frame, i: number): number {
    const otherwise = frame.facts.elseOf[i];
    const end = frame.facts.endOf[i];
    if (!frame.alive) {
      // Joins inside may be operands of code that is reached.
      this.range(frame, i + 1, otherwise);
      this.range(frame, otherwise + 1, end);
      return end + 1;
    }
    const condition = frame.fn.a[i];
    const known = truth(this.value(frame, condition));
    const before = frame.refined;
    const mark = this.heap.mark;
    const outerArm = this.arm;

    const arm = (isTrue: boolean, from: number, to: number, via: number) => {
      frame.alive = known !== !isTrue;
      frame.refined = frame.alive ? refine(this, frame, condition, isTrue, before) : before;
      this.arm = known === undefined ? {} : outerArm;
      this.range(frame, from, to);
      frame.reached[via] = frame.alive ? 1 : 0;
      if (frame.alive) frame.refinedVia.set(via, frame.refined);
      const outcome = frame.alive ? this.heap.changedSince(mark) : undefined;
      this.heap.undo(mark);
      return { isAlive: frame.alive, refined: frame.refined, outcome };
    };
    const yes = arm(true, i + 1, otherwise, otherwise);
    const no = arm(false, otherwise + 1, end, end);

    this.arm = outerArm;
    this.heap.merge([yes.outcome, no.outcome]);
    frame.alive = yes.isAlive || no.isAlive;
    frame.refined = !no.isAlive ? yes.refined : !yes.isAlive ? no.refined : sharedRefinements(yes.refined, no.refined);
    if (!frame.alive) frame.refined = before;
    return end + 1;
  }

  private loop(frame: Frame, i: number): number {
    const { fn } = frame;
    const end = frame.facts.endOf[i];
    if (!frame.alive) {
      this.range(frame, i + 1, end);
      return end + 1;
    }
    const phis = fn.loopPhis.get(i) ?? [];
    const before = frame.refined;
    for (const phi of phis) frame.values[phi] = this.value(frame, fn.a[phi]);
    const mark = this.heap.mark;
    const outerArm = this.arm;
    const atLeastOnce = fn.a[i] === 1;
    let latched: Refinements | undefined;
    this.heap.loopDepth++;
    frame.reached[i] = 1;
    for (let round = 0; ; round++) {
      this.arm = {};
      frame.alive = true;
      frame.refined = before;
      frame.exits.delete(i);
      const roundMark = this.heap.mark;
      this.range(frame, i + 1, end);
      const outcome = frame.alive ? this.heap.changedSince(mark) : undefined;
      latched = frame.alive ? frame.refined : undefined;
      const exits = frame.exits.get(i) ?? [];
      this.heap.undo(roundMark);
      // What a round wrote may be read by the next one.
      const changed = this.mergeChanged([outcome, ...exits, NO_CHANGES]);
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
    this.heap.loopDepth--;
    this.arm = outerArm;
    const hasTest = this.hasTest(frame, i, end);
    frame.alive = !hasTest || frame.left.has(i) || (atLeastOnce && frame.left.has(i));
    frame.refined = latched ? shownOfEach(frame, i, end, latched, before) : before;
    return end + 1;
  }

  /** Whether merging the outcomes changes anything. */
  private mergeChanged(outcomes: readonly (ReadonlyMap<HeapObject, ObjectState> | undefined)[]): boolean {
    const mark = this.heap.mark;
    this.heap.merge(outcomes);
    return this.heap.mark > mark;
  }

  private hasTest(frame: Frame, start: number, end: number): boolean {
    const { ops } = frame.fn;
    for (let i = start + 1; i < end; i++) {
      if (ops[i] === Op.LoopTest) return true;
      if (ops[i] === Op.Loop) i = frame.facts.endOf[i];
    }
    return false;
  }

  private block(frame: Frame, i: number): number {
    const end = frame.facts.endOf[i];
    if (!frame.alive) {
      this.range(frame, i + 1, end);
      return end + 1;
    }
    const mark = this.heap.mark;
    const before = frame.refined;
    frame.left.delete(i);
    frame.exits.delete(i);
    this.range(frame, i + 1, end);
    frame.reached[end] = frame.alive ? 1 : 0;
    if (frame.alive) frame.refinedVia.set(end, frame.refined);
    const exits = frame.exits.get(i) ?? [];
    if (exits.length > 0) {
      const outcome = frame.alive ? this.heap.changedSince(mark) : undefined;
      this.heap.undo(mark);
      this.heap.merge([outcome, ...exits]);
      frame.refined = before;
      frame.alive = true;
    }
    return end + 1;
  }

  private tryBlock(frame: Frame, i: number): number {
    const parts = frame.facts.tries.get(i);
    if (!parts) return i + 1;
    const { handlers, finalizer, end } = parts;
    const bodyEnd = handlers[0] ?? (finalizer >= 0 ? finalizer : end);
    const wasAlive = frame.alive;
    const before = frame.refined;
    const mark = this.heap.mark;
    this.range(frame, i + 1, bodyEnd);
    let alive = frame.alive;
    if (handlers.length > 0) {
      const bodyRefined = frame.refined;
      const body = this.heap.changedSince(mark);
      const outcomes: (ReadonlyMap<HeapObject, ObjectState> | undefined)[] = [alive ? body : undefined];
      let handlersEnd = false;
      this.heap.undo(mark);
      const outerArm = this.arm;
      handlers.forEach((handler, n) => {
        const stop = handlers[n + 1] ?? (finalizer >= 0 ? finalizer : end);
        this.heap.merge([body, NO_CHANGES]);
        frame.alive = wasAlive;
        frame.refined = before;
        this.arm = {};
        this.handler(frame, handler, stop);
        handlersEnd ||= frame.alive;
        outcomes.push(frame.alive ? this.heap.changedSince(mark) : undefined);
        this.heap.undo(mark);
      });
      this.arm = outerArm;
      this.heap.merge(outcomes);
      frame.refined = !alive || handlersEnd ? before : bodyRefined;
      alive ||= handlersEnd;
      // Joins of the ways out stand behind the last handler.
      this.joins(frame, handlers[handlers.length - 1], finalizer >= 0 ? finalizer : end);
    }
    if (finalizer >= 0) {
      frame.alive = wasAlive;
      this.range(frame, finalizer + 1, end);
      alive &&= frame.alive;
    }
    frame.alive = alive;
    return end + 1;
  }

  private handler(frame: Frame, from: number, to: number): void {
    frame.reached[from] = frame.alive ? 1 : 0;
    this.range(frame, from + 1, to);
  }

  /** Evaluates joins again after all edges into them are known. */
  private joins(frame: Frame, from: number, to: number): void {
    for (let i = to - 1; i > from && frame.fn.ops[i] === Op.Phi; i--) this.instruction(frame, i);
  }

  private instruction(frame: Frame, i: number): void {
    const { fn, module } = frame;
    const { strings } = module.ir;
    const a = fn.a[i];
    const b = fn.b[i];
    const c = fn.c[i];
    this.steps++;
    if (frame.alive) frame.reached[i] = 1;
    switch (fn.ops[i]) {
      case Op.Const:
        frame.values[i] = module.constant(a);
        return;
      case Op.Param: {
        const argument = frame.args[a] ?? UNKNOWN;
        this.set(frame, i, argument);
        return;
      }
      case Op.This:
        frame.values[i] = frame.receiver;
        return;
      case Op.Global:
        this.set(frame, i, this.global(frame, i, strings[a]));
        return;
      case Op.Import:
        this.set(frame, i, this.imported(frame, i, strings[a], b < 0 ? undefined : strings[b]));
        return;
      case Op.TypeName:
        this.set(frame, i, this.typeName(frame, i, strings[a]));
        return;
      case Op.Field:
        this.set(frame, i, readMember(this, frame, i, this.value(frame, a), strings[b]));
        return;
      case Op.Index:
        this.set(frame, i, readIndex(this, frame, i, this.value(frame, a), this.value(frame, b)));
        return;
      case Op.SetField:
        writeKey(this, frame, i, a, strings[b], c);
        return;
      case Op.SetIndex:
        writeKey(this, frame, i, a, this.value(frame, b), c);
        return;
      case Op.Call:
      case Op.New:
        this.set(frame, i, evaluateCall(this, frame, i));
        return;
      case Op.Object:
        this.set(frame, i, this.object(frame, i));
        return;
      case Op.Array:
        this.set(frame, i, this.array(frame, i));
        return;
      case Op.Concat:
        this.set(frame, i, concatenate(this, frame, i));
        return;
      case Op.Binary:
        this.set(frame, i, evaluateBinary(this, frame, i));
        return;
      case Op.Unary:
        this.set(frame, i, evaluateUnary(this, frame, i));
        return;
      case Op.Phi:
        this.set(frame, i, this.phi(frame, i));
        return;
      case Op.Copy:
        this.set(frame, i, this.value(frame, a));
        return;
      case Op.Func:
        frame.values[i] = this.closure(frame, a);
        return;
      case Op.Class:
        frame.values[i] = classValue(this.classRef(frame, a));
        return;
      case Op.LoadCell:
        this.set(frame, i, this.loadCell(frame, a, b));
        return;
      case Op.StoreCell:
        this.storeCell(frame, a, b, this.value(frame, c));
        return;
      case Op.Await:
        this.set(frame, i, awaited(this.value(frame, a)));
        return;
      case Op.Yield: {
        const value = this.value(frame, a);
        frame.returned = frame.returned ? join(frame.returned, value) : value;
        frame.values[i] = UNKNOWN;
        return;
      }
      case Op.Iter:
        this.set(frame, i, this.iterate(frame, i, this.value(frame, a), c));
        return;
      case Op.Cast:
        this.set(frame, i, this.cast(frame, this.value(frame, a), strings[b]));
        return;
      case Op.Rest:
        this.set(frame, i, this.rest(frame, i));
        return;
      case Op.Caught:
        frame.values[i] = b < 0 ? UNKNOWN : this.cast(frame, UNKNOWN, strings[b]);
        return;
      case Op.Opaque:
        this.set(frame, i, this.opaque(frame, i));
        return;
      case Op.Exports:
        // A model may say what a file's own names mean: `exports.NAME`.
        frame.values[i] = withNodes(objectValue(this.environment(module).exports), module.models.global('exports'));
        return;
      case Op.SetExports:
        this.setExports(module, this.value(frame, a), frame, a);
        return;
      case Op.LoopTest:
        this.loopTest(frame, i, a);
        return;
      case Op.Break:
      case Op.Continue:
        this.jump(frame, i, a, fn.ops[i] === Op.Break);
        return;
      case Op.Return:
        this.return(frame, i, a);
        return;
      case Op.Throw:
        frame.alive = false;
        return;
    }
  }

  private loopTest(frame: Frame, i: number, condition: ValueId): void {
    const known = truth(this.value(frame, condition));
    const loop = this.enclosingLoop(frame, i);
    frame.reached[i] = known === true ? frame.reached[i] & (frame.left.has(i) ? 1 : 0) : 1;
    if (known !== true) {
      frame.left.add(loop);
      frame.left.add(i);
    }
    if (known === false) frame.alive = false;
    else frame.refined = refine(this, frame, condition, true, frame.refined);
  }

  private enclosingLoop(frame: Frame, i: number): number {
    const { ops } = frame.fn;
    for (let n = i - 1, depth = 0; n >= 0; n--) {
      if (ops[n] === Op.EndLoop) depth++;
      else if (ops[n] === Op.Loop && depth-- === 0) return n;
    }
    return -1;
  }

  private jump(frame: Frame, i: number, target: number, isBreak: boolean): void {
    frame.refinedVia.set(i, frame.refined);
    if (isBreak) frame.left.add(target);
    const outcomes = frame.exits.get(target) ?? [];
    outcomes.push(this.heap.changedSince(0));
    frame.exits.set(target, outcomes);
    frame.alive = false;
  }

  private return(frame: Frame, i: number, id: ValueId): void {
    const value = id < 0 ? UNDEFINED_VALUE : this.value(frame, id);
    frame.returned = frame.returned ? join(frame.returned, value) : value;
    frame.returnRefinements.set(i, frame.refined);
    this.noteExit(frame);
    if (id >= 0 && (value.taints.length > 0 || value.objects.length > 0)) {
      if (frame.returnRole) this.checkReturn(frame, i, frame.returnRole, value, id);
      const declared = declaredReturnSinks(this, frame);
      if (declared.length > 0) checkSinks(this, frame, i, declared, value, id, undefined);
    }
    if (id >= 0 && value.taints.length > 0) {
      for (const sink of this.options.namedSinks) {
        const taint = value.taints.find(({ source }) => sink.sources.includes(source.kind));
        if (taint && sink.matches(frame.fn.name)) this.hitNamed(frame, id, sink, taint);
      }
    }
    frame.alive = false;
  }

  private checkReturn(frame: Frame, i: number, role: NodeSet, value: Value, id: ValueId): void {
    checkSinks(this, frame, i, role.sinks, value, id, undefined);
    for (const object of value.objects) {
      if (object.kind !== 'tuple' && object.kind !== 'list') continue;
      for (const [key, slot] of object.state.fields) {
        const { sinks } = role.keyed(key);
        if (sinks.length > 0)
          checkSinks(this, frame, i, sinks, slot.value, id, undefined, {
            value: slot.value,
            id,
            start: slot.start,
            end: slot.end,
          });
      }
    }
  }

  // ---- names -----------------------------------------------------------------------------------------------------

  private global(frame: Frame, i: number, name: string): Value {
    const home = this.program.homeOf(frame.module, name);
    const shared = home && home !== frame.module ? this.exported(home, name) : undefined;
    if (shared) return shared;
    const nodes = frame.module.models.global(name);
    return this.enter(frame, i, withNodes(UNKNOWN, nodes));
  }

  imported(frame: Frame, i: number, specifier: string, member: string | undefined): Value {
    const { module } = frame;
    const found = this.importedModule(module, specifier, member);
    if (found) return found;
    const value = withNodes(UNKNOWN, module.models.imported(specifier, member));
    // What a known library has beside what models say of it may be one of its constants.
    const isConstant =
      member !== undefined && (/^[A-Z]/.test(member) || (!value.nodes && module.models.knowsLibrary(specifier)));
    return this.enter(
      frame,
      i,
      isConstant ? { ...value, consts: [{ kind: 'symbol', value: `${specifier}.${member}` }] } : value,
    );
  }

  private importedModule(from: ModuleEntry, specifier: string, member: string | undefined): Value | undefined {
    const target = this.program.resolveImport(from, specifier);
    if (member !== undefined && member !== 'default') {
      // A package's submodule is imported like a member of it.
      const separator = specifier.endsWith('.') ? '' : '.';
      const submodule = this.program.resolveImport(from, specifier + separator + member);
      if (target && target !== submodule) {
        const exported = this.exported(target, member);
        if (exported) return exported;
      }
      if (submodule) return objectValue(this.environment(submodule).exports);
    }
    if (!target) return undefined;
    if (member === undefined) return this.moduleValue(target);
    return this.exported(target, member) ?? UNKNOWN;
  }

  private moduleValue(module: ModuleEntry): Value {
    const { exports } = this.environment(module);
    const replaced = exports.state.fields.get(WHOLE);
    return replaced ? join(objectValue(exports), replaced.value) : objectValue(exports);
  }

  exported(module: ModuleEntry, member: string, depth = 0): Value | undefined {
    const home = this.program.homeOf(module, member);
    if (home && home !== module) return this.exported(home, member, depth);
    const { exports } = this.environment(module);
    const { fields } = exports.state;
    const slot = fields.get(member);
    if (slot) return slot.value;
    const replaced = fields.get(WHOLE);
    if (replaced) {
      if (member === 'default') return replaced.value;
      for (const object of replaced.value.objects) {
        const field = object.state.fields.get(member);
        if (field) return field.value;
      }
      for (const cls of replaced.value.classes) {
        const field = cls.statics.state.fields.get(member);
        if (field) return field.value;
      }
    }
    if (member === 'default') return objectValue(exports);
    const passedOn = fields.get('*');
    if (passedOn && depth < 5) {
      for (const object of passedOn.value.objects) {
        const found = object.exportsOf && this.exported(object.exportsOf, member, depth + 1);
        if (found) return found;
      }
    }
    return undefined;
  }

  private setExports(module: ModuleEntry, value: Value, frame: Frame, id: ValueId): void {
    const { exports } = this.environment(module);
    const fields = new Map(exports.state.fields);
    fields.set(WHOLE, { value, module: frame.module, start: frame.start(id), end: frame.end(id) });
    this.heap.write(exports, { ...exports.state, fields });
  }

  private typeName(frame: Frame, i: number, name: string): Value {
    const { module } = frame;
    const { classes } = this.program.resolveType(module, name);
    if (classes.length > 0) {
      for (const place of classes) this.uses.add(place.module.uri);
      return { ...UNKNOWN, classes: classes.map((place) => this.classRefOf(place.module, place.cls.id)) };
    }
    let nodes = module.models.named(name);
    for (const scope of module.ir.typeScope) {
      if (!nodes.isEmpty) break;
      nodes = module.models.named(`${scope}.${name}`);
    }
    return this.enter(frame, i, withNodes(UNKNOWN, nodes));
  }

  // ---- functions and classes -------------------------------------------------------------------------------------

  private closure(frame: Frame, id: number): Value {
    const { module } = frame;
    const fn = module.ir.functions[id];
    const cls =
      fn.owner >= 0 && fn.owner === frame.fn.owner
        ? frame.cls
        : fn.owner >= 0
          ? this.classRefOf(module, fn.owner)
          : undefined; // prettier-ignore
    const known = frame.created.find((closure) => closure.fn === fn);
    if (known) return closureValue(known);
    const closure: Closure = { module, fn, env: frame, cls, receiver: undefined };
    frame.created.push(closure);
    return closureValue(closure);
  }

  classRef(frame: Frame, id: number): ClassRef {
    const { module } = frame;
    if (frame.fn.kind === 'module') return this.classRefOf(module, id);
    let ref = frame.classRefs.get(id);
    if (!ref) {
      const statics = new HeapObject('object', emptyState(true), this.heap.loopDepth);
      ref = { module, cls: module.ir.classes[id], env: frame, statics };
      frame.classRefs.set(id, ref);
      frame.createdClasses.push(ref);
    }
    return ref;
  }

  /** A class of a file's own code: one value wherever it is named. */
  classRefOf(module: ModuleEntry, id: number): ClassRef {
    const cls = module.ir.classes[id];
    const whole = cls.isPart ? this.program.wholeOf({ module, cls }) : undefined;
    if (whole && whole.cls !== cls) return this.classRefOf(whole.module, whole.cls.id);
    const environment = this.environment(module);
    const frame = environment.frame;
    let ref = frame?.classRefs.get(id);
    if (!ref) {
      ref = { module, cls: module.ir.classes[id], env: frame, statics: new HeapObject('object', emptyState(true), 0) };
      frame?.classRefs.set(id, ref);
    }
    return ref;
  }

  // ---- captured variables ----------------------------------------------------------------------------------------

  private loadCell(frame: Frame, ownerId: number, cell: number): Value {
    const { module } = frame;
    let owner = frame.owner(ownerId);
    if (!owner && ownerId === 0) owner = this.environment(module).frame;
    if (!owner) return UNKNOWN;
    let value: Value | undefined = owner.stored.get(cell);
    if (owner.fn.kind === 'module' && owner !== frame) {
      const stored = this.storesOf(module).get(cell);
      if (stored) value = join(value, stored);
      const here = this.localStores.get(owner)?.get(cell);
      if (here) value = join(value, here);
    }
    const { values } = owner.fn.cells[cell];
    for (const id of values) {
      const isImport = owner !== frame && owner.fn.ops[id] === Op.Import;
      const written = isImport ? this.liveImport(owner, id) : owner.values[id];
      if (written !== undefined && (owner.reached[id] === 1 || owner.values[id] !== undefined))
        value = join(value, written);
    }
    if (owner.fn.kind === 'module' && value === undefined) return UNKNOWN;
    return value ?? UNKNOWN;
  }

  /** Files that import each other: what was not there yet when the name was bound is there now. */
  private liveImport(owner: Frame, id: ValueId): Value | undefined {
    const known = owner.values[id];
    const { strings } = owner.module.ir;
    const b = owner.fn.b[id];
    if (known && (known.nodes || known.closures.length > 0 || known.classes.length > 0 || known.objects.length > 0))
      return known;
    return this.importedModule(owner.module, strings[owner.fn.a[id]], b < 0 ? undefined : strings[b]) ?? known;
  }

  private storeCell(frame: Frame, ownerId: number, cell: number, value: Value): void {
    const owner = frame.owner(ownerId);
    if (!owner) return;
    let stored = owner.stored;
    if (owner.fn.kind === 'module' && owner !== frame) {
      // A file's variables outlive the root that writes them; what the root wrote is undone with the rest.
      this.heap.olderWrites++;
      stored = this.localStores.get(owner) ?? new Map<number, Value>();
      this.localStores.set(owner, stored);
    }
    const known = stored.get(cell);
    stored.set(cell, known ? join(known, value) : value);
  }

  private readonly localStores = new Map<Frame, Map<number, Value>>();

  /**
   * What functions of a file write to its variables, whoever calls them: what the values are, not what a request put
   * into them.
   */
  private storesOf(module: ModuleEntry): ReadonlyMap<number, Value> {
    const environment = this.environment(module);
    if (environment.stores || !environment.isComplete) return environment.stores ?? new Map();
    const stores = new Map<number, Value>();
    environment.stores = stores;
    const options = { ...this.session.options, maxDepth: STORES_DEPTH };
    try {
      for (const fn of module.ir.functions) {
        if (fn.id === 0 || fn.parent > 0 || !this.storesToModule(module, fn)) continue;
        const own = new Evaluation(this.session, this.checkpoint, options);
        const cls = fn.owner >= 0 ? this.classRefOf(module, fn.owner) : undefined;
        own.activateAsRoot({ module, fn, env: environment.frame, cls, receiver: undefined }, undefined, undefined);
        for (const [cell, value] of own.localStores.get(environment.frame as Frame) ?? []) {
          const kept = withTaints({ ...value, consts: undefined }, []);
          const known = stores.get(cell);
          stores.set(cell, known ? join(known, kept) : kept);
        }
        const uses = this.session.environmentUses.get(module.uri);
        for (const uri of own.uses) uses?.add(uri);
      }
    } catch (error) {
      environment.stores = undefined;
      throw error;
    }
    return stores;
  }

  private storesToModule(module: ModuleEntry, fn: FunctionIR): boolean {
    for (let i = 0; i < fn.size; i++) {
      if (fn.ops[i] === Op.StoreCell && fn.a[i] === 0) return true;
      if (fn.ops[i] === Op.Func && this.storesToModule(module, module.ir.functions[fn.a[i]])) return true;
    }
    return false;
  }

  // ---- containers ------------------------------------------------------------------------------------------------

  allocate(kind: HeapObject['kind'], state: ObjectState, cls?: ClassRef): HeapObject {
    const object = new HeapObject(kind, state, this.heap.loopDepth, cls);
    object.madeIn = this.heap.root;
    object.serial = this.heap.made++;
    return object;
  }

  slot(frame: Frame, id: ValueId, value: Value): Slot {
    return { value, module: frame.module, start: frame.start(id), end: frame.end(id) };
  }

  private object(frame: Frame, i: number): Value {
    const { fn, module } = frame;
    const fields = new Map<string, Slot>();
    let isOpen = false;
    let rest: Value | undefined;
    const taints: Taint[] = [];
    for (let j = 0; j < fn.c[i]; j++) {
      const id = fn.args[2 * (fn.b[i] + j)];
      const tag = fn.args[2 * (fn.b[i] + j) + 1];
      const value = this.value(frame, id);
      if (tag >= 0) {
        const slot = this.slot(frame, id, value);
        fields.set(module.ir.strings[tag], taints.length > 0 ? { ...slot, over: [...taints] } : slot);
        continue;
      }
      if (value.objects.length === 1 && !value.objects[0].state.isOpen) {
        for (const [key, slot] of value.objects[0].state.fields) fields.set(key, slot);
      } else {
        for (const object of value.objects) for (const [key, slot] of object.state.fields) fields.set(key, slot);
        isOpen = true;
      }
      for (const object of value.objects) if (object.state.rest) rest = join(rest, object.state.rest);
      taints.push(...value.taints, ...value.objects.flatMap((object) => object.state.taints));
    }
    const state: ObjectState = { fields, rest, size: -1, taints, isOpen, text: undefined };
    const value = objectValue(this.allocate('object', state));
    return withNodes(value, module.models.ofLiteral('object'));
  }

  private array(frame: Frame, i: number): Value {
    const { fn, module } = frame;
    const kind = fn.a[i] === 1 ? 'tuple' : fn.a[i] === 2 ? 'set' : 'list';
    const fields = new Map<string, Slot>();
    let size = 0;
    let rest: Value | undefined;
    const taints: Taint[] = [];
    for (let j = 0; j < fn.c[i]; j++) {
      const id = fn.args[2 * (fn.b[i] + j)];
      const tag = fn.args[2 * (fn.b[i] + j) + 1];
      const value = this.value(frame, id);
      if (tag === Tag.Positional && size >= 0) fields.set(String(size++), this.slot(frame, id, value));
      else if (tag === Tag.Positional) rest = join(rest, value);
      else {
        rest = join(rest, readElement(this, frame, id, value));
        taints.push(...value.taints);
        size = -1;
      }
    }
    const state: ObjectState = { fields, rest, size, taints, isOpen: size < 0, text: undefined };
    return withNodes(objectValue(this.allocate(kind, state)), module.models.ofLiteral(kind));
  }

  private phi(frame: Frame, i: number): Value {
    const { fn } = frame;
    let value: Value | undefined;
    for (let j = 0; j < fn.c[i]; j++) {
      const id = fn.args[2 * (fn.b[i] + j)];
      const via = fn.args[2 * (fn.b[i] + j) + 1];
      if (via >= 0 && frame.reached[via] === 0) continue;
      const known = frame.values[id];
      if (known === undefined && via < 0) continue;
      const refined = via >= 0 ? frame.refinedVia.get(via) : undefined;
      value = join(value, this.refinedValue(frame, id, known ?? UNKNOWN, refined ?? frame.refined));
    }
    return value ?? UNKNOWN;
  }

  private iterate(frame: Frame, i: number, value: Value, kind: IterKind): Value {
    const element = readElement(this, frame, i, value);
    if (kind === IterKind.Values) return element;
    let keys: Value | undefined;
    let isClosed = value.objects.length > 0;
    for (const { state } of value.objects) {
      isClosed &&= !state.isOpen && state.rest === undefined;
      for (const key of state.fields.keys())
        keys = join(keys, { ...UNKNOWN, consts: [{ kind: 'string', value: key }], flags: Flag.Text });
    }
    const key = withTaints(isClosed && keys ? keys : UNKNOWN, value.taints);
    if (kind === IterKind.Keys) return key;
    const fields = new Map<string, Slot>([
      ['0', this.slot(frame, i, key)],
      ['1', this.slot(frame, i, element)],
    ]);
    return objectValue(this.allocate('tuple', { ...emptyState(false, 2), fields }));
  }

  private cast(frame: Frame, value: Value, type: string): Value {
    const resolved = this.program.resolveType(frame.module, type);
    // What made a value says more of it than the type of the variable it is kept in.
    let result = value.nodes?.isInstance ? value : withNodes(value, resolved.nodes);
    if (resolved.isScalar) return cleanedValue({ ...value, flags: Flag.Scalar, prefix: undefined }, SCALAR_MASK);
    if (resolved.isText) result = { ...result, flags: result.flags | Flag.Text };
    if (resolved.classes.length > 0 && value.objects.length === 0 && value.classes.length === 0) {
      result = { ...result, objects: resolved.classes.map((place) => this.instanceOf(place.module, place.cls.id)) };
    }
    return result;
  }

  /** Some instance of a class: what its fields commonly hold, nothing of what one request put there. */
  instanceOf(module: ModuleEntry, id: number): HeapObject {
    this.uses.add(module.uri);
    const key = `${module.uri}#${id}`;
    let object = this.typed.get(key);
    if (!object) {
      const cls = this.classRefOf(module, id);
      object = new HeapObject('instance', { ...emptyState(true), fields: this.template(cls) }, 0, cls);
      object.initial = object.state;
      this.typed.set(key, object);
    }
    return object;
  }

  /** Fields as the class's own code sets them. */
  template(cls: ClassRef): ReadonlyMap<string, Slot> {
    const key = `${cls.module.uri}#${cls.cls.id}`;
    const { templates } = this.session;
    let template = templates.get(key);
    if (!template) {
      template = { object: new HeapObject('instance', emptyState(true), 0, cls), isComplete: false };
      templates.set(key, template);
      const own = new Evaluation(this.session, this.checkpoint);
      try {
        own.evaluateTemplate(cls, template.object);
      } catch (error) {
        templates.delete(key);
        throw error;
      }
      template.isComplete = true;
      const uses = this.session.environmentUses.get(cls.module.uri);
      for (const uri of own.uses) uses?.add(uri);
      this.session.templateUses.set(key, own.uses);
    }
    const uses = this.session.templateUses.get(key);
    if (uses && this.takenOver.get(uses) !== uses.size) {
      for (const uri of uses) this.uses.add(uri);
      this.takenOver.set(uses, uses.size);
    }
    return template.object.state.fields;
  }

  private evaluateTemplate(cls: ClassRef, object: HeapObject): void {
    const receiver = objectValue(object);
    const order = (fn: FunctionIR): number => (fn.kind === 'initializer' ? 0 : fn.kind === 'constructor' ? 1 : 2);
    for (const method of membersOfClass(this, cls).sort((x, y) => order(x.fn) - order(y.fn))) {
      const { fn, module } = method;
      if (fn.isStatic || (order(fn) === 2 && !module.factsOf(fn).writesReceiver)) continue;
      this.steps = 0;
      const closure: Closure = { ...method, receiver };
      if (this.stack.includes(fn)) continue;
      const args = parameterValues(this, closure, undefined);
      this.heap.loopDepth = order(fn) === 2 ? 1 : 0;
      this.activate(closure, receiver, args, undefined);
      this.heap.loopDepth = 0;
    }
    const fields = new Map<string, Slot>();
    for (const [key, slot] of object.state.fields) {
      const value = withTaints(slot.value, []);
      fields.set(key, { ...slot, value });
    }
    object.state = { ...emptyState(true), fields };
  }

  private rest(frame: Frame, i: number): Value {
    const { fn, module } = frame;
    const value = this.value(frame, fn.a[i]);
    const left = new Set<string>();
    for (let j = 0; j < fn.c[i]; j++) left.add(module.ir.strings[fn.args[2 * (fn.b[i] + j) + 1]]);
    const fields = new Map<string, Slot>();
    let rest: Value | undefined;
    let isOpen = value.objects.length === 0;
    const taints = [...value.taints];
    for (const { state, kind } of value.objects) {
      const isList = kind === 'list' || kind === 'tuple';
      const skip = isList ? left.size : 0;
      for (const [key, slot] of state.fields) {
        if (left.has(key)) continue;
        fields.set(isList && /^\d+$/.test(key) ? String(Number(key) - skip) : key, slot);
      }
      if (state.rest) rest = join(rest, state.rest);
      isOpen ||= state.isOpen;
      taints.push(...state.taints);
    }
    return withTaints(
      objectValue(this.allocate('object', { fields, rest, size: -1, taints, isOpen, text: undefined })),
      value.taints,
    );
  }

  private opaque(frame: Frame, i: number): Value {
    const { fn } = frame;
    let taints: readonly Taint[] = [];
    for (let j = 0; j < fn.c[i]; j++) {
      taints = addTaints(withTaints(UNKNOWN, taints), this.value(frame, fn.args[2 * (fn.b[i] + j)]).taints).taints;
    }
    return withTaints(UNKNOWN, this.step(frame, i, 'passed on', taints));
  }
}

function exportsOf(module: ModuleEntry): HeapObject {
  const object = new HeapObject('object', emptyState(true), 0);
  object.exportsOf = module;
  return object;
}

/** The exports object as a whole, when it was replaced. No language allows this as a name. */
export const WHOLE = '\u0000whole';

const ROOT_ARM = {};
const NO_CHANGES: ReadonlyMap<HeapObject, ObjectState> = new Map();
const MAX_ROUNDS = 3;
/** What is written to a file's variable is made nearby. */
const STORES_DEPTH = 3;
const MAX_TRACE = 24;
const MAX_SOURCE_TEXT = 60;

const UNDEFINED_VALUE: Value = { ...UNKNOWN, consts: [{ kind: 'undefined', value: undefined }], flags: Flag.Scalar };

export function hop(
  module: ModuleEntry,
  start: number,
  end: number,
  note: string,
  previous: TraceStep | undefined,
): TraceStep {
  if (previous && previous.length >= MAX_TRACE) return previous;
  if (previous && previous.module === module && previous.start === start && previous.end === end) return previous;
  return { module, start, end, note, previous, length: (previous?.length ?? 0) + 1 };
}

/** A constant that changes from round to round is any value. */
function widened(joined: Value, before: Value): Value {
  if (joined.consts === undefined || before.consts === undefined || joined.consts.length === before.consts.length)
    return joined;
  return { ...joined, consts: undefined };
}

/** A call that nobody knows and that is waited for is a look-up more often than not. */
function awaited(value: Value): Value {
  if (!value.taints.some((taint) => taint.isGuess)) return value;
  return withTaints(
    value,
    value.taints.filter((taint) => !taint.isGuess),
  );
}

/** What the source calls a value: for a parameter its name. */
function sourceText(frame: Frame, id: ValueId): string {
  if (frame.fn.ops[id] === Op.Param) return frame.fn.params[frame.fn.a[id]].name || frame.text(id);
  return frame.text(id);
}

export function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > MAX_SOURCE_TEXT ? `${flat.slice(0, MAX_SOURCE_TEXT - 1)}…` : flat;
}

export type { TaintSource };
export { type CallArguments, ConcatKind, NONE, onlyString };
