import {
  type Annotation,
  type ArrayKind,
  type ClassIR,
  type ConcatKind,
  type Constant,
  type ConstantValue,
  type FunctionIR,
  IterKind,
  type ModuleIR,
  NONE,
  Op,
  type ParamIR,
  Tag,
} from './ir';
import { operandsOf, producesValue } from './operands';
import { ARRAY_WORDS, CONCAT_WORDS, OP_WORDS } from './words';

export interface PrintOptions {
  /**
   * Everything that the module holds, also positions and the order of its tables: reading it back gives an equal module.
   * Without it the text is what a person reads and writes, and reading it makes up positions from the text itself.
   */
  readonly exact?: boolean;
}

/** A module as text, one instruction a line. `read` is the way back. */
export function print(module: ModuleIR, options: PrintOptions = {}): string {
  const printer = new ModulePrinter(module, options.exact ?? false);
  printer.module();
  return `${printer.lines.join('\n')}\n`;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const PLAIN_NAME = /^[A-Za-z_$][\w$]*$/;

/** A name as a word of its own where it is one, else in quotes. */
function nameText(name: string): string {
  return PLAIN_NAME.test(name) ? name : quoted(name);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function literal(value: ConstantValue): string {
  if (typeof value === 'string') return quoted(value);
  return Object.is(value, -0) ? '-0' : String(value);
}

function constantText({ kind, value, flags }: Constant): string {
  switch (kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'undefined':
      return literal(value);
    default:
      return `${kind} ${literal(value)}${flags === undefined ? '' : ` ${quoted(flags)}`}`;
  }
}

class ModulePrinter {
  readonly lines: string[] = [];

  constructor(
    private readonly m: ModuleIR,
    private readonly exact: boolean,
  ) {}

  module(): void {
    const { m } = this;
    this.line(`file ${quoted(m.uri)} ${nameText(m.language)}`);
    if (m.partial !== undefined) this.line(`partial ${quoted(m.partial)}`);
    for (const { specifier, start, end } of m.imports) this.line(`imports ${quoted(specifier)}`, { start, end });
    for (const scope of m.typeScope) this.line(`scope ${quoted(scope)}`);
    if (this.exact) this.tables();
    for (const cls of m.classes) this.class(cls);
    for (const fn of m.functions) new FunctionPrinter(m, fn, this.exact, this.lines).print();
  }

  private tables(): void {
    const { m } = this;
    this.line(`length ${m.length} ${m.lines}`);
    for (const text of m.strings) this.line(`string ${quoted(text)}`);
    for (const constant of m.constants) this.line(`constant ${constantText(constant)}`);
    for (const comment of m.comments) this.line('comment', comment);
    for (const error of m.errors) this.line('error', error);
  }

  private class(cls: ClassIR): void {
    const words = [cls.isInterface ? 'interface' : 'class', `#${cls.id}`, nameText(cls.name)];
    if (cls.qualifiedName !== cls.name) words.push(quoted(cls.qualifiedName));
    if (cls.isExported) words.push('exported');
    if (cls.isPart) words.push('part');
    for (const type of cls.supertypes) words.push('extends', quoted(type));
    this.lines.push('');
    this.line(words.join(' '), cls);
    this.annotations(cls.annotations, '  ');
    for (const field of cls.fields) {
      this.line(`  field ${nameText(field.name)}${typeText(field.type)}${field.isStatic ? ' static' : ''}`);
      this.annotations(field.annotations, '    ');
    }
    for (const method of cls.methods) this.line(`  member #${method}`);
  }

  private annotations(list: readonly Annotation[], indent: string): void {
    for (const annotation of list) this.line(indent + annotationText(annotation), annotation);
  }

  private line(text: string, span?: Range): void {
    this.lines.push(this.exact && span ? `${text}  [${span.start}..${span.end}]` : text);
  }
}

function typeText(type: string): string {
  return type === '' ? '' : `: ${quoted(type)}`;
}

function annotationText({ name, args }: Annotation): string {
  const list = args.map((arg) => {
    const key = arg.name === undefined ? '' : `${nameText(arg.name)}: `;
    const value = arg.value === undefined ? '' : `${literal(arg.value)} `;
    return `${key}${value}text ${quoted(arg.text)}`;
  });
  return `annotation ${quoted(name)} (${list.join(', ')})`;
}

class FunctionPrinter {
  private indent = '  ';
  /** Instructions without a value that others refer to: these get a label. */
  private readonly labelled = new Set<number>();

  constructor(
    private readonly m: ModuleIR,
    private readonly fn: FunctionIR,
    private readonly exact: boolean,
    private readonly lines: string[],
  ) {}

  print(): void {
    this.findLabelled();
    this.heading();
    for (let i = 0; i < this.fn.size; i++) this.instruction(i);
    for (const cell of this.fn.cells) {
      this.line(`  variable ${nameText(cell.name)} (${cell.values.map((value) => `%${value}`).join(', ')})`);
    }
    this.bindings();
  }

  private heading(): void {
    const { fn } = this;
    const words: string[] = [];
    if (fn.isExported) words.push('exported');
    if (fn.isStatic) words.push('static');
    if (fn.isAsync) words.push('async');
    if (fn.isGenerator) words.push('generator');
    words.push(fn.kind, `#${fn.id}`, nameText(fn.name));
    let text = `${words.join(' ')}${typeText(fn.returnType)}`;
    if (fn.parent !== NONE) text += ` in #${fn.parent}`;
    if (fn.owner !== NONE) text += ` of #${fn.owner}`;
    if (this.exact) text += `  [${fn.start}..${fn.end} ${fn.nameStart}..${fn.nameEnd}]`;
    this.line('');
    this.line(text);
    for (const annotation of fn.annotations) this.line(`  ${annotationText(annotation)}`, annotation);
    for (const param of fn.params) this.parameter(param);
  }

  private parameter(param: ParamIR): void {
    const kind = param.kind === 'positional' ? '' : ` ${param.kind}`;
    const text = `  parameter ${nameText(param.name)}${typeText(param.type)}${kind}${param.hasDefault ? ' default' : ''}`;
    this.line(text, param);
    for (const annotation of param.annotations) this.line(`    ${annotationText(annotation)}`, annotation);
  }

  private findLabelled(): void {
    const { fn } = this;
    const refer = (target: number): void => {
      if (target !== NONE) this.labelled.add(target);
    };
    for (let i = 0; i < fn.size; i++) {
      const op = fn.ops[i] as Op;
      if (op === Op.Break || op === Op.Continue || op === Op.Caught) refer(fn.a[i]);
      if (op === Op.LoopPhi) refer(fn.c[i]);
      if (op === Op.Phi) for (let pair = fn.b[i]; pair < fn.b[i] + fn.c[i]; pair++) refer(fn.args[2 * pair + 1]);
    }
  }

  private instruction(i: number): void {
    const { fn } = this;
    const op = fn.ops[i] as Op;
    if (closes(op)) this.indent = this.indent.slice(2);
    const result = producesValue(op) ? `%${i} = ` : this.labelled.has(i) ? `@${i}: ` : '';
    this.line(`${this.indent}${result}${this.code(i, op)}`, { start: fn.starts[i], end: fn.ends[i] });
    if (opens(op)) this.indent += '  ';
  }

  private code(i: number, op: Op): string {
    const { m, fn } = this;
    switch (op) {
      case Op.Array:
        return `${ARRAY_WORDS[fn.a[i] as ArrayKind]} ${this.pairs(i)}`;
      case Op.Concat:
        return `${CONCAT_WORDS[fn.a[i] as ConcatKind]} ${this.pairs(i)}`;
      case Op.Phi:
        return `phi ${this.joined(i)}`;
      case Op.LoopPhi:
        return `loop-phi %${fn.a[i]} then %${fn.b[i]} of @${fn.c[i]}`;
      case Op.Binary:
        return `binary %${fn.a[i]} ${quoted(m.strings[fn.c[i]])} %${fn.b[i]}`;
      case Op.Unary:
        return `unary ${quoted(m.strings[fn.c[i]])} %${fn.a[i]}`;
      case Op.Rest:
        return `rest %${fn.a[i]} (${this.names(i).join(', ')})`;
      default:
        return [OP_WORDS[op], ...this.operands(i, op)].join(' ');
    }
  }

  private operands(i: number, op: Op): string[] {
    const { m, fn } = this;
    const kinds = operandsOf(op) ?? [];
    const values = [fn.a[i], fn.b[i], fn.c[i]];
    const words: string[] = [];
    for (const [n, kind] of kinds.entries()) {
      const x = values[n];
      switch (kind) {
        case 'value':
          words.push(`%${x}`);
          break;
        case 'value?':
          if (x !== NONE) words.push(`%${x}`);
          break;
        case 'name':
          words.push(nameText(m.strings[x]));
          break;
        case 'name?':
          if (x !== NONE) words.push(nameText(m.strings[x]));
          break;
        case 'constant':
          words.push(constantText(m.constants[x]));
          break;
        case 'param':
          words.push(this.nameOrIndex(fn.params, x));
          break;
        case 'function':
        case 'class':
        case 'cell-owner':
          words.push(`#${x}`);
          break;
        case 'cell':
          words.push(this.nameOrIndex(m.functions[fn.a[i]].cells, x));
          break;
        case 'first':
          words.push(this.pairs(i));
          break;
        case 'iter-kind':
          words.push(IterKind[x].toLowerCase());
          break;
        case 'flag':
          if (x === 1) words.push('once');
          break;
        case 'handler':
        case 'open':
        case 'open-loop':
          words.push(`@${x}`);
          break;
      }
    }
    return words;
  }

  /** By name where that is unmistakable. */
  private nameOrIndex(list: readonly { readonly name: string }[], index: number): string {
    const { name } = list[index];
    const isClear = name !== '' && list.findIndex((entry) => entry.name === name) === index;
    return isClear ? nameText(name) : String(index);
  }

  private pairs(i: number): string {
    const { m, fn } = this;
    const entries: string[] = [];
    for (let pair = fn.b[i]; pair < fn.b[i] + fn.c[i]; pair++) {
      const value = `%${fn.args[2 * pair]}`;
      const tag = fn.args[2 * pair + 1];
      if (tag >= 0) entries.push(`${nameText(m.strings[tag])}: ${value}`);
      else entries.push(`${tag === Tag.Spread ? '...' : tag === Tag.SpreadMap ? '**' : ''}${value}`);
    }
    return `(${entries.join(', ')})`;
  }

  private joined(i: number): string {
    const { fn } = this;
    const entries: string[] = [];
    for (let pair = fn.b[i]; pair < fn.b[i] + fn.c[i]; pair++) {
      const via = fn.args[2 * pair + 1];
      entries.push(`%${fn.args[2 * pair]}${via === NONE ? '' : ` from @${via}`}`);
    }
    return `(${entries.join(', ')})`;
  }

  private names(i: number): string[] {
    const { m, fn } = this;
    const names: string[] = [];
    for (let pair = fn.b[i]; pair < fn.b[i] + fn.c[i]; pair++) names.push(nameText(m.strings[fn.args[2 * pair + 1]]));
    return names;
  }

  private bindings(): void {
    const { m, fn } = this;
    for (let n = 0; n + 2 < fn.bindings.length; n += 3) {
      const [value, name, start] = fn.bindings.subarray(n, n + 3);
      const bound = value === NONE ? 'nothing' : `%${value}`;
      this.line(`  bind ${nameText(m.strings[name])} ${bound}${this.exact ? `  [${start}]` : ''}`);
    }
  }

  private line(text: string, span?: Range): void {
    this.lines.push(this.exact && span ? `${text}  [${span.start}..${span.end}]` : text);
  }
}

function opens(op: Op): boolean {
  return (
    op === Op.If ||
    op === Op.Else ||
    op === Op.Loop ||
    op === Op.Block ||
    op === Op.Try ||
    op === Op.Catch ||
    op === Op.Finally
  );
}

function closes(op: Op): boolean {
  return (
    op === Op.Else ||
    op === Op.EndIf ||
    op === Op.EndLoop ||
    op === Op.EndBlock ||
    op === Op.Catch ||
    op === Op.Finally ||
    op === Op.EndTry
  );
}
