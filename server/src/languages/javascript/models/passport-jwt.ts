import { model } from '../../../facts/model';
import { tokenSecret } from './_words';

export default model({
  library: 'passport-jwt',
  configs: [
    {
      kind: 'token-place',
      at: 'ExtractJwt.fromUrlQueryParameter()',
      options: { url: { from: [], unset: true } },
      fix: { call: '$this.fromAuthHeaderAsBearerToken()', review: 'yes' },
    },
    ...tokenSecret('Strategy()', { secretOrKey: '$0.secretOrKey' }),
    {
      kind: 'token-check',
      at: 'Strategy()',
      options: {
        algorithms: { from: ['$0.algorithms'] },
        ignoreExpiration: { from: ['$0.ignoreExpiration'], unset: false },
      },
      fix: { ignoreExpiration: '$0.ignoreExpiration -' },
    },
  ],
});
