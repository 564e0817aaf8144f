import { model } from '../../../facts/model';
import { passwordCost } from './_words';

export default model({
  library: 'argon2',
  types: { Hasher: ['PasswordHasher()', 'type argon2#PasswordHasher'] },
  sanitizers: [{ at: 'Hasher.{hash,verify,check_needs_rehash}()', cleans: 'all' }],
  configs: [
    passwordCost(
      'PasswordHasher()',
      'argon2',
      {
        cost: { from: ['$0', '$time_cost'], unset: 3 },
        memory: { from: ['$1', '$memory_cost'], unset: 65_536 },
        type: { from: ['$type'] },
      },
      { cost: '$time_cost = 3', memory: '$memory_cost = 19456; $time_cost = 2', type: '$type -' },
    ),
  ],
});
