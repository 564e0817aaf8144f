import type { OptionSpec } from '../../../facts/model';
import { model } from '../../../facts/model';

const challenge = (argument: string): Record<string, OptionSpec> => ({
  pkce: { from: [`${argument}.code_challenge`], unset: null },
  method: { from: [`${argument}.code_challenge_method`] },
});

export default model({
  library: 'openid-client',
  types: {
    Provider: ['Issuer()', 'Issuer.discover()', 'type openid-client#Issuer'],
    Client: ['Provider.Client()', 'type openid-client#Client', 'type openid-client#BaseClient'],
  },
  configs: [
    {
      kind: 'oauth-request',
      at: 'Client.authorizationUrl()',
      options: challenge('$0'),
      fix: { method: "$0.code_challenge_method = 'S256'" },
    },
    {
      kind: 'oauth-request',
      at: 'Client.{callback,oauthCallback}()',
      options: { state: { from: ['$2.state'], unset: null }, pkce: { from: ['$2.code_verifier'] } },
    },
    {
      kind: 'oauth-request',
      at: 'buildAuthorizationUrl()',
      options: challenge('$1'),
      fix: { method: "$1.code_challenge_method = 'S256'" },
    },
    {
      kind: 'oauth-request',
      at: 'authorizationCodeGrant()',
      options: { state: { from: ['$2.expectedState'], unset: null }, pkce: { from: ['$2.pkceCodeVerifier'] } },
      fix: { state: '$2.expectedState = req.session.oauthState', review: 'yes' },
    },
  ],
});
