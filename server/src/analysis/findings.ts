import type { Checkpoint } from '../base/checkpoint';
import type { Finding, Notice, Severity } from '../base/finding';
import { hashText } from '../base/hash';
import { LineIndex } from '../base/span';
import type { ModuleEntry } from '../dataflow/program';
import type { Rule } from '../rules/rule';
import type { Draft } from '../rules/shapes/place';
import type { State } from './state';
import { readSuppressions, suppressionFor } from './suppressions';

export interface AnalysisOptions {
  readonly profile: 'recommended' | 'strict';
  /** By rule id. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Suppressions count only in a trusted workspace. */
  readonly trusted: boolean;
}

export interface FileReport {
  readonly uri: string;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
  /** Says that something of the file was left out, in words for the user. */
  readonly partial: string | undefined;
}

export interface ReportRequest {
  readonly state: State;
  readonly rules: readonly Rule[];
  readonly ruleIds: ReadonlySet<string>;
  readonly options: AnalysisOptions;
  readonly isTest: (uri: string) => boolean;
  readonly checkpoint: Checkpoint;
}

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** The reports of one revision, with what each was made of. */
export class Reports {
  private made = new Map<string, { readonly from: Ingredients; readonly report: FileReport }>();

  /**
   * Findings of all files: drafts of all evaluations, each place and weakness once, with settings and suppressions
   * applied. Reports that are made of the same as before are the same as before.
   */
  make(request: ReportRequest): ReadonlyMap<string, FileReport> {
    const { state, checkpoint } = request;
    const { byModule, duties, checks, problems: failed } = state.allDrafts(checkpoint);
    const byFile = new Map<string, Draft[]>();
    const add = (draft: Draft): void => {
      const list = byFile.get(draft.module.uri);
      if (list) list.push(draft);
      else byFile.set(draft.module.uri, [draft]);
    };
    for (const { drafts } of byModule.values()) drafts.forEach(add);
    duties.forEach(add);
    checks.forEach(add);
    const rules = new Map(request.rules.map((rule) => [rule.id, rule]));
    const made: typeof this.made = new Map();
    const reports = new Map<string, FileReport>();
    for (const uri of state.uris()) {
      checkpoint();
      const module = state.entries.get(uri) as ModuleEntry;
      const { problems: own, isPartial } = byModule.get(uri) ?? NOTHING_MORE;
      // What failed for the program as a whole is told with its first file.
      const problems = reports.size === 0 ? [...own, ...failed] : own;
      const drafts = byFile.get(uri) ?? NO_DRAFTS;
      const { options, isTest } = request;
      const revision = revisionOf(state, module, drafts);
      const from = { module, drafts, problems, isPartial, options, inTest: isTest(uri), revision };
      const known = this.made.get(uri);
      const report = known && sameIngredients(known.from, from) ? known.report : makeReport(from, rules, request);
      made.set(uri, { from, report });
      reports.set(uri, report);
    }
    this.made = made;
    return reports;
  }

  /** The same to begin with, for a revision that is tried. */
  copy(): Reports {
    const copy = new Reports();
    copy.made = this.made;
    return copy;
  }
}

interface Ingredients {
  readonly module: ModuleEntry;
  readonly drafts: readonly Draft[];
  readonly problems: readonly string[];
  readonly isPartial: boolean;
  readonly options: AnalysisOptions;
  readonly inTest: boolean;
  readonly revision: number;
}

const NO_DRAFTS: readonly Draft[] = [];
const NOTHING_MORE = { problems: [] as readonly string[], isPartial: false };

function sameIngredients(a: Ingredients, b: Ingredients): boolean {
  return (
    a.module === b.module &&
    a.revision === b.revision &&
    a.options === b.options &&
    a.inTest === b.inTest &&
    a.isPartial === b.isPartial &&
    sameList(a.drafts, b.drafts) &&
    sameList(a.problems, b.problems)
  );
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

/** Grows with the edits of the file and of those that the drafts' steps are in: positions move. */
function revisionOf({ entries }: State, module: ModuleEntry, drafts: readonly Draft[]): number {
  const files = new Set([module.uri]);
  for (const { trace } of drafts) for (const step of trace) files.add(step.uri);
  let revision = 0;
  for (const file of files) revision += entries.get(file)?.revision ?? 0;
  return revision;
}

function makeReport(from: Ingredients, rules: ReadonlyMap<string, Rule>, request: ReportRequest): FileReport {
  const { module, problems } = from;
  const { uri } = module;
  const placed = from.drafts.map((draft) => placedDraft(draft, request.state));
  const drafts = chosen(placed, rules, from);
  const { suppressions, notices } = readSuppressions(module.current, module.text, (id) => request.ruleIds.has(id));
  const isSuppressing = suppressions.length > 0 && from.options.trusted;
  const lines = drafts.length > 0 && isSuppressing ? new LineIndex(module.text) : undefined;
  const ordinals = new Map<string, number>();
  const findings = drafts.map((draft): Finding => {
    const first = lines?.lineOf(draft.start) ?? 0;
    const last = lines?.lineOf(Math.max(draft.start, draft.end - 1)) ?? 0;
    const suppression = lines ? suppressionFor(suppressions, draft.ruleId, { first, last }) : undefined;
    return {
      uri,
      start: draft.start,
      end: draft.end,
      ruleId: draft.ruleId,
      severity: severityOf(draft, from.options),
      message: draft.message,
      variant: draft.variant,
      cwe: draft.cwe,
      trace: draft.trace,
      fingerprint: fingerprintOf(draft, ordinals),
      suppressed: suppression && { reason: suppression.reason, start: suppression.start, end: suppression.end },
      anchor: draft.anchor,
    };
  });
  return {
    uri,
    findings,
    notices: [...notices, ...problems.map((message): Notice => ({ uri, message }))],
    partial:
      module.current.partial ?? (from.isPartial ? 'The calls in this file go on further than is followed.' : undefined),
  };
}

/** The draft with the positions of the text as it is now. */
function placedDraft(draft: Draft, { entries }: State): Draft {
  if (draft.isPlaced) return draft;
  const { positions } = draft.module;
  return {
    ...draft,
    start: positions.start(draft.start),
    end: positions.end(draft.end),
    trace: draft.trace.map((step) => {
      const of = entries.get(step.uri)?.positions;
      return of ? { ...step, start: of.start(step.start), end: of.end(step.end) } : step;
    }),
  };
}

function severityOf(draft: Draft, options: AnalysisOptions): Severity {
  const chosenSeverity = options.severities[draft.ruleId];
  return chosenSeverity === undefined || chosenSeverity === 'off' ? draft.severity : chosenSeverity;
}

/** One finding a weakness and place; of a family the first that applies. */
function chosen(
  drafts: readonly Draft[],
  rules: ReadonlyMap<string, Rule>,
  { options, inTest }: Pick<Ingredients, 'options' | 'inTest'>,
): Draft[] {
  const best = new Map<string, Draft>();
  for (const draft of drafts) {
    const rule = rules.get(draft.ruleId);
    if (!rule || options.severities[rule.id] === 'off') continue;
    if (rule.profile === 'strict' && options.profile !== 'strict' && options.severities[rule.id] === undefined)
      continue;
    if (draft.onlyStrict && options.profile !== 'strict') continue;
    if (inTest && !rule.inTests) continue;
    const place = rule.perFunction
      ? `function ${draft.anchor.functionId}`
      : rule.perCall
        ? `call ${draft.anchor.functionId}.${draft.anchor.instruction}`
        : `${draft.start}:${draft.end}`;
    const key = `${place}:${rule.family ? `family ${rule.family.name}` : rule.id}`;
    const known = best.get(key);
    if (!known || compare(draft, known, rules) < 0) best.set(key, draft);
  }
  const sorted = [...best.values()].sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0),
  );
  return sorted.map((draft, n) => {
    if (!rules.get(draft.ruleId)?.perFile || !LOUD.has(draft.severity)) return draft;
    const isFirst = !sorted.slice(0, n).some((other) => other.ruleId === draft.ruleId && LOUD.has(other.severity));
    return isFirst ? draft : { ...draft, severity: 'information' };
  });
}

const LOUD: ReadonlySet<Severity> = new Set(['error', 'warning']);

/** Which of two drafts of one place says it better. */
function compare(a: Draft, b: Draft, rules: ReadonlyMap<string, Rule>): number {
  const rank = (draft: Draft): number => rules.get(draft.ruleId)?.family?.rank ?? 0;
  return (
    rank(a) - rank(b) ||
    // What is said of the whole is said better than of a part of it.
    Number(a.variant !== undefined) - Number(b.variant !== undefined) ||
    SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
    a.trace.length - b.trace.length ||
    a.start - b.start ||
    (a.message < b.message ? -1 : a.message > b.message ? 1 : 0)
  );
}

/** The draft's positions are those of the text. Survives moved lines and reformatting: the rule, the enclosing function, the text without white space, the number among equals. */
function fingerprintOf(draft: Draft, ordinals: Map<string, number>): string {
  const fn = draft.module.ir.functions[draft.anchor.functionId];
  const text = draft.module.text.slice(draft.start, draft.end).replace(/\s+/g, '');
  const base = `${draft.ruleId}|${fn?.name ?? ''}|${text}`;
  const ordinal = ordinals.get(base) ?? 0;
  ordinals.set(base, ordinal + 1);
  return hashText(`${base}|${ordinal}`);
}
