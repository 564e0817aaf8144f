import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  type ConfigurationParams,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type LogMessageParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  type ShowMessageParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  WorkDoneProgress,
  type WorkDoneProgressCreateParams,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ensureBuilt, serverFile } from '../support/built';
import { Folder } from '../support/folder';

const serverWords = [serverFile];

export interface ClientOptions {
  readonly folders: readonly string[];
  readonly pull?: boolean;
  readonly settings?: Record<string, unknown>;
  readonly capabilities?: ClientCapabilities;
  readonly trusted?: boolean;
  /** Of another editor, which knows nothing of this extension. */
  readonly isForeign?: boolean;
}

/** A half of a flow is a finding by itself; these tests are about the whole. */
const FLOWS_ONLY = { rules: { 'sql-string-building': 'off' } };

/** What an editor is to the server: a process at the other end of two pipes. */
export class Client {
  readonly messages: string[] = [];
  readonly statuses: { state: string; findings?: number; files?: number }[] = [];
  readonly progress: { kind: string }[] = [];
  readonly watched: string[] = [];
  refreshes = 0;
  settings: Record<string, unknown>;
  /** As the client tells when the server asks. */
  folders: readonly string[] = [];
  result!: InitializeResult;
  readonly #documents = new Map<string, TextDocument>();
  readonly #pushed = new Map<string, Diagnostic[]>();
  #folder: Folder | undefined;

  private constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
    settings: Record<string, unknown>,
  ) {
    this.settings = settings;
  }

  /** In a folder of its own, with the files given by path and text; it goes when the client stops. */
  static async inFolder(
    files: Readonly<Record<string, string>>,
    options: Partial<ClientOptions> = {},
  ): Promise<Client> {
    const folder = new Folder(files);
    try {
      const client = await Client.start({ folders: [folder.path], ...options });
      client.#folder = folder;
      return client;
    } catch (error) {
      folder.remove();
      throw error;
    }
  }

  static async start(options: ClientOptions): Promise<Client> {
    const {
      folders,
      pull = false,
      settings = FLOWS_ONLY,
      capabilities = {},
      trusted = true,
      isForeign = false,
    } = options;
    ensureBuilt();
    const child = spawn(process.execPath, [...serverWords, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new Client(child, connection, settings);
    client.folders = folders;
    client.#listen();
    client.result = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: client.#workspaceFolders(),
      capabilities: merge(
        {
          workspace: {
            configuration: true,
            workspaceFolders: true,
            workspaceEdit: { documentChanges: true },
            didChangeConfiguration: { dynamicRegistration: true },
            didChangeWatchedFiles: { dynamicRegistration: true },
            diagnostics: { refreshSupport: true },
          },
          window: { workDoneProgress: true },
          textDocument: {
            codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
            ...(pull ? { diagnostic: {} } : {}),
          },
        },
        capabilities,
      ),
      initializationOptions: isForeign ? undefined : { trusted, storagePath: undefined },
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  #workspaceFolders() {
    return this.folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder }));
  }

  #listen(): void {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      this.#pushed.set(uri, diagnostics);
    });
    connection.onNotification('window/showMessage', ({ message }: ShowMessageParams) => {
      this.messages.push(message);
    });
    connection.onNotification('window/logMessage', ({ message, type }: LogMessageParams) => {
      if (type === 1) this.messages.push(message);
    });
    connection.onNotification('backendSecurity/status', (status) => {
      this.statuses.push(status);
    });
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) => items.map(() => this.settings));
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const { registerOptions } of registrations) {
        for (const { globPattern } of registerOptions?.watchers ?? []) this.watched.push(globPattern);
      }
    });
    connection.onRequest('workspace/workspaceFolders', () => this.#workspaceFolders());
    connection.onRequest('window/workDoneProgress/create', ({ token }: WorkDoneProgressCreateParams) => {
      connection.onProgress(WorkDoneProgress.type, token, (value) => {
        this.progress.push(value);
      });
      return null;
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    connection.listen();
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
    this.#folder?.remove();
  }

  get folder(): Folder {
    assert.ok(this.#folder, 'the client was not started in a folder of its own');
    return this.#folder;
  }

  uriOf(name: string): string {
    return pathToFileURL(this.folder.file(name)).href;
  }

  async open(uri: string, text: string, languageId = 'javascript'): Promise<TextDocument> {
    const document = TextDocument.create(uri, languageId, 1, text);
    this.#documents.set(uri, document);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return document;
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Replaces a piece of text that occurs once. */
  async edit(uri: string, before: string, after: string): Promise<void> {
    const document = this.document(uri);
    await this.change(uri, rangeOf(document, before), after);
  }

  async change(uri: string, range: Range, text: string): Promise<void> {
    const document = this.document(uri);
    const version = document.version + 1;
    TextDocument.update(document, [{ range, text }], version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    assert.ok(document, `${uri} is not open`);
    return document;
  }

  text(uri: string): string {
    return this.document(uri).getText();
  }

  async changeSettings(settings: Record<string, unknown>): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  pushed(uri: string): Diagnostic[] {
    return this.#pushed.get(uri) ?? [];
  }

  /** Uris that have diagnostics now. */
  reported(): string[] {
    return Array.from(this.#pushed, ([uri, list]) => (list.length > 0 ? uri : '')).filter(Boolean);
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  async pulled(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    assert.equal(report.kind, 'full');
    return report.kind === 'full' ? report.items : [];
  }

  /** Keeps a workspace request open; what it brings is collected. */
  pullWorkspace(): { readonly items: WorkspaceDocumentDiagnosticReport[] } {
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const token = 'workspace-pull';
    this.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, token, (part) => {
      items.push(...part.items);
    });
    const params = { previousResultIds: [], partialResultToken: token };
    this.connection.sendRequest(WorkspaceDiagnosticRequest.type, params).catch(() => undefined);
    return { items };
  }

  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only },
    });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  /** As the editor does when an action is chosen. */
  async apply(edit: WorkspaceEdit | undefined): Promise<void> {
    assert.ok(edit, 'there is an edit');
    for (const change of edit.documentChanges ?? []) {
      assert.ok('textDocument' in change);
      assert.equal(change.textDocument.version, this.document(change.textDocument.uri).version);
      await this.#applyEdits(change.textDocument.uri, change.edits as TextEdit[]);
    }
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) await this.#applyEdits(uri, edits);
  }

  async #applyEdits(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const document = this.document(uri);
    const ordered = [...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
    for (const { range, newText } of ordered) await this.change(uri, range, newText);
  }
}

export function rangeOf(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `not in the document: ${text}`);
  assert.equal(document.getText().indexOf(text, start + 1), -1, `more than once in the document: ${text}`);
  return { start: document.positionAt(start), end: document.positionAt(start + text.length) };
}

/** Resolves with the first value that is neither undefined nor false. */
export async function eventually<T>(what: string, probe: () => T | Promise<T>, ms = 10_000): Promise<NonNullable<T>> {
  const end = performance.now() + ms;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (performance.now() > end) throw new Error(`${what}: not within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function merge(base: ClientCapabilities, more: ClientCapabilities): ClientCapabilities {
  return {
    ...base,
    ...more,
    workspace: { ...base.workspace, ...more.workspace },
    window: { ...base.window, ...more.window },
    textDocument: { ...base.textDocument, ...more.textDocument },
  };
}
