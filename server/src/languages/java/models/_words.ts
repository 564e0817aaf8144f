import type { Bind, ConfigSpec, Literal, OptionSpec } from '../../../facts/model';

/** Words and lists that several models of this language share. Not a model itself. */

export const PREPARED: Bind = { style: '?', values: 'prepared' };

/** What a statement made without text becomes. */
export const STATEMENT_WORDS = {
  create: 'createStatement',
  prepare: 'prepareStatement',
  statement: 'java.sql.PreparedStatement',
  set: 'setObject($n, $v)',
};

/** The call prepares by itself; only the values are missing. */
export const SETTER_WORDS = { create: '', set: 'setObject($n, $v)' };

export const NAMED_METHOD: Bind = { style: ':name', values: 'method', method: '.setParameter("$n", $v)' };

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
  '/usr/bin/env',
  'cmd',
  'cmd.exe',
  'powershell',
  'powershell.exe',
  'pwsh',
];

/** Programs that take dangerous options where an operand is expected. */
export const OPTION_READERS = ['git', 'curl', 'wget', 'tar', 'ssh', 'scp', 'rsync', 'ffmpeg', 'find', 'zip'];

/** Types of answers that browsers do not read as a page. */
export const NOT_A_PAGE: readonly Literal[] = [
  ...['json', 'problem+json', 'octet-stream', 'pdf', 'zip', 'gzip', 'javascript', 'x-', 'vnd.', 'msword'].map(
    (name) => `application/${name}*`,
  ),
  ...['plain', 'csv', 'css', 'calendar', 'javascript', 'event-stream'].map((name) => `text/${name}*`),
  ...['png', 'jpeg', 'gif', 'webp', 'x-icon'].map((name) => `image/${name}*`),
  'audio/*',
  'video/*',
  ...['APPLICATION_JSON', 'APPLICATION_OCTET_STREAM', 'APPLICATION_PDF', 'TEXT_PLAIN', 'TEXT_EVENT_STREAM'].flatMap(
    (name) => [`MediaType.${name}_VALUE`, `MediaType.${name}`],
  ),
];

export const CONTENT_TYPE = ['Content-Type', 'content-type', 'HttpHeaders.CONTENT_TYPE'];

export const ESCAPE_HTML = { escape: '@{org.owasp.encoder.Encode}.forHtml($value)' };

export const ESCAPE_REGEX = { escape: '@{java.util.regex.Pattern}.quote($value)' };

const BIND = 'org.springframework.web.bind.annotation';

/** Annotations of functions that answer requests. */
export const SPRING_MAPPINGS = [
  'RequestMapping',
  'GetMapping',
  'PostMapping',
  'PutMapping',
  'PatchMapping',
  'DeleteMapping',
].map((name) => `${BIND}.${name}`);

/** Annotations of parameters that are filled from the request. */
export const SPRING_PARAMETERS = [
  'RequestParam',
  'PathVariable',
  'RequestBody',
  'RequestHeader',
  'CookieValue',
  'ModelAttribute',
  'RequestPart',
  'MatrixVariable',
].map((name) => `${BIND}.${name}`);

export const SPRING_GET = `${BIND}.GetMapping`;
export const SPRING_PARAMETER = `${BIND}.RequestParam`;
export const SPRING_HEADER = `${BIND}.RequestHeader`;

export const RESPONSE_BODY = [`${BIND}.ResponseBody`, `${BIND}.RestController`];

/** A value that the call itself stands for. */
export const means = (value: Literal): OptionSpec => ({ from: [], unset: value });

/** What headers say that are written by hand. */
export const headerConfigs = (call: string): ConfigSpec[] => [
  {
    kind: 'hsts',
    at: `${call}("Strict-Transport-Security")`,
    options: { header: { from: ['$1'] } },
    fix: { header: '$1 = "max-age=31536000; includeSubDomains"', review: 'yes' },
  },
  { kind: 'framing', at: `${call}("X-Frame-Options")`, options: { value: { from: ['$1'] } } },
  {
    kind: 'type-sniffing',
    at: `${call}("X-Content-Type-Options")`,
    options: { header: { from: ['$1'] } },
    fix: { header: '$1 = "nosniff"' },
  },
  { kind: 'content-policy', at: `${call}("Content-Security-Policy")`, options: { policy: { from: ['$1'] } } },
  {
    kind: 'content-policy',
    at: `${call}("Content-Security-Policy-Report-Only")`,
    options: { policy: { from: ['$1'] }, reportOnly: means(true) },
  },
];
/** What opens a database with the password among its arguments. */
export const databaseClient = (at: string, options: Readonly<Record<string, string>>): ConfigSpec => ({
  kind: 'database-client',
  at,
  options: Object.fromEntries(Object.entries(options).map(([name, from]) => [name, { from: [from] }])),
  fix: { environment: 'DB_PASSWORD' },
});

/** Both spellings of the enterprise packages. */
export const both = (name: string): string[] => [`type javax.${name}`, `type jakarta.${name}`];

/** Values of these types, and what an instantiation gives. */
export const made = (library: string, ...names: string[]): string[] =>
  names.flatMap((name) => [`type ${library}.${name}`, `${name}()`]);

/** The same place for several roots. */
export const each = (roots: readonly string[], rest: string): string[] => roots.map((root) => root + rest);

/** Setters with a constant as first argument, spelled as its text and as the name of the library's constant. */
export function setter(method: string, names: readonly string[], rest: string): string[] {
  return names.map((name) => `.${method}("${name}", ${rest})`);
}

export const DISALLOW_DOCTYPE = 'http://apache.org/xml/features/disallow-doctype-decl';
export const GENERAL_ENTITIES = 'http://xml.org/sax/features/external-general-entities';
export const EXTERNAL_DTD = 'http://apache.org/xml/features/nonvalidating/load-external-dtd';
export const SECURE_PROCESSING = [
  'http://javax.xml.XMLConstants/feature/secure-processing',
  'javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING',
];
export const ACCESS_DTD = [
  'http://javax.xml.XMLConstants/property/accessExternalDTD',
  'javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD',
];

const FORBID_DOCTYPE = `.setFeature("${DISALLOW_DOCTYPE}", true)`;

/** Options of parsers that are set by features of the SAX kind. Denying access to DTDs ends external entities too. */
export const FEATURE_OPTIONS: ConfigSpec['options'] = {
  doctype: { from: setter('setFeature', [DISALLOW_DOCTYPE], 'true'), means: false, unset: true },
  externalEntities: {
    from: [
      ...setter('setFeature', SECURE_PROCESSING, 'true'),
      ...setter('setAttribute', ACCESS_DTD, '""'),
      ...setter('setProperty', ACCESS_DTD, '""'),
      ...setter('setFeature', [GENERAL_ENTITIES], 'false'),
    ],
    means: false,
    unset: true,
  },
  externalDtd: {
    from: [
      ...setter('setFeature', SECURE_PROCESSING, 'true'),
      ...setter('setAttribute', ACCESS_DTD, '""'),
      ...setter('setProperty', ACCESS_DTD, '""'),
      ...setter('setFeature', [EXTERNAL_DTD], 'false'),
    ],
    means: false,
    unset: true,
  },
};

export const FEATURE_WORDS = {
  doctype: FORBID_DOCTYPE,
  externalEntities: FORBID_DOCTYPE,
  externalDtd: FORBID_DOCTYPE,
};

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
export const textLength = (at: string): ConfigSpec => ({
  kind: 'text-length',
  at,
  options: { min: { from: ['$min'] }, max: { from: ['$max'] } },
});
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
