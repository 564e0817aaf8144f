import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'node-forge',
  configs: [
    ...['md5', 'sha1'].map((name) => ({
      kind: 'hash' as const,
      at: `md.${name}.create()`,
      options: { algorithm: { from: [], unset: name } },
    })),
    { kind: 'cipher', at: 'cipher.createCipher()', options: { algorithm: { from: ['$0'] } } },
    {
      kind: 'key-generation',
      at: 'pki.rsa.generateKeyPair()',
      options: { algorithm: { from: [], unset: 'rsa' }, keySize: { from: ['$0.bits', '$0'] } },
      fix: { keySize: '$0.bits = 3072' },
    },
  ],
  propagators: ends('md.*.create()'),
});
