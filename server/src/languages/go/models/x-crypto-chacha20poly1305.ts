import { model } from '../../../facts/model';
import { encryptionKey } from './_words';

export default model({
  library: 'golang.org/x/crypto/chacha20poly1305',
  configs: ['New()', 'NewX()'].map((at) => encryptionKey(at, '$0')),
});
