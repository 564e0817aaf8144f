import { model } from '../../../facts/model';
import { passwordCost } from './_words';

export default model({
  library: 'at.favre.lib.crypto.bcrypt',
  types: { Hasher: ['BCrypt.{withDefaults,with}()', 'type at.favre.lib.crypto.bcrypt.BCrypt.Hasher'] },
  sanitizers: [{ at: 'Hasher.{hash,hashToString,hashToChar}()', cleans: 'all' }],
  configs: [
    passwordCost('Hasher.{hash,hashToString,hashToChar}()', 'bcrypt', { cost: { from: ['$0'] } }, { cost: '$0 = 12' }),
  ],
});
