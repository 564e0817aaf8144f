import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'md5',
  aliases: ['blueimp-md5', 'js-md5', 'md5-hex', 'md5-jkmyers'],
  configs: [
    {
      kind: 'password-hash',
      at: 'md5()',
      options: { algorithm: { from: [], unset: 'MD5' }, input: { from: ['$0'] } },
    },
    {
      kind: 'hash',
      at: 'md5()',
      options: { algorithm: { from: [], unset: 'MD5' } },
      fix: { call: "@{crypto}.createHash('sha256').update($0).digest('hex')" },
    },
  ],
  propagators: ends('md5()'),
});
