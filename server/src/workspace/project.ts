import type { AnalysisHost, AnalysisOptions } from '../analysis/host';
import { LineIndex } from '../base/span';
import { type FoundFile, readManifest, readSource } from './files';

/** What an edge provides: the engine's parts, however this machine stores them. */
export interface Engine {
  createHost(options: AnalysisOptions): AnalysisHost;
  /** Makes a grammar ready for `setText`. */
  loadGrammar(name: string): Promise<unknown>;
}

interface Source {
  readonly text: string;
  readonly how: How;
  lines?: LineIndex;
}

export interface How {
  readonly open?: boolean;
  readonly isTest: boolean;
}

/** The texts that the engine knows, with what editors and reports need of them: line numbers, and what was skipped. */
export class Project {
  readonly host: AnalysisHost;
  readonly #sources = new Map<string, Source>();
  readonly #skipped = new Map<string, string>();

  constructor(
    private readonly engine: Engine,
    options: AnalysisOptions,
  ) {
    this.host = engine.createHost(options);
  }

  /** Reasons by uri. */
  get skipped(): ReadonlyMap<string, string> {
    return this.#skipped;
  }

  isSource(uri: string): boolean {
    return this.host.grammarFor(uri) !== undefined;
  }

  has(uri: string): boolean {
    return this.#sources.has(uri);
  }

  text(uri: string): string | undefined {
    return this.#sources.get(uri)?.text;
  }

  /** Of everything that was read or skipped. */
  uris(): string[] {
    return [...this.#sources.keys(), ...this.#skipped.keys()];
  }

  *texts(): Generator<readonly [uri: string, text: string]> {
    for (const [uri, { text }] of this.#sources) yield [uri, text];
  }

  lines(uri: string): LineIndex | undefined {
    const source = this.#sources.get(uri);
    if (!source) return undefined;
    source.lines ??= new LineIndex(source.text);
    return source.lines;
  }

  /** Reads a file from disk into the engine. A file that cannot be analysed is remembered with the reason. */
  async load(file: FoundFile, maxFileSize: number): Promise<void> {
    if (file.kind === 'manifest') {
      const text = readManifest(file.path);
      if (text !== undefined) this.host.setManifest(file.uri, text);
      return;
    }
    const read = readSource(file.path, maxFileSize);
    if ('skipped' in read) this.skip(file.uri, read.skipped);
    else await this.setText(file.uri, read.text, { isTest: file.isTest || read.isGenerated });
  }

  /** A text that is the same as before costs nothing, unless it becomes an open document's. */
  async setText(uri: string, text: string, how: How): Promise<void> {
    const known = this.#sources.get(uri);
    if (known?.text === text && !how.open) return;
    const grammar = this.host.grammarFor(uri);
    if (grammar === undefined) return;
    try {
      if (grammar !== '') await this.engine.loadGrammar(grammar);
      this.host.setText(uri, text, how);
      this.#sources.set(uri, { text, how });
      this.#skipped.delete(uri);
    } catch (error) {
      this.skip(uri, `Skipped: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Another text for a file that is known, whose grammar is therefore ready. */
  replaceText(uri: string, text: string): void {
    const known = this.#sources.get(uri);
    if (!known || known.text === text) return;
    this.host.setText(uri, text, known.how);
    this.#sources.set(uri, { text, how: known.how });
  }

  /** The editor gave it up; its text stays until another one comes. */
  close(uri: string): void {
    const known = this.#sources.get(uri);
    if (!known) return;
    this.host.close(uri);
    this.#sources.set(uri, { text: known.text, how: { isTest: known.how.isTest } });
  }

  skip(uri: string, reason: string): void {
    this.remove(uri);
    this.#skipped.set(uri, reason);
  }

  remove(uri: string): void {
    if (this.#sources.delete(uri)) this.host.remove(uri);
    this.#skipped.delete(uri);
  }
}
