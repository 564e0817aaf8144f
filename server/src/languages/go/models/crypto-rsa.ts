import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'crypto/rsa',
  configs: [
    {
      kind: 'key-generation',
      at: 'GenerateKey()',
      options: { algorithm: means('RSA'), keySize: { from: ['$1'] } },
      fix: { keySize: '$1 = 3072' },
    },
    {
      kind: 'key-generation',
      at: 'GenerateMultiPrimeKey()',
      options: { algorithm: means('RSA'), keySize: { from: ['$2'] } },
      fix: { keySize: '$2 = 3072' },
    },
  ],
});
