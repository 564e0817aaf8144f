import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'crypto/des',
  configs: [
    { kind: 'cipher', at: 'NewCipher()', options: { algorithm: means('DES') } },
    { kind: 'cipher', at: 'NewTripleDESCipher()', options: { algorithm: means('DESede') } },
  ],
  propagators: [{ at: 'des.{NewCipher,NewTripleDESCipher}()', to: [] }],
});
