import type { ValueId } from '../ir/ir';
import { Op } from '../ir/ir';
import { isPath, readConcat, type TextOrigin, textOrigin } from './building';
import { listBrackets } from './literals';
import type { FixReader } from './reader';
import type { Span, StringToken } from './surface';
import { expand } from './template';
import { members, type Written } from './written';

/** Putting a call around the values an attacker chooses, wherever in a text they stand. */
export interface Wrapping {
  /** With `$value`. */
  readonly template: string;
  /** For a value inside of an interpolated literal where the template cannot be written (quotes, backslashes). */
  readonly inText?: string;
  /** Also members of objects and elements of lists. */
  readonly deep?: boolean;
  /** The template is a choice between two values: beside an operator it needs parentheses. */
  readonly isChoice?: boolean;
  /** Only members: a value that is the whole object is left alone. */
  readonly membersOnly?: boolean;
}

export interface Wrapped {
  /** Every value is only named or read where it is wrapped. */
  readonly isPlain: boolean;
}

/** Wraps what is tainted in the value; undefined when nothing could be. */
export function wrapTainted(reader: FixReader, written: Written, wrapping: Wrapping): Wrapped | undefined {
  const wrapper = new Wrapper(reader, wrapping, taintTest(reader, written.value));
  wrapper.wrap(written, 0);
  return wrapper.failed || wrapper.count === 0 ? undefined : { isPlain: wrapper.isPlain };
}

/** What the trace says; where it does not know the value, everything that is not constant counts. */
export function taintTest(reader: FixReader, root: ValueId): (value: ValueId) => boolean {
  if (reader.isTainted(root)) return (value) => value < 0 || reader.isTainted(value) !== false;
  return (value) => value < 0 || !reader.isConstant(value);
}

class Wrapper {
  count = 0;
  isPlain = true;
  failed = false;
  private readonly seen = new Set<ValueId>();

  constructor(
    private readonly reader: FixReader,
    private readonly wrapping: Wrapping,
    private readonly isTainted: (value: ValueId) => boolean,
  ) {}

  wrap(whole: Written, depth: number, token?: StringToken): void {
    const { reader } = this;
    const written = unconverted(reader, whole);
    if (this.failed || depth > 12 || !this.isTainted(written.value)) return;
    const origin = reader.origin(written.value);
    if (this.wrapping.deep && this.wrapParts(written, origin, depth)) return;
    if (reader.asName(written.span) === undefined) {
      const text = textOrigin(reader, written.span, written.value);
      if (text) this.wrapHoles(text.buildings[0], depth);
      else this.wrapLeaf(written, origin, token);
      return;
    }
    if (!this.follow(origin, depth)) this.wrapLeaf(written, origin, token);
  }

  /** A name: goes to where its text was built. */
  private follow(origin: ValueId, depth: number): boolean {
    const { reader } = this;
    const op = reader.op(origin);
    if (op !== Op.Concat && op !== Op.Phi && op !== Op.LoopPhi) return false;
    if (!this.isBuilt(origin)) return false;
    if (this.seen.has(origin)) return true;
    this.seen.add(origin);
    if (op === Op.Concat) {
      const read = readConcat(reader, origin);
      if (!read) return false;
      if (read.head !== undefined && this.isTainted(read.head)) this.follow(reader.origin(read.head), depth + 1);
      this.wrapHoles(read.building, depth);
      return true;
    }
    for (const value of reader.operands(origin)) {
      if (value >= 0 && this.isTainted(value)) this.follow(reader.origin(value), depth + 1);
    }
    return true;
  }

  /** Whether all that a join brings together is text that was built here. */
  private isBuilt(origin: ValueId, seen = new Set<ValueId>()): boolean {
    const { reader } = this;
    if (seen.has(origin) || !this.isTainted(origin)) return true;
    seen.add(origin);
    const op = reader.op(origin);
    if (op === Op.Concat) return true;
    if (op !== Op.Phi && op !== Op.LoopPhi) return false;
    return reader.operands(origin).every((value) => value < 0 || this.isBuilt(reader.origin(value), seen));
  }

  private wrapHoles(building: TextOrigin['buildings'][number], depth: number): void {
    for (const piece of building.pieces) {
      if (piece.kind !== 'hole' || piece.constant !== undefined) continue;
      if (piece.value >= 0 && !this.isTainted(piece.value)) continue;
      const isOperand = piece.token === undefined;
      const inner = { span: piece.expression, value: piece.value };
      // Parentheses around an operand go: the call has its own.
      if (piece.value < 0 || !this.isNested(inner)) {
        this.put(
          isOperand ? piece : piece.expression,
          piece.expression,
          piece.value,
          piece.operand.kind === 'format' ? undefined : piece.token,
        );
      } else this.wrap(inner, depth + 1, piece.token);
    }
  }

  private isNested({ span, value }: Written): boolean {
    const { reader } = this;
    if (reader.asName(span) !== undefined) {
      const op = reader.op(reader.origin(value));
      return op === Op.Concat || op === Op.Phi || op === Op.LoopPhi;
    }
    return textOrigin(reader, span, value) !== undefined;
  }

  private wrapParts(written: Written, origin: ValueId, depth: number): boolean {
    const { reader } = this;
    const op = reader.op(origin);
    if (op === Op.Object) {
      for (const member of members(reader, written)) {
        // A list of choices or a script is no value that could become a text.
        if (/^\$(?:in|nin|all|where|function|expr)$/.test(member.key)) {
          this.failed ||= this.isTainted(member.value);
          continue;
        }
        if (!member.isShort) this.wrap(member, depth + 1);
        else if (this.isTainted(member.value)) {
          const text = this.text(reader.slice(member.span), undefined);
          if (text !== undefined) reader.replace(member.span, `${member.key}: ${text}`);
          this.count++;
        }
      }
      return true;
    }
    if (op === Op.Array && reader.asName(written.span) === undefined) {
      const items = listBrackets(reader, written.span)?.items ?? [];
      const entries = reader.entries(origin);
      if (items.length !== entries.length) return false;
      entries.forEach((entry, i) => {
        this.wrap({ span: items[i], value: entry.value }, depth + 1);
      });
      return true;
    }
    return false;
  }

  private wrapLeaf(written: Written, origin: ValueId, token: StringToken | undefined): void {
    const isMember = !this.wrapping.membersOnly || this.reader.origin(this.reader.anchor.value) !== origin;
    if (!isMember || this.isForeignCall(written, origin)) this.failed = true;
    else this.put(written.span, written.span, written.value, token);
  }

  /** A function of the project that makes a text of the value: what it gives back is no longer the value alone. */
  private isForeignCall(written: Written, origin: ValueId): boolean {
    const { reader } = this;
    if (!reader.isCall(origin) || reader.asName(written.span) !== undefined) return false;
    if (!reader.entries(origin).some((entry) => !reader.isConstant(entry.value) && this.isTainted(entry.value)))
      return false;
    const callee = reader.fn.a[origin];
    if (reader.op(callee) === Op.Global) return false;
    return reader.op(callee) !== Op.Field || !isTextOrTainted(reader, reader.fn.a[callee], this.isTainted);
  }

  private put(span: Span, expression: Span, value: ValueId, token: StringToken | undefined): void {
    const { reader } = this;
    const source = reader.slice(expression);
    const text = this.text(source, token);
    if (text === undefined) {
      this.failed = true;
      return;
    }
    this.isPlain &&=
      isPath(source) || value < 0 || !reader.isCall(reader.origin(value)) || /^[\w.$]+\([^()]*\)$/.test(source);
    this.count++;
    reader.replace(span, text);
  }

  /** The call around the expression, written so that it can stand in the literal. */
  private text(source: string, token: StringToken | undefined): string | undefined {
    const { reader } = this;
    const isDotted = /\$value(?=\s*[.[])/.test(this.wrapping.template);
    const value = isDotted && !isPath(source) ? `(${source})` : source;
    const written = expand(reader, this.wrapping.template, { value: '\u0001' });
    if (written === undefined) return undefined;
    let call = this.wrapping.isChoice && token?.interpolation === undefined ? `(${written})` : written;
    if (token?.interpolation === '{') {
      const quote = token.quote[0];
      const other = quote === '"' ? "'" : '"';
      if (call.includes('\\') || (call.includes(quote) && call.includes(other))) {
        const plain =
          this.wrapping.inText === undefined ? undefined : expand(reader, this.wrapping.inText, { value: '\u0001' });
        if (plain === undefined) return undefined;
        call = plain;
      }
      call = call.replaceAll(quote, other);
    }
    return call.replaceAll('\u0001', () => value);
  }
}

/** What a conversion that is written as a call converts: `[]byte(text)` stays around what is wrapped. */
function unconverted(reader: FixReader, written: Written): Written {
  if (written.value < 0 || reader.op(written.value) !== Op.Cast) return written;
  const value = reader.fn.a[written.value];
  const span = value < 0 ? written.span : reader.span(value);
  const isAround =
    span.start > written.span.start + 1 &&
    span.end === written.span.end - 1 &&
    reader.text[span.start - 1] === '(' &&
    reader.text[span.end] === ')'; // prettier-ignore
  return isAround ? { ...written, span, value } : written;
}

function isTextOrTainted(reader: FixReader, receiver: ValueId, isTainted: (value: ValueId) => boolean): boolean {
  return typeof reader.constant(receiver) === 'string' || (receiver >= 0 && isTainted(receiver));
}
