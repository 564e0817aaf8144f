import { model } from '../../../facts/model';

export default model({
  library: 'oidc-provider',
  configs: [
    {
      kind: 'oauth-request',
      at: 'Provider()',
      options: { required: { from: ['$1.pkce.required'] } },
      fix: { required: '$1.pkce.required = () => true' },
    },
    {
      kind: 'oauth-request',
      at: 'oidc-provider()',
      options: { required: { from: ['$1.pkce.required'] } },
      fix: { required: '$1.pkce.required = () => true' },
    },
  ],
});
