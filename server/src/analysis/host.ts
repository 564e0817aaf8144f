import { type Checkpoint, NO_CHECKPOINT } from '../base/checkpoint';
import type { Finding, Notice, Severity } from '../base/finding';
import type { NamedSink } from '../dataflow/evaluation';
import { UnknownPosition } from '../dataflow/positions';
import { ModuleEntry } from '../dataflow/program';
import { ModelIndex } from '../facts/resolve';
import type { Route } from '../facts/route';
import { PLAIN_SINKS, type Sink } from '../facts/vocabulary';
import { applyEdits } from '../fixes/apply';
import { createFixContext } from '../fixes/context';
import type { TextEdit } from '../fixes/edits';
import type { FixProposal } from '../fixes/fix';
import { FIXES } from '../fixes/index';
import { proposalOf } from '../fixes/propose';
import type { FunctionIR, ModuleIR } from '../ir/ir';
import { Tables } from '../ir/tables';
import type { Language, Reader } from '../languages/language';
import {
  isClientAddress,
  isConfirmationCode,
  isPrincipal,
  isResetToken,
  isSessionStore,
  mustBeUnguessable,
  secretKindOf,
} from '../rules/lexicon';
import type { Rule } from '../rules/rule';
import { type Grammar, type Parsed, sameColumns } from '../syntax/grammar';
import type { SyntaxTree } from '../syntax/tree';
import { type AnalysisOptions, type FileReport, Reports } from './findings';
import { readManifest, readProperties } from './manifest';
import { type PackageRole, readRole } from './package-role';
import { isProven } from './proof';
import { State } from './state';

export type { AnalysisOptions, FileReport } from './findings';

/** An edit that was tried: the edited text parses, the finding is gone, nothing new appears. */
export interface ProvenFix {
  readonly id: string;
  readonly title: string;
  /** `safe` keeps behaviour other than the flaw. */
  readonly kind: FixProposal['kind'];
  readonly edits: readonly TextEdit[];
}

export interface HostDependencies {
  readonly languages: readonly Language[];
  readonly rules: readonly Rule[];
  /** A grammar that has been loaded. */
  readonly grammar: (name: string) => Grammar | undefined;
  readonly options: AnalysisOptions;
  /** Compiled models by language, for hosts that share them: compiling takes longer than reading a large file. */
  readonly models?: Map<Language, ModelIndex>;
}

export interface HostStats {
  readonly files: number;
  readonly lines: number;
  readonly functions: number;
  /** How often each reason became `Opaque`. */
  readonly opaque: Readonly<Record<string, number>>;
  readonly partial: number;
  /** Edits that changed nothing but the code of functions, so that everything else was kept. */
  readonly patches: number;
  /** How often what such edits had kept was given up: a mistake of the engine, which costs time alone. */
  readonly renewals: number;
}

interface Document {
  text: string;
  readonly language: Language;
  readonly grammarName: string;
  isOpen: boolean;
  isTest: boolean;
  parsed: Parsed | undefined;
  /** Names and constants by number, from one edit to the next. */
  tables: Tables;
  /** The tree was made of the one before the edit and is to be compared with one made of the text alone. */
  isProvisional: boolean;
}

/** A file's tables keep what edits took away, up to this many times of what they began with. */
const MAX_GROWTH = 2;

/** Names that make a value a secret: predictable ones must not be bound to them. */
const SECRET_NAMES: NamedSink = {
  kind: 'secret-value',
  sources: ['weak-random'],
  matches: mustBeUnguessable,
  keeps: isSessionStore,
};

/** The same, where more is known of what the secret is for. */
const RESET_NAMES: NamedSink = { kind: 'reset-token', sources: ['weak-random'], matches: isResetToken };
const CODE_NAMES: NamedSink = { kind: 'confirmation-code', sources: ['weak-random'], matches: isConfirmationCode };

/** What is called the address of a client is taken for it. */
const ADDRESS_NAMES: NamedSink = { kind: 'client-address', sources: ['claimed-address'], matches: isClientAddress };

/** What is called the user of a request is taken for who is asking. */
const PRINCIPAL_NAMES: NamedSink = { kind: 'identity', sources: ['remote'], matches: isPrincipal };

/** Where values that only their names make secrets are looked for. */
function namedBy(rules: readonly Rule[]): ReadonlySet<Sink> {
  const flows = rules.filter((rule) => rule.shape === 'flow');
  const isFoundByEngine = (sink: Sink): boolean => (PLAIN_SINKS as readonly Sink[]).includes(sink);
  return new Set(flows.flatMap(({ from, to }) => (from.includes('secret') ? to : to.filter(isFoundByEngine))));
}

/**
 * The engine's façade: texts go in, reports come out, and every door asks here. It reads nothing by itself and knows no
 * clock; positions are UTF-16 offsets.
 */
export class AnalysisHost {
  private readonly documents = new Map<string, Document>();
  private readonly manifests = new Map<string, Readonly<Record<string, string>>>();
  private readonly roles = new Map<string, PackageRole>();
  private readonly resources = new Map<string, Readonly<Record<string, string>>>();
  private readonly models: Map<Language, ModelIndex>;
  private readonly changed = new Map<string, ModuleEntry | undefined>();
  /** Functions of files of the state that edits have replaced, and the files. */
  private readonly patchedFunctions = new Set<FunctionIR>();
  private readonly patchedFiles = new Set<string>();
  private readonly made = new Reports();
  private options: AnalysisOptions;
  private state: State;
  private cached: ReadonlyMap<string, FileReport> | undefined;
  private readonly ruleIds: ReadonlySet<string>;
  /** How often positions were asked for that nobody had given out. */
  private renewals = 0;
  private patches = 0;

  constructor(private readonly dependencies: HostDependencies) {
    this.options = dependencies.options;
    this.models = dependencies.models ?? new Map();
    this.ruleIds = new Set(dependencies.rules.map((rule) => rule.id));
    this.state = State.empty({
      languageOf: (module) => this.languageNamed(module.ir.language),
      rules: dependencies.rules,
      isTest: (uri) => this.documents.get(uri)?.isTest ?? false,
      namedSinks: [SECRET_NAMES, RESET_NAMES, CODE_NAMES, ADDRESS_NAMES, PRINCIPAL_NAMES],
      namedSource: {
        sinks: namedBy(dependencies.rules),
        matches: (name) => secretKindOf(name) !== undefined,
        isComputed: (name) => secretKindOf(name) === 'signature',
      },
      resources: this.resources,
      isInLibrary: (uri) => this.isInLibrary(uri),
    });
  }

  private languageNamed(id: string): Language {
    const language = this.dependencies.languages.find((one) => one.id === id);
    if (!language) throw new Error(`There is no language ${id}.`);
    return language;
  }

  /** Name of the grammar that reads a file, '' when it is read without one, undefined when no language claims it. */
  grammarFor(uri: string): string | undefined {
    return this.claim(uri)?.grammarName;
  }

  private claim(uri: string): { readonly language: Language; readonly grammarName: string } | undefined {
    const extension = endingOf(uri);
    if (extension === '') return undefined;
    for (const language of this.dependencies.languages) {
      if (Object.hasOwn(language.extensions, extension))
        return { language, grammarName: language.extensions[extension] };
    }
    return undefined;
  }

  configure(options: AnalysisOptions): void {
    this.options = options;
    this.cached = undefined;
  }

  /**
   * Adds or replaces a file. Its grammar must have been loaded; files that no language claims are ignored. An open
   * file's tree is kept, so that its next text is parsed where it changed.
   */
  setText(uri: string, text: string, how: { readonly open?: boolean; readonly isTest?: boolean } = {}): void {
    const claim = this.claim(uri);
    const grammar = claim && this.dependencies.grammar(claim.grammarName);
    if (!claim || (!grammar && claim.grammarName !== '')) return;
    const before = this.documents.get(uri);
    const document: Document = {
      text,
      language: claim.language,
      grammarName: claim.grammarName,
      isOpen: how.open ?? before?.isOpen ?? false,
      isTest: how.isTest ?? before?.isTest ?? false,
      parsed: before?.parsed,
      tables: before?.tables ?? new Tables(),
      isProvisional: before?.isProvisional ?? false,
    };
    this.documents.set(uri, document);
    if (before && before.text === text && before.isTest === document.isTest && this.hasEntry(uri)) {
      if (!document.isOpen) this.dropTree(document);
      return;
    }
    this.cached = undefined;
    const read = document.language.readers?.[endingOf(uri)];
    if (grammar && !read)
      this.lowered(uri, document, this.parse(document, grammar), before?.isTest === document.isTest);
    else this.changed.set(uri, this.newEntry(uri, document, readWith(read, document, uri, grammar)));
  }

  /** Takes over a file's tree: into the functions that changed where possible, else as a file of its own. */
  private lowered(uri: string, document: Document, tree: SyntaxTree, mayPatch: boolean): void {
    const { language, text } = document;
    const entry = this.changed.has(uri) ? undefined : this.state.entries.get(uri);
    if (entry?.isEdited && mayPatch && document.tables.size <= MAX_GROWTH * entry.sizeOfTables) {
      const ir = language.lower(tree, uri, document.tables);
      const functions = entry.patch(ir, text);
      if (functions) {
        for (const fn of functions) this.patchedFunctions.add(fn);
        this.patchedFiles.add(uri);
        this.patches++;
      } else this.changed.set(uri, this.newEntry(uri, document, ir));
      return;
    }
    document.tables = new Tables();
    this.changed.set(uri, this.newEntry(uri, document, language.lower(tree, uri, document.tables)));
  }

  private newEntry(uri: string, { language, text, isOpen, tables }: Document, ir: ModuleIR): ModuleEntry {
    return new ModuleEntry(
      ir,
      text,
      this.modelsOf(language),
      this.versionsFor(uri),
      isOpen && ir.template === undefined ? tables.size : 0,
    );
  }

  private hasEntry(uri: string): boolean {
    return this.changed.has(uri) ? this.changed.get(uri) !== undefined : this.state.entries.has(uri);
  }

  private parse(document: Document, grammar: Grammar): SyntaxTree {
    document.isProvisional = false;
    if (!document.isOpen) {
      this.dropTree(document);
      return grammar.parseOnce(document.text);
    }
    document.parsed = grammar.parse(document.text, { previous: document.parsed });
    document.isProvisional = !document.parsed.isExact;
    return document.parsed.tree;
  }

  /** How the parser recovers from errors may depend on what was there before; results must not. */
  private settle(): void {
    for (const [uri, document] of this.documents) {
      if (!document.isProvisional) continue;
      document.isProvisional = false;
      const grammar = this.dependencies.grammar(document.grammarName);
      const tree = grammar?.parseOnce(document.text);
      if (!tree || !document.parsed || sameColumns(tree, document.parsed.tree)) continue;
      this.cached = undefined;
      this.lowered(uri, document, tree, true);
    }
  }

  private dropTree(document: Document): void {
    document.parsed?.dispose();
    document.parsed = undefined;
  }

  private modelsOf(language: Language): ModelIndex {
    let models = this.models.get(language);
    if (!models) {
      models = new ModelIndex(language.models);
      this.models.set(language, models);
    }
    return models;
  }

  /** The text stays known, only what makes typing fast is given up. */
  close(uri: string): void {
    const document = this.documents.get(uri);
    if (!document) return;
    document.isOpen = false;
    this.dropTree(document);
  }

  remove(uri: string): void {
    const document = this.documents.get(uri);
    if (!document) return;
    this.dropTree(document);
    this.documents.delete(uri);
    this.changed.set(uri, undefined);
    this.cached = undefined;
  }

  /** Tells the versions of libraries: defaults may differ by version. */
  setManifest(uri: string, text: string): void {
    if (uri.endsWith('.properties')) {
      this.setResource(uri, text);
      return;
    }
    this.setRole(uri, readRole(uri, text));
    const versions = readManifest(uri, text);
    if (JSON.stringify(versions) === JSON.stringify(this.manifests.get(uri) ?? {})) return;
    this.manifests.set(uri, versions);
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    for (const [file, document] of this.documents) {
      const entry = this.changed.get(file) ?? this.state.entries.get(file);
      if (!file.startsWith(folder) || !entry) continue;
      this.changed.set(file, this.newEntry(file, document, entry.current));
    }
    this.cached = undefined;
  }

  private setRole(uri: string, role: PackageRole | undefined): void {
    if (this.roles.get(uri) === role) return;
    if (role === undefined) this.roles.delete(uri);
    else this.roles.set(uri, role);
    this.state = this.state.renewed();
    this.cached = undefined;
  }

  /** Whether the package that a file is in, by the nearest manifest that says it, is for others to call. */
  private isInLibrary(uri: string): boolean {
    let nearest = '';
    for (const manifest of this.roles.keys()) {
      const isAbove = uri.startsWith(manifest.slice(0, manifest.lastIndexOf('/') + 1));
      if (isAbove && (manifest.length > nearest.length || (manifest.length === nearest.length && manifest < nearest)))
        nearest = manifest;
    }
    return this.roles.get(nearest) === 'library';
  }

  private setResource(uri: string, text: string): void {
    const values = readProperties(text);
    if (JSON.stringify(values) === JSON.stringify(this.resources.get(uri))) return;
    this.resources.set(uri, values);
    this.state = this.state.renewed();
    this.cached = undefined;
  }

  private versionsFor(uri: string): Readonly<Record<string, string>> {
    const versions: Record<string, string> = {};
    const above = [...this.manifests.keys()].filter((file) => uri.startsWith(file.slice(0, file.lastIndexOf('/') + 1)));
    // The nearest one has the last word.
    above.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    for (const file of above) Object.assign(versions, this.manifests.get(file));
    return versions;
  }

  get uris(): readonly string[] {
    return [...this.documents.keys()].sort();
  }

  /** What is known of one file, with everything brought up to date first. Throws `Cancelled`. */
  report(uri: string, checkpoint: Checkpoint = NO_CHECKPOINT): FileReport {
    return this.current(checkpoint).get(uri) ?? { uri, findings: [], notices: [], partial: undefined };
  }

  /**
   * What is known of one file right after an edit. While there are syntax errors, this may rest on what the parser took
   * over from before; `report` and `reports` never do, and they are to follow. Throws `Cancelled`.
   */
  reportAtOnce(uri: string, checkpoint: Checkpoint = NO_CHECKPOINT): FileReport {
    return this.upToDate(checkpoint).get(uri) ?? { uri, findings: [], notices: [], partial: undefined };
  }

  /** All files, sorted by uri. Throws `Cancelled`. */
  reports(checkpoint: Checkpoint = NO_CHECKPOINT): readonly FileReport[] {
    return [...this.current(checkpoint).values()];
  }

  /** Every route of all files but tests, by path. Throws `Cancelled`. */
  routes(checkpoint: Checkpoint = NO_CHECKPOINT): readonly Route[] {
    this.settle();
    this.applyChanges();
    return this.state.routes(checkpoint).map(({ route }) => route);
  }

  private current(checkpoint: Checkpoint): ReadonlyMap<string, FileReport> {
    this.settle();
    return this.upToDate(checkpoint);
  }

  private upToDate(checkpoint: Checkpoint): ReadonlyMap<string, FileReport> {
    this.applyChanges();
    try {
      this.cached ??= this.makeReports(this.state, this.made, checkpoint);
    } catch (error) {
      if (!(error instanceof UnknownPosition)) throw error;
      this.renewEntries();
      this.cached = this.makeReports(this.state, this.made, checkpoint);
    }
    return this.cached;
  }

  private applyChanges(): void {
    if (this.patchedFunctions.size + this.patchedFiles.size > 0) {
      this.state.patched(this.patchedFunctions, this.patchedFiles);
      this.patchedFunctions.clear();
      this.patchedFiles.clear();
    }
    if (this.changed.size === 0) return;
    this.state = this.state.with(this.changed);
    this.changed.clear();
  }

  /** Gives up all that edits have left in place. */
  private renewEntries(): void {
    this.renewals++;
    for (const [uri, entry] of this.state.entries) {
      const document = this.documents.get(uri);
      if (entry.revision > 0 && document) this.changed.set(uri, this.newEntry(uri, document, entry.current));
    }
    this.applyChanges();
  }

  private makeReports(state: State, made: Reports, checkpoint: Checkpoint): ReadonlyMap<string, FileReport> {
    return made.make({
      state,
      rules: this.dependencies.rules,
      ruleIds: this.ruleIds,
      options: this.options,
      isTest: (uri) => this.documents.get(uri)?.isTest ?? false,
      checkpoint,
    });
  }

  // ---- fixes -----------------------------------------------------------------------------------------------------

  /** Fixes of one finding of the current text, best first; each was tried. Throws `Cancelled`. */
  fixes(uri: string, fingerprint: string, checkpoint: Checkpoint = NO_CHECKPOINT): readonly ProvenFix[] {
    const finding = this.findingOf(uri, fingerprint, checkpoint);
    const rule = finding && this.dependencies.rules.find((one) => one.id === finding.ruleId);
    if (!finding || !rule || finding.suppressed) return [];
    const proven: ProvenFix[] = [];
    for (const id of rule.fixes) {
      checkpoint();
      const proposal = this.propose(finding, id, undefined);
      if (proposal && this.isProven(finding, proposal, checkpoint)) proven.push({ id, ...proposal });
    }
    return proven;
  }

  /** The edit that suppresses a finding with the user's reason. Throws `Cancelled`. */
  suppression(
    uri: string,
    fingerprint: string,
    reason: string,
    checkpoint: Checkpoint = NO_CHECKPOINT,
  ): ProvenFix | undefined {
    const finding = this.findingOf(uri, fingerprint, checkpoint);
    if (!finding || finding.suppressed) return undefined;
    const proposal = this.propose(finding, 'suppress', reason);
    if (!proposal || (this.options.trusted && !this.isProven(finding, proposal, checkpoint))) return undefined;
    return { id: 'suppress', ...proposal };
  }

  private findingOf(uri: string, fingerprint: string, checkpoint: Checkpoint): Finding | undefined {
    return this.report(uri, checkpoint).findings.find((finding) => finding.fingerprint === fingerprint);
  }

  private propose(finding: Finding, id: string, reason: string | undefined): FixProposal | undefined {
    const fix = FIXES.get(id);
    const entry = this.state.entries.get(finding.uri);
    const document = this.documents.get(finding.uri);
    if (!fix || !entry || !document) return undefined;
    if (entry.ir.template && !fix.inTemplates) return undefined;
    try {
      return proposalOf(fix, createFixContext(finding, entry.current, document.text, document.language.edits, reason));
    } catch {
      // A fix that fails is one that is not offered.
      return undefined;
    }
  }

  /** Tries the edit on a copy. */
  private isProven(finding: Finding, proposal: FixProposal, checkpoint: Checkpoint): boolean {
    const changes = new Map<string, ModuleEntry>();
    for (const uri of new Set(proposal.edits.map((edit) => edit.uri))) {
      const document = this.documents.get(uri);
      const grammar = document && this.dependencies.grammar(document.grammarName);
      if (!document || (!grammar && document.grammarName !== '')) return false;
      const text = applyEdits(
        document.text,
        proposal.edits.filter((edit) => edit.uri === uri),
      ); // prettier-ignore
      if (text === undefined || text === document.text) return false;
      const copy: Document = { ...document, text, isOpen: false };
      const read = document.language.readers?.[endingOf(uri)];
      const ir =
        grammar && !read ? document.language.lower(grammar.parseOnce(text), uri) : readWith(read, copy, uri, grammar);
      changes.set(uri, this.newEntry(uri, copy, ir));
    }
    const before = this.current(checkpoint);
    for (const [uri, entry] of changes) {
      if (entry.ir.errors.length > (this.state.entries.get(uri)?.current.errors.length ?? 0)) return false;
    }
    return isProven(finding, before, this.makeReports(this.state.with(changes), this.made.copy(), checkpoint));
  }

  stats(): HostStats {
    this.applyChanges();
    const opaque: Record<string, number> = {};
    let lines = 0;
    let functions = 0;
    let partial = 0;
    for (const { current: ir } of this.state.entries.values()) {
      lines += ir.lines;
      functions += ir.functions.length;
      if (ir.partial !== undefined) partial++;
      for (const [reason, count] of Object.entries(ir.opaque)) opaque[reason] = (opaque[reason] ?? 0) + count;
    }
    return {
      files: this.state.entries.size,
      lines,
      functions,
      opaque,
      partial,
      patches: this.patches,
      renewals: this.renewals,
    };
  }
}

/** What a file of another form says in the language. */
function readWith(read: Reader | undefined, { text }: Document, uri: string, grammar: Grammar | undefined): ModuleIR {
  if (!read) throw new Error(`Nothing reads ${uri}.`);
  return read(text, uri, (source) => {
    if (!grammar) throw new Error(`${uri} is read without a grammar.`);
    return grammar.parseOnce(source);
  });
}

function endingOf(uri: string): string {
  const dot = uri.lastIndexOf('.');
  return dot < uri.lastIndexOf('/') ? '' : uri.slice(dot).toLowerCase();
}

export type { Notice, Severity };
