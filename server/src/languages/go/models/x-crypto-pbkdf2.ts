import { model } from '../../../facts/model';
import { passwordCost } from './_words';

export default model({
  library: 'golang.org/x/crypto/pbkdf2',
  sanitizers: [{ at: 'Key()', cleans: 'all' }],
  configs: [
    passwordCost(
      'Key()',
      'pbkdf2',
      { input: { from: ['$0'] }, cost: { from: ['$2'] }, digest: { from: ['$4'] } },
      { cost: '$2 = 600_000' },
    ),
  ],
});
