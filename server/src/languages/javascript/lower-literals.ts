import { ConcatKind, type ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';

/** The text a string literal stands for. */
export function stringValue(cx: Lowering, n: number): string {
  const { tree, text } = cx;
  const start = tree.starts[n] + 1;
  // A literal that is still being typed has no closing quote.
  const end = Math.max(
    start,
    text.charCodeAt(tree.ends[n] - 1) === text.charCodeAt(start - 1) ? tree.ends[n] - 1 : tree.ends[n],
  );
  return cooked(text.slice(start, end));
}

/** Replaces escape sequences by what they stand for. */
export function cooked(raw: string): string {
  let slash = raw.indexOf('\\');
  if (slash < 0) return raw;
  let result = '';
  let from = 0;
  while (slash >= 0 && slash + 1 < raw.length) {
    result += raw.slice(from, slash);
    const sign = raw[slash + 1];
    let length = 2;
    switch (sign) {
      case 'n':
        result += '\n';
        break;
      case 't':
        result += '\t';
        break;
      case 'r':
        result += '\r';
        break;
      case 'b':
        result += '\b';
        break;
      case 'f':
        result += '\f';
        break;
      case 'v':
        result += '\v';
        break;
      case '\r':
        length = raw[slash + 2] === '\n' ? 3 : 2;
        break;
      case '\n':
      case '\u2028':
      case '\u2029':
        break;
      case 'x':
        length = 4;
        result += character(raw.slice(slash + 2, slash + 4));
        break;
      case 'u': {
        const close = raw[slash + 2] === '{' ? raw.indexOf('}', slash) : -1;
        const digits = close < 0 ? raw.slice(slash + 2, slash + 6) : raw.slice(slash + 3, close);
        length = close < 0 ? 6 : close + 1 - slash;
        result += character(digits);
        break;
      }
      default:
        if (sign >= '0' && sign <= '7') {
          length = 1;
          while (length < 4 && raw[slash + length] >= '0' && raw[slash + length] <= '7') length++;
          result += String.fromCharCode(Number.parseInt(raw.slice(slash + 1, slash + length), 8));
        } else result += sign;
    }
    from = slash + length;
    slash = raw.indexOf('\\', from);
  }
  return result + raw.slice(from);
}

function character(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** A number, or a bigint's digits as text. */
export function numberValue(source: string): number | string {
  const digits = source.includes('_') ? source.replaceAll('_', '') : source;
  if (digits.endsWith('n')) return digits.slice(0, -1);
  // `0755`: octal in old code, and where file modes come from.
  if (
    digits.length > 1 &&
    digits[0] === '0' &&
    digits[1] >= '0' &&
    digits[1] <= '7' &&
    !digits.includes('8') &&
    !digits.includes('9') &&
    !digits.includes('.')
  ) {
    return Number.parseInt(digits, 8);
  }
  return Number(digits);
}

export function number(cx: Lowering, n: number): ValueId {
  const value = numberValue(cx.source(n));
  return typeof value === 'number' ? cx.fn.const(value, cx.at(n)) : cx.fn.constantOf('bigint', value, cx.at(n));
}

export function string(cx: Lowering, n: number): ValueId {
  return cx.fn.const(stringValue(cx, n), cx.at(n));
}

export function regex(cx: Lowering, n: number): ValueId {
  const pattern = cx.child(n, cx.f.pattern);
  const flags = cx.child(n, cx.f.flags);
  return cx.fn.constantOf(
    'regex',
    pattern < 0 ? '' : cx.source(pattern),
    cx.at(n),
    flags < 0 ? undefined : cx.source(flags),
  );
}

/** A template's parts in order, and among them the values of its substitutions. */
export function templateParts(cx: Lowering, n: number): { parts: ValueId[]; values: ValueId[] } {
  const { tree, text } = cx;
  const parts: ValueId[] = [];
  const values: ValueId[] = [];
  const closed = text.charCodeAt(tree.ends[n] - 1) === 96 && tree.ends[n] - 1 > tree.starts[n];
  // What lies between two substitutions is one literal, whatever nodes the grammar makes of it.
  let from = tree.starts[n] + 1;
  const literal = (to: number): void => {
    if (to > from) parts.push(cx.fn.const(cooked(text.slice(from, to)), { start: from, end: to }));
  };
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== cx.k.template_substitution) continue;
    literal(tree.starts[c]);
    const inner = cx.first(c);
    const value = cx.expression(inner, c);
    parts.push(value);
    values.push(value);
    from = tree.ends[c];
  }
  literal(closed ? tree.ends[n] - 1 : tree.ends[n]);
  return { parts, values };
}

export function templateString(cx: Lowering, n: number): ValueId {
  const plain = plainTemplate(cx, n);
  if (plain !== undefined) return cx.fn.const(plain, cx.at(n));
  return cx.fn.concat(ConcatKind.Template, templateParts(cx, n).parts, cx.at(n));
}

/** The text of a template without substitutions. */
export function plainTemplate(cx: Lowering, n: number): string | undefined {
  return cx.has(n, cx.k.template_substitution) ? undefined : stringValue(cx, n);
}

/** The value of a string literal or a template without substitutions. */
export function literalText(cx: Lowering, n: number): string | undefined {
  if (n < 0) return undefined;
  const kind = cx.kind(n);
  if (kind === cx.k.string) return stringValue(cx, n);
  return kind === cx.k.template_string ? plainTemplate(cx, n) : undefined;
}

const PERCENT = 37;

/**
 * `util.format("…%s…", a, b)`: literal pieces and values in order; values beyond the placeholders follow, as Node does.
 * A piece's span is exact when the literal has no escapes, else it is the whole literal's.
 */
export function formatParts(cx: Lowering, literalNode: number, values: readonly ValueId[]): ValueId[] {
  const { tree } = cx;
  const start = tree.starts[literalNode] + 1;
  const raw = cx.text.slice(start, Math.max(start, tree.ends[literalNode] - 1));
  const exact = !raw.includes('\\');
  const text = exact ? raw : cooked(raw);
  const whole = cx.at(literalNode);
  const parts: ValueId[] = [];
  let next = 0;
  let from = 0;
  const literal = (to: number): void => {
    if (to > from)
      parts.push(
        cx.fn.const(
          text.slice(from, to).replaceAll('%%', '%'),
          exact ? { start: start + from, end: start + to } : whole,
        ),
      );
  };
  for (let i = 0; i + 1 < text.length; i++) {
    if (text.charCodeAt(i) !== PERCENT) continue;
    if (text.charCodeAt(i + 1) !== PERCENT && 'sdifjoOc'.includes(text[i + 1]) && next < values.length) {
      literal(i);
      parts.push(values[next++]);
      from = i + 2;
    }
    i++;
  }
  literal(text.length);
  for (; next < values.length; next++) parts.push(cx.fn.const(' ', whole), values[next]);
  return parts;
}
