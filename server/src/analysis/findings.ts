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

/** Findings of all files: drafts of all evaluations, each place and weakness once, with settings and suppressions applied. */
export function makeReports(request: ReportRequest): ReadonlyMap<string, FileReport> {
  const { state, checkpoint } = request;
  const { byModule, duties, checks, problems: failed } = state.allDrafts(checkpoint);
  const rules = new Map(request.rules.map((rule) => [rule.id, rule]));
  const byFile = new Map<string, Draft[]>();
  const add = (draft: Draft): void => {
    const list = byFile.get(draft.module.uri);
    if (list) list.push(draft);
    else byFile.set(draft.module.uri, [draft]);
  };
  for (const { drafts } of byModule.values()) drafts.forEach(add);
  duties.forEach(add);
  checks.forEach(add);
  const reports = new Map<string, FileReport>();
  for (const uri of [...state.entries.keys()].sort()) {
    checkpoint();
    const module = state.entries.get(uri) as ModuleEntry;
    const own = byModule.get(uri);
    const drafts = chosen(byFile.get(uri) ?? [], rules, request, uri);
    const { suppressions, notices } = readSuppressions(module.ir, module.text, (id) => request.ruleIds.has(id));
    const lines = drafts.length > 0 ? new LineIndex(module.text) : undefined;
    const ordinals = new Map<string, number>();
    const findings = drafts.map((draft): Finding => {
      const severity = severityOf(draft, request.options);
      const first = lines?.lineOf(draft.start) ?? 0;
      const last = lines?.lineOf(Math.max(draft.start, draft.end - 1)) ?? 0;
      const suppression = request.options.trusted
        ? suppressionFor(suppressions, draft.ruleId, { first, last })
        : undefined;
      return {
        uri,
        start: draft.start,
        end: draft.end,
        ruleId: draft.ruleId,
        severity,
        message: draft.message,
        variant: draft.variant,
        cwe: draft.cwe,
        trace: draft.trace,
        fingerprint: fingerprintOf(draft, ordinals),
        suppressed: suppression && { reason: suppression.reason, start: suppression.start, end: suppression.end },
        anchor: draft.anchor,
      };
    });
    // What failed for the program as a whole is told with its first file.
    const ownProblems = [...(own?.problems ?? []), ...(reports.size === 0 ? failed : [])];
    const problems = ownProblems.map((message): Notice => ({ uri, message }));
    reports.set(uri, {
      uri,
      findings,
      notices: [...notices, ...problems],
      partial:
        module.ir.partial ?? (own?.isPartial ? 'The calls in this file go on further than is followed.' : undefined),
    });
  }
  return reports;
}

function severityOf(draft: Draft, options: AnalysisOptions): Severity {
  const chosenSeverity = options.severities[draft.ruleId];
  return chosenSeverity === undefined || chosenSeverity === 'off' ? draft.severity : chosenSeverity;
}

/** One finding a weakness and place; of a family the first that applies. */
function chosen(
  drafts: readonly Draft[],
  rules: ReadonlyMap<string, Rule>,
  request: ReportRequest,
  uri: string,
): Draft[] {
  const { options } = request;
  const inTest = request.isTest(uri);
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

/** Survives moved lines and reformatting: the rule, the enclosing function, the text without white space, the number among equals. */
function fingerprintOf(draft: Draft, ordinals: Map<string, number>): string {
  const fn = draft.module.ir.functions[draft.anchor.functionId];
  const text = draft.module.slice(draft.start, draft.end).replace(/\s+/g, '');
  const base = `${draft.ruleId}|${fn?.name ?? ''}|${text}`;
  const ordinal = ordinals.get(base) ?? 0;
  ordinals.set(base, ordinal + 1);
  return hashText(`${base}|${ordinal}`);
}
