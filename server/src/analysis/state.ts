import { Cancelled, type Checkpoint } from '../base/checkpoint';
import { DEFAULT_OPTIONS, type NamedSink, Session } from '../dataflow/evaluation';
import type { NamedSource } from '../dataflow/named';
import type { ModuleEntry } from '../dataflow/program';
import type { ConfigSnapshot } from '../dataflow/results';
import { newResults } from '../dataflow/results';
import type { Value } from '../dataflow/value';
import type { Provided } from '../facts/model';
import { type Config, PROJECT_WIDE } from '../facts/vocabulary';
import type { Language } from '../languages/language';
import type { LiteralPart, SettingPart } from '../rules/parts';
import type { FlowRule, InventoryFacts, Rule } from '../rules/rule';
import { type ActSite, actDraft, actSites } from '../rules/shapes/act';
import { checkDrafts, type RouteEntry } from '../rules/shapes/check';
import { dutyDrafts } from '../rules/shapes/duty';
import { flowDraft } from '../rules/shapes/flow';
import { credentialSites, type LiteralSite, literalDraft, literalSites } from '../rules/shapes/literal';
import type { Draft } from '../rules/shapes/place';
import { configFacts, settingDraft } from '../rules/shapes/setting';
import { StoredWrites, storedDraft } from '../rules/shapes/stored';
import { evaluateModule, type ModuleResults } from './evaluate-module';
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

/**
 * All files of one revision with what has been computed of them. Immutable as far as callers see: `with` gives the next
 * state, which takes over every result that the change cannot have touched.
 *
 * Invariant (kept by `test/unit/analysis-incremental.test.ts`): a state reached by edits gives the same drafts as one
 * made of the same files at once.
 */
export class State {
  private readonly session: Session;
  private readonly drafts = new Map<string, ModuleDrafts>();
  private readonly results = new Map<string, ModuleResults>();

  private constructor(
    readonly entries: ReadonlyMap<string, ModuleEntry>,
    private readonly dependencies: StateDependencies,
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
    return new State(new Map(), dependencies, undefined);
  }

  /** The state after some files were added, changed (an entry) or removed (undefined). */
  with(changes: ReadonlyMap<string, ModuleEntry | undefined>): State {
    const entries = new Map(this.entries);
    const changed = new Set<string>();
    let keepsNames = true;
    for (const [uri, entry] of changes) {
      const before = entries.get(uri);
      changed.add(uri);
      if (!entry || !before || this.shapeOf(entry) !== this.shapeOf(before)) keepsNames = false;
      if (entry) entries.set(uri, entry);
      else entries.delete(uri);
    }
    // With other classes or files, names may mean other things anywhere.
    if (!keepsNames) return new State(entries, this.dependencies, undefined);
    const index = new ProgramIndex(
      entries,
      this.dependencies.languageOf,
      (uri) => entries.has(uri),
      this.dependencies.resources,
    );
    const session = new Session(index, this.session.options);
    const isFresh = (uses: Iterable<string> | undefined): boolean => {
      for (const uri of uses ?? []) if (changed.has(uri)) return false;
      return true;
    };
    for (const [uri, environment] of this.session.environments) {
      const uses = this.session.environmentUses.get(uri);
      if (!environment.isComplete || changed.has(uri) || !isFresh(uses)) continue;
      session.environments.set(uri, environment);
      if (uses) session.environmentUses.set(uri, uses);
    }
    for (const [key, template] of this.session.templates) {
      const uses = this.session.templateUses.get(key);
      const uri = key.slice(0, key.lastIndexOf('#'));
      if (!template.isComplete || !session.environments.has(uri) || !isFresh(uses)) continue;
      session.templates.set(key, template);
      if (uses) session.templateUses.set(key, uses);
    }
    for (const cls of this.session.statics) if (session.environments.has(cls.module.uri)) session.statics.add(cls);
    const next = new State(entries, this.dependencies, session);
    for (const [uri, results] of this.results) {
      if (changed.has(uri) || !isFresh(results.uses)) continue;
      next.results.set(uri, results);
      const drafts = this.drafts.get(uri);
      if (drafts) next.drafts.set(uri, drafts);
    }
    return next;
  }

  private get asksForLibraries(): boolean {
    return this.dependencies.rules.some((rule) => rule.shape === 'flow' && rule.from.includes('library-input'));
  }

  private shapeOf(entry: ModuleEntry): string {
    return shapeOf(entry, this.dependencies.languageOf(entry).packageOf !== undefined);
  }

  /** The same files with nothing computed, for when something beside them has changed. */
  renewed(): State {
    return new State(this.entries, this.dependencies, undefined);
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
    const problems: string[] = [];
    let results: ModuleResults;
    try {
      const { options } = this.session;
      // Tests are read for what is written in them; the code they call is analysed where it is.
      const own = this.dependencies.isTest(uri) ? { ...options, maxDepth: TEST_DEPTH } : options;
      const isLibrary = this.asksForLibraries && !this.dependencies.isTest(uri) && this.dependencies.isInLibrary(uri);
      results = evaluateModule(this.session, module, checkpoint, own, isLibrary);
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      // A mistake of the engine costs this file's findings, and says so.
      problems.push(`This file could not be analysed: ${(error as Error).message}`);
      results = { results: newResults(), uses: new Set([uri]) };
    }
    this.results.set(uri, results);
    const drafts: Draft[] = [];
    for (const rule of this.dependencies.rules) {
      checkpoint();
      try {
        drafts.push(...this.draftsOfRule(rule, module, results));
      } catch (error) {
        if (error instanceof Cancelled) throw error;
        problems.push(`The rule ${rule.id} failed here: ${(error as Error).message}`);
      }
    }
    // What a test gives to the code it tests says nothing of that code.
    const { isTest } = this.dependencies;
    const own = isTest(uri) ? drafts.filter((draft) => isTest(draft.module.uri)) : drafts;
    const duties = this.dutySnapshots(results);
    const evidence = this.evidenceIn(module);
    // Their texts are not needed any more.
    actsOf.delete(module);
    return { drafts: own, duties, evidence, isPartial: results.results.partial, problems };
  }

  private draftsOfRule(rule: Rule, module: ModuleEntry, { results }: ModuleResults): Draft[] {
    const found: (Draft | undefined)[] = [];
    switch (rule.shape) {
      case 'flow': {
        for (const hit of results.hits.values()) found.push(flowDraft(rule, hit));
        break;
      }
      case 'setting':
        for (const list of results.configs.values())
          for (const snapshot of list) found.push(settingDraft(rule, snapshot));
        break;
      case 'literal':
        for (const site of this.literals(module, results)) {
          found.push(literalDraft(rule, site, this.dependencies.isTest(site.module.uri)));
        }
        break;
      case 'act':
        for (const site of this.acts(module)) found.push(actDraft(rule, site));
        break;
      case 'duty':
      case 'check':
        break;
    }
    const { settings } = rule as { settings?: SettingPart };
    if (settings) {
      const part = { ...rule, ...settings };
      for (const list of results.configs.values())
        for (const snapshot of list) found.push(settingDraft(part, snapshot));
    }
    const { literals } = rule as { literals?: LiteralPart };
    if (literals) {
      const part = { ...rule, ...literals } as const;
      for (const site of this.literals(module, results))
        found.push(literalDraft(part, site, this.dependencies.isTest(site.module.uri)));
    }
    return found.filter((draft) => draft !== undefined);
  }

  private acts(module: ModuleEntry): readonly ActSite[] {
    let sites = actsOf.get(module);
    if (!sites) {
      sites = actSites(module);
      actsOf.set(module, sites);
    }
    return sites;
  }

  /** Rules for which something in the file shows that the project cares. */
  private evidenceIn(module: ModuleEntry): ReadonlySet<string> {
    const found = new Set<string>();
    for (const rule of this.dependencies.rules) {
      const evidence = rule.shape === 'act' ? rule.evidence : undefined;
      if (evidence && this.acts(module).some(({ callee }) => evidence.test(callee))) found.add(rule.id);
    }
    return found;
  }

  private literals(module: ModuleEntry, results: ModuleResults['results']): LiteralSite[] {
    const sites = literalSites(module);
    for (const list of results.configs.values()) {
      for (const snapshot of list) {
        if (TAKES_CREDENTIALS.has(snapshot.thing.effect.spec.kind)) sites.push(...credentialSites(snapshot));
      }
    }
    return sites;
  }

  private dutySnapshots({ results }: ModuleResults): ConfigSnapshot[] {
    const kinds = new Set(
      this.dependencies.rules.flatMap((rule) =>
        rule.shape === 'duty' ? [...rule.of, ...(rule.given ?? []), ...rule.metBy] : [],
      ),
    );
    for (const kind of PROJECT_WIDE) kinds.add(kind);
    return [...results.configs.values()].flat().filter(({ thing }) => kinds.has(thing.effect.spec.kind));
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
    for (const uri of [...this.entries.keys()].sort()) byModule.set(uri, this.draftsOf(uri, checkpoint));
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
    const duties: Draft[] = [];
    for (const rule of this.dependencies.rules) if (rule.shape === 'duty') duties.push(...dutyDrafts(rule, snapshots));
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
    return { byModule, duties, checks: [...checks, ...this.storedDrafts(checkpoint)], problems };
  }

  /** What one request leaves and another one uses: halves that files found on their own, joined by their keys. */
  private storedDrafts(checkpoint: Checkpoint): Draft[] {
    const rules = this.dependencies.rules.filter((rule) => rule.shape === 'flow' && rule.from.includes('stored'));
    if (rules.length === 0) return [];
    const own = [...this.entries.keys()].sort().filter((uri) => !this.dependencies.isTest(uri));
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
    const uris = [...this.entries.keys()].sort().filter((uri) => !this.dependencies.isTest(uri));
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
    for (const uri of [...this.entries.keys()].sort()) this.draftsOf(uri, checkpoint);
    const results = [...this.entries.keys()].sort().flatMap((uri) => {
      const module = this.entries.get(uri);
      const found = this.results.get(uri);
      return module && found && !this.dependencies.isTest(uri) ? [{ module, results: found.results }] : [];
    });
    this.inventory = routesOf({ session: this.session, results, checkpoint });
    return this.inventory;
  }
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

const actsOf = new WeakMap<ModuleEntry, readonly ActSite[]>();

const TAKES_CREDENTIALS: ReadonlySet<Config> = new Set([
  'credential',
  'token-secret',
  'database-client',
  'encryption-key',
]);

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
