import { model } from '../../../facts/model';
import { ends, tokenSecret } from './_words';

export default model({
  library: 'jwt-simple',
  sources: { 'unverified-token': ['decode(_, _, true)'] },
  configs: [
    ...tokenSecret('encode()', { secret: '$1' }),
    ...tokenSecret('decode()', { secret: '$1' }),
    {
      kind: 'token-issue',
      at: 'encode()',
      options: { algorithm: { from: ['$2'], unset: 'HS256' }, lifetime: { from: ['$0.exp'], unset: null } },
    },
    {
      kind: 'token-check',
      at: 'decode()',
      options: { verified: { from: [], unset: false }, algorithms: { from: ['$3'] } },
      when: { $2: true },
    },
  ],
  propagators: ends('encode()'),
});
