import { model } from '../../../facts/model';
import { means, passwordCost } from './_words';

const GENERATE = 'bcrypt.GenerateFromPassword()';

export default model({
  library: 'golang.org/x/crypto/bcrypt',
  sanitizers: [{ at: 'bcrypt.{GenerateFromPassword,CompareHashAndPassword,Cost}()', cleans: 'all' }],
  configs: [
    passwordCost(GENERATE, 'bcrypt', { cost: { from: ['$1'] } }, { cost: '$1 = 12' }),
    {
      ...passwordCost(GENERATE, 'bcrypt', { cost: means(4), named: { from: ['$1'] } }, { named: '$1 = 12' }),
      when: { $1: 'MinCost' },
    },
  ],
});
