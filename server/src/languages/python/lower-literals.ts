import type { At } from '../../ir/builder';
import { ConcatKind, type ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { formatted } from './lower-format';

/** A stretch of a literal's text and where it stands in the file. */
export interface Piece {
  /** Place in the literal's value. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** As long in the source as in the value: no escape. */
  readonly exact: boolean;
}

export interface LiteralText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

export interface Prefix {
  readonly isRaw: boolean;
  readonly isBytes: boolean;
  readonly isFormat: boolean;
}

/** What stands in front of a string's quotes. */
function prefixOf(cx: Lowering, n: number): Prefix {
  const start = cx.tree.starts[n];
  const result = { isRaw: false, isBytes: false, isFormat: false };
  for (let i = start; i < start + 3; i++) {
    const sign = cx.text[i];
    if (sign === 'r' || sign === 'R') result.isRaw = true;
    else if (sign === 'b' || sign === 'B') result.isBytes = true;
    // Template strings are read as the texts they describe.
    else if (sign === 'f' || sign === 'F' || sign === 't' || sign === 'T') result.isFormat = true;
    else if (sign !== 'u' && sign !== 'U') break;
  }
  return result;
}

/** The text between the quotes. */
function inside(cx: Lowering, n: number): At {
  const { k, tree } = cx;
  const open = cx.childOf(n, k.string_start);
  const close = cx.childOf(n, k.string_end);
  const start = open < 0 ? tree.starts[n] : tree.ends[open];
  return { start, end: Math.max(start, close < 0 ? tree.ends[n] : tree.starts[close]) };
}

// ---- escapes -------------------------------------------------------------------------------------------------------

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};

/** Reads one escape at a backslash: what it stands for and its length. Unknown ones stand for themselves. */
function escapeAt(raw: string, slash: number, isBytes: boolean): { text: string; length: number } {
  const sign = raw[slash + 1];
  const simple = SIMPLE[sign];
  if (simple !== undefined) return { text: simple, length: 2 };
  if (sign === '\r') return { text: '', length: raw[slash + 2] === '\n' ? 3 : 2 };
  if (sign >= '0' && sign <= '7') {
    let length = 1;
    while (length < 4 && raw[slash + length] >= '0' && raw[slash + length] <= '7') length++;
    return { text: String.fromCharCode(Number.parseInt(raw.slice(slash + 1, slash + length), 8)), length };
  }
  if (sign === 'N' && raw[slash + 2] === '{' && !isBytes) {
    const close = raw.indexOf('}', slash);
    // The names of characters are not known here; one character stands for it.
    return close < 0 ? { text: '\\N', length: 2 } : { text: '\ufffd', length: close + 1 - slash };
  }
  const digits = sign === 'x' ? 2 : isBytes ? 0 : sign === 'u' ? 4 : sign === 'U' ? 8 : 0;
  const hex = raw.slice(slash + 2, slash + 2 + digits);
  if (digits === 0 || !/^[0-9a-fA-F]+$/.test(hex) || hex.length < digits) {
    return { text: raw.slice(slash, slash + 2), length: 2 };
  }
  const code = Number.parseInt(hex, 16);
  return { text: code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd', length: 2 + digits };
}

/** Adds the value of source text to `into`, piece by piece. In format strings `{{` and `}}` are single braces. */
function cook(cx: Lowering, at: At, prefix: Prefix, into: { text: string; pieces: Piece[] }): void {
  const raw = cx.text;
  const add = (start: number, end: number, text: string, exact: boolean): void => {
    if (end <= start) return;
    const from = into.text.length;
    into.text += text;
    into.pieces.push({ from, to: into.text.length, start, end, exact });
  };
  let from = at.start;
  for (let i = at.start; i < at.end; ) {
    const code = raw.charCodeAt(i);
    if (code === BACKSLASH && !prefix.isRaw && i + 1 < at.end) {
      add(from, i, raw.slice(from, i), true);
      const found = escapeAt(raw.slice(i, Math.min(i + 40, at.end)), 0, prefix.isBytes);
      add(i, i + found.length, found.text, false);
      i += found.length;
      from = i;
    } else if (
      prefix.isFormat &&
      (code === OPEN || code === CLOSE) &&
      raw.charCodeAt(i + 1) === code &&
      i + 1 < at.end
    ) {
      add(from, i + 1, raw.slice(from, i + 1), true);
      i += 2;
      from = i;
    } else i++;
  }
  add(from, at.end, raw.slice(from, at.end), true);
}

const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

// ---- values --------------------------------------------------------------------------------------------------------

/** The strings of a literal: itself, or those that are written one after another. */
function stringsOf(cx: Lowering, n: number): number[] {
  if (cx.kind(n) === cx.k.string) return [n];
  const list: number[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) if (cx.kind(c) === cx.k.string) list.push(c);
  return list;
}

/** The text of a literal without interpolations, parentheses around it included; undefined for anything else. */
export function literal(cx: Lowering, n: number): LiteralText | undefined {
  n = cx.unwrap(n);
  if (n < 0 || (cx.kind(n) !== cx.k.string && cx.kind(n) !== cx.k.concatenated_string)) return undefined;
  const into: { text: string; pieces: Piece[] } = { text: '', pieces: [] };
  for (const string of stringsOf(cx, n)) {
    if (cx.has(string, cx.k.interpolation)) return undefined;
    cook(cx, inside(cx, string), prefixOf(cx, string), into);
  }
  return into;
}

/** Whether `literal` finds one, without reading it. */
export function isLiteral(cx: Lowering, n: number): boolean {
  n = cx.unwrap(n);
  if (n < 0 || (cx.kind(n) !== cx.k.string && cx.kind(n) !== cx.k.concatenated_string)) return false;
  return !stringsOf(cx, n).some((string) => cx.has(string, cx.k.interpolation));
}

/** As `literal`, the text alone. */
export function literalText(cx: Lowering, n: number): string | undefined {
  return literal(cx, n)?.text;
}

/** Whether an expression is a text by its looks, so that `+` joins texts and `%` formats. */
export function isText(cx: Lowering, n: number): boolean {
  const { k, f } = cx;
  n = cx.unwrap(n);
  while (n >= 0 && cx.kind(n) === k.binary_operator) {
    const sign = cx.child(n, f.operator);
    if (sign < 0) return false;
    const operator = cx.source(sign);
    if (operator !== '+') {
      n = operator === '%' ? cx.unwrap(cx.child(n, f.left)) : -1;
      continue;
    }
    const right = cx.unwrap(cx.child(n, f.right));
    if (right >= 0 && isStringKind(cx, right)) return true;
    n = cx.unwrap(cx.child(n, f.left));
  }
  if (n < 0) return false;
  return cx.kind(n) === k.identifier ? isTextName(cx, n) : isStringKind(cx, n);
}

/** Whether a node is the name of a variable that is known to hold a text. */
export function isTextName(cx: Lowering, n: number): boolean {
  if (n < 0 || cx.textVariables.size === 0 || cx.kind(n) !== cx.k.identifier) return false;
  const variable = cx.fn.lookup(cx.source(n));
  return variable !== undefined && cx.textVariables.has(variable);
}

function isStringKind(cx: Lowering, n: number): boolean {
  const kind = cx.kind(n);
  if (kind !== cx.k.string && kind !== cx.k.concatenated_string) return false;
  const first = kind === cx.k.string ? n : cx.first(n);
  return first >= 0 && !prefixOf(cx, first).isBytes;
}

/** A constant, or a Template concatenation of the texts and values of an f-string in order. */
export function string(cx: Lowering, n: number): ValueId {
  const plain = literal(cx, n);
  const strings = stringsOf(cx, n);
  if (plain) {
    const isBytes = strings.length > 0 && prefixOf(cx, strings[0]).isBytes;
    return isBytes ? cx.fn.constantOf('bytes', plain.text, cx.at(n)) : cx.fn.const(plain.text, cx.at(n));
  }
  const parts: ValueId[] = [];
  for (const part of strings) templateParts(cx, part, parts);
  return cx.fn.concat(ConcatKind.Template, parts, cx.at(n));
}

function templateParts(cx: Lowering, n: number, parts: ValueId[]): void {
  const { k, tree } = cx;
  const prefix = prefixOf(cx, n);
  const { start, end } = inside(cx, n);
  let from = start;
  const text = (to: number): void => {
    if (to <= from) return;
    const into: { text: string; pieces: Piece[] } = { text: '', pieces: [] };
    cook(cx, { start: from, end: to }, prefix, into);
    parts.push(cx.fn.const(into.text, { start: from, end: to }));
  };
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.interpolation) continue;
    text(tree.starts[c]);
    interpolation(cx, c, parts);
    from = tree.ends[c];
  }
  text(end);
}

/**
 * `{x!r:>{w}}`: the value, converted when it says so (see `formatted`), then the values inside its format. `{x=}` writes
 * the expression's text first.
 */
function interpolation(cx: Lowering, n: number, parts: ValueId[]): void {
  const { k, f, tree, fn } = cx;
  const expression = cx.child(n, f.expression);
  const debug = cx.childOf(n, cx.t['=']);
  if (debug >= 0) {
    const at = { start: tree.starts[n] + 1, end: tree.ends[debug] };
    parts.push(fn.const(cx.text.slice(at.start, at.end), at));
  }
  const conversion = cx.child(n, f.type_conversion);
  const format = cx.child(n, f.format_specifier);
  const value = cx.expression(expression, n);
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) if (tree.isError(c)) cx.statement(c);
  const at = expression < 0 ? cx.at(n) : cx.at(expression);
  const sign = conversion < 0 ? '' : cx.source(conversion).slice(1);
  parts.push(formatted(cx, value, sign, format < 0 ? '' : cx.source(format).slice(1), at));
  for (let c = format < 0 ? -1 : cx.first(format); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.format_expression && cx.kind(c) !== k.interpolation) continue;
    cx.nested(
      c,
      1,
      () => interpolation(cx, c, parts),
      () => undefined,
    );
  }
}

// ---- numbers -------------------------------------------------------------------------------------------------------

/** A number, or the digits of one that is too large for that; undefined for an imaginary one. */
export function numberValue(source: string): number | string | undefined {
  let digits = source.replaceAll('_', '').toLowerCase();
  if (digits.endsWith('j')) return undefined;
  if (digits.endsWith('l')) digits = digits.slice(0, -1);
  // `0755`: octal in Python 2, and where file modes come from.
  if (/^0[0-7]+$/.test(digits)) digits = `0o${digits.slice(1)}`;
  const value = Number(digits);
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && !/[.e]/.test(digits.replace(/^0x.*/, '')))
    return String(BigInt(digits));
  return Number.isNaN(value) ? undefined : value;
}

export function number(cx: Lowering, n: number): ValueId {
  const value = numberValue(cx.source(n));
  const at = cx.at(n);
  if (value === undefined) return cx.fn.call(cx.fn.global('complex', at), [], at);
  return typeof value === 'number' ? cx.fn.const(value, at) : cx.fn.constantOf('bigint', value, at);
}
