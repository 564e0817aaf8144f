import type { ConcatForm, ImportedName, LanguageEdits, TextPart } from '../../fixes/edits';

export function string(text: string, quote: '"' | "'"): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
  return quote + escaped + quote;
}

/** Raw text between one kind of quotes as it is written between others. */
function rawIn(literal: string, quote: string): string {
  if (quote.length > 1) return literal;
  return literal.replace(/\\(['"])|(['"])|\n/g, (all, escaped?: string, bare?: string) => {
    const sign = escaped ?? bare;
    if (sign === undefined) return all === '\n' ? '\\n' : all;
    return sign === quote ? `\\${sign}` : sign;
  });
}

function concat(parts: readonly TextPart[], { kind, quote, prefix }: ConcatForm): string {
  const sign = quote[0];
  if (kind === 'sum')
    return parts
      .map((part) => ('literal' in part ? sign + rawIn(part.literal, sign) + sign : part.expression))
      .join(' + ');
  // An expression with the same quotes inside cannot stand in the literal before Python 3.12.
  const other = sign === '"' ? "'" : '"';
  const outer = parts.some((part) => 'expression' in part && part.expression.includes(sign)) ? other : sign;
  const inner = parts.map((part) => ('literal' in part ? rawIn(part.literal, outer) : `{${part.expression}}`)).join('');
  return `${/f/i.test(prefix) ? prefix : `f${prefix}`}${outer}${inner}${outer}`;
}

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
/** Imports at the left margin; a list in parentheses may go over lines. */
const IMPORT = /^(?:import[ \t]+([^\n#;]+)|from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#;]+))/gm;

function imports(text: string): ImportedName[] {
  const names: ImportedName[] = [];
  for (const match of text.matchAll(IMPORT)) {
    const list = match[1] ?? match[3];
    const listAt = match.index + match[0].length - list.length;
    for (const item of list.matchAll(
      new RegExp(String.raw`((?:${NAME}\.)*${NAME}|\*)(?:[ \t]+as[ \t]+(${NAME}))?`, 'gu'),
    )) {
      const start = listAt + item.index;
      const span = { start, end: start + item[0].length };
      if (match[1] === undefined) {
        const isAll = item[1] === '*';
        names.push({ library: match[2], member: item[1], local: isAll ? '*' : (item[2] ?? item[1]), ...span });
        // `from os import path`: the member may itself be a module.
        if (!isAll)
          names.push({ library: `${match[2]}.${item[1]}`, member: undefined, local: item[2] ?? item[1], ...span });
      } else names.push({ library: item[1], member: undefined, local: item[2] ?? item[1], ...span });
    }
  }
  return names;
}

function importPlace(text: string): { offset: number; prefix: string; suffix: string } {
  const eol = /\r\n/.test(text.slice(0, 2000)) ? '\r\n' : '\n';
  let last = -1;
  let lastFuture = -1;
  for (const match of text.matchAll(IMPORT)) {
    // Relative imports come last in a file; libraries stand before them.
    if (match[2]?.startsWith('.')) continue;
    const line = text.indexOf('\n', match.index + match[0].length);
    const end = line < 0 ? text.length : text[line - 1] === '\r' ? line - 1 : line;
    last = end;
    if (match[2] === '__future__') lastFuture = end;
  }
  if (last >= 0) return { offset: Math.max(last, lastFuture), prefix: eol, suffix: '' };
  return { offset: prologueEnd(text), prefix: '', suffix: eol };
}

/** After the interpreter's line, the encoding, comments at the top and the module's docstring. */
function prologueEnd(text: string): number {
  let offset = 0;
  const skip = (pattern: RegExp): void => {
    const match = pattern.exec(text.slice(offset));
    if (match) offset += match[0].length;
  };
  skip(/^\ufeff/);
  skip(/^#![^\n]*(?:\n|$)/);
  skip(/^#.*coding[:=][^\n]*(?:\n|$)/);
  skip(/^(?:#[^\n]*\n)+(?:[ \t]*\r?\n)/);
  skip(/^\s*[rRuU]?("""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"|'[^'\n]*')[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)?/);
  return offset;
}

function localName(library: string, member: string | undefined): string {
  return member ?? library;
}

const ALLOWED_URL = `ALLOWED_HOSTS = set(filter(None, @{os}.environ.get($quoteALLOWED_HOSTS$quote, $quote$quote).split($quote,$quote)))


def assert_allowed_url(value):
    """Only hosts that the configuration names, by HTTPS."""
    parts = @{urllib.parse#urlsplit}(str(value))
    if parts.scheme != $quotehttps$quote or parts.hostname not in ALLOWED_HOSTS:
        raise ValueError($quoteThis host is not allowed$quote)
    return value
`;

const SAFE_REDIRECT = `def safe_redirect(target):
    """Redirects inside this site only."""
    text = str(target)
    # A second slash or a backslash would start another host's name.
    return text if @{re}.fullmatch(r$quote/(?![/\\\\])[^\\r\\n\\t]*$quote, text) else $quote/$quote
`;

const QUERY_NAME = `def query_name(value):
    """Only what can be the name of a column or a table."""
    text = str(value)
    if not @{re}.fullmatch(r$quote[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)?$quote, text):
        raise ValueError($quoteThis is no name$quote)
    return text
`;

const edits: LanguageEdits = {
  string,
  list: (items) => `[${items.join(', ')}]`,
  tuple: (items) => (items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`),
  object: (entries, quote) => `{${entries.map(({ key, value }) => `${string(key, quote)}: ${value}`).join(', ')}}`,
  keyword: (name, value) => `${name}=${value}`,
  boolean: (value) => (value ? 'True' : 'False'),
  importStatement(library, member, _style, local) {
    if (member !== undefined)
      return `from ${library} import ${member}${local && local !== member ? ` as ${local}` : ''}`;
    return `import ${library}${local && local !== library ? ` as ${local}` : ''}`;
  },
  importPlace,
  environment: (name, quote = '"') => ({ expression: `os.environ[${string(name, quote)}]`, import: { library: 'os' } }),
  terminator: '',
  comment: (text) => `# ${text}`,
  surface: {
    lineComments: ['#'],
    blockComments: [],
    strings: ['"""', "'''", '"', "'"].map((quote) => ({
      quote,
      prefixes: 'rRbBfFuU',
      interpolation: '{' as const,
      interpolationPrefix: 'f',
      rawPrefix: 'r',
    })),
    adjacent: true,
    sum: '+',
    regex: false,
    indented: true,
    percent: true,
    formatMethods: { format: 'brace' },
    formatCalls: [],
    arrows: ['lambda'],
    listOpenings: [/^\[/, /^\(/],
  },
  imports,
  localName,
  libraryName: (specifier) => specifier,
  concat,
  words: {
    json: '@{json}.loads($value)',
    neutralise: 'str($value).replace("\\r", " ").replace("\\n", " ")',
    text: 'str($value)',
    'encode-path': '@{urllib.parse#quote}($value, safe="")',
    'plain-name': '@{os}.path.basename($value)',
    refuse: 'raise RuntimeError("$name is not set")',
    'log-error': '@{logging}.exception("The request failed")',
    equal: '@{hmac}.compare_digest($left, $right)',
    unequal: 'not @{hmac}.compare_digest($left, $right)',
    'neutralise-in-text': 'repr($value)',
    bytes: '$value.encode()',
    'environment-reads': 'os.environ.get,os.getenv,environ.get,getenv',
    rewrite: '@{random#choice}($0) => @{secrets}.choice($0)',
    rewrite2: '@{random#getrandbits}($0) => @{secrets}.randbits($0)',
    rewrite3: '@{random#random}() => @{random}.SystemRandom().random()',
    rewrite4: '@{random#randint}($0...) => @{random}.SystemRandom().randint($0)',
    rewrite5: '@{random#randrange}($0...) => @{random}.SystemRandom().randrange($0)',
    rewrite6: '@{random#choices}($0...) => @{random}.SystemRandom().choices($0)',
    rewrite7: '@{random#sample}($0...) => @{random}.SystemRandom().sample($0)',
    rewrite8: '@{random#uniform}($0...) => @{random}.SystemRandom().uniform($0)',
    rewrite9: 'request.headers.get("X-Forwarded-For") => request.remote_addr',
    rewrite10: 'request.headers.get("X-Forwarded-For", $0) => request.remote_addr',
    rewrite11: 'request.headers["X-Forwarded-For"] => request.remote_addr',
    rewrite12: '$0.META.get("HTTP_X_FORWARDED_FOR") => $0.META.get("REMOTE_ADDR")',
    rewrite13: '$0.META["HTTP_X_FORWARDED_FOR"] => $0.META["REMOTE_ADDR"]',
    rewrite14: '$0.META.get("HTTP_X_USER_ID") => $0.user.id',
    rewrite15: '$0.META["HTTP_X_USER_ID"] => $0.user.id',
    rewrite16: '$0.COOKIES.get("user_id") => $0.user.id',
    rewrite17: '$0.COOKIES["user_id"] => $0.user.id',
    rewrite18: '$0.COOKIES.get("is_admin") => $0.user.is_staff',
    rewrite19: '$0.COOKIES["is_admin"] => $0.user.is_staff',
    'path-method': 'joinpath',
    'query-direction': '"DESC" if str($value).lower() == "desc" else "ASC"',
    quote: '"',
    declare: '$name = $value',
    'path-name': 'safe_path',
    guard:
      '$path = (@{pathlib#Path}($root) / $file).resolve()\nif not $path.is_relative_to(@{pathlib#Path}($root).resolve()):\n    raise ValueError("This path is outside of its folder")',
    'path-join': 'os.path.join,path.join',
  },
  helpers: {
    'query-name': { name: 'query_name', call: 'query_name($value)', text: QUERY_NAME, place: 'after-imports' },
    url: { name: 'assert_allowed_url', call: 'assert_allowed_url($value)', text: ALLOWED_URL, place: 'after-imports' },
    redirect: { name: 'safe_redirect', call: 'safe_redirect($value)', text: SAFE_REDIRECT, place: 'after-imports' },
  },
};

export default edits;
