import { Op, type ValueId } from '../ir/ir';
import { applyEdits } from './apply';
import { addValues, type Binding, type BoundText, editText, fillMethod } from './bind-parameters';
import type { CallText, FixReader } from './reader';
import { freshName, innerIndent, removeLines } from './statements';
import { lineBreak, lineStart, type Span, type Statement } from './surface';
import { expand } from './template';

/**
 * Values for drivers that take the text first and the values later. Three forms: a statement made without text that
 * becomes one made with it, a call that prepares and is followed by setters, and a call whose result is run with values.
 */
export function prepareStatement(
  reader: FixReader,
  call: CallText,
  argument: { readonly index: number; readonly span: Span },
  bound: BoundText,
  bind: Binding,
): boolean | 'with-text' {
  const create = reader.word('create');
  const prepare = reader.word('prepare');
  const set = reader.word('set');
  const receiver = receiverOf(reader, call.value);
  const creation = receiver >= 0 ? reader.call(receiver) : undefined;
  if (create && prepare && set && creation && reader.slice(reader.method(creation)) === create) {
    return fromCreation(reader, call, creation, { prepare, set }, argument, bound, bind) ? 'with-text' : false;
  }
  if (set) return setAfter(reader, call, set, bound);
  return runWith(reader, call, bound);
}

function receiverOf(reader: FixReader, call: ValueId): ValueId {
  const callee = reader.fn.a[call];
  return reader.op(callee) === Op.Field ? reader.origin(reader.fn.a[callee]) : -1;
}

/** The calls of a method on the value. */
function methodCalls(reader: FixReader, value: ValueId): ValueId[] {
  const fields = reader.uses(value).filter((use) => reader.op(use) === Op.Field);
  return fields.flatMap((field) =>
    reader.uses(field).filter((use) => reader.isCall(use) && reader.fn.a[use] === field),
  );
}

/** `db.prepare('…').get(v)`: the values go to the one call on the result. */
function runWith(reader: FixReader, call: CallText, bound: BoundText): boolean {
  const runs = methodCalls(reader, call.value);
  const run = runs.length === 1 ? reader.call(runs[0]) : undefined;
  if (!run || (run.list.items.length > 0 && !bound.hadPlaceholders)) return false;
  addValues(reader, run.list, bound.values, 0);
  return true;
}

/** Setters after the statement that prepares. */
function setAfter(reader: FixReader, call: CallText, set: string, bound: BoundText): boolean {
  // Setters that are there count from one: only what comes after them leaves their numbers as they are.
  const present = bound.values[0].site.placeholdersBefore;
  const isLast = bound.values.every((value) => value.index >= present) && (!bound.hadPlaceholders || isAfterAll(bound));
  const name = reader.names(call.value)[0]?.name;
  const statement = reader.statement(call.span.start);
  if (!isLast || !name || !statement || statement.inExpression) return false;
  const lines = setters(reader, name, set, bound);
  if (!lines) return false;
  const { text } = reader;
  const eol = lineBreak(text);
  if (!statement.opensBlock) {
    if (!statement.isWholeLine) return false;
    reader.insert(statement.end, lines.map((line) => eol + statement.indent + line).join(''));
    return true;
  }
  // A resource: the setters come first in the block, when nothing after it in the list uses it.
  const rest = text.slice(call.list.end, statement.end);
  if (!/^\s*;?\s*\)\s*$/.test(rest) || text[statement.end] !== '{') return false;
  const indent = innerIndent(text, statement);
  reader.insert(statement.end + 1, lines.map((line) => eol + indent + line).join(''));
  return true;
}

function isAfterAll(bound: BoundText): boolean {
  return bound.values.every((value) => value.site.placeholdersBefore === bound.values[0].site.placeholdersBefore);
}

function setters(reader: FixReader, name: string, set: string, bound: BoundText): string[] | undefined {
  const lines = bound.values.map((value) => fillMethod(reader, `${name}.${set}${reader.language.terminator}`, value));
  return lines.every((line) => line !== undefined) ? (lines as string[]) : undefined;
}

interface Words {
  readonly prepare: string;
  readonly set: string;
}

function fromCreation(
  reader: FixReader,
  call: CallText,
  creation: CallText,
  words: Words,
  argument: { readonly index: number; readonly span: Span },
  bound: BoundText,
  bind: Binding,
): boolean {
  const run = reader.statement(call.span.start);
  if (!run || run.inExpression || argument.index !== 0 || bound.hadPlaceholders) return false;
  if (run.opensBlock && !/^(?:try|if|switch|return|synchronized)\b/.test(reader.slice(run))) return false;
  const before = /^\s*$/.test(reader.text.slice(lineStart(reader.text, run.start), run.start));
  if (!before || isRunElsewhere(reader, creation.value, call)) return false;
  const eol = lineBreak(reader.text) + run.indent;
  const rest = call.list.items.slice(1).map((item) => reader.slice(item));
  const isChained = creation.span.start >= call.span.start && creation.span.end <= call.span.end;
  const type = reader.word('statement');
  if (!type) return false;
  const name = isChained ? freshName(reader, 'statement') : reader.names(creation.value)[0]?.name;
  if (!name) return false;
  const lines = setters(reader, name, words.set, bound);
  if (!lines) return false;
  const connection = reader.receiver(creation);
  if (!connection) return false;

  /** The call that prepares, with the text as given. */
  const prepared = (text: string): string => {
    const options = creation.list.items.map((item) => reader.slice(item));
    return `${reader.slice(connection)}.${words.prepare}(${[text, ...rest, ...options].join(', ')})`;
  };
  const declare = (text: string): string | undefined => {
    const declared = expand(reader, `@{${type}} `, {});
    return declared === undefined ? undefined : `${declared}${name} = ${prepared(text)}${reader.language.terminator}`;
  };
  const runText = `${name}.${reader.slice(reader.method(call))}()`;

  if (isChained) {
    const text = bound.origin.inPlace
      ? editedArgument(reader, argument.span, bound, bind)
      : editText(reader, bound, bind.style)
        ? reader.slice(argument.span)
        : undefined;
    const declaration = text === undefined ? undefined : declare(text);
    if (!declaration) return false;
    reader.insert(run.start, [declaration, ...lines].map((line) => line + eol).join(''));
    reader.replace({ start: call.span.start, end: call.list.end }, runText);
    return true;
  }
  if (creation.span.end > run.start) return false;
  reader.replace({ start: call.list.start, end: call.list.end }, '()');
  const buildings = bound.origin.buildings;
  const isBuiltBefore = !bound.origin.inPlace && buildings.every((building) => building.end <= creation.span.start);
  const made = reader.statement(creation.span.start);
  const isSimple =
    made &&
    !made.opensBlock &&
    !made.inExpression &&
    made.isWholeLine &&
    made.indent === run.indent &&
    isDeclaration(reader, made, name);
  if (isBuiltBefore || (bound.origin.inPlace && bound.isComplete)) {
    const text = isBuiltBefore ? reader.slice(argument.span) : editedArgument(reader, argument.span, bound, bind);
    if (text === undefined || (isBuiltBefore && !editText(reader, bound, bind.style))) return false;
    if (!retype(reader, name, creation.span.start, type)) return false;
    reader.replace({ start: creation.span.start, end: creation.list.end }, prepared(text));
    reader.insert(run.start, lines.map((line) => line + eol).join(''));
    return true;
  }
  if (isSimple) {
    // The text is made after the statement: the statement is made where the text is known.
    const text = bound.origin.inPlace
      ? editedArgument(reader, argument.span, bound, bind)
      : reader.slice(argument.span);
    if (text === undefined || (!bound.origin.inPlace && !editText(reader, bound, bind.style))) return false;
    const declaration = declare(text);
    if (!declaration) return false;
    removeLines(reader, made);
    reader.insert(run.start, [declaration, ...lines].map((line) => line + eol).join(''));
    return true;
  }
  // A resource: the text, now a constant, moves to where the statement is made.
  const statement = buildings.length === 1 && bound.isComplete ? reader.statement(buildings[0].start) : undefined;
  if (!statement?.isWholeLine || statement.opensBlock) return false;
  const text = editedArgument(reader, buildings[0], bound, bind);
  if (text === undefined || !retype(reader, name, creation.span.start, type)) return false;
  reader.replace({ start: creation.span.start, end: creation.list.end }, prepared(text));
  removeLines(reader, statement);
  reader.insert(run.start, lines.map((line) => line + eol).join(''));
  return true;
}

/** Whether the same statement runs another text too. */
function isRunElsewhere(reader: FixReader, made: ValueId, sink: CallText): boolean {
  const method = reader.slice(reader.method(sink));
  return methodCalls(reader, made).some((value) => {
    if (value === sink.value) return false;
    const name = reader.name(reader.fn.b[reader.fn.a[value]]);
    const first = reader.entries(value)[0];
    if (!first) return false;
    const origin = reader.origin(first.value);
    return name === method || reader.op(origin) === Op.Concat || typeof reader.constant(origin) === 'string';
  });
}

function isDeclaration(reader: FixReader, statement: Statement, name: string): boolean {
  return new RegExp(`^(?:final\\s+)?[\\w.<>]+\\s+${name}\\s*=`).test(reader.slice(statement));
}

/** The argument's text as it is after the edit; the edits themselves are taken back, because the text moves. */
function editedArgument(reader: FixReader, span: Span, bound: BoundText, bind: Binding): string | undefined {
  const mark = reader.edits.length;
  if (!editText(reader, bound, bind.style)) return undefined;
  const edits = reader.edits
    .splice(mark)
    .map((edit) => ({ ...edit, start: edit.start - span.start, end: edit.end - span.start }));
  return applyEdits(reader.slice(span), edits);
}

/** Gives the variable the type of prepared statements where it is declared. */
function retype(reader: FixReader, name: string, until: number, type: string): boolean {
  const from = reader.fn.start;
  const pattern = new RegExp(`((?:[A-Za-z_]\\w*\\.)*[A-Z]\\w*|var|val)\\s+${name}\\s*(?=[=;:)])`, 'g');
  let last: RegExpExecArray | undefined;
  const source = reader.text.slice(from, until);
  for (const match of source.matchAll(pattern)) last = match as RegExpExecArray;
  if (!last) return false;
  if (last[1] === 'var' || last[1] === 'val') return true;
  const start = from + last.index;
  const text = last[1].includes('.') ? type : expand(reader, `@{${type}}`, {});
  if (text === undefined) return false;
  reader.replace({ start, end: start + last[1].length }, text);
  return true;
}
