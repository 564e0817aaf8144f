import { model } from '../../../facts/model';

export default model({
  library: 'golang.org/x/crypto/bcrypt',
  sanitizers: [{ at: 'bcrypt.{GenerateFromPassword,CompareHashAndPassword,Cost}()', cleans: 'all' }],
});
