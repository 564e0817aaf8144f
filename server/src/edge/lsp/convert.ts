import {
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { FileReport } from '../../analysis/host';
import type { Finding, Notice, Severity } from '../../base/finding';
import type { LineIndex } from '../../base/span';
import type { Route, RoutePlace } from '../../facts/route';
import type { TextEdit as EngineEdit } from '../../fixes/edits';
import type { RouteInfo } from '../../protocol';
import type { Rule } from '../../rules/rule';

/** The only place where offsets of the engine become positions of the protocol and back. */
export interface Names {
  lines(uri: string): LineIndex | undefined;
  clientUri(uri: string): string;
  rule(id: string): Rule | undefined;
}

/** Routes as the protocol has them. */
export function routeInfo(route: Route, names: Names): RouteInfo {
  const place = ({ uri, start, end }: RoutePlace) => ({
    uri: names.clientUri(uri),
    range: rangeOf(names.lines(uri), { start, end }),
  });
  return {
    method: route.method,
    path: route.path,
    ...place(route),
    handler: route.handler && { name: route.handler.name, ...place(route.handler) },
    guards: route.guards.map((guard) => ({ kind: guard.kind, name: guard.name, ...place(guard) })),
    isMounted: route.isAttached,
  };
}

export const SOURCE = 'backend-security';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What identifies a finding between two requests, whatever was edited in between. */
export interface DiagnosticData {
  readonly fingerprint: string;
}

/** What an editor shows of a file: findings that nobody suppressed, and what the analysis has to say of itself. */
export function diagnosticsOf(report: FileReport, names: Names): Diagnostic[] {
  const open = report.findings.filter(({ suppressed }) => suppressed === undefined);
  const diagnostics = open.map((finding) => diagnosticOf(finding, names));
  for (const notice of report.notices) diagnostics.push(noticeDiagnostic(notice, names));
  if (report.partial !== undefined) {
    diagnostics.push(noticeDiagnostic({ uri: report.uri, message: `Analysed in part: ${report.partial}` }, names));
  }
  return diagnostics;
}

export function diagnosticOf(finding: Finding, names: Names): Diagnostic {
  const page = names.rule(finding.ruleId)?.references[0];
  const data: DiagnosticData = { fingerprint: finding.fingerprint };
  return {
    range: rangeOf(names.lines(finding.uri), finding),
    severity: SEVERITIES[finding.severity],
    code: finding.ruleId,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    source: SOURCE,
    message: finding.message,
    ...(finding.trace.length > 1 ? { relatedInformation: relatedInformation(finding, names) } : {}),
    data,
  };
}

function relatedInformation({ trace }: Finding, names: Names) {
  return trace.map((step, index) => ({
    location: { uri: names.clientUri(step.uri), range: rangeOf(names.lines(step.uri), step) },
    message: `${index + 1}. ${step.note}`,
  }));
}

/** A notice without a place stands at the top of its file. */
export function noticeDiagnostic({ uri, message, start, end }: Notice, names: Pick<Names, 'lines'>): Diagnostic {
  return {
    range: start === undefined ? TOP : rangeOf(names.lines(uri), { start, end: end ?? start }),
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
    message,
  };
}

export function rangeOf(lines: LineIndex | undefined, place: { readonly start: number; readonly end: number }): Range {
  if (!lines) return TOP;
  return { start: lines.offsetToPosition(place.start), end: lines.offsetToPosition(place.end) };
}

export function spanOf(lines: LineIndex, range: Range): { readonly start: number; readonly end: number } {
  return { start: lines.positionToOffset(range.start), end: lines.positionToOffset(range.end) };
}

/** Edits by the client's uri. */
export function editsByUri(edits: readonly EngineEdit[], names: Names): Map<string, TextEdit[]> {
  const byUri = new Map<string, TextEdit[]>();
  for (const { uri, start, end, text } of edits) {
    const key = names.clientUri(uri);
    const list = byUri.get(key) ?? [];
    list.push({ range: rangeOf(names.lines(uri), { start, end }), newText: text });
    byUri.set(key, list);
  }
  return byUri;
}

/** With versions where the client understands them, so that it refuses edits to a text that has moved on. */
export function workspaceEdit(
  edits: ReadonlyMap<string, TextDocumentEdit['edits']>,
  versionOf: ((clientUri: string) => number | null) | undefined,
): WorkspaceEdit {
  if (!versionOf) return { changes: Object.fromEntries(edits) as WorkspaceEdit['changes'] };
  return {
    documentChanges: Array.from(edits, ([uri, list]) => ({
      textDocument: { uri, version: versionOf(uri) },
      edits: list,
    })),
  };
}
