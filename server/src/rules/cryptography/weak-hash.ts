import { isContentHashName, secretNameStrength } from '../lexicon';
import { isOneOf, strings } from '../options';
import { setting } from '../rule';

/** MD2, MD4, MD5 and SHA-1 in every spelling, alone, in an HMAC (MD only) or in a signature's name. */
function weakHash(algorithm: string): string | undefined {
  const name = algorithm.toLowerCase().replace(/[^a-z0-9]/g, '');
  const digest =
    /^(?:hmac|rsa|dsa|ecdsa|ssl3|pbkdf2with|pbkdf2withhmac)?(md[245]|sha0?1?)(?:with(?:rsa|dsa|ecdsa)(?:encryption)?)?$/.exec(
      name,
    );
  if (!digest) return undefined;
  const found = digest[1];
  // HMAC and PBKDF2 with SHA-1 are old, not broken.
  if (found.startsWith('sha') && /^(?:hmac|pbkdf2)/.test(name)) return undefined;
  return found.startsWith('md') ? found.toUpperCase() : 'SHA-1';
}

export default setting({
  id: 'weak-hash',
  title: 'MD5/SHA-1 used for security',
  cwe: [328, 327],
  owasp: ['A02:2021', 'A04:2025'],
  asvs: ['V11.4.1'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'transport',
  family: { name: 'hash', rank: 2 },
  of: ['hash'],
  check: (facts) => {
    if (isOneOf(facts.option('usedForSecurity'), [false])) return undefined;
    const weak = strings(facts.option('algorithm')).map(weakHash).find(Boolean);
    if (!weak) return undefined;
    // The fingerprint of a password is no name for contents.
    const isOfSecret = facts.parameters.some((name) => secretNameStrength(name) === 2);
    if ((isContentHashName(facts.boundName) || isContentHashName(facts.functionName)) && !isOfSecret) {
      return {
        message: `${weak} only tells contents apart here; SHA-256 does it without questions.`,
        option: 'algorithm',
        severity: 'hint',
      };
    }
    return {
      message: `${weak} is broken: different inputs with the same hash can be made; use SHA-256.`,
      option: 'algorithm',
    };
  },
  why: 'Two documents with the same MD5 or SHA-1 can be made at small cost. Signatures, integrity checks and deduplication that rest on them can be fooled, and as fast, unsalted hashes they give passwords away.',
  fix: 'Use SHA-256 or better for integrity, an HMAC with SHA-256 for authenticity, and a password hash (Argon2id, bcrypt, scrypt) for passwords. Where only contents are told apart, say so in the call if the library lets you.',
  secondLayer:
    'Store the name of the algorithm beside the hash, so that the next change is a migration and not an outage.',
  detection: 'Search stored hashes by length: 32 and 40 hexadecimal digits are the old ones.',
  tradeOffs:
    'Stored digests change, so compare with both for a time. Protocols and file formats that prescribe the old hash leave no choice: suppress with that reason.',
  references: [
    'https://cwe.mitre.org/data/definitions/328.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
  ],
  fixes: ['set-option', 'replace-call'],
});
