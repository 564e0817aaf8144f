import type { Bind, ConfigSpec, Literal, Model, OptionSpec, SinkSpec } from '../../../facts/model';

/** Words and lists that several models of this language share. Not a model itself. */

export const PERCENT_TUPLE: Bind = { style: '%s', values: 'tuple', at: 1 };
export const QUESTION_TUPLE: Bind = { style: '?', values: 'tuple', at: 1 };
export const NUMBERED_LIST: Bind = { style: ':n', values: 'array', at: 1 };
export const NAMED_OBJECT: Bind = { style: ':name', values: 'object', at: 1 };
export const DOLLAR_SPREAD: Bind = { style: '$n', values: 'spread', at: 1 };

/** The same place for several roots. */
export const each = (roots: readonly string[], rest: string): string[] => roots.map((root) => root + rest);

/** The same effect for several places. */
export const sinks = (places: readonly string[], rest: Omit<SinkSpec, 'at'>): SinkSpec[] =>
  places.map((at) => ({ at, ...rest }));

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

export const ESCAPE_HTML = { escape: '@{html}.escape($value)' };
export const ESCAPE_MARKUP = { escape: '@{markupsafe#escape}($value)' };
export const ESCAPE_DJANGO = { escape: '@{django.utils.html#escape}($value)' };

/** Content types that browsers do not read as a page. */
export const NOT_A_PAGE: readonly Literal[] = [
  'text',
  ...['json', 'problem+json', 'octet-stream', 'pdf', 'zip', 'gzip', 'javascript', 'x-', 'vnd.'].map(
    (name) => `application/${name}*`,
  ),
  ...['plain', 'csv', 'css', 'calendar', 'javascript', 'event-stream', 'vcard', 'markdown'].map(
    (name) => `text/${name}*`,
  ),
  ...['png', 'jpeg', 'gif', 'webp', 'x-icon'].map((name) => `image/${name}*`),
  'audio/*',
  'video/*',
  'font/*',
];

export const COOKIE_WORDS = {
  secure: '$secure = True',
  httpOnly: '$httponly = True',
  sameSite: '$samesite = "Lax"',
};

/** `set_cookie(key, value, max_age, expires, path, domain, secure, httponly, samesite)`. */
export function cookie(at: string, sameSite: Pick<OptionSpec, 'unset'>): ConfigSpec {
  return {
    kind: 'cookie',
    at,
    options: {
      name: { from: ['$0', '$key'] },
      value: { from: ['$1', '$value'] },
      maxAge: { from: ['$2', '$max_age'] },
      secure: { from: ['$6', '$secure'], unset: false },
      httpOnly: { from: ['$7', '$httponly'], unset: false },
      sameSite: { from: ['$8', '$samesite'], ...sameSite },
    },
    fix: COOKIE_WORDS,
  };
}

/** An assignment to a place counts as a call with the value as its first argument. */
export function corsHeader(at: string, from = '$0'): ConfigSpec {
  return { kind: 'cors', at, options: { origin: { from: [from] } } };
}

/** A value that the call itself stands for. */
export const means = (value: Literal): OptionSpec => ({ from: [], unset: value });

/** The places where a header is set, with where its value stands. */
const headerPlaces = (reply: string, name: string): readonly (readonly [string, string])[] => [
  [`${reply}["${name}"]`, '$0'],
  [`${reply}.headers["${name}"]`, '$0'],
  [`${reply}.headers.{set,add,setdefault}("${name}")`, '$1'],
  [`${reply}.{set_header,add_header}("${name}")`, '$1'],
];

/** What headers say that are set on answers; their names are known whatever the answer is. */
export const HEADER_CONFIGS: readonly ConfigSpec[] = [
  ...headerPlaces('*', 'Strict-Transport-Security').map(
    ([at, value]): ConfigSpec => ({
      kind: 'hsts',
      at,
      options: { header: { from: [value] } },
      fix: { header: `${value} = "max-age=31536000; includeSubDomains"`, review: 'yes' },
    }),
  ),
  ...headerPlaces('*', 'X-Frame-Options').map(
    ([at, value]): ConfigSpec => ({ kind: 'framing', at, options: { value: { from: [value] } } }),
  ),
  ...headerPlaces('*', 'X-Content-Type-Options').map(
    ([at, value]): ConfigSpec => ({
      kind: 'type-sniffing',
      at,
      options: { header: { from: [value] } },
      fix: { header: `${value} = "nosniff"` },
    }),
  ),
  ...headerPlaces('*', 'Content-Security-Policy').map(
    ([at, value]): ConfigSpec => ({ kind: 'content-policy', at, options: { policy: { from: [value] } } }),
  ),
  ...headerPlaces('*', 'Content-Security-Policy-Report-Only').map(
    ([at, value]): ConfigSpec => ({
      kind: 'content-policy',
      at,
      options: { policy: { from: [value] }, reportOnly: means(true) },
    }),
  ),
];

/** The directives of a policy that is given as a mapping; `option` names the one that is at a place of its own. */
export const policyDirectives = (at: (name: string) => string[]): Record<string, OptionSpec> =>
  Object.fromEntries(
    [
      'default-src',
      'script-src',
      'script-src-elem',
      'object-src',
      'base-uri',
      'frame-ancestors',
      'form-action',
      'sandbox',
      'report-to',
      'report-uri',
    ].map((name): [string, OptionSpec] => [name, { from: at(name) }]),
  );

/** A constant given once to a call. */
export function credential(at: string, ...from: string[]): ConfigSpec {
  return { kind: 'credential', at, options: { value: { from } } };
}

/** A client of a database, by the names of its keywords. */
export function databaseClient(at: string, more: ConfigSpec['options'] = {}, environment = 'DB_PASSWORD'): ConfigSpec {
  return {
    kind: 'database-client',
    at,
    options: {
      password: { from: ['$password', '$passwd'] },
      user: { from: ['$user', '$username'] },
      host: { from: ['$host', '$server'] },
      ssl: { from: ['$sslmode', '$ssl_mode', '$ssl', '$tls'] },
      insecure: {
        from: ['$ssl_disabled', '$tlsInsecure', '$tlsAllowInvalidCertificates', '$tlsAllowInvalidHostnames'],
      },
      verify: { from: ['$ssl_cert_reqs', '$ssl_verify_cert', '$ssl_verify_identity', '$ssl_check_hostname'] },
      ...more,
    },
    fix: {
      environment,
      ssl: '$sslmode = "verify-full"',
      insecure: '$ssl_disabled -; $tlsInsecure -; $tlsAllowInvalidCertificates -; $tlsAllowInvalidHostnames -',
    },
  };
}

/** The key of a cipher or of a keyed digest. */
export function encryptionKey(at: string, ...from: string[]): ConfigSpec {
  return {
    kind: 'encryption-key',
    at,
    options: { value: { from } },
    fix: { environment: 'DATA_KEY', secret: '@{base64}.b64decode($value)' },
  };
}

/** What every driver of the database interface has: connections that give cursors. */
export function databaseInterface(library: string, bind: Bind, more: Partial<Model> = {}): Model {
  return {
    library,
    aliases: more.aliases,
    types: {
      Link: [
        'connect()',
        'Connect()',
        'Connection()',
        `type ${library}#Connection`,
        `type ${library}#connection`,
        'Link.{__enter__,__aenter__}()',
        ...(more.types?.Link ?? []),
      ],
      Rows: [
        'Link.cursor()',
        `type ${library}#Cursor`,
        `type ${library}#cursor`,
        'Rows.{__enter__,__aenter__}()',
        ...(more.types?.Rows ?? []),
      ],
    },
    sources: { database: ['Rows.{fetchone,fetchall,fetchmany,fetchval}()', 'Rows[]'] },
    sinks: {
      sql: [
        { at: 'Rows.execute($0)', bind },
        'Rows.{executemany,mogrify,executescript}($0)',
        ...(more.sinks?.sql ?? []),
      ],
    },
    sanitizers: more.sanitizers,
    propagators: [
      // Rows are what the database holds, not what the query was made of.
      { at: 'Rows.*()', to: [] },
      { at: 'Link.*()', to: [] },
      { at: 'connect()', to: [] },
    ],
    configs: [
      ...['connect()', 'create_pool()', 'Connection()'].map((at) => databaseClient(at)),
      ...(more.configs ?? []),
    ],
  };
}

/** Calls of an HTTP client in which the address is the first argument. */
export const HTTP_METHODS = '{get,post,put,patch,delete,head,options}';

/** Conversions of formats that write line breaks visibly, or numbers. */
export const QUOTING = 'radiouxXeEfFgG';

/** Levels of loggers. */
export const LOG_LEVELS = '{debug,info,warning,warn,error,critical,exception,fatal}';

/** Names of headers that carry text of the request into `META`, where other entries come from the server. */
const REQUEST_META = [
  'HTTP_X_USER_ID',
  'HTTP_X_USER',
  'HTTP_X_ROLE',
  'HTTP_X_TENANT_ID',
  'HTTP_REFERER',
  'HTTP_USER_AGENT',
  'HTTP_ORIGIN',
  'HTTP_COOKIE',
  'HTTP_AUTHORIZATION',
  'HTTP_ACCEPT_LANGUAGE',
  'HTTP_X_FORWARDED_FOR',
  'HTTP_X_FORWARDED_HOST',
  'HTTP_X_REAL_IP',
  'QUERY_STRING',
];

/** Reads of single entries of such a mapping. */
export const requestMeta = (mapping: string): string[] =>
  REQUEST_META.flatMap((name) => [`${mapping}["${name}"]`, `${mapping}.get("${name}")`]);

/** The middleware of Starlette, in the ways in which it is named when it is added. */
export const middleware = (name: string, module: string): Literal[] => [
  name,
  `starlette.middleware.${module}.${name}`,
  `fastapi.middleware.${module}.${name}`,
];

export const ORIGINS_FROM_ENVIRONMENT = '@{os}.environ["ALLOWED_ORIGINS"].split(",")';

/** What libraries of signed tokens have in common; `at` is what stands before the functions. */
export function signedTokens(at: string): Omit<Model, 'library'> {
  const secret = (place: string): ConfigSpec => ({
    kind: 'token-secret',
    at: place,
    options: { value: { from: ['$1', '$key'] } },
    fix: { environment: 'JWT_SECRET' },
  });
  return {
    sources: {
      'unverified-token': [
        `${at}decode(options.verify_signature=False)`,
        `${at}decode(verify=False)`,
        `${at}get_unverified_claims()`,
      ],
    },
    configs: [
      secret(`${at}encode()`),
      secret(`${at}decode()`),
      {
        kind: 'token-issue',
        at: `${at}encode()`,
        options: {
          algorithm: { from: ['$2', '$algorithm'], unset: 'HS256' },
          lifetime: { from: ['$0.exp', '$payload.exp', '$claims.exp'], unset: null },
        },
      },
      {
        kind: 'token-check',
        at: `${at}decode()`,
        options: {
          verified: { from: ['$options.verify_signature', '$3.verify_signature', '$verify'], unset: true },
          // Since then the list has to be given; before, the token chose.
          algorithms: { from: ['$2', '$algorithms'], unsetBy: { 'pyjwt <2': 'any' } },
          checkExpiration: { from: ['$options.verify_exp', '$3.verify_exp'], unset: true },
        },
        fix: { algorithms: '$algorithms = ["HS256"]', review: 'yes' },
      },
      { kind: 'token-check', at: `${at}get_unverified_claims()`, options: { verified: means(false) } },
    ],
    deeds: [
      { kind: 'token-issue', at: `${at}encode()` },
      { kind: 'token-check', at: `${at}decode()` },
    ],
    propagators: [
      { at: `${at}encode()`, to: [] },
      { at: `${at}get_unverified_header()`, from: ['$0'] },
    ],
  };
}

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
