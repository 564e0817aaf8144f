import type { ValueId } from '../ir/ir';
import { Op } from '../ir/ir';
import { type Building, expressionText, readConcat, textOrigin } from './building';
import type { TextPart } from './edits';
import type { Fix, FixProposal } from './fix';
import { type CallText, FixReader } from './reader';
import { freshName, insertBefore, removeLines, templateLines } from './statements';
import { lineBreak, type Span, type Statement, splitOperands, unwrapped } from './surface';
import { expand } from './template';
import { sinkValue, type Written } from './written';

/** A path made of a folder and a name from outside stays inside of the folder. */
export const confinePath: Fix = {
  id: 'confine-path',
  propose(context) {
    const reader = FixReader.open(context);
    const call = reader?.call(reader.instruction);
    const written = reader && call ? sinkValue(reader) : undefined;
    if (!reader || !call || !written) return undefined;
    const taint = taintOf(reader, written.value);
    const joined = joinedBy(reader, call.value, taint);
    // The sink itself may be what joins (`new File(folder, name)`).
    if (joined) return guard(reader, joined, { start: call.span.start, end: call.list.end });
    const definition = definitionOf(reader, written);
    const path = definition ? split(reader, definition.made, taint) : split(reader, written, taint);
    if (!path) return undefined;
    const { confine } = reader.anchor.words;
    if (confine) return confined(reader, call, confine, path, definition);
    if (definition && reader.word('guarded') === undefined) return guardDefinition(reader, path, definition);
    return guard(reader, path, written.span);
  },
};

interface SplitPath {
  readonly root: string;
  readonly file: string;
  /** How the checked path is used in the place of the whole, with `$path`. */
  readonly used: string | undefined;
}

interface Definition {
  readonly name: string;
  readonly made: Written;
  readonly statement: Statement;
}

const TITLE = 'Keep the path inside of its folder';

function confined(
  reader: FixReader,
  call: CallText,
  template: string,
  path: SplitPath,
  definition: Definition | undefined,
): FixProposal | undefined {
  if (call.list.items.length > 1 && !/\$\d\.\.\./.test(template)) return undefined;
  const text = expand(reader, template, { root: path.root, file: path.file }, call);
  if (text === undefined) return undefined;
  reader.replace({ start: call.span.start, end: call.list.end }, text);
  if (definition && reader.uses(definition.made.value).length === 1) removeLines(reader, definition.statement);
  return reader.propose(TITLE, 'safe');
}

/** A check before the statement, and the checked path instead of what was there. */
function guard(reader: FixReader, path: SplitPath, span: Span): FixProposal | undefined {
  const name = freshName(reader, reader.word('path-name') ?? 'path');
  const lines = guardLines(reader, path, name);
  const used = expand(reader, path.used ?? reader.word('guarded') ?? '$path', { path: name });
  if (!lines || used === undefined || !insertBefore(reader, span.start, lines)) return undefined;
  reader.replace(span, used);
  return reader.propose(TITLE, 'safe');
}

/** The variable gets its value by the check. */
function guardDefinition(reader: FixReader, path: SplitPath, { name, statement }: Definition): FixProposal | undefined {
  const lines = guardLines(reader, path, name);
  if (!lines) return undefined;
  reader.replace(statement, lines.join(lineBreak(reader.text) + statement.indent));
  return reader.propose(TITLE, 'review');
}

function guardLines(reader: FixReader, path: SplitPath, name: string): string[] | undefined {
  const template = reader.word('guard');
  const text = template && expand(reader, template, { root: path.root, file: path.file, path: name });
  if (!text) return undefined;
  const lines = templateLines(reader, text);
  return reader.context.imports.semicolons ? lines : lines.map((line) => line.replace(/;$/, ''));
}

/** The statement that gives the variable its only value: `const file = path.join(…);`. */
function definitionOf(reader: FixReader, written: Written): Definition | undefined {
  const name = reader.asName(written.span);
  const value = reader.origin(written.value);
  if (name === undefined || value < 0 || reader.op(value) === Op.Param) return undefined;
  const span = reader.span(value);
  const statement = reader.statement(span.start);
  if (!statement?.isWholeLine || statement.opensBlock || statement.inExpression || span.end > statement.end)
    return undefined;
  const before = reader.text.slice(statement.start, span.start);
  const target = new RegExp(`^([^=]*?)${name.replace(/\$/g, '\\$&')}\\s*(?::[^=]*)?=\\s*$`).exec(before);
  const after = reader.text.slice(span.end, statement.end);
  if (!target || !/^\s*;?$/.test(after) || reader.isRebound(name, statement.end, reader.fn.end)) return undefined;
  const needsKeyword = !(reader.word('declare') ?? '$name').startsWith('$name');
  if (needsKeyword && target[1].trim() === '') return undefined;
  return { name, made: { span, value }, statement };
}

interface Taint {
  /** Whether what an attacker chooses is in the part with this number. */
  reaches(value: ValueId, index: number): boolean;
}

/** What the trace says; where it says nothing, a path begins with the folder and goes on with what is not constant. */
function taintOf(reader: FixReader, root: ValueId): Taint {
  if (reader.isTainted(root)) return { reaches: (value) => value >= 0 && reader.isTainted(value) !== false };
  return { reaches: (value, index) => index > 0 && !reader.isConstant(value) };
}

/** The folder and what an attacker names in it. */
function split(reader: FixReader, written: Written, taint: Taint): SplitPath | undefined {
  const origin = reader.origin(written.value);
  const span = unwrapped(reader.text, reader.surface, written.span);
  if (reader.asName(span) !== undefined) {
    // A variable whose text is known: the check repeats how it was made.
    const made = reader.op(origin) === Op.Concat ? readConcat(reader, origin) : undefined;
    if (made?.head === undefined && made) return splitText(reader, made.building, taint);
    return joinedBy(reader, origin, taint);
  }
  const text = textOrigin(reader, span, written.value);
  if (text) return splitText(reader, text.buildings[0], taint);
  return joinedBy(reader, origin, taint) ?? splitOperator(reader, { span, value: origin }, taint);
}

/** `path.join(folder, name)`. */
function joinedBy(reader: FixReader, value: ValueId, taint: Taint): SplitPath | undefined {
  const call = reader.call(value);
  const entries = call ? reader.entries(value) : [];
  const isListed = call?.list.items.length === entries.length;
  if (!call || !isListed || call.list.items.some((item) => /^(?:\.\.\.|\*)/.test(reader.slice(item)))) return undefined;
  const join = joinWords(reader).find(
    ({ name }) => name === qualified(reader, call) || name === reader.slice(call.callee),
  );
  if (!join) return resolvedBy(reader, call, taint);
  const first = entries.findIndex((entry, i) => taint.reaches(entry.value, i));
  if (first < 1) return undefined;
  const callee = reader.slice({ start: call.span.start, end: call.callee.end });
  const isMade = reader.op(call.value) === Op.New;
  const texts = call.list.items.map((item, i) =>
    isMade && i < first ? textOf(reader, reader.slice(item), entries[i].value) : reader.slice(item),
  );
  const together = (parts: readonly string[]): string =>
    parts.length === 1 ? parts[0] : `${callee}(${parts.join(', ')})`;
  return { root: together(texts.slice(0, first)), file: together(texts.slice(first)), used: join.used };
}

/** What is no text for sure is made one: what paths are made of comes in several forms. */
function textOf(reader: FixReader, source: string, value: ValueId): string {
  const template = reader.word('path-text');
  const op = reader.op(reader.origin(value));
  if (template === undefined || reader.isConstant(value) || op === Op.Concat || op === Op.Call) return source;
  return expand(reader, template, { value: source }) ?? source;
}

/** `folder.resolve(name)`. */
function resolvedBy(reader: FixReader, call: CallText, taint: Taint): SplitPath | undefined {
  const receiver = reader.receiver(call);
  const callee = reader.fn.a[call.value];
  const methods = (reader.word('path-method') ?? '').split(',');
  if (!receiver || reader.op(callee) !== Op.Field || !methods.includes(reader.slice(reader.method(call))))
    return undefined;
  const [argument, ...others] = reader.entries(call.value);
  if (!argument || others.length > 0 || taint.reaches(reader.fn.a[callee], 0) || !taint.reaches(argument.value, 1))
    return undefined;
  const root = expand(reader, reader.word('path-root') ?? '$value', { value: reader.slice(receiver) });
  return root === undefined ? undefined : { root, file: reader.slice(call.list.items[0]), used: '$path' };
}

/** Calls that join, each with how a checked path stands for their result: `name => $path.toFile()`. */
function joinWords(reader: FixReader): { readonly name: string; readonly used: string | undefined }[] {
  return (reader.word('path-join') ?? '').split(',').map((entry) => {
    const [name, used] = entry.split('=>').map((part) => part.trim());
    return { name, used };
  });
}

/** The callee with the library's own name: `path.join` also for `p.join` and `join`. */
function qualified(reader: FixReader, call: CallText): string {
  const callee = reader.slice(call.callee);
  const [first, ...rest] = callee.split('.');
  const name = reader.language.imports(reader.text).find((imported) => imported.local === first);
  if (!name) return callee;
  const library = reader.language.libraryName(name.library);
  return [library, ...(name.member ? [name.member] : []), ...rest].join('.');
}

/** `folder / name` where a slash joins paths. */
function splitOperator(reader: FixReader, written: Written, taint: Taint): SplitPath | undefined {
  if (reader.op(written.value) !== Op.Binary || reader.name(reader.fn.c[written.value]) !== '/') return undefined;
  const operands = splitOperands(reader.text, reader.surface, written.span, '/');
  if (!operands || operands.length < 2 || taint.reaches(reader.fn.a[written.value], 0)) return undefined;
  const last = operands[operands.length - 1];
  const root = { start: operands[0].start, end: operands[operands.length - 2].end };
  return { root: reader.slice(root), file: reader.slice(last), used: '$path' };
}

/** A text: up to the last slash before the first tainted value it is the folder. */
function splitText(reader: FixReader, building: Building, taint: Taint): SplitPath | undefined {
  const { pieces } = building;
  const first = pieces.findIndex(
    (piece, i) => piece.kind === 'hole' && piece.constant === undefined && taint.reaches(piece.value, i),
  );
  const before = pieces[first - 1];
  if (first < 1) return undefined;
  const head: TextPart[] = pieces.slice(0, first - 1).map((piece) => partOf(reader, piece));
  const tail: TextPart[] = pieces.slice(first).map((piece) => partOf(reader, piece));
  if (pieces.some((piece) => piece.kind === 'hole' && (piece.spec !== '' || piece.operand.kind === 'format')))
    return undefined;
  if (before.kind === 'text') {
    const source = reader.slice(before);
    const slash = source.lastIndexOf('/');
    if (slash < 0) return undefined;
    const folder = source.slice(0, slash) || (head.length === 0 ? '/' : '');
    if (folder) head.push({ literal: folder });
    if (slash + 1 < source.length) tail.unshift({ literal: source.slice(slash + 1) });
  } else head.push(partOf(reader, before));
  const token = pieces.find((piece) => piece.kind === 'text')?.token;
  const write = (parts: readonly TextPart[]): string => {
    const [only] = parts;
    if (parts.length === 1 && 'expression' in only) return only.expression;
    const isPlain = parts.every((part) => 'literal' in part);
    const isTemplate =
      !isPlain && token?.interpolation !== undefined && pieces.some((piece) => piece.kind === 'hole' && piece.token);
    const quote =
      isTemplate || (token && token.quote.length === 1 && token.quote !== '`') ? token!.quote : reader.quote;
    return reader.language.concat(parts, {
      kind: isTemplate ? 'template' : 'sum',
      quote,
      prefix: isTemplate ? token!.prefix : '',
    });
  };
  return { root: write(head), file: write(tail), used: undefined };
}

function partOf(reader: FixReader, piece: Building['pieces'][number]): TextPart {
  return piece.kind === 'text' ? { literal: reader.slice(piece) } : { expression: expressionText(reader, piece) };
}
