/**
 * Texts that say where a database is and how to sign in, in the forms that drivers take. Pure reading, shared by the
 * rules on credentials and on the encryption of connections. Parts that are put in later (`%s`, `${host}`) stay as they
 * are written.
 */
export interface ConnectionText {
  readonly form: 'url' | 'jdbc' | 'pairs' | 'dsn';
  /** Of an address, lower case; '' where the text has none. */
  readonly scheme: string;
  readonly user: string | undefined;
  /** '' where one is given and empty. */
  readonly password: string | undefined;
  /** The first one, without a port; '' where none is given. */
  readonly host: string;
  /** By lower-case name. */
  readonly options: ReadonlyMap<string, string>;
}

/** Schemes of addresses that lead to databases; the driver may stand behind a plus sign. */
const SCHEMES =
  /^(?:postgres(?:ql)?|pg|cockroachdb|redshift|mysql2?|mariadb|mongodb|rediss?|mssql|sqlserver|oracle|db2|clickhouse|neo4j|bolt)(?:\+\w+)?$/i;

export function readConnection(text: string): ConnectionText | undefined {
  if (text.length > LONGEST || text.includes('\n\n')) return undefined;
  const value = text.trim();
  return readJdbc(value) ?? readUrl(value) ?? readDsn(value) ?? readPairs(value);
}

const LONGEST = 2000;

/** `postgres://user:password@host:port/name?option=value`; also with the driver behind the scheme. */
function readUrl(text: string): ConnectionText | undefined {
  const match = /^([a-z][a-z0-9]*(?:\+[a-z0-9_]+)?):\/\/([^\s/?#]*)([^\s?#]*)(?:\?(\S*))?$/i.exec(text);
  if (!match || !SCHEMES.test(match[1])) return undefined;
  const at = match[2].lastIndexOf('@');
  const login = at < 0 ? undefined : match[2].slice(0, at);
  const colon = login?.indexOf(':') ?? -1;
  return {
    form: 'url',
    scheme: match[1].toLowerCase(),
    user: login === undefined ? undefined : decoded(colon < 0 ? login : login.slice(0, colon)),
    password: login === undefined || colon < 0 ? undefined : decoded(login.slice(colon + 1)),
    host: withoutPort(match[2].slice(at + 1).split(',')[0]),
    options: pairsOf(match[4] ?? '', '&'),
  };
}

/** `jdbc:mysql://host/name?user=a&password=b`, `jdbc:sqlserver://host;user=a;password=b`, `jdbc:oracle:thin:a/b@host`. */
function readJdbc(text: string): ConnectionText | undefined {
  const match = /^(?:jdbc|r2dbc):([a-z0-9]+):(.*)$/i.exec(text);
  if (!match) return undefined;
  const rest = match[2];
  const scheme = match[1].toLowerCase();
  const thin = /^(?:thin|oci8?):([^/@]*)(?:\/([^@]*))?@(?:\/\/)?([\w.-]*)/i.exec(rest);
  if (thin) {
    const [, user, password, host] = thin;
    return { form: 'jdbc', scheme, user: user || undefined, password, host, options: new Map() };
  }
  const address = /^(?:\w+:)?\/\/(?:([^@/;?]*)@)?([^/;?,]*)[^;?]*(?:[;?](.*))?$/.exec(rest);
  if (!address) return { form: 'jdbc', scheme, user: undefined, password: undefined, host: '', options: new Map() };
  const options = pairsOf(address[3] ?? '', /[;&]/);
  const [user, password] = (address[1] ?? '').split(':');
  return {
    form: 'jdbc',
    scheme,
    user: options.get('user') ?? options.get('username') ?? (user || undefined),
    password: options.get('password') ?? password,
    host: withoutPort(address[2]),
    options,
  };
}

/** `user:password@tcp(host:port)/name?option=value`. */
function readDsn(text: string): ConnectionText | undefined {
  const match = /^([^:@/\s]*)(?::([^@\s]*))?@(tcp|tcp6|unix)\(([^)]*)\)\/[^?\s]*(?:\?(\S*))?$/i.exec(text);
  if (!match) return undefined;
  const [, user, password, network, address, options] = match;
  return {
    form: 'dsn',
    scheme: '',
    user,
    password,
    host: /^unix$/i.test(network) ? '' : withoutPort(address),
    options: pairsOf(options ?? '', '&'),
  };
}

const HOST = ['server', 'host', 'hostname', 'data source', 'datasource', 'address', 'addr', 'hostaddr'];
const USER = ['user id', 'uid', 'user', 'username', 'userid'];
const PASSWORD = ['password', 'pwd'];
const NAMES = [...HOST, ...USER, ...PASSWORD, 'database', 'initial catalog', 'dbname', 'db'];

/** `Server=a;Database=b;User Id=c;Password=d`, `host=a user=b password=c dbname=d`. */
function readPairs(text: string): ConnectionText | undefined {
  const options = text.includes(';') ? pairsOf(text, ';') : wordPairs(text);
  const known = NAMES.filter((name) => options.has(name));
  if (known.length < 2) return undefined;
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => options.get(name)).find((value) => value !== undefined);
  return {
    form: 'pairs',
    scheme: '',
    user: first(USER),
    password: first(PASSWORD),
    host: withoutPort((first(HOST) ?? '').replace(/^tcp:/i, '').split(/[,\\]/)[0]),
    options,
  };
}

function wordPairs(text: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const [, name, quoted, plain] of text.matchAll(/(?:^|\s)([a-z_]+)\s*=\s*(?:'([^']*)'|(\S*))/gi))
    pairs.set(name.toLowerCase(), quoted ?? plain);
  return pairs;
}

function pairsOf(text: string, separator: string | RegExp): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const item of text.split(separator)) {
    const equals = item.indexOf('=');
    if (equals > 0) pairs.set(item.slice(0, equals).trim().toLowerCase(), decoded(item.slice(equals + 1).trim()));
  }
  return pairs;
}

function withoutPort(address: string): string {
  if (address.startsWith('[')) return address.slice(0, address.indexOf(']') + 1);
  return address.replace(/:[\w%{}$.]*$/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A name that only a network of containers knows: no dot, nothing that is put in later. */
export function isInternalHost(host: string): boolean {
  return /^[a-z][a-z0-9_-]*(?:\.svc)?$/i.test(host);
}

/** Written into the text by something else. */
export function isVariable(part: string): boolean {
  return /[${}%<>]|^\s*$/.test(part);
}
