import { model } from '../../../facts/model';
import { passwordCost } from './_words';

export default model({
  library: 'org.springframework.security.crypto.scrypt',
  configs: [
    passwordCost(
      'SCryptPasswordEncoder()',
      'scrypt',
      { cost: { from: ['$0'] }, blockSize: { from: ['$1'] }, times: { from: ['$2'] } },
      { cost: '$0 = 131_072' },
    ),
  ],
});
