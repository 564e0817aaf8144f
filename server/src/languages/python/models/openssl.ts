import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'OpenSSL',
  configs: [
    {
      kind: 'tls-client',
      at: 'SSL.Context()',
      options: { verify: { from: ['.set_verify($0)'] } },
    },
    {
      kind: 'key-generation',
      at: 'crypto.PKey().generate_key()',
      options: { algorithm: means('RSA'), keySize: { from: ['$1'] } },
      fix: { keySize: '$1 = 3072' },
    },
  ],
});
