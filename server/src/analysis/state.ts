import { Cancelled, type Checkpoint } from '../base/checkpoint';
import { type Changes, Dependencies, Staleness } from '../dataflow/dependencies';
import { DEFAULT_OPTIONS, type NamedSink, type RootResults, Session } from '../dataflow/evaluation';
import type { NamedSource } from '../dataflow/named';
import { UnknownPosition } from '../dataflow/positions';
import type { ModuleEntry } from '../dataflow/program';
import type { ConfigSnapshot } from '../dataflow/results';
import { newResults } from '../dataflow/results';
import type { Value } from '../dataflow/value';
import type { Provided } from '../facts/model';
import type { FunctionIR } from '../ir/ir';
import type { Language } from '../languages/language';
import type { FlowRule, InventoryFacts, Rule } from '../rules/rule';
import { checkDrafts, type RouteEntry } from '../rules/shapes/check';
import type { Draft } from '../rules/shapes/place';
import { configFacts } from '../rules/shapes/setting';
import { StoredWrites, storedDraft } from '../rules/shapes/stored';
import { Drafting } from './drafts';
import { evaluateModule, type ModuleResults, type Root } from './evaluate-module';
import { ProgramIndex } from './program-index';
import { routesOf } from './routes';

/** A test's own function, and one that it calls. */
const TEST_DEPTH = 2;

/** What one file gave: drafts may lie in other files. */
export interface ModuleDrafts {
  readonly drafts: readonly Draft[];
  readonly duties: readonly ConfigSnapshot[];
  /** Rules for which something in the file shows that the project cares. */
  readonly evidence: ReadonlySet<string>;
  readonly isPartial: boolean;
  readonly problems: readonly string[];
}

export interface StateDependencies {
  readonly languageOf: (module: ModuleEntry) => Language;
  readonly rules: readonly Rule[];
  readonly isTest: (uri: string) => boolean;
  /** Whether others call what the file exports. */
  readonly isInLibrary: (uri: string) => boolean;
  readonly namedSinks: readonly NamedSink[];
  readonly namedSource: NamedSource;
  /** Files of keys and values that code may read, by uri. */
  readonly resources: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

type Roots = ReadonlyMap<Root, RootResults>;

const NO_FILES: ReadonlySet<string> = new Set();
const NO_FUNCTIONS: ReadonlySet<FunctionIR> = new Set();

/**
 * All files of one revision with what has been computed of them. `with` gives the state after files were replaced,
 * which takes over every result that the change cannot have touched; `patched` tells of functions that were replaced
 * inside of files, and drops what rests on them.
 *
 * Invariant (kept by `test/unit/analysis-incremental.test.ts`): a state reached by edits gives the same drafts as one
 * made of the same files at once.
 */
export class State {
  private readonly session: Session;
  private readonly drafts = new Map<string, ModuleDrafts>();
  private readonly results = new Map<string, ModuleResults>();
  /** Of files that have to be analysed again: roots whose results still hold. */
  private readonly kept = new Map<string, Map<Root, RootResults>>();
  private sorted: readonly string[] | undefined;

  private constructor(
    readonly entries: ReadonlyMap<string, ModuleEntry>,
    private readonly dependencies: StateDependencies,
    private readonly drafting: Drafting,
    session: Session | undefined,
  ) {
    this.session =
      session ??
      new Session(
        new ProgramIndex(entries, dependencies.languageOf, (uri) => entries.has(uri), dependencies.resources),
        {
          ...DEFAULT_OPTIONS,
          namedSinks: dependencies.namedSinks,
          namedSource: dependencies.namedSource,
        },
      );
  }

  static empty(dependencies: StateDependencies): State {
    return new State(new Map(), dependencies, new Drafting(dependencies.rules, dependencies.isTest), undefined);
  }

  /** The state after some files were added, changed (an entry) or removed (undefined). */
  with(changes: ReadonlyMap<string, ModuleEntry | undefined>): State {
    const entries = new Map(this.entries);
    const files = new Set<string>();
    let keepsNames = true;
    for (const [uri, entry] of changes) {
      const before = entries.get(uri);
      files.add(uri);
      if (!entry || !before || this.shapeOf(entry) !== this.shapeOf(before)) keepsNames = false;
      if (entry) entries.set(uri, entry);
      else entries.delete(uri);
    }
    // With other classes or files, names may mean other things anywhere.
    if (!keepsNames) return new State(entries, this.dependencies, this.drafting, undefined);
    const { languageOf, resources } = this.dependencies;
    const index = new ProgramIndex(entries, languageOf, (uri) => entries.has(uri), resources);
    const next = new State(entries, this.dependencies, this.drafting, new Session(index, this.session.options));
    next.takeOver(this, { files, functions: NO_FUNCTIONS });
    return next;
  }

  private get asksForLibraries(): boolean {
    return this.dependencies.rules.some((rule) => rule.shape === 'flow' && rule.from.includes('library-input'));
  }

  /** Of some files nothing but the code of these functions has changed. */
  patched(functions: ReadonlySet<FunctionIR>, files: ReadonlySet<string>): void {
    this.inventory = undefined;
    this.takeOver(this, { files: NO_FILES, functions });
    // What is said outside of functions has moved.
    for (const uri of files) this.revisit(uri, this.results.get(uri)?.roots);
  }

  /** Takes everything that the changes do not touch from another state, which may be this one. */
  private takeOver(from: State, changes: Changes): void {
    const staleness = new Staleness(changes);
    const isFresh = (dependencies: Dependencies): boolean => !staleness.isStale(dependencies);
    const { environments, templates, statics } = this.session;
    for (const [uri, environment] of from.session.environments) {
      if (environment.isComplete && !changes.files.has(uri) && isFresh(environment.dependencies))
        environments.set(uri, environment);
      else environments.delete(uri);
    }
    for (const [key, template] of from.session.templates) {
      const uri = key.slice(0, key.lastIndexOf('#'));
      if (template.isComplete && environments.has(uri) && isFresh(template.dependencies)) templates.set(key, template);
      else templates.delete(key);
    }
    for (const cls of from.session.statics) {
      if (environments.has(cls.module.uri)) statics.add(cls);
      else statics.delete(cls);
    }
    for (const [uri, roots] of from.kept) {
      if (changes.files.has(uri)) this.kept.delete(uri);
      else this.kept.set(uri, freshRoots(roots, isFresh));
    }
    for (const [uri, results] of from.results) {
      const roots = changes.files.has(uri) ? undefined : freshRoots(results.roots, isFresh);
      if (roots?.size !== results.roots.size || !isFresh(results.dependencies)) {
        this.revisit(uri, roots);
        continue;
      }
      this.results.set(uri, results);
      const drafts = from.drafts.get(uri);
      if (drafts) this.drafts.set(uri, drafts);
    }
  }

  private revisit(uri: string, roots: Roots | undefined): void {
    this.results.delete(uri);
    this.drafts.delete(uri);
    if (roots) this.kept.set(uri, new Map(roots));
  }

  private shapeOf(entry: ModuleEntry): string {
    return shapeOf(entry, this.dependencies.languageOf(entry).packageOf !== undefined);
  }

  /** The same files with nothing computed, for when something beside them has changed. */
  renewed(): State {
    return new State(this.entries, this.dependencies, this.drafting, undefined);
  }

  /** Drafts of one file's evaluation, computed when they are not known yet. Throws `Cancelled`. */
  draftsOf(uri: string, checkpoint: Checkpoint): ModuleDrafts {
    let drafts = this.drafts.get(uri);
    if (!drafts) {
      drafts = this.compute(uri, checkpoint);
      this.drafts.set(uri, drafts);
    }
    return drafts;
  }

  isComputed(uri: string): boolean {
    return this.drafts.has(uri);
  }

  private compute(uri: string, checkpoint: Checkpoint): ModuleDrafts {
    const module = this.entries.get(uri);
    if (!module) return { drafts: [], duties: [], evidence: new Set(), isPartial: false, problems: [] };
    let results: ModuleResults;
    let failure: string | undefined;
    try {
      const { options } = this.session;
      // Tests are read for what is written in them; the code they call is analysed where it is.
      const own = this.dependencies.isTest(uri) ? { ...options, maxDepth: TEST_DEPTH } : options;
      const isLibrary = this.asksForLibraries && !this.dependencies.isTest(uri) && this.dependencies.isInLibrary(uri);
      const kept = this.kept.get(uri) ?? new Map<Root, RootResults>();
      this.kept.set(uri, kept);
      results = evaluateModule(this.session, module, checkpoint, own, isLibrary, kept);
    } catch (error) {
      if (error instanceof Cancelled || error instanceof UnknownPosition) throw error;
      // A mistake of the engine costs this file's findings, and says so.
      failure = `This file could not be analysed: ${(error as Error).message}`;
      const dependencies = new Dependencies();
      dependencies.file(uri);
      for (const fn of module.ir.functions) dependencies.code(fn);
      results = { results: newResults(), roots: new Map(), dependencies };
    }
    const { drafts, problems, evidence } = this.drafting.draftsOf(module, results.results, checkpoint);
    this.results.set(uri, results);
    this.kept.delete(uri);
    if (failure !== undefined) problems.unshift(failure);
    // What a test gives to the code it tests says nothing of that code.
    const { isTest } = this.dependencies;
    const own = isTest(uri) ? drafts.filter((draft) => isTest(draft.module.uri)) : drafts;
    const duties = this.drafting.dutySnapshots(results.results);
    return { drafts: own, duties, evidence, isPartial: results.results.partial, problems };
  }

  /** Places in templates that code which is no template leads to. */
  private placesGiven(byModule: ReadonlyMap<string, ModuleDrafts>): ReadonlySet<string> {
    const given = new Set<string>();
    for (const [uri, { duties }] of byModule) {
      if (this.entries.get(uri)?.ir.template !== undefined) continue;
      for (const { thing, options } of duties) {
        if (thing.module.uri !== uri && isKnown(options.get('value')?.value))
          given.add(`${thing.module.uri}|${thing.functionId}|${thing.instruction}`);
      }
    }
    return given;
  }

  /** Drafts of all files, with those that depend on the project as a whole. Throws `Cancelled`. */
  allDrafts(checkpoint: Checkpoint): {
    readonly byModule: ReadonlyMap<string, ModuleDrafts>;
    readonly duties: readonly Draft[];
    readonly checks: readonly Draft[];
    /** Rules over the whole program that failed. */
    readonly problems: readonly string[];
  } {
    const byModule = new Map<string, ModuleDrafts>();
    for (const uri of this.uris()) byModule.set(uri, this.draftsOf(uri, checkpoint));
    const snapshots = [...byModule.values()].flatMap(({ duties }) => duties);
    const given = this.placesGiven(byModule);
    const evidence = new Set([...byModule.values()].flatMap((own) => [...own.evidence]));
    for (const [uri, own] of byModule) {
      if (own.drafts.some((draft) => draft.onlyStrict && evidence.has(draft.ruleId))) {
        const known = own.drafts.map((draft) => (evidence.has(draft.ruleId) ? { ...draft, onlyStrict: false } : draft));
        byModule.set(uri, { ...own, drafts: known });
      }
    }
    for (const [uri, own] of byModule) {
      const drafts = own.drafts.filter(
        ({ provided, unlessProjectHas, unlessGiven, module, anchor }) =>
          (!provided || snapshots.some((one) => provides(one, provided))) &&
          !unlessProjectHas?.some((kind) => snapshots.some(({ thing }) => thing.effect.spec.kind === kind)) &&
          (!unlessGiven || !given.has(`${module.uri}|${anchor.functionId}|${anchor.instruction}`)),
      );
      if (drafts.length < own.drafts.length) byModule.set(uri, { ...own, drafts });
    }
    const checks: Draft[] = [];
    const problems: string[] = [];
    const program = this.programFacts();
    for (const rule of this.dependencies.rules) {
      if (rule.shape !== 'check') continue;
      checkpoint();
      const routes = this.routes(checkpoint);
      try {
        checks.push(...checkDrafts(rule, routes, this.entries, program));
      } catch (error) {
        problems.push(`The rule ${rule.id} failed: ${(error as Error).message}`);
      }
    }
    return {
      byModule,
      duties: this.drafting.duties(snapshots),
      checks: [...checks, ...this.storedDrafts(checkpoint)],
      problems,
    };
  }

  /** What one request leaves and another one uses: halves that files found on their own, joined by their keys. */
  private storedDrafts(checkpoint: Checkpoint): Draft[] {
    const rules = this.dependencies.rules.filter((rule) => rule.shape === 'flow' && rule.from.includes('stored'));
    if (rules.length === 0) return [];
    const own = this.uris().filter((uri) => !this.dependencies.isTest(uri));
    const all = own.flatMap((uri) => this.results.get(uri)?.results ?? []);
    const writes = new StoredWrites(all.flatMap((results) => [...results.writes.values()]));
    const drafts: Draft[] = [];
    for (const { hits } of all) {
      checkpoint();
      for (const hit of hits.values()) {
        if (!hit.taint.source.stores) continue;
        for (const rule of rules) {
          const draft = storedDraft(rule as FlowRule, hit, writes);
          if (draft) drafts.push(draft);
        }
      }
    }
    return drafts;
  }

  /** What rules over the inventory ask of the program as a whole; tests say nothing of it. */
  private programFacts(): Pick<InventoryFacts, 'configs' | 'imports'> {
    const uris = this.uris().filter((uri) => !this.dependencies.isTest(uri));
    const imports = new Set<string>();
    for (const uri of uris) for (const { specifier } of this.entries.get(uri)?.ir.imports ?? []) imports.add(specifier);
    const snapshots = uris.flatMap((uri) => [...(this.results.get(uri)?.results.configs.values() ?? [])].flat());
    return {
      imports: [...imports],
      configs: (kind) => snapshots.filter(({ thing }) => thing.effect.spec.kind === kind).map(configFacts),
    };
  }

  private inventory: readonly RouteEntry[] | undefined;

  /** Every route of the program, by path. Throws `Cancelled`. */
  routes(checkpoint: Checkpoint): readonly RouteEntry[] {
    if (this.inventory) return this.inventory;
    for (const uri of this.uris()) this.draftsOf(uri, checkpoint);
    const results = this.uris().flatMap((uri) => {
      const module = this.entries.get(uri);
      const found = this.results.get(uri);
      return module && found && !this.dependencies.isTest(uri) ? [{ module, results: found.results }] : [];
    });
    this.inventory = routesOf({ session: this.session, results, checkpoint });
    return this.inventory;
  }

  /** All files in the order of reports. */
  uris(): readonly string[] {
    this.sorted ??= [...this.entries.keys()].sort();
    return this.sorted;
  }
}

function freshRoots(roots: Roots, isFresh: (dependencies: Dependencies) => boolean): Map<Root, RootResults> {
  const fresh = new Map<Root, RootResults>();
  for (const [root, results] of roots) if (isFresh(results.dependencies)) fresh.set(root, results);
  return fresh;
}

/** What is tainted was judged, whatever came of it. */
function isKnown(value: Value | undefined): boolean {
  return value !== undefined && (value.consts !== undefined || value.flags !== 0 || value.taints.length > 0);
}

function provides({ thing, options }: ConfigSnapshot, { config, option, is }: Provided): boolean {
  if (thing.effect.spec.kind !== config) return false;
  const state = options.get(option);
  return state?.isKnown === true && (state.value?.consts?.some(({ value }) => value === is) ?? false);
}

const shapes = new WeakMap<ModuleEntry, string>();

/** What other files can see of a file's classes by name; where files share all names, these, too. */
function shapeOf(entry: ModuleEntry, sharesNames: boolean): string {
  let shape = shapes.get(entry);
  if (shape === undefined) {
    shape = entry.ir.classes
      .map((cls) => {
        const methods = cls.methods.map(
          (id) => `${entry.ir.functions[id].name}/${entry.ir.functions[id].params.length}`,
        );
        const fields = cls.fields.map((field) => `${field.name}:${field.type}`);
        return `${cls.isPart ? '+' : ''}${cls.qualifiedName}<${cls.supertypes.join(',')}>${cls.isInterface}{${methods.join(',')};${fields.join(',')}}`;
      })
      .join('\n');
    if (sharesNames) shape += `\n${[...entry.names].join(',')}`;
    shapes.set(entry, shape);
  }
  return shape;
}
