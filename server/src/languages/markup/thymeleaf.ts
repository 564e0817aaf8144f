import type { At, Entry } from '../../ir/builder';
import { ConcatKind, IterKind, type ModuleIR, type OutputIR, type ValueId } from '../../ir/ir';
import { PAGE } from '../page-model';
import { PageWriter } from '../page-writer';
import { Expressions } from './expressions';

interface Attribute {
  readonly name: string;
  readonly nameAt: At;
  readonly value: At;
}

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isEmpty: boolean;
  readonly isEnd: boolean;
  readonly attributes: readonly Attribute[];
}

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
/** Attributes of the dialect that write nothing into the page as they stand. */
const SILENT =
  /^(?:each|if|unless|switch|case|with|object|field|fragment|ref|remove|inline|block|assert|errors|errorclass|replace|insert|include|attr|attrappend|attrprepend|classappend|checked|selected|disabled|readonly|required)$/;
const MAX_DEPTH = 60;
const MAX_TAG = 6000;

/** Thymeleaf: pages whose attributes say what is written where. */
export function readThymeleaf(text: string, uri: string): ModuleIR {
  return new ThymeleafReader(text, uri).read();
}

class ThymeleafReader {
  private readonly page: PageWriter;
  private readonly expressions: Expressions;
  /** What `*{…}` is about. */
  private readonly objects: ValueId[] = [];
  private at = 0;
  private depth = 0;
  /** Inside of what is replaced when the page is made. */
  private isPrototype = false;

  constructor(
    private readonly text: string,
    uri: string,
  ) {
    this.page = new PageWriter(uri, { kind: 'thymeleaf', comment: ['<!--/*', '*/-->'] }, text);
    this.expressions = new Expressions(this.page);
  }

  read(): ModuleIR {
    const { fn } = this.page;
    const none = { start: 0, end: 0 };
    fn.writeVariable(fn.declare('param'), fn.import(PAGE, 'parameters', none), none);
    while (this.at < this.text.length) this.children('');
    return this.page.finish();
  }

  /** Reads up to the end of an element, which is taken; ends of others are passed over. */
  private children(name: string): void {
    const { text, page } = this;
    let nested = 0;
    while (this.at < text.length) {
      const open = text.indexOf('<', this.at);
      const to = open < 0 ? text.length : open;
      this.inline(this.at, to, false);
      this.at = to;
      if (open < 0) return;
      if (text.startsWith('<!--', open)) {
        const close = text.indexOf('-->', open);
        this.at = close < 0 ? text.length : close + 3;
        page.module.comments.push({ start: open, end: this.at });
        continue;
      }
      const tag = this.tag(open);
      if (!tag) {
        page.page(open, open + 1);
        this.at = open + 1;
        continue;
      }
      this.at = tag.end;
      if (tag.isEnd) {
        page.page(tag.start, tag.end);
        if (tag.name === name && nested-- === 0) return;
        continue;
      }
      if (this.element(tag)) continue;
      if (tag.name === name && !tag.isEmpty) nested++;
    }
  }

  /** Returns whether what is in the element was read, too. */
  private element(tag: Tag): boolean {
    const { page } = this;
    const { fn } = page;
    const of = (name: string): Attribute | undefined =>
      tag.attributes.find((one) => one.name === `th:${name}` || one.name === `data-th-${name}`);
    const hasInside = !tag.isEmpty && !VOID.has(tag.name);
    if (this.isPrototype || this.depth >= MAX_DEPTH) {
      page.page(tag.start, tag.end);
      return false;
    }
    const each = of('each');
    const scoped = of('with') ?? of('object');
    const content = of('utext') ?? of('text');
    const inside = (): void => {
      this.attributes(tag);
      page.page(tag.start, tag.end);
      if (content) this.content(content);
      if (!hasInside) return;
      if (tag.name === 'script' || tag.name === 'style') this.code(tag, of('inline'));
      else this.prototype(content !== undefined, () => this.children(tag.name));
    };
    if (!each && !scoped && !content && tag.name !== 'script' && tag.name !== 'style') {
      this.attributes(tag);
      page.page(tag.start, tag.end);
      return false;
    }
    this.depth++;
    if (each) this.loop(each, tag, inside);
    else
      fn.scoped(() => {
        const before = this.objects.length;
        this.declare(of('with'));
        const object = of('object');
        if (object) this.objects.push(this.expression(object.value));
        inside();
        this.objects.length = before;
      });
    this.depth--;
    return true;
  }

  private prototype(isReplaced: boolean, body: () => void): void {
    const before = this.isPrototype;
    this.isPrototype ||= isReplaced;
    body();
    this.isPrototype = before;
  }

  /** `th:each="item, state : ${items}"`. */
  private loop(each: Attribute, tag: Tag, body: () => void): void {
    const { fn } = this.page;
    const { start, end } = each.value;
    const colon = this.text.slice(start, end).indexOf(':');
    const from = start + colon + 1;
    const name = /^\s*([\w$]+)/.exec(this.text.slice(start, end));
    const iterable = this.expression({ start: from, end });
    fn.forEach(iterable, tag, IterKind.Values, (element) =>
      fn.scoped(() => {
        if (name) {
          const at = start + name[0].length - name[1].length;
          fn.writeVariable(fn.declare(name[1]), element, { start: at, end: at + name[1].length });
        }
        body();
      }),
    );
  }

  /** `th:with="a=${b}, c=${d}"`. */
  private declare(attribute: Attribute | undefined): void {
    if (!attribute) return;
    const { fn } = this.page;
    const { start, end } = attribute.value;
    for (const { from, to } of parts(this.text, start, end)) {
      const match = /^\s*([\w$]+)\s*=/.exec(this.text.slice(from, to));
      if (!match) continue;
      const at = from + match[0].indexOf(match[1]);
      const value = this.expression({ start: from + match[0].length, end: to });
      fn.writeVariable(fn.declare(match[1]), value, { start: at, end: at + match[1].length });
    }
  }

  private content({ name, nameAt, value }: Attribute): void {
    const isRaw = name.endsWith('utext');
    const at = trimmed(this.text, value);
    const sign = nameAt.end - 'utext'.length;
    const ways: OutputIR['ways'] = isRaw ? { escape: [{ start: sign, end: sign + 1, text: '' }] } : {};
    this.page.write(this.expression(value), isRaw ? 'raw' : 'escaped', at, at, ways);
  }

  private attributes(tag: Tag): void {
    const { page, text } = this;
    for (const { name, value } of tag.attributes) {
      const bare = /^(?:th:|data-th-)(.+)$/.exec(name)?.[1];
      if (bare === undefined || bare === 'text' || bare === 'utext') continue;
      if (bare === 'replace' || bare === 'insert' || bare === 'include') this.include(value);
      else if (!SILENT.test(bare) && !bare.startsWith('on')) {
        const mark = page.html.mark();
        page.html.feed(`<${tag.name} ${bare}="`);
        const at = trimmed(text, value);
        page.write(this.expression(value), 'escaped', at, at);
        page.html.reset(mark);
      }
    }
  }

  /** `~{layout/head :: title(x=${y})}`. */
  private include(value: At): void {
    const { page, text } = this;
    const code = text.slice(value.start, value.end);
    const path = /^\s*(?:~\{)?\s*([\w./-]+)\s*(?:::|\}|$)/.exec(code)?.[1];
    if (!path || path === 'this') return;
    const at = { start: value.start + code.indexOf(path), end: value.start + code.indexOf(path) + path.length };
    const entries: Entry[] = page.fn.localValues(at).filter(({ name }) => name !== 'param');
    page.include(page.fn.const(path, at), entries, at);
  }

  /** Text of a script or a style, as it stands up to the end. */
  private code(tag: Tag, inlined: Attribute | undefined): void {
    const { text, page } = this;
    const mode = inlined ? text.slice(inlined.value.start, inlined.value.end).trim() : '';
    const close = endOfElement(text, tag.end, tag.name);
    if (mode === 'none') page.page(tag.end, close);
    else this.inline(tag.end, close, mode === 'javascript' || mode === 'css');
    this.at = close;
  }

  /** `[[…]]` and `[(…)]` in text; where the engine knows the language, the first encodes for that. */
  private inline(start: number, end: number, isEncoded: boolean): void {
    const { page, text } = this;
    let at = start;
    for (let open = text.indexOf('[', start); open >= 0 && open < end; open = text.indexOf('[', open + 1)) {
      const sign = text[open + 1];
      if (sign !== '[' && sign !== '(') continue;
      const close = text.indexOf(sign === '[' ? ']]' : ')]', open);
      if (close < 0 || close >= end || !/[$*#@~|'{]/.test(text.slice(open + 2, open + 4))) continue;
      page.page(at, open);
      const value = { start: open + 2, end: close };
      const inner = trimmed(text, value);
      const isRaw = sign === '(';
      const ways: OutputIR['ways'] = isRaw
        ? {
            escape: [
              { start: open + 1, end: open + 2, text: '[' },
              { start: close, end: close + 1, text: ']' },
            ],
          }
        : {}; // prettier-ignore
      if (!this.isPrototype && (isRaw || !isEncoded))
        page.write(this.expression(value), isRaw ? 'raw' : 'escaped', inner, { start: open, end: close + 2 }, ways);
      at = close + 2;
      open = close + 1;
    }
    page.page(at, end);
  }

  /** Texts and the variables between them, joined. */
  private expression(value: At): ValueId {
    const { fn } = this.page;
    const at = trimmed(this.text, value);
    const found: ValueId[] = [];
    let from = at.start;
    const literal = (to: number): void => {
      const said = this.text
        .slice(from, to)
        .replace(/^\s*@\{|^\s*\|/, '')
        .replace(/['+|\s]+/g, ''); // prettier-ignore
      if (said !== '' && to > from) found.push(fn.const(said, { start: from, end: to }));
    };
    for (let i = at.start; i < at.end - 1; i++) {
      const sign = this.text[i];
      if (this.text[i + 1] !== '{' || (sign !== '$' && sign !== '*')) continue;
      const close = closeOf(this.text, i + 1, at.end);
      literal(i);
      found.push(this.variable(sign, i + 2, close - 1));
      from = close;
      i = close - 1;
    }
    if (found.length === 0) return fn.const(this.text.slice(at.start, at.end), at);
    literal(at.end);
    if (found.length === 1) return fn.copy(found[0], at);
    return fn.concat(ConcatKind.Template, found, at);
  }

  private variable(sign: string, start: number, end: number): ValueId {
    const { fn } = this.page;
    const object = this.objects[this.objects.length - 1];
    const { value } = this.expressions.written(start, end);
    if (sign === '$' || object === undefined) return value;
    const path = this.text.slice(start, end).trim();
    return /^[\w.]+$/.test(path)
      ? path.split('.').reduce((held, name) => fn.field(held, name, { start, end }), object)
      : fn.opaque('selection', [object, value], { start, end });
  }

  private tag(start: number): Tag | undefined {
    const { text } = this;
    const match = /^<(\/?)([a-zA-Z][\w:-]*)/.exec(text.slice(start, start + 60));
    if (!match) return undefined;
    const attributes: Attribute[] = [];
    const limit = Math.min(text.length, start + MAX_TAG);
    let at = start + match[0].length;
    let name: At | undefined;
    while (at < limit) {
      const c = text[at];
      if (c === '>') {
        const isEmpty = text[at - 1] === '/';
        return { name: match[2].toLowerCase(), start, end: at + 1, isEmpty, isEnd: match[1] !== '', attributes };
      }
      if (c === '"' || c === "'") {
        const close = text.indexOf(c, at + 1);
        if (close < 0 || close > limit) return undefined;
        if (name)
          attributes.push({
            name: text.slice(name.start, name.end).toLowerCase(),
            nameAt: name,
            value: { start: at + 1, end: close },
          });
        name = undefined;
        at = close + 1;
      } else if (/[\s=/]/.test(c)) at++;
      else {
        const from = at;
        while (at < limit && !/[\s=>"'/]/.test(text[at])) at++;
        name = { start: from, end: at };
      }
    }
    return undefined;
  }
}

/** Start of the closing tag of a script or a style. */
function endOfElement(text: string, from: number, name: string): number {
  for (let open = text.indexOf('</', from); open >= 0; open = text.indexOf('</', open + 2))
    if (text.slice(open + 2, open + 2 + name.length).toLowerCase() === name) return open;
  return text.length;
}

/** Behind the brace that closes the one here. */
function closeOf(text: string, open: number, limit: number): number {
  let depth = 0;
  for (let i = open; i < limit; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i + 1;
  }
  return limit;
}

/** Pieces between commas that are in no bracket. */
function parts(text: string, start: number, end: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let depth = 0;
  let from = start;
  for (let i = start; i < end; i++) {
    const c = text[i];
    if (c === '(' || c === '{') depth++;
    else if (c === ')' || c === '}') depth--;
    else if (c === ',' && depth === 0) {
      found.push({ from, to: i });
      from = i + 1;
    }
  }
  found.push({ from, to: end });
  return found;
}

function trimmed(text: string, { start: from, end: to }: At): At {
  let start = from;
  let end = Math.max(from, to);
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  return { start, end };
}
