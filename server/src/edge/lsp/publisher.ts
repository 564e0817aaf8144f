import type {
  CancellationToken,
  Connection,
  Diagnostic,
  DocumentDiagnosticReport,
  ResultProgressReporter,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';

export interface Shown {
  readonly clientUri: string;
  readonly isOpen: boolean;
  readonly version: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

type Progress = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

/**
 * Brings diagnostics to the client in the way it prefers. A client that pulls asks for its visible documents itself, and
 * keeps one workspace request open, through which all other files reach it as they change. Everything else is pushed.
 */
export class Publisher {
  /** What the client was last told of each file, on whichever way, as text. */
  readonly #told = new Map<string, string>();
  /** What was pushed and not taken back. */
  readonly #pushed = new Set<string>();
  readonly #pulled = new Map<string, string>();
  #stream: Progress | undefined;
  #results = 0;
  readonly #resultIds = new Map<string, { readonly content: string; readonly id: string }>();

  constructor(
    private readonly connection: Connection,
    private readonly pulls: boolean,
    private readonly refreshes: boolean,
  ) {}

  /** Tells what has changed since the last time. Files that are not among those given have nothing to show. */
  update(files: readonly Shown[]): void {
    const changed: Shown[] = [];
    let stale = false;
    for (const file of files) {
      if (this.pulls && file.isOpen) stale ||= this.#isStale(file);
      const told = this.#toTell(file);
      const content = JSON.stringify(told.diagnostics);
      if ((this.#told.get(file.clientUri) ?? NOTHING) === content) continue;
      this.#told.set(file.clientUri, content);
      changed.push(told);
    }
    const present = new Set(files.map(({ clientUri }) => clientUri));
    for (const [clientUri, content] of this.#told) {
      if (present.has(clientUri)) continue;
      this.#told.delete(clientUri);
      if (content !== NOTHING) changed.push({ clientUri, isOpen: false, version: null, diagnostics: [] });
    }
    if (changed.length > 0) this.#tell(changed);
    if (stale && this.refreshes) this.connection.languages.diagnostics.refresh();
  }

  /** Answers a client that asks for one document. */
  pull(clientUri: string, diagnostics: Diagnostic[], previous: string | undefined): DocumentDiagnosticReport {
    const content = JSON.stringify(diagnostics);
    this.#pulled.set(clientUri, content);
    if (this.#pushed.has(clientUri)) this.#push(clientUri, null, []);
    const resultId = this.#resultId(clientUri, content);
    return previous === resultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items: diagnostics };
  }

  /** Answers a client that asks for everything: at once, or from now on when it takes results in parts. */
  pullWorkspace(
    files: readonly Shown[],
    progress: Progress | undefined,
    token: CancellationToken,
  ): WorkspaceDiagnosticReport | Promise<WorkspaceDiagnosticReport> {
    for (const clientUri of [...this.#pushed]) this.#push(clientUri, null, []);
    const items = files.map((file) => this.#workspaceItem(file));
    for (const { clientUri, diagnostics } of files) this.#told.set(clientUri, JSON.stringify(diagnostics));
    if (!progress) return { items };
    if (items.length > 0) progress.report({ items });
    this.#stream = progress;
    return new Promise((resolve) => {
      token.onCancellationRequested(() => {
        if (this.#stream === progress) this.#stream = undefined;
        resolve({ items: [] });
      });
    });
  }

  /** A document that is no longer open is no longer asked for. */
  closed(clientUri: string): void {
    this.#pulled.delete(clientUri);
  }

  /** Outside of what is analysed: what is wrong with a settings file. */
  pushAside(clientUri: string, diagnostics: Diagnostic[]): void {
    this.connection.sendDiagnostics({ uri: clientUri, diagnostics });
  }

  /** Whether the client asked for a document and would now get another answer. */
  #isStale({ clientUri, diagnostics }: Shown): boolean {
    const answer = this.#pulled.get(clientUri);
    return answer !== undefined && answer !== JSON.stringify(diagnostics);
  }

  /** A client that asks for open documents is not pushed them as well: it would show everything twice. */
  #toTell(file: Shown): Shown {
    return this.pulls && file.isOpen && !this.#stream ? { ...file, diagnostics: [] } : file;
  }

  #tell(changed: readonly Shown[]): void {
    if (this.#stream) {
      this.#stream.report({ items: changed.map((file) => this.#workspaceItem(file)) });
      return;
    }
    for (const { clientUri, version, diagnostics } of changed) this.#push(clientUri, version, diagnostics);
  }

  #push(clientUri: string, version: number | null, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length > 0) this.#pushed.add(clientUri);
    else this.#pushed.delete(clientUri);
    this.connection.sendDiagnostics({
      uri: clientUri,
      ...(version === null ? {} : { version }),
      diagnostics: [...diagnostics],
    });
  }

  #workspaceItem({ clientUri, version, diagnostics }: Shown): WorkspaceDocumentDiagnosticReport {
    const resultId = this.#resultId(clientUri, JSON.stringify(diagnostics));
    return { kind: 'full', uri: clientUri, version, resultId, items: [...diagnostics] };
  }

  /** The same for the same diagnostics. */
  #resultId(clientUri: string, content: string): string {
    const known = this.#resultIds.get(clientUri);
    if (known?.content === content) return known.id;
    const id = String(++this.#results);
    this.#resultIds.set(clientUri, { content, id });
    return id;
  }
}

const NOTHING = '[]';
