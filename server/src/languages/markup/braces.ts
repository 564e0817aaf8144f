/** A piece of a template between braces, or the text around it. Offsets are absolute. */
export interface Piece {
  readonly kind: 'text' | 'output' | 'tag' | 'comment';
  readonly start: number;
  readonly end: number;
  /** Between the signs. */
  readonly from: number;
  readonly to: number;
  /** First word of a tag. */
  readonly name: string;
}

const WORD = /[\w.-]+/y;

/** Blocks whose text is no template, with the tag that ends each. */
const VERBATIM: Readonly<Record<string, string>> = { raw: 'endraw', verbatim: 'endverbatim', comment: 'endcomment' };

/**
 * Splits a template of the family of `{{ }}`, `{% %}` and `{# #}` into its pieces, in one pass. A piece that is not
 * closed is text.
 */
export function bracePieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let search = 0;
  const put = (kind: Piece['kind'], start: number, end: number, from: number, to: number, name = ''): void => {
    if (end > start) pieces.push({ kind, start, end, from, to, name });
  };
  while (search < text.length) {
    const open = text.indexOf('{', search);
    if (open < 0) break;
    const sign = text[open + 1];
    if (sign !== '{' && sign !== '%' && sign !== '#') {
      search = open + 1;
      continue;
    }
    const end = endOf(text, open + 2, sign === '{' ? '}}' : `${sign}}`, sign !== '#');
    if (end < 0) {
      search = open + 2;
      continue;
    }
    put('text', at, open, at, open);
    const from = open + 2 + (text[open + 2] === '-' || text[open + 2] === '+' ? 1 : 0);
    const to = Math.max(from, end - 2 - (text[end - 3] === '-' || text[end - 3] === '+' ? 1 : 0));
    if (sign === '#') put('comment', open, end, from, to);
    else if (sign === '{') put('output', open, end, from, to);
    else {
      const word = firstWord(text, from, to);
      put('tag', open, end, from, to, word);
      const closing = VERBATIM[word];
      if (closing !== undefined) {
        const close = closeOf(text, end, closing);
        put(word === 'comment' ? 'comment' : 'text', end, close, end, close);
        at = close;
        search = close;
        continue;
      }
    }
    at = end;
    search = end;
  }
  put('text', at, text.length, at, text.length);
  return pieces;
}

/** After the closing sign; texts in quotes may hold it. -1 when it is missing. */
function endOf(text: string, from: number, close: string, hasTexts: boolean): number {
  // Nothing that anybody writes goes on for longer.
  const limit = Math.min(text.length, from + MAX_PIECE);
  for (let i = from; i < limit; i++) {
    const c = text[i];
    if (c === close[0] && text[i + 1] === close[1]) return i + 2;
    if (hasTexts && (c === '"' || c === "'")) {
      let quote = i + 1;
      while (quote < limit && text[quote] !== c && text[quote] !== '\n') quote += text[quote] === '\\' ? 2 : 1;
      // An apostrophe of its own is none.
      if (text[quote] === c) i = quote;
    }
  }
  return -1;
}

const MAX_PIECE = 4000;

function firstWord(text: string, from: number, to: number): string {
  let at = from;
  while (at < to && /\s/.test(text[at])) at++;
  WORD.lastIndex = at;
  return WORD.test(text) ? text.slice(at, Math.min(WORD.lastIndex, to)) : '';
}

/** Start of the tag that ends a block of plain text; the end of the file without one. */
function closeOf(text: string, from: number, name: string): number {
  for (let open = text.indexOf('{%', from); open >= 0; open = text.indexOf('{%', open + 2)) {
    const at = open + 2 + (text[open + 2] === '-' ? 1 : 0);
    if (firstWord(text, at, Math.min(text.length, at + 60)) === name) return open;
  }
  return text.length;
}
