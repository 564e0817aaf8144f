import { model } from '../../../facts/model';
import { passwordCost } from './_words';

/** Encoders whose work is given in order. */
export default model({
  library: 'org.springframework.security.crypto.pbkdf2',
  configs: [
    passwordCost(
      'Pbkdf2PasswordEncoder()',
      'pbkdf2',
      { digest: { from: ['$3'], unset: 'SHA-1' }, cost: { from: ['$2'] } },
      { cost: '$2 = 600_000' },
    ),
  ],
});
