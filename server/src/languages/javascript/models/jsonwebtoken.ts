import type { OptionSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';
import { ends, tokenSecret } from './_words';

/** Before this version the algorithm of the token decided, whatever the key. */
const ALGORITHMS: OptionSpec = {
  from: ['$2.algorithms', '$2.algorithm'],
  unset: 'by key',
  unsetBy: { '<4.2.2': 'any' },
};

export default model({
  library: 'jsonwebtoken',
  sources: { 'unverified-token': ['decode(complete=undefined)'] },
  configs: [
    outdated('jsonwebtoken', ['jsonwebtoken'], { by: { 'jsonwebtoken <9': 'holes' }, instead: 'version 9' }),
    ...tokenSecret('sign()', { secret: '$1' }),
    ...tokenSecret('verify()', { secret: '$1' }),
    {
      kind: 'token-issue',
      at: 'sign()',
      options: {
        algorithm: { from: ['$2.algorithm'], unset: 'HS256' },
        lifetime: { from: ['$2.expiresIn', '$0.exp'], unset: null },
      },
      fix: { lifetime: "$2.expiresIn = '15m'" },
    },
    {
      kind: 'token-check',
      at: 'verify()',
      options: {
        key: { from: ['$1'] },
        algorithms: ALGORITHMS,
        ignoreExpiration: { from: ['$2.ignoreExpiration'], unset: false },
      },
      fix: { ignoreExpiration: '$2.ignoreExpiration -', algorithms: "$2.algorithms = ['HS256']", review: 'yes' },
    },
    {
      kind: 'token-check',
      at: 'decode()',
      when: { '$1.complete': [undefined, false] },
      options: { verified: { from: [], unset: false } },
      fix: { call: "@{jsonwebtoken}.verify($0, process.env.JWT_PUBLIC_KEY, { algorithms: ['RS256'] })", review: 'yes' },
    },
  ],
  // What a signature vouches for is not what its bearer chose.
  propagators: ends('sign()', 'verify()'),
  deeds: [
    { kind: 'token-issue', at: 'sign()' },
    { kind: 'token-check', at: 'verify()' },
  ],
});
