import { model } from '../../../facts/model';

export default model({
  library: 'com.google.api.client.auth.oauth2',
  aliases: ['com.google.api.client.googleapis.auth.oauth2'],
  types: {
    Flow: [
      'type com.google.api.client.auth.oauth2.AuthorizationCodeFlow',
      'type com.google.api.client.googleapis.auth.oauth2.GoogleAuthorizationCodeFlow',
    ],
    Url: [
      'Flow.newAuthorizationUrl()',
      'Url.{setState,setRedirectUri,setScopes,setResponseTypes,setAccessType,setApprovalPrompt,set}()',
    ],
  },
  configs: [
    {
      kind: 'oauth-request',
      at: 'Flow.newAuthorizationUrl()',
      options: { state: { from: ['.setState($0)'], unset: null } },
      use: ['Url.{build,toString,toURL,toURI}()'],
    },
  ],
});
