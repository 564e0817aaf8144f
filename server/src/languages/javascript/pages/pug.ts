import type { At } from '../../../ir/builder';
import type { ModuleIR } from '../../../ir/ir';
import { EmbeddedCode } from '../../embedded';
import type { PageContext } from '../../html-context';
import type { Reader } from '../../language';
import { lower } from '../lower';
import { BODY, closing, INCLUDE, opening, WRITE } from './page';

interface Line {
  readonly indent: number;
  /** First and behind the last character that is no space. */
  readonly start: number;
  readonly end: number;
}

interface Open {
  readonly indent: number;
  /** Said when what is indented below is over. */
  readonly close: () => void;
  /** What is indented below is text rather than elements. */
  readonly isText: boolean;
}

const MAX_INDENT = 400;

/** Pug: elements by their indentation, code of the language in between. */
export const readPug: Reader = (text, uri, parse): ModuleIR => new PugReader(text, uri).read(parse);

class PugReader {
  private readonly page: EmbeddedCode;
  private readonly lines: readonly Line[];
  private at = 0;
  private readonly open: Open[] = [];
  /** Variables of loops around here, for templates that are included. */
  private readonly names: string[] = [];

  constructor(
    private readonly text: string,
    private readonly uri: string,
  ) {
    this.page = new EmbeddedCode(text);
    this.lines = linesOf(text);
  }

  read(parse: Parameters<Reader>[2]): ModuleIR {
    const { page, text } = this;
    page.glue(opening(), 0);
    while (this.at < this.lines.length) {
      const line = this.lines[this.at];
      this.closeTo(line.indent);
      this.at++;
      const around = this.open[this.open.length - 1];
      if (around?.isText) this.inline(line.start, line.end);
      else this.line(line, line.start, line.end);
    }
    this.closeTo(-1);
    page.glue(closing(), text.length);
    const template = { kind: 'pug', comment: ['//-', ''], whole: 'locals' } as const;
    return page.placed(lower(parse(page.source), this.uri), BODY, template);
  }

  /** How far everything has been read. */
  private get reached(): number {
    return this.at === 0 ? 0 : this.lines[this.at - 1].end;
  }

  private closeTo(indent: number): void {
    for (
      let last = this.open[this.open.length - 1];
      last && last.indent >= indent;
      last = this.open[this.open.length - 1]
    ) {
      this.open.pop();
      last.close();
    }
  }

  private push(line: Line, close: () => void, isText = false): void {
    if (this.open.length < MAX_INDENT) this.open.push({ indent: line.indent, close, isText });
    else close();
  }

  private line(line: Line, start: number, end: number): void {
    const { page, text } = this;
    const rest = text.slice(start, Math.min(end, start + 200));
    if (rest.startsWith('//')) {
      this.skipBelow(line);
      page.comments.push({ start, end: this.lines[this.at - 1].end });
    } else if (rest.startsWith('|')) this.inline(start + 1, end);
    else if (rest.startsWith('<')) this.inline(start, end);
    else if (rest.startsWith('!=')) this.output(start, start + 2, end, false);
    else if (rest.startsWith('=')) this.output(start, start + 1, end, true);
    else if (rest.startsWith('-')) this.code(line, start + 1, end);
    else if (rest.startsWith('+')) this.call(line, start + 1, end);
    else this.word(line, start, end, rest);
  }

  private skipBelow(line: Line): void {
    while (this.at < this.lines.length && this.lines[this.at].indent > line.indent) this.at++;
  }

  private word(line: Line, start: number, end: number, rest: string): void {
    const { page } = this;
    const match =
      /^(?:(each|for)\s+([\w$]+)(?:\s*,\s*([\w$]+))?\s+(?:in|of)\s+|(if|unless|else if|while|case|when|else|default)\b\s*|(extends|include)(?::[\w-]+)?\s+|(mixin)\s+|(block|append|prepend|doctype|yield)\b)/.exec(
        rest,
      );
    const isWord = match && !/^[.#(=]/.test(rest.slice(match[0].trimEnd().length));
    if (!match || !isWord) {
      this.element(line, start, end);
      return;
    }
    const [all, loop, item, key, control, path, mixin] = match;
    const from = start + all.length;
    const block = (before: string, code: At | undefined, after: string): void => {
      page.glue(`\n${before}`, start);
      if (code) page.code(code.start, code.end);
      page.glue(after, code?.end ?? from);
      this.push(line, () => page.glue('\n}', this.reached));
    };
    if (loop) {
      const index = key === undefined ? '' : `let ${key};`;
      this.names.push(item);
      page.glue('\nfor (const ', start);
      page.code(start + all.indexOf(item, loop.length), start + all.indexOf(item, loop.length) + item.length);
      page.glue(' of (', from);
      page.code(from, end);
      page.glue(`\n)) {${index}`, end);
      this.push(line, () => {
        this.names.pop();
        page.glue('\n}', this.reached);
      });
    } else if (control === 'else' || control === 'default')
      block(control === 'else' ? 'else {' : 'default: {', undefined, '');
    else if (control === 'when') block('case (', { start: from, end }, '\n): {');
    else if (control === 'case') block('switch (', { start: from, end }, '\n) {');
    else if (control === 'unless') block('if (!(', { start: from, end }, '\n)) {');
    else if (control) block(`${control} (`, { start: from, end }, '\n) {');
    else if (path) {
      const names = [...new Set(this.names)].join(', ');
      const name = JSON.stringify(this.text.slice(from, end).trim().slice(0, 300));
      page.glue(`\n;${INCLUDE}(${name}, {${names}});`, from);
    } else if (mixin) {
      const signature = this.text.slice(from, end);
      const bracket = signature.indexOf('(');
      const name = (bracket < 0 ? signature : signature.slice(0, bracket)).trim();
      page.glue(`\nfunction ${mixinName(name)}`, from);
      if (bracket < 0) page.glue('(', end);
      else page.code(from + bracket, end);
      page.glue(bracket < 0 ? ') {' : ' {', end);
      this.push(line, () => page.glue('\n}', this.reached));
    }
  }

  private code(line: Line, start: number, end: number): void {
    const { page, text } = this;
    const code = text.slice(start, end).trim();
    if (code === '') {
      // The block below is code.
      while (this.at < this.lines.length && this.lines[this.at].indent > line.indent) {
        const { start: from, end: to } = this.lines[this.at++];
        page.glue('\n', from);
        page.code(from, to);
      }
      page.glue('\n', end);
      return;
    }
    const hasBelow = this.lines[this.at]?.indent > line.indent;
    page.glue('\n', start);
    page.code(start, end);
    const isBlock = hasBelow && !code.endsWith('{');
    page.glue(isBlock ? '\n{' : '\n', end);
    if (isBlock || (hasBelow && code.endsWith('{'))) this.push(line, () => page.glue('\n}', this.reached));
    const variable = /^(?:var|let|const)\s+([\w$]+)/.exec(code)?.[1];
    if (variable) this.names.push(variable);
  }

  private call(line: Line, start: number, end: number): void {
    const { page, text } = this;
    const name = /^[\w-]+/.exec(text.slice(start, Math.min(end, start + 100)))?.[0] ?? '';
    const from = start + name.length;
    page.glue(`\n;${mixinName(name)}`, start);
    if (text[from] === '(') {
      const close = closeOf(text, from, end);
      page.code(from, close);
    } else page.glue('()', from);
    page.glue(';', from);
    this.push(line, () => undefined);
  }

  private output(tag: number, start: number, end: number, isEscaped: boolean): void {
    const value = trimmed(this.text, start, end);
    if (value.end === value.start) return;
    const sign = this.text.indexOf('!', tag);
    const ways = isEscaped ? {} : { escape: [{ start: sign, end: sign + 1, text: '' }] };
    this.page.write(WRITE, value, { start: tag, end }, isEscaped, ways);
  }

  /** Text with values in it. */
  private inline(start: number, end: number): void {
    const { page, text } = this;
    let at = start;
    for (let i = start; i < end - 2; i++) {
      const sign = text[i];
      if ((sign !== '#' && sign !== '!') || text[i + 1] !== '{' || text[i - 1] === '\\') continue;
      const close = closeOf(text, i + 1, end);
      page.page(at, i);
      const isEscaped = sign === '#';
      const ways = isEscaped ? {} : { escape: [{ start: i, end: i + 1, text: '#' }] };
      page.write(WRITE, trimmed(text, i + 2, close - 1), { start: i, end: close }, isEscaped, ways);
      at = close;
      i = close - 1;
    }
    page.page(at, end);
    page.html.feed('\n');
  }

  private element(line: Line, start: number, end: number): void {
    const { page, text } = this;
    const name = /^[\w:-]+/.exec(text.slice(start, Math.min(end, start + 60)))?.[0] ?? 'div';
    let at = text.startsWith(name, start) ? start + name.length : start;
    let type = '';
    let last = end;
    for (;;) {
      const c = text[at];
      if (c === '.' || c === '#') {
        const more = /^[.#][\w:-]+/.exec(text.slice(at, Math.min(end, at + 100)))?.[0];
        if (!more) break;
        at += more.length;
      } else if (c === '(') {
        const close = closeOf(text, at, text.length);
        type = this.attributes(name, at + 1, close - 1) || type;
        at = close;
        // Attributes may go over lines.
        while (this.at < this.lines.length && this.lines[this.at].start < at) last = this.lines[this.at++].end;
      } else if (text.startsWith('&attributes(', at)) at = closeOf(text, at + 11, end);
      else break;
    }
    const to = Math.max(last, at);
    const isRaw = name === 'script' || name === 'style';
    if (isRaw) page.html.feed(`<${name} type="${type}">`);
    const close = (): void => {
      if (isRaw) page.html.feed(`</${name}>`);
    };
    const c = text[at];
    if (c === '=') this.output(at, at + 1, to, true);
    else if (c === '!' && text[at + 1] === '=') this.output(at, at + 2, to, false);
    else if (c === ':' && at < to) {
      const rest = trimmed(text, at + 1, to);
      this.push(line, close);
      this.line({ ...line, indent: line.indent + 1 }, rest.start, rest.end);
      return;
    } else if (c === '.' && text.slice(at + 1, to).trim() === '') {
      this.push(line, close, true);
      return;
    } else if (at < to) this.inline(at, to);
    this.push(line, close);
  }

  /** Attributes between brackets; returns the type that one of them gives. */
  private attributes(element: string, start: number, end: number): string {
    const { text } = this;
    let type = '';
    let at = start;
    while (at < end) {
      const c = text[at];
      if (/[\s,]/.test(c)) {
        at++;
        continue;
      }
      let name = '';
      if (c === '"' || c === "'") {
        const close = text.indexOf(c, at + 1);
        name = text.slice(at + 1, close < 0 || close > end ? end : close);
        at = close < 0 || close > end ? end : close + 1;
      } else {
        const from = at;
        while (at < end && !/[\s,=!"']/.test(text[at])) at++;
        name = text.slice(from, at);
        if (at === from) at++;
      }
      while (at < end && /[ \t]/.test(text[at])) at++;
      const isRaw = text[at] === '!' && text[at + 1] === '=';
      if (text[at] !== '=' && !isRaw) continue;
      const sign = at;
      const from = at + (isRaw ? 2 : 1);
      at = valueEnd(text, from, end);
      const value = trimmed(text, from, at);
      if (name.toLowerCase() === 'type') type = text.slice(value.start, value.end).replace(/^['"]|['"]$/g, '');
      this.attribute(element, name.toLowerCase(), value, sign, isRaw);
    }
    return type;
  }

  private attribute(element: string, name: string, value: At, sign: number, isRaw: boolean): void {
    const { page, text } = this;
    if (value.end <= value.start || /^(['"])[^'"`$]*\1$/.test(text.slice(value.start, value.end))) return;
    const mark = page.html.mark();
    page.html.feed(`<${element} ${name}="`);
    const context: PageContext = page.html.context;
    const ways = isRaw ? { escape: [{ start: sign, end: sign + 1, text: '' }] } : {};
    page.write(WRITE, value, value, !isRaw, context === 'text' ? ways : {});
    page.html.reset(mark);
  }
}

function mixinName(name: string): string {
  return `$mixin_${name.replace(/[^\w]/g, '_')}`;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  while (at <= text.length) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 ? text.length : newline;
    let start = at;
    while (start < stop && (text[start] === ' ' || text[start] === '\t')) start++;
    let end = stop;
    while (end > start && /\s/.test(text[end - 1])) end--;
    if (end > start) lines.push({ indent: start - at, start, end });
    at = stop + 1;
  }
  return lines;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const LONGEST = 20_000;

/** Behind the bracket that closes the one here; the limit when it is missing. */
function closeOf(text: string, open: number, limit: number): number {
  let depth = 0;
  const stop = Math.min(limit, open + LONGEST);
  for (let i = open; i < stop; i++) {
    const c = text[i];
    if (c === '"' || c === "'" || c === '`') {
      i = textEnd(text, i, stop);
    } else if (CLOSING[c]) depth++;
    else if (c === ')' || c === ']' || c === '}') {
      depth--;
      if (depth === 0) return i + 1;
    }
  }
  return stop;
}

/** The closing sign of a text, or its beginning where it is not closed. */
function textEnd(text: string, start: number, limit: number): number {
  const sign = text[start];
  for (let i = start + 1; i < limit; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === sign) return i;
    else if (text[i] === '\n' && sign !== '`') return start;
  }
  return start;
}

/** Where an attribute's value ends: at a comma, or at white space behind something complete. */
function valueEnd(text: string, start: number, limit: number): number {
  let depth = 0;
  let hasBegun = false;
  for (let i = start; i < limit; i++) {
    const c = text[i];
    if (c === '"' || c === "'" || c === '`') {
      i = textEnd(text, i, limit);
      hasBegun = true;
    } else if (CLOSING[c]) depth++;
    else if (c === ')' || c === ']' || c === '}') depth--;
    else if (depth === 0 && c === ',') return i;
    else if (depth === 0 && /\s/.test(c)) {
      // `a = b ? c : d` goes on behind its operators.
      const next = /^\s*(\S)/.exec(text.slice(i, Math.min(limit, i + 40)))?.[1] ?? '';
      const before = text.slice(start, i).trimEnd().slice(-1);
      const goesOn = /[?:+\-*/|&<>.=!]/.test(next) || /[?:+\-*/|&<>.=!]/.test(before);
      if (hasBegun && !goesOn) return i;
    } else hasBegun = true;
  }
  return limit;
}

function trimmed(text: string, from: number, to: number): At {
  let start = from;
  let end = Math.max(from, to);
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /[\s;]/.test(text[end - 1])) end--;
  return { start, end };
}
