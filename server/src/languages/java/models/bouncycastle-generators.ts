import { model } from '../../../facts/model';
import { passwordCost } from './_words';

export default model({
  library: 'org.bouncycastle.crypto.generators',
  sanitizers: ['SCrypt', 'BCrypt', 'OpenBSDBCrypt'].map((name) => ({
    at: `${name}.generate()`,
    cleans: 'all' as const,
  })),
  configs: [
    passwordCost(
      'SCrypt.generate()',
      'scrypt',
      { cost: { from: ['$2'] }, blockSize: { from: ['$3'] }, times: { from: ['$4'] } },
      { cost: '$2 = 131_072' },
    ),
    passwordCost('BCrypt.generate()', 'bcrypt', { cost: { from: ['$2'] } }, { cost: '$2 = 12' }),
    passwordCost('OpenBSDBCrypt.generate()', 'bcrypt', { cost: { from: ['$2', '$3'] } }, { cost: '$2 = 12' }),
  ],
});
