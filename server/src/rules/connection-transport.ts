import { type ConnectionText, isInternalHost, isVariable, readConnection } from './connection-strings';
import { isLoopback } from './lexicon';

/** How a connection is protected less than it could be, and how the text says it right. */
export interface WeakTransport {
  /** Nobody can read, but anybody can answer. */
  readonly isEncrypted: boolean;
  /** Common advice, such as `require`: the others switch something off in so many words. */
  readonly isAdvised: boolean;
  /** The setting as it is written. */
  readonly written: string;
  /** `a => b`, for the fix. */
  readonly replacement: string;
}

type Row = readonly [name: string, values: RegExp, better: string, isEncrypted?: boolean];

/** By the name of an option: values that protect too little, and what to write. */
const OPTIONS: readonly Row[] = [
  ['sslmode', /^(?:disable|allow|prefer|no-verify)$/, 'sslmode=verify-full'],
  ['sslmode', /^(?:require|verify-ca)$/, 'sslmode=verify-full', true],
  ['sslmode', /^(?:disabled|preferred)$/i, 'sslMode=VERIFY_IDENTITY'],
  ['sslmode', /^required$/i, 'sslMode=VERIFY_IDENTITY', true],
  ['ssl-mode', /^(?:disabled|preferred)$/i, 'ssl-mode=VERIFY_IDENTITY'],
  ['usessl', /^false$/i, 'sslMode=VERIFY_IDENTITY'],
  ['verifyservercertificate', /^false$/i, 'verifyServerCertificate=true', true],
  ['encrypt', /^(?:false|no|optional|disable)$/i, 'encrypt=true'],
  ['trustservercertificate', /^(?:true|yes)$/i, 'trustServerCertificate=false', true],
  ['ssl', /^(?:false|0)$/i, 'ssl=true'],
  ['tls', /^(?:false|0)$/i, 'tls=true'],
  ['tls', /^(?:skip-verify|preferred)$/i, 'tls=true', true],
  ['tlsinsecure', /^true$/i, 'tlsInsecure=false', true],
  ['tlsallowinvalidcertificates', /^true$/i, 'tlsAllowInvalidCertificates=false', true],
  ['tlsallowinvalidhostnames', /^true$/i, 'tlsAllowInvalidHostnames=false', true],
  ['ssl_cert_reqs', /^(?:none|cert_none)$/i, 'ssl_cert_reqs=required', true],
  ['sslaccept', /^accept_invalid_certs$/i, 'sslaccept=strict', true],
];

const ADVICE = /^(?:require|required|verify-ca)$/i;

function rowFor(name: string, value: string): Row | undefined {
  return OPTIONS.find(([option, values]) => option === name.toLowerCase() && values.test(value));
}

function weak(text: string, name: string, value: string, row: Row): WeakTransport {
  const written =
    new RegExp(`${name}\\s*=\\s*${value.replace(/[^\w-]/g, '.')}`, 'i').exec(text)?.[0] ?? `${name}=${value}`;
  return {
    isEncrypted: row[3] === true,
    isAdvised: ADVICE.test(value),
    written,
    replacement: `${written} => ${row[2]}`,
  };
}

export interface Transport extends WeakTransport {
  readonly reach: 'own-machine' | 'own-network' | 'remote';
}

/** What a text with a connection, or a piece of one, says about its protection. */
export function weakTransport(text: string): Transport | undefined {
  const connection = readConnection(text);
  if (connection) {
    const found = inConnection(text, connection);
    return found && { ...found, reach: reachOf(connection.host, connection.form === 'pairs') };
  }
  if (/^\s*[A-Z][a-z]+ /.test(text) || text.length > LONGEST_PIECE) return undefined;
  for (const [, name, value] of text.matchAll(/[?&;\s]([A-Za-z_-]+)\s*=\s*([\w-]+)(?=$|[&;\s])/g)) {
    const row = SPECIFIC.has(name.toLowerCase()) ? rowFor(name, value) : undefined;
    if (row) return { ...weak(text, name, value, row), reach: 'remote' };
  }
  return undefined;
}

const LONGEST_PIECE = 300;

/** Names that mean nothing else wherever they stand. */
const SPECIFIC = new Set([
  'sslmode',
  'ssl-mode',
  'usessl',
  'verifyservercertificate',
  'trustservercertificate',
  'tlsinsecure',
  'tlsallowinvalidcertificates',
]);

function inConnection(text: string, { scheme, options }: ConnectionText): WeakTransport | undefined {
  for (const [name, value] of options) {
    const row = rowFor(name, value);
    if (row) return weak(text, name, value, row);
  }
  if (/^redis$/.test(scheme)) {
    return { isEncrypted: false, isAdvised: false, written: 'redis://', replacement: 'redis:// => rediss://' };
  }
  return undefined;
}

export function reachOf(address: string, isWhole = true): Transport['reach'] {
  const host = address.replace(/:\d*$/, '');
  // A socket of the machine, or the default, which is the machine.
  if (host.startsWith('/') || host.startsWith('%2F')) return 'own-machine';
  if (host === '') return isWhole ? 'own-machine' : 'remote';
  if (isVariable(host)) return 'remote';
  return isLoopback(host) ? 'own-machine' : isInternalHost(host) ? 'own-network' : 'remote';
}
