import { type Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel, workspace } from 'vscode';
import {
  type CancellationToken,
  CloseAction,
  type ErrorHandler,
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

const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'python', 'java', 'go'];
/** Templates go by their endings: what editors call their languages depends on what else is installed. */
const templates =
  '**/*.{html,htm,xhtml,jinja,jinja2,j2,njk,nunjucks,swig,twig,liquid,djhtml,ejs,pug,jade,hbs,handlebars,mustache,jsp,jspf,jspx,tag,ftl,ftlh,tmpl,gohtml,tpl}';

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
    // A token that is there but undefined would be sent along as a second parameter.
    const { client } = this;
    return token
      ? client.sendRequest<Result>(request.method, params, token)
      : client.sendRequest<Result>(request.method, params);
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
    if (this.#client && !isDown(this.#client)) return;
    const client = new LanguageClient(
      'backendSecurity',
      'Backend Security',
      this.#serverOptions(),
      this.#clientOptions(),
    );
    client.clientOptions.errorHandler = onlyRestartWhatOnceRan(client);
    client.onNotification(statusNotification.method, (status: StatusParams) => this.#statusChanged.fire(status));
    client.onDidChangeState(({ newState }) => this.#report(client, newState));
    this.#client = client;
    try {
      await started(client);
    } catch (error) {
      this.#client = undefined;
      this.#statusChanged.fire({ state: 'error', message: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client?.isRunning()) await client.dispose();
    this.#statusChanged.fire({ state: 'stopped' });
  }

  /** Stopping on purpose forgets the client first, so what stops while it is still ours has crashed. */
  #report(client: LanguageClient, state: State): void {
    if (client !== this.#client) return;
    if (state === State.Starting) this.#statusChanged.fire({ state: 'starting' });
    else if (state === State.Running) this.#statusChanged.fire({ state: 'ready' });
    else this.#statusChanged.fire({ state: 'error', message: 'The server ended unexpectedly. The output tells more.' });
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
      documentSelector: [
        ...languages.flatMap((language) => [
          { scheme: 'file', language },
          { scheme: 'untitled', language },
        ]),
        { scheme: 'file', pattern: templates },
      ],
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

/** The client's own promise stays open when the server process ends before it answered, so its state is watched too. */
function started(client: LanguageClient): Promise<void> {
  return new Promise((resolve, reject) => {
    client.onDidChangeState(({ newState }) => {
      if (newState === State.StartFailed)
        reject(new Error('The server ended while it was starting. The output tells more.'));
    });
    client.start().then(resolve, reject);
  });
}

function isDown({ state }: LanguageClient): boolean {
  return state === State.Stopped || state === State.StartFailed;
}

/** A server that cannot even start does no better the next time; one that ran and crashed is started again. */
function onlyRestartWhatOnceRan(client: LanguageClient): ErrorHandler {
  const usual = client.createDefaultErrorHandler();
  let ran = false;
  client.onDidChangeState(({ newState }) => {
    ran ||= newState === State.Running;
  });
  return {
    error: (error, message, count) => usual.error(error, message, count),
    closed: () => (ran ? usual.closed() : { action: CloseAction.DoNotRestart, handled: true }),
  };
}
