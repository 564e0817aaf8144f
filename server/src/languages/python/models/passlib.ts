import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { passwordCost } from './_words';

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
    passwordCost(
      'hash.{bcrypt,bcrypt_sha256}.{using,hash,encrypt}()',
      'bcrypt',
      { cost: { from: ['$rounds'] } },
      { cost: '$rounds = 12' },
    ),
    ...['sha1', 'sha256', 'sha512'].map((digest) =>
      passwordCost(
        `hash.pbkdf2_${digest}.{using,hash,encrypt}()`,
        'pbkdf2',
        { digest: { from: [], unset: digest }, cost: { from: ['$rounds'] } },
        { cost: '$rounds = 600_000' },
      ),
    ),
    ...['bcrypt__rounds', 'bcrypt__default_rounds'].map((name) =>
      passwordCost('context.CryptContext()', 'bcrypt', { cost: { from: [`$${name}`] } }, { cost: `$${name} = 12` }),
    ),
    ...['sha256', 'sha512'].flatMap((digest) =>
      ['rounds', 'default_rounds'].map((name) =>
        passwordCost(
          'context.CryptContext()',
          'pbkdf2',
          { digest: { from: [], unset: digest }, cost: { from: [`$pbkdf2_${digest}__${name}`] } },
          { cost: `$pbkdf2_${digest}__${name} = 600_000` },
        ),
      ),
    ),
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
