import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type ShowMessageParams,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { version } from '../../../../package.json';
import type { AnalysisHost, FileReport } from '../../analysis/host';
import { Cancelled, type Checkpoint } from '../../base/checkpoint';
import { LineIndex } from '../../base/span';
import { LANGUAGES } from '../../languages/index.generated';
import {
  type ProtocolWorkspaceEdit,
  type RouteInfo,
  routesRequest,
  type ScanResult,
  type StatusParams,
  type SuppressParams,
  scanWorkspaceRequest,
  statusNotification,
  suppressRequest,
  type TrustParams,
  trustNotification,
} from '../../protocol';
import { RULES } from '../../rules/index.generated';
import { normalizeUri, pathOfUri, uriOfPath } from '../../workspace/paths';
import type { Engine } from '../../workspace/project';
import { type ClientFeatures, clientFeatures } from './client-features';
import { type ActionContext, FIX_ALL, listActions, resolveAction, suppressionEdits } from './code-actions';
import { diagnosticsOf, editsByUri, type Names, noticeDiagnostic, routeInfo, spanOf } from './convert';
import { hoverAt } from './hover';
import { Publisher, type Shown } from './publisher';
import { readEditorSettings, SECTION } from './settings';
import { inSlices } from './slices';
import { Workspace } from './workspace';

export type CreateEngine = () => Promise<Engine>;

/** Edits within this time are analysed together, for what is published without being asked for. */
const COALESCE_MS = 40;
const STATUS_EVERY_MS = 200;

/** Files that say which versions of libraries are in use, or what is analysed. */
const WATCHED = [
  '**/{package.json,package-lock.json,pyproject.toml,Pipfile,Pipfile.lock,poetry.lock,setup.py,setup.cfg}',
  '**/requirements*.txt',
  '**/{pom.xml,build.gradle,build.gradle.kts,gradle.lockfile,go.mod}',
  '**/*.properties',
  '**/{.gitignore,.backend-security.json}',
];

/** Answers the editor. Nothing in here analyses: it keeps the workspace up to date and shows what the engine finds. */
export function startServer(connection: Connection, createEngine: CreateEngine): void {
  // Started before the editor has said anything: loading the parser takes as long as the first messages do.
  const engine = createEngine();
  engine.catch(() => undefined);
  connection.onInitialize(async (params) => {
    const server = new Server(connection, await engine, params);
    server.listen();
    return server.capabilities();
  });
  connection.listen();
}

class Server {
  readonly #features: ClientFeatures;
  readonly #workspace: Workspace;
  readonly #publisher: Publisher;
  readonly #names: Names;
  readonly #rules = new Map(RULES.map((rule) => [rule.id, rule]));
  readonly #toldOnce = new Set<string>();
  /** By report, as long as the editor calls files what it did. */
  #converted = new WeakMap<FileReport, Diagnostic[]>();
  readonly #settingsShown = new Set<string>();
  #configured: Promise<void> = Promise.resolve();
  #refreshTimer: NodeJS.Timeout | undefined;
  #refreshing: Promise<void> = Promise.resolve();
  #showAll = false;
  #indexed = false;
  #findings: number | undefined;
  #stopped = false;

  constructor(
    private readonly connection: Connection,
    engine: Engine,
    params: InitializeParams,
  ) {
    this.#features = clientFeatures(params);
    this.#workspace = new Workspace(engine, this.#features.trusted);
    this.#publisher = new Publisher(connection, this.#features.pullsDiagnostics, this.#features.refreshesDiagnostics);
    this.#names = {
      lines: (uri) => this.#workspace.project.lines(uri),
      clientUri: (uri) => this.#workspace.documents.clientUri(uri),
      rule: (id) => this.#rules.get(id),
    };
    this.#workspace.configure({ paths: foldersOf(params) });
  }

  capabilities(): InitializeResult {
    return {
      serverInfo: { name: 'backend-security-coder', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
        ...(this.#features.pullsDiagnostics && {
          diagnosticProvider: {
            identifier: 'backend-security',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: this.#features.workspaceFolders } },
      },
    };
  }

  listen(): void {
    const { connection } = this;
    connection.onInitialized(this.#guarded('initialized', () => this.#initialized()));
    connection.onShutdown(() => {
      this.#stopped = true;
      clearTimeout(this.#refreshTimer);
    });
    this.#listenToDocuments();
    this.#listenToWorkspace();
    connection.languages.diagnostics.on(
      this.#answering('diagnostic', ({ textDocument, previousResultId }, token) => {
        return this.#pull(textDocument.uri, previousResultId, token);
      }),
    );
    connection.languages.diagnostics.onWorkspace((params, token, _progress, results) => {
      const answer = this.#answering('workspaceDiagnostic', async () => {
        return this.#publisher.pullWorkspace(await this.#shown(token), results, token);
      });
      return answer(params, token);
    });
    connection.onHover(
      this.#answering('hover', async ({ textDocument, position }, token) => {
        const document = this.#workspace.documents.ofClient(textDocument.uri);
        if (!document) return null;
        const report = (checkpoint: Checkpoint) => this.#report(document.uri, checkpoint);
        const { isOwnClient } = this.#features;
        return this.#analyse(
          token,
          (checkpoint) => hoverAt(report(checkpoint), position, this.#names, isOwnClient) ?? null,
        );
      }),
    );
    connection.onCodeAction(
      this.#answering('codeAction', async (params, token) => {
        const document = this.#workspace.documents.ofClient(params.textDocument.uri);
        if (!document) return [];
        return this.#analyse(token, (checkpoint) => listActions(document, params, this.#actions(), checkpoint));
      }),
    );
    connection.onCodeActionResolve(
      this.#answering('codeAction/resolve', async (action: CodeAction, token) => {
        const resolved = await this.#analyse(token, (checkpoint) => resolveAction(action, this.#actions(), checkpoint));
        if (resolved) return resolved;
        throw new ResponseError(LSPErrorCodes.ContentModified, 'What this would fix is no longer there.');
      }),
    );
    connection.onRequest(
      suppressRequest.method,
      this.#answering('suppress', (params: SuppressParams, token) => this.#suppress(params, token)),
    );
    connection.onRequest(
      routesRequest.method,
      this.#answering('routes', (_params: unknown, token) => this.#routes(token)),
    );
    connection.onRequest(
      scanWorkspaceRequest.method,
      this.#answering('scanWorkspace', (_params: unknown, token) => this.#scan(token)),
    );
  }

  #listenToDocuments(): void {
    const { documents } = this.#workspace;
    this.connection.onDidOpenTextDocument(
      this.#guarded('didOpen', ({ textDocument }) => {
        this.#converted = new WeakMap();
        this.#workspace.changed(documents.open(textDocument));
        this.#scheduleRefresh();
      }),
    );
    this.connection.onDidChangeTextDocument(
      this.#guarded('didChange', ({ textDocument, contentChanges }) => {
        const document = documents.change(textDocument.uri, contentChanges, textDocument.version);
        if (!document) return;
        this.#workspace.changed(document);
        this.#scheduleRefresh();
      }),
    );
    this.connection.onDidCloseTextDocument(
      this.#guarded('didClose', ({ textDocument }) => {
        const document = documents.close(textDocument.uri);
        if (!document) return;
        this.#converted = new WeakMap();
        this.#workspace.closed(document);
        this.#publisher.closed(document.clientUri);
        this.#scheduleRefresh();
      }),
    );
  }

  #listenToWorkspace(): void {
    this.connection.onDidChangeWatchedFiles(
      this.#guarded('didChangeWatchedFiles', ({ changes }) => {
        let scope = false;
        for (const { uri: clientUri, type } of changes) {
          const uri = normalizeUri(clientUri);
          scope ||= this.#workspace.decidesScope(uri);
          if (type === FileChangeType.Deleted) this.#workspace.fileDeleted(uri);
          else this.#workspace.fileChanged(uri);
        }
        if (scope) this.#reconfigure({}, true);
        this.#scheduleRefresh();
      }),
    );
    this.connection.onDidChangeConfiguration(
      this.#guarded('didChangeConfiguration', ({ settings }) => {
        const read = this.#readSettings(settings?.[SECTION]);
        this.#configured = read.then(() => undefined);
        return read;
      }),
    );
    this.connection.onNotification(
      trustNotification.method,
      this.#guarded('trust', ({ trusted }: TrustParams) => this.#reconfigure({ trusted }, false)),
    );
  }

  async #initialized(): Promise<void> {
    this.#status({ state: 'starting' });
    this.#register();
    const read = this.#readSettings(undefined);
    this.#configured = read.then(() => undefined);
    const scanOnStart = await read;
    // What is open comes first: editors tell of it right after this.
    await new Promise((resolve) => setTimeout(resolve, COALESCE_MS));
    await this.#refresh();
    if (scanOnStart) await this.#index();
    else this.#ready();
  }

  #register(): void {
    const { client, workspace } = this.connection;
    if (this.#features.registersConfiguration) {
      this.#inBackground('register', client.register(DidChangeConfigurationNotification.type, { section: SECTION }));
    }
    if (this.#features.registersWatchers) {
      const endings = LANGUAGES.flatMap(({ extensions }) => Object.keys(extensions));
      const sources = `**/*.{${endings.map((ending) => ending.slice(1)).join(',')}}`;
      const watchers = [sources, ...WATCHED].map((globPattern) => ({ globPattern }));
      this.#inBackground('register', client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (this.#features.workspaceFolders) {
      workspace.onDidChangeWorkspaceFolders(
        this.#guarded('didChangeWorkspaceFolders', async () => {
          const folders = (await workspace.getWorkspaceFolders()) ?? [];
          this.#reconfigure({ paths: pathsOf(folders.map(({ uri }) => uri)) }, true);
        }),
      );
    }
  }

  /** Resolves with whether the workspace is to be read at the start. */
  async #readSettings(pushed: unknown): Promise<boolean> {
    const value = this.#features.configuration
      ? await this.connection.workspace.getConfiguration(SECTION).catch(() => undefined)
      : pushed;
    const { settings, scanOnStart, problems } = readEditorSettings(value);
    for (const problem of problems) this.#tellOnce(problem);
    this.#reconfigure({ settings }, false);
    return scanOnStart;
  }

  #reconfigure(change: Parameters<Workspace['configure']>[0], scope: boolean): void {
    const isAnotherScope = this.#workspace.configure(change) || scope;
    this.#showTeamFiles();
    if (isAnotherScope && this.#indexed) this.#inBackground('index', this.#index());
    this.#scheduleRefresh();
  }

  /** Mistakes in a team file stand in that file, and are told once. */
  #showTeamFiles(): void {
    const shown = new Set(this.#settingsShown);
    this.#settingsShown.clear();
    for (const { path: file, text, problems } of this.#workspace.teamFiles) {
      const uri = uriOfPath(file);
      const lines = new LineIndex(text);
      const diagnostics = problems.map((problem): Diagnostic => {
        return {
          ...noticeDiagnostic({ uri, ...problem }, { lines: () => lines }),
          severity: DiagnosticSeverity.Warning,
        };
      });
      this.#publisher.pushAside(uri, diagnostics);
      this.#settingsShown.add(uri);
      shown.delete(uri);
      if (problems.length > 0) {
        const { line, character } = lines.offsetToPosition(problems[0].start);
        this.#tellOnce(`${file}:${line + 1}:${character + 1}: ${problems[0].message}`);
      } else if (!this.#workspace.trusted) {
        this.connection.console.info(`${file} counts once the workspace is trusted.`);
      }
    }
    for (const uri of shown) this.#publisher.pushAside(uri, []);
  }

  /** Reads the whole workspace in the background. */
  async #index(): Promise<void> {
    const report = this.#throttledStatus();
    await this.#workspace.index({ onFile: report, isCancelled: () => this.#stopped, settle: this.#settle });
    this.#indexed = true;
    for (const { uri, message } of this.#workspace.notices) this.#tellOnce(`${pathOfUri(uri) ?? uri}: ${message}`);
    await this.#refresh();
    this.#ready();
  }

  async #scan(token: CancellationToken): Promise<ScanResult> {
    const started = performance.now();
    const progress = this.#features.progress ? await this.connection.window.createWorkDoneProgress() : undefined;
    const isCancelled = () =>
      this.#stopped || token.isCancellationRequested || progress?.token.isCancellationRequested === true;
    progress?.begin('Backend Security: scanning', undefined, undefined, true);
    const report = this.#throttledStatus((files) => progress?.report(`${files} files read`));
    try {
      await this.#configured;
      await this.#workspace.index({ onFile: report, isCancelled, settle: this.#settle });
      this.#indexed ||= !isCancelled();
      progress?.report('following values');
      // What is known so far is shown even when the reading was cancelled.
      this.#showAll = true;
      await this.#refresh();
    } finally {
      progress?.done();
      this.#ready();
    }
    const { project, notices } = this.#workspace;
    const skipped = [
      ...Array.from(project.skipped, ([uri, reason]) => ({ uri: this.#names.clientUri(uri), reason })),
      ...notices.map(({ uri, message }) => ({ uri, reason: message })),
    ];
    const ms = Math.round(performance.now() - started);
    return { files: project.host.uris.length, findings: this.#findings ?? 0, skipped, ms };
  }

  async #pull(clientUri: string, previous: string | undefined, token: CancellationToken) {
    const uri = this.#workspace.documents.ofClient(clientUri)?.uri ?? normalizeUri(clientUri);
    const diagnostics = await this.#analyse(token, (checkpoint) =>
      this.#isShown(uri) ? this.#diagnostics(this.#atOnce(uri, checkpoint)) : [],
    );
    return this.#publisher.pull(clientUri, diagnostics, previous);
  }

  async #suppress({ uri: clientUri, range, ruleId, reason }: SuppressParams, token: CancellationToken) {
    const uri = this.#workspace.documents.ofClient(clientUri)?.uri ?? normalizeUri(clientUri);
    return this.#analyse(token, (checkpoint): ProtocolWorkspaceEdit | null => {
      const { project } = this.#workspace;
      const lines = project.lines(uri);
      if (!lines) return null;
      const edits = suppressionEdits(project, uri, { ruleId, ...spanOf(lines, range) }, reason, checkpoint);
      return edits ? { changes: Object.fromEntries(editsByUri(edits, this.#names)) } : null;
    });
  }

  /** Every file that is known, whether or not anybody asked for its findings before. */
  async #routes(token: CancellationToken): Promise<readonly RouteInfo[]> {
    return this.#analyse(token, (checkpoint) =>
      this.#workspace.project.host.routes(checkpoint).map((route) => routeInfo(route, this.#names)),
    );
  }

  #actions(): ActionContext {
    const { project, documents } = this.#workspace;
    return {
      project,
      names: this.#names,
      features: this.#features,
      trusted: this.#workspace.trusted,
      versionOf: (clientUri) => documents.ofClient(clientUri)?.content.version ?? null,
    };
  }

  #report(uri: string, checkpoint: Checkpoint): FileReport {
    const { project } = this.#workspace;
    return project.has(uri) ? project.host.report(uri, checkpoint) : this.#workspace.emptyReport(uri);
  }

  /** While somebody types. What is published afterwards is exact, and asks the editor to pull again if it differs. */
  #atOnce(uri: string, checkpoint: Checkpoint): FileReport {
    const { project } = this.#workspace;
    return project.has(uri) ? project.host.reportAtOnce(uri, checkpoint) : this.#workspace.emptyReport(uri);
  }

  /** The engine gives the same report again as long as nothing in it has changed. */
  #diagnostics(report: FileReport): Diagnostic[] {
    let diagnostics = this.#converted.get(report);
    if (!diagnostics) {
      diagnostics = diagnosticsOf(report, this.#names);
      this.#converted.set(report, diagnostics);
    }
    return diagnostics;
  }

  /** Every question to the engine goes through here: settings are known, edits are in, and messages are served. */
  async #analyse<T>(token: CancellationToken | undefined, work: (checkpoint: Checkpoint) => T): Promise<T> {
    await this.#configured.catch(() => undefined);
    return inSlices(
      work,
      () => this.#stopped || token?.isCancellationRequested === true,
      () => this.#workspace.sync(),
    );
  }

  readonly #settle = async (host: AnalysisHost): Promise<void> => {
    const isCancelled = () => this.#stopped;
    await inSlices(
      (checkpoint) => host.reports(checkpoint),
      isCancelled,
      async () => {},
    );
  };

  #isShown(uri: string): boolean {
    return this.#showAll || this.#workspace.documents.get(uri) !== undefined;
  }

  /** What the editor should show now, open documents first. */
  async #shown(token?: CancellationToken): Promise<Shown[]> {
    const { documents } = this.#workspace;
    const reports = await this.#analyse(token, (checkpoint) => this.#workspace.project.host.reports(checkpoint));
    const known = new Set(reports.map(({ uri }) => uri));
    const empty = documents.all().filter(({ uri }) => !known.has(uri));
    this.#findings = reports.reduce((sum, { findings }) => sum + findings.filter((one) => !one.suppressed).length, 0);
    return [...reports, ...empty.map(({ uri }) => this.#workspace.emptyReport(uri))]
      .filter(({ uri }) => this.#isShown(uri))
      .map((report) => {
        const document = documents.get(report.uri);
        return {
          clientUri: this.#names.clientUri(report.uri),
          isOpen: document !== undefined,
          version: document?.content.version ?? null,
          diagnostics: this.#diagnostics(report),
        };
      });
  }

  #scheduleRefresh(): void {
    this.#refreshTimer ??= setTimeout(() => {
      this.#refreshTimer = undefined;
      this.#inBackground('refresh', this.#refresh());
    }, COALESCE_MS);
  }

  #refresh(): Promise<void> {
    const done = this.#refreshing.then(async () => {
      const before = this.#findings;
      this.#publisher.update(await this.#shown());
      if (this.#indexed && before !== this.#findings) this.#ready();
    });
    this.#refreshing = done.catch(() => undefined);
    return done;
  }

  #ready(): void {
    this.#status({ state: 'ready', findings: this.#findings });
  }

  #throttledStatus(also?: (files: number) => void): (files: number) => void {
    let last = 0;
    return (files) => {
      const now = performance.now();
      if (now - last < STATUS_EVERY_MS) return;
      last = now;
      this.#status({ state: 'scanning', files });
      also?.(files);
    };
  }

  #status(status: StatusParams): void {
    if (this.#features.isOwnClient)
      this.#inBackground('status', this.connection.sendNotification(statusNotification.method, status));
  }

  #tellOnce(message: string): void {
    if (this.#toldOnce.has(message)) return;
    this.#toldOnce.add(message);
    const params: ShowMessageParams = { type: MessageType.Warning, message: `Backend Security: ${message}` };
    this.#inBackground('showMessage', this.connection.sendNotification(ShowMessageNotification.type, params));
  }

  /** A notification that fails costs itself only. */
  #guarded<P>(name: string, handle: (params: P) => unknown): (params: P) => void {
    return (params) => {
      try {
        const result = handle(params);
        if (result instanceof Promise) this.#inBackground(name, result);
      } catch (error) {
        this.#log(name, error);
      }
    };
  }

  /** A request that fails is answered with an error, and what is needed to mend it is logged. */
  #answering<P, R>(
    name: string,
    handle: (params: P, token: CancellationToken) => Promise<R>,
  ): (params: P, token: CancellationToken) => Promise<R> {
    return async (params, token) => {
      try {
        return await handle(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        if (error instanceof Cancelled) throw new ResponseError(LSPErrorCodes.RequestCancelled, error.message);
        this.#log(name, error);
        throw new ResponseError(LSPErrorCodes.RequestFailed, error instanceof Error ? error.message : String(error));
      }
    };
  }

  #inBackground(name: string, work: Promise<unknown>): void {
    work.catch((error) => this.#log(name, error));
  }

  #log(name: string, error: unknown): void {
    if (this.#stopped || error instanceof Cancelled) return;
    this.connection.console.error(
      `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return pathsOf(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
}

function pathsOf(uris: readonly string[]): string[] {
  return uris.flatMap((uri) => pathOfUri(uri) ?? []);
}
