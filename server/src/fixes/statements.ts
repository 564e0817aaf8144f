import type { FixReader } from './reader';
import { lineBreak, lineEnd, lineStart, type Statement } from './surface';

/** Adding and removing whole statements, each on lines of its own with the indent of what is around it. */

/** Puts lines before the statement that holds the place; false where that would change when they run. */
export function insertBefore(reader: FixReader, offset: number, lines: readonly string[]): boolean {
  const statement = reader.statement(offset);
  if (!statement || statement.inExpression || !startsLine(reader, statement) || isMember(reader, offset)) return false;
  // What is in a loop's head is evaluated again and again, a branch without braces only sometimes.
  const head = /^(?:(if|while|for|else|elif|do|case|default|except|catch|finally)\b|@)/.exec(reader.slice(statement));
  if (head && (head[1] !== 'if' || !statement.opensBlock)) return false;
  const eol = lineBreak(reader.text);
  reader.insert(statement.start, lines.map((line) => line + eol + statement.indent).join(''));
  return true;
}

/** Puts lines after the statement that holds the place. */
export function insertAfter(reader: FixReader, offset: number, lines: readonly string[]): boolean {
  const statement = reader.statement(offset);
  if (
    !statement ||
    statement.inExpression ||
    !statement.isWholeLine ||
    statement.opensBlock ||
    isMember(reader, offset)
  )
    return false;
  if (/^(?:return|throw|raise|if|while|for|else|do|case)\b/.test(reader.slice(statement))) return false;
  const eol = lineBreak(reader.text);
  const at = lineEnd(reader.text, statement.end);
  reader.insert(at, lines.map((line) => eol + statement.indent + line).join(''));
  return true;
}

/** In the body of a class and of no function inside of it there are no statements. */
function isMember(reader: FixReader, offset: number): boolean {
  const { classes, functions } = reader.context.module;
  const isAround = (part: { readonly start: number; readonly end: number }): boolean =>
    part.start <= offset && part.end > offset;
  const inner = Math.max(-1, ...classes.filter(isAround).map((part) => part.start));
  return inner >= 0 && !functions.slice(1).some((fn) => fn.kind !== 'initializer' && isAround(fn) && fn.start > inner);
}

function startsLine(reader: FixReader, statement: Statement): boolean {
  return reader.text.slice(lineStart(reader.text, statement.start), statement.start).trim() === '';
}

/** A statement with the terminator that the file writes. */
export function terminated(reader: FixReader, statement: string): string {
  const { language, context } = reader;
  return statement + (context.imports.semicolons ? language.terminator : '');
}

/** The lines of a template of several, with the indent that the file has for an inner block. */
export function templateLines(reader: FixReader, template: string): string[] {
  const unit = indentUnit(reader.text);
  return template.split('\n').map((line) => {
    const indent = /^ */.exec(line)![0].length;
    return unit.repeat(Math.floor(indent / 4)) + line.slice(indent - (indent % 4));
  });
}

/** One step of indentation as the file has it; four spaces when nothing is indented. */
function indentUnit(text: string): string {
  const match = /[{:(]\r?\n([ \t]+)\S/.exec(text);
  if (!match) return '    ';
  return match[1].includes('\t') ? '\t' : match[1].length % 4 === 0 ? '    ' : match[1].slice(0, 2);
}

export function innerIndent(text: string, statement: Statement): string {
  const next = /^[^\n]*\n([ \t]+)/.exec(text.slice(statement.end));
  return next && next[1].length > statement.indent.length
    ? next[1]
    : `${statement.indent}${statement.indent.includes('\t') ? '\t' : '    '}`;
}

export function removeLines(reader: FixReader, statement: Statement): void {
  const end = lineEnd(reader.text, statement.end);
  const next = reader.text.indexOf('\n', end);
  reader.remove({ start: lineStart(reader.text, statement.start), end: next < 0 ? reader.text.length : next + 1 });
}

/** A name that nothing in the file has. */
export function freshName(reader: FixReader, wanted: string): string {
  for (let i = 1; ; i++) {
    const name = i === 1 ? wanted : wanted + i;
    if (!new RegExp(`\\b${name}\\b`).test(reader.text)) return name;
  }
}

/** The name that the statement around a creation gives the thing: `app` of `const app = express()`. */
export function boundName(reader: FixReader, value: number): string | undefined {
  const name = reader.names(value)[0]?.name;
  if (name) return name;
  const { start } = reader.span(value);
  const statement = reader.statement(start);
  const target =
    statement &&
    /^((?:[\p{L}_$][\p{L}\p{N}_$]*\.)+[\p{L}_$][\p{L}\p{N}_$]*)\s*=\s*$/u.exec(
      reader.text.slice(statement.start, start),
    );
  return target ? target[1] : undefined;
}
