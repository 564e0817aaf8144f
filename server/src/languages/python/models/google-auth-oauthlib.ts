import { model } from '../../../facts/model';

const MAKE = 'flow.Flow.{from_client_secrets_file,from_client_config}()';

export default model({
  library: 'google_auth_oauthlib',
  types: { Flow: [MAKE, 'type google_auth_oauthlib.flow#Flow'] },
  configs: [
    {
      kind: 'oauth-request',
      at: MAKE,
      options: { state: { from: ['$state'], unset: null }, kept: { from: ['.authorization_url($0)'] } },
      use: ['Flow.fetch_token()'],
      fix: { state: '$state = session["oauth_state"]', review: 'yes' },
    },
    {
      kind: 'oauth-request',
      at: MAKE,
      options: { pkce: { from: ['$autogenerate_code_verifier'] } },
      fix: { pkce: '$autogenerate_code_verifier = True' },
    },
  ],
});
