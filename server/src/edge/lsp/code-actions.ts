import { diffLines } from 'diff';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { FileReport, ProvenFix } from '../../analysis/host';
import type { Checkpoint } from '../../base/checkpoint';
import type { Finding } from '../../base/finding';
import type { TextEdit } from '../../fixes/edits';
import { type SuppressCommandArgument, suppressCommand } from '../../protocol';
import { applySafeFixes, tryOut } from '../../workspace/fix-all';
import type { Project } from '../../workspace/project';
import type { ClientFeatures } from './client-features';
import { diagnosticOf, editsByUri, type Names, rangeOf, spanOf, workspaceEdit } from './convert';
import type { OpenDocument } from './documents';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.backendSecurity`;

/** Everything an action needs to be computed anew: the server remembers none that it offered. */
type ActionData =
  | { readonly kind: 'fix'; readonly uri: string; readonly fingerprint: string; readonly fixId: string }
  | { readonly kind: 'suppress'; readonly uri: string; readonly fingerprint: string }
  | { readonly kind: 'fix-all'; readonly uri: string };

export interface ActionContext {
  readonly project: Project;
  readonly names: Names;
  readonly features: ClientFeatures;
  readonly trusted: boolean;
  readonly versionOf: (clientUri: string) => number | null;
}

/** The reason that a suppression has until its author gives a better one. */
const REASON = 'say why this is safe here';

export function listActions(
  document: OpenDocument,
  { range, context: asked }: Pick<CodeActionParams, 'range' | 'context'>,
  context: ActionContext,
  checkpoint: Checkpoint,
): CodeAction[] {
  const { project } = context;
  const lines = project.lines(document.uri);
  if (!lines) return [];
  const report = project.host.report(document.uri, checkpoint);
  const actions: CodeAction[] = [];
  if (wants(asked.only, CodeActionKind.QuickFix)) {
    const { start, end } = spanOf(lines, range);
    const open = report.findings.filter((finding) => isOpen(finding) && finding.start <= end && finding.end >= start);
    for (const finding of open) actions.push(...fixActions(document, finding, context, checkpoint));
    for (const finding of open) actions.push(...suppressActions(document, finding, context));
  }
  // Editors ask for these by name, on saving or in a menu of their own; in the lamp's menu they would be in the way.
  if (asked.only && wants(asked.only, FIX_ALL)) actions.push(...fixAllActions(document, report, context, checkpoint));
  return actions;
}

/** The action with its edit, computed from the text as it is now; undefined when there is nothing left to do. */
export function resolveAction(
  action: CodeAction,
  context: ActionContext,
  checkpoint: Checkpoint,
): CodeAction | undefined {
  const edit = editOf(action.data as ActionData, context, checkpoint);
  return edit && { ...action, edit };
}

/** The edit that adds a suppression with a reason, for the finding at a place. */
export function suppressionEdits(
  project: Project,
  uri: string,
  place: { readonly ruleId: string; readonly start: number; readonly end: number },
  reason: string,
  checkpoint: Checkpoint,
): readonly TextEdit[] | undefined {
  const { findings } = project.host.report(uri, checkpoint);
  const candidates = findings.filter((finding) => isOpen(finding) && finding.ruleId === place.ruleId);
  const finding =
    candidates.find(({ start, end }) => start === place.start && end === place.end) ??
    candidates.find(({ start, end }) => start <= place.end && end >= place.start);
  return finding && project.host.suppression(uri, finding.fingerprint, reason)?.edits;
}

function fixActions(
  document: OpenDocument,
  finding: Finding,
  context: ActionContext,
  checkpoint: Checkpoint,
): CodeAction[] {
  const fixes = context.project.host.fixes(document.uri, finding.fingerprint, checkpoint);
  return fixes.map((fix, index) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, context.names)],
    isPreferred: index === 0 && fix.kind === 'safe',
    ...lazily(
      { kind: 'fix', uri: document.uri, fingerprint: finding.fingerprint, fixId: fix.id },
      document,
      context,
      () => toWorkspaceEdit(editsByUri(fix.edits, context.names), context),
    ),
  }));
}

/** Where suppressions count at all: a comment whose reason is asked for, or is to be filled in where nobody can ask. */
function suppressActions(document: OpenDocument, finding: Finding, context: ActionContext): CodeAction[] {
  const { uri } = document;
  const { project, names, features } = context;
  if (!context.trusted) return [];
  const proven = project.host.suppression(uri, finding.fingerprint, REASON);
  if (!proven) return [];
  const diagnostics = [diagnosticOf(finding, names)];
  if (!features.isOwnClient) {
    const edit = () => suppressionEdit(proven, context);
    return [
      {
        title: `Suppress ${finding.ruleId} here`,
        kind: CodeActionKind.QuickFix,
        diagnostics,
        ...lazily({ kind: 'suppress', uri, fingerprint: finding.fingerprint }, document, context, edit),
      },
    ];
  }
  const title = `Suppress ${finding.ruleId} with a reason…`;
  const argument: SuppressCommandArgument = {
    uri: document.clientUri,
    range: rangeOf(names.lines(uri), finding),
    ruleId: finding.ruleId,
  };
  const command = { title, command: suppressCommand, arguments: [argument] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command }];
}

function fixAllActions(
  document: OpenDocument,
  report: FileReport,
  context: ActionContext,
  checkpoint: Checkpoint,
): CodeAction[] {
  if (!report.findings.some(isOpen)) return [];
  return [
    {
      title: 'Apply all safe security fixes',
      kind: FIX_ALL,
      ...lazily({ kind: 'fix-all', uri: document.uri }, document, context, () =>
        fixAllEdit(document.uri, context, checkpoint),
      ),
    },
  ];
}

/** Only what identifies the edit travels, for clients that ask for it when it is chosen. */
function lazily(
  data: ActionData,
  document: OpenDocument,
  { features }: ActionContext,
  edit: () => WorkspaceEdit | undefined,
): Pick<CodeAction, 'data' | 'edit'> {
  return features.resolvesEdits ? { data: { ...data, version: document.content.version } } : { edit: edit() };
}

function editOf(data: ActionData, context: ActionContext, checkpoint: Checkpoint): WorkspaceEdit | undefined {
  const { project, names } = context;
  const { uri } = data;
  if (data.kind === 'fix-all') return fixAllEdit(uri, context, checkpoint);
  if (data.kind === 'suppress') {
    const proven = project.host.suppression(uri, data.fingerprint, REASON);
    return proven && suppressionEdit(proven, context);
  }
  const fix = project.host.fixes(uri, data.fingerprint, checkpoint).find(({ id }) => id === data.fixId);
  return fix && toWorkspaceEdit(editsByUri(fix.edits, names), context);
}

/** With the reason selected, ready to be typed over, where the client can do that. */
function suppressionEdit({ edits }: ProvenFix, context: ActionContext): WorkspaceEdit {
  const byUri: Map<string, TextDocumentEdit['edits']> = editsByUri(edits, context.names);
  if (!context.features.snippetEdits || !context.features.documentChanges) return toWorkspaceEdit(byUri, context);
  for (const [uri, list] of byUri) {
    byUri.set(
      uri,
      list.map((edit) => {
        if (!('newText' in edit) || !edit.newText.includes(REASON)) return edit;
        return { range: edit.range, snippet: { kind: 'snippet', value: asSnippet(edit.newText) } };
      }),
    );
  }
  return toWorkspaceEdit(byUri, context);
}

function asSnippet(text: string): string {
  const at = text.indexOf(REASON);
  const literally = (part: string) => part.replace(/[\\$}]/g, '\\$&');
  return `${literally(text.slice(0, at))}\${1:${literally(REASON)}}${literally(text.slice(at + REASON.length))}`;
}

function fixAllEdit(uri: string, context: ActionContext, checkpoint: Checkpoint): WorkspaceEdit | undefined {
  const { project, names } = context;
  const before = new Map(project.texts());
  const after = tryOut(project, () => applySafeFixes(project, [uri], checkpoint));
  const edits = Array.from(after, ([changed, text]) => lineEdits(changed, before.get(changed) ?? '', text)).flat();
  return edits.length === 0 ? undefined : toWorkspaceEdit(editsByUri(edits, names), context);
}

/** The lines that differ, so that cursors elsewhere stay where they are. */
function lineEdits(uri: string, before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let offset = 0;
  let pending: { start: number; end: number; text: string } | undefined;
  for (const { value, added, removed } of diffLines(before, after)) {
    if (added || removed) {
      pending ??= { start: offset, end: offset, text: '' };
      if (added) pending.text += value;
      else pending.end += value.length;
    } else if (pending) {
      edits.push({ uri, ...pending });
      pending = undefined;
    }
    if (!added) offset += value.length;
  }
  return pending ? [...edits, { uri, ...pending }] : edits;
}

function toWorkspaceEdit(
  edits: ReadonlyMap<string, TextDocumentEdit['edits']>,
  { features, versionOf }: ActionContext,
): WorkspaceEdit {
  return workspaceEdit(edits, features.documentChanges ? versionOf : undefined);
}

/** Kinds are paths: asking for `source` asks for everything below it. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
}

function isOpen({ suppressed }: Finding): boolean {
  return suppressed === undefined;
}
