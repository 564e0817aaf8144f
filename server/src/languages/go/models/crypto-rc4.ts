import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'crypto/rc4',
  configs: [{ kind: 'cipher', at: 'NewCipher()', options: { algorithm: means('RC4') } }],
  propagators: [{ at: 'NewCipher()', to: [] }],
});
