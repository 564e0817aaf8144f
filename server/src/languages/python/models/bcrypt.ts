import { model } from '../../../facts/model';
import { passwordCost } from './_words';

export default model({
  library: 'bcrypt',
  sanitizers: [
    { at: 'hashpw()', cleans: 'all' },
    { at: 'checkpw()', cleans: 'all' },
  ],
  configs: [
    passwordCost('gensalt()', 'bcrypt', { cost: { from: ['$0', '$rounds'], unset: 12 } }, { cost: '$rounds = 12' }),
  ],
});
