import type { ImportedName, LanguageEdits, TextPart } from '../../fixes/edits';

const IDENTIFIER = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

export function string(text: string, quote: '"' | "'"): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return quote + escaped + quote;
}

function entry(key: string, value: string, quote: '"' | "'"): string {
  if (key === value) return key;
  return `${IDENTIFIER.test(key) ? key : string(key, quote)}: ${value}`;
}

/** Raw text between one kind of quotes as it is written between others. */
function rawIn(literal: string, quote: string): string {
  if (quote === '`') return literal.replace(/(?<!\\)(`|\$\{)/g, '\\$1');
  return literal.replace(/\\([`'"$])|([`'"$])|\n/g, (all, escaped?: string, bare?: string) => {
    const sign = escaped ?? bare;
    if (sign === undefined) return all === '\n' ? '\\n' : all;
    return sign === quote ? `\\${sign}` : sign;
  });
}

function concat(parts: readonly TextPart[], quote: string): string {
  return parts
    .map((part) => ('literal' in part ? quote + rawIn(part.literal, quote) + quote : part.expression))
    .join(' + ');
}

function template(parts: readonly TextPart[]): string {
  return `\`${parts.map((part) => ('literal' in part ? rawIn(part.literal, '`') : `\${${part.expression}}`)).join('')}\``;
}

const NODE = /^node:/;
/** Import statements and plain requires: what stands among the imports of a file. */
const IMPORT =
  /^(?:import\b(?!\s*[.(])[^;'"`]*(['"])([^'"\n]+)\1(?:\s*(?:with|assert)\s*\{[^}]*\})?;?|(?:const|let|var)\s+([^=;]+?)\s*=\s*require\(\s*(['"`])([^'"`\n]+)\4\s*\)(?:\.(\w+))?\s*(?:;|$))[ \t]*(?:\/\/[^\n]*)?$/gm;

function imports(text: string): ImportedName[] {
  const names: ImportedName[] = [];
  for (const match of text.matchAll(IMPORT)) {
    const start = match.index;
    if (match[2] !== undefined) esNames(match[0], match[2], start, names);
    else requireNames(match[0], match[3], match[5], match[6], start, names);
  }
  return names;
}

function esNames(statement: string, library: string, start: number, names: ImportedName[]): void {
  const clause = /^import\s+(?:type\s+)?([\s\S]*?)\s*from\b/.exec(statement);
  if (!clause || /^import\s+type\b/.test(statement)) return;
  const head = clause[1].replace(/\{[\s\S]*\}/, (inner) => ' '.repeat(inner.length));
  for (const match of head.matchAll(/(\*\s*as\s+)?([\p{L}_$][\p{L}\p{N}_$]*)/gu)) {
    const at = start + statement.indexOf(clause[1]) + match.index;
    names.push({ library, member: undefined, local: match[2], start: at, end: at + match[0].length });
  }
  const braces = /\{([\s\S]*)\}/.exec(clause[1]);
  if (braces) members(braces[1], /\s+as\s+/, library, start + statement.indexOf('{') + 1, names);
}

function requireNames(
  statement: string,
  target: string,
  library: string,
  member: string | undefined,
  start: number,
  names: ImportedName[],
): void {
  const at = start + statement.indexOf(target);
  if (target.startsWith('{')) {
    if (!member) members(target.slice(1, target.lastIndexOf('}')), /\s*:\s*/, library, at + 1, names);
  } else if (IDENTIFIER.test(target))
    names.push({ library, member, local: target, start: at, end: at + target.length });
}

function members(list: string, separator: RegExp, library: string, start: number, names: ImportedName[]): void {
  for (const match of list.matchAll(/[^,]+/g)) {
    const item = match[0].trim();
    if (!item || item.startsWith('type ') || item.startsWith('...')) continue;
    const [member, local] = item.split(separator);
    const at = start + match.index + match[0].indexOf(item);
    const isDefault = member === 'default';
    names.push({
      library,
      member: isDefault ? undefined : member,
      local: (local ?? member).split(/\s*=/)[0],
      start: at,
      end: at + item.length,
    });
  }
}

/** Where a library's import goes: after the last import of a library, before the file's own modules. */
function importPlace(text: string): { offset: number; prefix: string; suffix: string } {
  const eol = /\r\n/.test(text.slice(0, 2000)) ? '\r\n' : '\n';
  let last = -1;
  let firstOwn = -1;
  for (const match of text.matchAll(IMPORT)) {
    const library = match[2] ?? match[5];
    if (library.startsWith('.')) {
      if (firstOwn < 0) firstOwn = match.index;
    } else last = match.index + match[0].length;
  }
  if (last >= 0) return { offset: last, prefix: eol, suffix: '' };
  if (firstOwn >= 0) return { offset: firstOwn, prefix: '', suffix: eol };
  return { offset: prologueEnd(text), prefix: '', suffix: eol };
}

/** After what must come first in a file: the interpreter's line, a licence comment, `'use strict'`. */
function prologueEnd(text: string): number {
  let offset = 0;
  const skip = (pattern: RegExp): void => {
    const match = pattern.exec(text.slice(offset));
    if (match) offset += match[0].length;
  };
  skip(/^\ufeff/);
  skip(/^#![^\n]*(?:\n|$)/);
  skip(/^(?:\s*\/\*[\s\S]*?\*\/[ \t]*\r?\n(?:[ \t]*\r?\n)?)/);
  skip(/^(?:\s*\/\/[^\n]*\n)+[ \t]*\r?\n/);
  skip(/^(?:\s*(['"])use [a-z]+\1;?[ \t]*(?:\r?\n|$))+/);
  return offset;
}

function localName(library: string, member: string | undefined): string {
  if (member !== undefined) return member;
  const last = library.replace(NODE, '').replace(/\.js$/, '').split('/').pop() ?? library;
  const name = last.replace(/[^\p{L}\p{N}]+(.)?/gu, (_, c?: string) => (c ?? '').toUpperCase());
  return /^\d/.test(name) ? `_${name}` : name;
}

const SAFE_EQUAL = `/** Compares secrets in a time that tells nothing about them. */
function safeEqual(a, b) {
  const digest = (text) => @{crypto}.createHash($quotesha256$quote).update(String(text)).digest();
  return @{crypto}.timingSafeEqual(digest(a), digest(b));
}
`;

const SAFE_REDIRECT = `/** Redirects inside this site only. */
function safeRedirect(target) {
  const text = String(target);
  // A second slash or a backslash would start another host's name.
  return /^\\/(?![\\/\\\\])[^\\r\\n\\t]*$/.test(text) ? text : $quote/$quote;
}
`;

const ALLOWED_URL = `const ALLOWED_HOSTS = new Set((process.env.ALLOWED_HOSTS ?? $quote$quote).split($quote,$quote).filter(Boolean));

/** Only hosts that the configuration names, by HTTPS. */
function assertAllowedUrl(value) {
  const url = new URL(String(value));
  if (url.protocol !== $quotehttps:$quote || !ALLOWED_HOSTS.has(url.host)) throw new Error($quoteThis host is not allowed$quote);
  return url.href;
}
`;

const QUERY_NAME = `/** Only what can be the name of a column or a table. */
function queryName(value) {
  const text = String(value);
  if (!/^[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)?$/.test(text)) throw new Error($quoteThis is no name$quote);
  return text;
}
`;

const edits: LanguageEdits = {
  string,
  list: (items) => `[${items.join(', ')}]`,
  tuple: (items) => `[${items.join(', ')}]`,
  object: (entries, quote) =>
    entries.length === 0 ? '{}' : `{ ${entries.map(({ key, value }) => entry(key, value, quote)).join(', ')} }`,
  keyword: () => undefined,
  boolean: (value) => String(value),
  importStatement(library, member, style, local) {
    const name = local ?? localName(library, member);
    const end = style.semicolons ? ';' : '';
    const from = string(library, style.quote);
    if (member === undefined)
      return style.usesRequire ? `const ${name} = require(${from})${end}` : `import ${name} from ${from}${end}`;
    const named = name === member ? member : style.usesRequire ? `${member}: ${name}` : `${member} as ${name}`;
    return style.usesRequire ? `const { ${named} } = require(${from})${end}` : `import { ${named} } from ${from}${end}`;
  },
  importPlace,
  environment: (name) => ({
    expression: IDENTIFIER.test(name) ? `process.env.${name}` : `process.env[${string(name, "'")}]`,
  }),
  terminator: ';',
  comment: (text) => `// ${text}`,
  surface: {
    lineComments: ['//'],
    blockComments: [['/*', '*/']],
    strings: [{ quote: '`', interpolation: '${' }, { quote: "'" }, { quote: '"' }],
    adjacent: false,
    sum: '+',
    regex: true,
    indented: false,
    percent: false,
    formatMethods: {},
    formatCalls: ['util.format'],
    arrows: ['=>'],
    listOpenings: [/^\[/],
  },
  imports,
  localName,
  libraryName: (specifier) => specifier.replace(NODE, ''),
  concat: (parts, form) =>
    form.kind === 'template' ? template(parts) : concat(parts, form.quote === '`' ? "'" : form.quote),
  words: {
    json: 'JSON.parse($value)',
    neutralise: "String($value).replace(/[\\r\\n]/g, ' ')",
    text: 'String($value)',
    'encode-path': 'encodeURIComponent($value)',
    'plain-name': '@{path}.basename($value)',
    refuse: "throw new Error('$name is not set')",
    'log-error': 'console.error($error)',
    rewrite: 'Math.random().toString($0).slice($1...) => @{crypto}.randomBytes(32).toString("hex")',
    rewrite2: 'Math.random().toString($0).substring($1...) => @{crypto}.randomBytes(32).toString("hex")',
    rewrite3: 'Math.random().toString($0).substr($1...) => @{crypto}.randomBytes(32).toString("hex")',
    rewrite4: 'Math.random().toString($0) => @{crypto}.randomBytes(32).toString("hex")',
    rewrite5: 'Math.floor(Math.random() * $0) => @{crypto}.randomInt($0)',
    rewrite6: 'Math.floor($0 * Math.random()) => @{crypto}.randomInt($0)',
    rewrite7: 'Math.floor($0 + Math.random() * $1) => @{crypto}.randomInt($0, $0 + $1)',
    'query-direction': "String($value).toLowerCase() === 'desc' ? 'DESC' : 'ASC'",
    rewrite11: '$0.headers["x-forwarded-for"] => $0.socket.remoteAddress',
    rewrite8: '$0.headers["x-real-ip"] => $0.socket.remoteAddress',
    rewrite12: '$0.headers["x-user-id"] => $0.user.id',
    rewrite13: '$0.get("X-User-Id") => $0.user.id',
    rewrite14: '$0.header("X-User-Id") => $0.user.id',
    rewrite15: '$0.cookies.userId => $0.user.id',
    rewrite16: '$0.cookies.isAdmin => $0.user.isAdmin',
    rewrite17: '$0.cookies.role => $0.user.role',
    rewrite18: '$0.body.role => $0.user.role',
    rewrite19: '$0.body.isAdmin => $0.user.isAdmin',
    rewrite20: '$0.headers["x-role"] => $0.user.role',
    rewrite21: '$0.headers["x-tenant-id"] => $0.user.tenantId',
    rewrite9: '$0.get("X-Forwarded-For") => $0.ip',
    rewrite10: '$0.header("x-forwarded-for") => $0.ip',
    declare: 'const $name = $value',
    'path-name': 'safePath',
    guard:
      "const $path = @{path}.resolve($root, $file);\nif (!$path.startsWith(@{path}.resolve($root) + @{path}.sep)) throw new Error('This path is outside of its folder');",
    'path-join': 'path.join,path.resolve',
  },
  helpers: {
    'query-name': { name: 'queryName', call: 'queryName($value)', text: QUERY_NAME, place: 'after-imports' },
    equal: { name: 'safeEqual', call: 'safeEqual($left, $right)', text: SAFE_EQUAL, place: 'after-imports' },
    redirect: { name: 'safeRedirect', call: 'safeRedirect($value)', text: SAFE_REDIRECT, place: 'after-imports' },
    url: { name: 'assertAllowedUrl', call: 'assertAllowedUrl($value)', text: ALLOWED_URL, place: 'after-imports' },
  },
};

export default edits;
