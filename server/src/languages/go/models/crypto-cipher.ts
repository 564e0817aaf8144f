import { model } from '../../../facts/model';

export default model({
  library: 'crypto/cipher',
  types: { Sealed: ['type crypto/cipher#AEAD', '{NewGCM,NewGCMWithNonceSize,NewGCMWithTagSize}()[0]'] },
  propagators: [
    { at: '{NewCBCEncrypter,NewCBCDecrypter,NewCTR,NewOFB,NewCFBEncrypter,NewCFBDecrypter,NewGCM}()', to: [] },
  ],
  configs: [
    { kind: 'cipher', at: '{NewCBCEncrypter,NewCTR,NewOFB,NewCFBEncrypter}()', options: { iv: { from: ['$1'] } } },
    { kind: 'cipher', at: 'Sealed.Seal()', options: { iv: { from: ['$1'] } } },
  ],
});
