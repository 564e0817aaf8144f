import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runOrThrow } from '../../../scripts/lib/process.mjs';

const host = '127.0.0.1';

/** One embedded VS Code server with a data folder of its own. */
export class EmbeddedEditor {
  #runtime;
  #dataFolder;
  #process;
  #port = 0;
  #log = '';

  constructor(runtime, dataFolder) {
    this.#runtime = runtime;
    this.#dataFolder = dataFolder;
  }

  /** Installs a packed extension with the command that a user would call. */
  async installExtension(file) {
    const { node, server } = this.#runtime;
    await runOrThrow(node, [server, ...this.#dataArguments(), '--install-extension', file, '--force'], { quiet: true });
  }

  async writeSettings(settings) {
    const file = path.join(this.#dataFolder, 'data/Machine/settings.json');
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, JSON.stringify(settings, null, 2));
  }

  /**
   * Resolves once the server answers. A port of 0 means any free one. Only as a test driver does the editor take a suite
   * to run; it then shows no messages, so a person gets it without.
   */
  async start({ port = 0, env = {}, isTestDriver = false } = {}) {
    this.#port = port || (await freePort());
    const { node, server } = this.#runtime;
    const args = [
      server,
      ...['--host', host, '--port', String(this.#port), '--without-connection-token'],
      ...this.#dataArguments(),
      ...['--telemetry-level', 'off', '--disable-workspace-trust'],
      ...(isTestDriver ? ['--enable-smoke-test-driver'] : []),
    ];
    const child = spawn(node, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => (this.#log += chunk));
    child.stderr.on('data', (chunk) => (this.#log += chunk));
    this.#process = child;
    await this.#answers();
  }

  /** The workbench's address with a folder open; `payload` is handed to the workbench's environment. */
  address(folder, payload = []) {
    const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
    return `http://${host}:${this.#port}/?${query}`;
  }

  /** How this editor's workbench names a file of this machine. */
  remote(file) {
    return `vscode-remote://${host}:${this.#port}${file}`;
  }

  get log() {
    return this.#log;
  }

  async stop() {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    const slow = delay(5000).then(() => child.kill('SIGKILL'));
    await Promise.race([ended, slow]);
  }

  #dataArguments() {
    return ['--accept-server-license-terms', '--server-data-dir', this.#dataFolder];
  }

  async #answers() {
    for (let attempt = 0; attempt < 300; attempt++) {
      if (this.#process.exitCode !== null) throw new Error(`The embedded VS Code ended at once:\n${this.#log}`);
      const response = await fetch(`http://${host}:${this.#port}/version`).catch(() => undefined);
      if (response?.ok) return;
      await delay(200);
    }
    throw new Error(`The embedded VS Code did not answer within a minute:\n${this.#log}`);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
