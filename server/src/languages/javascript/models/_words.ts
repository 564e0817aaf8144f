import type { Bind, ConfigSpec, Literal, OptionSpec, SinkSpec } from '../../../facts/model';
import type { Sink } from '../../../facts/vocabulary';

/** Words and lists that several models of this language share. Not a model itself. */

/** The same place for several roots. */
export const each = (roots: readonly string[], rest: string): string[] => roots.map((root) => root + rest);

/** Sinks at several places that are alike otherwise. */
export const sinks = (places: readonly string[], more: Omit<SinkSpec, 'at'> = {}): SinkSpec[] =>
  places.map((at) => ({ at, ...more }));

/** Calls whose result says nothing of what they are given: rows, answers, contents, digests. */
export const ends = (...places: string[]): { at: string; to: string[] }[] => places.map((at) => ({ at, to: [] }));

/** Values of these types of a library, and what an instantiation gives. */
export const made = (library: string, ...names: string[]): string[] =>
  names.flatMap((name) => [`type ${library}#${name}`, `${name}()`]);

export const BIND_NUMBERED: Bind = { style: '$n', values: 'array', at: 1 };
export const BIND_QUESTION: Bind = { style: '?', values: 'array', at: 1 };

/** Interpreters of command lines, as they are named when they are started. */
export const SHELLS = [
  'sh',
  'bash',
  'zsh',
  'ksh',
  'dash',
  '/bin/sh',
  '/bin/bash',
  '/bin/zsh',
  '/usr/bin/sh',
  '/usr/bin/bash',
  'cmd',
  'cmd.exe',
  'powershell',
  'powershell.exe',
  'pwsh',
];

/** Programs that take dangerous options where an operand is expected. */
export const OPTION_READERS = ['git', 'curl', 'wget', 'tar', 'ssh', 'scp', 'rsync', 'ffmpeg', 'find', 'zip'];

export const ESCAPE_HTML = { escape: '@{escape-html as escapeHtml}($value)' };

/** What a content type of HTML looks like where it is written. */
export const HTML_TYPES = [
  'text/html',
  'text/html; charset=utf-8',
  'text/html;charset=utf-8',
  'text/html; charset=UTF-8',
  'text/html;charset=UTF-8',
  'html',
];

/** Names of one header in the spellings that occur. */
export const CONTENT_TYPE = ['Content-Type', 'content-type', 'Content-type'];
/** Types of answers that browsers do not read as a page. */
export const NOT_A_PAGE: readonly Literal[] = [
  ...['json', 'problem+json', 'octet-stream', 'pdf', 'zip', 'gzip', 'javascript', 'x-', 'vnd.'].map(
    (name) => `application/${name}*`,
  ),
  ...['plain', 'csv', 'css', 'calendar', 'javascript', 'event-stream'].map((name) => `text/${name}*`),
  ...['png', 'jpeg', 'gif', 'webp', 'x-icon'].map((name) => `image/${name}*`),
  ...['json', 'text', 'txt', '.txt', 'css', 'csv', 'js', 'png', 'jpg', 'gif', 'pdf', 'bin'],
];
export const CONTENT_DISPOSITION = ['Content-Disposition', 'content-disposition'];
export const ALLOW_ORIGIN = ['Access-Control-Allow-Origin', 'access-control-allow-origin'];
export const LOCATION = ['Location', 'location'];
/** Headers of which one is enough to see that somebody thought of them. */
export const SECURITY_HEADERS = [
  'Content-Security-Policy',
  'content-security-policy',
  'Strict-Transport-Security',
  'strict-transport-security',
  'X-Content-Type-Options',
  'x-content-type-options',
  'X-Frame-Options',
  'x-frame-options',
];

/** `Response.set("Location", $1)` for every spelling. */
export const headerSinks = (calls: readonly string[], names: readonly string[]): string[] =>
  calls.flatMap((call) => names.map((name) => `${call}("${name}", $1)`));

/** A header that opens the service to other origins, set by hand. */
export const allowOriginConfigs = (calls: readonly string[]): ConfigSpec[] =>
  calls.flatMap((call) =>
    ALLOW_ORIGIN.map(
      (name): ConfigSpec => ({ kind: 'cors', at: `${call}("${name}")`, options: { origin: { from: ['$1'] } } }),
    ),
  ); // prettier-ignore

/** Security headers set by hand. */
export const securityHeaderConfigs = (calls: readonly string[]): ConfigSpec[] =>
  calls.flatMap((call) => [
    ...SECURITY_HEADERS.map(
      (name): ConfigSpec => ({ kind: 'security-headers', at: `${call}("${name}")`, options: {} }),
    ),
    ...HEADER_MEANINGS.map(([name, meaning]): ConfigSpec => ({ ...meaning('$1'), at: `${call}("${name}")` })),
  ]);

/** The same in an object of headers, which is one of these arguments. */
export const headerObjectConfigs = (at: string, ...holders: string[]): ConfigSpec[] =>
  holders.flatMap((holder) =>
    HEADER_MEANINGS.flatMap(([name, meaning]): ConfigSpec[] => [
      { ...meaning(`${holder}.${name}`), at, unless: { [`${holder}.${name}`]: undefined } },
      { kind: 'security-headers', at, unless: { [`${holder}.${name}`]: undefined }, options: {} },
    ]),
  );

const spelled = (
  name: string,
  meaning: (value: string) => ConfigSpec,
): readonly (readonly [string, (value: string) => ConfigSpec])[] => [
  [name, meaning],
  [name.toLowerCase(), meaning],
];

/** What headers say that are written by hand. */
const HEADER_MEANINGS = [
  ...spelled('Strict-Transport-Security', (value) => ({
    kind: 'hsts',
    options: { header: { from: [value] } },
    fix: { header: `${value} = 'max-age=31536000; includeSubDomains'`, review: 'yes' },
  })),
  ...spelled('X-Frame-Options', (value) => ({ kind: 'framing', options: { value: { from: [value] } } })),
  ...spelled('X-Content-Type-Options', (value) => ({
    kind: 'type-sniffing',
    options: { header: { from: [value] } },
    fix: { header: `${value} = 'nosniff'` },
  })),
  ...spelled('Content-Security-Policy', (value) => ({
    kind: 'content-policy',
    options: { policy: { from: [value] } },
  })),
  ...spelled('Content-Security-Policy-Report-Only', (value) => ({
    kind: 'content-policy',
    options: { policy: { from: [value] }, reportOnly: { from: [], unset: true } },
  })),
];

/** Secrets among the options of a call. */
export const credentials = (
  at: string,
  options: Readonly<Record<string, string>>,
  fix?: ConfigSpec['fix'],
): ConfigSpec => ({
  kind: 'credential',
  at,
  options: Object.fromEntries(Object.entries(options).map(([name, from]) => [name, { from: [from] }])),
  ...(fix ? { fix } : {}),
});

/** A client of a database whose options stand under `at`-th argument (`$0`, `$0.connection`). */
export const databaseClient = (
  at: string,
  base = '$0',
  { user = 'user', ssl = 'ssl', ...more }: Readonly<Record<string, string>> = {},
  environment = 'DB_PASSWORD',
): ConfigSpec => ({
  kind: 'database-client',
  at,
  options: {
    password: { from: [`${base}.password`] },
    user: { from: [`${base}.${user}`] },
    host: { from: [`${base}.host`] },
    ssl: { from: [`${base}.${ssl}`] },
    verify: { from: [`${base}.${ssl}.rejectUnauthorized`] },
    multiple: { from: [`${base}.multipleStatements`] },
    ...Object.fromEntries(Object.entries(more).map(([name, key]) => [name, { from: [`${base}.${key}`] }])),
  },
  fix: {
    environment,
    ssl: `${base}.${ssl} = { rejectUnauthorized: true }`,
    verify: `${base}.${ssl}.rejectUnauthorized = true`,
    multiple: `${base}.multipleStatements -`,
  },
});

/** The key of a cipher or of a keyed digest. */
export const encryptionKey = (at: string, from: string): ConfigSpec => ({
  kind: 'encryption-key',
  at,
  options: { value: { from: [from] } },
  fix: { environment: 'DATA_KEY', secret: "Buffer.from($value, 'base64')" },
});

/** Limits of the time that a server waits, as options and as members of what the call gives. */
export const listener = (at: string, base = '$0'): ConfigSpec => ({
  kind: 'listener',
  at,
  options: {
    request: { from: [`${base}.requestTimeout`, '.requestTimeout'] },
    headers: { from: [`${base}.headersTimeout`, '.headersTimeout'] },
    idle: { from: ['.timeout', '.setTimeout($0)'] },
  },
  fix: {
    request: '.requestTimeout = 300_000',
    headers: '.headersTimeout = 60_000',
    idle: '.timeout = 120_000',
    review: 'yes',
  },
});

/** The largest body that a call lets in. */
export const bodySize = (at: string, option: string, value = "'100kb'"): ConfigSpec => ({
  kind: 'body-size',
  at,
  options: { limit: { from: [option] } },
  fix: { limit: `${option} = ${value}`, review: 'yes' },
});

/** The secret that tokens are signed with. */
export const tokenSecret = (at: string, options: Readonly<Record<string, string>>): ConfigSpec[] => [
  { ...credentials(at, options, { environment: 'JWT_SECRET' }), kind: 'token-secret' },
];

/** One option that switches the check of certificates off. */
export const tlsConfig = (at: string, option: string): ConfigSpec => ({
  kind: 'tls-client',
  at,
  options: { verify: { from: [option] } },
  fix: { verify: `${option} = true` },
});

const LINE_BREAKS = [
  '[\\r\\n]',
  '[\\n\\r]',
  '[\\r\\n]+',
  '[\\n\\r]+',
  '[\\r\\n\\t]',
  '[\\n\\r\\t]',
  '[\\t\\r\\n]',
  '\\r\\n|\\r|\\n',
  '\\r|\\n',
  '\\n|\\r',
  '\\r?\\n|\\r',
  '\\r?\\n',
  '\\n',
  '(\\r\\n|\\n|\\r)',
  '(\\r\\n|\\r|\\n)',
  '\\s',
  '\\s+',
  '[^\\x20-\\x7E]',
  '[\\x00-\\x1F\\x7F]',
  '[\\x00-\\x1f]',
  '[\\x00-\\x1f\\x7f]',
  '[\\u0000-\\u001F]',
];

/** Patterns that stand for line breaks, as regular expressions and as plain text. */
export const LINE_BREAK_PATTERNS: readonly string[] = [...LINE_BREAKS, '\n'];

/** Patterns whose removal leaves letters, digits, underscores and hyphens at most. */
export const HARMLESS_REST_PATTERNS: readonly string[] = ['', '+'].flatMap((more) => [
  `[^a-zA-Z0-9]${more}`,
  `[^A-Za-z0-9]${more}`,
  `[^a-z0-9]${more}`,
  `[^0-9a-z]${more}`,
  `[^a-zA-Z0-9_]${more}`,
  `[^A-Za-z0-9_]${more}`,
  `[^a-z0-9_]${more}`,
  `[^a-zA-Z0-9-]${more}`,
  `[^A-Za-z0-9-]${more}`,
  `[^a-z0-9-]${more}`,
  `[^a-zA-Z0-9_-]${more}`,
  `[^A-Za-z0-9_-]${more}`,
  `[^a-z0-9_-]${more}`,
  `[^a-zA-Z]${more}`,
  `[^A-Za-z]${more}`,
  `[^0-9]${more}`,
  `[^\\d]${more}`,
  `[^\\w]${more}`,
  `[^\\w-]${more}`,
  `\\W${more}`,
  `\\D${more}`,
]);

/** What text of letters, digits and a few harmless signs (base64, hexadecimal) cannot break. */
export const PLAIN_TEXT: readonly Sink[] = [
  'sql',
  'shell',
  'code',
  'template',
  'ldap',
  'xpath',
  'html',
  'html-script',
  'header',
  'log',
  'xml',
  'command-argument',
];

/** How statements begin that a database reads. */
export const SQL_BEGINNINGS = [
  'SELECT',
  'INSERT INTO',
  'UPDATE',
  'DELETE FROM',
  'REPLACE INTO',
  'CALL',
  'EXEC',
  'WITH',
].flatMap((word) => [`${word} *`, `${word.toLowerCase()} *`]);

/** The versions of TLS that an object of options allows, at any of these arguments. */
export const tlsVersions = (at: string, ...options: string[]): ConfigSpec => ({
  kind: 'tls-protocol',
  at,
  options: {
    version: { from: options.flatMap((option) => [`${option}.minVersion`, `${option}.secureProtocol`]) },
    highest: { from: options.map((option) => `${option}.maxVersion`) },
  },
  fix: { version: `${options[0]}.minVersion = 'TLSv1.2'`, highest: `${options[0]}.maxVersion -` },
});

/** A value that the call itself stands for. */
export const means = (value: Literal): OptionSpec => ({ from: [], unset: value });

/** What a function made for passwords is asked to do. */
export const passwordCost = (
  at: string,
  scheme: string,
  options: Readonly<Record<string, OptionSpec>>,
  fix?: ConfigSpec['fix'],
): ConfigSpec => ({
  kind: 'password-cost',
  at,
  options: { scheme: means(scheme), ...options },
  ...(fix ? { fix } : {}),
});

/** How long a text may be. */
export const textLength = (
  at: string,
  min: readonly string[],
  max: readonly string[],
  fix?: ConfigSpec['fix'],
): ConfigSpec => ({
  kind: 'text-length',
  at,
  options: { min: { from: min }, max: { from: max } },
  ...(fix ? { fix } : {}),
});

/** Names under which forms send passwords. */
export const PASSWORD_FIELDS = ['password', 'newPassword', 'new_password', 'passwd', 'pwd', 'pass'];
/** Headers by which a client or a proxy says where a request comes from. */
export const ADDRESS_HEADERS = [
  'x-forwarded-for',
  'x-real-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'client-ip',
  'x-client-ip',
  'X-Forwarded-For',
  'X-Real-IP',
  'X-Real-Ip',
  'True-Client-IP',
  'CF-Connecting-IP',
  'Client-IP',
  'X-Client-IP',
];

/** A header of a request, by the way in which it is read: `Request.get` or `Request.headers[]`. */
export const claimedAddresses = (...ways: string[]): string[] =>
  ways.flatMap((way) =>
    ADDRESS_HEADERS.map((name) => (way.endsWith('[]') ? `${way.slice(0, -2)}["${name}"]` : `${way}("${name}")`)),
  );
