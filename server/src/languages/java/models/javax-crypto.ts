import { model } from '../../../facts/model';

export default model({
  library: 'javax.crypto',
  configs: [
    {
      kind: 'cipher',
      at: 'Cipher.getInstance()',
      options: { algorithm: { from: ['$0'] } },
    },
    { kind: 'cipher', at: 'SecretKeyFactory.getInstance()', options: { algorithm: { from: ['$0'] } } },
    {
      kind: 'hash',
      at: 'Mac.getInstance()',
      options: { algorithm: { from: ['$0'] } },
      fix: { algorithm: '$0 = "HmacSHA256"' },
    },
    {
      kind: 'key-generation',
      at: 'KeyGenerator.getInstance()',
      options: { algorithm: { from: ['$0'] }, keySize: { from: ['.init($0)'] } },
      fix: { keySize: '.init(256)' },
    },
  ],
});
