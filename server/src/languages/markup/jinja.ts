import type { At, Entry } from '../../ir/builder';
import { IterKind, type ModuleIR, type OutputIR, type ValueId } from '../../ir/ir';
import { HtmlContext } from '../html-context';
import { PageWriter } from '../page-writer';
import { bracePieces, type Piece } from './braces';
import { Expressions, unquoted } from './expressions';

/** Tags that end the text of another one or divide it. */
const DIVIDERS = new Set(['else', 'elif', 'elseif', 'elsif', 'elseIf', 'empty', 'plural']);
/** Tags that write nothing. */
const SILENT = new Set(['load', 'csrf_token', 'import', 'from', 'set', 'do', 'extends', 'firstof', 'regroup', 'debug']);
const MAX_NESTING = 60;

/** What differs between the families of such templates. */
interface Family {
  readonly kind: string;
  readonly comment: readonly [string, string];
  /** Functions stand behind a question mark: `name?upper_case`. */
  readonly hasBuiltins: boolean;
  pieces(text: string): readonly Piece[];
}

const JINJA: Family = { kind: 'jinja', comment: ['{#', '#}'], hasBuiltins: false, pieces: bracePieces };

/** Templates of Jinja and its kin: Django, Nunjucks, Swig, Twig, Liquid as far as they agree. */
export function readJinja(text: string, uri: string): ModuleIR {
  return new JinjaReader(text, uri).read();
}

/** Reads the pieces of a template whose blocks end with tags of their own. */
export class JinjaReader {
  protected readonly page: PageWriter;
  protected readonly expressions: Expressions;
  private readonly pieces: readonly Piece[];
  /** Names of tags that have an end somewhere. */
  protected readonly ends: ReadonlySet<string>;
  private at = 0;
  private depth = 0;

  constructor(
    protected readonly text: string,
    uri: string,
    family: Family = JINJA,
  ) {
    this.page = new PageWriter(uri, family, text);
    this.expressions = new Expressions(this.page, family.hasBuiltins);
    this.pieces = family.pieces(text);
    this.ends = new Set(
      this.pieces.flatMap(({ kind, name }) => (kind === 'tag' && isEnding(name) ? [name.slice(3)] : [])),
    );
  }

  read(): ModuleIR {
    while (this.at < this.pieces.length) {
      this.until(() => false);
      // An end without a beginning.
      this.at++;
    }
    return this.page.finish();
  }

  /** Reads up to a tag that ends something; returns it, not taken. */
  protected until(isEnd: (name: string) => boolean): Piece | undefined {
    while (this.at < this.pieces.length) {
      const piece = this.pieces[this.at];
      if (piece.kind === 'tag' && (isEnd(piece.name) || isEnding(piece.name))) return piece;
      this.at++;
      this.piece(piece);
    }
    return undefined;
  }

  protected piece(piece: Piece): void {
    const { page } = this;
    switch (piece.kind) {
      case 'text':
        page.page(piece.start, piece.end);
        return;
      case 'output':
        this.output(piece);
        return;
      case 'comment':
        page.module.comments.push({ start: piece.start, end: piece.end });
        return;
      case 'tag':
        this.tag(piece);
        return;
    }
  }

  protected output(piece: Piece): void {
    const { value, isRaw } = this.expressions.written(piece.from, piece.to);
    const at = trimmed(this.text, piece.from, piece.to);
    this.page.write(value, isRaw ? 'raw' : 'engine', at, piece, this.ways(at));
  }

  /** Escaping is what is left without the filter that switches it off; for scripts there is a filter of its own. */
  private ways({ start, end }: At): OutputIR['ways'] {
    const code = this.text.slice(start, end);
    const raw = [...code.matchAll(/[ \t]{0,8}\|[ \t]{0,8}(?:safe|raw|safeseq|noescape)\b(?!\()/g)];
    const without = raw.map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }));
    const isSimple = /^[\w.[\]'"|() :,-]*$/.test(code);
    if (without.length > 1 || !isSimple) return {};
    const last = without[0] ?? { start: end, end };
    return {
      escape: [{ ...last, text: without.length === 0 ? '|escape' : '' }],
      encode: [{ ...last, text: '|tojson' }],
    };
  }

  protected tag(tag: Piece): void {
    if (this.depth > MAX_NESTING) return;
    this.depth++;
    this.statement(tag);
    this.depth--;
  }

  protected statement(tag: Piece): void {
    const { page, expressions } = this;
    const { fn } = page;
    const { name } = tag;
    this.open(tag);
    if (name === 'if' || name === 'unless' || name === 'ifequal' || name === 'ifnotequal') this.if(tag);
    else if (name === 'for' || name === 'asyncEach' || name === 'asyncAll') this.for(tag);
    else if (name === 'set' || name === 'assign') this.set(tag);
    else if (name === 'with') this.with(tag);
    else if (name === 'autoescape') {
      const value = this.escapes();
      page.region(value, trimmed(this.text, tag.from, tag.to), () => this.body(tag));
    } else if (name === 'macro') this.macro(tag);
    else if (name === 'call') {
      expressions.value();
      this.body(tag);
    } else if (name === 'include' || name === 'extends' || name === 'extend' || name === 'layout') this.include(tag);
    else if (/^(?:block)?trans(?:late)?$/.test(name)) {
      if (this.ends.has(name)) fn.scoped(() => this.withNames(() => this.body(tag)));
    } else if (this.ends.has(name)) this.body(tag);
    else if (name === 'do' || name === 'print') {
      const value = expressions.value();
      if (name === 'print') page.write(value, 'engine', trimmed(this.text, tag.from, tag.to), tag);
    } else if (!SILENT.has(name)) page.html.written();
  }

  /** Begins to read a tag behind its name. */
  protected open(tag: Piece): void {
    this.expressions.open(tag.from, tag.to);
    this.expressions.next();
    // A name with a dot or a hyphen is more than one token.
    while (/^[.-]$/.test(this.expressions.peek().text) && tag.name.includes(this.expressions.peek().text)) {
      this.expressions.next();
      this.expressions.next();
    }
  }

  /** What stands between a tag and its end, which is taken. */
  protected body(tag: Piece): void {
    const end = this.until(() => false);
    if (end && (end.name === `end${tag.name}` || isEnding(end.name))) this.at++;
  }

  private if(tag: Piece): void {
    this.branches(tag);
    if (this.pieces[this.at]?.kind === 'tag') this.at++;
  }

  /** A condition with what follows it, up to the end, which is not taken. */
  private branches(tag: Piece): void {
    const { page, expressions } = this;
    const { fn } = page;
    const condition = expressions.value();
    while (!expressions.isAtEnd) {
      const before = expressions.peek().start;
      expressions.value();
      if (expressions.peek().start === before) expressions.next();
    }
    const mark = page.html.mark();
    const isDivider = (name: string): boolean => DIVIDERS.has(name);
    fn.if(
      condition,
      tag,
      () => {
        fn.scoped(() => this.until(isDivider));
      },
      () => {
        const divider = this.pieces[this.at];
        if (divider?.kind !== 'tag' || !isDivider(divider.name)) return;
        const first = page.html.mark();
        page.html.reset(mark);
        this.at++;
        if (divider.name === 'else' || divider.name === 'empty' || this.depth >= MAX_NESTING) this.until(() => false);
        else {
          this.open(divider);
          this.depth++;
          this.branches(divider);
          this.depth--;
        }
        // Ways that part meet again where the first one got to.
        page.html.reset(first);
      },
    );
  }

  protected for(tag: Piece): void {
    const { page, expressions } = this;
    const { fn } = page;
    const targets: { name: string; at: At }[] = [];
    while (!expressions.isAtEnd && !expressions.accept('in')) {
      const token = expressions.next();
      if (token.kind === 'name') targets.push({ name: token.text, at: token });
    }
    const before = expressions.peek().start;
    const iterable = this.iterable(before);
    if (!expressions.isAtEnd && expressions.accept('if')) expressions.value();
    fn.forEach(iterable, tag, IterKind.Values, (element) =>
      fn.scoped(() => {
        if (targets.length === 1) this.bind(targets[0], element);
        else
          targets.forEach((target, i) => {
            const key = fn.const(i, { start: target.at.start, end: target.at.start });
            this.bind(target, fn.index(element, key, target.at));
          });
        fn.writeVariable(fn.declare('loop'), fn.const(undefined, { start: tag.start, end: tag.start }), tag);
        this.until((name) => DIVIDERS.has(name));
      }),
    );
    const divider = this.pieces[this.at];
    if (divider?.kind === 'tag' && DIVIDERS.has(divider.name)) {
      this.at++;
      this.until(() => false);
    }
    if (this.pieces[this.at]?.kind === 'tag') this.at++;
  }

  /** What is gone through: `map.items` is what `map.items()` gives. */
  private iterable(start: number): ValueId {
    const { fn } = this.page;
    const value = this.expressions.plain();
    const written = this.text.slice(start, this.expressions.peek().start).trimEnd();
    const at = { start, end: start + written.length };
    return /\.(?:items|values|keys)$/.test(written) ? fn.call(value, [], at) : value;
  }

  protected bind({ name, at }: { name: string; at: At }, value: ValueId): void {
    const { fn } = this.page;
    fn.writeVariable(fn.declare(name), value, at);
  }

  protected set(tag: Piece): void {
    const { fn } = this.page;
    const { expressions } = this;
    const target = expressions.next();
    const names = [target];
    while (expressions.accept(',')) names.push(expressions.next());
    while (!expressions.isAtEnd && expressions.peek().text !== '=') expressions.next();
    if (!expressions.accept('=')) {
      // What is written up to the end is kept rather than written; it is read where it stands.
      if (this.ends.has(tag.name)) this.body(tag);
      return;
    }
    for (const name of names) {
      const value = expressions.value();
      expressions.accept(',');
      if (name.kind === 'name') fn.write(name.text, value, name);
    }
  }

  private with(tag: Piece): void {
    this.page.fn.scoped(() => this.withNames(() => this.body(tag)));
  }

  /** `a=b c=d`, `a = b, c = d`, `b as a`. */
  private withNames(body: () => void): void {
    const { fn } = this.page;
    const { expressions } = this;
    while (!expressions.isAtEnd) {
      const before = expressions.peek();
      if (before.text === 'with' || before.text === 'and' || before.text === ',' || before.text === 'count') {
        expressions.next();
        continue;
      }
      if (before.kind === 'name' && expressions.peek(1).text === '=') {
        expressions.next();
        expressions.next();
        this.bind({ name: before.text, at: before }, expressions.value());
      } else {
        const value = expressions.value();
        if (expressions.accept('as')) {
          const name = expressions.next();
          this.bind({ name: name.text, at: name }, value);
        }
      }
      if (expressions.peek().start === before.start) expressions.next();
    }
    fn.scoped(body);
  }

  private escapes(): ValueId {
    const { expressions } = this;
    const { fn } = this.page;
    const token = expressions.peek();
    if (token.text === 'off' || token.text === 'on') return fn.const(token.text === 'on', expressions.next());
    // Twig names what it escapes for.
    if (token.kind === 'string') return fn.const(unquoted(token.text) !== '', expressions.next());
    return expressions.isAtEnd ? fn.const(true, token) : expressions.value();
  }

  private macro(tag: Piece): void {
    const { page, expressions } = this;
    const name = expressions.next();
    const params: { name: string; at: At }[] = [];
    let depth = 0;
    while (!expressions.isAtEnd) {
      const token = expressions.next();
      if (token.text === '(' || token.text === '[' || token.text === '{') depth++;
      else if (token.text === ')' || token.text === ']' || token.text === '}') depth--;
      const follows = expressions.peek().text;
      if (depth === 1 && token.kind === 'name' && (follows === ',' || follows === '=' || follows === ')'))
        params.push({ name: token.text, at: token });
      if (token.text === '=' && depth === 1)
        while (!expressions.isAtEnd && expressions.peek().text !== ',' && expressions.peek().text !== ')')
          expressions.next();
    }
    const built = page.function(name.text, params, { start: tag.start, end: this.text.length }, () => this.body(tag));
    if (name.kind === 'name') page.fn.write(name.text, page.fn.closure(built, name), name);
  }

  protected include(tag: Piece): void {
    const { page, expressions } = this;
    const { fn } = page;
    const at = trimmed(this.text, tag.from, tag.to);
    const name = expressions.value();
    const entries: Entry[] = [];
    let inherits = true;
    while (!expressions.isAtEnd) {
      const token = expressions.next();
      if (token.text === 'only') inherits = false;
      if (token.text === 'without') inherits = false;
      if (token.kind === 'name' && expressions.peek().text === '=') {
        expressions.next();
        entries.push({ name: token.text, value: expressions.value() });
      }
    }
    const isParent = tag.name !== 'include';
    if (isParent) inherits = true;
    // Variables of the page itself go along: what loops and blocks around here declared.
    const own = inherits ? fn.localValues(at) : [];
    page.include(name, [...own, ...entries], at, inherits);
    if (isParent) page.html.reset(START);
  }
}

const START = new HtmlContext().mark();

function isEnding(name: string): boolean {
  return name.startsWith('end') && name.length > 3;
}

export function trimmed(text: string, from: number, to: number): At {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  return { start, end };
}
