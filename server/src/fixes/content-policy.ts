import { parsePolicy } from '../base/content-policy';
import type { Fix } from './fix';
import { listBrackets, removeItem } from './literals';
import { FixReader } from './reader';
import { type Span, unwrapped } from './surface';

/** Directives that are appended, with the narrowest value that pages of one's own live with. */
const APPENDED: Readonly<Record<string, string>> = {
  'object-src': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'self'",
  'form-action': "'self'",
};

/** What a variant of the finding says is too much in a list of sources. */
const LEFT_OUT: Readonly<Record<string, RegExp>> = {
  inline: /^'unsafe-inline'$/i,
  'from-text': /^'unsafe-eval'$/i,
  anywhere: /^(?:\*|https?:|data:|https?:\/\/\*|blob:\*)$/i,
};

/**
 * A content security policy, or one of its lists of sources, where it is written as a literal: what is missing is
 * appended, what is too much is left out. Never so much that a directive has no source left.
 */
export const contentPolicy: Fix = {
  id: 'content-policy',
  propose(context) {
    const reader = FixReader.open(context);
    if (!reader) return undefined;
    const { start, end, variant } = context.finding;
    const span = unwrapped(reader.text, reader.surface, { start, end });
    if (variant === 'incomplete')
      return append(reader, span) ? reader.propose('Complete the policy', 'review') : undefined;
    const pattern = LEFT_OUT[variant ?? ''];
    if (!pattern) return undefined;
    const isDone = leaveOutOfList(reader, span, pattern) || leaveOutOfText(reader, span, pattern);
    return isDone ? reader.propose('Leave it out of the policy', 'review') : undefined;
  },
};

/** One literal on one line, without anything put into it: its quote, and where its text stands. */
function literalAt(reader: FixReader, span: Span): { readonly quote: string; readonly inner: Span } | undefined {
  const match = /^(["'`])(.*)\1$/.exec(reader.slice(span));
  if (!match || match[2].includes('${') || match[2].replace(/\\./g, '').includes(match[1])) return undefined;
  return { quote: match[1], inner: { start: span.start + 1, end: span.end - 1 } };
}

const plain = (text: string): string => text.replace(/\\(['"])/g, '$1');

function append(reader: FixReader, span: Span): boolean {
  const literal = literalAt(reader, span);
  if (!literal) return false;
  const text = reader.slice(literal.inner);
  const policy = parsePolicy(plain(text));
  const missing = Object.entries(APPENDED).filter(
    ([name]) => !policy.has(name) && !(name === 'object-src' && policy.has('default-src')),
  );
  const addition = missing.map(([name, sources]) => `${name} ${sources}`).join('; ');
  const glue = /;\s*$/.test(text) ? ' ' : '; ';
  reader.insert(literal.inner.end, glue + addition.replaceAll(literal.quote, `\\${literal.quote}`));
  return missing.length > 0;
}

function leaveOutOfList(reader: FixReader, span: Span, pattern: RegExp): boolean {
  const brackets = listBrackets(reader, span);
  if (!brackets || brackets.items.length < 2) return false;
  const index = brackets.items.findIndex((item) => {
    const literal = literalAt(reader, item);
    return literal !== undefined && pattern.test(plain(reader.slice(literal.inner)));
  });
  if (index < 0) return false;
  removeItem(reader, brackets, index);
  return true;
}

/** Out of the directive that is about scripts, and out of a list that is written as one text. */
function leaveOutOfText(reader: FixReader, span: Span, pattern: RegExp): boolean {
  const literal = literalAt(reader, span);
  if (!literal) return false;
  const text = reader.slice(literal.inner);
  const isPolicy = /(?:^|;)\s*(?:default|script|object)-src/i.test(text);
  // A directive begins with its name.
  const names = isPolicy ? 1 : 0;
  let offset = literal.inner.start;
  for (const part of text.split(';')) {
    const words = [...part.matchAll(/\S+/g)];
    const found = words.findIndex((word, n) => n >= names && pattern.test(plain(word[0])));
    const isMeant = !isPolicy || /^\s*(?:default|script|object)-src/i.test(part);
    if (isMeant && found >= 0 && words.length - names > 1) {
      const endOf = (n: number): number => offset + words[n].index + words[n][0].length;
      if (found > 0) reader.remove({ start: endOf(found - 1), end: endOf(found) });
      else reader.remove({ start: offset + words[0].index, end: offset + words[1].index });
    }
    offset += part.length + 1;
  }
  return reader.edits.length > 0;
}
