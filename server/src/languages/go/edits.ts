import type { ImportedName, LanguageEdits, TextPart } from '../../fixes/edits';
import { packageNames } from './lower-names';

export function string(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

/** Raw text of a literal of either kind as it is written between quotes. */
function rawIn(literal: string): string {
  return literal.replace(/\\?"/g, '\\"').replace(/\r?\n/g, '\\n').replace(/\t/g, '\\t');
}

function concat(parts: readonly TextPart[]): string {
  return parts.map((part) => ('literal' in part ? `"${rawIn(part.literal)}"` : part.expression)).join(' + ');
}

// ---- imports -------------------------------------------------------------------------------------------------------

/** `import "a"` and `import x "a"`, and the lists in parentheses. */
const IMPORT = /^import[ \t]*(?:\(([^)]*)\)|((?:[\p{L}_][\p{L}\p{N}_]*|\.)?[ \t]*(?:"[^"\n]*"|`[^`\n]*`)))/gmu;
const SPEC = /(?:([\p{L}_][\p{L}\p{N}_]*|\.)[ \t]+)?(["`])([^"`\n]+)\2/gu;

function imports(text: string): ImportedName[] {
  const names: ImportedName[] = [];
  for (const match of text.matchAll(IMPORT)) {
    const list = match[1] ?? match[2];
    const listAt = match.index + match[0].indexOf(list);
    for (const spec of withoutComments(list).matchAll(SPEC)) {
      const start = listAt + spec.index;
      const span = { start, end: start + spec[0].length };
      const [, alias, , library] = spec;
      if (alias === '_') continue;
      if (alias === '.') names.push({ library, member: '*', local: '*', ...span });
      else names.push({ library, member: undefined, local: alias ?? localName(library, undefined), ...span });
    }
  }
  return names;
}

/** The same length, so that places stay. */
function withoutComments(text: string): string {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
}

/** Among the language's own packages where the file lists them in a group of their own, which comes first. */
function importPlace(text: string): { offset: number; prefix: string; suffix: string } {
  const eol = /\r\n/.test(text.slice(0, 2000)) ? '\r\n' : '\n';
  let single = -1;
  for (const match of text.matchAll(IMPORT)) {
    if (match[1] === undefined) {
      single = match.index + match[0].length;
      continue;
    }
    const open = match.index + match[0].indexOf('(') + 1;
    const group = withoutComments(match[1]);
    const last = /^(?:[ \t]*\S[^\n]*\n)*/.exec(group.slice(group.search(/\S|$/)))?.[0] ?? '';
    const end = open + group.search(/\S|$/) + last.trimEnd().length;
    if (last.trim() === '') return { offset: open, prefix: `${eol}\t`, suffix: eol };
    // A comment behind the last one stays where it is.
    const line = text.indexOf('\n', end);
    const lineEnd = line < 0 || line > match.index + match[0].length ? end : line;
    return { offset: text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd, prefix: `${eol}\t`, suffix: '' };
  }
  if (single >= 0) return { offset: single, prefix: `${eol}import `, suffix: '' };
  const header = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*package\s+\w+[^\n]*/.exec(text);
  if (header) return { offset: header[0].trimEnd().length, prefix: `${eol}${eol}import `, suffix: '' };
  return { offset: 0, prefix: 'import ', suffix: eol };
}

/** A package is called by the last part of its path; its members by way of it. */
function localName(library: string, member: string | undefined): string {
  const name = packageNames(library).find((each) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(each)) ?? library;
  return member === undefined ? name : `${name}.${member}`;
}

// ---- helpers -------------------------------------------------------------------------------------------------------

const SAFE_REDIRECT = `// safeRedirect gives targets inside of this site only.
func safeRedirect(target string) string {
	// A second slash or a backslash would start another host's name.
	if !@{strings}.HasPrefix(target, "/") || @{strings}.HasPrefix(target, "//") || @{strings}.ContainsAny(target, "\\\\\\r\\n\\t") {
		return "/"
	}
	return target
}
`;

const ALLOWED_URL = `// allowedURL gives addresses of hosts that the configuration names, by HTTPS.
func allowedURL(value string) string {
	parsed, err := @{net/url}.Parse(value)
	if err != nil || parsed.Scheme != "https" || !@{slices}.Contains(@{strings}.Split(@{os}.Getenv("ALLOWED_HOSTS"), ","), parsed.Hostname()) {
		panic("this host is not allowed")
	}
	return value
}
`;

const RANDOM_BELOW = `// randomBelow gives a number from 0 up to limit, drawn by the operating system.
func randomBelow(limit int) int {
	number, err := @{crypto/rand as crand}.Int(@{crypto/rand as crand}.Reader, @{math/big}.NewInt(int64(limit)))
	if err != nil {
		panic(err)
	}
	return int(number.Int64())
}
`;

const QUERY_NAME = `var simpleName = @{regexp}.MustCompile(\`^[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)?$\`)

// queryName lets only pass what can be the name of a column or a table.
func queryName(value string) string {
	if !simpleName.MatchString(value) {
		panic("this is no name")
	}
	return value
}
`;

const QUERY_DIRECTION = `// queryDirection gives one of the two words that end an order.
func queryDirection(value string) string {
	if @{strings}.EqualFold(value, "desc") {
		return "DESC"
	}
	return "ASC"
}
`;

const edits: LanguageEdits = {
  string,
  list: (items) => `[]any{${items.join(', ')}}`,
  tuple: (items) => `[]any{${items.join(', ')}}`,
  object: (entries) => `map[string]any{${entries.map(({ key, value }) => `${string(key)}: ${value}`).join(', ')}}`,
  keyword: (name, value) => `${name}: ${value}`,
  boolean: (value) => String(value),
  importStatement(library, _member, _style, local) {
    const name = local?.split('.')[0];
    return name === undefined || name === localName(library, undefined)
      ? string(library)
      : `${name} ${string(library)}`;
  },
  importPlace,
  environment: (name) => ({ expression: `os.Getenv(${string(name)})`, import: { library: 'os' } }),
  terminator: '',
  comment: (text) => `// ${text}`,
  surface: {
    lineComments: ['//'],
    blockComments: [['/*', '*/']],
    strings: [{ quote: '`' }, { quote: '"' }, { quote: "'" }],
    adjacent: false,
    sum: '+',
    regex: false,
    indented: false,
    lineEnds: true,
    percent: false,
    formatMethods: {},
    formatCalls: ['fmt.Sprintf'],
    arrows: [],
    listOpenings: [/^\[\]\s*[\w.{}]*\s*\{/],
  },
  importsMustBeUsed: true,
  imports,
  localName,
  libraryName: (specifier) => specifier,
  concat,
  words: {
    quote: '"',
    text: '@{fmt}.Sprint($value)',
    'encode-path': '@{net/url}.PathEscape($value)',
    'encode-query': '@{net/url}.QueryEscape($value)',
    'plain-name': '@{path/filepath}.Base($value)',
    refuse: 'panic("$name is not set")',
    'log-error': '@{log/slog}.Error("the request failed", "error", $error)',
    neutralise: '@{strings}.NewReplacer("\\r", " ", "\\n", " ").Replace($value)',
    equal: '@{crypto/subtle}.ConstantTimeCompare([]byte($left), []byte($right)) == 1',
    unequal: '@{crypto/subtle}.ConstantTimeCompare([]byte($left), []byte($right)) != 1',
    bytes: '[]byte($value)',
    rewrite5: '$0.Header.Get("X-Forwarded-For") => $0.RemoteAddr',
    rewrite6: '$0.Header.Get("X-Real-IP") => $0.RemoteAddr',
    rewrite3: '$0.GetHeader("X-Forwarded-For") => $0.ClientIP()',
    rewrite4: '$0.GetHeader("X-Real-IP") => $0.ClientIP()',
    declare: '$name := $value',
    constant: 'const => var',
    'path-name': 'safePath',
    'path-join': 'filepath.Join,path.Join',
    guarded: '$path',
    rewrite: '@{math/rand}.Intn($0) => &{random-below}($0)',
    rewrite2: '@{math/rand/v2}.IntN($0) => &{random-below}($0)',
    guard: '$path := @{path/filepath}.Join($root, @{path/filepath}.Join("/", $file))',
  },
  helpers: {
    'random-below': { name: 'randomBelow', call: 'randomBelow($value)', text: RANDOM_BELOW, place: 'after-imports' },
    'query-name': { name: 'queryName', call: 'queryName($value)', text: QUERY_NAME, place: 'after-imports' },
    'query-direction': {
      name: 'queryDirection',
      call: 'queryDirection($value)',
      text: QUERY_DIRECTION,
      place: 'after-imports',
    },
    redirect: { name: 'safeRedirect', call: 'safeRedirect($value)', text: SAFE_REDIRECT, place: 'after-imports' },
    url: { name: 'allowedURL', call: 'allowedURL($value)', text: ALLOWED_URL, place: 'after-imports' },
  },
};

export default edits;
