import type { At } from '../../ir/builder';
import { ConcatKind, type ValueId } from '../../ir/ir';
import type { PlacedEntry } from './lower-calls';
import type { Lowering } from './lower-context';
import { contentAt, isRaw, literalText } from './lower-literals';

/**
 * `fmt.Sprintf` with a literal format is a Format concatenation: the text between the verbs, each piece with its own
 * span, and the values in the order in which they are written. What a numeric verb writes is a number, whatever it is
 * given; `%q` writes a quoted text.
 */
const VERB = /%([-+# 0]*)(\[\d+\])?(\*|\d+)?(?:\.(\[\d+\])?(\*|\d+)?)?(\[\d+\])?([a-zA-Z%])/g;
const NUMERIC = new Set('bcdoOUeEfFgGxXtp');

export function formatCall(cx: Lowering, format: number, values: readonly PlacedEntry[], at: At): ValueId {
  return cx.fn.concat(ConcatKind.Format, formatParts(cx, format, values), at);
}

function formatParts(cx: Lowering, literalNode: number, values: readonly PlacedEntry[]): ValueId[] {
  const { fn } = cx;
  const literal = cx.unwrap(literalNode);
  const { start, end } = contentAt(cx, literal);
  const raw = cx.text.slice(start, end);
  const isExact = isRaw(cx, literal) ? !raw.includes('\r') : !raw.includes('\\');
  const text = isExact ? raw : (literalText(cx, literal) ?? '');
  const whole = cx.at(literal);
  const parts: ValueId[] = [];
  let pending = '';
  let pendingFrom = 0;
  const flush = (to: number): void => {
    if (pending !== '')
      parts.push(fn.const(pending, isExact ? { start: start + pendingFrom, end: start + to } : whole));
    pending = '';
  };
  let from = 0;
  let next = 0;
  for (const match of text.matchAll(VERB)) {
    pending += text.slice(from, match.index);
    from = match.index + match[0].length;
    const verb = match[7];
    if (verb === '%') {
      pending += '%';
      continue;
    }
    // A width or precision may be an argument, too.
    next = position(match[2], next);
    if (match[3] === '*') next++;
    next = position(match[4], next);
    if (match[5] === '*') next++;
    next = position(match[6], next);
    const entry = values[next];
    if (entry === undefined) {
      pending += match[0];
      continue;
    }
    flush(match.index);
    pendingFrom = from;
    // Of a list that is spread, nobody knows how many there are: each of its values may be meant.
    if (entry.spread) parts.push(fn.iter(entry.value, entry.at));
    else {
      parts.push(written(cx, entry, verb));
      next++;
    }
  }
  pending += text.slice(from);
  flush(text.length);
  return parts;
}

/** An explicit index counts from 1. */
function position(index: string | undefined, next: number): number {
  return index === undefined ? next : Math.max(0, Number(index.slice(1, -1)) - 1);
}

function written(cx: Lowering, { value, at }: PlacedEntry, verb: string): ValueId {
  const { fn } = cx;
  if (NUMERIC.has(verb)) return fn.call(fn.global('int', at), [{ value }], at);
  if (verb === 'q') return fn.call(fn.field(fn.import('strconv', undefined, at), 'Quote', at), [{ value }], at);
  return value;
}
