import { model } from '../../../facts/model';
import { credentials } from './_words';

export default model({
  library: 'simple-oauth2',
  types: { Client: ['AuthorizationCode()', 'type simple-oauth2#AuthorizationCode'] },
  configs: [
    credentials('AuthorizationCode()', { secret: '$0.client.secret' }, { environment: 'CLIENT_SECRET' }),
    {
      kind: 'oauth-request',
      at: 'Client.authorizeURL()',
      options: {
        state: { from: ['$0.state'], unset: null },
        pkce: { from: ['$0.code_challenge'], unset: null },
        method: { from: ['$0.code_challenge_method'] },
      },
      fix: { method: "$0.code_challenge_method = 'S256'" },
    },
  ],
});
