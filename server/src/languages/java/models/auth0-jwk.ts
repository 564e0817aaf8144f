import { model } from '../../../facts/model';

export default model({
  library: 'com.auth0.jwk',
  sinks: { url: ['JwkProviderBuilder($0)', 'UrlJwkProvider($0)'] },
});
