import { model } from '../../../facts/model';

export default model({
  library: 'com.nimbusds.oauth2.sdk',
  types: {
    Request: [
      'AuthorizationRequest.Builder()',
      'Request.{state,scope,redirectionURI,endpointURI,codeChallenge,responseMode,customParameter}()',
    ],
  },
  configs: [
    {
      kind: 'oauth-request',
      at: 'AuthorizationRequest.Builder()',
      options: {
        state: { from: ['.state($0)'], unset: null },
        pkce: { from: ['.codeChallenge($0)'], unset: null },
        method: { from: ['.codeChallenge($1)'] },
      },
      use: ['Request.build()'],
    },
  ],
});
