import { model } from '../../../facts/model';

export default model({
  library: 'golang.org/x/crypto/bcrypt',
  sanitizers: [{ at: '{GenerateFromPassword,CompareHashAndPassword,Cost}()', cleans: 'all' }],
});
