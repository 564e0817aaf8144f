import { isPlaceholder, mask } from '../lexicon';
import { withSettings } from '../parts';
import { literal } from '../rule';

/** Functions of databases that take the key or the passphrase as a text of the query. */
const IN_SQL =
  /\b(?:aes_(?:en|de)crypt|pgp_sym_(?:en|de)crypt(?:_bytea)?|encryptbypassphrase|decryptbypassphrase|des_(?:en|de)crypt)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)/i;
const WEAK_IN_SQL = /\bdes_(?:en|de)crypt\s*\(|\bgen_salt\s*\(\s*'(?:des|xdes|md5)'/i;

function keyInSql(value: string): string | undefined {
  const call = IN_SQL.exec(value);
  return call ? /'([^']+)'/.exec(call[1].replace(/'%\w'|'\{\w*\}'|'\$\d'/g, ''))?.[1] : undefined;
}

/** What stands where some libraries also take a key. */
const NO_KEY = /^(?:AES|DES|HMAC|RSA|SHA|ChaCha20?|RC4|Blowfish)[\w/-]*$/i;

const SHORTEST_KEY = 8;

export default withSettings(
  literal({
    id: 'encryption-key-hardcoded',
    title: 'Encryption or HMAC key in code or SQL',
    cwe: [321, 798],
    owasp: ['A02:2021', 'A04:2025'],
    asvs: ['V13.3.1', 'V11.1.1'],
    severity: 'error',
    precision: 'high',
    profile: 'recommended',
    layer: 'data',
    family: { name: 'secret', rank: 3 },
    inTests: true,
    takers: ['encryption-key'],
    check: ({ value, taker, inTest }) => {
      const severity = inTest ? ('information' as const) : undefined;
      if (taker === 'encryption-key') {
        if (value === '' || NO_KEY.test(value) || (isPlaceholder(value) && /^[<$%{[]/.test(value))) return undefined;
        return {
          message: `The key ${mask(value)} stands in the source, where everyone with the code can decrypt or sign with it; read it from the environment.`,
          severity,
        };
      }
      if (taker !== undefined) return undefined;
      const key = keyInSql(value);
      if (key !== undefined && !isPlaceholder(key)) {
        return {
          message: `The key ${mask(key)} stands in the text of the query, where the database logs it; encrypt in the application with a key from the environment.`,
          severity,
          variant: 'sql',
        };
      }
      if (WEAK_IN_SQL.test(value)) {
        return {
          message:
            'The database encrypts or hashes with an algorithm that is broken; use a current one in the application.',
          severity: inTest ? 'information' : 'warning',
          variant: 'weak-sql',
        };
      }
      return undefined;
    },
    why: 'What is encrypted with a key from the source is readable to everyone who has a copy of it, now and for all data of the past. A key of a digest lets the same people sign whatever they like. The key is the same in every environment and cannot be changed without a release.',
    fix: 'Make a random key of 32 bytes, keep it in a secret store or a key management service, and read it at start-up. Encrypt the data again with the new key: the old one is no longer secret.',
    secondLayer:
      'Let a key management service hold the master key and encrypt data keys with it; give keys ids, so that they can be rotated while old data stays readable.',
    detection: 'Log each use of the master key; alert on use from unknown callers and on many decryptions at once.',
    tradeOffs:
      'Data that was encrypted with the old key must be read with it once more while it is encrypted anew; plan for a time with both keys.',
    references: [
      'https://cwe.mitre.org/data/definitions/321.html',
      'https://cwe.mitre.org/data/definitions/798.html',
      'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
      'https://cheatsheetseries.owasp.org/cheatsheets/Key_Management_Cheat_Sheet.html',
    ],
    fixes: ['move-secret-to-environment'],
  }),
  {
    of: ['encryption-key'],
    check: (facts) => {
      const { elements } = facts.option('value');
      if (!elements || elements.length < SHORTEST_KEY || !elements.every((byte) => typeof byte === 'number'))
        return undefined;
      // Filled later: an array that is made empty.
      if (elements.every((byte) => byte === 0)) return undefined;
      return {
        message:
          'The bytes of the key stand in the source, where everyone with the code can decrypt or sign with it; read it from the environment.',
        option: 'value',
      };
    },
  },
);
