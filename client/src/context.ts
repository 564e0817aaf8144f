import { commands, type Disposable, type ExtensionContext, type LogOutputChannel, window } from 'vscode';
import { ServerProcess } from './server-process';

/** Owns everything the extension creates, so that one call takes all of it down. */
export class Context {
  readonly output: LogOutputChannel = window.createOutputChannel('Backend Security', { log: true });
  readonly server: ServerProcess;
  readonly #disposables: Disposable[] = [];

  constructor(extension: ExtensionContext) {
    this.server = new ServerProcess(extension, this.output);
  }

  own(...disposables: Disposable[]): void {
    this.#disposables.push(...disposables);
  }

  /** Registers a command whose failure is shown to the user instead of vanishing in a log. */
  command(id: string, run: (...args: never[]) => Promise<void>): void {
    const guarded = async (...args: never[]) => {
      try {
        await run(...args);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        this.output.error(`${id}: ${message}`);
        window.showErrorMessage(`Backend Security: ${message}`);
      }
    };
    this.own(commands.registerCommand(id, guarded));
  }

  async dispose(): Promise<void> {
    for (const disposable of this.#disposables.splice(0).reverse()) disposable.dispose();
    await this.server.stop();
    this.server.dispose();
    this.output.dispose();
  }
}
