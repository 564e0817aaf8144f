import type { At } from '../../ir/builder';
import { ConcatKind, type ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';

// ---- numbers and characters ----------------------------------------------------------------------------------------

const SIGN_BIT = 0x7fffffff;
const WIDTH = 0x100000000;

/** The value of a number as written: `0xFFL`, `1_000`, `017`, `1.5f`, `0x1p3`. */
export function numberValue(source: string): number {
  const digits = source.replaceAll('_', '').toLowerCase();
  if (digits.startsWith('0x')) {
    if (digits.includes('p') || digits.includes('.')) return hexFloat(digits);
    return integer(digits, 2, 16);
  }
  if (digits.startsWith('0b')) return integer(digits, 2, 2);
  if (/^0o?[0-7]+l?$/.test(digits)) return integer(digits, digits[1] === 'o' ? 2 : 1, 8);
  return Number(digits.replace(/[lfd]$/, ''));
}

function integer(digits: string, from: number, base: number): number {
  const isLong = digits.endsWith('l');
  const value = Number.parseInt(isLong ? digits.slice(from, -1) : digits.slice(from), base);
  // Such a literal may set the sign: `0xFFFFFFFF` is -1.
  return !isLong && value > SIGN_BIT && value < WIDTH ? value - WIDTH : value;
}

function hexFloat(digits: string): number {
  const [mantissa, exponent = '0'] = digits.slice(2).split('p');
  const [whole, fraction = ''] = mantissa.split('.');
  const value = Number.parseInt(`${whole}${fraction}` || '0', 16) / 16 ** fraction.length;
  return value * 2 ** Number.parseInt(exponent, 10);
}

export function number(cx: Lowering, n: number): ValueId {
  return cx.fn.const(numberValue(cx.source(n)), cx.at(n));
}

export function charValue(cx: Lowering, n: number): string {
  return cooked(cx.source(n).slice(1, -1));
}

export function character(cx: Lowering, n: number): ValueId {
  return cx.fn.constantOf('char', charValue(cx, n), cx.at(n));
}

// ---- texts ---------------------------------------------------------------------------------------------------------

/** Replaces escape sequences by what they stand for. */
export function cooked(raw: string): string {
  let slash = raw.indexOf('\\');
  if (slash < 0) return raw;
  let result = '';
  let from = 0;
  while (slash >= 0 && slash + 1 < raw.length) {
    result += raw.slice(from, slash);
    const { text, length } = escapeSequence(raw, slash);
    result += text;
    from = slash + length;
    slash = raw.indexOf('\\', from);
  }
  return result + raw.slice(from);
}

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', s: ' ', '\n': '' };

function escapeSequence(raw: string, slash: number): { text: string; length: number } {
  const sign = raw[slash + 1];
  const simple = SIMPLE[sign];
  if (simple !== undefined) return { text: simple, length: 2 };
  if (sign === '\r') return { text: '', length: raw[slash + 2] === '\n' ? 3 : 2 };
  if (sign === 'u') {
    let digits = slash + 2;
    while (raw[digits] === 'u') digits++;
    const code = Number.parseInt(raw.slice(digits, digits + 4), 16);
    return { text: code >= 0 ? String.fromCharCode(code) : '', length: digits + 4 - slash };
  }
  if (sign >= '0' && sign <= '7') {
    const most = sign <= '3' ? 4 : 3;
    let length = 2;
    while (length < most && raw[slash + length] >= '0' && raw[slash + length] <= '7') length++;
    return { text: String.fromCharCode(Number.parseInt(raw.slice(slash + 1, slash + length), 8)), length };
  }
  return { text: sign, length: 2 };
}

/** Where the content of a literal begins and ends; one that is still being typed has no closing quotes. */
function content(cx: Lowering, n: number): { start: number; end: number; isBlock: boolean } {
  const { tree, text } = cx;
  const isBlock = text.startsWith('"""', tree.starts[n]);
  const quotes = isBlock ? 3 : 1;
  const start = Math.min(tree.starts[n] + quotes, tree.ends[n]);
  const isClosed = tree.ends[n] - quotes >= start && text[tree.ends[n] - 1] === '"';
  return { start, end: isClosed ? tree.ends[n] - quotes : tree.ends[n], isBlock };
}

/** The text a literal stands for. */
export function stringValue(cx: Lowering, n: number): string {
  const { start, end, isBlock } = content(cx, n);
  const raw = cx.text.slice(start, end);
  return cooked(isBlock ? stripped(raw) : raw);
}

/** A text block loses its first line's break, the indentation that all lines share, and spaces at line ends. */
function stripped(raw: string): string {
  const lines = raw.replaceAll('\r\n', '\n').split('\n');
  if (lines.length > 1 && lines[0].trim() === '') lines.shift();
  const last = lines[lines.length - 1];
  let indent = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (line.trim() !== '' || line === last) indent = Math.min(indent, line.length - line.trimStart().length);
  }
  return lines.map((line) => line.slice(Math.min(indent, line.length)).trimEnd()).join('\n');
}

/** The value of a literal without values in it. */
export function literalText(cx: Lowering, n: number): string | undefined {
  n = cx.unwrap(n);
  if (n < 0 || cx.kind(n) !== cx.k.string_literal || cx.has(n, cx.k.string_interpolation)) return undefined;
  return stringValue(cx, n);
}

export function string(cx: Lowering, n: number): ValueId {
  if (cx.has(n, cx.k.string_interpolation))
    return cx.fn.concat(ConcatKind.Template, interpolationParts(cx, n), cx.at(n));
  return cx.fn.const(stringValue(cx, n), cx.at(n));
}

/** The pieces and values of a template in order. */
export function interpolationParts(cx: Lowering, n: number): ValueId[] {
  const { tree, text } = cx;
  const { start, end } = content(cx, n);
  const parts: ValueId[] = [];
  let from = start;
  const literal = (to: number): void => {
    if (to > from) parts.push(cx.fn.const(cooked(text.slice(from, to)), { start: from, end: to }));
  };
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== cx.k.string_interpolation) continue;
    literal(tree.starts[c]);
    parts.push(cx.expression(cx.first(c), c));
    from = tree.ends[c];
  }
  literal(end);
  return parts;
}

// ---- formats -------------------------------------------------------------------------------------------------------

const PLACEHOLDER = /%(?:(\d+)\$|(<))?([-#+ 0,(]*)(\d+)?(?:\.\d+)?([tT]?[a-zA-Z%])/g;

/**
 * `String.format("…%s…", a, b)`: literal pieces and values in order. A piece's span is exact when the literal has no
 * escapes and no layout of its own, else it is the whole literal's.
 */
export function formatParts(cx: Lowering, literalNode: number, values: readonly ValueId[]): ValueId[] {
  const { start, end, isBlock } = content(cx, literalNode);
  const raw = cx.text.slice(start, end);
  const exact = !isBlock && !raw.includes('\\');
  const text = exact ? raw : stringValue(cx, literalNode);
  const whole = cx.at(literalNode);
  const parts: ValueId[] = [];
  let pending = '';
  let pendingFrom = 0;
  const literal = (to: number): void => {
    if (pending !== '') {
      const at: At = exact ? { start: start + pendingFrom, end: start + to } : whole;
      parts.push(cx.fn.const(pending, at));
    }
    pending = '';
  };
  let from = 0;
  let next = 0;
  let previous = -1;
  for (const match of text.matchAll(PLACEHOLDER)) {
    pending += text.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[5] === '%') pending += '%';
    else if (match[5] === 'n') pending += '\n';
    else {
      const index = match[2] ? previous : match[1] === undefined ? next++ : Number(match[1]) - 1;
      previous = index;
      if (index < 0 || index >= values.length) {
        pending += match[0];
        continue;
      }
      literal(match.index);
      parts.push(values[index]);
      pendingFrom = from;
    }
  }
  pending += text.slice(from);
  literal(text.length);
  return parts;
}
