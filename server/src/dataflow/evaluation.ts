import type { Checkpoint } from '../base/checkpoint';
import { type NodeSet, SCALAR_MASK, type SourceEffect } from '../facts/resolve';
import type { Sink, Source } from '../facts/vocabulary';
import { type FunctionIR, Op, type ValueId } from '../ir/ir';
import { evaluateBinary, evaluateUnary } from './arithmetic';
import { evaluateCall } from './calls';
import { concatenate } from './concatenation';
import { iterate, makeArray, makeObject, restOf } from './containers';
import { jump, loopTest, range } from './control';
import { Dependencies } from './dependencies';
import { Frame, type Refinements, type Registration } from './frame';
import { sharedRefinements } from './guards';
import { emptyState, Heap, HeapObject, type ObjectState, type Slot } from './heap';
import { checkSinks } from './library';
import { membersOfClass, readIndex, readMember, writeKey } from './members';
import { CallMemory } from './memory';
import { isSecretTaint, type NamedSource, NamedValues } from './named';
import { globalValue, imported, loadCell, setExports, storeCell, typeName } from './names';
import { declaredReturnSinks, givenByOthers, parameterValues, receiverOf } from './parameters';
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
import { type RenderedBy, renderReturned, throughRenders } from './templates';
import {
  addTaints,
  classValue,
  cleanedValue,
  closureValue,
  Flag,
  join,
  objectValue,
  type Taint,
  type TaintSource,
  type TraceStep,
  UNDEFINED,
  UNKNOWN,
  type Value,
  withNodes,
  withTaints,
} from './value';

/** Sinks that names make: a value bound to such a name is used as such. */
export interface NamedSink {
  readonly kind: Sink;
  readonly sources: readonly Source[];
  /** `around` is the name of the function that it is in. */
  matches(name: string, around: string): boolean;
  /** Whether what is kept in something of this name is such a value, whatever it is called itself. */
  keeps?(name: string): boolean;
}

export interface EvaluationOptions {
  readonly namedSinks: readonly NamedSink[];
  /** What names make a source, when some rule asks for that. */
  readonly namedSource?: NamedSource | undefined;
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
  /** What it and everything that is kept with it rests on. */
  readonly dependencies: Dependencies;
  readonly registrations: Registration[];
  readonly handled: Set<Closure>;
  isComplete: boolean;
  /** What functions write to the file's variables, once somebody asks; see `storesOf`. */
  stores: Map<number, Value> | undefined;
}

/** Some instance of a class, with the fields that the class's own code sets. */
export interface Template {
  readonly object: HeapObject;
  readonly dependencies: Dependencies;
  isComplete: boolean;
}

/** State that outlives one module's evaluation: environments and class templates by what they are of. */
export class Session {
  readonly environments = new Map<string, Environment>();
  readonly templates = new Map<string, Template>();
  /** Undefined where no rule asks for what names make of values. */
  readonly named: NamedValues | undefined;
  readonly statics = new Set<ClassRef>();

  constructor(
    readonly program: Program,
    readonly options: EvaluationOptions,
  ) {
    const { namedSource } = options;
    if (namedSource && namedSource.sinks.size > 0) this.named = new NamedValues(namedSource);
  }
}

/** What evaluating one root found, which depends on nothing but what is listed. */
export interface RootResults {
  readonly results: Results;
  readonly dependencies: Dependencies;
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
  results: Results = newResults();
  dependencies = new Dependencies();
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
  root(closure: Closure, role: NodeSet | undefined, isForOthers = false): RootResults {
    const results = newResults();
    const dependencies = new Dependencies();
    dependencies.result(this.environment(closure.module).dependencies);
    this.results = results;
    this.dependencies = dependencies;
    // What other roots called is none of this one's business: it may be evaluated again without them.
    this.memory = new CallMemory(this.heap);
    this.steps = 0;
    this.heap.startRoot();
    const mark = this.heap.mark;
    const firstThing = this.things.length;
    try {
      this.activateAsRoot(closure, role, undefined, isForOthers);
      this.finishThings(firstThing);
    } finally {
      this.heap.undo(mark);
      this.typed.clear();
      this.localStores.clear();
      this.named.clear();
    }
    return { results, dependencies };
  }

  activateAsRoot(closure: Closure, role: NodeSet | undefined, caller: Frame | undefined, isForOthers = false): void {
    if (this.stack.includes(closure.fn) || this.depth >= this.options.maxDepth) {
      this.cuts++;
      return;
    }
    const receiver = closure.receiver ?? receiverOf(this, closure);
    const known = parameterValues(this, closure, role);
    const args = isForOthers ? givenByOthers(closure, known) : known;
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
    callSite: ValueId = -1,
  ): Frame {
    const { module, fn } = closure;
    this.dependencies.file(module.uri);
    this.dependencies.code(fn);
    this.checkpoint();
    const frame = new Frame(
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
    frame.callSite = callSite;
    frame.names = this.session.named?.of(module, fn);
    frame.isTainted = [...args, receiver].some(({ taints }) => taints.length > 0 && !taints.every(isSecretTaint));
    this.stack.push(fn);
    this.depth++;
    // A callee's loops and branches are its own: what it makes in straight code is new each time it is called.
    const arm = this.arm;
    range(this, frame, 0, fn.size);
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
    this.session.environments.get(cls.module.uri)?.dependencies.result(own.dependencies);
    this.dependencies.result(own.dependencies);
  }

  // ---- calls that were evaluated before ------------------------------------------------------------------------

  memory = new CallMemory(this.heap);

  noteExit(frame: Frame): void {
    frame.exitRefinements = frame.exitRefinements
      ? sharedRefinements(frame.exitRefinements, frame.refined)
      : frame.refined;
  }

  // ---- environments ----------------------------------------------------------------------------------------------

  environment(module: ModuleEntry): Environment {
    const { environments } = this.session;
    let environment = environments.get(module.uri);
    if (!environment) {
      const own = new Evaluation(this.session, this.checkpoint);
      environment = {
        module,
        exports: exportsOf(module),
        frame: undefined,
        results: newResults(),
        dependencies: own.dependencies,
        registrations: [],
        handled: new Set(),
        isComplete: false,
        stores: undefined,
      };
      environments.set(module.uri, environment);
      try {
        own.evaluateEnvironment(environment);
      } catch (error) {
        environments.delete(module.uri);
        throw error;
      }
      environment.isComplete = true;
    }
    this.dependencies.result(environment.dependencies);
    return environment;
  }

  private evaluateEnvironment(environment: Environment): void {
    const { module } = environment;
    const fn = module.ir.functions[0];
    const receiver = objectValue(environment.exports);
    const frame = new Frame(module, fn, module.factsOf(fn), undefined, undefined, receiver, [], undefined, undefined);
    environment.frame = frame;
    frame.names = this.session.named?.of(module, fn);
    this.dependencies.file(module.uri);
    this.stack.push(fn);
    this.depth++;
    range(this, frame, 0, fn.size);
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
    sources: readonly Pick<SourceEffect, 'kind' | 'label' | 'clean' | 'part'>[],
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
        part: first.part,
      };
      frame.sources.set(id, source);
    }
    const clean = value.flags & Flag.Scalar ? -1 : 0;
    if (clean !== 0) return value;
    const taint: Taint = { source, clean: sources[0].clean, step: undefined, isGuess: false };
    // The new entrance says it better than what was passed on from where the object came.
    const others = value.taints.filter((known) => known.source.kind !== source.kind);
    const more = sources.filter(({ kind }) => kind !== source.kind);
    if (more.length === 0) return { ...value, consts: undefined, taints: [taint, ...others] };
    // What is of two kinds enters once for each.
    const also = more.map(({ kind, clean: cleanFor }): Taint => {
      const kept = this.furtherSources.get(`${kind}|${frame.module.uri}|${source.start}|${source.end}`);
      const further = kept ?? { ...source, kind };
      if (!kept) this.furtherSources.set(`${kind}|${frame.module.uri}|${source.start}|${source.end}`, further);
      return { source: further, clean: cleanFor, step: undefined, isGuess: false };
    });
    return { ...value, consts: undefined, taints: [taint, ...also, ...others] };
  }

  /** Sources by the member that is read of them. */
  readonly fieldSources = new WeakMap<TaintSource, Map<string, TaintSource>>();

  /** What messages call a value. */
  nameOfSource(frame: Frame, id: ValueId): string {
    return shortened(sourceText(frame, id));
  }
  private readonly furtherSources = new Map<string, TaintSource>();

  /** A hit at one value of a function, where nothing more is to be said of the place. */
  hitIn(frame: Frame, id: ValueId, hit: Pick<FlowHit, 'kind' | 'spec' | 'taint'> & Partial<FlowHit>): void {
    const { module, fn } = frame;
    const place = { functionId: fn.id, instruction: id, value: id, start: frame.start(id), end: frame.end(id) };
    this.hit({ module, ...place, callee: '', ...hit });
  }

  hit(hit: FlowHit): void {
    addHit(this.results, this.renders.length === 0 ? hit : throughRenders(hit, this.renders));
  }

  /** The calls that render what is being written. */
  readonly renders: RenderedBy[] = [];

  // ---- instructions ----------------------------------------------------------------------------------------------

  private set(frame: Frame, id: ValueId, given: Value): void {
    const name = frame.names?.get(id);
    const value = name === undefined ? given : this.enterNamed(frame, id, given, name);
    frame.values[id] = value;
    if (value.taints.length > 0) this.checkNames(frame, id, value);
  }

  private enterNamed(frame: Frame, id: ValueId, value: Value, name: string): Value {
    const named = this.session.named as NamedValues;
    // What a URL holds is written down on the way: by browsers, proxies, servers.
    const asked = value.taints.find(({ source, step }) => source.part === 'query' && step === undefined);
    if (asked && named.reaches('url-credential')) {
      this.hitIn(frame, id, {
        kind: 'url-credential',
        spec: undefined,
        taint: { ...asked, source: { ...asked.source, kind: 'secret', name } },
      });
    }
    // What a class itself has by such a name is a column or a default, not what somebody's is.
    const holder = frame.fn.ops[id] === Op.Field ? frame.values[frame.fn.a[id]] : undefined;
    return holder && holder.classes.length > 0 ? value : named.enter(frame, id, value, name);
  }

  private checkNames(frame: Frame, id: ValueId, value: Value): void {
    for (const sink of this.options.namedSinks) {
      const taint = value.taints.find(({ source }) => sink.sources.includes(source.kind));
      if (!taint) continue;
      if (!frame.facts.namesOf(id).some((name) => sink.matches(name, frame.fn.name))) continue;
      this.hitNamed(frame, id, sink, taint);
    }
  }

  /** A value kept under a name that is computed, or in something whose name says what is kept there. */
  checkStored(frame: Frame, id: ValueId, value: Value, names: readonly string[]): void {
    if (id < 0) return;
    for (const sink of this.options.namedSinks) {
      const taint = value.taints.find(({ source }) => sink.sources.includes(source.kind));
      if (taint && names.some((name) => name !== '' && (sink.matches(name, frame.fn.name) || sink.keeps?.(name))))
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
    this.hitIn(frame, id, { kind: sink.kind, spec: undefined, taint });
  }

  /** One instruction that is no structure. */
  instruction(frame: Frame, i: number): void {
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
        this.set(frame, i, globalValue(this, frame, i, strings[a]));
        return;
      case Op.Import:
        this.set(frame, i, imported(this, frame, i, strings[a], b < 0 ? undefined : strings[b]));
        return;
      case Op.TypeName:
        this.set(frame, i, typeName(this, frame, i, strings[a]));
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
        this.set(frame, i, makeObject(this, frame, i));
        return;
      case Op.Array:
        this.set(frame, i, makeArray(this, frame, i));
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
        this.set(frame, i, loadCell(this, frame, a, b));
        return;
      case Op.StoreCell:
        storeCell(this, frame, a, b, this.value(frame, c));
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
        this.set(frame, i, iterate(this, frame, i, this.value(frame, a), c));
        return;
      case Op.Cast:
        this.set(frame, i, this.cast(frame, this.value(frame, a), strings[b]));
        return;
      case Op.Rest:
        this.set(frame, i, restOf(this, frame, i));
        return;
      case Op.Caught:
        this.set(frame, i, this.caught(frame, i, b < 0 ? UNKNOWN : this.cast(frame, UNKNOWN, strings[b])));
        return;
      case Op.Opaque:
        this.set(frame, i, this.opaque(frame, i));
        return;
      case Op.Exports:
        // A model may say what a file's own names mean: `exports.NAME`.
        frame.values[i] = withNodes(objectValue(this.environment(module).exports), module.models.global('exports'));
        return;
      case Op.SetExports:
        setExports(this, module, this.value(frame, a), frame, a);
        return;
      case Op.LoopTest:
        loopTest(this, frame, i, a);
        return;
      case Op.Break:
      case Op.Continue:
        jump(this, frame, i, a, fn.ops[i] === Op.Break);
        return;
      case Op.Return:
        this.return(frame, i, a);
        return;
      case Op.Throw:
        frame.alive = false;
        return;
    }
  }

  /** What failed says how things are made, unless it is an error of the program's own, which says what it was given to say. */
  private caught(frame: Frame, i: ValueId, value: Value): Value {
    if (value.objects.length > 0) return value;
    const [name = 'the error'] = frame.facts.namesOf(i);
    const source: TaintSource = {
      kind: 'error',
      module: frame.module,
      start: frame.start(i),
      end: frame.end(i),
      text: name,
      isLabelled: false,
    };
    return addTaints(value, [{ source, clean: 0, step: undefined, isGuess: false }]);
  }

  private return(frame: Frame, i: number, id: ValueId): void {
    const value = id < 0 ? UNDEFINED : this.value(frame, id);
    frame.returned = frame.returned ? join(frame.returned, value) : value;
    frame.returnRefinements.set(i, frame.refined);
    this.noteExit(frame);
    if (id >= 0 && frame.module.models.hasRenders) renderReturned(this, frame, i, value);
    if (id >= 0 && (value.taints.length > 0 || value.objects.length > 0)) {
      if (frame.returnRole) this.checkReturn(frame, i, frame.returnRole, value, id);
      const declared = declaredReturnSinks(this, frame);
      if (declared.length > 0) checkSinks(this, frame, i, declared, value, id, undefined);
    }
    if (id >= 0 && value.taints.length > 0) {
      for (const sink of this.options.namedSinks) {
        const taint = value.taints.find(({ source }) => sink.sources.includes(source.kind));
        if (taint && sink.matches(frame.fn.name, '')) this.hitNamed(frame, id, sink, taint);
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

  /** What this root wrote to files' variables. */
  readonly localStores = new Map<Frame, Map<number, Value>>();

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
    this.dependencies.file(module.uri);
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
      const own = new Evaluation(this.session, this.checkpoint);
      const object = new HeapObject('instance', emptyState(true), 0, cls);
      template = { object, dependencies: own.dependencies, isComplete: false };
      templates.set(key, template);
      try {
        own.evaluateTemplate(cls, template.object);
      } catch (error) {
        templates.delete(key);
        throw error;
      }
      template.isComplete = true;
      this.session.environments.get(cls.module.uri)?.dependencies.result(own.dependencies);
    }
    this.dependencies.result(template.dependencies);
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
const MAX_TRACE = 24;
const MAX_SOURCE_TEXT = 60;

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
