import type { At } from '../../ir/builder';
import type { ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';

// ---- numbers and characters ----------------------------------------------------------------------------------------

/** The value of a number as written: `0x1F`, `1_000`, `017`, `0b1`, `0o7`, `0x1p-2`. */
export function numberValue(source: string): number {
  const digits = source.replaceAll('_', '').toLowerCase();
  if (digits.startsWith('0x')) {
    return /[.p]/.test(digits) ? hexFloat(digits) : Number(digits);
  }
  if (/^0[0-7]+$/.test(digits)) return Number.parseInt(digits, 8);
  return Number(digits);
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

/** `2i`: only what can be written as a number is one. */
export function imaginary(cx: Lowering, n: number): ValueId {
  return cx.fn.const(numberValue(cx.source(n).replace(/i$/, '')), cx.at(n));
}

export function rune(cx: Lowering, n: number): ValueId {
  return cx.fn.constantOf('char', cooked(cx.source(n).slice(1, -1)), cx.at(n));
}

// ---- texts ---------------------------------------------------------------------------------------------------------

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

/** Replaces escape sequences by what they stand for. */
export function cooked(raw: string): string {
  let slash = raw.indexOf('\\');
  if (slash < 0) return raw;
  let result = '';
  let from = 0;
  while (slash >= 0 && slash + 1 < raw.length) {
    const { text, length } = escapeAt(raw, slash);
    result += raw.slice(from, slash) + text;
    from = slash + length;
    slash = raw.indexOf('\\', from);
  }
  return result + raw.slice(from);
}

function escapeAt(raw: string, slash: number): { text: string; length: number } {
  const sign = raw[slash + 1];
  const simple = SIMPLE[sign];
  if (simple !== undefined) return { text: simple, length: 2 };
  if (sign >= '0' && sign <= '7') {
    const digits = /^[0-7]{1,3}/.exec(raw.slice(slash + 1, slash + 4))?.[0] ?? '';
    return { text: String.fromCharCode(Number.parseInt(digits, 8)), length: 1 + digits.length };
  }
  const count = sign === 'x' ? 2 : sign === 'u' ? 4 : sign === 'U' ? 8 : 0;
  const hex = raw.slice(slash + 2, slash + 2 + count);
  if (count === 0 || hex.length < count || !/^[0-9a-fA-F]+$/.test(hex)) {
    return { text: raw.slice(slash, slash + 2), length: 2 };
  }
  const code = Number.parseInt(hex, 16);
  return { text: code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd', length: 2 + count };
}

/** Where the content of a literal begins and ends; one that is still being typed has no closing quote. */
export function contentAt(cx: Lowering, n: number): At {
  const { tree, text } = cx;
  const quote = text[tree.starts[n]];
  const start = Math.min(tree.starts[n] + 1, tree.ends[n]);
  const isClosed = tree.ends[n] - 1 >= start && text[tree.ends[n] - 1] === quote;
  return { start, end: isClosed ? tree.ends[n] - 1 : tree.ends[n] };
}

export function isRaw(cx: Lowering, n: number): boolean {
  return cx.kind(n) === cx.k.raw_string_literal;
}

/** The text of a literal, parentheses around it included; undefined for anything else. */
export function literalText(cx: Lowering, n: number): string | undefined {
  n = cx.unwrap(n);
  if (n < 0) return undefined;
  const { k } = cx;
  if (cx.kind(n) !== k.interpreted_string_literal && cx.kind(n) !== k.raw_string_literal) return undefined;
  const { start, end } = contentAt(cx, n);
  const raw = cx.text.slice(start, end);
  return isRaw(cx, n) ? raw.replaceAll('\r', '') : cooked(raw);
}

export function string(cx: Lowering, n: number): ValueId {
  return cx.fn.const(literalText(cx, n) ?? '', cx.at(n));
}
