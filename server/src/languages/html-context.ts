/**
 * Where in a page a value is written. `text` also stands for quoted attributes and whatever else escaping for HTML is
 * enough for; the others have a grammar of their own.
 */
export type PageContext =
  | 'text'
  /** An attribute without quotes, or between attributes: a space in the value begins another one. */
  | 'attribute'
  /** The beginning of an attribute that a browser follows. */
  | 'url'
  | 'event'
  | 'script'
  /** Between the quotes of a text in a script. */
  | 'string'
  | 'style'
  | 'comment';

enum State {
  Text,
  TagName,
  Tag,
  AttributeName,
  AfterName,
  BeforeValue,
  Value,
  Comment,
  Script,
  Style,
  /** Text of an element that holds no elements. */
  Raw,
}

/** Attributes by element that a browser runs or goes to: there a script may stand as an address. */
const LINKS: Readonly<Record<string, ReadonlySet<string>>> = {
  href: new Set(['a', 'area', 'base']),
  src: new Set(['iframe', 'script', 'embed', 'frame']),
  action: new Set(['form']),
  formaction: new Set(['button', 'input']),
  data: new Set(['object']),
};

/** Scripts that are not run: blocks of data and of other languages. */
const RUN_TYPES = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script[\d.]*|text\/babel|text\/jsx)$/i;

const LONGEST_NAME = 64;

/** What was read so far of a page, to be kept where its text may go on in two ways. */
export interface PageMark {
  readonly state: State;
  readonly name: string;
  readonly attribute: string;
  readonly quote: string;
  readonly isAtStart: boolean;
  readonly type: string;
  readonly scriptQuote: string;
}

/**
 * Reads the text of a page between the values that are written into it, character by character, as browsers do as far as
 * it matters: it knows elements, attributes and quotes, comments, scripts and styles.
 */
export class HtmlContext {
  private state: State = State.Text;
  /** Of the element whose tag is open or whose text is being read. */
  private name = '';
  private attribute = '';
  private quote = '';
  /** Nothing of the attribute's value has been read. */
  private isAtStart = true;
  /** Of a script. */
  private type = '';
  private value = '';
  /** Sign of the text in a script that is open; `/` and `*` for comments. */
  private scriptQuote = '';

  mark(): PageMark {
    const { state, name, attribute, quote, isAtStart, type, scriptQuote } = this;
    return { state, name, attribute, quote, isAtStart, type, scriptQuote };
  }

  reset(mark: PageMark): void {
    Object.assign(this, mark);
    this.value = '';
  }

  /** Where the next value goes. */
  get context(): PageContext {
    switch (this.state) {
      case State.TagName:
      case State.Tag:
      case State.AttributeName:
      case State.AfterName:
        return 'attribute';
      case State.BeforeValue:
        return this.ofAttribute() ?? 'attribute';
      case State.Value:
        return this.ofAttribute() ?? (this.quote === '' ? 'attribute' : 'text');
      case State.Comment:
        return 'comment';
      case State.Script:
        if (!RUN_TYPES.test(this.type)) return 'text';
        return this.scriptQuote === '"' || this.scriptQuote === "'" ? 'string' : 'script';
      case State.Style:
        return 'style';
      default:
        return 'text';
    }
  }

  /** Whether the next thing is all of an attribute's value, or its beginning, without quotes. */
  get isBeforeValue(): boolean {
    return this.state === State.BeforeValue;
  }

  private ofAttribute(): PageContext | undefined {
    const { attribute, name } = this;
    if (/^on[a-z]/.test(attribute)) return 'event';
    if (attribute === 'style') return 'style';
    if (attribute === 'srcdoc') return 'script';
    if (this.isAtStart && this.quote !== '' && LINKS[attribute]?.has(name)) return 'url';
    return undefined;
  }

  /** A value was written here. */
  written(): void {
    if (this.state === State.BeforeValue) {
      this.state = State.Value;
      this.quote = '';
    } else if (this.state === State.AfterName) this.state = State.AttributeName;
    this.isAtStart = false;
  }

  /** Reads on. Looks at nothing outside of the piece, so that reading a page in many pieces costs no more. */
  feed(piece: string): void {
    for (let i = 0; i < piece.length; i++) i = this.step(piece, i, piece.length);
  }

  /** Returns the last character that was taken. */
  private step(text: string, i: number, end: number): number {
    const c = text[i];
    switch (this.state) {
      case State.Text:
        if (c !== '<') return nextOf(text, '<', i, end) - 1;
        if (text.startsWith('!--', i + 1)) {
          this.state = State.Comment;
          return Math.min(i + 3, end - 1);
        }
        if (isLetter(text[i + 1]) || text[i + 1] === '/' || i + 1 === end) {
          this.state = State.TagName;
          this.name = '';
          this.type = '';
        }
        return i;
      case State.TagName:
        if (/[\w:.-]/.test(c) || (c === '/' && this.name === '')) {
          if (this.name.length < LONGEST_NAME) this.name += c.toLowerCase();
          return i;
        }
        this.state = State.Tag;
        return this.step(text, i, end);
      case State.Tag:
        if (c === '>') this.closeTag();
        else if (!isSpace(c) && c !== '/') {
          this.state = State.AttributeName;
          this.attribute = '';
          return this.step(text, i, end);
        }
        return i;
      case State.AttributeName:
        if (c === '=') this.state = State.BeforeValue;
        else if (isSpace(c)) this.state = State.AfterName;
        else if (c === '>' || c === '/') {
          this.state = State.Tag;
          return this.step(text, i, end);
        } else if (this.attribute.length < LONGEST_NAME) this.attribute += c.toLowerCase();
        this.isAtStart = true;
        this.quote = '';
        return i;
      case State.AfterName:
        if (isSpace(c)) return i;
        if (c === '=') {
          this.state = State.BeforeValue;
          return i;
        }
        this.state = State.Tag;
        return this.step(text, i, end);
      case State.BeforeValue:
        if (isSpace(c)) return i;
        if (c === '>') {
          this.state = State.Tag;
          return this.step(text, i, end);
        }
        this.state = State.Value;
        this.isAtStart = true;
        this.value = '';
        this.quote = c === '"' || c === "'" ? c : '';
        if (this.quote === '') return this.step(text, i, end);
        return i;
      case State.Value:
        return this.stepInValue(text, i, end);
      case State.Comment: {
        const close = text.indexOf('-->', i);
        if (close < 0 || close + 3 > end) return end - 1;
        this.state = State.Text;
        return close + 2;
      }
      default:
        return this.stepInElement(text, i, end);
    }
  }

  private stepInValue(text: string, i: number, end: number): number {
    const c = text[i];
    const isOver = this.quote === '' ? isSpace(c) || c === '>' : c === this.quote;
    if (!isOver) {
      if (!isSpace(c)) this.isAtStart = false;
      if (this.value.length < LONGEST_NAME) this.value += c;
      return i;
    }
    if (this.attribute === 'type') this.type = this.value.trim();
    this.state = State.Tag;
    return this.quote === '' ? this.step(text, i, end) : i;
  }

  private stepInElement(text: string, i: number, end: number): number {
    const c = text[i];
    if (c === '<' && text[i + 1] === '/' && text.slice(i + 2, i + 2 + this.name.length).toLowerCase() === this.name) {
      this.state = State.TagName;
      this.name = '';
      return i;
    }
    if (this.state !== State.Script) return i;
    if (this.scriptQuote === '') {
      if (c === '"' || c === "'" || c === '`') this.scriptQuote = c;
      else if (c === '/' && (text[i + 1] === '/' || text[i + 1] === '*') && i + 1 < end) {
        this.scriptQuote = text[i + 1];
        return i + 1;
      }
    } else if (this.scriptQuote === '/') {
      if (c === '\n') this.scriptQuote = '';
    } else if (this.scriptQuote === '*') {
      if (c === '*' && text[i + 1] === '/') {
        this.scriptQuote = '';
        return Math.min(i + 1, end - 1);
      }
    } else if (c === '\\') return Math.min(i + 1, end - 1);
    else if (c === this.scriptQuote || (c === '\n' && this.scriptQuote !== '`')) this.scriptQuote = '';
    return i;
  }

  private closeTag(): void {
    const { name } = this;
    this.scriptQuote = '';
    this.state =
      name === 'script'
        ? State.Script
        : name === 'style'
          ? State.Style
          : name === 'textarea' || name === 'title'
            ? State.Raw
            : State.Text;
  }
}

function nextOf(text: string, sign: string, from: number, end: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 || found > end ? end : found;
}

function isSpace(c: string): boolean {
  return c === ' ' || c === '\n' || c === '\t' || c === '\r' || c === '\f';
}

function isLetter(c: string | undefined): boolean {
  return c !== undefined && /[a-zA-Z]/.test(c);
}
