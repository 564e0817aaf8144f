import type { Bind } from '../facts/model';
import type { ValueId } from '../ir/ir';
import { Op } from '../ir/ir';
import {
  type Building,
  expressionText,
  isPath,
  type Operand,
  type Piece,
  type TextOrigin,
  textOrigin,
} from './building';
import type { TextPart } from './edits';
import type { Fix, FixProposal } from './fix';
import { addItems, entryText, findEntry, listBrackets, objectBrackets } from './literals';
import { prepareStatement } from './prepared';
import { type CallText, FixReader } from './reader';
import { type QueryText, readQuery, type Site } from './sql-text';
import type { Bracketed, Span, StringToken } from './surface';
import { expand } from './template';

/** A value that becomes a parameter. */
export interface BoundValue {
  readonly site: Site;
  readonly placeholder: string;
  /** Name or number. */
  readonly key: string;
  readonly text: string;
  /** Position among all values of the query. */
  readonly index: number;
  /** The same name is bound already by an earlier place of the same value. */
  readonly isRepeated: boolean;
}

/** What a fix needs to give values to a query beside its text. */
export interface Binding {
  readonly style: string;
  readonly values: string;
  readonly at?: number;
  readonly key?: string;
  readonly method?: string;
}

export interface BoundText {
  readonly origin: TextOrigin;
  readonly values: readonly BoundValue[];
  readonly hadPlaceholders: boolean;
  /** Whether every place of the text that is filled in has become a parameter. */
  readonly isComplete: boolean;
}

const PLACEHOLDERS: Readonly<Record<string, RegExp>> = {
  '?': /\?(?![|&?])/g,
  $n: /\$\d+/g,
  ':n': /:\d+/g,
  ':name': /(?<!:):[a-z_]\w*/gi,
  '@name': /(?<!@)@[a-z_]\w*/gi,
  '%s': /%s|%\(\w+\)s/g,
  $name: /\$[a-z_]\w*/gi,
};

export const bindParameters: Fix = {
  id: 'bind-parameters',
  propose(context) {
    const bind = context.finding.anchor.bind as Bind | undefined;
    const reader = FixReader.open(context);
    if (!reader || !bind) return undefined;
    const title = isOutput(bind.style) ? 'Pass the value as a variable' : 'Pass the value as a bound parameter';
    return bindValues(reader, bind, title);
  },
};

export function bindValues(reader: FixReader, bind: Binding, title: string): FixProposal | undefined {
  const call = reader.call(reader.instruction);
  if (!call) return undefined;
  const argument = reader.argumentOf(call, reader.anchor.value);
  if (!argument) return undefined;
  const text = findText(reader, argument.span, reader.anchor.value);
  if (!text) return undefined;
  const bound = readBound(reader, text, bind.style);
  if (!bound) return undefined;
  if (!text.inPlace && !isSameLater(reader, bound, call)) return undefined;
  const placed = placeValues(reader, call, bind, argument, bound);
  if (!placed || (placed !== 'with-text' && !editText(reader, bound, bind.style))) return undefined;
  const isMoved = !text.inPlace && bound.values.some((value) => !isPlain(value.text));
  const plural =
    bound.values.length > 1 ? title.replace('the value as a bound parameter', 'the values as bound parameters') : title;
  return reader.propose(plural, isMoved ? 'review' : 'safe');
}

/** The text, also inside of a call that only wraps it (`text("…")`). */
function findText(reader: FixReader, span: Span, value: ValueId): TextOrigin | undefined {
  const direct = textOrigin(reader, span, value);
  if (direct) return direct;
  const origin = reader.origin(value);
  const wrapper = reader.call(origin);
  if (!wrapper || wrapper.list.items.length === 0 || wrapper.span.start < span.start || wrapper.span.end > span.end)
    return undefined;
  return textOrigin(reader, wrapper.list.items[0], reader.entries(origin)[0]?.value ?? -1);
}

export function readBound(reader: FixReader, origin: TextOrigin, style: string): BoundText | undefined {
  const query = isOutput(style)
    ? everyHole(origin.pieces)
    : readQuery(reader.text, origin.pieces, PLACEHOLDERS[style] ?? /\?/g);
  if (!query || query.sites.length === 0) return undefined;
  const values = nameValues(reader, query, style);
  if (!values) return undefined;
  return { origin, values, hadPlaceholders: query.placeholders.length > 0, isComplete: query.others.length === 0 };
}

/** The output of a template stands for a value wherever it is put, unlike a parameter of a query. */
function isOutput(style: string): boolean {
  return /[ .]name /.test(style);
}

function everyHole(pieces: readonly Piece[]): QueryText {
  const sites = pieces.flatMap((piece): Site[] => {
    if (piece.kind !== 'hole' || piece.constant !== undefined) return [];
    const from = { piece, offset: piece.start };
    const to = { piece, offset: piece.end };
    return [{ from, to, parts: [{ hole: piece }], placeholdersBefore: 0 }];
  });
  return { sites, others: [], placeholders: [] };
}

function nameValues(reader: FixReader, query: QueryText, style: string): BoundValue[] | undefined {
  const taken = new Map<string, string>();
  for (const placeholder of query.placeholders) {
    const name = placeholder.replace(/^\W/, '');
    if (style === '%s' && name.includes('(')) return undefined;
    taken.set(name, '');
  }
  let number = Math.max(0, ...query.placeholders.map((p) => Number(/\d+/.exec(p)?.[0] ?? 0)));
  const result: BoundValue[] = [];
  for (const site of query.sites) {
    const text = valueText(reader, site);
    if (text === undefined) return undefined;
    const isOrdered = style === '?' || style === '%s';
    let key = '';
    let isRepeated = false;
    if (style.endsWith('name') || isOutput(style)) {
      const name = nameOf(text);
      key = name;
      for (let i = 2; taken.has(key) && taken.get(key) !== text; i++) key = name + i;
      isRepeated = taken.has(key);
      taken.set(key, text);
    } else key = String(isOrdered ? site.placeholdersBefore + result.length + 1 : ++number);
    const index = isOrdered ? site.placeholdersBefore + result.length : query.placeholders.length + result.length;
    const placeholder = isOrdered ? style : isOutput(style) ? style.replace('name', key) : style[0] + key;
    result.push({ site, placeholder, key, text, index, isRepeated });
  }
  return result;
}

/** The value of a place as an expression; literal text around it inside the quotes becomes part of it. */
function valueText(reader: FixReader, site: Site): string | undefined {
  const holes = site.parts.flatMap((part) => ('hole' in part ? [part.hole] : []));
  const first = holes[0];
  if (!first || holes.some((hole) => hole.operand.kind === 'format' && hole.spec !== '')) return undefined;
  if (site.parts.length === 1 && first.spec === '') return expressionText(reader, first);
  const isTemplate = holes.some((hole) => hole.token !== undefined);
  const token = first.token ?? tokenOf(site);
  const parts: TextPart[] = site.parts.map((part) =>
    'hole' in part
      ? {
          expression:
            (isTemplate ? expressionText(reader, part.hole) : reader.slice(part.hole.operand)) + part.hole.spec,
        }
      : { literal: part.literal },
  );
  const isInterpolated = token?.interpolation !== undefined;
  return reader.language.concat(parts, {
    kind: isTemplate ? 'template' : 'sum',
    quote: isTemplate && !isInterpolated ? reader.quote : (token?.quote ?? reader.quote),
    prefix: isInterpolated ? (token?.prefix ?? '') : '',
  });
}

function tokenOf(site: Site): StringToken | undefined {
  return site.from.piece.token;
}

const NO_NAMES =
  /^(?:toString|String|str|int|float|Number|parseInt|trim|strip|valueOf|get|getParameter|getHeader|format|encode|decode|lower|upper|toLowerCase|toUpperCase|intValue|longValue|value|this|self|await|new|isoformat|join)$/;

/** A name for a parameter, from what its value is called. */
export function nameOf(expression: string): string {
  const words = [...expression.matchAll(/[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*/gu)].map((match) =>
    match[0].replaceAll('-', '_'),
  );
  const named = words.filter((word) => !NO_NAMES.test(word) && /^[a-z_]\w*$/i.test(word));
  const name = named[named.length - 1] ?? 'value';
  // `getName` is called after what it gets.
  return name.replace(/^get(?=[A-Z])/, '').replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase());
}

function isPlain(expression: string): boolean {
  return isPath(expression) || /^[\w.$]+(?:\([\w.$"']*\))?$/.test(expression);
}

/** Whether the values still are the same where the query is run. */
function isSameLater(reader: FixReader, bound: BoundText, call: CallText): boolean {
  const from = Math.min(...bound.origin.buildings.map((b) => b.start));
  for (const value of bound.values) {
    for (const [name] of value.text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) {
      const at = value.site.from.offset;
      if (reader.isRebound(name, Math.max(at, from), call.span.start)) return false;
    }
  }
  return true;
}

// ---- the text --------------------------------------------------------------------------------------------------------

/** Puts the placeholders into the text: literals on both sides of a value become one, formats become plain literals. */
export function editText(reader: FixReader, bound: BoundText, style: string): boolean {
  const doublePercent = style === '%s' && !bound.hadPlaceholders;
  for (const building of bound.origin.buildings) {
    const values = bound.values.filter((value) => building.pieces.includes(value.site.from.piece));
    if (!editBuilding(reader, building, values, doublePercent)) return false;
  }
  return true;
}

function editBuilding(
  reader: FixReader,
  building: Building,
  values: readonly BoundValue[],
  doublePercent: boolean,
): boolean {
  const covered: Span[] = [];
  const boundHoles = new Set<Piece>(
    values.flatMap((v) => v.site.parts.flatMap((part) => ('hole' in part ? [part.hole] : []))),
  );
  /** Tokens that become one with the token before them. */
  const merged = new Map<StringToken, StringToken>();
  const replace = (span: Span, text: string): void => {
    covered.push(span);
    reader.replace(span, text);
  };

  for (const { site, placeholder } of values) {
    const { from, to } = site;
    if (from.piece.token && from.piece.token === to.piece.token) {
      replace({ start: from.offset, end: to.offset }, placeholder);
      continue;
    }
    const first = from.piece.operand;
    const last = to.piece.operand;
    if (first.kind === 'format' || last.kind === 'format') return false;
    const left = from.piece.token ?? neighbour(building, first, -1);
    const right = to.piece.token ?? neighbour(building, last, 1);
    const leftAt = from.piece.token ? from.offset : (left?.contentEnd ?? first.start);
    const rightAt = to.piece.token ? to.offset : right?.contentStart;
    const holeEnd = to.piece.token ? endBefore(building, last, from) : last.end;
    if (!left) {
      replace(
        { start: first.start, end: holeEnd },
        reader.language.string(placeholder, right ? quoteOf(right) : reader.quote),
      );
      if (right && rightAt !== undefined && rightAt > right.contentStart)
        replace({ start: right.contentStart, end: rightAt }, '');
      continue;
    }
    const close = left.quote;
    const joint = Math.max(left.end, holeEnd);
    if (!right || rightAt === undefined) {
      replace({ start: leftAt, end: joint }, placeholder + close);
    } else if (rightAt === right.contentEnd) {
      replace({ start: leftAt, end: right.end }, placeholder + close);
    } else if (
      left.quote === right.quote &&
      left.prefix === right.prefix &&
      !reader.text.slice(joint, right.start).includes('\n')
    ) {
      replace({ start: leftAt, end: rightAt }, placeholder);
      merged.set(right, merged.get(left) ?? left);
    } else {
      replace({ start: leftAt, end: joint }, placeholder + close);
      if (rightAt > right.contentStart) replace({ start: right.contentStart, end: rightAt }, '');
    }
  }
  return plainLiterals(reader, building, covered, boundHoles, merged, doublePercent);
}

/** The literal directly beside an operand. */
function neighbour(building: Building, operand: Operand, step: number): StringToken | undefined {
  const index = building.operands.indexOf(operand);
  const beside = building.operands[index + step];
  return beside?.kind === 'string' ? beside.tokens[0] : undefined;
}

/** End of the last operand before the one in which a place ends. */
function endBefore(building: Building, last: Operand, from: Site['from']): number {
  const index = building.operands.indexOf(last);
  return index > 0 ? building.operands[index - 1].end : from.offset;
}

function quoteOf(token: StringToken): '"' | "'" {
  return token.quote[0] === '"' ? '"' : "'";
}

/** What no longer has holes becomes a plain literal: no prefix, no application of values, no doubled signs. */
function plainLiterals(
  reader: FixReader,
  building: Building,
  covered: readonly Span[],
  boundHoles: ReadonlySet<Piece>,
  merged: ReadonlyMap<StringToken, StringToken>,
  doublePercent: boolean,
): boolean {
  const keepsHoles = new Set<StringToken>();
  for (const piece of building.pieces) {
    if (piece.kind !== 'hole' || !piece.token || boundHoles.has(piece)) continue;
    if (piece.operand.kind === 'format' && [...boundHoles].some((hole) => hole.operand === piece.operand)) return false;
    keepsHoles.add(merged.get(piece.token) ?? piece.token);
  }
  const isCovered = (offset: number): boolean => covered.some((span) => offset >= span.start && offset < span.end);
  for (const operand of building.operands) {
    const changed = [...boundHoles].some((hole) => hole.operand === operand);
    if (operand.kind === 'format' && changed) {
      const { before, after } = operand.application!;
      if (before.end > before.start) reader.remove(before);
      reader.remove(after);
    }
    for (const token of operand.tokens) {
      const isPlain = changed && !keepsHoles.has(merged.get(token) ?? token);
      if (isPlain && token.interpolation === '{' && token.prefix && !isCovered(token.start)) {
        reader.replace({ start: token.start, end: token.start + token.prefix.length }, token.prefix.replace(/f/i, ''));
      }
      for (const piece of building.pieces) {
        if (piece.kind === 'text' && piece.token === token) editSigns(reader, piece, isPlain, doublePercent, isCovered);
      }
    }
  }
  return true;
}

function editSigns(
  reader: FixReader,
  piece: Extract<Piece, { kind: 'text' }>,
  isPlain: boolean,
  doublePercent: boolean,
  isCovered: (offset: number) => boolean,
): void {
  const { text } = reader;
  for (let i = piece.start; i < piece.end; i++) {
    const c = text[i];
    const isDouble = text[i + 1] === c && i + 1 < piece.end;
    if (isCovered(i)) continue;
    if (c === '%') {
      if (piece.escapes === 'printf' && isDouble) {
        if (isPlain && !doublePercent) reader.remove({ start: i, end: i + 1 });
        i++;
      } else if (doublePercent) reader.insert(i, '%');
    } else if ((c === '{' || c === '}') && piece.escapes === 'brace' && isDouble) {
      if (isPlain) reader.remove({ start: i, end: i + 1 });
      i++;
    }
  }
}

// ---- the values ------------------------------------------------------------------------------------------------------

/** Puts the values into the call. `with-text`: the text had to move and has been edited on the way. */
function placeValues(
  reader: FixReader,
  call: CallText,
  bind: Binding,
  argument: { readonly index: number; readonly span: Span },
  bound: BoundText,
): boolean | 'with-text' {
  const { language } = reader;
  const values = bound.values;
  const at = bind.at ?? argument.index + 1;
  switch (bind.values) {
    case 'array':
    case 'tuple': {
      const texts = values.map((value) => value.text);
      return placeArgument(
        reader,
        call,
        at,
        bound,
        (brackets) => {
          addValues(reader, brackets, values, 0);
        },
        bind.values === 'array' ? language.list(texts) : language.tuple(texts),
        bind.key,
      );
    }
    case 'spread': {
      const { items } = call.list;
      addValues(reader, call.list, values, at);
      return (
        items.length <= at ||
        bound.hadPlaceholders ||
        items.slice(at).every((item) => isKeywordOrCallback(reader, call, item))
      );
    }
    case 'object': {
      const entries = values.filter((value) => !value.isRepeated);
      const object = language.object(
        entries.map((value) => ({ key: value.key, value: value.text })),
        reader.quote,
      );
      return placeArgument(
        reader,
        call,
        at,
        bound,
        (brackets) => {
          addItems(
            reader,
            brackets,
            entries.map((value) => entryText(reader, value.key, value.text)),
          );
        },
        object,
        bind.key,
      );
    }
    case 'keyword': {
      const entries = values
        .filter((value) => !value.isRepeated)
        .map((value) => language.keyword(value.key, value.text));
      if (entries.some((entry) => entry === undefined)) return false;
      addItems(reader, call.list, entries as string[]);
      return true;
    }
    case 'method': {
      if (!bind.method) return false;
      const calls = values.filter((value) => !value.isRepeated).map((value) => fillMethod(reader, bind.method!, value));
      if (calls.some((text) => text === undefined)) return false;
      reader.insert(call.list.end, calls.join(''));
      return true;
    }
    case 'prepared':
      return prepareStatement(reader, call, argument, bound, bind);
    default:
      return false;
  }
}

/** `$n` is the name or the number of the parameter, `$v` its value. */
export function fillMethod(reader: FixReader, method: string, value: BoundValue): string | undefined {
  const filled = method.replace(/\$n\b/g, value.key).replace(/\$v\b/g, () => '\u0001');
  return expand(reader, filled, {})?.replaceAll('\u0001', () => value.text);
}

/** Adds values to those that are there, which start at item `first`, each at its place in the order of the text. */
export function addValues(reader: FixReader, brackets: Bracketed, values: readonly BoundValue[], first: number): void {
  const groups = new Map<number, string[]>();
  values.forEach((value, i) => {
    const index = Math.min(first + value.index - i, brackets.items.length);
    groups.set(index, [...(groups.get(index) ?? []), value.text]);
  });
  for (const [index, texts] of groups) addItems(reader, brackets, texts, index);
}

/** Adds to the argument when it is a literal already, else puts it there. */
function placeArgument(
  reader: FixReader,
  call: CallText,
  at: number,
  bound: BoundText,
  add: (brackets: Bracketed) => void,
  created: string,
  key: string | undefined,
): boolean {
  const item = call.list.items[at];
  if (at > call.list.items.length) return false;
  if (!item) {
    if (bound.hadPlaceholders) return false;
    addItems(reader, call.list, [key ? reader.language.object([{ key, value: created }], reader.quote) : created]);
    return true;
  }
  const span = reader.expressionOf(item);
  if (key) {
    const object = objectBrackets(reader, span);
    if (object) {
      const found = findEntry(reader, object, key);
      if (!found) {
        if (bound.hadPlaceholders) return false;
        addItems(reader, object, [entryText(reader, key, created)]);
        return true;
      }
      const inner = objectBrackets(reader, found.entry.value) ?? listBrackets(reader, found.entry.value);
      if (inner) add(inner);
      return inner !== undefined;
    }
  } else {
    const brackets = objectBrackets(reader, span) ?? listBrackets(reader, span);
    if (brackets) {
      add(brackets);
      return true;
    }
  }
  // What is there already would be taken for the values: only a callback or a keyword moves on.
  if (bound.hadPlaceholders || !isKeywordOrCallback(reader, call, item)) return false;
  addItems(reader, call.list, [key ? reader.language.object([{ key, value: created }], reader.quote) : created], at);
  return true;
}

export function isKeywordOrCallback(reader: FixReader, call: CallText, item: Span): boolean {
  if (reader.expressionOf(item).start !== item.start) return true;
  const index = call.list.items.indexOf(item);
  const value = reader.entries(call.value)[index]?.value ?? -1;
  if (reader.op(reader.origin(value)) === Op.Func) return true;
  const name = reader.asName(item);
  return name !== undefined && /^(?:cb|callback|done|next|handler|on[A-Z]\w*|\w*Callback)$/.test(name);
}
