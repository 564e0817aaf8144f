import type { At } from '../../../ir/builder';
import type { ModuleIR, OutputIR } from '../../../ir/ir';
import { EmbeddedCode } from '../../embedded';
import type { PageMark } from '../../html-context';
import type { Reader } from '../../language';
import { lower } from '../lower';
import { BODY, closing, opening, WRITE } from './page';

/** EJS: code between `<%` and `%>`, values behind `=` and `-`. */
export const readEjs: Reader = (text, uri, parse): ModuleIR => {
  const page = new EmbeddedCode(text);
  page.glue(opening(), 0);
  /** The page where blocks of code began that are open. */
  const blocks: PageMark[] = [];
  let at = 0;
  for (let open = text.indexOf('<%'); open >= 0; open = text.indexOf('<%', at)) {
    const close = text.indexOf('%>', open + 2);
    if (close < 0) break;
    page.page(at, open);
    at = close + 2;
    const sign = text[open + 2];
    if (sign === '%') continue;
    // White space around the tag goes with these.
    const before = text[close - 1];
    const end = close > open + 3 && (before === '-' || before === '_') ? close - 1 : close;
    if (sign === '#') page.comments.push({ start: open, end: at });
    else if (sign === '=' || sign === '-') {
      const value = trimmed(text, open + 3, end);
      const isEscaped = sign === '=';
      page.write(WRITE, value, { start: open, end: at }, isEscaped, waysOf(text, open, value, isEscaped));
    } else {
      const start = sign === '_' ? open + 3 : open + 2;
      follow(page, blocks, text.slice(start, end));
      page.code(start, end);
      page.glue('\n', end);
    }
  }
  page.page(at, text.length);
  page.glue(closing(), text.length);
  const template = { kind: 'ejs', comment: ['<%#', '%>'], whole: 'locals' } as const;
  return page.placed(lower(parse(page.source), uri), BODY, template);
};

/** An arm of a condition begins where the condition began. */
function follow(page: EmbeddedCode, blocks: PageMark[], code: string): void {
  const trimmedCode = code.trim();
  if (trimmedCode.startsWith('}')) {
    const mark = blocks.pop();
    if (mark && /^\}\s*else\b/.test(trimmedCode)) page.html.reset(mark);
  }
  if (trimmedCode.endsWith('{')) blocks.push(page.html.mark());
}

function waysOf(text: string, open: number, { start, end }: At, isEscaped: boolean): OutputIR['ways'] {
  const code = text.slice(start, end);
  if (!/^[\w$.[\]'"(), ]*$/.test(code)) return {};
  const isJson = /^JSON\.stringify\([^()]*\)$/.test(code);
  const sign = { start: open + 2, end: open + 3, text: '-' };
  // A closing tag inside of a text would end the script.
  const safe = { start: end, end, text: ".replace(/</g, '\\\\u003c')" };
  const wrapped = [
    ...(isEscaped ? [sign] : []),
    { start, end: start, text: 'JSON.stringify(' },
    { start: end, end, text: `)${safe.text}` },
  ];
  return {
    ...(isEscaped ? {} : { escape: [{ start: open + 2, end: open + 3, text: '=' }] }),
    encode: isJson ? [...(isEscaped ? [sign] : []), safe] : wrapped,
  };
}

function trimmed(text: string, from: number, to: number): At {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /[\s;]/.test(text[end - 1])) end--;
  return { start, end };
}
