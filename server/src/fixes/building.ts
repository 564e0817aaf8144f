import type { ValueId } from '../ir/ir';
import { Op } from '../ir/ir';
import type { FixReader } from './reader';
import {
  readBrackets,
  readString,
  type Span,
  type StringToken,
  splitOperands,
  tokenize,
  trim,
  unwrapped,
} from './surface';

/** A literal piece of a text that is being built, or a place in it that a value fills. In the order of the text. */
export type Piece = TextPiece | HolePiece;

export interface TextPiece extends Span {
  readonly kind: 'text';
  readonly token: StringToken;
  readonly operand: Operand;
  /** Inside a format: doubled signs stand for single ones. */
  readonly escapes: 'printf' | 'brace' | undefined;
}

export interface HolePiece extends Span {
  readonly kind: 'hole';
  /** The literal it stands in (`${x}`, `%s`), undefined for an operand of a sum. */
  readonly token: StringToken | undefined;
  readonly operand: Operand;
  /** The value's expression. */
  readonly expression: Span;
  readonly spec: string;
  /** Value in the IR where it could be matched, else -1. */
  value: ValueId;
  /** The text it is known to have: a constant from elsewhere. */
  constant: string | undefined;
}

/** One operand of the sum that builds the text. */
export interface Operand extends Span {
  readonly kind: 'string' | 'format' | 'expression';
  readonly tokens: readonly StringToken[];
  /** For a format: what is left of and behind the literal (`String.format(` … `, x)`), to be removed with the last hole. */
  readonly application: { readonly before: Span; readonly after: Span } | undefined;
}

/** A text built in one expression. */
export interface Building extends Span {
  readonly pieces: Piece[];
  readonly operands: readonly Operand[];
}

/** All expressions that build a text, in order: the first makes it, the others append to it. */
export interface TextOrigin {
  readonly buildings: readonly Building[];
  readonly pieces: readonly Piece[];
  /** The last value: what is given to the sink. */
  readonly value: ValueId;
  /** Whether the text is written where it is used. */
  readonly inPlace: boolean;
}

/** Reads a sum, an interpolated literal or a format. Undefined when the text is anything else. */
export function readBuilding(reader: FixReader, whole: Span): Building | undefined {
  const { text, surface } = reader;
  const span = unwrapped(text, surface, whole);
  const spans = splitOperands(text, surface, span, surface.sum);
  if (!spans) return undefined;
  const operands: Operand[] = [];
  const pieces: Piece[] = [];
  for (const operandSpan of spans) {
    const operand = readOperand(reader, operandSpan, pieces);
    if (!operand) return undefined;
    operands.push(...operand);
  }
  return { start: span.start, end: span.end, pieces, operands };
}

function readOperand(reader: FixReader, span: Span, pieces: Piece[]): Operand[] | undefined {
  const { text, surface } = reader;
  const first = readString(text, surface, span.start);
  if (!first) {
    const format = readFormatCall(reader, span, pieces);
    if (format) return [format];
    const inner = unwrapped(text, surface, span);
    // A sum in parentheses is part of the sum when it builds text by itself.
    if (inner.start !== span.start) {
      const nested: Piece[] = [];
      const spans = splitOperands(text, surface, inner, surface.sum);
      const isText = spans?.some((s) => readString(text, surface, s.start));
      if (spans && isText) {
        const operands: Operand[] = [];
        for (const s of spans) {
          const operand = readOperand(reader, s, nested);
          if (!operand) return undefined;
          operands.push(...operand);
        }
        pieces.push(...nested);
        return operands;
      }
    }
    const operand: Operand = { ...span, kind: 'expression', tokens: [], application: undefined };
    pieces.push({
      kind: 'hole',
      ...span,
      token: undefined,
      operand,
      expression: inner,
      spec: '',
      value: -1,
      constant: undefined,
    });
    return [operand];
  }
  const tokens = [first];
  let end = first.end;
  while (surface.adjacent && end < span.end) {
    const next = firstToken(reader, end, span.end);
    const string = next === undefined ? undefined : readString(text, surface, next);
    if (!string) break;
    tokens.push(string);
    end = string.end;
  }
  if (end >= span.end) {
    return tokens.map((token) => {
      const operand: Operand = {
        start: token.start,
        end: token.end,
        kind: 'string',
        tokens: [token],
        application: undefined,
      };
      readToken(token, operand, pieces);
      return operand;
    });
  }
  return readFormat(reader, span, tokens, end, pieces);
}

function firstToken(reader: FixReader, from: number, to: number): number | undefined {
  return tokenize(reader.text, reader.surface, from, to).find((t) => t.kind !== 'newline' && t.kind !== 'comment')
    ?.start;
}

function readToken(token: StringToken, operand: Operand, pieces: Piece[]): void {
  let from = token.contentStart;
  const escapes = token.interpolation === '{' ? 'brace' : undefined;
  const literal = (to: number): void => {
    if (to > from) pieces.push({ kind: 'text', start: from, end: to, token, operand, escapes });
  };
  for (const hole of token.holes) {
    literal(hole.start);
    pieces.push({
      kind: 'hole',
      start: hole.start,
      end: hole.end,
      token,
      operand,
      expression: { start: hole.innerStart, end: hole.innerEnd },
      spec: hole.spec,
      value: -1,
      constant: undefined,
    });
    from = hole.end;
  }
  literal(token.contentEnd);
}

/** `"…" % x`, `"…" % (x, y)`, `"…".format(x)`. */
function readFormat(
  reader: FixReader,
  span: Span,
  tokens: readonly StringToken[],
  end: number,
  pieces: Piece[],
): Operand[] | undefined {
  const { text, surface } = reader;
  const at = firstToken(reader, end, span.end) ?? end;
  let style: 'printf' | 'brace' | undefined;
  let items: Span[] | undefined;
  if (surface.percent && text[at] === '%') {
    style = 'printf';
    const rest = trim(text, { start: at + 1, end: span.end });
    const brackets = text[rest.start] === '(' ? readBrackets(text, surface, rest.start) : undefined;
    items = brackets && brackets.end === rest.end ? [...brackets.items] : [rest];
  } else {
    const method = /^\.\s*([\p{L}_]\w*)\s*\(/u.exec(text.slice(at, span.end));
    style = method ? surface.formatMethods[method[1]] : undefined;
    const brackets = method && style ? readBrackets(text, surface, at + method[0].length - 1) : undefined;
    if (brackets?.end === span.end) items = [...brackets.items];
  }
  if (!style || !items || tokens.some((token) => token.holes.length > 0)) return undefined;
  const operand: Operand = {
    ...span,
    kind: 'format',
    tokens,
    application: { before: { start: span.start, end: span.start }, after: { start: end, end: span.end } },
  };
  return fillFormat(reader, operand, style, items, pieces) ? [operand] : undefined;
}

/** `String.format("…", x)`. */
function readFormatCall(reader: FixReader, span: Span, pieces: Piece[]): Operand | undefined {
  const { text, surface } = reader;
  const callee = surface.formatCalls.find(
    (name) => text.startsWith(name, span.start) && /^\s*\(/.test(text.slice(span.start + name.length, span.end)),
  );
  if (!callee) return undefined;
  const brackets = readBrackets(text, surface, text.indexOf('(', span.start + callee.length));
  if (!brackets || brackets.end !== span.end || brackets.items.length < 1) return undefined;
  const [literal, ...items] = brackets.items;
  const spans = splitOperands(text, surface, literal, surface.sum) ?? [];
  const tokens: StringToken[] = [];
  for (const s of spans) {
    const token = readString(text, surface, s.start);
    if (!token || token.end !== s.end || token.holes.length > 0) return undefined;
    tokens.push(token);
  }
  if (tokens.length === 0) return undefined;
  const operand: Operand = {
    ...span,
    kind: 'format',
    tokens,
    application: { before: { start: span.start, end: literal.start }, after: { start: literal.end, end: span.end } },
  };
  return fillFormat(reader, operand, 'printf', items, pieces) ? operand : undefined;
}

const PRINTF = /%(?:%|(?:(\d+)\$)?(?:\((\w+)\))?[-#+ 0,]*\d*(?:\.\d+)?([a-zA-Z]))/g;
const BRACE = /\{\{|\}\}|\{([\w.[\]]*)([!:][^{}]*)?\}/g;

function fillFormat(
  reader: FixReader,
  operand: Operand,
  style: 'printf' | 'brace',
  items: readonly Span[],
  pieces: Piece[],
): boolean {
  const { text } = reader;
  const named = new Map<string, Span>();
  const positional: Span[] = [];
  for (const item of items) {
    const source = text.slice(item.start, item.end);
    if (source.startsWith('*')) return false;
    const expression = reader.expressionOf(item);
    if (expression.start !== item.start) named.set(source.slice(0, source.indexOf('=')).trim(), expression);
    else positional.push(item);
  }
  let next = 0;
  for (const token of operand.tokens) {
    const content = text.slice(token.contentStart, token.contentEnd);
    const pattern = style === 'printf' ? PRINTF : BRACE;
    let from = 0;
    const literal = (to: number): void => {
      if (to > from)
        pieces.push({
          kind: 'text',
          start: token.contentStart + from,
          end: token.contentStart + to,
          token,
          operand,
          escapes: style,
        });
    };
    for (const match of content.matchAll(pattern)) {
      if (match[0] === '%%' || match[0] === '{{' || match[0] === '}}') continue;
      const name = style === 'printf' ? match[2] : /^\d*$/.test(match[1] ?? '') ? undefined : match[1];
      const index = style === 'printf' ? match[1] : match[1];
      const expression =
        name !== undefined
          ? named.get(name)
          : index
            ? positional[Number(index) - (style === 'printf' ? 1 : 0)]
            : positional[next++];
      if (!expression) return false;
      literal(match.index);
      const start = token.contentStart + match.index;
      const plain = style === 'printf' ? /^%(?:\d+\$)?(?:\(\w+\))?[sdifu]$/.test(match[0]) : !match[2];
      pieces.push({
        kind: 'hole',
        start,
        end: start + match[0].length,
        token,
        operand,
        expression,
        spec: plain ? '' : match[0],
        value: -1,
        constant: undefined,
      });
      from = match.index + match[0].length;
    }
    literal(content.length);
  }
  return next === 0 || next === positional.length;
}

/**
 * Where the text at the sink comes from: the expression itself, or the statements that built the variable when that is
 * the only thing done with it.
 */
export function textOrigin(reader: FixReader, argument: Span, value: ValueId): TextOrigin | undefined {
  if (reader.asName(argument) === undefined) {
    const building = readBuilding(reader, argument);
    if (!building) return undefined;
    match(reader, building, reader.origin(value), 0);
    if (!isText(building)) return undefined;
    return { buildings: [building], pieces: building.pieces, value, inPlace: true };
  }
  const buildings = builtInSteps(reader, reader.origin(value), 8);
  if (!buildings) return undefined;
  return { buildings, pieces: buildings.flatMap((b) => b.pieces), value: reader.origin(value), inPlace: false };
}

/** The assignments that build a variable's text. Undefined when it is used elsewhere or depends on a condition. */
function builtInSteps(reader: FixReader, value: ValueId, steps: number): Building[] | undefined {
  if (steps <= 0 || reader.op(value) !== Op.Concat || reader.isCaptured(value)) return undefined;
  if (new Set(reader.uses(value)).size !== 1) return undefined;
  const span = reader.span(value);
  const appended = /^[\p{L}_$][\p{L}\p{N}_$]*\s*\+=\s*/u.exec(reader.slice(span));
  if (!appended) {
    const building = readBuilding(reader, span);
    if (!building) return undefined;
    const head = selfHead(reader, building, value);
    if (head) {
      const before = builtInSteps(reader, head.value, steps - 1) ?? constantStep(reader, head.value);
      if (!before) return undefined;
      building.pieces.shift();
      return [...before, building];
    }
    match(reader, building, value, 0);
    return isText(building) ? [building] : undefined;
  }
  const first = reader.entries(value)[0]?.value ?? -1;
  const origin = reader.origin(first);
  const before = builtInSteps(reader, origin, steps - 1) ?? constantStep(reader, origin);
  const rest = { start: span.start + appended[0].length, end: span.end };
  const building = readBuilding(reader, rest);
  if (!before || !building) return undefined;
  match(reader, building, value, 1);
  return [...before, building];
}

/** `sql = sql + "…"`: the first operand is the variable itself, built before. */
function selfHead(reader: FixReader, building: Building, value: ValueId): { value: ValueId } | undefined {
  const first = building.pieces[0];
  if (first?.kind !== 'hole' || first.token || reader.asName(first.expression) === undefined) return undefined;
  const part = reader.origin(reader.entries(value)[0]?.value ?? -1);
  match(reader, building, value, 0);
  const isText =
    reader.op(part) === Op.Concat || (reader.op(part) === Op.Const && typeof reader.constant(part) === 'string');
  return isText && !spanWithin(reader.span(part), building) ? { value: part } : undefined;
}

function spanWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** `let sql = "SELECT …";` that later statements append to. */
function constantStep(reader: FixReader, value: ValueId): Building[] | undefined {
  if (reader.op(value) !== Op.Const) return undefined;
  const building = readBuilding(reader, reader.span(value));
  return building && isText(building) ? [building] : undefined;
}

/** Whether any of it is known text, written here or a constant from elsewhere. */
function isText(building: Building): boolean {
  return (
    building.pieces.some((piece) => piece.kind === 'text' || piece.constant !== undefined) ||
    building.operands.some((operand) => operand.kind !== 'expression')
  );
}

/** The text that one value is made of, read where it is made; `head` is what a `+=` appends to. */
export function readConcat(
  reader: FixReader,
  value: ValueId,
): { readonly building: Building; readonly head: ValueId | undefined } | undefined {
  const span = reader.span(value);
  const appended = /^[\p{L}_$][\p{L}\p{N}_$.]*\s*\+=\s*/u.exec(reader.slice(span));
  const building = readBuilding(reader, { start: span.start + (appended?.[0].length ?? 0), end: span.end });
  if (!building) return undefined;
  match(reader, building, value, appended ? 1 : 0);
  if (!isText(building)) return undefined;
  return { building, head: appended ? reader.entries(value)[0]?.value : undefined };
}

/** Gives the holes their values: the parts of the concatenation come in the order of the text. */
function match(reader: FixReader, building: Building, value: ValueId, skip: number): void {
  if (reader.op(value) !== Op.Concat) return;
  const parts = flatten(reader, value, building, 4).slice(skip);
  const holes = building.pieces.filter((piece) => piece.kind === 'hole');
  const literals = building.pieces.length - holes.length;
  const isLiteral = (part: ValueId): boolean =>
    reader.op(part) === Op.Const &&
    building.operands.some(
      (o) => o.kind !== 'expression' && spanWithin(reader.span(part), o) && isInToken(o, reader.span(part)),
    );
  const values = parts.filter((part) => !isLiteral(part));
  if (values.length !== holes.length || parts.length - values.length > literals) return;
  for (let i = 0; i < holes.length; i++) {
    holes[i].value = values[i];
    const constant = reader.constant(values[i]);
    if (constant !== undefined && constant !== null) holes[i].constant = String(constant);
  }
}

function isInToken(operand: Operand, span: Span): boolean {
  return operand.tokens.some((token) => spanWithin(span, token) && !token.holes.some((hole) => spanWithin(span, hole)));
}

/** Parts that are concatenations written inside the same expression are taken apart. */
function flatten(reader: FixReader, value: ValueId, building: Building, depth: number): ValueId[] {
  return reader.entries(value).flatMap(({ value: part }) => {
    const isInner =
      depth > 0 &&
      reader.op(part) === Op.Concat &&
      building.operands.some((operand) => {
        const { start, end } = reader.span(part);
        return (
          (operand.kind === 'string' || operand.kind === 'format') && start === operand.start && end === operand.end
        );
      });
    return isInner ? flatten(reader, part, building, depth - 1) : [part];
  });
}

/** The expression's text as it stands on its own: parentheses around the whole are not needed there. */
export function expressionText(reader: FixReader, hole: HolePiece): string {
  return reader.slice(unwrapped(reader.text, reader.surface, hole.expression));
}

/** Whether the expression only names something: nothing happens when it is evaluated elsewhere. */
export function isPath(source: string): boolean {
  return /^[\p{L}_$][\p{L}\p{N}_$]*(?:\s*(?:\.|\?\.|->|::)\s*[\p{L}_$][\p{L}\p{N}_$]*|\[(?:\d+|'[^']*'|"[^"]*"|[\p{L}_$][\p{L}\p{N}_$]*)\])*$/u.test(
    source,
  );
}
