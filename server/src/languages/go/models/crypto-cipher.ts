import { model } from '../../../facts/model';

export default model({
  library: 'crypto/cipher',
  types: { Sealed: ['type crypto/cipher#AEAD', 'cipher.{NewGCM,NewGCMWithNonceSize,NewGCMWithTagSize}()[0]'] },
  propagators: [
    { at: 'cipher.{NewCBCEncrypter,NewCBCDecrypter,NewCTR,NewOFB,NewCFBEncrypter,NewCFBDecrypter,NewGCM}()', to: [] },
  ],
  configs: [
    {
      kind: 'cipher',
      at: 'cipher.{NewCBCEncrypter,NewCTR,NewOFB,NewCFBEncrypter}()',
      options: { iv: { from: ['$1'] } },
    },
    { kind: 'cipher', at: 'Sealed.Seal()', options: { iv: { from: ['$1'] } } },
  ],
});
