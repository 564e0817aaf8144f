/**
 * Reading source text without a parser: enough to find the arguments of a call, the operands of a sum and the pieces of
 * a string in a place that the IR has pointed out. Values in the IR stand where they were made, which for a variable is
 * not where it is used; what is written at the use is found here.
 */

export interface StringForm {
  readonly quote: string;
  /** Letters that may stand before the quote; a sticky, case-insensitive pattern of exactly those letters. */
  readonly prefixes?: string;
  /** How an expression is put into the text: `${x}` or `{x}`. */
  readonly interpolation?: '${' | '{';
  /** Only with this letter among the prefixes there is interpolation. */
  readonly interpolationPrefix?: string;
  /** With this letter among the prefixes a backslash is a character like others. */
  readonly rawPrefix?: string;
}

export interface SurfaceSyntax {
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [string, string])[];
  /** Longest quotes first. */
  readonly strings: readonly StringForm[];
  /** Literals that follow each other are one text. */
  readonly adjacent: boolean;
  /** The sign that joins texts. */
  readonly sum: string;
  /** A slash where an operand is expected opens a regular expression. */
  readonly regex: boolean;
  /** Statements end at line ends outside of brackets and blocks are indented. */
  readonly indented: boolean;
  /** A line end after an operand ends a statement, whatever follows; a brace right behind a name is a literal of a type. */
  readonly lineEnds?: boolean;
  /** `text % values` fills in values. */
  readonly percent: boolean;
  /** Methods of a text that fill in values: `{}` or `%s` placeholders. */
  readonly formatMethods: Readonly<Record<string, 'brace' | 'printf'>>;
  /** Calls whose first argument is a text with `%s` placeholders. */
  readonly formatCalls: readonly string[];
  /** `=>` or `lambda`, `->`: what starts a function that is one expression. */
  readonly arrows: readonly string[];
  /** How an opening and a closing of a list literal look. */
  readonly listOpenings: readonly RegExp[];
}

export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'regex' | 'comment' | 'newline' | 'sign';
  readonly start: number;
  readonly end: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}_$]+/uy;
const OPENING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const SIGNS = [
  '===',
  '!==',
  '>>>',
  '**=',
  '...',
  '??=',
  '&&=',
  '||=',
  '=>',
  '->',
  '==',
  '!=',
  '<=',
  '>=',
  '&&',
  '||',
  '??',
  '?.',
  '++',
  '--',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '//',
  '**',
  '::',
  ':=',
]; // prettier-ignore

export function isOpening(sign: string): boolean {
  return sign in OPENING;
}

/** The tokens between two offsets; white space is left out, line ends are tokens. */
export function tokenize(text: string, syntax: SurfaceSyntax, from: number, to: number): Token[] {
  const result: Token[] = [];
  let i = from;
  let before = '';
  while (i < to) {
    const c = text[i];
    if (c === '\n') {
      result.push({ kind: 'newline', start: i, end: ++i });
      continue;
    }
    if (c === ' ' || c === '\t' || c === '\r' || c === '\f' || c === '\ufeff' || c === '\u00a0') {
      i++;
      continue;
    }
    if (c === '\\' && syntax.indented && /^\\\r?\n/.test(text.slice(i, i + 3))) {
      i = text.indexOf('\n', i) + 1;
      continue;
    }
    const comment = commentEnd(text, syntax, i);
    if (comment > i) {
      result.push({ kind: 'comment', start: i, end: comment });
      i = comment;
      continue;
    }
    const string = readString(text, syntax, i);
    if (string) {
      result.push({ kind: 'string', start: i, end: string.end });
      i = string.end;
      before = '"';
      continue;
    }
    WORD.lastIndex = i;
    const word = WORD.exec(text);
    if (word) {
      const end = i + word[0].length;
      result.push({ kind: /^\d/.test(word[0]) ? 'number' : 'word', start: i, end });
      before = word[0];
      i = end;
      continue;
    }
    if (
      c === '/' &&
      syntax.regex &&
      (before === '' || /^(?:[(,=:[!&|?{};+*%<>~^-]|=>|return|typeof|case|&&|\|\||\?\?|[=!]==?)$/.test(before))
    ) {
      const end = regexEnd(text, i, to);
      if (end > i) {
        result.push({ kind: 'regex', start: i, end });
        i = end;
        before = '/re/';
        continue;
      }
    }
    const sign = SIGNS.find((s) => text.startsWith(s, i)) ?? c;
    result.push({ kind: 'sign', start: i, end: i + sign.length });
    before = sign;
    i += sign.length;
  }
  return result;
}

function commentEnd(text: string, syntax: SurfaceSyntax, i: number): number {
  for (const opening of syntax.lineComments) {
    if (text.startsWith(opening, i)) {
      const end = text.indexOf('\n', i);
      return end < 0 ? text.length : end;
    }
  }
  for (const [opening, closing] of syntax.blockComments) {
    if (text.startsWith(opening, i)) {
      const end = text.indexOf(closing, i + opening.length);
      return end < 0 ? text.length : end + closing.length;
    }
  }
  return i;
}

function regexEnd(text: string, start: number, to: number): number {
  let inClass = false;
  for (let i = start + 1; i < to; i++) {
    const c = text[i];
    if (c === '\n') return start;
    if (c === '\\') i++;
    else if (c === '[') inClass = true;
    else if (c === ']') inClass = false;
    else if (c === '/' && !inClass) {
      let end = i + 1;
      while (/[a-z]/.test(text[end] ?? '')) end++;
      return end;
    }
  }
  return start;
}

/** A string literal and what it is made of. */
export interface StringToken extends Span {
  readonly prefix: string;
  readonly quote: string;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly isRaw: boolean;
  readonly interpolation: '${' | '{' | undefined;
  readonly holes: readonly HoleToken[];
}

export interface HoleToken extends Span {
  /** The expression inside. */
  readonly innerStart: number;
  readonly innerEnd: number;
  /** Conversion and format that follow the expression (`!r:>10`). */
  readonly spec: string;
}

/** The string literal that starts here, or undefined. One that is not closed ends at the end of its line. */
export function readString(text: string, syntax: SurfaceSyntax, start: number): StringToken | undefined {
  for (const form of syntax.strings) {
    let open = start;
    if (form.prefixes) while (open < start + 3 && form.prefixes.includes(text[open])) open++;
    if (!text.startsWith(form.quote, open)) continue;
    const prefix = text.slice(start, open);
    if (prefix && start > 0 && /[\p{L}\p{N}_$]/u.test(text[start - 1])) continue;
    const lower = prefix.toLowerCase();
    const isRaw = form.rawPrefix !== undefined && lower.includes(form.rawPrefix);
    const interpolation =
      form.interpolationPrefix === undefined || lower.includes(form.interpolationPrefix)
        ? form.interpolation
        : undefined;
    const contentStart = open + form.quote.length;
    const isMultiline = form.quote.length > 1 || form.interpolation === '${';
    const holes: HoleToken[] = [];
    let i = contentStart;
    for (;;) {
      if (i >= text.length || (text[i] === '\n' && !isMultiline)) {
        return { start, end: i, prefix, quote: form.quote, contentStart, contentEnd: i, isRaw, interpolation, holes };
      }
      if (text.startsWith(form.quote, i)) break;
      if (text[i] === '\\') {
        i += text[i + 1] === '\r' && text[i + 2] === '\n' ? 3 : 2;
        continue;
      }
      if (interpolation === '{' && text[i] === '{' && text[i + 1] === '{') {
        i += 2;
        continue;
      }
      if (interpolation && text.startsWith(interpolation, i)) {
        const hole = readHole(text, syntax, i, interpolation.length, interpolation === '{');
        holes.push(hole);
        i = hole.end;
        continue;
      }
      i++;
    }
    const end = i + form.quote.length;
    return { start, end, prefix, quote: form.quote, contentStart, contentEnd: i, isRaw, interpolation, holes };
  }
  return undefined;
}

function readHole(text: string, syntax: SurfaceSyntax, start: number, opening: number, hasSpec: boolean): HoleToken {
  let depth = 0;
  let i = start + opening;
  let specAt = -1;
  while (i < text.length) {
    const string = readString(text, syntax, i);
    if (string && string.end > i) {
      i = string.end;
      continue;
    }
    const c = text[i];
    if (c === '(' || c === '[' || c === '{') depth++;
    else if (c === ')' || c === ']') depth--;
    else if (c === '}') {
      if (depth <= 0) break;
      depth--;
    } else if (hasSpec && depth === 0 && specAt < 0 && (c === ':' || (c === '!' && text[i + 1] !== '='))) specAt = i;
    i++;
  }
  const innerEnd = specAt < 0 ? i : specAt;
  const span = trim(text, { start: start + opening, end: innerEnd });
  return {
    start,
    end: Math.min(i + 1, text.length),
    innerStart: span.start,
    innerEnd: span.end,
    spec: specAt < 0 ? '' : text.slice(specAt, i),
  };
}

/** Without white space at both ends. */
export function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  return { start, end };
}

/** A bracketed list: arguments, elements, entries. */
export interface Bracketed extends Span {
  readonly items: readonly Span[];
  readonly hasTrailingComma: boolean;
  /** Just after the last item (or the opening bracket). */
  readonly lastEnd: number;
}

/** Reads the brackets that open at `open`, with their items as separated by commas outside of inner brackets. */
export function readBrackets(text: string, syntax: SurfaceSyntax, open: number): Bracketed | undefined {
  if (!isOpening(text[open])) return undefined;
  const items: Span[] = [];
  const closing: string[] = [OPENING[text[open]]];
  let first = -1;
  let last = -1;
  let trailing = false;
  const stop = text.length;
  let i = open + 1;
  // Tokens are read in slices, so that a short call in a long file costs what the call costs.
  for (let size = 512; ; size *= 4) {
    const limit = Math.min(stop, i + size);
    const tokens = tokenize(text, syntax, i, limit);
    let restart = false;
    for (const token of tokens) {
      // The token at the edge of the slice may be cut.
      if (token.end >= limit && limit < stop) {
        i = token.start;
        restart = true;
        break;
      }
      if (token.kind === 'comment' || token.kind === 'newline') continue;
      const sign = token.kind === 'sign' ? text.slice(token.start, token.end) : '';
      if (sign && sign === closing[closing.length - 1]) {
        closing.pop();
        if (closing.length === 0) {
          if (first >= 0) items.push({ start: first, end: last });
          return {
            start: open,
            end: token.end,
            items,
            hasTrailingComma: trailing && first < 0,
            lastEnd: items.length > 0 ? items[items.length - 1].end : open + 1,
          };
        }
      } else if (isOpening(sign)) closing.push(OPENING[sign]);
      else if (sign === ',' && closing.length === 1) {
        if (first >= 0) items.push({ start: first, end: last });
        first = -1;
        trailing = true;
        continue;
      } else if (sign === ')' || sign === ']' || sign === '}') return undefined;
      if (first < 0) {
        first = token.start;
        trailing = false;
      }
      last = token.end;
    }
    if (!restart) {
      if (limit >= stop) return undefined;
      i = limit;
    }
  }
}

/** Operands joined by `sign` outside of brackets; undefined when another operator that binds less is among them. */
export function splitOperands(text: string, syntax: SurfaceSyntax, span: Span, sign: string): Span[] | undefined {
  const operands: Span[] = [];
  let first = -1;
  let last = -1;
  let depth = 0;
  let before = '';
  for (const token of tokenize(text, syntax, span.start, span.end)) {
    if (token.kind === 'comment' || token.kind === 'newline') continue;
    const word = text.slice(token.start, token.end);
    const isSign = token.kind === 'sign';
    if (isSign && isOpening(word)) depth++;
    else if (isSign && (word === ')' || word === ']' || word === '}')) depth--;
    else if (depth === 0 && isSign && word === sign && first >= 0 && !isOperator(before)) {
      operands.push({ start: first, end: last });
      first = -1;
      before = word;
      continue;
    } else if (depth === 0 && LOOSER.has(word) && (isSign || token.kind === 'word')) return undefined;
    if (first < 0) first = token.start;
    last = token.end;
    before = isSign ? word : 'x';
  }
  if (first < 0) return undefined;
  operands.push({ start: first, end: last });
  return operands;
}

const LOOSER = new Set([
  '?',
  ':',
  ',',
  '&&',
  '||',
  '??',
  '==',
  '===',
  '!=',
  '!==',
  '<=',
  '>=',
  '=',
  '+=',
  '-=',
  '=>',
  '->',
  ';',
  'if',
  'else',
  'and',
  'or',
  'not',
  'in',
  'is',
  'lambda',
  'instanceof',
  'await',
  'yield',
  '|',
  '&',
  ':=',
]); // prettier-ignore

function isOperator(sign: string): boolean {
  return sign === '' || /^[-+*/%=<>&|^!~?:,([{]/.test(sign);
}

/** Without the parentheses around the whole. */
export function unwrapped(text: string, syntax: SurfaceSyntax, span: Span): Span {
  let inner = trim(text, span);
  while (text[inner.start] === '(') {
    const brackets = readBrackets(text, syntax, inner.start);
    if (!brackets || brackets.end !== inner.end || brackets.items.length !== 1 || brackets.hasTrailingComma) break;
    inner = trim(text, { start: inner.start + 1, end: inner.end - 1 });
  }
  return inner;
}

/** White space before the first character of the line. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return text.slice(start, end);
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

export function lineBreak(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** A whole statement: with its terminator, without the line end. */
export interface Statement extends Span {
  readonly indent: string;
  /** The place lies in a function that is one expression: nothing can be put before it there. */
  readonly inExpression: boolean;
  /** The statement is alone on its lines. */
  readonly isWholeLine: boolean;
  /** The statement opens a block that the place is not in (`if (x) {`, `for (…) {`). */
  readonly opensBlock: boolean;
}

interface Frame {
  readonly sign: string;
  readonly isBlock: boolean;
  /** Start of the present statement, -1 before its first token. */
  statement: number;
  /** A function that is one expression began in the present item. */
  arrow: boolean;
}

/** The statement around a place, read from the start of its function or of the file. */
export function statementAt(text: string, syntax: SurfaceSyntax, offset: number, from = 0): Statement | undefined {
  return syntax.indented ? indentedStatement(text, syntax, offset) : bracedStatement(text, syntax, offset, from);
}

function bracedStatement(text: string, syntax: SurfaceSyntax, offset: number, from: number): Statement | undefined {
  const frames: Frame[] = [{ sign: '', isBlock: true, statement: -1, arrow: false }];
  let before = '';
  let newline = false;
  let found: { frame: Frame; depth: number; start: number; inExpression: boolean } | undefined;
  const finish = (end: number, opensBlock: boolean): Statement =>
    statementOf(text, found!.start, end, found!.inExpression, opensBlock);
  const tokens = tokenize(text, syntax, from, text.length);
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token.kind === 'comment') continue;
    if (token.kind === 'newline') {
      newline = true;
      continue;
    }
    const word = text.slice(token.start, token.end);
    const isSign = token.kind === 'sign';
    let top = frames[frames.length - 1];
    // Without semicolons a statement ends at a line end that neither side continues.
    if (
      newline &&
      top.isBlock &&
      top.statement >= 0 &&
      before !== '' &&
      !isOperator(before) &&
      !/^(?:=>|\.|\?\.|->)$/.test(before) &&
      (syntax.lineEnds
        ? word !== '}'
        : !(isSign && /^(?:[.,+*%=<>&|^?:)\]}{;[(]|-|\?\.|&&|\|\||=>)/.test(word)) &&
          token.kind !== 'regex' &&
          syntax.regex &&
          !/^(?:instanceof|in|of|else|catch|finally|while|extends|implements|as|from)$/.test(word))
    ) {
      if (found && found.depth === frames.length) return finish(previousEnd(tokens, index), false);
      top.statement = -1;
      top.arrow = false;
    }
    newline = false;
    if (top.isBlock && top.statement < 0 && !(isSign && (word === '}' || word === ';'))) top.statement = token.start;
    if (!found && token.end > offset) {
      // The place lies in this token; its statement belongs to the innermost block.
      let depth = frames.length;
      let inExpression = false;
      while (!frames[depth - 1].isBlock) {
        inExpression ||= frames[depth - 1].arrow;
        depth--;
      }
      const block = frames[depth - 1];
      inExpression ||= block.arrow;
      if (block.statement < 0) return undefined;
      found = { frame: block, depth, start: block.statement, inExpression };
    }
    if (isSign) {
      if (word === '{') {
        const isBlock = syntax.lineEnds
          ? opensBlockAfter(before, text[token.start - 1] ?? '', top.isBlock)
          : opensBlock(before, top.isBlock);
        if (isBlock && found && found.depth === frames.length) return finish(token.start, true);
        frames.push({ sign: '}', isBlock, statement: -1, arrow: false });
        before = word;
        continue;
      }
      if (word === '(' || word === '[') {
        frames.push({ sign: OPENING[word], isBlock: false, statement: -1, arrow: false });
      } else if (word === ')' || word === ']' || word === '}') {
        if (frames.length > 1) {
          if (found && found.depth === frames.length) return finish(previousEnd(tokens, index), false);
          const closed = frames.pop()!;
          top = frames[frames.length - 1];
          // A block that ends its statement: functions, classes and control structures need no terminator.
          if (closed.isBlock && top.isBlock && endsStatement(tokens, index, text)) {
            if (found && found.depth === frames.length) return finish(token.end, false);
            top.statement = -1;
            top.arrow = false;
          }
        }
      } else if (word === ';') {
        if (top.isBlock) {
          if (found && found.depth === frames.length) return finish(token.end, false);
          top.statement = -1;
          top.arrow = false;
        }
      } else if (word === ',' && !top.isBlock) top.arrow = false;
      else if (
        word === ':' &&
        top.isBlock &&
        /^(?:case|default)\b/.test(text.slice(top.statement, top.statement + 8))
      ) {
        if (!found) top.statement = -1;
      } else if (syntax.arrows.includes(word)) {
        const next = tokens.slice(index + 1).find((t) => t.kind !== 'comment' && t.kind !== 'newline');
        if (next && text[next.start] !== '{') top.arrow = true;
      }
    }
    before = word;
  }
  return found ? finish(trim(text, { start: found.start, end: text.length }).end, false) : undefined;
}

function endsStatement(tokens: readonly Token[], index: number, text: string): boolean {
  for (let i = index + 1; i < tokens.length; i++) {
    if (tokens[i].kind === 'comment' || tokens[i].kind === 'newline') continue;
    const word = text.slice(tokens[i].start, tokens[i].end);
    return !/^(?:[.,;)\]?:(=]|else|catch|finally|while)$/.test(word);
  }
  return true;
}

function previousEnd(tokens: readonly Token[], index: number): number {
  for (let i = index - 1; i >= 0; i--)
    if (tokens[i].kind !== 'comment' && tokens[i].kind !== 'newline') return tokens[i].end;
  return 0;
}

/** Whether a brace opens a block, by what stands before it. */
function opensBlock(before: string, inBlock: boolean): boolean {
  if (/^(?:|[);{}]|=>|->|else|try|finally|do|static|>)$/.test(before)) return true;
  if (/^(?:return|typeof|in|of|case|default|yield|await|new|import|export|const|let|var)$/.test(before)) return false;
  // `case 1: {` among statements; a member's value is inside an object literal. A word is a class's name or a type.
  return before === ':' ? inBlock : /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(before);
}

/** Where nothing stands in parentheses before a block: right behind a name begins a literal, in a list an element. */
function opensBlockAfter(before: string, last: string, inBlock: boolean): boolean {
  if (/[\p{L}\p{N}_\]]/u.test(last)) return false;
  return inBlock || !(before === '' || isOperator(before));
}

function indentedStatement(text: string, syntax: SurfaceSyntax, offset: number): Statement | undefined {
  let depth = 0;
  let start = -1;
  let lambda = false;
  let inExpression = false;
  let isInside = false;
  let previous = -1;
  let colonAt = -1;
  for (const token of tokenize(text, syntax, 0, text.length)) {
    if (token.kind === 'comment') continue;
    if (token.kind === 'newline') {
      if (depth > 0) continue;
      if (isInside) break;
      start = -1;
      lambda = false;
      colonAt = -1;
      continue;
    }
    const word = text.slice(token.start, token.end);
    if (token.kind === 'sign' && word === ';' && depth === 0) {
      if (isInside) break;
      start = -1;
      continue;
    }
    if (start < 0) start = token.start;
    if (word === 'lambda' && token.kind === 'word') lambda = true;
    if (token.kind === 'sign') {
      if (isOpening(word)) depth++;
      else if (word === ')' || word === ']' || word === '}') depth--;
      else if (word === ':' && depth === 0 && !lambda) colonAt = token.start;
    }
    if (!isInside && token.end > offset) {
      isInside = true;
      inExpression = lambda;
      // `if x: call()` on one line: what is inside cannot have a line of its own before it.
      if (
        colonAt >= 0 &&
        colonAt < offset &&
        /^(?:if|for|while|with|else|elif|try|except|finally|def|class)\b/.test(text.slice(start, start + 10))
      )
        inExpression = true;
    }
    previous = token.end;
  }
  if (!isInside || start < 0) return undefined;
  return statementOf(text, start, previous, inExpression, text[previous - 1] === ':');
}

function statementOf(text: string, start: number, end: number, inExpression: boolean, opens: boolean): Statement {
  const before = text.slice(lineStart(text, start), start);
  const after = text.slice(end, lineEnd(text, end));
  return {
    start,
    end,
    indent: indentAt(text, start),
    inExpression,
    isWholeLine: before.trim() === '' && /^\s*(?:(?:\/\/|#|\/\*).*)?$/.test(after),
    opensBlock: opens,
  };
}
