import { type FunctionIR, type ModuleIR, Op, type ValueId } from '../ir/ir';

export interface TryParts {
  readonly handlers: readonly number[];
  readonly finalizer: number;
  readonly end: number;
}

/** What follows from a function's code alone: computed once, however often the function is evaluated. */
export class FunctionFacts {
  /** For `If`: its `Else`. */
  readonly elseOf: Int32Array;
  /** For what opens a structure: what closes it. */
  readonly endOf: Int32Array;
  readonly tries = new Map<number, TryParts>();
  private namesByValue: Map<ValueId, string[]> | undefined;
  private readonly keys = new Map<ValueId, string>();
  /** Whether the function writes to members of its receiver. */
  readonly writesReceiver: boolean;

  constructor(
    private readonly module: ModuleIR,
    private readonly fn: FunctionIR,
  ) {
    this.elseOf = new Int32Array(fn.size);
    this.endOf = new Int32Array(fn.size);
    this.link();
    this.writesReceiver = writesReceiver(fn);
  }

  private link(): void {
    const { ops, size } = this.fn;
    const open: number[] = [];
    const parts = new Map<number, { handlers: number[]; finalizer: number }>();
    for (let i = 0; i < size; i++) {
      switch (ops[i]) {
        case Op.If:
        case Op.Loop:
        case Op.Block:
          open.push(i);
          break;
        case Op.Try:
          open.push(i);
          parts.set(i, { handlers: [], finalizer: -1 });
          break;
        case Op.Else:
          this.elseOf[open[open.length - 1]] = i;
          break;
        case Op.Catch:
          parts.get(open[open.length - 1])?.handlers.push(i);
          break;
        case Op.Finally: {
          const part = parts.get(open[open.length - 1]);
          if (part) part.finalizer = i;
          break;
        }
        case Op.EndIf:
        case Op.EndLoop:
        case Op.EndBlock:
        case Op.EndTry: {
          const head = open.pop();
          if (head === undefined) break;
          this.endOf[head] = i;
          const part = parts.get(head);
          if (part) this.tries.set(head, { ...part, end: i });
          break;
        }
      }
    }
  }

  /** What the source calls a value: variables, keys, members and keywords it is given to. */
  namesOf(value: ValueId): readonly string[] {
    this.namesByValue ??= this.collectNames();
    return this.namesByValue.get(value) ?? NO_NAMES;
  }

  private collectNames(): Map<ValueId, string[]> {
    const { fn, module } = this;
    const names = new Map<ValueId, string[]>();
    const addName = (value: ValueId, name: string): void => {
      if (value < 0) return;
      const list = names.get(value);
      if (list) list.push(name);
      else names.set(value, [name]);
    };
    const add = (value: ValueId, name: number): void => {
      if (name >= 0) addName(value, module.strings[name]);
    };
    for (let i = 0; i + 2 < fn.bindings.length; i += 3) add(fn.bindings[i], fn.bindings[i + 1]);
    for (let i = 0; i < fn.size; i++) {
      const op = fn.ops[i];
      if (op === Op.SetField) add(fn.c[i], fn.b[i]);
      else if (op === Op.SetIndex) this.addKey(i, addName);
      else if (op === Op.Object || op === Op.Call || op === Op.New) {
        for (let j = 0; j < fn.c[i]; j++) add(fn.args[2 * (fn.b[i] + j)], fn.args[2 * (fn.b[i] + j) + 1]);
      }
    }
    return names;
  }

  private addKey(i: number, add: (value: ValueId, name: string) => void): void {
    const key = this.fn.b[i];
    if (key < 0 || this.fn.ops[key] !== Op.Const) return;
    const constant = this.module.constants[this.fn.a[key]];
    if (constant.kind === 'string') add(this.fn.c[i], String(constant.value));
  }

  /**
   * A name for "the same value read again": two reads of `req.query.id` are two instructions but one key, so that what a
   * test says of one holds for the other.
   */
  keyOf(value: ValueId): string {
    let key = this.keys.get(value);
    if (key === undefined) {
      key = this.makeKey(value, 12);
      this.keys.set(value, key);
    }
    return key;
  }

  private makeKey(value: ValueId, depth: number): string {
    const { ops, a, b } = this.fn;
    if (value < 0 || depth === 0) return `v${value}`;
    switch (ops[value]) {
      case Op.Param:
        return `p${a[value]}`;
      case Op.This:
        return 't';
      case Op.LoadCell:
        return `c${a[value]}:${b[value]}`;
      case Op.Global:
        return `g${this.module.strings[a[value]]}`;
      case Op.Copy:
      case Op.Cast:
      case Op.Await:
        return this.makeKey(a[value], depth - 1);
      case Op.Field:
        return `${this.makeKey(a[value], depth - 1)}.${this.module.strings[b[value]]}`;
      case Op.Index: {
        const key = b[value];
        if (key < 0 || ops[key] !== Op.Const) return `v${value}`;
        return `${this.makeKey(a[value], depth - 1)}.${String(this.module.constants[a[key]].value)}`;
      }
      case Op.Call:
        return this.callKey(value, depth) ?? `v${value}`;
      default:
        return `v${value}`;
    }
  }

  /** A getter given constants answers the same each time, as methods of texts do: `request.getParameter("id")`. */
  private callKey(value: ValueId, depth: number): string | undefined {
    const { ops, a, b, c, args } = this.fn;
    if (ops[a[value]] !== Op.Field || c[value] > 2) return undefined;
    const parts: string[] = [];
    for (let j = 0; j < c[value]; j++) {
      const argument = args[2 * (b[value] + j)];
      if (argument < 0 || ops[argument] !== Op.Const) return undefined;
      parts.push(JSON.stringify(this.module.constants[a[argument]].value) ?? '');
    }
    const name = this.module.strings[b[a[value]]];
    if (!/^(?:get|header|param|query|cookie|arg|form)/i.test(name) && !TEXT_METHODS.test(name)) return undefined;
    return `${this.makeKey(a[value], depth - 1)}(${parts.join(',')})`;
  }
}

/** Whether it is code that stands around functions, or inside of such: its instructions keep their positions, each on its own. */
export function isFixed(module: ModuleIR, fn: FunctionIR): boolean {
  let { kind, parent } = fn;
  while (parent > 0) ({ kind, parent } = module.functions[parent]);
  return kind === 'module' || kind === 'initializer';
}

export function writesReceiver({ ops, a, size }: FunctionIR): boolean {
  for (let i = 0; i < size; i++) {
    if ((ops[i] === Op.SetField || ops[i] === Op.SetIndex) && ops[a[i]] === Op.This) return true;
  }
  return false;
}

/** Of texts, which never change. */
const TEXT_METHODS =
  /^(?:toLowerCase|toUpperCase|lower|upper|trim|strip|split|slice|substring|substr|charAt|at|toString|normalize)$/;
const NO_NAMES: readonly string[] = [];
