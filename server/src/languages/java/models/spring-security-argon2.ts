import { model } from '../../../facts/model';
import { passwordCost } from './_words';

export default model({
  library: 'org.springframework.security.crypto.argon2',
  configs: [
    passwordCost(
      'Argon2PasswordEncoder()',
      'argon2',
      { memory: { from: ['$3'] }, cost: { from: ['$4'] } },
      { memory: '$3 = 19_456; $4 = 2', cost: '$4 = 2' },
    ),
  ],
});
