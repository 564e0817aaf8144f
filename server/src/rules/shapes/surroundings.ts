import type { ModuleEntry } from '../../dataflow/program';
import { type FunctionIR, type ModuleIR, Op } from '../../ir/ir';
import type { Surroundings } from '../rule';

interface Place {
  readonly module: ModuleEntry;
  readonly functionId: number;
  readonly start: number;
  readonly end: number;
  /** Source text of what is done; it begins with the name of what it is done to. */
  readonly callee: string;
}

/** By the file as it was last lowered: after an edit, helpers may do something else. */
const known = new WeakMap<ModuleIR, FileSurroundings>();

/**
 * What else happens where something is done: the code that answers the same request, what annotates it, and what its
 * helpers in the same file call.
 */
export function surroundingsOf(place: Place): Surroundings {
  const { module } = place;
  let file = known.get(module.current);
  if (!file) {
    file = new FileSurroundings(module);
    known.set(module.current, file);
  }
  return new PlaceSurroundings(file, place);
}

/** What is asked for is worked out when a rule asks, and once for a file: most rules ask for one thing of a few places. */
class FileSurroundings {
  private readonly own = new Map<FunctionIR, readonly string[]>();
  private readonly all = new Map<FunctionIR, readonly string[]>();
  private readonly names = new Map<FunctionIR, readonly string[]>();
  private children: ReadonlyMap<number, readonly FunctionIR[]> | undefined;
  private named: ReadonlyMap<string, readonly FunctionIR[]> | undefined;

  readonly annotated: readonly FunctionIR[];

  constructor(readonly module: ModuleEntry) {
    this.annotated = module.ir.functions.filter((fn) => fn.annotations.length > 0);
  }

  /** Calls and annotations inside of a function, and calls of helpers that it calls. */
  callsAround(fn: FunctionIR): readonly string[] {
    return memo(this.all, fn, () => {
      const inside = this.inside(fn);
      const calls = new Set(inside.flatMap((one) => this.callsOf(one)));
      const annotations = inside.flatMap((one) =>
        one.annotations.map(({ start, end }) => this.module.textNow(start, end)),
      );
      return [...calls, ...annotations, ...this.helpersOf(calls).flatMap((helper) => this.callsOf(helper))];
    });
  }

  namesAround(fn: FunctionIR): readonly string[] {
    return memo(this.names, fn, () => namesAround(this.module, fn));
  }

  private callsOf(fn: FunctionIR): readonly string[] {
    return memo(this.own, fn, () => [...callsOf(this.module, fn)]);
  }

  /** A function and all that are made in it. */
  private inside(fn: FunctionIR): FunctionIR[] {
    this.children ??= groupedBy(this.module.ir.functions, (one) => (one.parent >= 0 ? one.parent : undefined));
    const found = [fn];
    for (const one of found) found.push(...(this.children.get(one.id) ?? []));
    return found;
  }

  /** Functions of the same file that are called by their plain name. */
  private helpersOf(calls: ReadonlySet<string>): FunctionIR[] {
    this.named ??= groupedBy(this.module.ir.functions, (fn) => (fn.id > 0 && fn.name !== '' ? fn.name : undefined));
    const names = new Set([...calls].map((call) => /^(?:(?:this|self|[A-Z]\w*)\.)?([\w$]+)$/.exec(call)?.[1] ?? ''));
    return [...names].flatMap((name) => this.named?.get(name) ?? []);
  }
}

class PlaceSurroundings implements Surroundings {
  private around: FunctionIR | undefined;

  constructor(
    private readonly file: FileSurroundings,
    private readonly place: Place,
  ) {}

  private get fn(): FunctionIR {
    this.around ??= functionAround(this.place, this.file.annotated);
    return this.around;
  }

  get calls(): readonly string[] {
    return this.file.callsAround(this.fn);
  }

  get names(): readonly string[] {
    return this.file.namesAround(this.fn);
  }

  get text(): string {
    return this.place.module.textNow(this.fn.start, this.fn.end);
  }

  get lines(): string {
    return linesAt(this.place.module, this.place);
  }

  get outermost(): string {
    return outermostText(this.place.module, this.fn);
  }
}

function memo<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

function groupedBy<K, V>(items: readonly V[], key: (item: V) => K | undefined): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    const of = key(item);
    if (of === undefined) continue;
    const group = groups.get(of);
    if (group) group.push(item);
    else groups.set(of, [item]);
  }
  return groups;
}

function outermostText(module: ModuleEntry, fn: FunctionIR): string {
  let current = fn;
  while (current.parent > 0) current = module.ir.functions[current.parent];
  return module.textNow(current.start, current.end);
}

const LINES_BEFORE = 3;
const LONGEST_LINES = 1000;

function linesAt({ text, positions }: ModuleEntry, place: Place): string {
  const start = positions.start(place.start);
  const end = positions.end(place.end);
  // Lines of minified code have no end.
  const before = text.slice(Math.max(0, start - LONGEST_LINES), start);
  const after = text.slice(end, end + LONGEST_LINES);
  let from = before.length;
  for (let n = 0; n <= LINES_BEFORE && from > 0; n++) from = before.lastIndexOf('\n', from - 1);
  const to = after.indexOf('\n');
  return before.slice(Math.max(0, from)) + text.slice(start, end) + (to < 0 ? after : after.slice(0, to));
}

/** The function whose parameter the place begins with; the one that is annotated; else the outermost around it. */
function functionAround(
  { module, functionId, start, end, callee }: Place,
  candidates: readonly FunctionIR[],
): FunctionIR {
  const { functions } = module.ir;
  const annotated = candidates.find((fn) => fn.annotations.some((one) => one.start <= start && end <= one.end));
  if (annotated) return annotated;
  const root = /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(callee)?.[0];
  let fn = functions[functionId];
  while (fn.parent > 0 && !fn.params.some(({ name }) => name === root)) fn = functions[fn.parent];
  return fn;
}

function namesAround(module: ModuleEntry, fn: FunctionIR): string[] {
  const names: string[] = [];
  for (let current = fn; current.id > 0; current = module.ir.functions[current.parent]) {
    names.push(current.name);
    // What is registered without a name is known by where it is registered: `app.post('/login', …`.
    if (current.name === '') {
      const start = module.positions.start(current.start);
      const line = module.text.slice(Math.max(0, start - LONGEST), start);
      names.push(line.slice(line.lastIndexOf('\n') + 1));
    }
    if (current.parent < 0) break;
  }
  const owner = fn.owner >= 0 ? module.ir.classes[fn.owner] : undefined;
  if (owner) names.push(owner.name);
  return names.filter((name) => name !== '');
}

function* callsOf(module: ModuleEntry, fn: FunctionIR): Generator<string> {
  for (let i = 0; i < fn.size; i++) {
    if ((fn.ops[i] !== Op.Call && fn.ops[i] !== Op.New) || fn.a[i] < 0) continue;
    const callee = fn.a[i];
    // A callee that was bound to a name is also known by that.
    const start = fn.start + fn.starts[i];
    const text = module.textNow(start, Math.min(fn.start + fn.ends[i], start + LONGEST));
    const open = text.indexOf('(');
    yield module.textNow(fn.start + fn.starts[callee], fn.start + fn.ends[callee]).slice(0, LONGEST);
    if (open > 0) yield text.slice(0, open);
  }
}

const LONGEST = 160;
