import { model } from '../../../facts/model';
import { passwordCost } from './_words';

export default model({
  library: 'flask_bcrypt',
  types: { Hasher: ['Bcrypt()', 'type flask_bcrypt#Bcrypt'] },
  sanitizers: [
    { at: 'Hasher.{generate_password_hash,check_password_hash}()', cleans: 'all' },
    { at: 'flask_bcrypt.{generate_password_hash,check_password_hash}()', cleans: 'all' },
  ],
  configs: ['Hasher', 'flask_bcrypt'].map((root) =>
    passwordCost(
      `${root}.generate_password_hash()`,
      'bcrypt',
      { cost: { from: ['$1', '$rounds'], unset: 12 } },
      { cost: '$1 = 12' },
    ),
  ),
});
