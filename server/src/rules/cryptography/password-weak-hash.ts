import { isPasswordText } from '../lexicon';
import { onlyString, strings } from '../options';
import type { ConfigFacts, ConfigProblem } from '../rule';
import { setting } from '../rule';

/** Services that know leaked passwords are asked with the beginning of a digest. */
const ASKS_FOR_LEAKS = /pwned|hibp|breach|leak/i;

/** Functions made for passwords. */
const SLOW = /bcrypt|argon2|scrypt|pbkdf2/i;

const FAST = /^(?:plain(?:text)?|md\d|sha|hex_|unsalted|digest|ldap_|.*md5|des_|apr|lm|nt|mysql)/i;
const FAST_CLASS = /(?:\.|^)(?:MD5|SHA1|UnsaltedMD5|UnsaltedSHA1|Crypt)PasswordHasher$|(?:^|_)plain(?:text)?$/;

function checkScheme(facts: ConfigFacts): ConfigProblem | undefined {
  const scheme = facts.option('scheme');
  const name = onlyString(scheme);
  if (name === undefined) return undefined;
  const isWeak = name.includes('.') ? FAST_CLASS.test(name) : FAST.test(name.replace(/^pbkdf2.*/, ''));
  if (!isWeak) return undefined;
  return {
    message: `${facts.callee} keeps passwords in a form that is found by trying; use Argon2id or bcrypt.`,
    option: 'scheme',
  };
}

export default setting({
  id: 'password-weak-hash',
  title: 'Password hashed with a fast hash',
  cwe: [916, 328, 759, 760],
  owasp: ['A02:2021', 'A04:2025'],
  asvs: ['V11.4.2'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'authentication',
  family: { name: 'hash', rank: 1 },
  of: ['password-hash'],
  check: (facts) => {
    if (facts.offers('scheme')) return checkScheme(facts);
    const input = facts.option('input');
    const [algorithm] = strings(facts.option('algorithm'));
    if (!input.isSet || algorithm === undefined || !isPasswordText(input.text)) return undefined;
    if (ASKS_FOR_LEAKS.test(`${facts.boundName} ${facts.file}`)) return undefined;
    const isStrong = !/^(?:md\d|sha-?0?1?$)/i.test(algorithm);
    // What takes no long passwords is given a digest of them.
    if (isStrong && facts.mentions(SLOW)) return undefined;
    return {
      message: `A password is hashed with ${algorithm}, which is made to be fast, so it is found by trying; use Argon2id or bcrypt.`,
      option: 'algorithm',
      // It may be the step before a slow hash in another file.
      severity: isStrong ? 'warning' : undefined,
    };
  },
  why: 'Digests like MD5 and SHA-256 are made to be fast: one machine tries billions of passwords a second against a stolen table, and without a salt all users at once. Most passwords people choose are found within hours.',
  fix: 'Use a function made for passwords, with a salt of its own and a cost that can be raised: Argon2id, or bcrypt with a cost of at least 12 where that is not at hand. Let the library make and check the whole text, salt included.',
  secondLayer:
    'Add a pepper from a secret store, limit attempts to sign in, refuse passwords known from leaks, and offer a second factor.',
  detection: 'Look at the length of stored hashes: 32, 40 or 64 hexadecimal digits are fast ones.',
  tradeOffs:
    'A slow hash costs a tenth of a second at each sign-in. Old hashes are replaced when their owners sign in next, or at once by hashing the old hash.',
  references: [
    'https://cwe.mitre.org/data/definitions/916.html',
    'https://cwe.mitre.org/data/definitions/759.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
  ],
  fixes: ['set-option', 'replace-call'],
});
