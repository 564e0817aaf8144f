import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';

/** Without cost, some without salt. */
const WEAK = [
  'md5_crypt',
  'hex_md5',
  'hex_sha1',
  'hex_sha256',
  'hex_sha512',
  'ldap_md5',
  'ldap_sha1',
  'ldap_salted_md5',
  'ldap_salted_sha1',
  'des_crypt',
  'apr_md5_crypt',
  'lmhash',
  'nthash',
  'mysql323',
  'plaintext',
];

export default model({
  library: 'passlib',
  sanitizers: [
    { at: 'hash.*.{hash,encrypt,verify,using}()', cleans: 'all' },
    { at: 'context.CryptContext().{hash,verify}()', cleans: 'all' },
  ],
  configs: [
    ...WEAK.map(
      (name): ConfigSpec => ({
        kind: 'password-hash',
        at: `hash.${name}.{hash,encrypt}()`,
        options: { scheme: { from: [], unset: name } },
        fix: { call: '@{passlib.hash#argon2}.hash($0)' },
      }),
    ),
  ],
});
