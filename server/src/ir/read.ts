import {
  type Annotation,
  type ArrayKind,
  type ClassIR,
  type ConcatKind,
  type Constant,
  type ConstantValue,
  type FieldIR,
  type FunctionIR,
  IterKind,
  type ModuleIR,
  NONE,
  Op,
  type ParamIR,
  Tag,
  type TypeRef,
} from './ir';
import { operandsOf } from './operands';
import { Line, type Token } from './tokens';
import { ARRAY_WORDS, CONCAT_WORDS, OP_WORDS } from './words';

/**
 * The module that a text describes: what `print` writes, and what a person writes by hand. By hand, more is allowed:
 * values and labels may have names, literals and paths of members (`%req.query.id`) may stand where a value is needed,
 * functions and classes may be referred to by name, and parameters need no instruction. Positions that are not given are
 * those of the words in the text itself, so that a finding points at the line it is about.
 */
export function read(text: string): ModuleIR {
  return new ModuleReader(text).read();
}

const FUNCTION_KINDS: ReadonlySet<string> = new Set<FunctionIR['kind']>([
  'module',
  'function',
  'method',
  'constructor',
  'getter',
  'setter',
  'initializer',
]);
const MODIFIERS: ReadonlySet<string> = new Set(['exported', 'static', 'async', 'generator']);

function byWord<T extends number>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  return new Map(Object.entries<string>(words).map(([key, word]) => [word, Number(key) as T]));
}
const OPS = byWord<Op>(OP_WORDS);
const ARRAYS = byWord<ArrayKind>(ARRAY_WORDS);
const CONCATS = byWord<ConcatKind>(CONCAT_WORDS);
const ITERATIONS: ReadonlyMap<string, IterKind> = new Map([
  ['values', IterKind.Values],
  ['keys', IterKind.Keys],
  ['entries', IterKind.Entries],
]);

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is known of a function or class from its heading. */
interface Headings {
  readonly functions: Map<string, number>;
  readonly classes: Map<string, number>;
}

class ModuleReader {
  private readonly lines: Line[];
  private at = 0;
  private uri = '';
  private language = '';
  private partial: string | undefined;
  private size: readonly [length: number, lines: number] | undefined;
  private readonly strings: string[] = [];
  private readonly stringIds = new Map<string, number>();
  private readonly constants: Constant[] = [];
  private readonly constantIds = new Map<string, number>();
  private readonly imports: Mutable<ModuleIR['imports'][number]>[] = [];
  private readonly typeScope: string[] = [];
  private readonly comments: Span[] = [];
  private readonly errors: Span[] = [];
  private readonly classes: ClassIR[] = [];
  private readonly functions: FunctionReader[] = [];
  private readonly headings: Headings = { functions: new Map(), classes: new Map() };

  constructor(private readonly text: string) {
    let start = 0;
    this.lines = text.split('\n').flatMap((content, n) => {
      const line = new Line(content, start, n + 1);
      start += content.length + 1;
      return line.tokens.length > 0 ? [line] : [];
    });
  }

  get length(): number {
    return this.text.length;
  }

  /** Whether positions and tables are given. */
  get isExact(): boolean {
    return this.size !== undefined;
  }

  read(): ModuleIR {
    this.findHeadings();
    while (this.at < this.lines.length) this.section(this.lines[this.at++]);
    const functions = this.functions.map((fn) => fn.finish(this.functions));
    if (!this.isExact) this.giveMembers(functions);
    const [length, lines] = this.size ?? [this.text.length, this.text.split('\n').length];
    return {
      uri: this.uri,
      language: this.language,
      strings: this.strings,
      constants: this.constants,
      functions,
      classes: this.classes,
      imports: this.imports,
      typeScope: this.typeScope,
      comments: this.comments,
      errors: this.errors,
      opaque: this.opaqueCounts(functions),
      partial: this.partial,
      length,
      lines,
    };
  }

  private findHeadings(): void {
    const counts = { functions: 0, classes: 0 };
    for (const line of this.lines) {
      const kind = headingKind(line);
      if (!kind) continue;
      const tokens = line.tokens.filter((token) => !MODIFIERS.has(token.text));
      const name = tokens.slice(1).find((token) => token.kind === 'word' || token.kind === 'string')?.text ?? '';
      const id = counts[kind]++;
      if (!this.headings[kind].has(name)) this.headings[kind].set(name, id);
    }
  }

  private section(line: Line): void {
    const kind = headingKind(line);
    if (kind === 'functions') {
      this.functions.push(new FunctionReader(this, line, this.functions.length));
      return;
    }
    if (kind === 'classes') {
      this.class(line);
      return;
    }
    const word = line.take('word');
    switch (word) {
      case 'file':
        this.uri = line.name();
        this.language = line.name();
        break;
      case 'partial':
        this.partial = line.name();
        break;
      case 'imports':
        this.imports.push({ specifier: line.name(), ...this.span(line) });
        break;
      case 'scope':
        this.typeScope.push(line.name());
        break;
      case 'length':
        this.size = [Number(line.take('number')), Number(line.take('number'))];
        break;
      case 'string':
        this.string(line.name());
        break;
      case 'constant':
        this.constant(this.constantOf(line));
        break;
      case 'comment':
        this.comments.push(this.span(line));
        break;
      case 'error':
        this.errors.push(this.span(line));
        break;
      default:
        throw line.error(`“${word}” begins nothing that belongs here`);
    }
    line.finish();
  }

  /** The line after this one, if it belongs to a function or class whose heading was read. */
  bodyLine(): Line | undefined {
    const line = this.lines[this.at];
    if (!line || headingKind(line)) return undefined;
    this.at++;
    return line;
  }

  /** Whether one of the lines that `bodyLine` would give fits. */
  bodyHas(fits: (line: Line) => boolean): boolean {
    for (let at = this.at; at < this.lines.length && !headingKind(this.lines[at]); at++) {
      if (fits(this.lines[at])) return true;
    }
    return false;
  }

  nextIs(word: string): boolean {
    return this.lines[this.at]?.tokens[0]?.text === word;
  }

  private class(line: Line): void {
    const isInterface = line.take('word') === 'interface';
    this.id(line, this.classes.length);
    const name = line.name();
    const qualifiedName = line.peek()?.kind === 'string' ? line.name() : name;
    const isExported = line.accept('exported');
    const isPart = line.accept('part');
    const supertypes: TypeRef[] = [];
    while (line.accept('extends')) supertypes.push(line.name());
    line.finish();
    const annotations = this.annotations();
    const fields: FieldIR[] = [];
    const methods: number[] = [];
    for (let body = this.bodyLine(); body; body = this.bodyLine()) {
      if (body.accept('member')) methods.push(this.functionId(body));
      else fields.push(this.field(body));
    }
    const start = line.span?.[0] ?? line.start;
    const end = line.span?.[1] ?? line.contentEnd;
    const id = this.classes.length;
    this.classes.push({
      id,
      name,
      qualifiedName,
      isInterface,
      isExported,
      isPart,
      supertypes,
      methods,
      fields,
      annotations,
      start,
      end,
    });
  }

  private field(line: Line): FieldIR {
    line.expect('field');
    const name = line.name();
    const type = line.accept(':') ? line.name() : '';
    const isStatic = line.accept('static');
    line.finish();
    return { name, type, isStatic, annotations: this.annotations() };
  }

  /** By hand, membership is said once, by the function. */
  private giveMembers(functions: readonly FunctionIR[]): void {
    for (const cls of this.classes) {
      if (cls.methods.length > 0) continue;
      const members = functions.filter((fn) => fn.owner === cls.id).map((fn) => fn.id);
      this.classes[cls.id] = { ...cls, methods: members };
    }
  }

  private opaqueCounts(functions: readonly FunctionIR[]): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const fn of functions) {
      for (let i = 0; i < fn.size; i++) {
        if (fn.ops[i] !== Op.Opaque) continue;
        const reason = this.strings[fn.a[i]];
        counts[reason] = (counts[reason] ?? 0) + 1;
      }
    }
    return counts;
  }

  // ---- shared by functions ---------------------------------------------------------------------------------------

  annotations(): Annotation[] {
    const list: Annotation[] = [];
    while (this.nextIs('annotation')) {
      const line = this.lines[this.at++];
      line.expect('annotation');
      const name = line.name();
      const args = line.peek()?.text === '(' ? line.list(() => annotationArgument(line)) : [];
      line.finish();
      list.push({ name, args, ...this.span(line) });
    }
    return list;
  }

  span(line: Line): Span {
    const [start, end] = line.span ?? [line.tokens[0].start, line.contentEnd];
    return { start, end };
  }

  string(text: string): number {
    let id = this.stringIds.get(text);
    if (id === undefined) {
      id = this.strings.push(text) - 1;
      this.stringIds.set(text, id);
    }
    return id;
  }

  constant(constant: Constant): number {
    const key = `${constant.kind} ${constant.flags ?? '-'} ${String(constant.value)}`;
    let id = this.constantIds.get(key);
    if (id === undefined) {
      id = this.constants.push(constant) - 1;
      this.constantIds.set(key, id);
    }
    return id;
  }

  constantOf(line: Line): Constant {
    if (line.isLiteral()) return plainConstant(line.literal());
    const kind = line.take('word') as Constant['kind'];
    const value = line.literal();
    return line.peek()?.kind === 'string' ? { kind, value, flags: line.name() } : { kind, value };
  }

  /** Takes the number that a heading may carry, and sees that it is the one that follows. */
  id(line: Line, expected: number): void {
    if (line.peek()?.kind !== 'ref') return;
    const id = line.take('ref');
    if (id !== String(expected)) throw line.error(`is #${id} where #${expected} comes next`);
  }

  functionId(line: Line): number {
    return reference(line, this.headings.functions);
  }

  classId(line: Line): number {
    return reference(line, this.headings.classes);
  }
}

function headingKind(line: Line): keyof Headings | undefined {
  const token = line.tokens.find(({ text }) => !MODIFIERS.has(text));
  if (token?.kind !== 'word') return undefined;
  if (token.text === 'class' || token.text === 'interface') return 'classes';
  return FUNCTION_KINDS.has(token.text) ? 'functions' : undefined;
}

function reference(line: Line, names: ReadonlyMap<string, number>): number {
  const text = line.take('ref');
  if (/^\d+$/.test(text)) return Number(text);
  const id = names.get(text);
  if (id === undefined) throw line.error(`refers to #${text}, which is nowhere`);
  return id;
}

function plainConstant(value: ConstantValue): Constant {
  const kind = value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean' | 'undefined');
  return { kind, value };
}

function annotationArgument(line: Line): Annotation['args'][number] {
  const argument: { name?: string; value?: ConstantValue; text: string } = { text: '' };
  if (line.peek(1)?.text === ':') {
    argument.name = line.name();
    line.expect(':');
  }
  if (line.isLiteral()) argument.value = line.literal();
  if (line.accept('text')) argument.text = line.name();
  else argument.text = JSON.stringify(argument.value) ?? 'undefined';
  return argument;
}

class FunctionReader {
  readonly params: ParamIR[] = [];
  private readonly cells: { name: string; values: number[] }[] = [];
  private readonly info: Omit<
    FunctionIR,
    'params' | 'size' | 'ops' | 'a' | 'b' | 'c' | 'starts' | 'ends' | 'args' | 'cells' | 'bindings' | 'loopPhis' | 'end'
  >;
  private end: number;
  private readonly ops: Op[] = [];
  private readonly a: number[] = [];
  private readonly b: number[] = [];
  private readonly c: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly args: number[] = [];
  private readonly bindings: number[] = [];
  private readonly values = new Map<string, number>();
  private readonly labels = new Map<string, number>();
  /** What can only be filled in once all of this function, or all functions, are known. */
  private readonly atEnd: ((functions: readonly FunctionReader[]) => void)[] = [];

  constructor(
    private readonly module: ModuleReader,
    heading: Line,
    id: number,
  ) {
    this.info = this.heading(heading, id);
    this.end = heading.span?.[1] ?? heading.contentEnd;
    let declaresParams = true;
    for (let line = module.bodyLine(); line; line = module.bodyLine()) {
      if (!heading.span) this.end = line.contentEnd;
      if (line.peek()?.text === 'parameter') {
        this.parameter(line);
        continue;
      }
      if (declaresParams && !isParamInstruction(line) && !module.bodyHas(isParamInstruction)) this.implicitParams();
      declaresParams = false;
      this.bodyLine(line);
    }
    if (declaresParams) this.implicitParams();
    if (id === 0 && !heading.span) this.end = module.length;
  }

  private heading(line: Line, id: number): FunctionReader['info'] {
    const { module } = this;
    const modifiers = new Set<string>();
    while (MODIFIERS.has(line.peek()?.text ?? '')) modifiers.add(line.take('word'));
    const kind = line.take('word') as FunctionIR['kind'];
    module.id(line, id);
    const nameToken = line.peek();
    const isNamed = nameToken?.kind === 'string' || (nameToken?.kind === 'word' && !isHeadingWord(line));
    const name = isNamed ? line.name() : id === 0 ? '<module>' : '';
    const returnType = line.accept(':') ? line.name() : '';
    const parent = line.accept('in') ? module.functionId(line) : id === 0 ? NONE : 0;
    const owner = line.accept('of') ? module.classId(line) : NONE;
    line.finish();
    const start = id === 0 && !line.span ? 0 : (line.span?.[0] ?? line.tokens[0].start);
    const [nameStart, nameEnd] = line.span
      ? line.span.slice(2)
      : isNamed && nameToken
        ? [nameToken.start, nameToken.end]
        : [start, start];
    return {
      id,
      name,
      kind,
      isAsync: modifiers.has('async'),
      isGenerator: modifiers.has('generator'),
      isStatic: modifiers.has('static'),
      isExported: modifiers.has('exported'),
      parent,
      owner,
      returnType,
      annotations: module.annotations(),
      start,
      nameStart,
      nameEnd,
    };
  }

  private parameter(line: Line): void {
    line.expect('parameter');
    const name = line.name();
    const type = line.accept(':') ? line.name() : '';
    const kind =
      (['keyword', 'rest', 'rest-map'] as const).find((word) => line.peek()?.text === word) ?? ('positional' as const);
    if (kind !== 'positional') line.next();
    const hasDefault = line.accept('default');
    line.finish();
    const span = this.relative(line);
    this.params.push({ name, type, kind, hasDefault, annotations: this.module.annotations(), ...span });
  }

  /** By hand, a parameter's value has its name. */
  private implicitParams(): void {
    if (this.module.isExact) return;
    for (const [index, param] of this.params.entries()) {
      this.values.set(param.name, this.emit(Op.Param, param, index));
    }
  }

  private relative(line: Line): Span {
    if (line.span) return { start: line.span[0], end: line.span[1] };
    const { start, end } = this.module.span(line);
    return { start: start - this.info.start, end: end - this.info.start };
  }

  private bodyLine(line: Line): void {
    if (line.accept('variable')) this.variable(line);
    else if (line.accept('bind')) this.binding(line);
    else this.instruction(line);
    line.finish();
  }

  private variable(line: Line): void {
    const cell = { name: line.name(), values: [] as number[] };
    this.cells.push(cell);
    const names = line.list(() => line.take('value'));
    this.atEnd.push(() => cell.values.push(...names.map((name) => this.known(line, name))));
  }

  private binding(line: Line): void {
    const name = this.module.string(line.name());
    const value = line.accept('nothing') ? undefined : line.take('value');
    this.atEnd.push(() => {
      const id = value === undefined ? NONE : this.known(line, value);
      this.bindings.push(id, name, line.span?.[0] ?? this.starts[id] ?? 0);
    });
  }

  private instruction(line: Line): void {
    const first = line.peek();
    let define: ((i: number) => void) | undefined;
    if (first?.kind === 'value') {
      const name = line.take('value');
      line.expect('=');
      define = (i) => this.define(line, this.values, name, i);
    } else if (first?.kind === 'label') {
      const name = line.take('label');
      line.expect(':');
      define = (i) => this.define(line, this.labels, name, i);
    }
    const here = { start: line.here - this.info.start, end: line.contentEnd - this.info.start };
    const span = line.span ? { start: line.span[0], end: line.span[1] } : here;
    const i = this.code(line, span);
    define?.(i);
  }

  private define(line: Line, names: Map<string, number>, name: string, i: number): void {
    if (names.has(name)) throw line.error(`gives a second meaning to ${name}`);
    names.set(name, i);
  }

  private emit(op: Op, span: Span, a = NONE, b = NONE, c = NONE): number {
    this.a.push(a);
    this.b.push(b);
    this.c.push(c);
    this.starts.push(span.start);
    this.ends.push(span.end);
    return this.ops.push(op) - 1;
  }

  /** Reads the operands, whose own instructions come first, and then makes the instruction. */
  private code(line: Line, span: Span): number {
    const word = line.take('word');
    const array = ARRAYS.get(word);
    if (array !== undefined) return this.withPairs(Op.Array, span, array, this.pairs(line));
    const concat = CONCATS.get(word);
    if (concat !== undefined) return this.withPairs(Op.Concat, span, concat, this.pairs(line));
    const op = OPS.get(word);
    switch (op) {
      case undefined:
        throw line.error(`“${word}” is no instruction`);
      case Op.Phi:
        return this.withPairs(op, span, NONE, this.joined(line));
      case Op.LoopPhi:
        return this.loopPhi(line, span);
      case Op.Binary: {
        const left = this.value(line);
        const operator = this.module.string(line.take('string'));
        return this.emit(op, span, left, this.value(line), operator);
      }
      case Op.Unary: {
        const operator = this.module.string(line.take('string'));
        return this.emit(op, span, this.value(line), NONE, operator);
      }
      case Op.Rest: {
        const object = this.value(line);
        const pairs = line.list(() => [object, this.module.string(line.name())] as const);
        return this.withPairs(op, span, object, pairs);
      }
      case Op.LoadCell:
      case Op.StoreCell:
        return this.cell(line, span, op);
      default:
        return this.plain(line, span, op);
    }
  }

  private plain(line: Line, span: Span, op: Op): number {
    const operands: [number, number, number] = [NONE, NONE, NONE];
    let pairs: (readonly [number, number])[] | undefined;
    for (const [n, kind] of (operandsOf(op) ?? []).entries()) {
      switch (kind) {
        case 'value':
          operands[n] = this.value(line);
          break;
        case 'value?':
          if (line.peek()) operands[n] = this.value(line);
          break;
        case 'name':
          operands[n] = this.module.string(line.name());
          break;
        case 'name?':
          if (line.peek()) operands[n] = this.module.string(line.name());
          break;
        case 'constant':
          operands[n] = this.module.constant(this.module.constantOf(line));
          break;
        case 'param':
          operands[n] = named(line, this.params);
          break;
        case 'function':
          operands[n] = this.module.functionId(line);
          break;
        case 'class':
          operands[n] = this.module.classId(line);
          break;
        case 'first':
          pairs = this.pairs(line);
          break;
        case 'iter-kind': {
          const iteration = ITERATIONS.get(line.take('word'));
          if (iteration === undefined) throw line.error('needs values, keys or entries');
          operands[n] = iteration;
          break;
        }
        case 'flag':
          operands[n] = line.accept('once') ? 1 : 0;
          break;
        case 'open':
        case 'open-loop':
        case 'handler':
          operands[n] = this.label(line);
          break;
      }
    }
    return pairs ? this.withPairs(op, span, operands[0], pairs) : this.emit(op, span, ...operands);
  }

  private withPairs(op: Op, span: Span, a: number, pairs: readonly (readonly [number, number])[]): number {
    const first = this.args.length >> 1;
    for (const [value, tag] of pairs) this.args.push(value, tag);
    return this.emit(op, span, a, first, pairs.length);
  }

  private loopPhi(line: Line, span: Span): number {
    const before = this.value(line);
    line.expect('then');
    const last = line.take('value');
    line.expect('of');
    const i = this.emit(Op.LoopPhi, span, before, before, this.label(line));
    this.atEnd.push(() => {
      this.b[i] = this.known(line, last);
    });
    return i;
  }

  /** The owner's variables may be declared further down. */
  private cell(line: Line, span: Span, op: Op): number {
    const owner = this.module.functionId(line);
    const token = line.next();
    const value = op === Op.StoreCell ? this.value(line) : NONE;
    const i = this.emit(op, span, owner, NONE, value);
    this.atEnd.push((functions) => {
      this.b[i] = indexOf(line, token, functions[owner]?.cells ?? []);
    });
    return i;
  }

  private pairs(line: Line): (readonly [number, number])[] {
    return line.list(() => {
      if (line.accept('...')) return [this.value(line), Tag.Spread] as const;
      if (line.accept('**')) return [this.value(line), Tag.SpreadMap] as const;
      if (line.peek(1)?.text !== ':' || line.peek(1)?.kind !== 'mark')
        return [this.value(line), Tag.Positional] as const;
      const name = this.module.string(line.name());
      line.expect(':');
      return [this.value(line), name] as const;
    });
  }

  private joined(line: Line): (readonly [number, number])[] {
    return line.list(() => {
      const value = this.value(line);
      return [value, line.accept('from') ? this.label(line) : NONE] as const;
    });
  }

  /** A value by its name, a member of one, or a literal; the last two are instructions of their own. */
  private value(line: Line): number {
    const token = line.peek();
    if (token?.kind === 'value') return this.path(line);
    if (!line.isLiteral() || !token) throw line.error(`needs a value where “${token?.text ?? 'its end'}” is`);
    const constant = this.module.constant(plainConstant(line.literal()));
    return this.emit(Op.Const, this.spanOf(token), constant);
  }

  private path(line: Line): number {
    const token = line.next();
    const [name, ...members] = token.text.split('.');
    let value = this.known(line, name);
    let end = token.start - this.info.start + 1 + name.length;
    for (const member of members) {
      end += 1 + member.length;
      const span = { start: token.start - this.info.start, end };
      value = this.emit(Op.Field, span, value, this.module.string(member));
    }
    return value;
  }

  private spanOf(token: Token): Span {
    return { start: token.start - this.info.start, end: token.end - this.info.start };
  }

  private known(line: Line, name: string): number {
    const value = this.values.get(name);
    if (value === undefined) throw line.error(`uses %${name}, which has no value here`);
    return value;
  }

  private label(line: Line): number {
    const name = line.take('label');
    const label = this.labels.get(name);
    if (label === undefined) throw line.error(`refers to @${name}, which is not before it`);
    return label;
  }

  finish(functions: readonly FunctionReader[]): FunctionIR {
    for (const action of this.atEnd) action(functions);
    const loopPhis = new Map<number, number[]>();
    for (const [i, op] of this.ops.entries()) {
      if (op !== Op.LoopPhi) continue;
      const list = loopPhis.get(this.c[i]);
      if (list) list.push(i);
      else loopPhis.set(this.c[i], [i]);
    }
    return {
      ...this.info,
      params: this.params,
      end: this.end,
      size: this.ops.length,
      ops: Uint8Array.from(this.ops),
      a: Int32Array.from(this.a),
      b: Int32Array.from(this.b),
      c: Int32Array.from(this.c),
      starts: Int32Array.from(this.starts),
      ends: Int32Array.from(this.ends),
      args: Int32Array.from(this.args),
      cells: this.cells,
      bindings: Int32Array.from(this.bindings),
      loopPhis,
    };
  }
}

/** `in #0` and `of #A` may follow a function that has no name. */
function isHeadingWord(line: Line): boolean {
  const word = line.peek()?.text;
  return (word === 'in' || word === 'of') && line.peek(1)?.kind === 'ref';
}

function isParamInstruction(line: Line): boolean {
  return line.peek()?.kind === 'value' && line.peek(2)?.text === 'param' && line.peek(2)?.kind === 'word';
}

function named(line: Line, list: readonly { readonly name: string }[]): number {
  return indexOf(line, line.next(), list);
}

function indexOf(line: Line, token: Token, list: readonly { readonly name: string }[]): number {
  if (token.kind === 'number') return Number(token.text);
  const index = list.findIndex((entry) => entry.name === token.text);
  if (index < 0) throw line.error(`means ${token.text}, which is not declared`);
  return index;
}
