import { model } from '../../../facts/model';

export default model({
  library: 'google-auth-library',
  aliases: ['googleapis'],
  types: {
    Client: ['OAuth2Client()', 'google.auth.OAuth2()', 'Auth.OAuth2Client()', 'type google-auth-library#OAuth2Client'],
  },
  configs: [
    {
      kind: 'oauth-request',
      at: 'Client.generateAuthUrl()',
      options: {
        state: { from: ['$0.state'], unset: null },
        pkce: { from: ['$0.code_challenge'], unset: null },
        method: { from: ['$0.code_challenge_method'] },
      },
      fix: { method: "$0.code_challenge_method = 'S256'" },
    },
  ],
});
