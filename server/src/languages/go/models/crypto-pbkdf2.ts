import { model } from '../../../facts/model';
import { passwordCost } from './_words';

export default model({
  library: 'crypto/pbkdf2',
  sanitizers: [{ at: 'Key()', cleans: 'all' }],
  configs: [
    passwordCost(
      'Key()',
      'pbkdf2',
      { digest: { from: ['$0'] }, input: { from: ['$1'] }, cost: { from: ['$3'] } },
      { cost: '$3 = 600_000' },
    ),
  ],
});
