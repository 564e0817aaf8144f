import { model } from '../../../facts/model';

export default model({
  library: 'java.security.spec',
  configs: [
    {
      kind: 'key-generation',
      at: 'RSAKeyGenParameterSpec()',
      options: { algorithm: { from: [], unset: 'RSA' }, keySize: { from: ['$0'] } },
      fix: { keySize: '$0 = 3072' },
    },
    {
      kind: 'key-generation',
      at: 'ECGenParameterSpec()',
      options: { algorithm: { from: [], unset: 'EC' }, curve: { from: ['$0'] } },
      fix: { curve: '$0 = "secp256r1"' },
    },
  ],
});
