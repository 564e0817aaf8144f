import { model } from '../../../facts/model';

const REGISTRIES = ['flask_client', 'starlette_client', 'django_client'].map((name) => `integrations.${name}.OAuth()`);
const SESSIONS = '{requests_client,httpx_client}.{OAuth2Session,OAuth2Client,AsyncOAuth2Client}()';

export default model({
  library: 'authlib',
  types: { Registry: REGISTRIES, Session: [`integrations.${SESSIONS}`] },
  configs: [
    {
      kind: 'oauth-request',
      at: 'Registry.register()',
      // The first version of the protocol has no code.
      when: { $request_token_url: [undefined, null] },
      options: { pkce: { from: ['$client_kwargs.code_challenge_method'], unset: null } },
      fix: { pkce: '$client_kwargs.code_challenge_method = "S256"' },
    },
    {
      kind: 'oauth-request',
      at: 'Session.create_authorization_url()',
      options: { pkce: { from: ['$code_verifier'], unset: null } },
    },
  ],
});
