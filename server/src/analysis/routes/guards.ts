import { annotationNames } from '../../dataflow/parameters';
import type { ClassPlace, ModuleEntry, Program } from '../../dataflow/program';
import type { FunctionDeeds, FunctionRef } from '../../dataflow/results';
import type { Given } from '../../dataflow/routing';
import type { Value } from '../../dataflow/value';
import type { ControlSpec } from '../../facts/model';
import type { Guard } from '../../facts/route';
import { CONTROLS, type Control, DEEDS, type Deed } from '../../facts/vocabulary';
import { type Annotation, type FunctionIR, type ModuleIR, Op } from '../../ir/ir';
import {
  controlsOfName,
  isLoginAddress,
  isOptional,
  readsIdentity,
  saysForbidden,
  saysThatItRefuses,
  saysUnauthenticated,
} from '../../rules/access-lexicon';
import { givenBy, type NameReader } from './names';

const MAX_DEPTH = 3;
const IS_CONTROL: ReadonlySet<string> = new Set(CONTROLS);
const IS_DEED: ReadonlySet<string> = new Set(DEEDS);

interface Place {
  readonly module: ModuleEntry;
  readonly start: number;
  readonly end: number;
}

/** Tells what functions guard against: by models, by their names, by what they and the functions they call do. */
export class GuardReader {
  private readonly ofNames = new Map<string, readonly Control[]>();
  private readonly ofWrappers = new Map<FunctionIR, readonly Control[]>();
  private readonly ofFunctions = new Map<FunctionIR, readonly Control[]>();

  constructor(
    private readonly deeds: ReadonlyMap<FunctionIR, FunctionDeeds>,
    private readonly names: NameReader,
    private readonly program: Program,
  ) {}

  /** What is used as middleware, hook, filter or decorator; wrapped things included. */
  ofGiven(given: Given): Guard[] {
    const kinds = new Set<Control>(given.controls);
    for (const one of [...given.functions, ...given.makers]) {
      for (const kind of this.ofFunction(one, given.isWrapper)) kinds.add(kind);
    }
    for (const cls of given.classes) for (const kind of this.ofClass(cls)) kinds.add(kind);
    const isKnown = given.functions.length + given.makers.length + given.classes.length > 0;
    if (kinds.size === 0) for (const kind of controlsOfName(given.name, !isKnown)) kinds.add(kind);
    const own = guards(kinds, given.name, given);
    return [...own, ...given.inner.flatMap((one) => this.ofGiven(one))];
  }

  /** What a function that is there to guard guards against. */
  ofFunction(ref: FunctionRef, isWrapper = false): readonly Control[] {
    if (isOptional(ref.fn.name)) return [];
    const cache = isWrapper ? this.ofWrappers : this.ofFunctions;
    let known = cache.get(ref.fn);
    if (!known) {
      const depth = isWrapper ? 0 : saysThatItRefuses(ref.fn.name) ? MAX_DEPTH : 1;
      known = [...new Set([...this.controlsOf(ref.fn.name), ...this.checks(ref, depth)])];
      cache.set(ref.fn, known);
    }
    return known;
  }

  /**
   * What a guard's code checks. With all that it calls where its name says that it refuses; else what is seen in it or
   * in one function that it calls.
   */
  private checks(ref: FunctionRef, maxDepth: number): readonly Control[] {
    const signs = { ...NO_SIGNS };
    const found = new Set<Control>();
    for (const { module, fn, depth } of this.reached(ref, maxDepth)) {
      for (const { kind } of this.deeds.get(fn)?.deeds.values() ?? []) {
        if (IS_CONTROL.has(kind)) found.add(kind as Control);
      }
      const own = this.signsOf(module, fn);
      if (depth === 0 || maxDepth === MAX_DEPTH) for (const key of SIGNS) signs[key] ||= own[key];
      else for (const kind of controlsOfSigns(own)) found.add(kind);
    }
    for (const kind of controlsOfSigns(signs)) found.add(kind);
    return [...found];
  }

  ofClass({ module, cls }: ClassPlace): readonly Control[] {
    const kinds = new Set<Control>(controlsOfName(cls.name));
    for (const id of cls.methods) {
      const fn = module.ir.functions[id];
      if (fn.kind === 'constructor' || fn.kind === 'initializer') continue;
      for (const kind of this.checks({ module, fn }, 2)) kinds.add(kind);
    }
    return [...kinds];
  }

  private controlsOf(name: string): readonly Control[] {
    let known = this.ofNames.get(name);
    if (!known) {
      known = controlsOfName(name);
      this.ofNames.set(name, known);
    }
    return known;
  }

  /** Controls that a handler performs itself, by what it calls. */
  inHandler(ref: FunctionRef): Guard[] {
    const found: Guard[] = [];
    for (const { module, fn, depth } of this.reached(ref, MAX_DEPTH)) {
      for (const { kind, start, end } of this.deeds.get(fn)?.deeds.values() ?? []) {
        if (!IS_CONTROL.has(kind)) continue;
        const name = /([\p{L}\p{N}_$]+)\s*\(/u.exec(module.textNow(start, end))?.[1] ?? '';
        found.push(...guards([kind as Control], name, { module, start, end }));
      }
      const place = { module, start: fn.nameStart, end: fn.nameEnd };
      const signs = controlsOfSigns(this.signsOf(module, fn));
      // What a function deep below answers need not be about this request.
      if (depth <= 1 || this.controlsOf(fn.name).length > 0) found.push(...guards(signs, fn.name, place));
    }
    return found;
  }

  /** What a function does, with all that it calls. */
  deedsOf(ref: FunctionRef): ReadonlySet<Deed> {
    const found = new Set<Deed>();
    for (const { fn } of this.reached(ref, MAX_DEPTH + 1)) {
      for (const { kind } of this.deeds.get(fn)?.deeds.values() ?? []) if (IS_DEED.has(kind)) found.add(kind as Deed);
    }
    return found;
  }

  /** Names of all that it calls, and of what these functions call. */
  callsOf(ref: FunctionRef): ReadonlySet<string> {
    const names = new Set<string>();
    for (const { module, fn } of this.reached(ref, MAX_DEPTH + 1)) {
      for (let i = 0; i < fn.size; i++) {
        if (fn.ops[i] !== Op.Call && fn.ops[i] !== Op.New) continue;
        const callee = fn.a[i];
        const name = fn.ops[callee] === Op.Field ? fn.b[callee] : -1;
        const text =
          name >= 0
            ? module.ir.strings[name]
            : module.textNow(fn.start + fn.starts[callee], fn.start + fn.ends[callee]);
        if (text.length <= MAX_CALLED) names.add(text);
      }
    }
    return names;
  }

  /** A function, those written inside of it, and those that these call. */
  *reached(ref: FunctionRef, maxDepth: number): Generator<FunctionRef & { readonly depth: number }> {
    const seen = new Set<FunctionIR>();
    const queue: (FunctionRef & { readonly depth: number })[] = [{ ...ref, depth: 0 }];
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (seen.has(next.fn) || seen.size > MAX_REACHED) continue;
      seen.add(next.fn);
      yield next;
      const { module, fn, depth } = next;
      for (const id of nestedIn(module, fn)) queue.push({ module, fn: module.ir.functions[id], depth });
      if (depth >= maxDepth) continue;
      for (const [called, home] of this.deeds.get(fn)?.calls ?? [])
        queue.push({ module: home, fn: called, depth: depth + 1 });
    }
  }

  private signsOf(module: ModuleEntry, fn: FunctionIR): Signs {
    let ofFile = signsOfFunctions.get(module.current);
    if (!ofFile) {
      ofFile = new Map();
      signsOfFunctions.set(module.current, ofFile);
    }
    let known = ofFile.get(fn);
    if (!known) {
      known = { ...NO_SIGNS };
      readSigns(module, fn, known, MAX_DEPTH);
      ofFile.set(fn, known);
    }
    return known;
  }

  /** Guards that a function has by its annotations and its parameters. */
  on(ref: FunctionRef): Guard[] {
    return [...this.ofAnnotations(ref.module, ref.fn.annotations), ...this.ofParameters(ref)];
  }

  /** Guards that a class has by its annotations, its supertypes and the members that models speak of. */
  around(place: ClassPlace): Guard[] {
    const own = this.ofMembers(place);
    return [
      ...this.ofAnnotations(place.module, place.cls.annotations),
      ...this.ofSupertypes(place),
      ...(own.length > 0 ? own : this.byDefault(place)),
    ];
  }

  /** Guards of every route of some libraries: what settings list, what filters do. */
  ofProject(results: readonly { readonly module: ModuleEntry }[], libraries: readonly string[]): readonly Guard[] {
    const key = libraries.join(' ');
    let known = this.ofProjects.get(key);
    if (!known) {
      known = results.flatMap(({ module }) =>
        module.models.controlsOfProject
          .filter(({ spec, library }) => spec.forType === undefined && libraries.includes(library))
          .flatMap(({ spec, type }) => [...this.bySetting(module, spec), ...this.byFilter(module, type)]),
      );
      this.ofProjects.set(key, known);
    }
    return known;
  }

  private readonly ofProjects = new Map<string, readonly Guard[]>();

  private bySetting(module: ModuleEntry, { kind, setting, saying }: ControlSpec): Guard[] {
    if (setting === undefined) return [];
    const found = this.names.textsOf(module, setting).find((text) => saying?.some((word) => text.includes(word)));
    return found === undefined ? [] : guards([kind], lastName(found), { module, start: 0, end: 0 });
  }

  private byFilter(module: ModuleEntry, type: number | undefined): Guard[] {
    if (type === undefined) return [];
    return module.ir.classes.flatMap((cls) => {
      if (cls.isInterface || !this.program.superclassesOf({ module, cls }).nodes.ids.includes(type)) return [];
      return guards(new Set(this.ofClass({ module, cls })), cls.name, { module, start: cls.start, end: cls.start });
    });
  }

  /** What settings say for classes of a type that say nothing themselves. */
  private byDefault(place: ClassPlace): Guard[] {
    const { nodes } = this.program.superclassesOf(place);
    return place.module.models.controlsOfProject.flatMap(({ spec, type }) => {
      if (spec.forType === undefined || type === undefined || !nodes.ids.includes(type)) return [];
      return [...this.program.modules.values()].flatMap((module) => this.bySetting(module, spec));
    });
  }

  /** A text that goes by a name in a file. */
  constantNamed(module: ModuleEntry, name: string): string | undefined {
    return this.names.text(module, name);
  }

  /** What a file exports, by name. */
  exportsOf(module: ModuleEntry): (name: string) => Given | undefined {
    return (name) => this.names.exported(module, name);
  }

  /** Guards that annotations of a function or class name. */
  ofAnnotations(module: ModuleEntry, annotations: readonly Annotation[]): Guard[] {
    return annotations.flatMap((annotation) => {
      const found = this.ofModelled(module, annotation, module.models.controlsByAnnotation);
      if (found) return found;
      const last = lastName(annotation.name);
      const target = this.names.find(module, annotation.name);
      const isOwn = target !== undefined && (target.functions.length > 0 || target.classes.length > 0);
      const kinds = isOwn ? this.ofGiven(target).map((guard) => guard.kind) : controlsOfName(last, true);
      return guards(new Set(kinds), last, { module, start: annotation.start, end: annotation.end });
    });
  }

  /** Guards that parameters bring along: what is injected may refuse, and so may what is injected into that. */
  ofParameters({ module, fn }: FunctionRef, depth = MAX_DEPTH): Guard[] {
    return fn.params.flatMap(({ annotations }) =>
      annotations.flatMap(
        (annotation) => this.ofModelled(module, annotation, module.models.controlsByParameter, depth) ?? [],
      ),
    );
  }

  /** What models say of an annotation; undefined when they say nothing. */
  private ofModelled(
    module: ModuleEntry,
    annotation: Annotation,
    specs: ReadonlyMap<string, readonly ControlSpec[]>,
    depth = MAX_DEPTH,
  ): Guard[] | undefined {
    const last = lastName(annotation.name);
    const place = { module, start: annotation.start, end: annotation.end };
    const found: Guard[] = [];
    let isModelled = false;
    for (const name of annotationNames(module, annotation)) {
      const { controls } = module.models.named(name);
      isModelled ||= controls.length > 0;
      found.push(...guards(controls, last, place));
      for (const { kind, named, saying, unless } of byName(specs, name)) {
        isModelled = true;
        const texts = annotation.args.map(({ text }) => text);
        const says = (word: string): boolean => texts.some((text) => text.includes(word));
        if ((saying && !saying.some(says)) || unless?.some(says)) continue;
        if (named === undefined) found.push(...guards([kind], last, place));
        else
          for (const arg of annotation.args)
            if (named === '*' || arg.name === named) found.push(...this.named(module, arg.text, place, depth));
      }
    }
    return isModelled ? found : undefined;
  }

  /** Guards that a text of code names: `AuthGuard("jwt"), RolesGuard`. */
  private named(module: ModuleEntry, text: string, place: Place, depth: number): Guard[] {
    const found: Guard[] = [];
    for (const name of new Set(text.replace(/"[^"]*"|'[^']*'/g, '').match(/[\p{L}_$][\p{L}\p{N}_$.]*/gu) ?? [])) {
      const target = this.names.find(module, name);
      const kinds = new Set(
        target ? this.ofGiven(target).map((guard) => guard.kind) : controlsOfName(lastName(name), true),
      );
      if (target && depth > 0) {
        for (const one of target.functions) for (const { kind } of this.ofParameters(one, depth - 1)) kinds.add(kind);
      }
      found.push(...guards(kinds, lastName(name), place));
    }
    return found;
  }

  /** Mixins and bases that say by their name what they check. */
  ofSupertypes({ module, cls }: ClassPlace, depth = 4): Guard[] {
    const found: Guard[] = [];
    const place = { module, start: cls.start, end: cls.start };
    for (const type of cls.supertypes) {
      const name = lastName(type.replace(/<.*$/, ''));
      found.push(...guards(module.models.named(type).controls, name, place));
      if (/(?:Mixin|Required|Protected|Secure|Auth\w*)/.test(name))
        found.push(...guards(controlsOfName(name.replace(/Mixin$|View$|Resource$/, '')), name, place));
    }
    if (depth > 0) {
      for (const parent of this.program.superclassesOf({ module, cls }).classes) {
        found.push(
          ...this.ofAnnotations(parent.module, parent.cls.annotations),
          ...this.ofSupertypes(parent, depth - 1),
        );
      }
    }
    return found;
  }

  /** `permission_classes = [IsAuthenticated]`, `decorators = [login_required]`. */
  ofMembers(place: ClassPlace): Guard[] {
    return [...place.module.models.guardMembers].flatMap((name) => {
      const member = this.names.classMember(place, name);
      if (!member) return [];
      const { module, value, start, end } = member;
      return elements(value, start, end).flatMap((one) => {
        const given = { ...givenBy(module, '', one.value), start: one.start, end: one.end };
        const text = lastName(module.textNow(one.start, one.end).replace(/[([].*$/s, ''));
        return this.ofGiven({ ...given, name: given.functions[0]?.fn.name ?? given.classes[0]?.cls.name ?? text });
      });
    });
  }
}

function byName(specs: ReadonlyMap<string, readonly ControlSpec[]>, name: string): readonly ControlSpec[] {
  return specs.get(name) ?? [];
}

function lastName(name: string): string {
  return name.replace(/^.*[.#]/, '');
}

interface Element {
  readonly value: Value;
  readonly start: number;
  readonly end: number;
}

function elements(value: Value, start: number, end: number): Element[] {
  const lists = value.objects.filter(({ kind }) => kind === 'list' || kind === 'tuple' || kind === 'set');
  if (lists.length === 0) return [{ value, start, end }];
  return lists.flatMap(({ state }) =>
    [...state.fields.values()].map((slot) => ({
      value: slot.value,
      start: slot.start >= start && slot.end <= end ? slot.start : start,
      end: slot.start >= start && slot.end <= end ? slot.end : end,
    })),
  );
}

/** What is longer is no name. */
const MAX_CALLED = 60;
const MAX_REACHED = 400;

export function guards(kinds: Iterable<Control>, name: string, { module, start, end }: Place): Guard[] {
  return [...kinds].map((kind) => ({ kind, name, uri: module.uri, start, end }));
}

/** Follows from the code alone, so it is read once, however often the inventory is made. */
const signsOfFunctions = new WeakMap<ModuleIR, Map<FunctionIR, Signs>>();
const nested = new WeakMap<ModuleEntry, Map<number, number[]>>();

function nestedIn(module: ModuleEntry, fn: FunctionIR): readonly number[] {
  let map = nested.get(module);
  if (!map) {
    map = new Map();
    for (const one of module.ir.functions) {
      if (one.parent <= 0) continue;
      const list = map.get(one.parent);
      if (list) list.push(one.id);
      else map.set(one.parent, [one.id]);
    }
    nested.set(module, map);
  }
  return map.get(fn.id) ?? [];
}

const NO_SIGNS = { unauthenticated: false, forbidden: false, identity: false, login: false, redirects: false };
type Signs = { -readonly [K in keyof typeof NO_SIGNS]: boolean };
const SIGNS = Object.keys(NO_SIGNS) as (keyof Signs)[];

/** Code that looks who is asking and answers 401, 403 or with the way to the login. */
function controlsOfSigns({ identity, unauthenticated, forbidden, login, redirects }: Signs): readonly Control[] {
  const found: Control[] = [];
  if (identity && (unauthenticated || (login && redirects))) found.push('authentication');
  if (identity && forbidden) found.push('authorization');
  return found;
}

function readSigns(module: ModuleEntry, fn: FunctionIR, said: Signs, depth: number): void {
  const { strings, constants, functions } = module.ir;
  const read = (text: string): void => {
    said.unauthenticated ||= saysUnauthenticated(text);
    said.forbidden ||= saysForbidden(text);
    said.identity ||= readsIdentity(text);
    said.redirects ||= /redirect|forward|location/i.test(text);
  };
  for (let i = 0; i < fn.size; i++) {
    switch (fn.ops[i]) {
      case Op.Field:
        read(strings[fn.b[i]]);
        break;
      case Op.Global:
      case Op.TypeName:
        read(strings[fn.a[i]]);
        break;
      case Op.Import:
        if (fn.b[i] >= 0) read(strings[fn.b[i]]);
        break;
      case Op.LoadCell: {
        const owner = functions[fn.a[i]];
        const cell = owner?.cells[fn.b[i]];
        if (cell) read(cell.name);
        break;
      }
      case Op.Const: {
        const { value } = constants[fn.a[i]];
        if (value === 401) said.unauthenticated = true;
        else if (value === 403) said.forbidden = true;
        else if (typeof value === 'string' && value.length < 80) {
          if (/^(?:authorization|x-api-key|x-access-token|token|user|userid|user_id|jwt|session)$/i.test(value))
            said.identity = true;
          said.login ||= isLoginAddress(value);
          if (/^redirect:/.test(value)) said.redirects = true;
        }
        break;
      }
      case Op.Func:
        if (depth > 0) readSigns(module, functions[fn.a[i]], said, depth - 1);
        break;
    }
  }
}

/** Functions of a class and, where it has none of the name itself, of those that it extends. */
export function membersOf(program: Program, place: ClassPlace, depth = 5): FunctionRef[] {
  const own = place.cls.methods.map((id): FunctionRef => ({ module: place.module, fn: place.module.ir.functions[id] }));
  if (depth === 0) return own;
  for (const parent of program.superclassesOf(place).classes) {
    for (const ref of membersOf(program, parent, depth - 1)) {
      if (!own.some(({ fn }) => fn.name === ref.fn.name)) own.push(ref);
    }
  }
  return own;
}

/** A class and what it extends, nearest first. */
export function lineageOf(program: Program, place: ClassPlace, depth = 4): ClassPlace[] {
  if (depth === 0) return [place];
  return [place, ...program.superclassesOf(place).classes.flatMap((one) => lineageOf(program, one, depth - 1))];
}
