import { expressionText, type HolePiece, type Piece, type TextOrigin, textOrigin } from './building';
import { renameCallee } from './callees';
import type { TextPart } from './edits';
import type { Fix } from './fix';
import { type CallText, FixReader } from './reader';
import { removeLines } from './statements';
import type { Statement } from './surface';
import { expand, type Pieces } from './template';
import { sinkValue } from './written';

/** A command given to a shell becomes a program and its arguments. */
export const argumentList: Fix = {
  id: 'argument-list',
  propose(context) {
    const reader = FixReader.open(context);
    const call = reader?.call(reader.instruction);
    const command = reader && call ? sinkValue(reader) : undefined;
    if (!reader || !call || !command) return undefined;
    const origin = textOrigin(reader, command.span, command.value);
    const words = origin && shellWords(reader, origin);
    if (!origin || !words) return undefined;
    const made = origin.inPlace ? [] : statementsOf(reader, origin, call);
    const texts = words.map((word) => wordText(reader, word));
    if (!made || texts.some((text) => text === undefined)) return undefined;
    if (!rewrite(reader, call, texts as string[])) return undefined;
    for (const statement of made) removeLines(reader, statement);
    return reader.propose(
      'Run the program with a list of arguments, without a shell',
      made.length > 0 ? 'review' : 'safe',
    );
  },
};

function rewrite(reader: FixReader, call: CallText, words: readonly string[]): boolean {
  const { language } = reader;
  const [program, ...rest] = words;
  const pieces: Pieces = {
    program,
    arguments: language.list(rest),
    list: language.list(words),
    items: words.join(', '),
  };
  const { run, arguments: list, to } = reader.anchor.words;
  const kept = withoutDropped(reader, call);
  if (run) {
    const text = expand(reader, run, pieces, kept);
    if (text === undefined) return false;
    reader.replace({ start: call.span.start, end: call.list.end }, text);
    return true;
  }
  const text = list ? expand(reader, list, pieces, kept) : undefined;
  if (text === undefined) return false;
  reader.replace({ start: call.list.start + 1, end: call.list.end - 1 }, text);
  return to === undefined || renameCallee(reader, call, to);
}

/** The call as if the keywords to drop had never been written. */
function withoutDropped(reader: FixReader, call: CallText): CallText {
  const dropped = (reader.anchor.words.drop ?? '').split(/\s*,\s*/).filter(Boolean);
  if (dropped.length === 0) return call;
  const items = call.list.items.filter(
    (item) => !dropped.some((name) => new RegExp(`^${name}\\s*=(?!=)`).test(reader.slice(item))),
  );
  return { ...call, list: { ...call.list, items } };
}

/** One word of the command: literal text and values. */
interface ShellWord {
  readonly parts: (Piece | string)[];
}

/** What a shell does with is more than words: variables, patterns, pipes. */
const SHELL = /[|&;<>()$`*?~#!{}[\]\\\n\r]/;
const BUILT_IN =
  /^(?:cd|source|export|set|unset|alias|eval|exec|exit|type|ulimit|umask|wait|read|trap|if|for|while|case|\.|:|dir|copy|del|start|call)$/;

function shellWords(reader: FixReader, origin: TextOrigin): ShellWord[] | undefined {
  const words: ShellWord[] = [];
  let current: ShellWord | undefined;
  let quote = '';
  const add = (part: Piece | string): void => {
    if (!current) {
      current = { parts: [] };
      words.push(current);
    }
    const { parts } = current;
    const last = parts[parts.length - 1];
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  };
  for (const piece of origin.pieces) {
    if (piece.kind === 'hole') {
      if (piece.spec !== '' || (piece.constant !== undefined && !/^[\w./:=@%+,-]+$/.test(piece.constant)))
        return undefined;
      add(piece);
      continue;
    }
    const text = literalText(reader.slice(piece), piece.escapes);
    if (text === undefined) return undefined;
    for (const sign of text) {
      if (quote) {
        if (sign === quote) quote = '';
        else if (quote === '"' && /[$`\\!]/.test(sign)) return undefined;
        else add(sign);
      } else if (sign === '"' || sign === "'") {
        quote = sign;
        add('');
      } else if (SHELL.test(sign)) return undefined;
      else if (sign === ' ' || sign === '\t') current = undefined;
      else add(sign);
    }
  }
  const [program] = words;
  const name = program?.parts.length === 1 ? program.parts[0] : undefined;
  const known = typeof name === 'string' ? name : name?.kind === 'hole' ? name.constant : undefined;
  return quote || !known || known.includes('=') || BUILT_IN.test(known) ? undefined : words;
}

/** What a literal's source says; undefined when it holds escapes other than of quotes. */
function literalText(source: string, escapes: 'printf' | 'brace' | undefined): string | undefined {
  const text = source.replace(/\\(["'`])/g, '$1');
  if (text.includes('\\')) return undefined;
  if (escapes === 'printf') return text.replaceAll('%%', '%');
  return escapes === 'brace' ? text.replaceAll('{{', '{').replaceAll('}}', '}') : text;
}

function wordText(reader: FixReader, { parts }: ShellWord): string | undefined {
  const { language, quote } = reader;
  const [only] = parts;
  if (parts.length === 1)
    return typeof only === 'string' ? language.string(only, quote) : expressionText(reader, only as HolePiece);
  const holes = parts.filter((part): part is HolePiece => typeof part !== 'string');
  const token = holes.find((hole) => hole.token && hole.operand.kind !== 'format')?.token;
  const texts: TextPart[] = parts
    .filter((part) => part !== '')
    .map((part) =>
      typeof part === 'string'
        ? { literal: language.string(part, quote).slice(1, -1) }
        : { expression: token ? expressionText(reader, part as HolePiece) : reader.slice(part) },
    );
  if (holes.length === 1 && texts.length === 1) return expressionText(reader, holes[0]);
  if (!token && holes.some((hole) => hole.operand.kind === 'format')) return undefined;
  const sign = token?.interpolation ? (token.quote.length > 1 ? token.quote[0] : token.quote) : quote;
  return language.concat(texts, { kind: token ? 'template' : 'sum', quote: sign, prefix: token?.prefix ?? '' });
}

/** The statements that built the command, when they do nothing else and the values still are the same later. */
function statementsOf(reader: FixReader, origin: TextOrigin, call: CallText): Statement[] | undefined {
  const statements: Statement[] = [];
  for (const building of origin.buildings) {
    const statement = reader.statement(building.start);
    const isWhole = statement?.isWholeLine && !statement.opensBlock && !statement.inExpression;
    const rest = statement && isWhole ? reader.text.slice(building.end, statement.end) : undefined;
    if (!statement || rest === undefined || !/^[\s);]*$/.test(rest)) return undefined;
    statements.push(statement);
    for (const piece of building.pieces) {
      if (piece.kind !== 'hole') continue;
      for (const [name] of reader.slice(piece.expression).matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu))
        if (reader.isRebound(name, building.start, call.span.start)) return undefined;
    }
  }
  return statements;
}
