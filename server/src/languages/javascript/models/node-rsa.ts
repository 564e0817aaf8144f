import { model } from '../../../facts/model';

export default model({
  library: 'node-rsa',
  configs: [
    {
      kind: 'key-generation',
      at: 'node-rsa()',
      options: { algorithm: { from: [], unset: 'rsa' }, keySize: { from: ['$0.b'] } },
      fix: { keySize: '$0.b = 3072' },
    },
    {
      kind: 'key-generation',
      at: 'node-rsa().generateKeyPair()',
      options: { algorithm: { from: [], unset: 'rsa' }, keySize: { from: ['$0'] } },
      fix: { keySize: '$0 = 3072' },
    },
  ],
});
