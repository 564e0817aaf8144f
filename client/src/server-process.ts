import { type Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel, workspace } from 'vscode';
import {
  type CancellationToken,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  State,
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
  #client: LanguageClient | undefined;
  /** Starts and stops wait for one another, so that a hasty second click cannot leave two servers. */
  #turn: Promise<void> = Promise.resolve();

  constructor(extension: ExtensionContext, output: LogOutputChannel) {
    this.#extension = extension;
    this.#output = output;
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

  request<Params, Result>(request: Request<Params, Result>, params: Params, token?: CancellationToken): Promise<Result> {
    return this.client.sendRequest<Result>(request.method, params, token);
  }

  dispose(): void {
    this.#statusChanged.dispose();
  }

  #inTurn(action: () => Promise<void>): Promise<void> {
    const next = this.#turn.then(action);
    this.#turn = next.catch(() => undefined);
    return next;
  }

  async #start(): Promise<void> {
    if (this.#client) return;
    this.#statusChanged.fire({ state: 'starting' });
    const client = new LanguageClient('backendSecurity', 'Backend Security', this.#serverOptions(), this.#clientOptions());
    client.onNotification(statusNotification.method, (status: StatusParams) => this.#statusChanged.fire(status));
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) this.#statusChanged.fire({ state: 'stopped' });
    });
    this.#client = client;
    try {
      await client.start();
      this.#statusChanged.fire({ state: 'ready' });
    } catch (error) {
      this.#client = undefined;
      this.#statusChanged.fire({ state: 'error', message: error instanceof Error ? error.message : String(error) });
      throw error;
    }
    const granted = workspace.onDidGrantWorkspaceTrust(() =>
      client.sendNotification(trustNotification.method, { trusted: true }),
    );
    client.onDidChangeState(({ newState }) => newState === State.Stopped && granted.dispose());
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (!client) return;
    await client.dispose();
    this.#statusChanged.fire({ state: 'stopped' });
  }

  #serverOptions(): ServerOptions {
    const module = this.#extension.asAbsolutePath('dist/server.js');
    return {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    };
  }

  #clientOptions(): LanguageClientOptions {
    const initializationOptions: InitializationOptions = {
      trusted: workspace.isTrusted,
      storagePath: this.#extension.storageUri?.fsPath,
    };
    return {
      documentSelector: languages.flatMap((language) => [
        { scheme: 'file', language },
        { scheme: 'untitled', language },
      ]),
      outputChannel: this.#output,
      initializationOptions,
      markdown: { isTrusted: false, supportHtml: false },
    };
  }
}
