import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'sha1',
  aliases: ['js-sha1'],
  configs: [
    {
      kind: 'password-hash',
      at: 'sha1()',
      options: { algorithm: { from: [], unset: 'SHA-1' }, input: { from: ['$0'] } },
    },
    {
      kind: 'hash',
      at: 'sha1()',
      options: { algorithm: { from: [], unset: 'SHA-1' } },
      fix: { call: "@{crypto}.createHash('sha256').update($0).digest('hex')" },
    },
  ],
  propagators: ends('sha1()'),
});
