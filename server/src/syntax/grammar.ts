import { Language, Parser, type Tree } from 'web-tree-sitter';
import { readWithCursor } from './cursor-reader';
import { MemoryReader, startRuntime, type WasmMemory } from './memory-reader';
import { Parsed } from './parsed';
import { sampleOf } from './samples';
import { type Columns, ERROR_KIND, errorColumns, SyntaxTree } from './tree';

export { Parsed, type TextEdit } from './parsed';

export interface ParseLimits {
  /** Parsing longer than this gives a partial tree. It is the one place where time may decide, and needs `now`. */
  readonly deadlineMs?: number;
  readonly now?: () => number;
}

export interface ParseOptions extends ParseLimits {
  /** The same document before it changed: what has not changed is taken over. The handle is updated and returned. */
  readonly previous?: Parsed;
}

/** How columns are filled: from the parser's memory, or by its public interface when the layout is not known. */
export type ReaderKind = 'memory' | 'cursor';

/** Grammars by name, each loaded once and when it is first asked for. */
export class GrammarSet {
  readonly #loading = new Map<string, Promise<Grammar>>();
  readonly #loaded = new Map<string, Grammar>();

  private constructor(
    private readonly memory: WasmMemory,
    private readonly bytesOf: ((name: string) => Promise<Uint8Array>) | undefined,
  ) {}

  /**
   * `wasm` is the parser's runtime. `bytesOf` gives a grammar's wasm by its name; without it, each `load` must bring the
   * bytes along.
   */
  static async create(wasm: Uint8Array, bytesOf?: (name: string) => Promise<Uint8Array>): Promise<GrammarSet> {
    return new GrammarSet(await startRuntime(wasm), bytesOf);
  }

  load(name: string, bytes?: Uint8Array): Promise<Grammar> {
    let loading = this.#loading.get(name);
    if (!loading) {
      loading = this.#load(name, bytes);
      this.#loading.set(name, loading);
      // A file that could not be read now may be there the next time.
      loading.catch(() => this.#loading.delete(name));
    }
    return loading;
  }

  /** The grammar if it has been loaded, for callers that cannot wait. */
  get(name: string): Grammar | undefined {
    return this.#loaded.get(name);
  }

  async #load(name: string, given: Uint8Array | undefined): Promise<Grammar> {
    const bytes = given ?? (await this.bytesOf?.(name));
    if (!bytes) throw new Error(`The grammar ${name} was not loaded, and nothing says where its bytes are.`);
    const grammar = new Grammar(name, await Language.load(bytes), this.memory);
    this.#loaded.set(name, grammar);
    return grammar;
  }
}

export class Grammar {
  readonly reader: ReaderKind;
  readonly #names: readonly string[];
  readonly #kinds = new Map<string, number[]>();
  readonly #fields = new Map<string, number>();
  readonly #isComment: Uint8Array;
  readonly #memoryReader: MemoryReader | undefined;
  #parser: Parser | undefined;

  constructor(
    readonly name: string,
    private readonly language: Language,
    memory: WasmMemory,
  ) {
    this.#names = Array.from(language.types, (type) => type ?? '');
    this.#isComment = new Uint8Array(ERROR_KIND + 1);
    for (let id = 0; id < this.#names.length; id++) {
      const kind = this.#names[id];
      if (kind === '') continue;
      const key = keyOf(kind, language.nodeTypeIsNamed(id));
      const ids = this.#kinds.get(key);
      if (ids) ids.push(id);
      else this.#kinds.set(key, [id]);
      if (kind.includes('comment')) this.#isComment[id] = 1;
    }
    // Several internal symbols may share a name; nodes carry the public one, which therefore comes first.
    for (const [key, ids] of this.#kinds) {
      if (ids.length < 2) continue;
      const shared = language.idForNodeType(key.slice(1), key.startsWith(NAMED));
      ids.sort((a, b) => Number(b === shared) - Number(a === shared));
    }
    this.#kinds.set(keyOf('ERROR', true), [ERROR_KIND]);
    language.fields.forEach((field, id) => {
      if (field !== null) this.#fields.set(field, id);
    });
    this.#memoryReader = this.#checkedReader(memory);
    this.reader = this.#memoryReader ? 'memory' : 'cursor';
  }

  kindName(id: number): string {
    return id === ERROR_KIND ? 'ERROR' : (this.#names[id] ?? '');
  }

  /** -1 for a kind that the grammar does not have. */
  kindId(name: string, named = true): number {
    return this.kindIds(name, named)[0] ?? -1;
  }

  /** Every id of the name. Nodes carry the first one. */
  kindIds(name: string, named = true): readonly number[] {
    return this.#kinds.get(keyOf(name, named)) ?? [];
  }

  /** One more than the largest id of a kind other than ERROR. */
  get kindCount(): number {
    return this.#names.length;
  }

  /** -1 for a field that the grammar does not have; ids are above 0. */
  fieldId(name: string): number {
    return this.#fields.get(name) ?? -1;
  }

  fieldName(id: number): string {
    return this.language.fields[id] ?? '';
  }

  isCommentKind(id: number): boolean {
    return this.#isComment[id] === 1;
  }

  /** Parses, and keeps what is needed to parse the edited text faster. Whoever keeps the handle disposes it. */
  parse(text: string, options: ParseOptions = {}): Parsed {
    const { previous } = options;
    if (previous && previous.grammar === this) return previous.reparse(text, options);
    return new Parsed(this, text, options);
  }

  /** Parses a text that will not be edited: nothing is left to dispose. */
  parseOnce(text: string, limits: ParseLimits = {}): SyntaxTree {
    const tree = this.parseTree(text, undefined, limits);
    const columns = this.toSyntax(tree, text);
    tree?.delete();
    return columns;
  }

  /** Undefined when the deadline was reached. Meant for `Parsed`, which knows when trees have to be deleted. */
  parseTree(text: string, old: Tree | undefined, limits: ParseLimits): Tree | undefined {
    const { deadlineMs, now } = limits;
    const until = now && deadlineMs !== undefined ? now() + deadlineMs : undefined;
    const progressCallback = now && until !== undefined ? () => now() > until : undefined;
    try {
      this.#parser ??= new Parser().setLanguage(this.language);
      const tree = this.#parser.parse(text, old, progressCallback && { progressCallback });
      // A stopped parser would go on with the old text the next time.
      if (!tree) this.#parser.reset();
      return tree ?? undefined;
    } catch {
      // A trap inside the parser, such as memory running out, spoils this parser but not the others.
      this.#parser = undefined;
      return undefined;
    }
  }

  toSyntax(tree: Tree | undefined, text: string, reader: ReaderKind = this.reader): SyntaxTree {
    if (!tree) return new SyntaxTree(this, text, errorColumns(text.length), true);
    const fast = reader === 'memory' ? this.#memoryReader?.read(tree) : undefined;
    return new SyntaxTree(this, text, fast ?? readWithCursor(tree), false);
  }

  /** A layout of memory is a private matter of the parser, so it is used only if it proves right on a sample. */
  #checkedReader(memory: WasmMemory): MemoryReader | undefined {
    const tree = this.parseTree(sampleOf(this.name), undefined, {});
    if (!tree) return undefined;
    try {
      const reader = new MemoryReader(this.language, memory);
      const columns = reader.read(tree);
      return columns && sameColumns(columns, readWithCursor(tree)) ? reader : undefined;
    } catch {
      return undefined;
    } finally {
      tree.delete();
    }
  }
}

/** Whether two readers saw the same tree. */
export function sameColumns(a: Columns, b: Columns): boolean {
  const names = ['kinds', 'starts', 'ends', 'parents', 'nexts', 'lasts', 'fields', 'flags'] as const;
  return names.every((name) => {
    const left = a[name];
    const right = b[name];
    if (left.length !== right.length) return false;
    for (let n = 0; n < left.length; n++) if (left[n] !== right[n]) return false;
    return true;
  });
}

const NAMED = 'n';

function keyOf(name: string, named: boolean): string {
  return (named ? NAMED : 'a') + name;
}
