import type { FunctionIR, ValueId } from '../ir/ir';
import { NONE, Op } from '../ir/ir';
import { valuesOf } from '../ir/operands';
import type { TextEdit } from './edits';
import type { FixContext, FixProposal } from './fix';
import { type Bracketed, readBrackets, type Span, type Statement, statementAt, tokenize, unwrapped } from './surface';

/** Reads the IR and the text around a finding's place; one per proposal. */
export class FixReader {
  readonly fn: FunctionIR;
  readonly text: string;
  readonly edits: TextEdit[] = [];

  constructor(readonly context: FixContext) {
    this.fn = context.module.functions[context.finding.anchor.functionId];
    this.text = context.text;
  }

  /** Undefined when the finding does not belong to this text. */
  static open(context: FixContext): FixReader | undefined {
    const { functionId, instruction } = context.finding.anchor;
    const fn = context.module.functions[functionId];
    if (!fn || instruction >= fn.size || context.module.length !== context.text.length) return undefined;
    return new FixReader(context);
  }

  get language() {
    return this.context.language;
  }

  get surface() {
    return this.context.language.surface;
  }

  get anchor() {
    return this.context.finding.anchor;
  }

  get instruction(): ValueId {
    return this.anchor.instruction;
  }

  /** The file's quote. */
  get quote() {
    return this.context.imports.quote;
  }

  /** A word of the model, or of the language. */
  word(key: string): string | undefined {
    return this.anchor.words[key] ?? this.language.words[key];
  }

  // ---- text ------------------------------------------------------------------------------------------------------

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  replace(span: Span, text: string): void {
    this.edits.push({ uri: this.context.finding.uri, start: span.start, end: span.end, text });
  }

  insert(offset: number, text: string): void {
    this.replace({ start: offset, end: offset }, text);
  }

  remove(span: Span): void {
    this.replace(span, '');
  }

  propose(title: string, kind: FixProposal['kind']): FixProposal {
    return { title, kind: this.anchor.words.review ? 'review' : kind, edits: this.edits };
  }

  statement(offset: number): Statement | undefined {
    return statementAt(this.text, this.surface, offset);
  }

  // ---- values ----------------------------------------------------------------------------------------------------

  op(value: ValueId): Op {
    return value < 0 ? Op.Nop : this.fn.ops[value];
  }

  /** Absolute. */
  span(value: ValueId): Span {
    const { fn } = this;
    return { start: fn.start + fn.starts[value], end: fn.start + fn.ends[value] };
  }

  name(id: number): string {
    return id < 0 ? '' : this.context.module.strings[id];
  }

  /** The value behind names, casts and awaits; a join of one value is that value. */
  origin(value: ValueId): ValueId {
    const { fn } = this;
    for (let steps = 0; value >= 0 && steps < 64; steps++) {
      switch (fn.ops[value]) {
        case Op.Copy:
        case Op.Cast:
        case Op.Await:
          value = fn.a[value];
          break;
        case Op.LoopPhi:
          if (fn.a[value] !== fn.b[value]) return value;
          value = fn.a[value];
          break;
        case Op.LoadCell: {
          const cell = this.cellValue(value);
          if (cell === NONE) return value;
          value = cell;
          break;
        }
        case Op.Phi: {
          const entries = this.entries(value).filter((entry) => entry.value !== value);
          if (entries.length === 0 || entries.some((entry) => entry.value !== entries[0].value)) return value;
          value = entries[0].value;
          break;
        }
        default:
          return value;
      }
    }
    return value;
  }

  /** A captured variable of this function that is written once. */
  private cellValue(value: ValueId): ValueId {
    const { fn } = this;
    if (fn.a[value] !== fn.id) return NONE;
    const values = fn.cells[fn.b[value]]?.values ?? [];
    return values.length === 1 && values[0] < value ? values[0] : NONE;
  }

  entries(value: ValueId): { readonly value: ValueId; readonly tag: number }[] {
    const { fn } = this;
    const list: { value: ValueId; tag: number }[] = [];
    for (let i = 0; i < fn.c[value]; i++) {
      const at = 2 * (fn.b[value] + i);
      list.push({ value: fn.args[at], tag: fn.args[at + 1] });
    }
    return list;
  }

  constant(value: ValueId): unknown {
    const origin = this.origin(value);
    return this.op(origin) === Op.Const ? this.context.module.constants[this.fn.a[origin]].value : undefined;
  }

  isConstant(value: ValueId): boolean {
    return this.op(this.origin(value)) === Op.Const;
  }

  isCall(value: ValueId): boolean {
    const op = this.op(value);
    return op === Op.Call || op === Op.New;
  }

  /** The values an instruction is made of. */
  operands(value: ValueId): ValueId[] {
    return valuesOf(this.fn, value);
  }

  /** Instructions that use the value, seen through names, casts and awaits. */
  uses(value: ValueId): ValueId[] {
    const { fn } = this;
    const found: ValueId[] = [];
    for (let i = 0; i < fn.size; i++) {
      if (!this.operands(i).includes(value)) continue;
      const op = fn.ops[i];
      if (op === Op.Copy || op === Op.Cast || op === Op.Await) found.push(...this.uses(i));
      else if (op === Op.LoopPhi || op === Op.Phi) {
        // What joins it with itself is no other use.
        if (this.origin(i) === this.origin(value)) found.push(...this.uses(i));
        else found.push(i);
      } else found.push(i);
    }
    return found;
  }

  /** Whether the value is kept in a variable that inner functions see. */
  isCaptured(value: ValueId): boolean {
    return this.fn.cells.some((cell) => cell.values.includes(value));
  }

  /** Names the source gives the value, with the place of the name. */
  names(value: ValueId): { readonly name: string; readonly at: number }[] {
    const { bindings } = this.fn;
    const list: { name: string; at: number }[] = [];
    for (let i = 0; i < bindings.length; i += 3) {
      if (this.origin(bindings[i]) === value)
        list.push({ name: this.name(bindings[i + 1]), at: this.fn.start + bindings[i + 2] });
    }
    return list;
  }

  /** Whether a name gets another value between two offsets. */
  isRebound(name: string, from: number, to: number): boolean {
    const { bindings } = this.fn;
    for (let i = 0; i < bindings.length; i += 3) {
      const at = this.fn.start + bindings[i + 2];
      if (at > from && at < to && this.name(bindings[i + 1]) === name) return true;
    }
    return false;
  }

  /**
   * Whether what an attacker chooses is among what the value is made of, by the places that the finding's trace names.
   * Undefined where the trace does not say.
   */
  isTainted(value: ValueId): boolean | undefined {
    const { finding } = this.context;
    const steps = finding.trace.filter((step) => step.uri === finding.uri);
    const sources = steps.slice(0, -1);
    if (value < 0 || sources.length === 0) return undefined;
    const seen = new Set<ValueId>();
    const pending = [value];
    while (pending.length > 0 && seen.size < 400) {
      const current = pending.pop()!;
      if (current < 0 || seen.has(current)) continue;
      seen.add(current);
      const { start, end } = this.span(current);
      if (sources.some((step) => step.start === start && step.end === end)) return true;
      const cell = this.op(current) === Op.LoadCell ? this.cellValue(current) : NONE;
      pending.push(cell, ...this.operands(current));
    }
    return false;
  }

  // ---- calls -----------------------------------------------------------------------------------------------------

  /** What is written of a call: its callee, its receiver and its arguments. */
  call(value: ValueId): CallText | undefined {
    if (!this.isCall(value)) return undefined;
    const span = this.span(value);
    const callee = this.fn.a[value];
    // A callee that is a variable stands where the variable was made; then the call's own text says where it ends.
    const calleeSpan = callee >= 0 ? this.span(callee) : span;
    const isWithin = calleeSpan.start >= span.start && calleeSpan.end < span.end;
    const from = isWithin && this.op(callee) !== Op.Call ? calleeSpan.end : undefined;
    const open = this.argumentsOpening(span, from);
    const brackets = open < 0 ? undefined : readBrackets(this.text, this.surface, open);
    if (!brackets) return undefined;
    const calleeText = { start: span.start, end: this.trimmedEnd(span.start, open) };
    return {
      value,
      span: { start: span.start, end: Math.max(span.end, brackets.end) },
      callee: this.withoutNew(calleeText),
      list: brackets,
    };
  }

  private trimmedEnd(start: number, end: number): number {
    while (end > start && /\s/.test(this.text[end - 1])) end--;
    return this.text.slice(start, end).endsWith('?.') ? end - 2 : end;
  }

  private withoutNew(span: Span): Span {
    const match = /^new\s+/.exec(this.slice(span));
    return match ? { start: span.start + match[0].length, end: span.end } : span;
  }

  /** The parenthesis whose closing ends the call; the last group in the call's text when nothing says where to look. */
  private argumentsOpening(span: Span, from: number | undefined): number {
    const start = from ?? span.start;
    let found = -1;
    let depth = 0;
    for (const token of tokenize(this.text, this.surface, start, span.end)) {
      if (token.kind !== 'sign') continue;
      const sign = this.text[token.start];
      if (sign === '(' || sign === '[' || sign === '{') {
        // Right behind what is made stand the fields of a literal of its type.
        const isLiteral = sign === '{' && from === token.start;
        if (depth === 0 && (sign === '(' || isLiteral)) {
          found = token.start;
          if (from !== undefined) return found;
        }
        depth++;
      } else if (sign === ')' || sign === ']' || sign === '}') depth--;
    }
    return found;
  }

  /** The argument of the call that holds the value: its position and its text. */
  argumentOf(call: CallText, value: ValueId): { readonly index: number; readonly span: Span } | undefined {
    const entries = this.entries(call.value);
    if (entries.length !== call.list.items.length) return undefined;
    let index = entries.findIndex((entry) => entry.value === value);
    if (index < 0) index = entries.findIndex((entry) => this.origin(entry.value) === this.origin(value));
    if (index < 0) {
      const { start, end } = this.span(value);
      index = call.list.items.findIndex((item) => item.start <= start && item.end >= end);
    }
    return index < 0 ? undefined : { index, span: this.expressionOf(call.list.items[index]) };
  }

  /** An argument without its keyword. */
  expressionOf(item: Span): Span {
    const keyword = this.keyword(item);
    return keyword ? { start: item.start + keyword.length, end: item.end } : item;
  }

  /** The keyword of an argument and what stands behind it: `name = `, `name: `. */
  keyword(item: Span): { readonly name: string; readonly length: number } | undefined {
    const written = this.language.keyword('x', 'y');
    if (written === undefined) return undefined;
    const pattern = written.includes('=') ? KEYWORD : FIELD;
    const match = pattern.exec(this.slice(item));
    return match ? { name: match[1], length: match[0].length } : undefined;
  }

  /** The name alone when the text is a name and nothing else. */
  asName(span: Span): string | undefined {
    const inner = this.slice(unwrapped(this.text, this.surface, span));
    return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(inner) ? inner : undefined;
  }

  /** The receiver's text of a method call: `db` of `db.query`. */
  receiver(call: CallText): Span | undefined {
    const text = this.slice(call.callee);
    const match = /(?:\?\.|\.|::)\s*(?:<[^<>]*>)?[\p{L}_$][\p{L}\p{N}_$]*$/u.exec(text);
    return match && match.index > 0
      ? { start: call.callee.start, end: this.trimmedEnd(call.callee.start, call.callee.start + match.index) }
      : undefined;
  }

  /** The callee's last name: `query` of `db.query`. */
  method(call: CallText): Span {
    const match = /[\p{L}_$][\p{L}\p{N}_$]*$/u.exec(this.slice(call.callee));
    return match ? { start: call.callee.end - match[0].length, end: call.callee.end } : call.callee;
  }
}

const KEYWORD = /^([\p{L}_][\p{L}\p{N}_]*)\s*=(?![=>])\s*/u;
const FIELD = /^([\p{L}_][\p{L}\p{N}_]*)\s*:(?!=)\s*/u;

export interface CallText {
  readonly value: ValueId;
  readonly span: Span;
  /** Without `new`. */
  readonly callee: Span;
  readonly list: Bracketed;
}
