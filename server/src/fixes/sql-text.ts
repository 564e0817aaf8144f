import type { HolePiece, Piece, TextPiece } from './building';

/** A place in the text of a query where a placeholder can stand: a value, with the quotes around it. */
export interface Site {
  /** From the first character that goes to the last, which may be in another piece. */
  readonly from: Position;
  readonly to: Position;
  /** What the value is made of: raw literal text and holes. */
  readonly parts: readonly ({ readonly literal: string; readonly piece: TextPiece } | { readonly hole: HolePiece })[];
  /** Placeholders that stand before it already. */
  readonly placeholdersBefore: number;
}

export interface Position {
  readonly piece: Piece;
  readonly offset: number;
}

export interface QueryText {
  readonly sites: readonly Site[];
  /** Holes where no value can stand. */
  readonly others: readonly HolePiece[];
  /** Text outside of the sites, for placeholders that are there already. */
  readonly placeholders: readonly string[];
}

interface Sign {
  readonly text: string;
  /** Undefined for a hole. */
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
  readonly hole: HolePiece | undefined;
  /** Text of a constant from elsewhere: it can be read but not edited. */
  readonly isVirtual: boolean;
}

/** The characters of the query as the database sees them, each with its place in the source. */
function signs(source: string, pieces: readonly Piece[]): Sign[] {
  const list: Sign[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'hole') {
      if (piece.constant !== undefined && !piece.token) {
        for (const text of piece.constant)
          list.push({ text, piece, start: piece.start, end: piece.end, hole: undefined, isVirtual: true });
      } else list.push({ text: '', piece, start: piece.start, end: piece.end, hole: piece, isVirtual: false });
      continue;
    }
    for (let i = piece.start; i < piece.end; ) {
      let text = source[i];
      let length = 1;
      if (text === '\\' && !piece.token.isRaw && i + 1 < piece.end) {
        const next = source[i + 1];
        length = next === '\r' && source[i + 2] === '\n' ? 3 : 2;
        text = next === 'n' || next === 't' || next === 'r' || next === '\n' || next === '\r' ? ' ' : next;
      } else if (
        (piece.escapes === 'printf' && text === '%' && source[i + 1] === '%') ||
        (piece.escapes === 'brace' && (text === '{' || text === '}') && source[i + 1] === text)
      )
        length = 2;
      list.push({ text, piece, start: i, end: i + length, hole: undefined, isVirtual: false });
      i += length;
    }
  }
  return list;
}

const WORD = /[\p{L}\p{N}_$@:#?]/u;
const VALUE_WORDS = new Set([
  'like',
  'ilike',
  'rlike',
  'regexp',
  'between',
  'limit',
  'offset',
  'then',
  'else',
  'escape',
  'to',
  'values',
  'set',
  'glob',
  'match',
]); // prettier-ignore
/** A literal after these is part of the word before it: no placeholder may stand there. */
const TYPED = new Set([
  'interval',
  'date',
  'time',
  'timestamp',
  'as',
  'n',
  'e',
  'x',
  'b',
  'collate',
  'charset',
  'names',
  'identified',
  'by',
  'password',
  'encoding',
  'comment',
  'alias',
]); // prettier-ignore

interface Paren {
  readonly kind: 'values' | 'in' | 'function' | 'columns' | 'group';
}

/** Finds where in a query values stand. Undefined when the text ends inside of a quoted literal. */
export function readQuery(source: string, pieces: readonly Piece[], placeholder: RegExp): QueryText | undefined {
  const all = signs(source, pieces);
  const sites: Site[] = [];
  const others: HolePiece[] = [];
  const found: string[] = [];
  const parens: Paren[] = [];
  /** The last words and signs, lower case. */
  const before: string[] = [];
  let sawValues = false;
  let plain = '';
  const last = (): string => before[before.length - 1] ?? '';
  const isBetween = (): boolean =>
    before.lastIndexOf('between') > Math.max(before.lastIndexOf('where'), before.lastIndexOf('or'), before.length - 8);
  const flush = (): void => {
    for (const match of plain.matchAll(placeholder)) found.push(match[0]);
    plain = '';
  };

  for (let i = 0; i < all.length; ) {
    const sign = all[i];
    const c = sign.text;
    if (sign.hole) {
      const previous = all[i - 1];
      const next = all[i + 1];
      const isGlued =
        (previous && !previous.isVirtual && (previous.hole || WORD.test(previous.text) || previous.text === '.')) ||
        (next && (next.hole || /[\p{L}\p{N}_$.]/u.test(next.text)));
      const paren = parens[parens.length - 1];
      const token = last();
      const isValue =
        !isGlued &&
        (/^(?:=|<|>|<=|>=|<>|!=|~|~\*|!~|\|\||\+|-|\*|\/|->|->>|@>|<@|:=|%|<=>|==)$/.test(token)
          ? token !== '*' || before.length > 2
          : token === 'and'
            ? isBetween()
            : token === '(' || token === ','
              ? paren?.kind === 'values' || paren?.kind === 'function'
              : VALUE_WORDS.has(token) && token !== 'set' && token !== 'values' && token !== 'to');
      flush();
      if (isValue) sites.push(siteOf(all, i, i, found.length, source));
      else others.push(sign.hole);
      before.push('?');
      i++;
      continue;
    }
    if (c === "'" || c === '"' || c === '`') {
      const close = closing(all, i, c);
      if (close < 0) return undefined;
      const inside = all.slice(i + 1, close);
      const holes = inside.flatMap((s) => (s.hole ? [s.hole] : []));
      const isText =
        c === "'" ||
        (c === '"' &&
          /^(?:=|<|>|<>|!=|like|ilike|,|\()$/.test(last()) &&
          parens[parens.length - 1]?.kind !== 'columns');
      const glued = i > 0 && !all[i - 1].isVirtual && /[\p{L}\p{N}_]/u.test(all[i - 1].text) ? true : TYPED.has(last());
      if (holes.length > 0) {
        const isEditable = !all[i].isVirtual && !all[close].isVirtual && !inside.some((s) => s.isVirtual);
        flush();
        if (isText && !glued && isEditable) sites.push(siteOf(all, i, close, found.length, source));
        else others.push(...holes);
      }
      before.push('?');
      i = close + 1;
      continue;
    }
    const two = c + (all[i + 1]?.text ?? '');
    if (two === '--' || two === '/*' || (c === '#' && /^\s?$/.test(all[i - 1]?.text ?? ''))) {
      const stop = two === '/*' ? '*/' : '\n';
      let j = i + 2;
      while (
        j < all.length &&
        !(stop === '\n'
          ? source[all[j].start] === '\n' || isNewline(source, all[j])
          : all[j].text + (all[j + 1]?.text ?? '') === stop)
      ) {
        if (all[j].hole) others.push(all[j].hole!);
        j++;
      }
      i = j + stop.length;
      continue;
    }
    plain += c;
    if (WORD.test(c)) {
      let word = c;
      let j = i + 1;
      while (j < all.length && !all[j].hole && WORD.test(all[j].text)) {
        plain += all[j].text;
        word += all[j++].text;
      }
      before.push(word.toLowerCase());
      if (/^values$/i.test(word)) sawValues = true;
      i = j;
      continue;
    }
    if (c === '(') {
      const token = last();
      const beforeTable = before[before.length - 2];
      parens.push({
        kind:
          token === 'values' || (token === ',' && sawValues && parens.length === 0)
            ? 'values'
            : token === 'in'
              ? 'in'
              : beforeTable === 'into' || beforeTable === 'table' || token === 'into'
                ? 'columns'
                : /^[\p{L}_][\p{L}\p{N}_$]*$/u.test(token) &&
                    !/^(?:and|or|not|where|select|from|join|on|by|as|using|exists|when|case|having|set|over|any|all|union)$/.test(
                      token,
                    )
                  ? 'function'
                  : 'group',
      });
      before.push('(');
    } else if (c === ')') {
      parens.pop();
      before.push(')');
    } else if (/[=<>!~|+\-*/%,;.@:&^]/.test(c)) {
      let operator = c;
      let j = i + 1;
      if (/[=<>!~|\-@:]/.test(c)) {
        while (
          j < all.length &&
          !all[j].hole &&
          operator.length < 3 &&
          /[=<>~|*]/.test(all[j].text) &&
          !(operator + all[j].text).startsWith('--')
        ) {
          plain += all[j].text;
          operator += all[j++].text;
        }
      }
      before.push(operator);
      i = j;
      continue;
    }
    i++;
  }
  flush();
  return { sites, others, placeholders: found };
}

function isNewline(source: string, sign: Sign): boolean {
  return source[sign.start] === '\\' && source[sign.start + 1] === 'n';
}

/** The quote that ends a literal; a doubled quote does not. */
function closing(all: readonly Sign[], open: number, quote: string): number {
  for (let i = open + 1; i < all.length; i++) {
    if (all[i].text !== quote) continue;
    if (all[i + 1]?.text === quote && !all[i + 1].hole) i++;
    else return i;
  }
  return -1;
}

function siteOf(all: readonly Sign[], from: number, to: number, placeholdersBefore: number, source: string): Site {
  const parts: Site['parts'][number][] = [];
  const isQuoted = !all[from].hole;
  for (let i = isQuoted ? from + 1 : from; isQuoted ? i < to : i <= to; i++) {
    const sign = all[i];
    if (sign.hole) {
      parts.push({ hole: sign.hole });
      continue;
    }
    const last = parts[parts.length - 1];
    // A quote doubled for the database is one quote in a bound value.
    const isDoubled = sign.text === all[from].text && all[i + 1]?.text === sign.text;
    const literal =
      sign.text === '%' || sign.text === '{' || sign.text === '}' ? sign.text : source.slice(sign.start, sign.end);
    if (last && 'literal' in last && last.piece === sign.piece)
      parts[parts.length - 1] = { literal: last.literal + literal, piece: last.piece };
    else parts.push({ literal, piece: sign.piece as TextPiece });
    if (isDoubled) i++;
  }
  return {
    from: { piece: all[from].piece, offset: all[from].start },
    to: { piece: all[to].piece, offset: all[to].end },
    parts,
    placeholdersBefore,
  };
}
