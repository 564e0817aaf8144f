import type { ImportedName, LanguageEdits, TextPart } from '../../fixes/edits';

export function string(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

/** Raw text of a literal or a text block as it is written in a literal. */
function rawIn(literal: string): string {
  return literal.replace(/\\?"/g, '\\"').replace(/\r?\n/g, '\\n');
}

function concat(parts: readonly TextPart[]): string {
  const pieces = parts.map((part) => ('literal' in part ? `"${rawIn(part.literal)}"` : part.expression));
  // Two values without a literal before them would be added up.
  const isText = parts.slice(0, 2).some((part) => 'literal' in part);
  return (isText ? pieces : ['""', ...pieces]).join(' + ');
}

const IMPORT = /^[ \t]*import\s+(?:(static)\s+)?([\w.]+?)(\.\*)?\s*;[ \t]*(?:\/\/[^\n]*)?$/gm;

function imports(text: string): ImportedName[] {
  const names: ImportedName[] = [];
  for (const match of text.matchAll(IMPORT)) {
    const start = match.index + match[0].indexOf(match[2]);
    const end = start + match[2].length + (match[3]?.length ?? 0);
    const last = match[2].slice(match[2].lastIndexOf('.') + 1);
    if (match[3]) names.push({ library: match[2], member: '*', local: '*', start, end });
    else if (match[1])
      names.push({ library: match[2].slice(0, -last.length - 1), member: last, local: last, start, end });
    else names.push({ library: match[2], member: undefined, local: last, start, end });
  }
  return names;
}

function importPlace(text: string): { offset: number; prefix: string; suffix: string } {
  const eol = /\r\n/.test(text.slice(0, 2000)) ? '\r\n' : '\n';
  let last = -1;
  let firstStatic = -1;
  for (const match of text.matchAll(IMPORT)) {
    if (match[1]) firstStatic = firstStatic < 0 ? match.index : firstStatic;
    else last = match.index + match[0].length;
  }
  if (last >= 0) return { offset: last, prefix: eol, suffix: '' };
  if (firstStatic >= 0) return { offset: firstStatic, prefix: '', suffix: eol };
  const header = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*package\s+[\w.]+\s*;[^\n]*/.exec(text);
  if (header) return { offset: header[0].length, prefix: eol + eol, suffix: '' };
  return { offset: 0, prefix: '', suffix: eol };
}

/** A type in the language's own package, or given by its bare name, is known everywhere. */
function needsNoImport(library: string): boolean {
  return /^java\.lang\.[A-Z]\w*$/.test(library) || !library.includes('.');
}

const SAFE_REDIRECT = `
    /** Redirects inside this site only. */
    private static String safeRedirect(String target) {
        // A second slash or a backslash would start another host's name.
        return target != null && target.matches("/(?![/\\\\\\\\])[^\\\\r\\\\n\\\\t]*") ? target : "/";
    }
`;

const ALLOWED_URL = `
    private static final @{java.util.Set}<String> ALLOWED_HOSTS =
            @{java.util.Set}.of(System.getenv().getOrDefault("ALLOWED_HOSTS", "localhost").split(","));

    /** Only hosts that the configuration names, by HTTPS. */
    private static String assertAllowedUrl(String value) {
        @{java.net.URI} uri = @{java.net.URI}.create(value);
        if (!"https".equals(uri.getScheme()) || !ALLOWED_HOSTS.contains(uri.getHost())) {
            throw new IllegalArgumentException("This host is not allowed");
        }
        return value;
    }
`;

const QUERY_NAME = `
    /** Only what can be the name of a column or a table. */
    private static String queryName(String value) {
        if (value == null || !value.matches("[A-Za-z_]\\\\w*(?:\\\\.[A-Za-z_]\\\\w*)?")) {
            throw new IllegalArgumentException("This is no name");
        }
        return value;
    }
`;

const edits: LanguageEdits = {
  string,
  list: (items) => `new Object[] {${items.join(', ')}}`,
  tuple: (items) => `new Object[] {${items.join(', ')}}`,
  object: (entries) =>
    `@{java.util.Map}.of(${entries.map(({ key, value }) => `${string(key)}, ${value}`).join(', ')})`.replace(
      '@{java.util.Map}',
      'java.util.Map',
    ),
  keyword: () => undefined,
  boolean: (value) => String(value),
  importStatement(library, member) {
    if (member !== undefined) return `import static ${library}.${member};`;
    return needsNoImport(library) ? undefined : `import ${library};`;
  },
  importPlace,
  environment: (name) => ({ expression: `System.getenv(${string(name)})` }),
  terminator: ';',
  comment: (text) => `// ${text}`,
  surface: {
    lineComments: ['//'],
    blockComments: [['/*', '*/']],
    strings: [{ quote: '"""' }, { quote: '"' }, { quote: "'" }],
    adjacent: false,
    sum: '+',
    regex: false,
    indented: false,
    percent: false,
    formatMethods: { formatted: 'printf' },
    formatCalls: ['String.format'],
    arrows: ['->'],
    listOpenings: [/^new\s+[\w.]+\s*\[\s*\]\s*\{/],
  },
  imports,
  localName: (library, member) => member ?? library.slice(library.lastIndexOf('.') + 1),
  libraryName: (specifier) => specifier,
  concat,
  words: {
    create: 'createStatement',
    prepare: 'prepareStatement',
    statement: 'java.sql.PreparedStatement',
    set: 'setObject($n, $v)',
    neutralise: 'String.valueOf($value).replaceAll("[\\r\\n]", " ")',
    text: 'String.valueOf($value)',
    'encode-path':
      '@{java.net.URLEncoder}.encode($value, @{java.nio.charset.StandardCharsets}.UTF_8).replace("+", "%20")',
    'encode-query': '@{java.net.URLEncoder}.encode($value, @{java.nio.charset.StandardCharsets}.UTF_8)',
    refuse: 'throw new IllegalStateException("$name is not set")',
    logger: '\\bLogger\\s+(\\w+)\\s*=',
    'log-error': '$logger.error("The request failed", $error)',
    equal:
      '@{java.security.MessageDigest}.isEqual($left.getBytes(@{java.nio.charset.StandardCharsets}.UTF_8), $right.getBytes(@{java.nio.charset.StandardCharsets}.UTF_8))',
    unequal:
      '!@{java.security.MessageDigest}.isEqual($left.getBytes(@{java.nio.charset.StandardCharsets}.UTF_8), $right.getBytes(@{java.nio.charset.StandardCharsets}.UTF_8))',
    'environment-reads': 'System.getenv().getOrDefault',
    rewrite: 'new @{java.util.Random}($0...) => new @{java.security.SecureRandom}()',
    rewrite2: 'Math.random() => new @{java.security.SecureRandom}().nextDouble()',
    rewrite3: '$0.getHeader("X-Forwarded-For") => $0.getRemoteAddr()',
    rewrite4: '$0.getHeader("X-Real-IP") => $0.getRemoteAddr()',
    rewrite5: '$0.getHeader("X-User-Id") => $0.getRemoteUser()',
    rewrite6: '$0.getHeader("X-User") => $0.getRemoteUser()',
    'path-join': 'java.nio.file.Path.of => $path,java.nio.file.Paths.get => $path,java.io.File => $path.toFile()',
    'path-method': 'resolve',
    'path-root': '$value.toString()',
    'path-text': 'String.valueOf($value)',
    guarded: '$path.toString()',
    'query-direction': '"desc".equalsIgnoreCase($value) ? "DESC" : "ASC"',
    declare: '$type $name = $value',
    'path-name': 'safePath',
    guard:
      '@{java.nio.file.Path} $path = @{java.nio.file.Path}.of($root).resolve($file).normalize();\nif (!$path.startsWith(@{java.nio.file.Path}.of($root).normalize())) {\n    throw new IllegalArgumentException("This path is outside of its folder");\n}',
  },
  helpers: {
    'query-name': { name: 'queryName', call: 'queryName($value)', text: QUERY_NAME, place: 'class-member' },
    redirect: { name: 'safeRedirect', call: 'safeRedirect($value)', text: SAFE_REDIRECT, place: 'class-member' },
    url: { name: 'assertAllowedUrl', call: 'assertAllowedUrl($value)', text: ALLOWED_URL, place: 'class-member' },
  },
};

export default edits;
