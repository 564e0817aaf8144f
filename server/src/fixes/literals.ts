import type { FixReader } from './reader';
import { type Bracketed, indentAt, lineBreak, readBrackets, type Span } from './surface';

/** Adding to lists, objects and argument lists as they are written: on one line or with a line for each item. */
export function addItems(
  reader: FixReader,
  brackets: Bracketed,
  items: readonly string[],
  index = brackets.items.length,
): void {
  const { text } = reader;
  if (items.length === 0) return;
  if (index < brackets.items.length) {
    const before = brackets.items[index];
    reader.insert(before.start, items.map((item) => item + separator(reader, brackets)).join(''));
    return;
  }
  const inner = text.slice(brackets.start + 1, brackets.end - 1);
  if (brackets.items.length === 0) {
    // `{}` gets room inside of its braces, the others do not.
    const joined = items.join(', ');
    reader.replace(
      { start: brackets.start + 1, end: brackets.end - 1 },
      text[brackets.start] === '{' ? padded(reader, joined) : joined,
    );
    return;
  }
  const isMultiline = inner.includes('\n') && text.slice(brackets.lastEnd, brackets.end).includes('\n');
  const added = items.map((item) => separator(reader, brackets) + item).join('');
  if (isMultiline || !brackets.hasTrailingComma) reader.insert(brackets.lastEnd, added);
  else reader.replace({ start: brackets.lastEnd, end: brackets.end - 1 }, added + (/\s$/.test(inner) ? ' ' : ''));
}

function padded(reader: FixReader, joined: string): string {
  return reader.language.object([{ key: 'k', value: 'v' }], reader.quote).startsWith('{ ') ? ` ${joined} ` : joined;
}

/** What stands between two items: a comma and a space, or a comma, a line end and the items' indent. */
function separator(reader: FixReader, brackets: Bracketed): string {
  const { text } = reader;
  const last = brackets.items[brackets.items.length - 1];
  const before =
    brackets.items.length > 1
      ? text.slice(brackets.items[brackets.items.length - 2].end, last.start)
      : text.slice(brackets.start + 1, last.start);
  return before.includes('\n') ? `,${lineBreak(text)}${indentAt(text, last.start)}` : ', ';
}

/** Takes one item out, with the comma that belongs to it. */
export function removeItem(reader: FixReader, brackets: Bracketed, index: number): void {
  const item = brackets.items[index];
  if (index + 1 < brackets.items.length) reader.remove({ start: item.start, end: brackets.items[index + 1].start });
  else if (index > 0) reader.remove({ start: brackets.items[index - 1].end, end: item.end });
  else reader.remove({ start: brackets.start + 1, end: brackets.end - 1 });
}

/** The brackets of a list literal (`[…]`, `(…)`, `new Object[] {…}`), undefined when the text is none. */
export function listBrackets(reader: FixReader, span: Span): Bracketed | undefined {
  const source = reader.slice(span);
  for (const opening of reader.surface.listOpenings) {
    const match = opening.exec(source);
    const brackets =
      match && match.index === 0
        ? readBrackets(reader.text, reader.surface, span.start + match[0].length - 1)
        : undefined;
    // `(x)` is no tuple.
    if (
      brackets?.end === span.end &&
      (reader.text[brackets.start] !== '(' || brackets.items.length !== 1 || brackets.hasTrailingComma)
    )
      return brackets;
  }
  return undefined;
}

export function objectBrackets(reader: FixReader, span: Span): Bracketed | undefined {
  const [type] = TYPED.exec(reader.slice(span)) ?? [''];
  const open = span.start + type.length;
  const brackets = reader.text[open] === '{' ? readBrackets(reader.text, reader.surface, open) : undefined;
  return brackets?.end === span.end ? brackets : undefined;
}

/** What stands before the braces where a literal names its type. */
const TYPED = /^(?:map\[[\w.]+\]interface\{\}|[\p{L}_][\p{L}\p{N}_.[\]*]*)(?=\{)/u;

export interface EntryText extends Span {
  readonly key: string;
  /** The value's text; the key's own for a short form (`{ id }`). */
  readonly value: Span;
  readonly isShort: boolean;
}

/** An entry of an object literal: its key without quotes and its value. */
export function readEntry(reader: FixReader, item: Span): EntryText | undefined {
  const match = /^(?:([\p{L}_$][\p{L}\p{N}_$]*)|(['"])((?:(?!\2)[^\\\n])*)\2)\s*(:|=>|$)\s*/u.exec(reader.slice(item));
  if (!match || (match[4] === '' && match[1] === undefined)) return undefined;
  const isShort = match[4] === '';
  return {
    ...item,
    key: match[1] ?? match[3],
    value: isShort ? item : { start: item.start + match[0].length, end: item.end },
    isShort,
  };
}

export function findEntry(
  reader: FixReader,
  brackets: Bracketed,
  key: string,
): { readonly entry: EntryText; readonly index: number } | undefined {
  for (let index = 0; index < brackets.items.length; index++) {
    const entry = readEntry(reader, brackets.items[index]);
    if (entry?.key === key) return { entry, index };
  }
  return undefined;
}

/** An entry as the language writes it, with the quotes that the keys around it have. */
export function entryText(reader: FixReader, key: string, value: string): string {
  const object = reader.language.object([{ key, value }], reader.quote);
  return object.replace(/^[^{[(]*[{[(]\s*/, '').replace(/\s*[}\])]$/, '');
}

/** The new value; a text keeps the quotes of the text it replaces. */
export function replaceValue(reader: FixReader, span: Span, text: string): boolean {
  const present = /^(['"])[^'"\\\n]*\1$/.exec(reader.slice(span));
  const written = /^(['"])([^'"\\\n]*)\1$/.exec(text);
  const value = present && written ? present[1] + written[2] + present[1] : text;
  if (value !== reader.slice(span)) reader.replace(span, value);
  return true;
}
