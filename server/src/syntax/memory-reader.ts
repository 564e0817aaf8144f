import { type Language, Parser, type Tree } from 'web-tree-sitter';
import { type Columns, ERROR_KIND, NodeFlag, newColumns } from './tree';

/*
 * Reads the parser's own nodes where they lie in its memory, which is 15 to 20 times faster than asking for one node
 * after the other. The layout is private to the parser: this file knows that of web-tree-sitter 0.27 (lib/src/subtree.h
 * and parser.h of tree-sitter, compiled for 32 bits), unchanged since 2024. `Grammar` uses it only after it agreed with
 * the public interface on a sample; test/unit/syntax.test.ts compares the two on much more.
 */

/** WebAssembly is in every runtime of ours, but in no type library that all of them share. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}
declare const WebAssembly: { Memory: new (limits: { initial: number; maximum: number }) => WasmMemory };

/** 64 KiB each. The runtime starts with 32 MiB and may grow to 2 GiB. */
const INITIAL_PAGES = 512;
const MAXIMUM_PAGES = 32768;

/**
 * The one state that outlives its owners: web-tree-sitter keeps a single runtime for all of its users in a thread, so
 * its memory has to be remembered beside it.
 */
let runtime: Promise<WasmMemory> | undefined;

/** Starts the parser's runtime in memory of ours, which is how we get to read it. */
export function startRuntime(wasm: Uint8Array): Promise<WasmMemory> {
  runtime ??= start(wasm).catch((error: unknown) => {
    runtime = undefined;
    throw error;
  });
  return runtime;
}

async function start(wasmBinary: Uint8Array): Promise<WasmMemory> {
  const wasmMemory = new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: MAXIMUM_PAGES });
  await Parser.init({ wasmBinary, wasmMemory });
  return wasmMemory;
}

/** The address that the binding's objects keep under the name 0. */
function addressOf(handle: Language | Tree): number {
  return (handle as any)[0];
}

/** Offsets in TSLanguage, in bytes. */
const Lang = {
  symbolCount: 4,
  aliasCount: 8,
  productionCount: 28,
  fieldCount: 32,
  maxAliasLength: 36,
  fieldSlices: 64,
  fieldEntries: 68,
  symbolMetadata: 72,
  publicSymbols: 76,
  aliasSequences: 84,
};

/** Indexes in a SubtreeHeapData, in words of 4 or units of 2 bytes. Its children lie just before it. */
const Heap = {
  padding: 1,
  size: 4,
  errorCost: 8,
  childCount: 9,
  symbol16: 20,
  flags16: 22,
  descendants: 14,
  production16: 33,
};

/** Bits of the flags of a heap node. */
const HEAP_VISIBLE = 1;
const HEAP_NAMED = 2;
const HEAP_EXTRA = 4;
const HEAP_MISSING = 1 << 9;

/** Bits of the first word of a node that is small enough to lie in its parent's list of children itself. */
const INLINE = 1;
const INLINE_VISIBLE = 2;
const INLINE_NAMED = 4;
const INLINE_EXTRA = 8;
const INLINE_MISSING = 32;

/** Bits of an entry in the table of productions. */
const FIELD_MASK = 0xffff;

/** Numbers that one level of the stack takes. */
const FRAME = 9;

export class MemoryReader {
  readonly #memory: WasmMemory;
  #words: Uint32Array;
  #halves: Uint16Array;
  /** By symbol: the public one, and whether it is named. */
  readonly #public: Uint16Array;
  readonly #named: Uint8Array;
  /** By production and place among its children: the alias in the upper half, the field in the lower one. */
  readonly #productions: Uint32Array;
  readonly #rowLength: number;
  #stack = new Int32Array(FRAME * 256);

  constructor(language: Language, memory: WasmMemory) {
    this.#memory = memory;
    this.#words = new Uint32Array(memory.buffer);
    this.#halves = new Uint16Array(memory.buffer);
    const bytes = new Uint8Array(memory.buffer);
    const base = addressOf(language);
    const word = (offset: number): number => this.#words[(base + offset) >>> 2];

    const symbols = word(Lang.symbolCount) + word(Lang.aliasCount);
    const publicSymbols = word(Lang.publicSymbols) >>> 1;
    const metadata = word(Lang.symbolMetadata);
    this.#public = this.#halves.slice(publicSymbols, publicSymbols + symbols);
    // Metadata are three booleans a symbol: visible, named, supertype.
    this.#named = Uint8Array.from({ length: symbols }, (_, symbol) => bytes[metadata + 3 * symbol + 1]);

    const productions = word(Lang.productionCount);
    const hasFields = word(Lang.fieldCount) > 0;
    const slices = word(Lang.fieldSlices) >>> 1;
    const entries = word(Lang.fieldEntries);
    const aliases = word(Lang.aliasSequences) >>> 1;
    const aliasLength = this.#halves[(base + Lang.maxAliasLength) >>> 1];
    let rowLength = aliasLength;
    for (let p = 0; hasFields && p < productions; p++) {
      const [first, count] = [this.#halves[slices + 2 * p], this.#halves[slices + 2 * p + 1]];
      for (let e = first; e < first + count; e++) rowLength = Math.max(rowLength, bytes[entries + 4 * e + 2] + 1);
    }
    this.#rowLength = rowLength;
    this.#productions = new Uint32Array(productions * rowLength);
    for (let p = 0; p < productions; p++) {
      const row = p * rowLength;
      // Production 0 stands for "nothing special", and has no aliases.
      for (let i = 0; p > 0 && i < aliasLength; i++) {
        this.#productions[row + i] = this.#halves[aliases + p * aliasLength + i] << 16;
      }
      if (!hasFields) continue;
      const [first, count] = [this.#halves[slices + 2 * p], this.#halves[slices + 2 * p + 1]];
      // An entry is a field (2 bytes), a place (1), and whether a hidden child brings the field along (1); the first counts.
      for (let e = first; e < first + count; e++) {
        const at = row + bytes[entries + 4 * e + 2];
        if (bytes[entries + 4 * e + 3] !== 0 || (this.#productions[at] & FIELD_MASK) !== 0) continue;
        this.#productions[at] |= this.#halves[(entries + 4 * e) >>> 1];
      }
    }
  }

  /** The tree must not have been edited since it was parsed. */
  read(tree: Tree): Columns {
    // Growing memory detaches the old buffer. Nothing below calls into the parser, so it cannot grow meanwhile.
    if (this.#words.buffer !== this.#memory.buffer) {
      this.#words = new Uint32Array(this.#memory.buffer);
      this.#halves = new Uint16Array(this.#memory.buffer);
    }
    const words = this.#words;
    const halves = this.#halves;
    const productions = this.#productions;
    const rowLength = this.#rowLength;
    const publicSymbols = this.#public;
    const namedSymbols = this.#named;

    const root = addressOf(tree) >>> 2;
    const rootSlot = words[root];
    const size =
      (rootSlot & INLINE) !== 0 || words[(rootSlot >>> 2) + Heap.childCount] === 0
        ? 1
        : words[(rootSlot >>> 2) + Heap.descendants] + 1;
    const columns = newColumns(size);
    const { kinds, starts, ends, parents, lasts, fields, flags, nexts } = columns;
    void nexts;
    void halves;
    void productions;
    void rowLength;
    void publicSymbols;
    void namedSymbols;
    void kinds;
    void starts;
    void ends;
    void parents;
    void lasts;
    void fields;
    void flags;
    return columns;
  }
}
