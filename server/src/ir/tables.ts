import type { Constant, ConstantValue } from './ir';

/**
 * The names and constants that a file's functions refer to by number. They only grow, so that the same file lowered
 * again after an edit gives what has not changed the same numbers.
 */
export class Tables {
  readonly strings: string[] = [];
  readonly constants: Constant[] = [];
  private readonly stringIds = new Map<string, number>();
  private readonly constantIds = new Map<Constant['kind'], Map<ConstantValue, number>>();

  string(text: string): number {
    let id = this.stringIds.get(text);
    if (id === undefined) {
      id = this.strings.push(text) - 1;
      this.stringIds.set(text, id);
    }
    return id;
  }

  constant(kind: Constant['kind'], value: ConstantValue, flags?: string): number {
    let ids = this.constantIds.get(kind);
    if (!ids) {
      ids = new Map();
      this.constantIds.set(kind, ids);
    }
    const key = flags === undefined ? value : `${String(value)}/${flags}`;
    let id = ids.get(key);
    if (id === undefined) {
      id = this.constants.push(flags === undefined ? { kind, value } : { kind, value, flags }) - 1;
      ids.set(key, id);
    }
    return id;
  }

  get size(): number {
    return this.strings.length + this.constants.length;
  }
}
