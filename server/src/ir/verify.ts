import {
  type Annotation,
  ArrayKind,
  type ClassIR,
  ConcatKind,
  type Constant,
  type FunctionIR,
  IterKind,
  type ModuleIR,
  NONE,
  Op,
  Tag,
} from './ir';
import { EDGE_ENDS, type Operand, operandsOf, type PairRules, pairRulesOf, producesValue } from './operands';

/** A module that is broken everywhere is not told of more often than this. */
const MOST_PROBLEMS = 100;

/**
 * Whatever a module may not be, in words. A front end's module without a problem is one that the engine can walk
 * without looking left or right; tests of front ends therefore call this for everything they lower.
 */
export function verify(module: ModuleIR): string[] {
  const problems: string[] = [];
  const report = (where: string, what: string): void => {
    if (problems.length < MOST_PROBLEMS) problems.push(`${where}: ${what}`);
  };
  verifyTables(module, report);
  for (const [id, fn] of module.functions.entries()) {
    const where = `function #${id}${fn.name === '' ? '' : ` ${fn.name}`}`;
    verifyFunctionInfo(module, fn, id, (what) => report(where, what));
    if (verifyColumns(fn, (what) => report(where, what))) new FunctionVerifier(module, fn, where, report).verify();
  }
  for (const [id, cls] of module.classes.entries()) verifyClass(module, cls, id, report);
  verifyOpaqueCounts(module, report);
  return problems;
}

type Report = (where: string, what: string) => void;
type ReportHere = (what: string) => void;

interface Range {
  readonly start: number;
  readonly end: number;
}

function within(index: number, length: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < length;
}

function isRange({ start, end }: Range, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;
}

function show({ start, end }: Range): string {
  return `${start}..${end}`;
}

// ---- module ------------------------------------------------------------------------------------------------------

function verifyTables(module: ModuleIR, report: Report): void {
  const { length, lines, strings, constants, functions } = module;
  if (!(Number.isInteger(length) && length >= 0)) report('module', `length is ${length}`);
  if (!(Number.isInteger(lines) && lines >= 1 && lines <= length + 1)) report('module', `has ${lines} lines`);
  if (new Set(strings).size !== strings.length) report('module', 'a string is in the table twice');
  const seen = new Set<string>();
  for (const [i, constant] of constants.entries()) {
    if (!hasItsKind(constant)) report(`constant ${i}`, `${constant.kind} holds ${String(constant.value)}`);
    const key = `${constant.kind} ${constant.flags ?? '-'} ${Object.is(constant.value, -0) ? 0 : String(constant.value)}`;
    if (seen.has(key)) report(`constant ${i}`, 'is in the table twice');
    seen.add(key);
  }
  if (functions.length === 0) report('module', 'has no function for its own code');
  ranges('import', module.imports, length, report);
  ordered('comment', module.comments, length, report);
  ordered('error', module.errors, length, report);
}

function hasItsKind({ kind, value, flags }: Constant): boolean {
  if (flags !== undefined && kind !== 'regex') return false;
  switch (kind) {
    case 'null':
      return value === null;
    case 'undefined':
      return value === undefined;
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'char':
      return typeof value === 'string' && [...value].length <= 1;
    default:
      return typeof value === 'string';
  }
}

function ranges(what: string, list: readonly Range[], length: number, report: Report): void {
  for (const [i, span] of list.entries()) {
    if (!isRange(span, length)) report(`${what} ${i}`, `${show(span)} is not in the file`);
  }
}

function ordered(what: string, list: readonly Range[], length: number, report: Report): void {
  ranges(what, list, length, report);
  for (let i = 1; i < list.length; i++) {
    if (list[i].start < list[i - 1].end) report(`${what} ${i}`, 'begins before the one before it has ended');
  }
}

function verifyAnnotations(list: readonly Annotation[], length: number, report: ReportHere): void {
  for (const annotation of list) {
    if (!isRange(annotation, length)) report(`annotation ${annotation.name} at ${show(annotation)} is not in the file`);
  }
}

function verifyClass(module: ModuleIR, cls: ClassIR, id: number, report: Report): void {
  const where = `class #${id} ${cls.name}`;
  if (cls.id !== id) report(where, `calls itself #${cls.id}`);
  if (!isRange(cls, module.length)) report(where, `${show(cls)} is not in the file`);
  verifyAnnotations(cls.annotations, module.length, (what) => report(where, what));
  for (const field of cls.fields) {
    verifyAnnotations(field.annotations, module.length, (what) => report(where, what));
  }
  for (const [i, method] of cls.methods.entries()) {
    if (!within(method, module.functions.length)) report(where, `method #${method} does not exist`);
    else if (module.functions[method].owner !== id) report(where, `method #${method} belongs to another class`);
    if (cls.methods.indexOf(method) !== i) report(where, `has method #${method} twice`);
  }
}

function verifyOpaqueCounts(module: ModuleIR, report: Report): void {
  const counts = new Map<string, number>();
  for (const fn of module.functions) {
    for (let i = 0; i < fn.size; i++) {
      if (fn.ops[i] !== Op.Opaque) continue;
      const reason = module.strings[fn.a[i]];
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  for (const reason of new Set([...counts.keys(), ...Object.keys(module.opaque)])) {
    const said = module.opaque[reason] ?? 0;
    const found = counts.get(reason) ?? 0;
    if (said !== found) report('module', `says that ${reason} is opaque ${said} times, it is ${found} times`);
  }
}

// ---- function ----------------------------------------------------------------------------------------------------

function verifyFunctionInfo(module: ModuleIR, fn: FunctionIR, id: number, report: ReportHere): void {
  if (fn.id !== id) report(`calls itself #${fn.id}`);
  if ((fn.kind === 'module') !== (id === 0)) report(`is of kind ${fn.kind}`);
  if (id === 0 ? fn.parent !== NONE : !within(fn.parent, id)) report(`has the parent #${fn.parent}`);
  if (fn.owner !== NONE && !within(fn.owner, module.classes.length)) report(`has the owner #${fn.owner}`);
  if (!isRange(fn, module.length)) report(`${show(fn)} is not in the file`);
  const name = { start: fn.nameStart, end: fn.nameEnd };
  if (!isRange(name, module.length) || name.start < fn.start || name.end > fn.end) {
    report(`its name at ${show(name)} is not in it`);
  }
  verifyAnnotations(fn.annotations, module.length, report);
  for (const param of fn.params) {
    if (!isRange(param, fn.end - fn.start)) report(`parameter ${param.name} at ${show(param)} is not in it`);
    verifyAnnotations(param.annotations, module.length, report);
  }
}

/** Whether the columns are long enough to be read at all. */
function verifyColumns(fn: FunctionIR, report: ReportHere): boolean {
  const columns = [fn.ops, fn.a, fn.b, fn.c, fn.starts, fn.ends];
  const equal = columns.every((column) => column.length === fn.size);
  if (!equal) report(`its columns do not all have ${fn.size} rows`);
  if (fn.args.length % 2 !== 0) report('its arguments are not pairs');
  if (fn.bindings.length % 3 !== 0) report('its bindings are not triples');
  return equal;
}

interface Structure {
  readonly op: Op.If | Op.Loop | Op.Block | Op.Try;
  readonly instruction: number;
  part: 'body' | 'else' | 'handler' | 'finally';
}

const OPENED_BY: Readonly<Partial<Record<Op, Structure['op']>>> = {
  [Op.Else]: Op.If,
  [Op.EndIf]: Op.If,
  [Op.EndLoop]: Op.Loop,
  [Op.EndBlock]: Op.Block,
  [Op.Catch]: Op.Try,
  [Op.Finally]: Op.Try,
  [Op.EndTry]: Op.Try,
};

class FunctionVerifier {
  private readonly open: Structure[] = [];
  /** Pairs follow each other in the order of the instructions that have them. */
  private nextPair = 0;
  private readonly paramsSeen = new Set<number>();
  private readonly loopPhis = new Map<number, number[]>();
  private i = 0;

  constructor(
    private readonly module: ModuleIR,
    private readonly fn: FunctionIR,
    private readonly where: string,
    private readonly reportAt: Report,
  ) {}

  verify(): void {
    const { fn } = this;
    for (this.i = 0; this.i < fn.size; this.i++) this.instruction(this.i);
    for (const { op, instruction } of this.open) this.reportHere(`${Op[op]} ${instruction} is never closed`);
    if (2 * this.nextPair !== fn.args.length) this.reportHere('some of its argument pairs belong to no instruction');
    if (this.paramsSeen.size !== fn.params.length) this.reportHere('some of its parameters have no value');
    this.verifyLoopPhis();
    this.verifyCells();
    this.verifyBindings();
  }

  private instruction(i: number): void {
    const { fn } = this;
    const op = fn.ops[i] as Op;
    const operands = operandsOf(op);
    if (!operands) {
      this.report(`has the unknown operation ${op}`);
      return;
    }
    const span = { start: fn.starts[i], end: fn.ends[i] };
    if (!isRange(span, fn.end - fn.start)) this.report(`its span ${show(span)} is not in the function`);
    this.report(this.operand(operands[0], fn.a[i]));
    this.report(this.operand(operands[1], fn.b[i]));
    this.report(this.operand(operands[2], fn.c[i]));
    const rules = pairRulesOf(op);
    if (rules) this.pairs(rules);
    this.report(this.structure(op));
    this.bookkeeping(op);
  }

  /** What is wrong with an operand, if anything. */
  private operand(kind: Operand, x: number): string | undefined {
    const { module, fn, i } = this;
    switch (kind) {
      case 'none':
        return x === NONE ? undefined : `has the operand ${x} where none belongs`;
      case 'value':
        return this.value(x);
      case 'value?':
        return x === NONE ? undefined : this.value(x);
      case 'later':
        return this.isValue(x) ? undefined : `takes ${x} from its round, which is no value`;
      case 'name':
        return within(x, module.strings.length) ? undefined : `names string ${x}, which does not exist`;
      case 'name?':
        return x === NONE ? undefined : this.operand('name', x);
      case 'constant':
        return within(x, module.constants.length) ? undefined : `is constant ${x}, which does not exist`;
      case 'param':
        if (this.paramsSeen.has(x)) return `is parameter ${x}, which has a value already`;
        return within(x, fn.params.length) ? undefined : `is parameter ${x}, which does not exist`;
      case 'function':
        return within(x, module.functions.length) ? undefined : `is function #${x}, which does not exist`;
      case 'class':
        return within(x, module.classes.length) ? undefined : `is class #${x}, which does not exist`;
      case 'first':
        return x === this.nextPair ? undefined : `its pairs begin at ${x}, ${this.nextPair} comes next`;
      case 'count':
        return x >= 0 && 2 * (this.nextPair + x) <= fn.args.length ? undefined : `has ${x} pairs`;
      case 'array-kind':
        return ArrayKind[x] !== undefined ? undefined : `is an array of kind ${x}`;
      case 'concat-kind':
        return ConcatKind[x] !== undefined ? undefined : `is a concatenation of kind ${x}`;
      case 'iter-kind':
        return IterKind[x] !== undefined ? undefined : `is an iteration of kind ${x}`;
      case 'flag':
        return x === 0 || x === 1 ? undefined : `has the flag ${x}`;
      case 'loop':
        return within(x, i) && fn.ops[x] === Op.Loop ? undefined : `${x} is no loop before it`;
      case 'open':
        return this.isOpen(x, (op) => op !== Op.If) ? undefined : `leaves ${x}, which is not open`;
      case 'open-loop':
        return this.isOpen(x, (op) => op === Op.Loop) ? undefined : `starts ${x} over, which is no open loop`;
      case 'handler':
        return within(x, i) && fn.ops[x] === Op.Catch ? undefined : `${x} is no handler before it`;
      case 'cell-owner':
        return this.encloses(x) ? undefined : `has a variable of #${x}, which does not enclose it`;
      case 'cell':
        return this.cell(fn.a[i], x);
    }
  }

  private value(x: number): string | undefined {
    if (!within(x, this.i)) return `uses ${x}, which is not before it`;
    return producesValue(this.fn.ops[x]) ? undefined : `uses ${x}, which is no value`;
  }

  private isOpen(instruction: number, isMeant: (op: Op) => boolean): boolean {
    return this.open.some((structure) => structure.instruction === instruction && isMeant(structure.op));
  }

  /** Whether a function is this one or one that it lies in. */
  private encloses(id: number): boolean {
    const { functions } = this.module;
    for (let fn: FunctionIR | undefined = this.fn; fn; fn = fn.parent < fn.id ? functions[fn.parent] : undefined) {
      if (fn.id === id) return true;
    }
    return false;
  }

  private cell(owner: number, cell: number): string | undefined {
    const cells = this.module.functions[owner]?.cells ?? [];
    if (!within(cell, cells.length)) return `has variable ${cell} of #${owner}, which does not exist`;
    const writesOwn = this.fn.ops[this.i] === Op.StoreCell && owner === this.fn.id;
    return writesOwn ? 'writes a variable of its own as a captured one' : undefined;
  }

  private pairs(rules: PairRules): void {
    const { fn, i } = this;
    const end = Math.min(this.nextPair + Math.max(0, fn.c[i]), fn.args.length >> 1);
    for (let pair = this.nextPair; pair < end; pair++) {
      const value = fn.args[2 * pair];
      const tag = fn.args[2 * pair + 1];
      this.report(this.value(value));
      this.report(rules.via ? this.via(tag) : this.tag(rules, tag));
      if (fn.ops[i] === Op.Rest && value !== fn.a[i]) this.report('leaves out names of another object');
    }
    if (fn.ops[i] === Op.Phi && end === this.nextPair) this.report('joins nothing');
    this.nextPair = end;
  }

  private tag(rules: PairRules, tag: number): string | undefined {
    if (!isAllowed(rules, tag)) return `has an entry with the tag ${tag}`;
    return tag < 0 ? undefined : this.operand('name', tag);
  }

  private via(via: number): string | undefined {
    if (via === NONE) return undefined;
    if (!within(via, this.i)) return `joins an edge from ${via}, which is not before it`;
    const op = this.fn.ops[via];
    return EDGE_ENDS.has(op) ? undefined : `joins an edge from ${Op[op]} ${via}`;
  }

  private structure(op: Op): string | undefined {
    const innermost = this.open.at(-1);
    if (op === Op.If || op === Op.Loop || op === Op.Block || op === Op.Try) {
      this.open.push({ op, instruction: this.i, part: 'body' });
      return undefined;
    }
    if (op === Op.LoopTest) return innermost?.op === Op.Loop ? undefined : 'is not directly in a loop';
    const opener = OPENED_BY[op];
    if (opener === undefined) return undefined;
    if (innermost?.op !== opener) return `has no ${Op[opener]} to belong to`;
    return this.part(op, innermost);
  }

  /** Goes on to the next part of the innermost structure, or closes it. */
  private part(op: Op, structure: Structure): string | undefined {
    const { part } = structure;
    switch (op) {
      case Op.Else:
        structure.part = 'else';
        return part === 'body' ? undefined : 'is a third arm';
      case Op.Catch:
        structure.part = 'handler';
        return part === 'finally' ? 'follows what always runs' : undefined;
      case Op.Finally:
        structure.part = 'finally';
        return part === 'finally' ? 'is the second of its kind' : undefined;
      default:
        this.open.pop();
        return op === Op.EndIf && part !== 'else' ? 'has no Else before it' : undefined;
    }
  }

  private bookkeeping(op: Op): void {
    const { fn, i } = this;
    if (op === Op.Param) this.paramsSeen.add(fn.a[i]);
    if (op !== Op.LoopPhi) return;
    const phis = this.loopPhis.get(fn.c[i]);
    if (phis) phis.push(i);
    else this.loopPhis.set(fn.c[i], [i]);
  }

  private verifyLoopPhis(): void {
    const { fn } = this;
    for (const loop of new Set([...this.loopPhis.keys(), ...fn.loopPhis.keys()])) {
      const found = this.loopPhis.get(loop) ?? [];
      const said = fn.loopPhis.get(loop) ?? [];
      if (found.length !== said.length || found.some((phi, n) => phi !== said[n])) {
        this.reportHere(`loop ${loop} has the phis ${found.join(' ')} and lists ${said.join(' ')}`);
      }
    }
  }

  private verifyCells(): void {
    for (const cell of this.fn.cells) {
      for (const value of cell.values) {
        if (!this.isValue(value)) this.reportHere(`its variable ${cell.name} is written ${value}, which is no value`);
      }
    }
  }

  private verifyBindings(): void {
    const { fn } = this;
    for (let n = 0; n + 2 < fn.bindings.length; n += 3) {
      const [value, name, start] = fn.bindings.subarray(n, n + 3);
      if (value !== NONE && !this.isValue(value)) this.reportHere(`binds a name to ${value}, which is no value`);
      if (!within(name, this.module.strings.length)) this.reportHere(`binds the string ${name}, which does not exist`);
      if (!isRange({ start, end: start }, fn.end - fn.start))
        this.reportHere(`binds a name at ${start}, outside of it`);
    }
  }

  private isValue(x: number): boolean {
    return within(x, this.fn.size) && producesValue(this.fn.ops[x]);
  }

  private report(what: string | undefined): void {
    if (what !== undefined) this.reportHere(`${Op[this.fn.ops[this.i]] ?? '?'} ${this.i} ${what}`);
  }

  private reportHere(what: string): void {
    this.reportAt(this.where, what);
  }
}

function isAllowed(rules: PairRules, tag: number): boolean {
  switch (tag) {
    case Tag.Positional:
      return rules.positional === true;
    case Tag.Spread:
      return rules.spread === true;
    case Tag.SpreadMap:
      return rules.spreadMap === true;
    default:
      return rules.named === true;
  }
}
