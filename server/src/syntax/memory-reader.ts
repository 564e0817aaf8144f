import { type Language, Parser, type Tree } from 'web-tree-sitter';
import { type Columns, ERROR_KIND, linkRows, NodeFlag, newColumns } from './tree';

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
  return (handle as unknown as { readonly 0: number })[0];
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

/** Places in a SubtreeHeapData, in words of 4 bytes or, where it says so, in units of 2. Its children lie just before it. */
const PADDING = 1;
const SIZE = 4;
const ERROR_COST = 8;
const CHILD_COUNT = 9;
const SYMBOL_2 = 20;
const FLAGS_2 = 22;
const VISIBLE_CHILDREN = 12;
const VISIBLE_DESCENDANTS = 14;
const PRODUCTION_2 = 33;

/** Bits of a heap node's flags. */
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

/** The parser's bits as ours: a look into a table costs less than four branches that cannot be foreseen. */
const INLINE_FLAGS = flagTable(0xff, INLINE_NAMED, INLINE_EXTRA, INLINE_MISSING);
const HEAP_FLAG_BITS = 0x3ff;
const HEAP_FLAGS = flagTable(HEAP_FLAG_BITS, HEAP_NAMED, HEAP_EXTRA, HEAP_MISSING);

function flagTable(largest: number, named: number, extra: number, missing: number): Uint8Array {
  return Uint8Array.from(
    { length: largest + 1 },
    (_, bits) =>
      ((bits & named) !== 0 ? NodeFlag.Named : 0) |
      ((bits & extra) !== 0 ? NodeFlag.Extra : 0) |
      ((bits & missing) !== 0 ? NodeFlag.Missing | NodeFlag.HasError : 0),
  );
}

/** In the table of productions, the alias is above the field. */
const ALIAS_SHIFT = 16;
const FIELD_MASK = 0xffff;

/** Symbols and productions have 16 bits in nodes, places among children 8 in the table of fields. */
const MOST_IDS = 0xffff;
const MOST_PLACES = 0xff;

/** A count that no language has was read from the wrong place: to believe it would be to loop almost for ever. */
function plausible(count: number, most: number): number {
  if (!(count >= 0 && count <= most))
    throw new Error(`The parser's memory is laid out in another way: a count is ${count}.`);
  return count;
}

/** Numbers that one level of the stack takes. */
const FRAME = 7;

export class MemoryReader {
  readonly #memory: WasmMemory;
  #words: Int32Array;
  #halves: Uint16Array;
  /** By symbol: the public one, and the flag of those that are named. */
  readonly #public: Uint16Array;
  readonly #named: Uint8Array;
  /** By production and place among its children: alias and field. */
  readonly #productions: Int32Array;
  readonly #rowLength: number;
  readonly #stack = new Int32Array(FRAME * 256);

  constructor(language: Language, memory: WasmMemory) {
    this.#memory = memory;
    this.#words = new Int32Array(memory.buffer);
    this.#halves = new Uint16Array(memory.buffer);
    const halves = this.#halves;
    const bytes = new Uint8Array(memory.buffer);
    const base = addressOf(language);
    const word = (offset: number): number => this.#words[(base + offset) >>> 2];

    const symbols = plausible(word(Lang.symbolCount) + word(Lang.aliasCount), MOST_IDS);
    const publicSymbols = word(Lang.publicSymbols) >>> 1;
    this.#public = halves.slice(publicSymbols, publicSymbols + symbols);
    // Metadata are three booleans a symbol: visible, named, supertype.
    const metadata = word(Lang.symbolMetadata);
    this.#named = Uint8Array.from({ length: symbols }, (_, symbol) =>
      bytes[metadata + 3 * symbol + 1] !== 0 ? NodeFlag.Named : 0,
    );

    const productions = plausible(word(Lang.productionCount), MOST_IDS);
    const slices = word(Lang.fieldSlices) >>> 1;
    const entries = word(Lang.fieldEntries);
    // Production 0 stands for "nothing special": ERROR nodes have it, and any number of children.
    const fieldsOf = (production: number): FieldEntry[] => {
      if (production === 0 || word(Lang.fieldCount) === 0) return [];
      const first = halves[slices + 2 * production];
      const count = plausible(halves[slices + 2 * production + 1], MOST_PLACES);
      return Array.from({ length: count }, (_, i) => {
        const at = entries + 4 * (first + i);
        return { field: halves[at >>> 1], place: bytes[at + 2], isInherited: bytes[at + 3] !== 0 };
      });
    };
    const aliases = word(Lang.aliasSequences) >>> 1;
    const aliasLength = plausible(halves[(base + Lang.maxAliasLength) >>> 1], MOST_PLACES);
    let rowLength = aliasLength;
    for (let p = 0; p < productions; p++)
      for (const { place } of fieldsOf(p)) rowLength = Math.max(rowLength, place + 1);
    const table = new Int32Array(productions * rowLength);
    for (let p = 1; p < productions; p++) {
      const row = p * rowLength;
      for (let i = 0; i < aliasLength; i++) table[row + i] = halves[aliases + p * aliasLength + i] << ALIAS_SHIFT;
      for (const { field, place, isInherited } of fieldsOf(p)) {
        // Inherited entries repeat what a hidden child's own production says. Of several others the first counts.
        if (!isInherited && (table[row + place] & FIELD_MASK) === 0) table[row + place] |= field;
      }
    }
    this.#rowLength = rowLength;
    this.#productions = table;
  }

  /** The tree must not have been edited since it was parsed. Undefined when it is not laid out as expected. */
  read(tree: Tree): Columns | undefined {
    // Growing memory detaches the old buffer. Nothing below calls into the parser, so it cannot grow meanwhile.
    if (this.#words.buffer !== this.#memory.buffer) {
      this.#words = new Int32Array(this.#memory.buffer);
      this.#halves = new Uint16Array(this.#memory.buffer);
    }
    const words = this.#words;
    const halves = this.#halves;
    const productions = this.#productions;
    const rowLength = this.#rowLength;
    const publicSymbols = this.#public;
    const namedSymbols = this.#named;
    let stack = this.#stack;

    // A slot is the two words that hold an inline node, or the address of one on the heap.
    const rootSlot = addressOf(tree) >>> 2;
    const rootHeap = words[rootSlot] >>> 2;
    const isLeaf = (words[rootSlot] & INLINE) !== 0 || words[rootHeap + CHILD_COUNT] === 0;
    const columns = newColumns(isLeaf ? 1 : words[rootHeap + VISIBLE_DESCENDANTS] + 1);
    const { kinds, starts, ends, parents, fields, flags } = columns;

    let n = 0;
    let top = 0;
    // Each slot is two words of its own, so a walk of more steps would go in circles through something else.
    let steps = words.length >>> 1;
    // The frame: slots still to read, what is left of the production's row, the visible node that they are children of,
    // the field by which a hidden parent is held, and the offset in bytes.
    let slot = rootSlot;
    let endSlot = rootSlot + 2;
    let row = 0;
    let rowEnd = 0;
    let parent = -1;
    let inherited = 0;
    let position = 0;
    for (;;) {
      if (slot === endSlot) {
        if (top === 0) break;
        top -= FRAME;
        slot = stack[top];
        endSlot = stack[top + 1];
        row = stack[top + 2];
        rowEnd = stack[top + 3];
        parent = stack[top + 4];
        inherited = stack[top + 5];
        position = stack[top + 6];
      }
      if (--steps < 0) return undefined;
      const word = words[slot];
      if ((word & INLINE) !== 0) {
        const rest = words[slot + 1];
        slot += 2;
        const start = (position + ((rest >>> 16) & 0xff)) | 0;
        position = (start + (rest >>> 24)) | 0;
        let alias = 0;
        let field = 0;
        if ((word & INLINE_EXTRA) === 0) {
          const entry = row < rowEnd ? productions[row++] : 0;
          alias = entry >>> ALIAS_SHIFT;
          field = entry & FIELD_MASK || inherited;
        }
        if (alias === 0 && (word & INLINE_VISIBLE) === 0) continue;
        kinds[n] = publicSymbols[alias !== 0 ? alias : (word >>> 8) & 0xff];
        starts[n] = start >>> 1;
        ends[n] = position >>> 1;
        parents[n] = parent;
        fields[n] = field;
        flags[n] =
          alias === 0 ? INLINE_FLAGS[word & 0xff] : (INLINE_FLAGS[word & 0xff] & ~NodeFlag.Named) | namedSymbols[alias];
        n++;
        continue;
      }

      slot += 2;
      const heap = word >>> 2;
      const bits = halves[2 * heap + FLAGS_2];
      const padding = words[heap + PADDING];
      const start = (position + padding) | 0;
      position = (start + words[heap + SIZE]) | 0;
      let alias = 0;
      let field = 0;
      if ((bits & HEAP_EXTRA) === 0) {
        const entry = row < rowEnd ? productions[row++] : 0;
        alias = entry >>> ALIAS_SHIFT;
        field = entry & FIELD_MASK || inherited;
      }
      // What these words mean for a leaf is another matter, so its number of children has to be asked first.
      const children = words[heap + CHILD_COUNT];
      const hasInside = children !== 0 && words[heap + VISIBLE_CHILDREN] !== 0;
      const isVisible = alias !== 0 || (bits & HEAP_VISIBLE) !== 0;
      const self = n;
      if (isVisible) {
        const symbol = halves[2 * heap + SYMBOL_2];
        const kind = alias !== 0 ? publicSymbols[alias] : symbol === ERROR_KIND ? ERROR_KIND : publicSymbols[symbol];
        kinds[n] = kind;
        starts[n] = start >>> 1;
        ends[n] = position >>> 1;
        parents[n] = parent;
        fields[n] = field;
        let flag = HEAP_FLAGS[bits & HEAP_FLAG_BITS];
        if (alias !== 0) flag = (flag & ~NodeFlag.Named) | namedSymbols[alias];
        if (words[heap + ERROR_COST] !== 0) flag |= NodeFlag.HasError;
        flags[n] = kind === ERROR_KIND ? flag | NodeFlag.Error : flag;
        n++;
      }
      if (!hasInside) continue;

      // A parent that has no more to read need not be returned to.
      if (slot !== endSlot) {
        if (top === stack.length) {
          // Not kept: a deep file is rare, and one with a million levels must not hold its stack for ever.
          const larger = new Int32Array(2 * top);
          larger.set(stack);
          stack = larger;
        }
        stack[top] = slot;
        stack[top + 1] = endSlot;
        stack[top + 2] = row;
        stack[top + 3] = rowEnd;
        stack[top + 4] = parent;
        stack[top + 5] = inherited;
        stack[top + 6] = position;
        top += FRAME;
      }
      slot = heap - 2 * children;
      endSlot = heap;
      const production = halves[2 * heap + PRODUCTION_2];
      row = production * rowLength;
      rowEnd = production === 0 ? 0 : row + rowLength;
      // The first child has its parent's padding.
      position = start - padding;
      if (isVisible) {
        parent = self;
        inherited = 0;
      } else {
        inherited = field;
      }
    }
    if (n !== kinds.length) return undefined;
    linkRows(columns);
    return columns;
  }
}

interface FieldEntry {
  readonly field: number;
  /** Among the children of the production, extras not counted. */
  readonly place: number;
  readonly isInherited: boolean;
}
