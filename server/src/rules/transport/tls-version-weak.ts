import { stringsWithin } from '../options';
import { setting } from '../rule';

/** `TLSv1.1`, `TLSv1_method`, `ssl.PROTOCOL_SSLv3`, `TLSVersion.TLSv1_1`. */
function oldVersion(name: string): string | undefined {
  const last = /[^.]*(?:\.\d)?$/.exec(name)?.[0] ?? name;
  const match =
    /^(?:PROTOCOL_|Version)?(SSL_?v?[23]0?|TLS_?v?1(?:[._]?[01])?)(?:_(?:client_|server_)?method)?$/i.exec(last) ??
    /^(?:PROTOCOL_)?(SSL_?v?[23]|TLS_?v?1(?:[._][01])?)(?:_(?:client_|server_)?method)?$/i.exec(name);
  return match?.[1]
    .replace(/^(SSL|TLS)_?v?/i, (_, kind: string) => `${kind.toUpperCase()} `)
    .replace('_', '.')
    .replace(/(\d)([01])$/, '$1.$2');
}

/** Without encryption, without authentication, or with a cipher that is broken. */
const WEAK_SUITE = /(?:^|_)(?:RC4|3DES|DES|NULL|EXPORT|anon|MD5)(?:_|$)/i;

export default setting({
  id: 'tls-version-weak',
  title: 'Old version of TLS allowed',
  cwe: [327, 326, 757],
  owasp: ['A02:2021', 'A04:2025'],
  asvs: ['V12.1.1', 'V12.1.2'],
  severity: 'warning',
  precision: 'very-high',
  profile: 'recommended',
  layer: 'transport',
  of: ['tls-protocol'],
  check: (facts) => {
    for (const option of ['version', 'highest']) {
      const value = facts.option(option);
      const old = value.isSet ? stringsWithin(value).map(oldVersion).find(Boolean) : undefined;
      if (old) {
        return {
          message: `${old} is allowed here, whose encryption can be broken or stripped; ask for TLS 1.2 at least.`,
          option,
        };
      }
    }
    const weak = stringsWithin(facts.option('suites')).find((name) => WEAK_SUITE.test(name));
    if (weak === undefined) return undefined;
    return {
      message: `${weak.slice(weak.lastIndexOf('.') + 1)} is a suite whose encryption can be broken; leave the choice to the library.`,
      option: 'suites',
      variant: 'suites',
    };
  },
  why: 'The old versions rest on MD5, SHA-1 and block modes that can be attacked, and whoever stands on the way can talk both sides down to the oldest one they share.',
  fix: 'Allow TLS 1.2 and 1.3 only. The defaults of current run times do so: most often it is enough to remove the setting.',
  secondLayer: 'Set the same at the proxy, allow only suites with forward secrecy, and send HSTS.',
  detection: 'Count connections by version at the proxy before and after the change.',
  tradeOffs:
    'Very old clients and devices are shut out; put a proxy of their own in front of those that cannot be replaced.',
  references: [
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cwe.mitre.org/data/definitions/757.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
