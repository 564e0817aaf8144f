import { type Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel, workspace } from 'vscode';
import {
  type CancellationToken,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  State,
  type StateChangeEvent,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  type InitializationOptions,
  type Request,
  type StatusParams,
  statusNotification,
  trustNotification,
} from '../../server/src/protocol';

const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'python', 'java'];

export type ServerStatus = StatusParams | { readonly state: 'stopped'; readonly message?: string };

/** The language server's life: one process at a time, started, stopped and restarted in the order asked for. */
export class ServerProcess implements Disposable {
  readonly #statusChanged = new EventEmitter<ServerStatus>();
  readonly onStatus = this.#statusChanged.event;
  readonly #extension: ExtensionContext;
  readonly #output: LogOutputChannel;
  readonly #trustGranted: Disposable;
  #client: LanguageClient | undefined;
  /** Starts and stops wait for one another, so that a hasty second click cannot leave two servers. */
  #turn: Promise<void> = Promise.resolve();

  constructor(extension: ExtensionContext, output: LogOutputChannel) {
    this.#extension = extension;
    this.#output = output;
    this.#trustGranted = workspace.onDidGrantWorkspaceTrust(() =>
      this.#client?.sendNotification(trustNotification.method, { trusted: true }),
    );
  }

  /** The client of the running server, for converting between protocol and editor values. */
  get client(): LanguageClient {
    if (!this.#client) throw new Error('The server is not running. Start it with “Backend Security: Start Server”.');
    return this.#client;
  }

  start(): Promise<void> {
    return this.#inTurn(() => this.#start());
  }

  stop(): Promise<void> {
    return this.#inTurn(() => this.#stop());
  }

  restart(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  request<Params, Result>(
    request: Request<Params, Result>,
    params: Params,
    token?: CancellationToken,
  ): Promise<Result> {
    return this.client.sendRequest<Result>(request.method, params, token);
  }

  dispose(): void {
    this.#trustGranted.dispose();
    this.#statusChanged.dispose();
  }

  #inTurn(action: () => Promise<void>): Promise<void> {
    const next = this.#turn.then(action);
    this.#turn = next.catch(() => undefined);
    return next;
  }

  async #start(): Promise<void> {
    if (this.#client) return;
    const client = new LanguageClient(
      'backendSecurity',
      'Backend Security',
      this.#serverOptions(),
      this.#clientOptions(),
    );
    client.onNotification(statusNotification.method, (status: StatusParams) => this.#statusChanged.fire(status));
    client.onDidChangeState((change) => this.#report(change));
    this.#client = client;
    try {
      await client.start();
    } catch (error) {
      this.#client = undefined;
      this.#statusChanged.fire({ state: 'error', message: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (!client) return;
    await client.dispose();
  }

  /** A start that failed is told by `#start`, which knows the reason; a crash is followed by the client's own restart. */
  #report({ oldState, newState }: StateChangeEvent): void {
    if (newState === State.Starting) this.#statusChanged.fire({ state: 'starting' });
    else if (newState === State.Running) this.#statusChanged.fire({ state: 'ready' });
    else if (newState === State.Stopped && oldState === State.Running) this.#statusChanged.fire({ state: 'stopped' });
  }

  #serverOptions(): ServerOptions {
    const module = this.#extension.asAbsolutePath('dist/server.js');
    return {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    };
  }

  #clientOptions(): LanguageClientOptions {
    return {
      documentSelector: languages.flatMap((language) => [
        { scheme: 'file', language },
        { scheme: 'untitled', language },
      ]),
      outputChannel: this.#output,
      // Asked again when the client restarts a crashed server, by which time trust may have been granted.
      initializationOptions: (): InitializationOptions => ({
        trusted: workspace.isTrusted,
        storagePath: this.#extension.storageUri?.fsPath,
      }),
      markdown: { isTrusted: false, supportHtml: false },
    };
  }
}
