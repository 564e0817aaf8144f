import { model } from '../../../facts/model';
import { passwordCost } from './_words';

export default model({
  library: 'golang.org/x/crypto/scrypt',
  sanitizers: [{ at: 'Key()', cleans: 'all' }],
  configs: [
    passwordCost(
      'Key()',
      'scrypt',
      { cost: { from: ['$2'] }, blockSize: { from: ['$3'] }, times: { from: ['$4'] } },
      { cost: '$2 = 131_072' },
    ),
  ],
});
