import { model } from '../../../facts/model';

export default model({
  library: 'requests_oauthlib',
  types: { Session: ['OAuth2Session()', 'type requests_oauthlib#OAuth2Session'] },
  configs: [
    {
      kind: 'oauth-request',
      at: 'OAuth2Session()',
      // One and the same session remembers what it sent.
      options: { state: { from: ['$state'], unset: null }, kept: { from: ['.authorization_url($0)'] } },
      use: ['Session.fetch_token()'],
      fix: { state: '$state = session["oauth_state"]', review: 'yes' },
    },
    {
      kind: 'oauth-request',
      at: 'OAuth2Session()',
      options: { pkce: { from: ['$pkce'], unset: null } },
      use: ['Session.authorization_url()'],
      fix: { pkce: '$pkce = "S256"' },
    },
  ],
});
