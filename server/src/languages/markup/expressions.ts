import type { At, Entry } from '../../ir/builder';
import { ArrayKind, ConcatKind, type ValueId } from '../../ir/ir';
import type { PageWriter } from '../page-writer';

/** A value, and whether the template says that it is HTML already. */
export interface Written {
  readonly value: ValueId;
  readonly isRaw: boolean;
}

interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'sign' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Library of the filters that the families share. */
export const FILTERS = '%filters';

/** Filters that say: this is HTML, write it as it is. */
const RAW = new Set(['no_esc', 'safe', 'raw', 'mark_safe', 'safeseq', 'noescape', 'n']);
/** Filters after which the engine escapes whatever was said before. */
const ESCAPING = new Set(['e', 'escape', 'force_escape', 'forceescape', 'h']);

const WORD_OPERATORS: Readonly<Record<string, string>> = { and: '&&', or: '||', '&&': '&&', '||': '||' };
const COMPARISONS = new Set(['==', '!=', '<', '>', '<=', '>=', '===', '!==', 'in', 'is']);
const SUMS = new Set(['+', '-', '~']);
const PRODUCTS = new Set(['*', '/', '//', '%', '**']);
const MAX_DEPTH = 40;
const LONGEST_SIGNS = ['===', '!==', '**', '//', '==', '!=', '<=', '>=', '&&', '||', '??', '=>'];

const NAME = /[\p{L}_$@][\p{L}\p{N}_$]*/uy;
const NUMBER = /\d[\d_.]*/y;

/** Splits a piece of a template into tokens. Linear; whatever it does not know is a sign of one character. */
function tokenize(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  let i = start;
  const push = (kind: Token['kind'], to: number): void => {
    tokens.push({ kind, text: text.slice(i, to), start: i, end: to });
    i = to;
  };
  while (i < end) {
    const c = text[i];
    if (c === ' ' || c === '\n' || c === '\t' || c === '\r') {
      i++;
      continue;
    }
    if (c === '"' || c === "'") {
      let to = i + 1;
      while (to < end && text[to] !== c) to += text[to] === '\\' ? 2 : 1;
      push('string', Math.min(to + 1, end));
      continue;
    }
    NAME.lastIndex = i;
    if (NAME.test(text)) {
      push('name', Math.min(NAME.lastIndex, end));
      continue;
    }
    NUMBER.lastIndex = i;
    if (NUMBER.test(text)) {
      push('number', Math.min(NUMBER.lastIndex, end));
      continue;
    }
    const sign = LONGEST_SIGNS.find((each) => text.startsWith(each, i) && i + each.length <= end);
    push('sign', i + (sign?.length ?? 1));
  }
  return tokens;
}

/**
 * Expressions as most template languages have them: members, calls, operators, filters behind a bar with their arguments
 * in parentheses or behind a colon. Reads what it can; what is wrong costs the rest of the expression.
 */
export class Expressions {
  private tokens: Token[] = [];
  private at = 0;
  private depth = 0;
  private isRaw = false;
  private endOf = 0;

  /** `hasBuiltins`: functions stand behind a question mark, a default behind an exclamation mark. */
  constructor(
    private readonly page: PageWriter,
    private readonly hasBuiltins = false,
  ) {}

  /** Begins to read a piece; `value` and the other readers go on from there. */
  open(start: number, end: number): void {
    this.tokens = tokenize(this.page.text, start, end);
    this.at = 0;
    this.depth = 0;
    this.endOf = end;
  }

  get isAtEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  peek(ahead = 0): Token {
    return this.tokens[this.at + ahead] ?? { kind: 'end', text: '', start: this.endOf, end: this.endOf };
  }

  next(): Token {
    const token = this.peek();
    this.at++;
    return token;
  }

  /** Takes the next token if it is this one. */
  accept(text: string): boolean {
    if (this.peek().text !== text || this.peek().kind === 'string') return false;
    this.at++;
    return true;
  }

  /** What is written by a piece of its own. */
  written(start: number, end: number): Written {
    this.open(start, end);
    this.isRaw = false;
    const value = this.value();
    return { value, isRaw: this.isRaw };
  }

  /** Without a condition behind it. */
  plain(): ValueId {
    return this.operators(0);
  }

  value(): ValueId {
    const { fn } = this.page;
    const { start } = this.peek();
    if (this.depth++ > MAX_DEPTH) {
      this.at = this.tokens.length;
      this.depth--;
      return fn.opaque('deep-expression', [], { start, end: this.endOf });
    }
    let value = this.operators(0);
    if (this.accept('if')) {
      // `a if condition else b`
      const condition = this.operators(0);
      const then = value;
      value = fn.conditional(
        condition,
        this.span(start),
        () => then,
        () => (this.accept('else') ? this.value() : fn.const('', this.span(start))),
      );
    } else if (this.accept('?')) {
      const condition = value;
      value = fn.conditional(
        condition,
        this.span(start),
        () => this.value(),
        () => (this.accept(':') ? this.value() : fn.const('', this.span(start))),
      );
    }
    this.depth--;
    return value;
  }

  /** From here to the end of what was read. */
  private span(start: number): At {
    return { start, end: Math.max(start, this.tokens[Math.min(this.at, this.tokens.length) - 1]?.end ?? start) };
  }

  /** By rank: or, and, comparison, sum, product. */
  private operators(rank: number): ValueId {
    if (rank === 5) return this.unary();
    const { fn } = this.page;
    const { start } = this.peek();
    let left = this.operators(rank + 1);
    for (let token = this.peek(); ; token = this.peek()) {
      const { text } = token;
      if (token.kind !== 'name' && token.kind !== 'sign') return left;
      if (rank < 2) {
        const operator = WORD_OPERATORS[text];
        if (operator !== (rank === 0 ? '||' : '&&')) return left;
        this.at++;
        const first = left;
        left = fn.conditional(
          first,
          this.span(start),
          () => (rank === 0 ? first : this.operators(rank + 1)),
          () => (rank === 0 ? this.operators(rank + 1) : first),
        );
      } else if (rank === 2) {
        const isNotIn = text === 'not' && this.peek(1).text === 'in';
        if (!COMPARISONS.has(text) && !isNotIn) return left;
        this.at += isNotIn ? 2 : 1;
        if (text === 'is') {
          // A test by its name, with or without an argument.
          this.accept('not');
          this.next();
          if (this.peek().text === '(') this.operators(rank + 1);
          left = fn.unary('not', left, this.span(start));
        } else left = fn.binary(text === '===' ? '===' : '==', left, this.operators(rank + 1), this.span(start));
      } else {
        const set = rank === 3 ? SUMS : PRODUCTS;
        if (!set.has(text)) return left;
        this.at++;
        const right = this.operators(rank + 1);
        left =
          text === '+' || text === '~'
            ? fn.concat(ConcatKind.Plus, [left, right], this.span(start))
            : fn.binary(text, left, right, this.span(start));
      }
    }
  }

  private unary(): ValueId {
    const { fn } = this.page;
    const { text, start, kind } = this.peek();
    if (kind !== 'string' && (text === 'not' || text === '!' || text === '-' || text === '+')) {
      this.at++;
      if (this.depth++ > MAX_DEPTH) return fn.opaque('deep-expression', [], this.span(start));
      const value = this.unary();
      this.depth--;
      return fn.unary(text === 'not' || text === '!' ? 'not' : '-', value, this.span(start));
    }
    const value = this.filtered(this.postfix());
    // `name!` and `name!"default"`: what it is when it is missing.
    if (!this.hasBuiltins || !this.accept('!')) return value;
    if (this.peek().kind === 'string') {
      const other = this.filtered(this.postfix());
      return fn.conditional(
        value,
        this.span(start),
        () => value,
        () => other,
      );
    }
    return this.filtered(value);
  }

  private filtered(given: ValueId): ValueId {
    let value = given;
    const { fn } = this.page;
    const start = fn.startOf(value);
    const sign = this.hasBuiltins ? '?' : '|';
    while (this.peek().text === sign && this.peek(1).kind === 'name') {
      this.at++;
      const name = this.next();
      // Filters may live in a module of their own: `x|date.short`.
      while (this.peek().text === '.' && this.peek(1).kind === 'name') this.at += 2;
      const args: Entry[] = [{ value }];
      if (this.accept('(')) args.push(...this.arguments(')'));
      else if (!this.hasBuiltins)
        while (this.peek().text === ':' && this.peek(1).kind !== 'end') {
          this.at++;
          args.push({ value: this.postfix() });
        }
      const at = this.span(start);
      if (RAW.has(name.text)) {
        this.isRaw = true;
        value = fn.copy(value, at);
        continue;
      }
      if (ESCAPING.has(name.text)) this.isRaw = false;
      value = fn.call(fn.import(FILTERS, name.text, name), args, at);
    }
    return value;
  }

  private postfix(): ValueId {
    const { fn } = this.page;
    const { start } = this.peek();
    let value = this.primary();
    for (;;) {
      const token = this.peek();
      if (token.kind !== 'sign') return value;
      if (token.text === '.' || (token.text === '?' && this.peek(1).text === '.')) {
        this.at += token.text === '?' ? 2 : 1;
        const name = this.next();
        value = fn.field(value, name.text, this.span(start));
      } else if (token.text === '[') {
        this.at++;
        const key = this.peek().text === ':' ? fn.const(undefined, this.span(start)) : this.value();
        // A slice is of what it is a slice of.
        if (this.accept(':')) {
          if (this.peek().text !== ']') this.value();
          this.accept(']');
          value = fn.copy(value, this.span(start));
          continue;
        }
        this.accept(']');
        value = fn.index(value, key, this.span(start));
      } else if (token.text === '(') {
        this.at++;
        const args = this.arguments(')');
        value = fn.call(value, args, this.span(start));
      } else return value;
    }
  }

  /** Up to the closing sign, which is taken. */
  arguments(close: string): Entry[] {
    const args: Entry[] = [];
    while (!this.isAtEnd && !this.accept(close)) {
      const before = this.at;
      if (this.peek().kind === 'name' && this.peek(1).text === '=') {
        const name = this.next().text;
        this.at++;
        args.push({ name, value: this.value() });
      } else if (this.accept('**')) args.push({ value: this.value(), spread: 'map' });
      else if (this.accept('*')) args.push({ value: this.value(), spread: 'list' });
      else args.push({ value: this.value() });
      this.accept(',');
      if (this.at === before) this.at++;
    }
    return args;
  }

  private primary(): ValueId {
    const { fn } = this.page;
    const token = this.next();
    switch (token.kind) {
      case 'string':
        return fn.const(unquoted(token.text), token);
      case 'number':
        return fn.const(Number(token.text.replaceAll('_', '')) || 0, token);
      case 'name':
        return this.name(token);
      case 'end':
        return fn.const(undefined, token);
      case 'sign':
        return this.group(token);
    }
  }

  private name(token: Token): ValueId {
    const { fn } = this.page;
    switch (token.text) {
      case 'true':
      case 'True':
        return fn.const(true, token);
      case 'false':
      case 'False':
        return fn.const(false, token);
      case 'none':
      case 'None':
      case 'null':
        return fn.const(null, token);
      case 'undefined':
        return fn.const(undefined, token);
      // Django's own way to mark a text for translation: `_("text")` is the text.
      default:
        return fn.read(token.text, token);
    }
  }

  private group(token: Token): ValueId {
    const { fn } = this.page;
    const { start } = token;
    if (this.depth++ > MAX_DEPTH) {
      this.at = this.tokens.length;
      return fn.opaque('deep-expression', [], token);
    }
    let value: ValueId;
    if (token.text === '(') {
      const args = this.arguments(')');
      value =
        args.length === 1 && args[0].name === undefined
          ? fn.copy(args[0].value, this.span(start))
          : fn.array(ArrayKind.Tuple, args, this.span(start));
    } else if (token.text === '[')
      value = fn.array(
        ArrayKind.List,
        this.arguments(']').map((entry) => ({ value: entry.value })),
        this.span(start),
      );
    else if (token.text === '{') value = this.object(start);
    else value = fn.const(undefined, token);
    this.depth--;
    return value;
  }

  private object(start: number): ValueId {
    const { fn } = this.page;
    const entries: Entry[] = [];
    while (!this.isAtEnd && !this.accept('}')) {
      const before = this.at;
      const key = this.next();
      const name = key.kind === 'string' ? unquoted(key.text) : key.text;
      if (this.accept(':')) entries.push({ name, value: this.value() });
      this.accept(',');
      if (this.at === before) this.at++;
    }
    return fn.object(entries, this.span(start));
  }
}

export function unquoted(literal: string): string {
  const end = literal.length > 1 && literal.endsWith(literal[0]) ? literal.length - 1 : literal.length;
  return literal.slice(1, end).replace(/\\(.)/gs, '$1');
}
