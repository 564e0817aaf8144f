import { model } from '../../../facts/model';
import { passwordCost } from './_words';

export default model({
  library: 'golang.org/x/crypto/argon2',
  sanitizers: [{ at: 'argon2.{IDKey,Key}()', cleans: 'all' }],
  configs: [
    passwordCost(
      'argon2.{IDKey,Key}()',
      'argon2',
      { cost: { from: ['$2'] }, memory: { from: ['$3'] } },
      { memory: '$3 = 19_456; $2 = 2', cost: '$2 = 2' },
    ),
  ],
});
