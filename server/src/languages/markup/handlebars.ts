import type { At, Entry } from '../../ir/builder';
import { IterKind, type ModuleIR, type OutputIR, type ValueId } from '../../ir/ir';
import type { PageMark } from '../html-context';
import { PageWriter } from '../page-writer';
import { FILTERS, unquoted } from './expressions';

interface Mustache {
  /** With the braces. */
  readonly start: number;
  readonly end: number;
  /** Between them, without the signs. */
  readonly from: number;
  readonly to: number;
  /** `#`, `/`, `^`, `>`, `&`, `{`, `!` or nothing. */
  readonly sign: string;
}

interface Token {
  readonly text: string;
  readonly kind: 'path' | 'string' | 'sign';
  readonly start: number;
  readonly end: number;
}

/** What names mean in a block: members of a value, or the template's variables. */
interface Context {
  readonly value: ValueId | undefined;
  readonly parent: Context | undefined;
}

const MAX_PIECE = 4000;
const MAX_NESTING = 50;
const CONDITIONS = new Set(['if', 'unless', 'ifCond', 'eq', 'is', 'and', 'or', 'compare']);

/** Handlebars and Mustache. In Mustache a name that the value at hand has not is looked for around it. */
export function readHandlebars(text: string, uri: string): ModuleIR {
  return new HandlebarsReader(text, uri).read();
}

class HandlebarsReader {
  private readonly page: PageWriter;
  private readonly tags: readonly Mustache[];
  private readonly looksAround: boolean;
  private context: Context = { value: undefined, parent: undefined };
  private at = 0;
  private depth = 0;
  /** How far the page's text was read. */
  private reached = 0;

  constructor(
    private readonly text: string,
    uri: string,
  ) {
    this.page = new PageWriter(uri, { kind: 'handlebars', comment: ['{{!--', '--}}'] }, text);
    this.tags = tagsIn(text);
    this.looksAround = uri.endsWith('.mustache');
  }

  read(): ModuleIR {
    while (this.at < this.tags.length) {
      this.until();
      this.at++;
    }
    this.page.page(this.reached, this.text.length);
    return this.page.finish();
  }

  /** Up to a tag that ends a block or divides one; it is not taken. */
  private until(): Mustache | undefined {
    while (this.at < this.tags.length) {
      const tag = this.tags[this.at];
      this.page.page(this.reached, tag.start);
      this.reached = tag.end;
      const code = this.text.slice(tag.from, Math.min(tag.to, tag.from + 12)).trim();
      if (tag.sign === '/' || (tag.sign === '^' && code === '') || (tag.sign === '' && /^else\b/.test(code)))
        return tag;
      this.at++;
      this.tag(tag);
    }
    return undefined;
  }

  private tag(tag: Mustache): void {
    const { page } = this;
    if (tag.sign === '!') page.module.comments.push({ start: tag.start, end: tag.end });
    else if (tag.sign === '#' || tag.sign === '^') {
      if (this.depth++ < MAX_NESTING) this.block(tag);
      else this.until();
      this.depth--;
    } else if (tag.sign === '>') this.partial(tag);
    else this.output(tag);
  }

  private output(tag: Mustache): void {
    const tokens = tokensIn(this.text, tag.from, tag.to);
    if (tokens.length === 0) return;
    const isRaw = tag.sign === '{' || tag.sign === '&';
    const value = this.expression(tokens);
    const at = { start: tokens[0].start, end: tokens[tokens.length - 1].end };
    this.page.write(value, isRaw ? 'raw' : 'engine', at, tag, isRaw ? this.escaping(tag) : {});
  }

  private escaping(tag: Mustache): OutputIR['ways'] {
    if (tag.sign === '&') return { escape: [{ start: tag.from - 1, end: tag.from, text: '' }] };
    const close = this.text.indexOf('}', tag.to);
    return {
      escape: [
        { start: tag.from - 1, end: tag.from, text: '' },
        { start: close, end: close + 1, text: '' },
      ],
    };
  }

  /** A path, or a helper with what it is given. */
  private expression(tokens: readonly Token[]): ValueId {
    const { fn } = this.page;
    const [head, ...rest] = tokens;
    const at = { start: head.start, end: tokens[tokens.length - 1].end };
    if (rest.length === 0) return this.operand(head);
    const args = this.arguments(rest);
    if (head.text === 'lookup' && args.length === 2) return fn.index(args[0].value, args[1].value, at);
    return fn.call(fn.import(FILTERS, head.text, head), args, at);
  }

  private arguments(tokens: readonly Token[]): Entry[] {
    const args: Entry[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (token.text === 'as' && tokens[i + 1]?.text === '|') break;
      const isNamed = tokens[i + 1]?.text === '=' && token.kind === 'path';
      const from = isNamed ? i + 2 : i;
      if (from >= tokens.length) break;
      let value: ValueId;
      if (tokens[from].text === '(') {
        let depth = 1;
        let to = from + 1;
        for (; to < tokens.length && depth > 0; to++) {
          if (tokens[to].text === '(') depth++;
          else if (tokens[to].text === ')') depth--;
        }
        const inner = tokens.slice(from + 1, to - (depth === 0 ? 1 : 0));
        value =
          inner.length === 0 || this.depth > MAX_NESTING
            ? this.page.fn.const(undefined, tokens[from])
            : this.nested(() => this.expression(inner));
        i = to - 1;
      } else {
        if (tokens[from].kind === 'sign') continue;
        value = this.operand(tokens[from]);
        i = from;
      }
      args.push(isNamed ? { name: token.text, value } : { value });
    }
    return args;
  }

  private nested<T>(body: () => T): T {
    this.depth++;
    const result = body();
    this.depth--;
    return result;
  }

  private operand(token: Token): ValueId {
    const { fn } = this.page;
    if (token.kind === 'string') return fn.const(unquoted(token.text), token);
    const { text } = token;
    if (/^-?\d+(?:\.\d+)?$/.test(text)) return fn.const(Number(text), token);
    if (text === 'true' || text === 'false') return fn.const(text === 'true', token);
    if (text === 'null' || text === 'undefined') return fn.const(null, token);
    if (text.startsWith('@') && !text.startsWith('@root')) return fn.const(undefined, token);
    return this.path(token);
  }

  private path(token: Token): ValueId {
    const { fn } = this.page;
    let context: Context | undefined = this.context;
    let path = token.text.replace(/^@root[./]?/, () => {
      context = undefined;
      return '';
    });
    while (path.startsWith('../')) {
      context = context?.parent;
      path = path.slice(3);
    }
    const names = path
      .replace(/^(?:\.\/|this(?=$|[./])[./]?)/, '')
      .split(/[./]/)
      .map((name) => name.replace(/^\[|\]$/g, '')); // prettier-ignore
    const [first, ...rest] = names.filter((name) => name !== '' && name !== 'this');
    const held = context?.value;
    if (first === undefined) return held === undefined ? fn.const(undefined, token) : fn.copy(held, token);
    let value = this.name(first, held, context, token);
    for (const name of rest) value = fn.field(value, name, token);
    return value;
  }

  private name(name: string, held: ValueId | undefined, context: Context | undefined, at: At): ValueId {
    const { fn } = this.page;
    // Names that blocks declare (`as |item|`) go before members.
    if (held === undefined || fn.lookup(name)) return fn.read(name, at);
    const own = fn.field(held, name, at);
    if (!this.looksAround) return own;
    return fn.conditional(
      own,
      at,
      () => own,
      () => this.name(name, context?.parent?.value, context?.parent, at),
    );
  }

  private block(tag: Mustache): void {
    const { page } = this;
    const { fn } = page;
    const tokens = tokensIn(this.text, tag.from, tag.to).filter(({ text }) => text !== '*' && text !== '>');
    const [head] = tokens;
    if (!head) return;
    const mark = page.html.mark();
    const params = blockParams(tokens);
    const args = this.arguments(tokens.slice(1));
    const helper = tokens.length > 1 || /^(?:if|each|with|unless)$/.test(head.text) ? head.text : '';
    const subject = helper === '' ? this.operand(head) : (args[0]?.value ?? fn.const(undefined, head));
    const body = (value: ValueId | undefined, names: readonly (ValueId | undefined)[] = []): void => {
      fn.scoped(() => {
        params.forEach((param, i) => {
          const given = names[i];
          fn.writeVariable(fn.declare(param.text), given ?? fn.const(undefined, param), param);
        });
        const outer = this.context;
        if (value !== undefined) this.context = { value, parent: outer };
        this.until();
        this.context = outer;
      });
    };
    const loop = (): void =>
      fn.forEach(subject, tag, IterKind.Values, (element) => body(element, [element, undefined]), undefined, tag);
    if (helper === 'each') loop();
    else if (helper === 'with') body(subject, [subject]);
    else if (helper === '' && tag.sign === '#') this.section(subject, tag, loop, body);
    else if (CONDITIONS.has(helper) || tag.sign === '^') fn.if(subject, tag, () => body(undefined));
    else
      body(
        undefined,
        args.map(({ value }) => value),
      ); // prettier-ignore
    this.otherwise(mark);
    if (this.tags[this.at]?.sign === '/') this.at++;
  }

  /** `{{#name}}`: for each element of a list, once with an object, once for what is true. */
  private section(subject: ValueId, tag: Mustache, loop: () => void, body: (value: ValueId) => void): void {
    const { page } = this;
    const { at, reached } = this;
    const mark = page.html.mark();
    const { outputs } = page;
    page.fn.if(subject, tag, () => {
      loop();
    });
    // Read again for the other meaning, unless that goes on for long.
    if (this.at - at > 40 || this.depth > 3) return;
    const { comments } = page.module;
    const kept = [outputs.length, comments.length];
    [this.at, this.reached] = [at, reached];
    page.html.reset(mark);
    page.fn.if(subject, tag, () => body(subject));
    [outputs.length, comments.length] = kept;
  }

  private otherwise(mark: PageMark): void {
    const { page } = this;
    for (let divider = this.tags[this.at]; divider && divider.sign !== '/'; divider = this.tags[this.at]) {
      const first = page.html.mark();
      page.html.reset(mark);
      this.at++;
      page.fn.if(page.fn.opaque('otherwise', [], divider), divider, () => {
        page.fn.scoped(() => this.until());
      });
      page.html.reset(first);
    }
  }

  private partial(tag: Mustache): void {
    const { page } = this;
    const { fn } = page;
    const [head, ...rest] = tokensIn(this.text, tag.from, tag.to);
    if (!head || head.text === '(') return;
    const name = fn.const(head.kind === 'string' ? unquoted(head.text) : head.text, head);
    const args = this.arguments(rest);
    const entries: Entry[] = [];
    const given = args.find((arg) => arg.name === undefined)?.value ?? this.context.value;
    if (given !== undefined) entries.push({ value: given, spread: 'map' });
    entries.push(...args.filter((arg) => arg.name !== undefined));
    page.include(name, [...fn.localValues(tag), ...entries], { start: head.start, end: rest.at(-1)?.end ?? head.end });
  }
}

/** `as |item index|` at the end of what opens a block. */
function blockParams(tokens: readonly Token[]): Token[] {
  const at = tokens.findIndex(({ text }, i) => text === 'as' && tokens[i + 1]?.text === '|');
  return at < 0 ? [] : tokens.slice(at + 2).filter(({ kind }) => kind === 'path');
}

function tagsIn(text: string): Mustache[] {
  const tags: Mustache[] = [];
  const missing = new Set<string>();
  for (let open = text.indexOf('{{'); open >= 0; ) {
    const isTriple = text[open + 2] === '{';
    let from = open + (isTriple ? 3 : 2);
    if (!isTriple && text[from] === '~') from++;
    const isComment = text.startsWith('!--', from);
    const closing = isComment ? '--}}' : isTriple ? '}}}' : '}}';
    // What is missing from here on is missing further on, too.
    const close = missing.has(closing) ? -1 : text.indexOf(closing, from);
    if (close < 0) missing.add(closing);
    if (close < 0 || (!isComment && close - from > MAX_PIECE)) {
      if (missing.has('}}')) break;
      open = text.indexOf('{{', open + 2);
      continue;
    }
    const end = close + closing.length;
    let sign = isTriple ? '{' : '';
    if (!isTriple && /[#/^>&!]/.test(text[from] ?? '')) {
      sign = text[from];
      from++;
    }
    if (text[open - 1] !== '\\')
      tags.push({ start: open, end, from, to: text[close - 1] === '~' ? close - 1 : close, sign });
    open = text.indexOf('{{', end);
  }
  return tags;
}

const TOKEN = /"[^"\n]*"|'[^'\n]*'|[()|=*>]|[^\s()|=*>"']+|["']/g;

function tokensIn(text: string, from: number, to: number): Token[] {
  const code = text.slice(from, to);
  return [...code.matchAll(TOKEN)].map(({ 0: token, index }) => ({
    text: token,
    kind: /^["'].*["']$/s.test(token) && token.length > 1 ? 'string' : /^["'()|=*>]$/.test(token) ? 'sign' : 'path',
    start: from + index,
    end: from + index + token.length,
  }));
}
