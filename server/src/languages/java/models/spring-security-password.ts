import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { passwordCost } from './_words';

const weak = (at: string, name: string): ConfigSpec => ({
  kind: 'password-hash',
  at,
  options: { scheme: { from: [], unset: name } },
  fix: { call: 'new @{org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder}(12)' },
});

/** Encoders that remain for what was stored long ago, and one whose work is given in order. */
export default model({
  library: 'org.springframework.security.crypto.password',
  configs: [
    weak('NoOpPasswordEncoder.getInstance()', 'plaintext'),
    weak('StandardPasswordEncoder()', 'sha256'),
    weak('MessageDigestPasswordEncoder()', 'digest'),
    weak('LdapShaPasswordEncoder()', 'sha1'),
    weak('Md4PasswordEncoder()', 'md4'),
    passwordCost(
      'Pbkdf2PasswordEncoder()',
      'pbkdf2',
      { digest: { from: ['$3'], unset: 'SHA-1' }, cost: { from: ['$2'] } },
      { cost: '$2 = 600_000' },
    ),
  ],
});
