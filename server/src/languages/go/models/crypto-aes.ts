import { model } from '../../../facts/model';
import { credential } from './_words';

export default model({
  library: 'crypto/aes',
  propagators: [{ at: 'NewCipher()', to: [] }],
  configs: [{ ...credential('NewCipher()', '$0'), fix: { environment: 'ENCRYPTION_KEY' } }],
});
