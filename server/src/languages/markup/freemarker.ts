import type { At, Entry } from '../../ir/builder';
import { IterKind, type ModuleIR, type OutputIR } from '../../ir/ir';
import type { Piece } from './braces';
import { JinjaReader, trimmed } from './jinja';

/** FreeMarker: directives like tags, values between `${` and `}`. */
export function readFreemarker(text: string, uri: string): ModuleIR {
  return new FreemarkerReader(text, uri).read();
}

const MAX_PIECE = 4000;

class FreemarkerReader extends JinjaReader {
  /** By the ending of the file or by what its first line says. */
  private readonly isEscaped: boolean;
  /** Regions say otherwise. */
  private isInRegion = false;

  constructor(text: string, uri: string) {
    super(text, uri, { kind: 'freemarker', comment: ['<#--', '-->'], hasBuiltins: true, pieces: freemarkerPieces });
    this.isEscaped =
      /\.ftlh$/i.test(uri) || /^\s*<#ftl[^>]*output_format\s*=\s*["'](?:X?HTML|XML)/.test(text.slice(0, 400));
  }

  protected override output(piece: Piece): void {
    const { value, isRaw } = this.expressions.written(piece.from, piece.to);
    const at = trimmed(this.text, piece.from, piece.to);
    const usual = this.isInRegion ? 'engine' : this.isEscaped ? 'escaped' : 'raw';
    const mark = this.text.slice(at.start, at.end).search(/\?no_esc\b/);
    const ways: OutputIR['ways'] =
      mark >= 0
        ? { escape: [{ start: at.start + mark, end: at.start + mark + '?no_esc'.length, text: '' }] }
        : usual === 'raw' && /^[\w.]+$/.test(this.text.slice(at.start, at.end))
          ? { escape: [{ start: at.end, end: at.end, text: '?html' }] }
          : {};
    this.page.write(value, isRaw ? 'raw' : usual, at, piece, ways, isRaw);
  }

  protected override statement(tag: Piece): void {
    const { page, expressions } = this;
    this.open(tag);
    if (tag.name === 'list' || tag.name === 'items') this.list(tag);
    else if (tag.name === 'assign' || tag.name === 'local' || tag.name === 'global') this.set(tag);
    else if (/^(?:noescape|noautoesc|escape|autoesc)$/.test(tag.name)) {
      const isOn = tag.name === 'escape' || tag.name === 'autoesc';
      const at = { start: tag.start, end: tag.end };
      const outer = this.isInRegion;
      this.isInRegion = true;
      page.region(page.fn.const(isOn, at), at, () => this.body(tag));
      this.isInRegion = outer;
    } else if (tag.name === 'macro' || tag.name === 'function') this.definition(tag);
    else if (tag.name === 'include') {
      const at = trimmed(this.text, tag.from, tag.to);
      page.include(expressions.value(), page.fn.localValues(at), at);
    } else if (tag.name.startsWith('@')) this.call(tag);
    else super.statement(tag);
  }

  /** `<#list items as item>`, `<#list map as key, value>`. */
  private list(tag: Piece): void {
    const { page, expressions } = this;
    const { fn } = page;
    const iterable = tag.name === 'items' ? fn.const(undefined, tag) : expressions.plain();
    const names: At[] = [];
    if (expressions.accept('as'))
      while (!expressions.isAtEnd) {
        const token = expressions.next();
        if (token.kind === 'name') names.push(token);
      }
    fn.forEach(iterable, tag, IterKind.Values, (element) =>
      fn.scoped(() => {
        for (const at of names) this.bind({ name: this.text.slice(at.start, at.end), at }, element);
        this.body(tag);
      }),
    );
  }

  private definition(tag: Piece): void {
    const { page, expressions } = this;
    const name = expressions.next();
    const params: { name: string; at: At }[] = [];
    while (!expressions.isAtEnd) {
      const token = expressions.next();
      if (token.kind === 'name') params.push({ name: token.text, at: token });
      if (expressions.accept('=')) expressions.value();
    }
    const at = { start: tag.start, end: this.text.length };
    const built = page.function(name.text, params, at, () => this.body(tag));
    if (name.kind === 'name') page.fn.write(name.text, page.fn.closure(built, name), name);
  }

  /** `<@name a=b/>`. */
  private call(tag: Piece): void {
    const { page, expressions } = this;
    const { fn } = page;
    expressions.open(tag.from, tag.to);
    const name = expressions.next();
    const args: Entry[] = [];
    while (!expressions.isAtEnd) {
      const token = expressions.peek();
      if (token.kind === 'name' && expressions.peek(1).text === '=') {
        expressions.next();
        expressions.next();
        args.push({ name: token.text, value: expressions.value() });
      } else args.push({ value: expressions.value() });
      if (expressions.peek().start === token.start) expressions.next();
    }
    if (name.kind === 'name' && fn.lookup(name.text)) fn.call(fn.read(name.text, name), args, tag);
    page.html.written();
    if (this.ends.has(tag.name)) this.body(tag);
  }
}

const DIRECTIVE = /<(\/?)([#@])([\w.]+)/y;

/** The pieces of a template; ends are called as in other families: `endlist`. */
function freemarkerPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const put = (kind: Piece['kind'], start: number, end: number, from: number, to: number, name = ''): void => {
    if (start > at) pieces.push({ kind: 'text', start: at, end: start, from: at, to: start, name: '' });
    pieces.push({ kind, start, end, from, to, name });
    at = end;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '$' && text[i + 1] === '{') {
      const end = closing(text, i + 2, '}');
      if (end < 0) continue;
      put('output', i, end, i + 2, end - 1);
      i = end - 1;
    } else if (c === '<' && text.startsWith('<#--', i)) {
      const close = text.indexOf('-->', i);
      if (close < 0) break;
      put('comment', i, close + 3, i, close);
      i = close + 2;
    } else if (c === '<') {
      DIRECTIVE.lastIndex = i;
      const match = DIRECTIVE.exec(text);
      if (!match) continue;
      const end = closing(text, i + match[0].length, '>');
      if (end < 0) continue;
      const [, slash, sign, word] = match;
      const name = sign === '@' ? `@${word}` : word;
      const from = i + 1 + slash.length + 1;
      const isEmpty = text[end - 2] === '/';
      put('tag', i, end, from, end - (isEmpty ? 2 : 1), slash === '' ? name : `end${name}`);
      i = end - 1;
    }
  }
  put('comment', text.length, text.length, text.length, text.length);
  return pieces.filter(({ start, end }) => end > start);
}

function closing(text: string, from: number, sign: string): number {
  const limit = Math.min(text.length, from + MAX_PIECE);
  let depth = 0;
  for (let i = from; i < limit; i++) {
    const c = text[i];
    if (c === '"' || c === "'") {
      const close = text.indexOf(c, i + 1);
      if (close > 0 && close < limit) i = close;
    } else if (c === '{' || c === '(') depth++;
    else if (depth > 0 && (c === '}' || c === ')')) depth--;
    else if (c === sign) return i + 1;
  }
  return -1;
}
