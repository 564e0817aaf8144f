import { reachOf, weakTransport } from '../connection-transport';
import { isOneOf, onlyString } from '../options';
import { withSettings } from '../parts';
import { literal } from '../rule';

const NOT_ENCRYPTED = 'the connection to the database is not encrypted, or only when the other side likes to';
const NOT_CHECKED = 'the certificate of the database is not checked, so anybody can answer in its place';

const OFF = [
  false,
  'false',
  'disable',
  'disabled',
  'DISABLED',
  'allow',
  'prefer',
  'preferred',
  'PREFERRED',
  'no-verify',
];
const UNCHECKED = ['require', 'required', 'REQUIRED', 'verify-ca'];

export default withSettings(
  literal({
    id: 'db-tls-weak',
    title: 'Database connection without verified TLS',
    cwe: [319, 295],
    owasp: ['A02:2021', 'A04:2025'],
    asvs: ['V12.3.1', 'V12.3.2'],
    severity: 'warning',
    precision: 'high',
    profile: 'recommended',
    layer: 'transport',
    family: { name: 'tls', rank: 1 },
    check: ({ value, whole, taker }) => {
      if (taker !== undefined) return undefined;
      const found = weakTransport(whole ?? value);
      // Told at the piece of the text that says it.
      if (!found || !value.includes(found.written) || found.reach === 'own-machine') return undefined;
      const checks = found.isEncrypted ? NOT_CHECKED : NOT_ENCRYPTED;
      return {
        message: `With ${found.written} ${checks}; ask for TLS with verification.`,
        severity: found.reach === 'own-network' || found.isAdvised ? 'information' : undefined,
        words: { 'in-text': found.replacement },
      };
    },
    why: 'Queries, rows and often the password itself cross the network in clear, or encrypted with whoever answered. Networks of data centres and clouds are shared, and one machine on the way is enough to read and change everything.',
    fix: 'Let the client ask for TLS and check the certificate and the name of the server, with the authority of the database’s provider given as a file. Make the server refuse connections without TLS.',
    secondLayer:
      'Keep database ports off public networks, require TLS for every account, and alert on connections without it.',
    detection: 'Let the database list its sessions with their protocol and cipher; alert on those without.',
    tradeOffs:
      'The authority’s certificate has to be shipped and renewed. On one machine and over sockets encryption adds nothing.',
    references: [
      'https://cwe.mitre.org/data/definitions/319.html',
      'https://cwe.mitre.org/data/definitions/295.html',
      'https://cheatsheetseries.owasp.org/cheatsheets/Database_Security_Cheat_Sheet.html',
      'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
    ],
    fixes: ['replace-in-text', 'set-option'],
  }),
  {
    of: ['database-client'],
    check: (facts) => {
      const host = onlyString(facts.option('host'));
      const reach = host === undefined ? 'remote' : reachOf(host);
      if (reach === 'own-machine') return undefined;
      const severity = reach === 'own-network' ? ('information' as const) : undefined;
      const ssl = facts.option('ssl');
      if (ssl.isSet && isOneOf(ssl, OFF)) {
        return {
          message: `With this option ${NOT_ENCRYPTED}; ask for TLS with verification.`,
          option: 'ssl',
          severity,
        };
      }
      for (const [name, values] of [
        ['verify', [false, 'none', 'CERT_NONE', 'ssl.CERT_NONE', null]],
        ['insecure', [true]],
      ] as const) {
        const option = facts.option(name);
        if (option.isSet && isOneOf(option, values))
          return { message: `With this option ${NOT_CHECKED}; ask for TLS with verification.`, option: name, severity };
      }
      if (ssl.isSet && isOneOf(ssl, UNCHECKED)) {
        return {
          message: `With this option ${NOT_CHECKED}; ask for TLS with verification.`,
          option: 'ssl',
          severity: 'information',
        };
      }
      return undefined;
    },
  },
);
