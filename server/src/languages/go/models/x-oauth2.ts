import { model } from '../../../facts/model';
import { credential, made, means } from './_words';

export default model({
  library: 'golang.org/x/oauth2',
  types: { Client: made('golang.org/x/oauth2', 'Config') },
  propagators: [{ at: 'Client.*()', to: [] }],
  operations: { 'option.of': ['oauth2.{S256ChallengeOption,SetAuthURLParam,VerifierOption}()'] },
  configs: [
    credential('Config()', '$ClientSecret', '.ClientSecret'),
    {
      kind: 'oauth-request',
      at: 'Client.AuthCodeURL()',
      options: {
        state: { from: ['$0'] },
        pkce: { from: ['$1….S256ChallengeOption', '$1….SetAuthURLParam'], unset: null },
      },
    },
    // These say nothing of it.
    {
      kind: 'oauth-request',
      at: 'Client.AuthCodeURL()',
      when: { $1: ['AccessTypeOffline', 'AccessTypeOnline', 'ApprovalForce'], $2: [undefined, 'ApprovalForce'] },
      options: { pkce: means(null) },
    },
  ],
});
