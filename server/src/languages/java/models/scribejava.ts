import { model } from '../../../facts/model';

const MADE_OF = '{state,scope,additionalParams,initPKCE,pkce}()';

export default model({
  library: 'com.github.scribejava.core',
  types: {
    Service: ['type com.github.scribejava.core.oauth.OAuth20Service', 'builder.ServiceBuilder().build()'],
    Url: [
      'Service.createAuthorizationUrlBuilder()',
      `Url.${MADE_OF}`,
      'type com.github.scribejava.core.oauth.AuthorizationUrlBuilder',
    ],
  },
  configs: [
    {
      kind: 'oauth-request',
      at: 'Service.getAuthorizationUrl()',
      options: { state: { from: ['$0'], unset: null }, pkce: { from: [], unset: null } },
    },
    {
      kind: 'oauth-request',
      at: 'Service.createAuthorizationUrlBuilder()',
      options: {
        state: { from: ['.state($0)'], unset: null },
        pkce: { from: ['.initPKCE()', '.pkce()'], means: true, unset: null },
      },
      use: ['Url.build()'],
    },
  ],
});
