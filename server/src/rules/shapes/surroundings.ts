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
const known = new WeakMap<ModuleIR, Map<FunctionIR, Surroundings>>();

/**
 * What else happens where something is done: the code that answers the same request, what annotates it, and what its
 * helpers in the same file call.
 */
export function surroundingsOf(place: Place): Surroundings {
  const { module } = place;
  const fn = functionAround(place);
  let ofFile = known.get(module.current);
  if (!ofFile) {
    ofFile = new Map();
    known.set(module.current, ofFile);
  }
  let found = ofFile.get(fn);
  if (!found) {
    const inside = module.ir.functions.filter((other) => isWithin(module, other, fn));
    const calls = new Set(inside.flatMap((one) => [...callsOf(module, one)]));
    const annotations = inside.flatMap((one) => one.annotations.map(({ start, end }) => module.textNow(start, end)));
    found = {
      calls: [...calls, ...annotations, ...helpersOf(module, calls).flatMap((helper) => [...callsOf(module, helper)])],
      names: namesAround(module, fn),
      text: module.textNow(fn.start, fn.end),
      lines: '',
      outermost: outermostText(module, fn),
    };
    ofFile.set(fn, found);
  }
  return { ...found, lines: linesAt(module, place) };
}

function outermostText(module: ModuleEntry, fn: FunctionIR): string {
  let current = fn;
  while (current.parent > 0) current = module.ir.functions[current.parent];
  return module.textNow(current.start, current.end);
}

const LINES_BEFORE = 3;

function linesAt({ text, positions }: ModuleEntry, place: Place): string {
  const start = positions.start(place.start);
  const end = positions.end(place.end);
  let from = start;
  for (let n = 0; n <= LINES_BEFORE && from > 0; n++) from = text.lastIndexOf('\n', from - 1);
  const to = text.indexOf('\n', end);
  return text.slice(Math.max(0, from), to < 0 ? undefined : to);
}

/** The function whose parameter the place begins with; the one that is annotated; else the outermost around it. */
function functionAround({ module, functionId, start, end, callee }: Place): FunctionIR {
  const { functions } = module.ir;
  const annotated = functions.find((fn) => fn.annotations.some((one) => one.start <= start && end <= one.end));
  if (annotated) return annotated;
  const root = /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(callee)?.[0];
  let fn = functions[functionId];
  while (fn.parent > 0 && !fn.params.some(({ name }) => name === root)) fn = functions[fn.parent];
  return fn;
}

function isWithin(module: ModuleEntry, fn: FunctionIR, outer: FunctionIR): boolean {
  let current: FunctionIR | undefined = fn;
  while (current && current !== outer) current = current.parent >= 0 ? module.ir.functions[current.parent] : undefined;
  return current === outer;
}

function namesAround(module: ModuleEntry, fn: FunctionIR): string[] {
  const names: string[] = [];
  for (let current = fn; current.id > 0; current = module.ir.functions[current.parent]) {
    names.push(current.name);
    // What is registered without a name is known by where it is registered: `app.post('/login', …`.
    if (current.name === '') {
      const start = module.positions.start(current.start);
      names.push(module.text.slice(module.text.lastIndexOf('\n', start) + 1, start));
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
    const text = module.textNow(fn.start + fn.starts[i], fn.start + fn.ends[i]);
    const open = text.indexOf('(');
    yield module.textNow(fn.start + fn.starts[callee], fn.start + fn.ends[callee]).slice(0, LONGEST);
    if (open > 0) yield text.slice(0, open).slice(0, LONGEST);
  }
}

const LONGEST = 160;

/** Functions of the same file that are called by their plain name. */
function helpersOf(module: ModuleEntry, calls: ReadonlySet<string>): FunctionIR[] {
  const names = new Set([...calls].map((call) => /^(?:(?:this|self|[A-Z]\w*)\.)?([\w$]+)$/.exec(call)?.[1] ?? ''));
  return module.ir.functions.filter((fn) => fn.id > 0 && fn.name !== '' && names.has(fn.name));
}
