import type { Fix } from './fix';
import { FixReader } from './reader';
import { removeLines } from './statements';
import { lineEnd, lineStart, readBrackets, type Span, tokenize } from './surface';

/**
 * A call that switches a protection off is taken out: the annotation on its line, or the calls of a chain from the one
 * that the word names to the finding (`.csrf(c -> c.disable())`, `.csrf().disable()`).
 */
export const removeCall: Fix = {
  id: 'remove-call',
  propose(context) {
    const reader = FixReader.open(context);
    const name = reader?.anchor.words.remove;
    if (!reader || name === undefined) return undefined;
    const { finding } = context;
    const isRemoved = removeAnnotation(reader, finding) || removeLink(reader, name, finding);
    return isRemoved ? reader.propose('Remove what switches it off', 'safe') : undefined;
  },
};

function removeAnnotation(reader: FixReader, { start, end }: Span): boolean {
  const line = { start: lineStart(reader.text, start), end: lineEnd(reader.text, end) };
  const isAlone =
    /^\s*@?$/.test(reader.text.slice(line.start, start)) && reader.text.slice(end, line.end).trim() === '';
  if (!isAlone || !reader.slice(line).trimStart().startsWith('@')) return false;
  reader.remove({ start: line.start, end: Math.min(reader.text.length, line.end + 1) });
  return true;
}

interface Link extends Span {
  readonly name: string;
  /** Where its arguments begin. */
  readonly open: number;
}

function removeLink(reader: FixReader, name: string, finding: Span): boolean {
  const statement = reader.statement(finding.start);
  if (!statement) return false;
  const links = linksBefore(reader, statement.start, finding);
  for (let at = links.findLastIndex((link) => link.name === name); at >= 0; at--) {
    const link = links[at];
    const brackets = readBrackets(reader.text, reader.surface, link.open);
    if (!brackets) return false;
    const span = {
      start: link.start,
      end: isIn(finding, brackets) ? brackets.end : Math.max(brackets.end, finding.end),
    };
    const rest = reader.text.slice(statement.start, span.start) + reader.text.slice(span.end, statement.end);
    // Nothing is left to do: the statement goes, too.
    if (/^[\p{L}_$][\p{L}\p{N}_$]*;?$/u.test(rest.trim())) {
      removeLines(reader, statement);
      return true;
    }
    // A function is left that does nothing with what it is given: what it is given to goes, too.
    const isEmptied = /(?:->|=>)\s*[\p{L}_$][\p{L}\p{N}_$]*$/u.test(reader.text.slice(statement.start, span.start));
    if (isEmptied && /^\s*[),]/.test(reader.text.slice(span.end))) continue;
    reader.remove(span);
    return true;
  }
  return false;
}

function isIn(inner: Span, outer: Span | undefined): boolean {
  return outer !== undefined && inner.start > outer.start && inner.end < outer.end;
}

/** The calls of chains, `.name(…)` with the white space before, that begin before a place or around it. */
function linksBefore(reader: FixReader, from: number, { end }: Span): Link[] {
  const tokens = tokenize(reader.text, reader.surface, from, end).filter(({ kind }) => kind !== 'newline');
  const links: Link[] = [];
  for (let i = 2; i + 1 < tokens.length; i++) {
    if (reader.text[tokens[i + 1].start] !== '(' || tokens[i].kind !== 'word') continue;
    if (reader.slice(tokens[i - 1]) !== '.') continue;
    const { end: before } = tokens[i - 2];
    links.push({ start: before, end: tokens[i].end, name: reader.slice(tokens[i]), open: tokens[i + 1].start });
  }
  return links;
}
