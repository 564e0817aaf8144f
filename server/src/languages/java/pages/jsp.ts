import type { At } from '../../../ir/builder';
import type { ModuleIR } from '../../../ir/ir';
import { EmbeddedCode } from '../../embedded';
import type { Reader } from '../../language';
import { PAGE, PAGE_CLASS } from '../../page-model';
import { lower } from '../lower';
import { expressionCode } from './expression-language';

const BODY = '$template';
const WRITE = `${PAGE}.write`;
const SERVLET = 'javax.servlet';
const PARAMETERS = [
  'java.util.Map $variables',
  `${SERVLET}.http.HttpServletRequest request`,
  `${SERVLET}.http.HttpServletResponse response`,
  `${SERVLET}.http.HttpSession session`,
  `${SERVLET}.ServletContext application`,
  `${SERVLET}.ServletConfig config`,
  `${SERVLET}.jsp.JspWriter out`,
  `${SERVLET}.jsp.PageContext pageContext`,
  'Throwable exception',
];

interface Attribute {
  readonly value: At;
}

/** Tags in the page: actions (`jsp:include`), the standard tags, and others of which only the name is known. */
const TAG = /<(\/?)([a-zA-Z][\w]*):([\w.-]+)/y;
const MAX_TAG = 4000;

/**
 * JSP: declarations, code and values between `<%` and `%>`, the expression language, and the standard tags that write,
 * loop and decide. All becomes one class of the language.
 */
export const readJsp: Reader = (text, uri, parse): ModuleIR => new JspReader(text, uri).read(parse);

class JspReader {
  private readonly page: EmbeddedCode;
  private readonly imports: string[] = [];
  private readonly declarations: At[] = [];
  /** What closes when the end of a standard tag comes. */
  private readonly open: { readonly name: string; readonly close: string }[] = [];
  private reached = 0;

  constructor(
    private readonly text: string,
    private readonly uri: string,
  ) {
    this.page = new EmbeddedCode(text, true);
  }

  read(parse: Parameters<Reader>[2]): ModuleIR {
    const { page, text } = this;
    this.directives();
    for (const name of [PAGE_CLASS, ...this.imports]) page.glue(`import ${name};\n`, 0);
    page.glue(`class $Jsp { void ${BODY}(${PARAMETERS.join(', ')}) throws Exception {\n`, 0);
    for (let at = this.next(0); at < text.length; at = this.next(at)) at = this.piece(at);
    page.page(this.reached, text.length);
    for (let last = this.open.pop(); last; last = this.open.pop()) page.glue(last.close, text.length);
    page.glue('\n}\n', text.length);
    for (const { start, end } of this.declarations) {
      page.code(start, end);
      page.glue('\n', end);
    }
    page.glue('}\n', text.length);
    const template = { kind: 'jsp', comment: ['<%--', '--%>'] } as const;
    return page.placed(lower(parse(page.source), this.uri), BODY, template);
  }

  /** Imports stand before everything else. */
  private directives(): void {
    const { text } = this;
    for (let open = text.indexOf('<%@'); open >= 0; open = text.indexOf('<%@', open + 3)) {
      const close = text.indexOf('%>', open);
      if (close < 0) break;
      const names = /\bimport\s*=\s*["']([^"']*)["']/.exec(text.slice(open, Math.min(close, open + MAX_TAG)))?.[1];
      for (const name of names?.split(/[,;]/) ?? []) if (/^\s*[\w.*]+\s*$/.test(name)) this.imports.push(name.trim());
    }
  }

  /** Where the next thing begins that is not text. */
  private next(from: number): number {
    const { text } = this;
    for (let i = from; i < text.length; i++) {
      const c = text[i];
      if (c === '<' && (text[i + 1] === '%' || /[a-zA-Z/]/.test(text[i + 1] ?? ''))) {
        if (text[i + 1] === '%') return i;
        TAG.lastIndex = i;
        if (TAG.test(text)) return i;
      } else if ((c === '$' || c === '#') && text[i + 1] === '{' && text[i - 1] !== '\\') return i;
    }
    return text.length;
  }

  /** Reads the thing at a place; returns where it ends. */
  private piece(start: number): number {
    const { page, text } = this;
    page.page(this.reached, start);
    const end =
      text[start] === '<' ? (text[start + 1] === '%' ? this.code(start) : this.tag(start)) : this.value(start);
    this.reached = end;
    return end;
  }

  private code(start: number): number {
    const { page, text } = this;
    const isComment = text.startsWith('<%--', start);
    const close = text.indexOf(isComment ? '--%>' : '%>', start + 2);
    if (close < 0) return text.length;
    const end = close + (isComment ? 4 : 2);
    const sign = text[start + 2];
    if (isComment) page.comments.push({ start, end });
    else if (sign === '=') page.write(WRITE, trimmed(text, start + 3, close), { start, end }, false);
    else if (sign === '!') this.declarations.push({ start: start + 3, end: close });
    else if (sign !== '@') {
      page.glue('\n', start);
      page.code(start + 2, close);
      page.glue('\n', close);
    } else this.directive(text.slice(start, Math.min(end, start + MAX_TAG)), start);
    return end;
  }

  private directive(code: string, at: number): void {
    const file = /^<%@\s*include\b[^>]*?\bfile\s*=\s*["']([^"']+)["']/.exec(code)?.[1];
    if (file) this.page.glue(`\n;${PAGE}.include(${JSON.stringify(file)}, null);`, at);
  }

  /** `${…}` in the page. */
  private value(start: number): number {
    const { page, text } = this;
    const end = endOfExpression(text, start);
    if (end < 0) return start + 2;
    const at = trimmed(text, start + 2, end - 1);
    const code = expressionCode(text.slice(at.start, at.end));
    const ways = {
      escape: [
        { start, end: start, text: '<c:out value="' },
        { start: end, end, text: '"/>' },
      ],
    };
    const isPlain = page.html.context === 'text' && /^[\w.[\]]+$/.test(text.slice(at.start, at.end));
    page.write(WRITE, at, { start, end }, false, isPlain ? ways : {}, code);
    return end;
  }

  private tag(start: number): number {
    const { page, text } = this;
    TAG.lastIndex = start;
    const [all, slash, prefix, name] = TAG.exec(text) as RegExpExecArray;
    const full = `${prefix}:${name}`;
    if (slash !== '') {
      const close = text.indexOf('>', start);
      const open = this.open.findLastIndex((one) => one.name === full);
      if (open >= 0) for (const { close: code } of this.open.splice(open).reverse()) page.glue(code, start);
      return close < 0 ? text.length : close + 1;
    }
    const { attributes, end, isEmpty } = this.attributes(start + all.length);
    const block = (code: string, close = '\n}'): void => {
      page.glue(code, start);
      if (isEmpty) page.glue(close, end);
      else this.open.push({ name: full, close });
    };
    const test = (): void => {
      page.glue('\nif (', start);
      this.attributeCode(attributes.get('test'));
      page.glue('\n) {', end);
      if (isEmpty) page.glue('\n}', end);
      else this.open.push({ name: full, close: '\n}' });
    };
    if (name === 'out') this.out(attributes, start, end);
    else if (name === 'if' || name === 'when') test();
    else if (name === 'otherwise') block('\nif ($otherwise) {');
    else if (name === 'forEach' || name === 'forTokens') this.loop(attributes, start, end, isEmpty, full);
    else if (name === 'set' || name === 'useBean') this.set(name, attributes, start);
    else if (full === 'jsp:include' || (name === 'import' && attributes.has('url'))) {
      const { value } = attributes.get('page') ?? attributes.get('file') ?? attributes.get('url') ?? {};
      if (value) page.glue(`\n;${PAGE}.include(${JSON.stringify(text.slice(value.start, value.end))}, null);`, start);
    } else if (full === 'jsp:getProperty') {
      const bean = attributes.get('name')?.value;
      const property = attributes.get('property')?.value;
      if (bean && property)
        page.write(
          WRITE,
          property,
          { start, end },
          false,
          {},
          expressionCode(`${text.slice(bean.start, bean.end)}.${text.slice(property.start, property.end)}`),
        ); // prettier-ignore
    } else page.html.written();
    return end;
  }

  /** `<c:out>`: escaped unless it says otherwise. */
  private out(attributes: ReadonlyMap<string, Attribute>, start: number, end: number): void {
    const { page, text } = this;
    const value = attributes.get('value')?.value;
    const flag = attributes.get('escapeXml')?.value;
    if (!value) return;
    const isEscaped = !flag || text.slice(flag.start, flag.end).trim().toLowerCase() !== 'false';
    const inner = innerOf(text, value);
    if (!inner) return;
    // Between the attribute and the white space before it.
    const from = flag ? text.lastIndexOf('escapeXml', flag.start) : 0;
    const ways = flag ? { escape: [{ start: spaceBefore(text, from), end: flag.end + 1, text: '' }] } : {};
    page.write(WRITE, inner.at, { start, end }, isEscaped, isEscaped ? {} : ways, inner.code);
  }

  private loop(
    attributes: ReadonlyMap<string, Attribute>,
    start: number,
    end: number,
    isEmpty: boolean,
    full: string,
  ): void {
    const { page, text } = this;
    const variable = attributes.get('var')?.value;
    const name = variable ? text.slice(variable.start, variable.end) : '';
    page.glue(`\nfor (Object ${/^[\w$]+$/.test(name) ? name : '$item'} : `, start);
    this.attributeCode(attributes.get('items'));
    page.glue('\n) {', end);
    if (isEmpty) page.glue('\n}', end);
    else this.open.push({ name: full, close: '\n}' });
  }

  private set(tag: string, attributes: ReadonlyMap<string, Attribute>, start: number): void {
    const { page, text } = this;
    const variable = attributes.get('var')?.value ?? attributes.get('id')?.value;
    const name = variable ? text.slice(variable.start, variable.end) : '';
    if (!/^[\w$]+$/.test(name)) return;
    const type = attributes.get('class')?.value;
    if (tag === 'useBean') {
      if (type && /^[\w.$]+$/.test(text.slice(type.start, type.end)))
        page.glue(`\n${text.slice(type.start, type.end)} ${name} = new ${text.slice(type.start, type.end)}();`, start);
      return;
    }
    page.glue(`\nObject ${name} = `, start);
    this.attributeCode(attributes.get('value'));
    page.glue('\n;', start);
  }

  /** What an attribute's expression means; an attribute without one is a text. */
  private attributeCode(attribute: Attribute | undefined): void {
    const { page, text } = this;
    const inner = attribute && innerOf(text, attribute.value);
    if (inner) page.stand(inner.code, inner.at);
    else page.glue('null', attribute?.value.start ?? this.reached);
  }

  /** The attributes behind a tag's name; values may hold tags and expressions. */
  private attributes(from: number): { attributes: Map<string, Attribute>; end: number; isEmpty: boolean } {
    const { text } = this;
    const attributes = new Map<string, Attribute>();
    const limit = Math.min(text.length, from + MAX_TAG);
    let at = from;
    let name = '';
    while (at < limit) {
      const c = text[at];
      if (c === '>') return { attributes, end: at + 1, isEmpty: text[at - 1] === '/' };
      if (c === '"' || c === "'") {
        const close = text.indexOf(c, at + 1);
        if (close < 0 || close > limit) break;
        if (name !== '') attributes.set(name, { value: { start: at + 1, end: close } });
        name = '';
        at = close + 1;
      } else if (/[\w:.-]/.test(c)) {
        const start = at;
        while (at < limit && /[\w:.-]/.test(text[at])) at++;
        name = text.slice(start, at);
      } else at++;
    }
    return { attributes, end: at, isEmpty: true };
  }
}

/** The expression that a text is, `${…}`, `<%= … %>`, or the only one in it. */
function innerOf(text: string, { start, end }: At): { readonly at: At; readonly code: string } | undefined {
  const value = text.slice(start, end);
  const scriptlet = /^\s*<%=([^%]*)%>\s*$/.exec(value);
  if (scriptlet) {
    const at = trimmed(text, start + value.indexOf('=') + 1, start + value.lastIndexOf('%>'));
    return { at, code: text.slice(at.start, at.end) };
  }
  const open = value.search(/[$#]\{/);
  if (open < 0) return undefined;
  const close = endOfExpression(text, start + open);
  if (close < 0 || close > end) return undefined;
  const at = trimmed(text, start + open + 2, close - 1);
  return { at, code: expressionCode(text.slice(at.start, at.end)) };
}

const LONGEST = 1000;

/** Behind the brace that closes an expression, -1 without one. */
function endOfExpression(text: string, start: number): number {
  let depth = 0;
  for (let i = start + 1; i < Math.min(text.length, start + LONGEST); i++) {
    const c = text[i];
    if (c === "'" || c === '"') {
      const close = text.indexOf(c, i + 1);
      if (close > 0 && close < start + LONGEST) i = close;
    } else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i + 1;
    else if (c === '<' || c === '\n') return -1;
  }
  return -1;
}

function spaceBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && /\s/.test(text[start - 1])) start--;
  return start;
}

function trimmed(text: string, from: number, to: number): At {
  let start = from;
  let end = Math.max(from, to);
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /[\s;]/.test(text[end - 1])) end--;
  return { start, end };
}
