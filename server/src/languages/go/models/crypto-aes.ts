import { model } from '../../../facts/model';
import { encryptionKey } from './_words';

export default model({
  library: 'crypto/aes',
  propagators: [{ at: 'NewCipher()', to: [] }],
  configs: [encryptionKey('NewCipher()', '$0')],
});
