import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'golang.org/x/crypto/cast5',
  configs: [{ kind: 'cipher', at: 'NewCipher()', options: { algorithm: means('CAST5') } }],
  propagators: [{ at: 'NewCipher()', to: [] }],
});
