import { isLoopback } from '../lexicon';
import { isOneOf, strings } from '../options';
import type { ConfigFacts } from '../rule';
import { setting } from '../rule';

const PLAIN = /^(http|ws|ftp|redis|amqp|mqtt|ldap):\/\/(?:[^/@\s]*@)?(\[[^\]]*\]|[^/:?#\s]+)/i;

/** Names that lead nowhere outside: of one's own network, of containers beside this one, of nothing at all. */
const OWN_NETWORK =
  /^(?:[\w-]+|.*\.(?:local|localhost|localdomain|test|internal|intranet|lan|home|corp|svc|invalid|example|onion)|.*\.svc\.cluster\.local|(?:.*\.)?example\.(?:com|org|net)|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+)$/i;

/** Addresses that name a thing and are never asked. */
const NAMES =
  /^http:\/\/(?:www\.)?(?:w3\.org|schemas?\.|json-schema\.org|purl\.org|xmlns\.|ns\.|metadata\.google\.internal)/i;

/** The scheme, where what is known of the address leads over other people's networks. */
function plainScheme(facts: ConfigFacts): string | undefined {
  const address = facts.option('address');
  const addresses = address.values ? strings(address) : wholeHost(address.prefix);
  if (addresses.length === 0) return undefined;
  const schemes = addresses.map((address) => {
    const match = PLAIN.exec(address.trim());
    if (!match || NAMES.test(address) || isLoopback(match[2]) || OWN_NETWORK.test(match[2])) return undefined;
    return match[1].toLowerCase();
  });
  return schemes.every((scheme) => scheme !== undefined) ? schemes[0] : undefined;
}

/** What an address begins with says where it leads once the name of the host is over. */
function wholeHost(prefix: string | undefined): string[] {
  return prefix !== undefined && /^\w+:\/\/[^/?#]+[/?#]/.test(prefix) ? [prefix] : [];
}

export default setting({
  id: 'cleartext-transport',
  title: 'Connection without encryption',
  cwe: [319],
  owasp: ['A02:2021', 'A04:2025'],
  asvs: ['V12.2.1', 'V12.3.1'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'transport',
  family: { name: 'tls', rank: 3 },
  of: ['connection'],
  check: (facts) => {
    const scheme = plainScheme(facts);
    if (scheme !== undefined) {
      return {
        message: `What goes to this address is sent without encryption (${scheme}); use ${scheme === 'ftp' ? 'sftp' : `${scheme}s`} instead.`,
        option: 'address',
      };
    }
    const [host] = strings(facts.option('host'));
    if (!isOneOf(facts.option('plain'), [true])) return undefined;
    if (host !== undefined && (isLoopback(host) || OWN_NETWORK.test(host))) return undefined;
    // Which host it is is up to the configuration, which may name one beside this one.
    const severity = host === undefined && facts.has('host') ? 'information' : undefined;
    return {
      severity,
      message: `${facts.callee} sends everything without encryption, passwords included; use the encrypted protocol.`,
      option: facts.has('plain') ? 'plain' : undefined,
      variant: 'protocol',
    };
  },
  why: 'Whoever is on the way between the two sides reads and changes what is sent: passwords, tokens, personal data, and the answers the program relies on. Networks of others are on nearly every way.',
  fix: 'Use the encrypted form of the protocol, with the check of the certificate on.',
  secondLayer: 'Let the network refuse unencrypted connections to the outside; send HSTS for one’s own pages.',
  detection: 'Look for connections to unencrypted ports in the flow logs of the network, and alert on new ones.',
  tradeOffs: 'Some old services know nothing else: put a tunnel or a proxy with encryption before them.',
  references: [
    'https://cwe.mitre.org/data/definitions/319.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
  ],
  fixes: ['encrypted-scheme', 'set-option'],
});
