import type { FixReader } from './reader';
import { readString, type Span, type StringToken, type Token, tokenize } from './surface';
import { knownName } from './template';

/**
 * `pattern => template` words. A pattern is source text in which `$0` or `$name` stands for one expression and
 * `$0...` for the rest of a list. Where a name is beside an operator, the expression holds no operator of its own.
 */
export interface Rewriting {
  readonly span: Span;
  readonly pieces: Readonly<Record<string, string>>;
}

interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Matches the whole text of the span. */
export function matchPattern(reader: FixReader, pattern: string, span: Span): Rewriting | undefined {
  const resolved = resolveLibraries(reader, pattern);
  if (resolved === undefined) return undefined;
  const source = read(reader, reader.text, span.start, span.end);
  const pieces: Record<string, string> = {};
  const isMatch = match(reader, read(reader, resolved, 0, resolved.length), 0, source, 0, pieces);
  return isMatch ? { span, pieces } : undefined;
}

/** `@{library#member}` stands for the name it has in this file; a file without it cannot match. */
function resolveLibraries(reader: FixReader, pattern: string): string | undefined {
  let isKnown = true;
  const text = pattern.replace(/@\{([^{}]*)\}/g, (_, reference: string) => {
    const name = knownName(reader, reference);
    isKnown &&= name !== undefined;
    return name ?? '';
  });
  return isKnown ? text : undefined;
}

function read(reader: FixReader, text: string, start: number, end: number): Source {
  const tokens = tokenize(text, reader.surface, start, end);
  return { text, tokens: tokens.filter((token) => token.kind !== 'newline' && token.kind !== 'comment') };
}

function word({ text, tokens }: Source, index: number): string {
  const token = tokens[index];
  return token ? text.slice(token.start, token.end) : '';
}

const NAME = /^\$(\d|[a-z]\w*)$/i;

function match(
  reader: FixReader,
  pattern: Source,
  i: number,
  source: Source,
  j: number,
  pieces: Record<string, string>,
): boolean {
  if (i >= pattern.tokens.length) return j >= source.tokens.length;
  const name = NAME.exec(word(pattern, i));
  if (!name) {
    return (
      j < source.tokens.length &&
      isSame(reader, pattern, i, source, j, pieces) &&
      match(reader, pattern, i + 1, source, j + 1, pieces)
    );
  }
  const isRest = word(pattern, i + 1) === '...';
  const next = i + (isRest ? 2 : 1);
  const isWhole = /^(?:[(,[]|)$/.test(word(pattern, i - 1)) && /^(?:[),\]]|)$/.test(word(pattern, next));
  let depth = 0;
  for (let end = j; end <= source.tokens.length; end++) {
    if (depth === 0 && (end > j || isRest)) {
      const text = end > j ? source.text.slice(source.tokens[j].start, source.tokens[end - 1].end) : '';
      const earlier = pieces[name[1]];
      if (earlier === undefined || earlier === text) {
        pieces[name[1]] = text;
        if (match(reader, pattern, next, source, end, pieces)) return true;
        if (earlier === undefined) delete pieces[name[1]];
      }
    }
    const sign = word(source, end);
    if (/^[([{]$/.test(sign)) depth++;
    else if (/^[)\]}]$/.test(sign)) depth--;
    else if (depth === 0 && sign === ',' && !isRest) return false;
    else if (depth === 0 && !isWhole && !isRest && source.tokens[end]?.kind === 'sign' && !/^\??\.$/.test(sign))
      return false;
    if (depth < 0) return false;
  }
  return false;
}

function isSame(
  reader: FixReader,
  pattern: Source,
  i: number,
  source: Source,
  j: number,
  pieces: Record<string, string>,
): boolean {
  if (pattern.tokens[i].kind !== 'string' || source.tokens[j].kind !== 'string')
    return word(pattern, i) === word(source, j);
  const a = readString(pattern.text, reader.surface, pattern.tokens[i].start);
  const b = readString(source.text, reader.surface, source.tokens[j].start);
  if (!a || !b || a.holes.length !== b.holes.length) return false;
  const [expected, written] = [literals(pattern.text, a), literals(source.text, b)];
  if (expected.some((text, k) => text !== written[k])) return false;
  return a.holes.every((hole, k) =>
    match(
      reader,
      read(reader, pattern.text, hole.innerStart, hole.innerEnd),
      0,
      read(reader, source.text, b.holes[k].innerStart, b.holes[k].innerEnd),
      0,
      pieces,
    ),
  );
}

/** What stands around the holes. */
function literals(text: string, token: StringToken): string[] {
  const list: string[] = [];
  let from = token.contentStart;
  for (const hole of token.holes) {
    list.push(text.slice(from, hole.start));
    from = hole.end;
  }
  return [...list, text.slice(from, token.contentEnd)];
}
