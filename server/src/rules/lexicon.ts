/**
 * What names and texts tell about secrets. Pure word lists and arithmetic, shared by the rules on secrets, cookies,
 * hashes and random numbers, and by the engine where a binding's name makes a value one that must not be guessable.
 */

/** `DB_PASSWORD`, `dbPassword`, `db-password` → `db`, `password`. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}

// biome-ignore format: a word list
const STRONG_WORDS = new Set([
  'password', 'passwd', 'passphrase', 'pwd', 'passwort', 'secret', 'secrets', 'apikey', 'apisecret', 'secretkey',
  'privatekey', 'accesskey', 'clientsecret', 'authtoken', 'accesstoken', 'refreshtoken', 'bearertoken', 'masterkey',
  'encryptionkey', 'signingkey', 'connectionstring', 'credentials', 'dbpass', 'dbpassword', 'userpass', 'jwtsecret',
  'jwtkey', 'hmackey',
]);

/** Two words that are a secret together though neither is alone. */
// biome-ignore format: a word list
const STRONG_PAIRS = new Set([
  'api key', 'api secret', 'api token', 'private key', 'access key', 'access token', 'auth token', 'auth key',
  'refresh token', 'bearer token', 'master key', 'encryption key', 'signing key', 'signature key', 'crypto key',
  'cipher key', 'aes key', 'hmac key', 'jwt key', 'session key', 'cookie key', 'service key', 'account key',
  'shared key', 'app key', 'connection string', 'db pass', 'database pass', 'user pass', 'root pass', 'admin pass',
  'smtp pass', 'mail pass', 'bot token', 'deploy token', 'security key', 'server key',
]);

// biome-ignore format: a word list
const WEAK_WORDS = new Set([
  'token', 'key', 'keys', 'pass', 'auth', 'credential', 'salt', 'pin', 'pepper', 'dsn', 'jwt', 'hmac',
]);

/** Ends of names that say what the value is about, not that it is the secret. */
// biome-ignore format: a word list
const ABOUT = new Set([
  'name', 'names', 'field', 'fields', 'label', 'header', 'headers', 'url', 'uri', 'path', 'file', 'filename', 'dir',
  'type', 'types', 'hint', 'placeholder', 'regex', 'regexp', 'pattern', 'message', 'msg', 'error', 'errors', 'length',
  'size', 'expiry', 'expires', 'expiration', 'ttl', 'age', 'id', 'ids', 'title', 'text', 'prefix', 'suffix', 'format',
  'policy', 'strength', 'column', 'param', 'parameter', 'property', 'prop', 'attribute', 'cookie', 'input', 'selector',
  'element', 'button', 'form', 'page', 'route', 'view', 'template', 'link', 'endpoint', 'env', 'var', 'variable',
  'option', 'options', 'description', 'help', 'tooltip', 'event', 'action', 'status', 'state', 'enabled', 'required',
  'visible', 'hash', 'hashed', 'digest', 'encoder', 'algorithm', 'alg', 'method', 'strategy', 'provider', 'service',
  'class', 'validator', 'validation', 'rule', 'rules', 'schema', 'issuer', 'audience', 'scope', 'version', 'count',
  'index', 'arn', 'ref', 'reference', 'location', 'store', 'source', 'manager', 'repository', 'kind', 'constraint',
  'table', 'query', 'statement', 'subject', 'caption', 'reset', 'separator', 'delimiter', 'charset', 'chars',
  'alphabet', 'mask', 'confirmation', 'i18n', 'translation', 'translations', 'tag', 'tags',
]);

/** Words in a secret's name that make it something public. */
// biome-ignore format: a word list
const PUBLIC = new Set([
  'public', 'publishable', 'csrf', 'xsrf', 'forgot', 'forgotten', 'invalid', 'wrong', 'missing', 'expired', 'i18n',
]);

/** Words before `key` and `token` that make them names of places. */
// biome-ignore format: a word list
const PLAIN = new Set([
  'primary', 'foreign', 'sort', 'partition', 'cache', 'translation', 'pagination', 'cursor', 'page', 'continuation',
  'unique', 'map', 'site', 'object', 'storage', 'index', 'hash', 'row', 'lookup', 'react', 'idempotency', 'message',
  'config', 'field', 'column', 'locale', 'label', 'device', 'next', 'blob', 'spreadsheet', 'sheet', 'document', 'issue', 'project',
]);

/** How much a name alone says that its value is a secret: 2 surely, 1 perhaps, 0 no. */
export function secretNameStrength(name: string): 0 | 1 | 2 {
  const words = wordsOf(name);
  const last = words[words.length - 1];
  if (last === undefined) return 0;
  if (ABOUT.has(last) || words.some((word) => PUBLIC.has(word))) return 0;
  if (/^(?:is|has|can|should|show|hide|no|use|require|requires|validate|check|verify)$/.test(words[0])) return 0;
  if (/^(?:keys?|tokens?)$/.test(last) && words.slice(0, -1).some((word) => PLAIN.has(word))) return 0;
  const joined = words.join(' ');
  for (const pair of STRONG_PAIRS)
    if (joined === pair || joined.endsWith(` ${pair}`) || joined.includes(`${pair} `)) return 2;
  if (words.some((word) => STRONG_WORDS.has(word))) return 2;
  return WEAK_WORDS.has(last) && (!/^keys?$/.test(last) || words.length > 1) ? 1 : 0;
}

/** What a value is by its name: what must not be told, and to whom. */
export type SecretKindOfName = 'password' | 'key' | 'token' | 'signature' | 'code' | 'regulated';

/** Ends of names that add nothing to what the value is. */
const PLAIN_ENDS = /^(?:text|value|val|str|string|raw|plain|plaintext|cleartext|clear|decrypted|\d+)$/;

// biome-ignore format: a word list
const PASSWORDS = new Set(['password', 'passwd', 'passphrase', 'pwd', 'passwort', 'dbpass', 'dbpassword', 'userpass', 'userpassword']);

// biome-ignore format: a word list
const REGULATED = new Set([
  'ssn', 'social security number', 'social security', 'credit card', 'creditcard', 'credit card number', 'card number', 'cardnumber', 'cc number',
  'ccnumber', 'creditcardnumber', 'cvv', 'cvv2', 'cvc', 'card cvv', 'card cvc', 'iban', 'bank account number', 'passport number', 'date of birth',
  'dob', 'birth date', 'birthdate', 'medical record', 'medical record number', 'diagnosis', 'health record', 'health insurance number',
  'tax id number', 'national insurance number',
]);

/**
 * Whether a value of this name is something that must not be told. Narrower than `secretNameStrength`, which is asked of
 * texts that look like secrets: here the name is all there is, so it has to end in the word.
 */
export function secretKindOf(name: string): SecretKindOfName | undefined {
  const words = wordsOf(name);
  while (words.length > 1 && PLAIN_ENDS.test(words[words.length - 1])) words.pop();
  const last = words[words.length - 1];
  if (last === undefined || words.length > 6) return undefined;
  if (words.some((word) => PUBLIC.has(word) && !/^[cx]srf$/.test(word))) return undefined;
  if (
    /^(?:is|has|can|should|show|hide|no|use|with|require|requires|validate|check|verify|old|hashed|encrypted|masked|redacted|num|min|max)$/.test(
      words[0],
    ) &&
    words[0] !== 'old'
  )
    return undefined; // prettier-ignore
  for (let n = 1; n <= 3 && n <= words.length; n++) if (REGULATED.has(words.slice(-n).join(' '))) return 'regulated';
  if (words.some((word) => /^(?:hash|hashed|digested|encrypted|masked|redacted|hidden|encoded)$/.test(word)))
    return undefined;
  if (PASSWORDS.has(last)) return 'password';
  const pair = words.slice(-2).join(' ');
  if (
    /^(?:otp|totp|passcode|mfacode)$/.test(last) ||
    /^(?:verification|mfa|2fa|sms|otp|totp|recovery|backup|pin|security) code$/.test(pair)
  )
    return 'code'; // prettier-ignore
  if (/^(?:hmac|signature|sig|digest)$/.test(last)) return 'signature';
  if (/^(?:token|jwt|authorization|accesstoken|refreshtoken|authtoken|bearertoken|csrf|xsrf)$/.test(last))
    return words.slice(0, -1).some((word) => PLAIN.has(word)) ? undefined : 'token';
  if (STRONG_WORDS.has(last) && !/^(?:credentials|secrets|connectionstring)$/.test(last)) return 'key';
  return STRONG_PAIRS.has(pair) && pair !== 'connection string' ? 'key' : undefined;
}

// biome-ignore format: a word list
const UNGUESSABLE = new Set([
  'token', 'tokens', 'secret', 'otp', 'totp', 'password', 'passwd', 'passphrase', 'pwd', 'passcode', 'session',
  'sessionid', 'sid', 'salt', 'nonce', 'pin', 'csrf', 'xsrf', 'apikey', 'secretkey', 'privatekey', 'accesstoken',
  'refreshtoken', 'rememberme', 'voucher', 'coupon', 'captcha', 'iv',
]);

const UNGUESSABLE_PAIRS =
  /\b(?:api|secret|private|access|session|encryption|signing|master|auth|crypto|remember me|remember) (?:key|id|cookie)\b|\b(?:verification|confirmation|reset|recovery|activation|invite|invitation|login|auth|security|backup|sms|mfa|2fa|access|pass|one time|onetime) codes?\b|\bremember me\b/;

/** Whether a value of this name must not be predictable: what makes a weak random number a weakness. */
export function mustBeUnguessable(name: string): boolean {
  const words = wordsOf(name);
  const last = words[words.length - 1];
  if (last === undefined) return false;
  if (words.some((word) => UNGUESSABLE.has(word))) {
    // `tokenCount`, `sessionTimeout`, `passwordLength` are numbers about a secret.
    return !/^(?:length|len|size|count|index|timeout|ttl|age|expiry|expires|delay|interval|type|name|attempts?|limit|date|time|status|number|num|days?|hours?|minutes?|seconds?|duration|total|sum|ratio|rate|score|weight|max|min)$/.test(
      last,
    );
  }
  return UNGUESSABLE_PAIRS.test(words.join(' '));
}

/** Last words of names that are about a password and none. */
const ABOUT_PASSWORD =
  /^(?:hash|hashed|hashes|digest|id|ids|reset|resets|token|length|policy|changed|updated|date|age|version|type|field|hint|key|file|url|link)$/;

export function isPasswordName(name: string): boolean {
  const words = wordsOf(name);
  if (!words.some((word) => /^(?:password|passwd|passwort|pwd|passphrase|passcode|userpass)s?$/.test(word)))
    return false;
  return !ABOUT_PASSWORD.test(words[words.length - 1]);
}

/** The value that is digested is named like a password: `user.password`, `passwd.encode()`, `form["password"]`. */
export function isPasswordText(text: string): boolean {
  const keys = [...text.matchAll(/[([]\s*["'](\w+)["']\s*[)\]]/g)].map(([, key]) => key);
  const names = text.replace(/(["'`])(?:(?!\1)[^\\]|\\.)*\1/g, ' ').match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
  return [...keys, ...names].some(isPasswordName);
}

/** What is kept in a session of visitors is asked for by them again: `session`, `mySession`, `sessions`. */
export function isSessionStore(name: string): boolean {
  return /session/i.test(name);
}

const RESETS = /\b(?:reset|forgot|forgotten|recover|recovery)\b/;
const CONFIRMS = /\b(?:verify|verification|activate|activation|confirm|confirmation)\b/;
const ABOUT_TOKEN =
  /\b(?:expires?|expiry|expiration|time|date|at|url|link|email|mail|template|count|ttl|valid|length|hash)$/;

/** `resetToken`, `password_reset_code`; `token` in a function that is about resetting. */
export function isResetToken(name: string, around = ''): boolean {
  const words = wordsOf(name).join(' ');
  if (ABOUT_TOKEN.test(words) || isConfirmationCode(name)) return false;
  if (/\b(?:token|key|secret|code|nonce|id)s?$/.test(words) && (RESETS.test(words) || CONFIRMS.test(words)))
    return true;
  return /^(?:token|code|key)$/.test(words) && RESETS.test(wordsOf(around).join(' '));
}

/** Codes that people type to confirm who they are: `otp`, `mfaCode`, `backup_codes`. */
export function isConfirmationCode(name: string, around = ''): boolean {
  const words = wordsOf(name.replace(/[23]fa/gi, 'mfa')).join(' ');
  if (ABOUT_TOKEN.test(words)) return false;
  if (/(?:^| )(?:otp|totp|passcode|otps|passcodes)(?: code| value| token)?$/.test(words)) return true;
  if (/\b(?:otp|mfa|sms|backup|recovery|verification|login|security|two factor|one time) (?:codes?|pins?)$/.test(words))
    return true;
  return (
    /^(?:code|codes|pin)$/.test(words) &&
    /\b(?:otp|totp|mfa|two factor|backup codes?|recovery codes?)\b/.test(
      wordsOf(around.replace(/[23]fa/gi, 'mfa')).join(' '),
    )
  );
}

const SIGNS_OUT = /\b(?:log ?out|sign ?out|log ?off|sign ?off)$/;

/** Whether a route, by its path or by its handler's name, is for signing out. */
export function isSignOut(path: string, handler: string): boolean {
  return SIGNS_OUT.test(wordsOf(path).join(' ')) || SIGNS_OUT.test(wordsOf(handler).join(' '));
}

const REFRESHES = /\b(?:refresh|renew)(?: (?:access )?tokens?)?$|\btokens? (?:refresh|renew)$/;

/** Whether a route is for new tokens. */
export function isRefresh(path: string, handler: string): boolean {
  return REFRESHES.test(wordsOf(path).join(' ')) || REFRESHES.test(wordsOf(handler).join(' '));
}

// biome-ignore format: a word list
const SESSION_WORDS = new Set([
  'sid', 'sess', 'session', 'sessionid', 'sessid', 'jsessionid', 'phpsessid', 'auth', 'authn', 'authorization',
  'authentication', 'token', 'jwt', 'bearer', 'login', 'remember', 'rememberme', 'sso', 'saml', 'oauth', 'credential',
  'credentials', 'identity', 'secret', 'password', 'passwd', 'pwd', 'apikey', 'otp', 'mfa', '2fa', 'accesstoken',
  'refreshtoken', 'idtoken', 'authtoken', 'sessiontoken',
]);

const CSRF = /[cx]srf|anti-?forgery|requestverification/i;

/** Cookies whose theft is the theft of the account. */
export function isSessionCookieName(name: string): boolean {
  if (CSRF.test(name)) return false;
  return wordsOf(name).some((word) => SESSION_WORDS.has(word) || /(?:sess(?:ion)?|auth)id$/.test(word));
}

/** Cookies that the page's own scripts read on purpose. */
export function isCsrfCookieName(name: string): boolean {
  return CSRF.test(name);
}

/** Names of hashes that only tell equal things from different ones. */
export function isContentHashName(name: string): boolean {
  return (
    /(?:^|[^a-z])(?:etag|e tag|cache|cached|caching|checksum|check sum|fingerprint|dedupe|dedup|gravatar|bucket|shard|crc)(?:[^a-z]|$)/.test(
      wordsOf(name).join(' '),
    ) ||
    /(?:^| )(?:job|task|content|query|file|image|schema) (?:id|key|hash|digest)$/.test(wordsOf(name).join(' ')) ||
    /(?:etag|checksum|fingerprint|cachekey|cachebuster)/i.test(name)
  );
}

/** Whether something of this name is the address that a request came from. */
export function isClientAddress(name: string): boolean {
  return (
    /^(?:get |extract |resolve |find |read )?(?:client|remote|real|user|visitor|source|src|request|req|peer|caller|sender|customer)? ?(?:ip|ipaddr|ipaddress|ip addr|ip address|addr|remoteaddr)(?: key)?$/.test(
      wordsOf(name).join(' '),
    ) && !/^addr$/.test(wordsOf(name).join(' '))
  );
}

/** What a request says about whoever sends it, by the last name in the text that reads it. */
export function claimIn(
  text: string,
): { readonly is: 'flag' | 'role' | 'principal'; readonly from: ClaimPlace } | undefined {
  const quoted = /[("'[]\s*["']([\w.-]+)["']/.exec(text)?.[1];
  const name = quoted ?? /([\p{L}_$][\p{L}\p{N}_$]*)\W*$/u.exec(text)?.[1] ?? '';
  const words = wordsOf(name).filter((word) => word !== 'http' && word !== 'x');
  const said = words.join(' ');
  const is = FLAG.test(said) ? 'flag' : ROLE.test(said) ? 'role' : isPrincipal(said) ? 'principal' : undefined;
  if (is === undefined || /\bsigned_?cookie|get_?secure_?cookie|get_signed|\bunsign/i.test(text)) return undefined;
  const from = /cookie/i.test(text) ? 'cookie' : /header|\bMETA\b|["']x-/i.test(text) ? 'header' : 'data';
  return { is, from };
}

/** Where in a request a claim stands. */
export type ClaimPlace = 'cookie' | 'header' | 'data';

const FLAG =
  /^(?:user |account )?(?:is )?(?:admin|administrator|superuser|super user|super admin|staff|root|moderator)(?: user)?$/;
const ROLE = /^(?:user |account |current |auth )?(?:roles?|access level|privileges?|permissions?|authorities)$/;

/** Whether something of this name says who is asking, or for whom. */
export function isPrincipal(name: string): boolean {
  return /^(?:get )?(?:current |auth(?:enticated)? |logged in |requesting )?(?:user|uid|username|user ?id|user name|tenant|tenant ?id|account ?id|principal)$/.test(
    wordsOf(name).join(' '),
  );
}

/** Bits of surprise per character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const total = [...text].length;
  let bits = 0;
  for (const count of counts.values()) bits -= (count / total) * Math.log2(count / total);
  return bits;
}

const PLACEHOLDER_TEXT =
  /^(?:<.*>|\[.*\]|\{.*\}|\$\{.*\}|\$\(.*\)|\{\{.*\}\}|%\(?\w*\)?[sd]?%?|\$\w+|#\{.*\}|@[\w.]+@|__\w+__|(.)\1*|[x*.\-_#?]+|(?:0?123456789?0?)+)$/i;

const PLACEHOLDER_WORDS =
  /(?:^|[^a-z])(?:your|yours|example|sample|dummy|placeholder|redacted|masked|insert|replace|enter|fill|todo|tbd|fixme|fake|mock|none|null|undefined|not set|n\/a)(?:[^a-z]|$)|(?:_|-| )here$|^(?:test|testing|foo|bar|baz|foobar|string|text|hidden|unknown|value|optional|required|any|default)$|\.\.\.|…|x{4,}|example\.(?:com|org|net)/i;

/** Texts that stand where a secret will be put: `<token>`, `${TOKEN}`, `xxxx`, `your-api-key`. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  // Vendors end the samples of their documentation so.
  if (/EXAMPLE(?:KEY)?$/.test(text)) return true;
  return (
    text === '' || PLACEHOLDER_TEXT.test(text) || PLACEHOLDER_WORDS.test(text.replace(/([a-z0-9])([A-Z])/g, '$1 $2'))
  );
}

// biome-ignore format: a word list
const KNOWN_DEFAULTS = new Set([
  'keyboard cat', 'keyboardcat', 'changeme', 'change me', 'change-me', 'change_me', 'changeit', 'secret', 'secrets',
  'shhhh', 'shhhhh', 'shhhhhh', 'shhh', 'supersecret', 'super secret', 'super-secret', 'super_secret', 'topsecret',
  'top secret', 'mysecret', 'my secret', 'my-secret', 'my_secret', 'mysecretkey', 'my-secret-key', 'my_secret_key',
  'secretkey', 'secret key', 'secret-key', 'secret_key', 'jwtsecret', 'jwt-secret', 'jwt_secret', 'jwt secret',
  'password', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'pass', 'password1', 'password123', 'pass123', 'pass1234', 'admin',
  'admin123', 'administrator', 'root', 'toor', 'guest', 'letmein', 'welcome', 'welcome1', 'qwerty', 'qwerty123',
  'abc123', 'iloveyou', 'hunter2', 'postgres', 'mysql', 'tomcat', 's3cr3t', 's3cret', 'secret123', 'secret1234',
  '12345', '123456', '1234567', '12345678', '123456789', '1234567890', '1q2w3e4r', 'cookiesecret', 'cookie secret',
  'sessionsecret', 'session secret', 'session-secret', 'session_secret', 'somesecret', 'some secret', 'thisisasecret',
  'this is a secret', 'verysecret', 'very secret', 'django-insecure', 'notsosecret', 'not-so-secret',
]);

/** Secrets that come with tutorials and products: the first an attacker tries. */
export function isKnownDefault(value: string): boolean {
  const text = value.trim().toLowerCase();
  return (
    KNOWN_DEFAULTS.has(text) ||
    text.startsWith('django-insecure-') ||
    /^s+h{2,}$/.test(text) ||
    /^(?:my|super|top|very|some|our|the)[ _-]?(?:super[ _-]?|very[ _-]?)?(?:secret|password|key)(?:[ _-]?(?:key|password|token|\d+))?!*$/.test(
      text,
    )
  );
}

/** Passwords inside connection strings: what stands for user, password and host. */
export function connectionPassword(value: string): { readonly password: string; readonly host: string } | undefined {
  const url = /^[a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:([^\s@/]+)@([^\s/:?,]+)/i.exec(value);
  if (url) return { password: url[1], host: url[2] };
  const pairs = /(?:^|[;&? ])(?:password|pwd)=([^;&\s]+)/i.exec(value);
  if (
    !pairs ||
    !/(?:^|[;&? ])(?:server|host|data source|user id|uid|user|username|database|initial catalog)=|^jdbc:/i.test(value)
  ) {
    return undefined;
  }
  const host =
    /(?:server|host|data source)=([^;&\s]+)/i.exec(value)?.[1] ??
    /^jdbc:\w+:(?:\/\/)?([\w.-]+)/i.exec(value)?.[1] ??
    '';
  return { password: pairs[1], host };
}

export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal)(?::\d+)?$/i.test(
    host.replace(/^tcp:/i, ''),
  );
}

/** Never more than half of the value, at most four characters. */
export function mask(value: string): string {
  const characters = [...value];
  return `${characters.slice(0, Math.min(4, Math.floor(characters.length / 2))).join('')}…`;
}

export type SecretKind = 'default' | 'literal' | 'connection-string' | 'private-key';

export interface Secret {
  readonly kind: SecretKind;
  /** 0 to 1. */
  readonly confidence: number;
  readonly shown: string;
  readonly host?: string;
}

/** A label, a sentence, a path, a name in the code: texts that are about secrets more often than they are one. */
function looksLikeWords(value: string): boolean {
  return (
    /\s/.test(value) ||
    /^(?:https?:)?\/\/|^\.{0,2}\/|^[a-z]:\\|^\w+\/[\w.+-]+$/i.test(value) ||
    /^[A-Z]?[a-z]+$|^[A-Z]+$/.test(value) ||
    /^[a-z]+(?:[A-Z][a-z]+)+$|^(?:[A-Z][a-z]+)+$/.test(value) ||
    /^[A-Za-z]+(?:[-_.:][A-Za-z]+)+$/.test(value) ||
    // Keys of translations and settings: `storage.s3-note-scale`.
    /^[A-Za-z]+\d{0,2}(?:[-_.:][A-Za-z]+\d{0,2}){2,}$/.test(value) ||
    // Versions, addresses, object identifiers.
    /^\d+(?:\.\d+)+$/.test(value) ||
    /^--?[a-z-]+$|^\.?\w+\(.*\)$|^[\w-]+\.[a-z]{2,4}$/.test(value)
  );
}

function characterClasses(value: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((pattern) => pattern.test(value)).length;
}

/** Whether the text could hardly be anything but generated. */
export function looksRandom(value: string): boolean {
  if (value.length < 16 || /\s/.test(value) || !/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  const bits = entropy(value);
  return /^[0-9a-f-]+$/i.test(value) ? bits >= 2.8 : bits >= 3.3;
}

/** `columnSecret`, `cmdFlagNamePassword`, `authTypePassword`: constants that hold what something is called. */
const NAMES_A_NAME =
  /\b(?:flag|name|field|table|column|attribute|attr|header|type|kind|param|parameter|prompt|label|claim|scope|grant|path|route)\b/;

/**
 * Ranks a literal by the name it is bound to, its entropy and its length.
 *
 * | name                    | value                                                       |
 * |-------------------------|-------------------------------------------------------------|
 * | any                     | a private key block, a connection string with a password    |
 * | a credential parameter  | anything that is no placeholder                             |
 * | surely a secret         | a known default; not words, and mixed or random             |
 * | perhaps a secret        | random                                                      |
 */
export function classifySecret(value: string, name: string, isCredential: boolean): Secret | undefined {
  if (
    /^-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----\s*[A-Za-z0-9+/=\s:,-]{40,}/.test(
      value.trim().replace(/\\n/g, '\n'),
    )
  ) {
    return { kind: 'private-key', confidence: 1, shown: mask(value.trim()) };
  }
  const connection = connectionPassword(value);
  if (connection) {
    if (isPlaceholder(connection.password)) return undefined;
    return { kind: 'connection-string', confidence: 0.9, shown: mask(connection.password), host: connection.host };
  }
  const known = isKnownDefault(value);
  if (isCredential) {
    if (known) return { kind: 'default', confidence: 1, shown: mask(value) };
    if (isPlaceholder(value)) return undefined;
    return { kind: 'literal', confidence: value.length >= 4 ? 0.95 : 0.8, shown: mask(value) };
  }
  const strength = secretNameStrength(name);
  if (strength === 0 || value.length > 4096) return undefined;
  // `password: 'password'`, `SECRET_KEY = 'secret_key'`: the name of a field, not its value.
  const said = wordsOf(value).join('');
  const own = wordsOf(name).join('');
  const saysItsName = said === own || (NAMES_A_NAME.test(wordsOf(name).join(' ')) && own.includes(said));
  if (known && strength === 2 && !saysItsName) return { kind: 'default', confidence: 0.9, shown: mask(value) };
  if (isPlaceholder(value) || saysItsName || looksLikeWords(value)) return undefined;
  if (looksRandom(value)) return { kind: 'literal', confidence: strength === 2 ? 0.95 : 0.75, shown: mask(value) };
  // What tokens are called and where they are sent.
  if (/\b(?:type|header)\b/.test(wordsOf(name).join(' '))) return undefined;
  if (strength === 2 && value.length >= 6 && characterClasses(value) >= 2 && entropy(value) >= 2) {
    return { kind: 'literal', confidence: value.length >= 10 ? 0.85 : 0.75, shown: mask(value) };
  }
  return undefined;
}
