import type { ModelIndex } from '../facts/resolve';
import { type ClassIR, type FunctionIR, type ModuleIR, Op } from '../ir/ir';
import { FunctionFacts, isFixed } from './function-facts';
import { applyPatch } from './patch';
import { Positions } from './positions';
import { constantValue, type Value } from './value';

/**
 * One file of the program, with what is computed once from it.
 *
 * After an edit that changed nothing but the code of some functions the entry stays the one it was, and so do the
 * functions that did not change: everything that refers to them stays true. For that, functions keep the positions they
 * had when they were last lowered. `slice` takes such positions, `positions` says where they are in the text by now, and
 * nothing in evaluation compares them but for equality.
 */
export class ModuleEntry {
  private readonly facts: (FunctionFacts | undefined)[] = [];
  private readonly constants: (Value | undefined)[] = [];
  private readonly classesByName = new Map<string, ClassIR[]>();
  /** The file as it was last lowered: its positions are those of the text. */
  current: ModuleIR;
  positions: Positions;
  /** How often it was patched. */
  revision = 0;
  /** Texts that others than the function they stand in have looked at, by where they start. */
  readonly reads: Map<number, number> | undefined;

  constructor(
    readonly ir: ModuleIR,
    public text: string,
    readonly models: ModelIndex,
    /** Versions of libraries by name, from the manifest nearest to the file. */
    readonly versions: Readonly<Record<string, string>> = {},
    /** Of a file that is being edited, how large its tables were; 0 for others. */
    readonly sizeOfTables = 0,
  ) {
    this.current = ir;
    this.positions = Positions.unmoved(text.length);
    this.reads = sizeOfTables > 0 ? new Map() : undefined;
    for (const cls of ir.classes) {
      const list = this.classesByName.get(cls.name);
      if (list) list.push(cls);
      else this.classesByName.set(cls.name, [cls]);
    }
  }

  get isEdited(): boolean {
    return this.reads !== undefined;
  }

  get uri(): string {
    return this.ir.uri;
  }

  factsOf(fn: FunctionIR): FunctionFacts {
    let facts = this.facts[fn.id];
    if (!facts) {
      facts = new FunctionFacts(this.ir, fn);
      this.facts[fn.id] = facts;
    }
    return facts;
  }

  constant(id: number): Value {
    let value = this.constants[id];
    if (!value) {
      const constant = this.ir.constants[id];
      value = constantValue(constant);
      const kind = constant.kind === 'char' ? 'string' : constant.kind;
      if (kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'regex' || kind === 'bytes') {
        const nodes = this.models.ofLiteral(kind);
        if (!nodes.isEmpty) value = { ...value, nodes };
      }
      this.constants[id] = value;
    }
    return value;
  }

  classNamed(name: string): ClassIR | undefined {
    return this.classesByName.get(name)?.[0];
  }

  /** The names that the file gives to others. */
  get names(): ReadonlySet<string> {
    this.exported ??= new Set(exportedNames(this.ir));
    return this.exported;
  }

  private exported: ReadonlySet<string> | undefined;

  /** The text at a place of this file. */
  slice(start: number, end: number): string {
    if (this.reads && end > (this.reads.get(start) ?? -1)) this.reads.set(start, end);
    return this.positions.slice(this.text, start, end);
  }

  /** The text at a place, for what is computed anew after each edit. */
  textNow(start: number, end: number): string {
    return this.positions.slice(this.text, start, end);
  }

  /** The text at a place of a function's code, for who depends on that code anyway. */
  textIn(fn: FunctionIR, start: number, end: number): string {
    // Code that stands around functions does not count as changed when they do.
    if (this.reads && isFixed(this.ir, fn)) return this.slice(start, end);
    return this.positions.slice(this.text, start, end);
  }

  /**
   * Takes over the file after an edit, lowered with the same tables, if only the code of functions is different. Returns
   * these functions; undefined when more has changed, and nothing was done.
   */
  patch(next: ModuleIR, text: string): ReadonlySet<FunctionIR> | undefined {
    const changed = applyPatch(this, next, text);
    if (!changed) return undefined;
    for (const fn of changed) this.facts[fn.id] = undefined;
    this.current = next;
    this.text = text;
    this.revision++;
    return changed;
  }
}

function* exportedNames({ functions: [{ ops, a, b, size }], strings }: ModuleIR): Generator<string> {
  for (let i = 0; i < size; i++) {
    if (ops[i] === Op.SetField && ops[a[i]] === Op.Exports) yield strings[b[i]];
  }
}
