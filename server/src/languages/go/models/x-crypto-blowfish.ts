import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'golang.org/x/crypto/blowfish',
  configs: [
    { kind: 'cipher', at: 'blowfish.{NewCipher,NewSaltedCipher}()', options: { algorithm: means('Blowfish') } },
  ],
  propagators: [{ at: 'blowfish.{NewCipher,NewSaltedCipher}()', to: [] }],
});
