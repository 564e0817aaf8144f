import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';

export const extensionId = 'backend-security-coder.backend-security-coder';
export const source = 'backend-security';

/** Opens a file of the workspace in an editor. */
export async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(file));
  await vscode.window.showTextDocument(document);
  return document;
}

export function uriOf(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the suite needs a workspace folder');
  return vscode.Uri.joinPath(folder.uri, ...file.split(path.posix.sep));
}

export function findings(uri: vscode.Uri, rule?: string): vscode.Diagnostic[] {
  const own = vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === source);
  return rule === undefined ? own : own.filter((diagnostic) => ruleOf(diagnostic) === rule);
}

export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** The range of a piece of text that occurs once in the document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `not in ${document.fileName}: ${text}`);
  assert.equal(document.getText().indexOf(text, start + 1), -1, `more than once in ${document.fileName}: ${text}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Resolves with the first value other than undefined or false; fails with what was last seen when time is up. */
export async function eventually<T>(
  what: string,
  probe: () => T | Promise<T>,
  milliseconds = 5000,
): Promise<NonNullable<T>> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function findingAt(
  uri: vscode.Uri,
  rule: string,
  range: vscode.Range,
  milliseconds?: number,
): Promise<vscode.Diagnostic> {
  const probe = () => findings(uri, rule).find((diagnostic) => diagnostic.range.isEqual(range));
  return eventually(`${rule} at ${show(range)}`, probe, milliseconds).catch((error: Error) => {
    const seen = findings(uri).map((diagnostic) => `  ${ruleOf(diagnostic)} at ${show(diagnostic.range)}`);
    throw new Error(`${error.message}; seen instead:\n${seen.join('\n') || '  nothing'}`);
  });
}

export async function replace(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Quick fixes at a diagnostic, best first and with their edits resolved. */
export async function quickFixes(uri: vscode.Uri, diagnostic: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
}

/** Takes back every edit of a test, so that each test starts from the files as they are on disk. */
export async function revertAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((one) => one.isDirty && !one.isUntitled)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

function show({ start, end }: vscode.Range): string {
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}
