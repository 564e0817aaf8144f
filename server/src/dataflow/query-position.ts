/**
 * Where in the text of a query a part stands, as far as the text around it tells: where the database reads a name of
 * its own (a table, a column, the direction of an order) nothing can be bound, and only a choice from known names helps.
 */
export type QueryPosition = 'name' | 'direction' | 'value';

const QUERY_WORD =
  /\b(?:select|insert|update|delete|from|where|join|order|group|table|into|values|set|having|limit|and|or)\b/i;
const NAMES = String.raw`[\w$.,\s"\x60\[\]()*\ue000-\uf8ff]*`;
/** A list of names may go on behind these. */
const LIST = new RegExp(String.raw`\b(?:order|group)\s+by\s+(${NAMES})$`, 'i');
const TABLE =
  /\b(?:from|join|into|update|table|truncate|describe|index|view|database|schema|column|use|references|alter|if\s+(?:not\s+)?exists)\s+(?:only\s+)?["`[]?(?:[\w$\ue000-\uf8ff]+["`\]]?\.["`[]?)?$/i;
const COLUMNS = /\binto\s+[\w$."\x60[\]\ue000-\uf8ff]+\s*\([^()]*$/i;
const SELECTED = /\bselect\s+(?:distinct\s+)?(?:[\w$.*"`\ue000-\uf8ff]+\s*,\s*)*["`]?$/i;
const SELECTION = /^["`]?\s*(?:,|\bfrom\b|\bas\b)/i;
const ENDS_LIST = /\b(?:limit|offset|having|values|fetch|for|union|where|interval|select)\b/i;
/** A column is compared with what follows. */
const COMPARED = /\b(?:where|and|or|on|set|having|by)\s+(?:not\s+)?(?:\w+\.)?["`[]?$|,\s*["`[]?$/i;
const COMPARISON = /^["`\]]?\s*(?:=|<|>|!=|<>|\bi?like\b|\bin\b|\bis\b|\bbetween\b)/i;
const VALUE = /(?:=|<|>|\blike|\bilike|\bin\s*\(|\bvalues\s*\(|\blimit|\boffset|\bbetween|\|\||[+*/%(,-])\s*$/i;

/** Of a value that stands in two places: a name wherever it stands, or a value. */
export function bothPositions(a: QueryPosition | undefined, b: QueryPosition | undefined): QueryPosition | undefined {
  if (a === b) return a;
  return a !== undefined && b !== undefined && a !== 'value' && b !== 'value' ? 'name' : 'value';
}

/** Undefined where the text around says nothing, so that a longer text may. */
export function queryPosition(before: string, after: string): QueryPosition | undefined {
  const text = before.length > MAX_LOOK ? before.slice(-MAX_LOOK) : before;
  if (!QUERY_WORD.test(text)) return undefined;
  if (isQuoted(text)) return 'value';
  const list = LIST.exec(text);
  if (list && !ENDS_LIST.test(list[1])) return /[\w$"`\])\ue000-\uf8ff]\s+$/.test(list[1]) ? 'direction' : 'name';
  if (TABLE.test(text) || COLUMNS.test(text)) return 'name';
  if (SELECTED.test(text) && SELECTION.test(after)) return 'name';
  if (COMPARED.test(text) && COMPARISON.test(after)) return 'name';
  return VALUE.test(text) || /\w\s*$/.test(text) ? 'value' : undefined;
}

const MAX_LOOK = 400;

/** Inside of a text that the query has: an odd number of quotes before. */
function isQuoted(text: string): boolean {
  return (text.match(/'/g)?.length ?? 0) % 2 === 1 || /(?:=|\(|,|\blike)\s*"[%\w]*$/i.test(text);
}
