import type { Bind, ConfigSpec, Literal, OptionSpec, SinkSpec } from '../../../facts/model';

/** Words and lists that several models of this language share. Not a model itself. */

export const QUESTION_SPREAD: Bind = { style: '?', values: 'spread', at: 1 };
export const QUESTION_AFTER_CONTEXT: Bind = { style: '?', values: 'spread', at: 2 };
export const DOLLAR_AFTER_CONTEXT: Bind = { style: '$n', values: 'spread', at: 2 };

/** The same effect for several places. */
export const sinks = (places: readonly string[], rest: Omit<SinkSpec, 'at'>): SinkSpec[] =>
  places.map((at) => ({ at, ...rest }));

/** Values of these types, and what a literal of the type gives. */
export const made = (library: string, ...names: string[]): string[] =>
  names.flatMap((name) => [`type ${library}#${name}`, `${name}()`]);

/** Values of these types. */
export const typed = (library: string, ...names: string[]): string[] => names.map((name) => `type ${library}#${name}`);

/** Calls that give nothing of what they are given. */
export const nothing = (...places: string[]): { at: string; to: readonly string[] }[] =>
  places.map((at) => ({ at, to: [] }));

/** Interpreters of command lines, as they are named when they are started. */
export const SHELLS: readonly Literal[] = [
  'sh',
  'bash',
  'zsh',
  'ksh',
  'dash',
  'ash',
  '/bin/sh',
  '/bin/bash',
  '/bin/zsh',
  '/bin/ash',
  '/usr/bin/sh',
  '/usr/bin/bash',
  '/usr/bin/env',
  'powershell',
  'powershell.exe',
  'pwsh',
];

/** Shells that join all their arguments to one line. */
export const JOINING_SHELLS: readonly Literal[] = ['cmd', 'cmd.exe', 'powershell', 'powershell.exe', 'pwsh'];

/** What asks a shell to run the text that follows. */
export const RUN_TEXT: readonly Literal[] = ['-c', '-lc', '-ec', '-xc', '-Command', '-command', '/c', '/C', '/k', '/K'];

/** Programs that take dangerous options where an operand is expected. */
export const OPTION_READERS: readonly Literal[] = [
  'git',
  'curl',
  'wget',
  'tar',
  'ssh',
  'scp',
  'rsync',
  'ffmpeg',
  'find',
  'zip',
];

/** Conversions of formats that quote line breaks, or write numbers. */
export const QUOTING = 'qxXdtTpbcoOUeEfFgG';

export const ESCAPE_HTML = { escape: '@{html}.EscapeString($value)' };

/** Content types that browsers read as a page. */
export const PAGE: readonly Literal[] = ['text/html', 'text/html*', 'application/xhtml+xml', 'image/svg+xml'];

export const COOKIE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  name: { from: ['$Name', '.Name'] },
  // A cookie without a value takes one away.
  value: { from: ['$Value', '.Value'], unset: '' },
  maxAge: { from: ['$MaxAge', '.MaxAge'] },
  secure: { from: ['$Secure', '.Secure'], unset: false },
  httpOnly: { from: ['$HttpOnly', '.HttpOnly'], unset: false },
  sameSite: { from: ['$SameSite', '.SameSite'], unset: null },
};

export const COOKIE_WORDS = {
  secure: '$Secure = true',
  httpOnly: '$HttpOnly = true',
  sameSite: '$SameSite = @{net/http}.SameSiteLaxMode',
};

/** A constant given once to a call. */
export function credential(at: string, ...from: string[]): ConfigSpec {
  return { kind: 'credential', at, options: { value: { from } } };
}

/** The key of a cipher or of a keyed digest. */
export function encryptionKey(at: string, from: string): ConfigSpec {
  return { kind: 'encryption-key', at, options: { value: { from: [from] } }, fix: { environment: 'DATA_KEY' } };
}

/** A value that the call itself stands for. */
export const means = (value: Literal): OptionSpec => ({ from: [], unset: value });

/** Headers by which an answer defends itself in browsers. */
export const SECURITY_HEADERS: readonly string[] = [
  'Content-Security-Policy',
  'X-Frame-Options',
  'X-Content-Type-Options',
  'Strict-Transport-Security',
];

/** What a call that sets a header may mean: `set` with name and value as its first arguments. */
export function headerConfigs(set: string): ConfigSpec[] {
  return [
    { kind: 'cors', at: `${set}("Access-Control-Allow-Origin")`, options: { origin: { from: ['$1'] } } },
    ...SECURITY_HEADERS.map((name) => ({
      kind: 'security-headers' as const,
      at: `${set}("${name}")`,
      options: {},
    })),
  ];
}

/** Content types that browsers do not read as a page. */
export const NOT_A_PAGE: readonly Literal[] = [
  ...['json', 'problem+json', 'octet-stream', 'pdf', 'zip', 'gzip', 'javascript', 'x-', 'vnd.', 'xml'].map(
    (name) => `application/${name}*`,
  ),
  ...['plain', 'csv', 'css', 'calendar', 'javascript', 'event-stream'].map((name) => `text/${name}*`),
  ...['png', 'jpeg', 'gif', 'webp', 'x-icon'].map((name) => `image/${name}*`),
  'audio/*',
  'video/*',
  'font/*',
];
export const CONTENT_TYPE = ['Content-Type', 'content-type'];
export const DISPOSITION = ['Content-Disposition', 'content-disposition'];
export const LOCATION = ['Location', 'location'];

/** Statuses that say that the server was at fault, as numbers and by the names they have. */
export const FAULTS: readonly Literal[] = [
  500,
  502,
  503,
  ...['InternalServerError', 'BadGateway', 'ServiceUnavailable'].map((name) => `http.Status${name}`),
  ...['InternalServerError', 'BadGateway', 'ServiceUnavailable'].map((name) => `net/http.Status${name}`),
  ...['InternalServerError', 'BadGateway', 'ServiceUnavailable'].map((name) => `Status${name}`),
];

/** A call that connects to an address. */
export const connection = (at: string, ...address: string[]): ConfigSpec => ({
  kind: 'connection',
  at,
  options: { address: { from: address } },
});

/** Methods of HTTP clients that take the address first. */
export const HTTP_METHODS = '{Get,Post,Put,Patch,Delete,Head,Options}';

/** The secret that tokens are signed with. */
export const tokenSecret = (at: string, ...from: string[]): ConfigSpec => ({
  kind: 'token-secret',
  at,
  options: { value: { from } },
  fix: { environment: 'JWT_SECRET' },
});

/** A digest, by what goes into it. */
export const passwordDigest = (at: string, name: string, ...input: string[]): ConfigSpec => ({
  kind: 'password-hash',
  at,
  options: { algorithm: means(name), input: { from: input } },
});

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

/** Headers by which a client or a proxy says where a request comes from. */
export const ADDRESS_HEADERS = [
  'X-Forwarded-For',
  'X-Real-IP',
  'X-Real-Ip',
  'True-Client-IP',
  'CF-Connecting-IP',
  'Client-IP',
  'X-Client-IP',
  'x-forwarded-for',
  'x-real-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'client-ip',
  'x-client-ip',
];

/** A header of a request, by the way in which it is read: `Request.get` or `Request.headers[]`. */
export const claimedAddresses = (...ways: string[]): string[] =>
  ways.flatMap((way) =>
    ADDRESS_HEADERS.map((name) => (way.endsWith('[]') ? `${way.slice(0, -2)}["${name}"]` : `${way}("${name}")`)),
  );
