import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'golang.org/x/crypto/blowfish',
  configs: [{ kind: 'cipher', at: '{NewCipher,NewSaltedCipher}()', options: { algorithm: means('Blowfish') } }],
  propagators: [{ at: '{NewCipher,NewSaltedCipher}()', to: [] }],
});
