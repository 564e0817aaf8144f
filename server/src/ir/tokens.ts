import type { ConstantValue } from './ir';

/** One word of the text form. */
export interface Token {
  readonly kind: 'string' | 'span' | 'value' | 'ref' | 'label' | 'number' | 'word' | 'mark';
  /** Without the sigil of values, references and labels; a string's contents; the numbers of a span. */
  readonly text: string;
  /** Absolute offsets in the text that is read. */
  readonly start: number;
  readonly end: number;
}

/** Told with the line's number, since that is where a person looks. */
export class IrSyntaxError extends Error {
  override readonly name = 'IrSyntaxError';

  constructor(line: number, message: string) {
    super(`Line ${line}: ${message}`);
  }
}

const TOKEN = [
  /(?<string>"(?:[^"\\]|\\.)*")/,
  /\[(?<span>-?\d+(?:\.\.-?\d+)?(?: -?\d+\.\.-?\d+)?)\]/,
  /%(?<value>[\w$]+(?:\.[A-Za-z_$][\w$]*)*)/,
  /#(?<ref>[\w$]+)/,
  /@(?<label>[\w$]+)/,
  /(?<number>-Infinity|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)/,
  /(?<word>[A-Za-z_$][\w$]*(?:-[A-Za-z]+)*)/,
  /(?<mark>\.\.\.|\*\*|[(),:=])/,
]
  .map((part) => part.source)
  .join('|');
const KINDS = ['string', 'span', 'value', 'ref', 'label', 'number', 'word', 'mark'] as const;

/** The words of one line. What follows a semicolon is a comment. */
export class Line {
  readonly tokens: readonly Token[];
  private position = 0;

  constructor(
    text: string,
    readonly start: number,
    readonly number: number,
  ) {
    this.tokens = this.tokenize(text);
  }

  private tokenize(text: string): Token[] {
    const tokens: Token[] = [];
    const pattern = new RegExp(TOKEN, 'y');
    for (let at = skipBlanks(text, 0); at < text.length && text[at] !== ';'; at = skipBlanks(text, pattern.lastIndex)) {
      pattern.lastIndex = at;
      const groups = pattern.exec(text)?.groups;
      if (!groups) throw this.error(`cannot be read from “${text.slice(at, at + 20)}” on`);
      const kind = KINDS.find((name) => groups[name] !== undefined);
      if (kind === undefined) throw this.error(`cannot be read from “${text.slice(at, at + 20)}” on`);
      const token = kind === 'string' ? JSON.parse(groups[kind]) : groups[kind];
      tokens.push({ kind, text: token, start: this.start + at, end: this.start + pattern.lastIndex });
    }
    return tokens;
  }

  /** The span that ends the line in a text that keeps positions. */
  get span(): readonly number[] | undefined {
    const last = this.tokens.at(-1);
    return last?.kind === 'span' ? (last.text.match(/-?\d+/g) ?? []).map(Number) : undefined;
  }

  peek(ahead = 0): Token | undefined {
    const token = this.tokens[this.position + ahead];
    return token?.kind === 'span' ? undefined : token;
  }

  /** Where the next word begins. */
  get here(): number {
    return this.tokens[this.position]?.start ?? this.contentEnd;
  }

  /** Where what counts of the line ends. */
  get contentEnd(): number {
    const last = this.tokens.at(-1);
    if (last?.kind !== 'span') return last?.end ?? this.start;
    return this.tokens.at(-2)?.end ?? this.start;
  }

  next(): Token {
    const token = this.peek();
    if (!token) throw this.error('ends too early');
    this.position++;
    return token;
  }

  /** Takes the word if it comes next. */
  accept(text: string): boolean {
    const token = this.peek();
    if (!token || token.text !== text || (token.kind !== 'word' && token.kind !== 'mark')) return false;
    this.position++;
    return true;
  }

  expect(text: string): void {
    if (!this.accept(text)) throw this.error(`needs “${text}” where “${this.peek()?.text ?? 'its end'}” is`);
  }

  take(kind: Token['kind']): string {
    const token = this.next();
    if (token.kind !== kind) throw this.error(`needs a ${kind} where “${token.text}” is`);
    return token.text;
  }

  /** A name: a word or a string. */
  name(): string {
    const token = this.next();
    if (token.kind !== 'word' && token.kind !== 'string') throw this.error(`needs a name where “${token.text}” is`);
    return token.text;
  }

  /** Entries between parentheses. */
  list<T>(entry: () => T): T[] {
    const entries: T[] = [];
    this.expect('(');
    if (this.accept(')')) return entries;
    do entries.push(entry());
    while (this.accept(','));
    this.expect(')');
    return entries;
  }

  isLiteral(): boolean {
    const token = this.peek();
    return token?.kind === 'string' || token?.kind === 'number' || (token?.kind === 'word' && WORDS.has(token.text));
  }

  literal(): ConstantValue {
    const token = this.next();
    if (token.kind === 'string') return token.text;
    if (token.kind === 'number') return Number(token.text);
    if (!WORDS.has(token.text)) throw this.error(`needs a value where “${token.text}” is`);
    return WORDS.get(token.text);
  }

  finish(): void {
    const token = this.peek();
    if (token) throw this.error(`has “${token.text}” too much`);
  }

  error(message: string): IrSyntaxError {
    return new IrSyntaxError(this.number, message);
  }
}

const WORDS: ReadonlyMap<string, ConstantValue> = new Map<string, ConstantValue>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
]);

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text[at] === ' ' || text[at] === '\t' || text[at] === '\r')) at++;
  return at;
}
