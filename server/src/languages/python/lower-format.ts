import type { At } from '../../ir/builder';
import { ConcatKind, type ValueId } from '../../ir/ir';
import { entries, type PlacedEntry } from './lower-chains';
import type { Lowering } from './lower-context';
import { isLiteral, type LiteralText, literal, literalText } from './lower-literals';

/**
 * Formatting of a literal is a Format concatenation: the text between the placeholders, each piece with its own span, and
 * the values in the order in which they are written. A numeric conversion is the call it amounts to, `int(x)` or
 * `float(x)`, since nothing but a number comes through it; `!r` is `repr(x)`, `!a` `ascii(x)`.
 */
const NUMERIC: Readonly<Record<string, string>> = {
  d: 'int',
  i: 'int',
  u: 'int',
  b: 'int',
  o: 'int',
  x: 'int',
  X: 'int',
  n: 'int',
  e: 'float',
  E: 'float',
  f: 'float',
  F: 'float',
  g: 'float',
  G: 'float',
};
const EMPTY: LiteralText = { text: '', pieces: [] };
const CONVERSIONS: Readonly<Record<string, string>> = { r: 'repr', a: 'ascii' };

/** A value as a conversion and a format leave it. */
export function formatted(cx: Lowering, value: ValueId, conversion: string, format: string, at: At): ValueId {
  const name = CONVERSIONS[conversion] ?? NUMERIC[/^[^{}]*$/.test(format) ? format.slice(-1) : ''];
  return name === undefined ? value : cx.fn.call(cx.fn.global(name, at), [{ value }], at);
}

/** Collects the parts of one formatting: literal text by its place in the literal, and values. */
class Parts {
  readonly list: ValueId[] = [];
  private next = 0;

  constructor(
    private readonly cx: Lowering,
    private readonly source: LiteralText,
    /** What stands for a single sign when it is written twice. */
    private readonly doubled: RegExp,
  ) {}

  /** The literal's text between two places. Where it is written in several strings, each gives a part of its own. */
  text(from: number, to: number): void {
    if (to <= from) return;
    let part: { from: number; to: number; start: number; end: number } | undefined;
    const flush = (): void => {
      if (!part) return;
      const text = this.source.text.slice(part.from, part.to).replaceAll(this.doubled, '$1');
      this.list.push(this.cx.fn.const(text, part));
      part = undefined;
    };
    const { pieces } = this.source;
    // Places are asked for in order, so what lies before one is never needed again.
    while (this.next < pieces.length && pieces[this.next].to <= from) this.next++;
    for (let i = this.next; i < pieces.length && pieces[i].from < to; i++) {
      const piece = pieces[i];
      const start = piece.exact && piece.from < from ? piece.start + (from - piece.from) : piece.start;
      const end = piece.exact && piece.to > to ? piece.end - (piece.to - to) : piece.end;
      const bounds = { from: Math.max(piece.from, from), to: Math.min(piece.to, to) };
      if (part && part.end === start) part = { ...part, to: bounds.to, end };
      else {
        flush();
        part = { ...bounds, start, end };
      }
    }
    flush();
  }
}

// ---- % -------------------------------------------------------------------------------------------------------------

const PERCENT = /%(?:\(([^)]*)\))?[#0\- +]*(\*|\d+)?(?:\.(\*|\d+))?[hlL]?([diouxXeEfFgGcrsa%])/g;

/** `"…" % x` */
export function isPercentFormat(cx: Lowering, n: number): boolean {
  const { k, f } = cx;
  if (cx.kind(n) !== k.binary_operator) return false;
  const sign = cx.child(n, f.operator);
  if (sign < 0 || cx.text[cx.tree.starts[sign]] !== '%' || cx.tree.ends[sign] - cx.tree.starts[sign] !== 1)
    return false;
  return isLiteral(cx, cx.child(n, f.left));
}

/** A value and where it is written. */
interface Operand {
  readonly value: ValueId;
  readonly at: At;
}

/** Values of a `%`: of a tuple by position, of a dict by name, or one value for all. */
interface Operands {
  readonly positional?: readonly Operand[];
  readonly named?: ReadonlyMap<string, Operand>;
  readonly whole?: Operand;
}

function operands(cx: Lowering, n: number, parent: number): Operands {
  const { k, f } = cx;
  n = cx.unwrap(n);
  const kind = n < 0 ? -1 : cx.kind(n);
  if (kind === k.tuple && !hasSplat(cx, n)) {
    const positional: Operand[] = [];
    for (let c = cx.first(n); c >= 0; c = cx.after(c)) positional.push({ value: cx.expression(c), at: cx.at(c) });
    return { positional };
  }
  if (kind === k.dictionary && !cx.has(n, k.dictionary_splat)) {
    const named = new Map<string, Operand>();
    for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
      const value = cx.child(c, f.value);
      const key = literalText(cx, cx.child(c, f.key));
      if (cx.kind(c) !== k.pair || key === undefined || value < 0) cx.statement(c);
      else named.set(key, { value: cx.expression(value), at: cx.at(value) });
    }
    return { named };
  }
  return { whole: { value: cx.expression(n, parent), at: cx.at(n < 0 ? parent : n) } };
}

function hasSplat(cx: Lowering, n: number): boolean {
  return cx.has(n, cx.k.list_splat) || cx.has(n, cx.k.parenthesized_list_splat);
}

export function percentFormat(cx: Lowering, n: number): ValueId {
  const source = literal(cx, cx.child(n, cx.f.left)) ?? EMPTY;
  const { fn } = cx;
  const at = cx.at(n);
  const { positional, named, whole } = operands(cx, cx.child(n, cx.f.right), n);
  const parts = new Parts(cx, source, /(%)%/g);
  const signs = [...source.text.matchAll(PERCENT)].filter((match) => match[4] !== '%');
  const nothing = (): Operand => ({ value: fn.const(undefined, at), at });
  let next = 0;
  const take = (): Operand => {
    const position = next++;
    if (!whole) return positional?.[position] ?? nothing();
    // Several placeholders for one value: it must be a tuple.
    if (signs.length === 1) return whole;
    return { value: fn.index(whole.value, fn.const(position, whole.at), whole.at), at: whole.at };
  };
  const byName = (name: string): Operand => {
    if (!whole) return named?.get(name) ?? nothing();
    return { value: fn.index(whole.value, fn.const(name, whole.at), whole.at), at: whole.at };
  };
  let from = 0;
  for (const match of signs) {
    parts.text(from, match.index);
    from = match.index + match[0].length;
    if (match[2] === '*') take();
    if (match[3] === '*') take();
    const operand = match[1] === undefined ? take() : byName(match[1]);
    parts.list.push(formatted(cx, operand.value, match[4], match[4], operand.at));
  }
  parts.text(from, source.text.length);
  return fn.concat(ConcatKind.Format, parts.list, at);
}

/** `text % value` where the text is no literal, but known to be one: the value becomes part of it. */
export function percentOfText(cx: Lowering, n: number, text: ValueId): ValueId {
  const { positional, named, whole } = operands(cx, cx.child(n, cx.f.right), n);
  const list = whole ? [whole] : (positional ?? [...(named?.values() ?? [])]);
  return cx.fn.concat(ConcatKind.Format, [text, ...list.map((operand) => operand.value)], cx.at(n));
}

// ---- str.format ----------------------------------------------------------------------------------------------------

/** `"…".format(…)` */
export function isFormatCall(cx: Lowering, n: number): boolean {
  const { k, f } = cx;
  if (cx.kind(n) !== k.call) return false;
  const callee = cx.child(n, f.function);
  const args = cx.child(n, f.arguments);
  if (callee < 0 || args < 0 || cx.kind(callee) !== k.attribute || cx.kind(args) !== k.argument_list) return false;
  const name = cx.child(callee, f.attribute);
  if (name < 0 || cx.tree.ends[name] - cx.tree.starts[name] !== 6 || cx.source(name) !== 'format') return false;
  return isLiteral(cx, cx.child(callee, f.object));
}

export function formatCall(cx: Lowering, n: number): ValueId {
  const source = literal(cx, cx.child(cx.child(n, cx.f.function), cx.f.object)) ?? EMPTY;
  const args = cx.child(n, cx.f.arguments);
  const state: Arguments = { list: entries(cx, args), next: 0, at: args < 0 ? cx.at(n) : cx.at(args) };
  const parts = new Parts(cx, source, /([{}])\1/g);
  let from = 0;
  for (const field of fieldsOf(source.text)) {
    parts.text(from, field.start);
    from = field.end;
    parts.list.push(fieldValue(cx, field, state));
    // Fields inside a field's format are values, too.
    for (const inner of fieldsOf(field.format)) parts.list.push(fieldValue(cx, inner, state));
  }
  parts.text(from, source.text.length);
  return cx.fn.concat(ConcatKind.Format, parts.list, cx.at(n));
}

interface Arguments {
  readonly list: readonly PlacedEntry[];
  /** The position that the next field without a name takes. */
  next: number;
  /** All arguments together. */
  readonly at: At;
}

interface Field {
  readonly start: number;
  readonly end: number;
  /** `0.name[key]` */
  readonly path: string;
  readonly conversion: string;
  readonly format: string;
}

/** The replacement fields of a format string. */
function fieldsOf(text: string): Field[] {
  const fields: Field[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '{') {
      if (text[i] === '}' && text[i + 1] === '}') i++;
      continue;
    }
    if (text[i + 1] === '{') {
      i++;
      continue;
    }
    let depth = 1;
    let end = i + 1;
    for (; end < text.length && depth > 0; end++) {
      if (text[end] === '{') depth++;
      else if (text[end] === '}') depth--;
    }
    if (depth > 0) break;
    const match = /^([^!:]*)(?:!(\w))?(?::([\s\S]*))?$/.exec(text.slice(i + 1, end - 1));
    fields.push({ start: i, end, path: match?.[1] ?? '', conversion: match?.[2] ?? '', format: match?.[3] ?? '' });
    i = end - 1;
  }
  return fields;
}

function fieldValue(cx: Lowering, field: Field, args: Arguments): ValueId {
  const { fn } = cx;
  const root = /^[^.[]*/.exec(field.path)?.[0] ?? '';
  const { value: first, at } = argument(cx, root === '' ? String(args.next++) : root, args);
  let value = first;
  for (const step of field.path.slice(root.length).matchAll(/\.([^.[]+)|\[([^\]]*)\]/g)) {
    if (step[1] !== undefined) value = fn.field(value, step[1], at);
    else value = fn.index(value, fn.const(/^\d+$/.test(step[2]) ? Number(step[2]) : step[2], at), at);
  }
  return formatted(cx, value, field.conversion, field.format, at);
}

/** The argument that a field names: by position, by keyword, or out of `*list` or `**mapping`. */
function argument(cx: Lowering, name: string, { list, at }: Arguments): Operand {
  const { fn } = cx;
  const element = (of: PlacedEntry, key: string | number): Operand => ({
    value: fn.index(of.value, fn.const(key, of.at), of.at),
    at: of.at,
  });
  const nothing = (): Operand => ({ value: fn.const(undefined, at), at });
  if (!/^\d+$/.test(name)) {
    const given = list.find((entry) => entry.name === name);
    const mapping = list.find((entry) => entry.spread === 'map');
    return given ?? (mapping ? element(mapping, name) : nothing());
  }
  const position = Number(name);
  let index = 0;
  for (const entry of list) {
    if (entry.name !== undefined || entry.spread === 'map') continue;
    if (entry.spread === 'list') return element(entry, position - index);
    if (index++ === position) return entry;
  }
  return nothing();
}
