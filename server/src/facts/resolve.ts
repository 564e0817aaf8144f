import type {
  ConfigSpec,
  ConstraintSpec,
  ControlSpec,
  Declared,
  DeclaredRoutesSpec,
  GuardSpec,
  LiteralKind,
  MarkSpec,
  Model,
  Place,
  PropagatorSpec,
  RenderSpec,
  RouteFilesSpec,
  RoutingSpec,
  SanitizerSpec,
  SinkSpec,
  SourceSpec,
  StoreSpec,
} from './model';
import { type Constraint, type ParsedPlace, parsePlace, parseSelector, type Selector, type Step } from './place';
import {
  CLEANED_AS,
  type Control,
  type Deed,
  type Mark,
  type Operation,
  PLAIN_SINKS,
  type RequestPart,
  SINKS,
  type Sink,
  type Source,
  type StoreKind,
} from './vocabulary';

/**
 * Models compiled to one automaton: its nodes are what a value may be, its edges how code gets from one to another
 * (a member, a call, an argument, a callback's parameter). Evaluation carries sets of nodes along and reads the effects
 * off the nodes it reaches, so one step costs the same however many models there are.
 */
export interface SourceEffect {
  readonly kind: Source;
  readonly label: string | undefined;
  /** Bits of the sinks that it cannot harm. */
  readonly clean: number;
  readonly part: RequestPart | undefined;
  readonly partWith: readonly string[] | undefined;
  /** What the model leaves out, for places that end in parameters. */
  readonly except: Declared | undefined;
}

export interface SinkEffect {
  readonly kind: Sink;
  readonly spec: SinkSpec;
  readonly conditions: readonly Condition[];
  readonly given: readonly TypedArgument[];
}

/** An argument that must be a value of a model's type. */
export interface TypedArgument {
  readonly selector: Selector;
  readonly type: number;
}

/** A test of a call's arguments. */
export interface Condition {
  readonly selector: Selector;
  readonly values: readonly unknown[];
  readonly negated: boolean;
}

/** What happens when something of this node is called. */
export type CallEffect =
  | {
      readonly what: 'sanitizer';
      readonly mask: number;
      readonly of: Selector | undefined;
      readonly inPlace: Selector | undefined;
      readonly exceptFrom: readonly Source[] | undefined;
      readonly constraints: readonly Constraint[];
    } // prettier-ignore
  | {
      readonly what: 'guard';
      readonly spec: GuardSpec;
      readonly mask: number;
      readonly of: Selector;
      readonly collection: Selector | undefined;
      readonly constraints: readonly Constraint[];
    } // prettier-ignore
  | {
      readonly what: 'propagator';
      readonly from: readonly Selector[] | undefined;
      readonly to: readonly Target[];
      readonly restores: boolean;
      readonly constraints: readonly Constraint[];
    } // prettier-ignore
  | {
      readonly what: 'mark';
      readonly mark: Mark;
      readonly of: MarkSpec['of'];
      readonly conditions: readonly Condition[];
      readonly by: readonly Condition[];
      readonly constraints: readonly Constraint[];
    } // prettier-ignore
  | {
      readonly what: 'render';
      readonly spec: RenderSpec;
      readonly template: Selector;
      /** In order; undefined stands for all named arguments. */
      readonly values: readonly (Selector | undefined)[];
      readonly also: readonly { readonly name: string; readonly selector: Selector }[];
      /** The type of parameters that hold the variables. */
      readonly filled: number | undefined;
      readonly constraints: readonly Constraint[];
    } // prettier-ignore
  | {
      readonly what: 'store';
      readonly spec: StoreSpec;
      readonly selector: Selector | undefined;
      readonly constraints: readonly Constraint[];
    } // prettier-ignore
  | { readonly what: 'operation'; readonly operation: Operation; readonly constraints: readonly Constraint[] }
  | {
      readonly what: 'config';
      readonly spec: ConfigSpec;
      readonly options: readonly CompiledOption[];
      readonly use: readonly number[];
      readonly given: readonly TypedArgument[];
      readonly conditions: readonly Condition[];
      readonly constraints: readonly Constraint[];
    } // prettier-ignore
  | {
      readonly what: 'use';
      readonly spec: ConfigSpec;
      readonly selector: Selector | undefined;
      readonly constraints: readonly Constraint[];
    } // prettier-ignore
  | RoutingEffect
  | { readonly what: 'deed'; readonly kind: Deed; readonly constraints: readonly Constraint[] };

/** A call that takes part in routing, its selectors read. */
export interface RoutingEffect {
  readonly what: 'routing';
  readonly spec: RoutingSpec;
  /** Which library's words they are: routes of one framework are guarded by its own. */
  readonly library: string;
  readonly of: Selector | undefined;
  readonly path: readonly Selector[];
  readonly method: readonly Selector[];
  readonly given: readonly Selector[];
  readonly guards: readonly Selector[];
  readonly callback: Selector | undefined;
  readonly controls: readonly { readonly kind: Control; readonly selectors: readonly Selector[] }[];
  readonly constraints: readonly Constraint[];
}

export type StoreEffect = Extract<CallEffect, { what: 'store' }>;
export type MarkEffect = Extract<CallEffect, { what: 'mark' }>;
export type RenderEffect = Extract<CallEffect, { what: 'render' }>;
export type ConfigEffect = Extract<CallEffect, { what: 'config' }>;

export type Target =
  | { readonly result: true; readonly key: string | undefined }
  | { readonly selector: Selector; readonly param: number | '*' | string | undefined };

export interface CompiledOption {
  readonly name: string;
  readonly ways: readonly OptionWay[];
  readonly unset: { readonly known: boolean; readonly value: unknown };
  readonly unsetBy: Readonly<Record<string, unknown>> | undefined;
  /** What manifests may call the library. */
  readonly libraries: readonly string[];
  readonly means: { readonly known: boolean; readonly value: unknown };
  readonly holds: readonly unknown[] | undefined;
}

export type OptionWay =
  | { readonly how: 'argument'; readonly selector: Selector }
  | {
      readonly how: 'setter';
      readonly method: string;
      readonly selector: Selector | undefined;
      readonly constraints: readonly Constraint[];
    } // prettier-ignore
  | { readonly how: 'member'; readonly name: string }
  | { readonly how: 'result'; readonly path: readonly string[] };

interface ArgumentEdge {
  readonly selector: Selector;
  readonly constraints: readonly Constraint[];
  readonly target: number;
}

interface Node {
  readonly members: Map<string, number[]>;
  anyMember: number[];
  calls: { readonly constraints: readonly Constraint[]; readonly target: number }[];
  args: ArgumentEdge[];
  elements: number[];
  keyed: Map<string, number[]> | undefined;
  params: { readonly of: number | '*' | string; readonly target: number }[];
  returns: number[];
  /** Nodes that a value of this node also is: the type it has, the type's supertypes. */
  also: number[];
  sources: SourceEffect[];
  sinks: SinkEffect[];
  effects: CallEffect[];
  /** What a call of it controls, or being called by a framework. */
  controls: Control[];
  /** Values of a type rather than a module or a function: what is called on them need not return what it was given. */
  isInstance: boolean;
  /** What is done with it depends on marks, its own or those of what it came from. */
  isMarkable: boolean;
  /** Its members outlive the request. */
  keeps?: StoreKind;
}

/** An interned set of nodes with its transitions remembered. */
export class NodeSet {
  private readonly memberCache = new Map<string, NodeSet>();
  private elementCache: NodeSet | undefined;
  private keyedCache: Map<string, NodeSet> | undefined;
  private returnCache: NodeSet | undefined;
  private unionCache: Map<NodeSet, NodeSet> | undefined;
  readonly sources: readonly SourceEffect[];
  readonly sinks: readonly SinkEffect[];
  readonly effects: readonly CallEffect[];
  readonly controls: readonly Control[];
  readonly args: readonly ArgumentEdge[];
  readonly calls: readonly { readonly constraints: readonly Constraint[]; readonly target: number }[];
  readonly params: readonly { readonly of: number | '*' | string; readonly target: number }[];
  readonly hasReturn: boolean;
  readonly isInstance: boolean;
  readonly isMarkable: boolean;
  readonly keeps: StoreKind | undefined;
  /** Values of these are texts. */
  readonly isText: boolean;
  /** Values of these are objects with members of their own, not texts. */
  readonly isGroup: boolean;

  /** @internal */
  constructor(
    private readonly index: ModelIndex,
    readonly ids: readonly number[],
    /** The ids as a text. */
    readonly key: string,
    nodes: readonly Node[],
  ) {
    const all = ids.map((id) => nodes[id]);
    this.sources = all.flatMap((node) => node.sources);
    this.sinks = all.flatMap((node) => node.sinks);
    this.effects = all.flatMap((node) => node.effects);
    this.controls = all.flatMap((node) => node.controls);
    this.args = all.flatMap((node) => node.args);
    this.calls = all.flatMap((node) => node.calls);
    this.params = all.flatMap((node) => node.params);
    this.hasReturn = all.some((node) => node.returns.length > 0);
    this.isInstance = all.some((node) => node.isInstance);
    this.isMarkable = all.some((node) => node.isMarkable);
    this.keeps = all.find((node) => node.keeps !== undefined)?.keeps;
    this.isText = ids.some((id) => index.literalNodes('string').includes(id));
    this.isGroup = !this.isText && ids.some((id) => index.literalNodes('object').includes(id));
  }

  get isEmpty(): boolean {
    return this.ids.length === 0;
  }

  member(name: string): NodeSet {
    let found = this.memberCache.get(name);
    if (!found) {
      found = this.index.memberOf(this, name);
      this.memberCache.set(name, found);
    }
    return found;
  }

  element(): NodeSet {
    this.elementCache ??= this.index.elementOf(this, undefined);
    return this.elementCache;
  }

  keyed(key: string): NodeSet {
    this.keyedCache ??= new Map();
    let found = this.keyedCache.get(key);
    if (!found) {
      found = this.index.elementOf(this, key);
      this.keyedCache.set(key, found);
    }
    return found;
  }

  get returned(): NodeSet {
    this.returnCache ??= this.index.returnOf(this);
    return this.returnCache;
  }

  /** Whether a call of it means anything to a model. */
  get isCallable(): boolean {
    return this.calls.length > 0 || this.args.length > 0 || this.effects.length > 0;
  }

  /** Nodes of the same models, such as where an edge of this set leads. */
  setOf(ids: readonly number[]): NodeSet {
    return this.index.setOf(ids);
  }

  union(other: NodeSet): NodeSet {
    if (other === this || other.isEmpty) return this;
    if (this.isEmpty) return other;
    // A value that came from code of another language stays what it was there.
    if (other.index !== this.index) return this;
    this.unionCache ??= new Map();
    let united = this.unionCache.get(other);
    if (!united) {
      united = this.index.setOf([...this.ids, ...other.ids]);
      this.unionCache.set(other, united);
    }
    return united;
  }
}

export interface DeclaredEffect {
  readonly declared: Declared;
  readonly source: SourceEffect | undefined;
  readonly sink: SinkEffect | undefined;
  readonly render?: RenderEffect;
}

/** Sinks with a bit of their own. A number has 32 of them. */
const OWN_BIT: readonly Sink[] = SINKS.filter((sink) => CLEANED_AS[sink] === undefined);
if (OWN_BIT.length > 32) throw new Error('Too many kinds of sinks: let one be cleaned as another');
const ALL_SINKS = OWN_BIT.reduce((mask, _, i) => mask | (1 << i), 0);
/** A number is no text that can break out of anything, but a guessable number is as guessable as before. */
export const SCALAR_MASK = ALL_SINKS & ~sinkBit('secret-value');

/** No bits for what nothing cleans. */
export function sinkBit(sink: Sink): number {
  if ((PLAIN_SINKS as readonly Sink[]).includes(sink)) return 0;
  return 1 << OWN_BIT.indexOf(CLEANED_AS[sink] ?? sink);
}

export function sinkMask(sinks: 'all' | readonly Sink[]): number {
  return sinks === 'all' ? SCALAR_MASK : sinks.reduce((mask, sink) => mask | sinkBit(sink), 0);
}

export class ModelIndex {
  private readonly nodes: Node[] = [];
  private readonly sets = new Map<string, NodeSet>();
  private readonly libraries = new Map<string, number>();
  private readonly globals = new Map<string, number>();
  private readonly types = new Map<string, number>();
  /** Declared type as written in sources, to the node of its values. */
  private readonly declaredTypes = new Map<string, number[]>();
  private readonly literals = new Map<LiteralKind, number[]>();
  private readonly star: number;
  readonly none: NodeSet;
  readonly unknownReceiver: NodeSet;
  readonly scalarTypes = new Set<string>();
  readonly immutableTypes = new Set<string>();
  readonly conventions: { readonly parameters: readonly string[]; readonly types: readonly NodeSet[] }[] = [];
  /** Effects on parameters by annotation of the parameter. */
  readonly byParameterAnnotation = new Map<string, DeclaredEffect[]>();
  /** Effects on parameters by annotation of the function. */
  readonly byFunctionAnnotation = new Map<string, DeclaredEffect[]>();
  /** Effects on parameters of overriding methods, by method name, with the type overridden. */
  readonly byOverride = new Map<string, { readonly type: NodeSet; readonly effect: DeclaredEffect }[]>();
  readonly byReturn = new Map<string, DeclaredEffect[]>();
  /** Whether functions may name templates by what they return. */
  hasRenders = false;
  /** Constraints by annotation. */
  readonly constraints = new Map<string, ConstraintSpec[]>();
  /** What overriding methods configure by doing nothing, by method name, with the type overridden. */
  readonly configsByOverride = new Map<string, { readonly type: NodeSet; readonly effect: ConfigEffect }[]>();
  readonly declaredRoutes: { readonly spec: DeclaredRoutesSpec; readonly library: string }[] = [];
  readonly routeFiles: { readonly spec: RouteFilesSpec; readonly library: string }[] = [];
  /** Guards by annotation of a function, a class or, the second, a parameter. */
  readonly controlsByAnnotation = new Map<string, ControlSpec[]>();
  /** Guards of every route: by settings of files, by filters. */
  readonly controlsOfProject: {
    readonly spec: ControlSpec;
    readonly library: string;
    readonly type: number | undefined;
  }[] = [];
  /** Members of classes that list guards. */
  readonly guardMembers = new Set<string>();
  readonly controlsByParameter = new Map<string, ControlSpec[]>();
  /** What could not be compiled, for tests: a model's mistake costs only its own line. */
  readonly problems: string[] = [];

  constructor(models: readonly Model[]) {
    this.star = this.newNode();
    for (const model of models) this.declareNames(model);
    for (const model of models) this.linkTypes(model);
    for (const model of models) this.compile(model);
    this.linkLibraries();
    this.none = this.setOf([]);
    this.unknownReceiver = this.setOf([this.star]);
    for (const model of models) this.compileConventions(model);
    for (const pending of this.pendingOverrides) {
      const list = this.byOverride.get(pending.method) ?? [];
      list.push({ type: this.setOf([pending.type]), effect: pending.effect });
      this.byOverride.set(pending.method, list);
    }
    for (const { method, type, effect } of this.pendingConfigs) {
      const list = this.configsByOverride.get(method) ?? [];
      list.push({ type: this.setOf([type]), effect });
      this.configsByOverride.set(method, list);
    }
  }

  // ---- reading ---------------------------------------------------------------------------------------------------

  setOf(ids: readonly number[]): NodeSet {
    if (ids.length !== 1) return this.makeSet(ids);
    let set = this.single[ids[0]];
    if (!set) {
      set = this.makeSet(ids);
      this.single[ids[0]] = set;
    }
    return set;
  }

  private readonly single: (NodeSet | undefined)[] = [];

  private makeSet(ids: readonly number[]): NodeSet {
    const closed = this.close(ids);
    const key = closed.join(',');
    let set = this.sets.get(key);
    if (!set) {
      set = new NodeSet(this, closed, key, this.nodes);
      this.sets.set(key, set);
    }
    return set;
  }

  /** What a name means that nothing in the file declares. */
  global(name: string): NodeSet {
    const id = this.globals.get(name);
    return id === undefined ? this.none : this.setOf([id]);
  }

  /** An imported library, or a member of it. Dotted specifiers also mean members of the library that begins them. */
  imported(specifier: string, member: string | undefined): NodeSet {
    const found = this.library(specifier);
    if (member === undefined) return found;
    // What a module gives by default is what it is by its own name.
    const own = member === 'default' ? found : this.none;
    return found.member(member).union(own);
  }

  private library(specifier: string): NodeSet {
    const id = this.libraries.get(specifier);
    if (id !== undefined) return this.setOf([id]);
    for (let dot = specifier.lastIndexOf('.'); dot > 0; dot = specifier.lastIndexOf('.', dot - 1)) {
      const head = this.libraries.get(specifier.slice(0, dot));
      if (head === undefined) continue;
      let set = this.setOf([head]);
      for (const part of specifier.slice(dot + 1).split('.')) set = set.member(part);
      return set;
    }
    return this.none;
  }

  /** A class or namespace by its qualified name (`java.sql.DriverManager`, `express#Router`). */
  named(name: string): NodeSet {
    const hash = name.indexOf('#');
    if (hash < 0) return this.library(name);
    const set = this.imported(name.slice(0, hash), name.slice(hash + 1));
    const below = belowModule(name);
    return below === undefined ? set : set.union(this.named(below));
  }

  /** What values of a declared type are. */
  ofType(type: string): NodeSet {
    const ids = this.declaredTypes.get(type) ?? this.declaredTypes.get(belowModule(type) ?? '');
    return ids ? this.setOf(ids) : this.none;
  }

  ofLiteral(kind: LiteralKind): NodeSet {
    const ids = this.literals.get(kind);
    return ids ? this.setOf(ids) : this.none;
  }

  /** @internal */
  literalNodes(kind: LiteralKind): readonly number[] {
    return this.literals.get(kind) ?? [];
  }

  /** Whether models speak of the library or of one that it is a part of. */
  knowsLibrary(specifier: string): boolean {
    for (let end = specifier.length; end > 0; end = specifier.lastIndexOf('.', end - 1)) {
      if (this.libraries.has(specifier.slice(0, end))) return true;
    }
    return false;
  }

  /** @internal */
  memberOf(set: NodeSet, name: string): NodeSet {
    const found: number[] = [];
    for (const id of set.ids) {
      const node = this.nodes[id];
      const named = node.members.get(name);
      if (named) found.push(...named);
      found.push(...node.anyMember);
    }
    return this.setOf(found);
  }

  /** @internal */
  elementOf(set: NodeSet, key: string | undefined): NodeSet {
    const found: number[] = [];
    for (const id of set.ids) {
      const node = this.nodes[id];
      found.push(...node.elements);
      const keyed = key === undefined ? undefined : node.keyed?.get(key);
      if (keyed) found.push(...keyed);
    }
    return this.setOf(found);
  }

  /** @internal */
  returnOf(set: NodeSet): NodeSet {
    return this.setOf(set.ids.flatMap((id) => this.nodes[id].returns));
  }

  private close(ids: readonly number[]): number[] {
    const seen = new Set<number>();
    const stack = [...ids];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      stack.push(...this.nodes[id].also);
    }
    return [...seen].sort((a, b) => a - b);
  }

  // ---- compiling -------------------------------------------------------------------------------------------------

  private newNode(): number {
    const node: Node = {
      members: new Map(),
      anyMember: [],
      calls: [],
      args: [],
      elements: [],
      keyed: undefined,
      params: [],
      returns: [],
      also: [],
      sources: [],
      sinks: [],
      effects: [],
      controls: [],
      isInstance: false,
      isMarkable: false,
    };
    return this.nodes.push(node) - 1;
  }

  private declareNames(model: Model): void {
    for (const library of librariesOf(model)) {
      if (library !== '' && !this.libraries.has(library)) this.libraries.set(library, this.newNode());
    }
    for (const type of Object.keys(model.types ?? {})) this.typeNode(model.library, type);
  }

  private typeNode(library: string, type: string): number {
    const key = `${library}:${type}`;
    let id = this.types.get(key);
    if (id === undefined) {
      id = this.newNode();
      this.nodes[id].isInstance = true;
      this.types.set(key, id);
    }
    return id;
  }

  private linkTypes(model: Model): void {
    for (const [type, supertypes] of Object.entries(model.extends ?? {})) {
      const id = this.typeNode(model.library, type);
      for (const supertype of supertypes) this.link(id, this.typeByName(model, supertype));
    }
    for (const type of model.scalarTypes ?? []) this.scalarTypes.add(type);
    for (const type of model.immutableTypes ?? []) this.immutableTypes.add(type);
    for (const [kind, type] of Object.entries(model.literals ?? {})) {
      const id = this.typeByName(model, type);
      const key = kind as LiteralKind;
      this.literals.set(key, [...(this.literals.get(key) ?? []), id]);
    }
  }

  private link(id: number, also: number): void {
    if (id !== also && !this.nodes[id].also.includes(also)) this.nodes[id].also.push(also);
  }

  /** `Type` of this model or `library:Type` of another one. */
  private typeByName(model: Model, name: string): number {
    const colon = name.indexOf(':');
    return colon < 0 ? this.typeNode(model.library, name) : this.typeNode(name.slice(0, colon), name.slice(colon + 1));
  }

  private attempt(model: Model, place: unknown, body: () => void): void {
    try {
      body();
    } catch (error) {
      this.problems.push(`${model.library || '(globals)'}: ${JSON.stringify(place)}: ${(error as Error).message}`);
    }
  }

  private compile(model: Model): void {
    for (const [type, places] of Object.entries(model.types ?? {})) {
      const id = this.typeNode(model.library, type);
      for (const place of places) {
        this.attempt(model, place, () => {
          if (place.startsWith('type ')) this.declareType(model, place.slice(5).trim(), id);
          else for (const end of this.walk(model, place)) this.link(end, id);
        });
      }
    }
    for (const [kind, specs] of Object.entries(model.sources ?? {})) {
      for (const spec of specs ?? []) this.attempt(model, spec, () => this.source(model, kind as Source, spec));
    }
    for (const [kind, specs] of Object.entries(model.sinks ?? {})) {
      for (const spec of specs ?? []) this.attempt(model, spec, () => this.sink(model, kind as Sink, spec));
    }
    for (const spec of model.sanitizers ?? []) this.attempt(model, spec, () => this.sanitizer(model, spec));
    for (const spec of model.guards ?? []) this.attempt(model, spec, () => this.guard(model, spec));
    for (const spec of model.propagators ?? []) this.attempt(model, spec, () => this.propagator(model, spec));
    for (const spec of model.constraints ?? []) {
      for (const name of spec.with) this.constraints.set(name, [...(this.constraints.get(name) ?? []), spec]);
    }
    for (const spec of model.renders ?? []) this.attempt(model, spec, () => this.render(model, spec));
    for (const spec of model.stores ?? []) this.attempt(model, spec, () => this.store(model, spec));
    for (const spec of model.marks ?? []) this.attempt(model, spec, () => this.mark(model, spec));
    for (const [operation, places] of Object.entries(model.operations ?? {})) {
      for (const place of places ?? []) {
        this.attempt(model, place, () =>
          this.onCall(model, place, (constraints) => ({
            what: 'operation',
            operation: operation as Operation,
            constraints,
          })),
        );
      }
    }
    for (const spec of model.configs ?? []) this.attempt(model, spec, () => this.config(model, spec));
    for (const spec of model.routing ?? []) this.attempt(model, spec, () => this.route(model, spec));
    this.declaredRoutes.push(...(model.declaredRoutes ?? []).map((spec) => ({ spec, library: model.library })));
    this.routeFiles.push(...(model.routeFiles ?? []).map((spec) => ({ spec, library: model.library })));
    for (const spec of model.controls ?? []) this.attempt(model, spec, () => this.control(model, spec));
    for (const { kind, at } of model.deeds ?? []) {
      this.attempt(model, at, () => this.onCall(model, at, (constraints) => ({ what: 'deed', kind, constraints })));
    }
  }

  private route(model: Model, spec: RoutingSpec): void {
    const read = (texts: readonly string[] | undefined): Selector[] => (texts ?? []).map((text) => parseSelector(text));
    const effect: Omit<RoutingEffect, 'constraints'> = {
      what: 'routing',
      spec,
      library: model.library,
      of: spec.of === undefined || spec.of === 'result' ? undefined : parseSelector(spec.of),
      path: read(spec.path),
      method: read(spec.method?.filter((text) => text !== '$callee')),
      given: read(spec.given),
      guards: read(spec.guards),
      callback: spec.callback === undefined ? undefined : parseSelector(spec.callback),
      controls: Object.entries(spec.controls ?? {}).map(([kind, selectors]) => ({
        kind: kind as Control,
        selectors: read(selectors),
      })),
    };
    this.onCall(model, spec.at, (constraints) => ({ ...effect, constraints }));
  }

  private control(model: Model, spec: ControlSpec): void {
    if (spec.at !== undefined) for (const id of this.walk(model, spec.at)) this.nodes[id].controls.push(spec.kind);
    const put = (map: Map<string, ControlSpec[]>, names: readonly string[] | undefined): void => {
      for (const name of names ?? []) map.set(name, [...(map.get(name) ?? []), spec]);
    };
    put(this.controlsByAnnotation, spec.with);
    const type = spec.forType ?? spec.filterType;
    if (spec.setting !== undefined || type !== undefined) {
      const id = type === undefined ? undefined : this.typeByName(model, type);
      this.controlsOfProject.push({ spec, library: model.library, type: id });
    }
    for (const name of spec.members ?? []) this.guardMembers.add(name);
    put(this.controlsByParameter, spec.parameterWith);
  }

  private declareType(model: Model, name: string, id: number): void {
    const names = [name];
    // An alias of the library names the same types.
    for (const alias of model.aliases ?? []) {
      for (const separator of ['.', '#']) {
        if (name.startsWith(model.library + separator)) names.push(alias + name.slice(model.library.length));
      }
    }
    for (const each of names) {
      const ids = this.declaredTypes.get(each) ?? [];
      if (!ids.includes(id)) ids.push(id);
      this.declaredTypes.set(each, ids);
    }
  }

  /** Nodes at the end of a place, made where they are missing. */
  private walk(model: Model, place: Place): number[] {
    const parsed = this.parse(place);
    return this.walkSteps(this.rootNodes(model, parsed.root, parsed.steps[0]), parsed.steps);
  }

  private parse(place: Place): ParsedPlace {
    return parsePlace(place, this.peculiarNames());
  }

  /** Names of libraries that hold characters of the grammar of places. */
  private peculiarNames(): readonly string[] {
    this.peculiar ??= [...this.libraries.keys()].filter((name) => !/^[\w$]*$/.test(name));
    return this.peculiar;
  }

  private peculiar: readonly string[] | undefined;

  private walkSteps(start: readonly number[], steps: readonly Step[]): number[] {
    let ends = [...start];
    for (const step of steps) ends = [...new Set(ends.flatMap((id) => this.extend(id, step)))];
    return ends;
  }

  private rootNodes(model: Model, root: string, first: Step | undefined): number[] {
    if (root === '*') return [this.star];
    if (root === '') throw new Error('a place needs a root');
    const colon = root.lastIndexOf(':');
    if (colon > 0) {
      const type = this.types.get(root);
      if (type === undefined) throw new Error(`there is no type ${root}`);
      return [type];
    }
    const isType = model.types !== undefined && Object.hasOwn(model.types, root);
    // `Client()` is a call of the exported class as well as of a value of the type named after it.
    const isCalled = first?.kind === 'call' || first?.kind === 'argument';
    if (isType && !isCalled) return [this.typeNode(model.library, root)];
    const type = isType ? [this.typeNode(model.library, root)] : [];
    if (model.library === '') return [...type, this.globalNode(root)];
    const libraries = librariesOf(model).map((library) => this.libraries.get(library) as number);
    if (librariesOf(model).includes(root)) return libraries;
    const members = libraries.flatMap((id) => this.memberNode(id, root));
    // Modules are commonly called by the last part of their name.
    return ownNames(model.library).includes(root) ? [...type, ...libraries, ...members] : [...type, ...members];
  }

  private globalNode(name: string): number {
    let id = this.globals.get(name);
    if (id === undefined) {
      id = this.newNode();
      this.globals.set(name, id);
    }
    return id;
  }

  private memberNode(id: number, name: string): number[] {
    const { members } = this.nodes[id];
    let targets = members.get(name);
    if (!targets) {
      targets = [this.newNode()];
      members.set(name, targets);
    }
    return targets;
  }

  private extend(id: number, step: Step): number[] {
    const node = this.nodes[id];
    switch (step.kind) {
      case 'member':
        if (step.names === '*') {
          if (node.anyMember.length === 0) node.anyMember.push(this.newNode());
          return node.anyMember;
        }
        return step.names.flatMap((name) => this.memberNode(id, name));
      case 'call': {
        const key = JSON.stringify(step.constraints);
        const known = node.calls.find((call) => JSON.stringify(call.constraints) === key);
        if (known) return [known.target];
        const target = this.newNode();
        node.calls.push({ constraints: step.constraints, target });
        return [target];
      }
      case 'argument': {
        const key = JSON.stringify([step.selector, step.constraints]);
        const known = node.args.find((edge) => JSON.stringify([edge.selector, edge.constraints]) === key);
        if (known) return [known.target];
        const target = this.newNode();
        node.args.push({ selector: step.selector, constraints: step.constraints, target });
        return [target];
      }
      case 'element': {
        if (step.key === undefined) {
          if (node.elements.length === 0) node.elements.push(this.newNode());
          return node.elements;
        }
        // A constant key and a member are the same place in most languages.
        const targets = this.memberNode(id, step.key);
        node.keyed ??= new Map();
        node.keyed.set(step.key, targets);
        return targets;
      }
      case 'param': {
        const known = node.params.find((param) => param.of === step.of);
        if (known) return [known.target];
        const target = this.newNode();
        node.params.push({ of: step.of, target });
        return [target];
      }
      case 'return':
        if (node.returns.length === 0) node.returns.push(this.newNode());
        return node.returns;
    }
  }

  /** Attaches what a call does. The place may end before the call, in it, or in one of its arguments. */
  private onCall(
    model: Model,
    place: Place,
    effect: (constraints: readonly Constraint[], selector: Selector | undefined) => CallEffect,
  ): void {
    const parsed = this.parse(place);
    const last = parsed.steps[parsed.steps.length - 1];
    const isCall = last !== undefined && (last.kind === 'call' || last.kind === 'argument');
    const steps = isCall ? parsed.steps.slice(0, -1) : parsed.steps;
    const constraints = isCall ? last.constraints : [];
    const selector = last?.kind === 'argument' ? last.selector : undefined;
    for (const id of this.walkSteps(this.rootNodes(model, parsed.root, parsed.steps[0]), steps)) {
      this.nodes[id].effects.push(effect(constraints, selector));
    }
  }

  private source(model: Model, kind: Source, given: Place | SourceSpec): void {
    const spec = typeof given === 'string' ? { at: given } : given;
    const except = spec.exceptTypes || spec.exceptWith ? spec : undefined;
    const effect: SourceEffect = {
      kind,
      label: spec.label,
      clean: sinkMask(spec.harmlessTo ?? []),
      part: spec.part,
      partWith: spec.partWith,
      except,
    };
    if (spec.at !== undefined) for (const id of this.walk(model, spec.at)) this.nodes[id].sources.push(effect);
    this.declared(model, spec, { declared: spec, source: effect, sink: undefined });
  }

  private sink(model: Model, kind: Sink, given: Place | SinkSpec): void {
    const spec: SinkSpec = typeof given === 'string' ? { at: given } : given;
    const typed = this.typedArguments(model, spec.given);
    const effect: SinkEffect = { kind, spec, conditions: conditionsOf(spec), given: typed };
    if (spec.at !== undefined) {
      for (const id of this.walk(model, spec.at)) this.nodes[id].sinks.push(effect);
      if (spec.unlessMarked) for (const id of this.holders(model, spec.at)) this.nodes[id].isMarkable = true;
    }
    this.declared(model, spec, { declared: spec, source: undefined, sink: effect });
  }

  private typedArguments(model: Model, given: SinkSpec['given']): TypedArgument[] {
    return Object.entries(given ?? {}).map(([selector, type]) => ({
      selector: parseSelector(selector),
      type: this.typeByName(model, type),
    }));
  }

  /** The things that calls of a place are made on. */
  private holders(model: Model, place: Place): readonly number[] {
    const { root, steps } = this.parse(place);
    const last = steps.findLastIndex((step) => step.kind === 'member');
    return last < 0 ? [] : this.walkSteps(this.rootNodes(model, root, steps[0]), steps.slice(0, last));
  }

  private readonly pendingOverrides: { method: string; type: number; effect: DeclaredEffect }[] = [];

  private declared(model: Model, declared: Declared, effect: DeclaredEffect): void {
    const put = (map: Map<string, DeclaredEffect[]>, names: readonly string[] | undefined): void => {
      for (const name of names ?? []) {
        const list = map.get(name) ?? [];
        list.push(effect);
        map.set(name, list);
      }
    };
    put(this.byParameterAnnotation, declared.parameterWith);
    put(this.byFunctionAnnotation, declared.parametersOf);
    put(this.byReturn, declared.returnOf);
    for (const name of declared.overriding ?? []) {
      const dot = name.lastIndexOf('.');
      const type = this.typeByName(model, name.slice(0, dot));
      this.pendingOverrides.push({ method: name.slice(dot + 1), type, effect });
    }
  }

  private sanitizer(model: Model, spec: SanitizerSpec): void {
    const mask = sinkMask(spec.cleans);
    this.onCall(model, spec.at, (constraints, selector) => ({
      what: 'sanitizer',
      mask,
      of: spec.of === undefined ? selector : parseSelector(spec.of),
      inPlace: spec.inPlace === undefined ? undefined : parseSelector(spec.inPlace),
      exceptFrom: spec.exceptFrom,
      constraints,
    }));
  }

  private guard(model: Model, spec: GuardSpec): void {
    const mask = sinkMask(spec.cleans);
    const collection = spec.collection === undefined ? undefined : parseSelector(spec.collection);
    this.onCall(model, spec.at, (constraints, selector) => ({
      what: 'guard',
      spec,
      mask,
      of: selector ?? parseSelector('$0'),
      collection,
      constraints,
    }));
  }

  private store(model: Model, spec: StoreSpec): void {
    if (spec.does === 'members') {
      for (const id of this.walk(model, spec.at)) this.nodes[id].keeps = spec.kind;
      return;
    }
    this.onCall(model, spec.at, (constraints, selector) => ({ what: 'store', spec, selector, constraints }));
  }

  private mark(model: Model, { at, of, mark, when, unless, by }: MarkSpec): void {
    if (of === 'origin') for (const id of this.holders(model, at)) this.nodes[id].isMarkable = true;
    const conditions = conditionsOf({ when, unless });
    const decisive = conditionsOf({ when: by });
    this.onCall(model, at, (constraints) => ({ what: 'mark', mark, of, conditions, by: decisive, constraints }));
  }

  private render(model: Model, spec: RenderSpec): void {
    const template = parseSelector(spec.template);
    const values = spec.values.map((text) => (text === 'keywords' ? undefined : parseSelector(text)));
    const also = Object.entries(spec.also ?? {}).map(([name, text]) => ({ name, selector: parseSelector(text) }));
    const filled = spec.filled === undefined ? undefined : this.typeByName(model, spec.filled);
    const render: RenderEffect = { what: 'render', spec, template, values, also, filled, constraints: [] };
    if (spec.at !== undefined) this.onCall(model, spec.at, (constraints) => ({ ...render, constraints }));
    this.declared(model, spec, { declared: spec, source: undefined, sink: undefined, render });
    this.hasRenders ||= spec.returnOf !== undefined;
  }

  private propagator(model: Model, spec: PropagatorSpec): void {
    const from = spec.from?.map((text) => parseSelector(text));
    const to = (spec.to ?? ['result']).map(targetOf);
    this.onCall(model, spec.at, (constraints) => ({
      what: 'propagator',
      from,
      to,
      restores: spec.restores ?? false,
      constraints,
    }));
  }

  private readonly pendingConfigs: { method: string; type: number; effect: ConfigEffect }[] = [];

  private config(model: Model, spec: ConfigSpec): void {
    // `org.yaml.snakeyaml` is called `snakeyaml` where versions are named.
    const libraries = librariesOf(model).flatMap((library) => [library, ...library.split(/[./]/).reverse()]);
    const options = Object.entries(spec.options).map(
      ([name, option]): CompiledOption => ({
        name,
        ways: option.from.map(optionWay),
        unset: { known: Object.hasOwn(option, 'unset'), value: option.unset },
        unsetBy: option.unsetBy,
        libraries,
        means: { known: Object.hasOwn(option, 'means'), value: option.means },
        holds: option.holds,
      }),
    ); // prettier-ignore
    const effect: ConfigEffect = {
      what: 'config',
      spec,
      options,
      use: [],
      given: this.typedArguments(model, spec.given),
      conditions: conditionsOf(spec),
      constraints: [],
    };
    if (spec.at !== undefined && spec.unlessMarked)
      for (const id of this.holders(model, spec.at)) this.nodes[id].isMarkable = true;
    if (spec.at !== undefined) this.onCall(model, spec.at, (constraints) => ({ ...effect, constraints }));
    for (const name of spec.overriding ?? []) {
      const dot = name.lastIndexOf('.');
      const type = this.typeByName(model, name.slice(0, dot));
      this.pendingConfigs.push({ method: name.slice(dot + 1), type, effect });
    }
    for (const place of spec.use ?? []) {
      this.onCall(model, place, (constraints, selector) => ({ what: 'use', spec, selector, constraints }));
    }
  }

  private compileConventions(model: Model): void {
    for (const convention of model.conventions ?? []) {
      this.attempt(model, convention, () => {
        const types = convention.types.map((type) =>
          type === '' ? this.none : this.setOf([this.typeByName(model, type)]),
        );
        this.conventions.push({ parameters: convention.parameters, types });
      });
    }
  }

  /** `os.path` is both a library and a member of `os`. */
  private linkLibraries(): void {
    for (const [name, id] of this.libraries) {
      for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
        const parent = this.libraries.get(name.slice(0, dot));
        if (parent === undefined) continue;
        const ends = this.walkSteps(
          [parent],
          name
            .slice(dot + 1)
            .split('.')
            .map((part) => ({ kind: 'member', names: [part] })),
        ); // prettier-ignore
        for (const end of ends) this.link(end, id);
        break;
      }
    }
  }
}

function librariesOf(model: Model): string[] {
  return [model.library, ...(model.aliases ?? [])];
}

/** `@koa/router` is called `router` or `Router` by its members' places. */
function ownNames(library: string): string[] {
  const last = library.split('/').pop() ?? library;
  const camel = last.replace(/[^\p{L}\p{N}]+(.)?/gu, (_, next?: string) => (next ?? '').toUpperCase());
  return [library, last, camel];
}

function targetOf(text: string): Target {
  const result = /^result(?:\[(\d+)\])?$/.exec(text);
  if (result) return { result: true, key: result[1] };
  const match = /^(.*?)(?:\.param\((\d+|\*|\w+)\))?$/.exec(text);
  const which = match?.[2];
  return {
    selector: parseSelector(match?.[1] ?? text),
    param: which === undefined ? undefined : /^\d+$/.test(which) ? Number(which) : which,
  };
}

function conditionsOf(spec: Pick<SinkSpec, 'when' | 'unless'>): Condition[] {
  const read = (conditions: SinkSpec['when'], negated: boolean): Condition[] =>
    Object.entries(conditions ?? {}).map(([key, value]) => ({
      selector: parseSelector(key),
      values: Array.isArray(value) ? value : [value],
      negated,
    }));
  return [...read(spec.when, false), ...read(spec.unless, true)];
}

/** `$2.secure`, `.setSecure($0)`, `.setFeature("x", $1)`, `.disable()`, `.secure`, `["secure"]`, `result.verified`. */
function optionWay(from: string): OptionWay {
  if (from.startsWith('$')) return { how: 'argument', selector: parseSelector(from) };
  const { root, steps } = parsePlace(from);
  if (root === 'result') return { how: 'result', path: steps.map((step) => partOf(step, from)) };
  const [first, second] = steps;
  if (first?.kind === 'element' && first.key !== undefined && steps.length === 1)
    return { how: 'member', name: first.key };
  if (first?.kind !== 'member' || first.names === '*') throw new Error(`${from} is no way to give an option`);
  if (second === undefined) return { how: 'member', name: first.names[0] };
  if (second.kind === 'argument')
    return { how: 'setter', method: first.names[0], selector: second.selector, constraints: second.constraints };
  if (second.kind === 'call')
    return { how: 'setter', method: first.names[0], selector: undefined, constraints: second.constraints };
  throw new Error(`${from} is no way to give an option`);
}

function partOf(step: Step, from: string): string {
  if (step.kind === 'member' && step.names !== '*') return step.names[0];
  if (step.kind === 'element' && step.key !== undefined) return step.key;
  throw new Error(`${from} is no part of a result`);
}

/** `package#module.Name` goes by `package.module#Name` where the module is imported from its package. */
function belowModule(name: string): string | undefined {
  const match = /^([^#]+)#([\w.]+)\.(\w+)$/.exec(name);
  return match ? `${match[1]}.${match[2]}#${match[3]}` : undefined;
}
