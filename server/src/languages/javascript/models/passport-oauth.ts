import { model } from '../../../facts/model';
import { credentials } from './_words';

const PROVIDERS = ['google-oauth', 'google-oidc', 'twitter', 'openidconnect', 'auth0', 'okta-oauth', 'azure-ad'];

const STRATEGIES = ['Strategy()', 'OAuth2Strategy()', 'GoogleStrategy()', 'passport-oauth()'];

/** Strategies of passport take the secret that the provider gave out; those of OAuth 2 have a model of their own. */
export default model({
  library: 'passport-oauth',
  aliases: PROVIDERS.map((name) => `passport-${name}`),
  configs: STRATEGIES.flatMap((at) =>
    ['clientSecret', 'consumerSecret'].map((option) =>
      credentials(
        at,
        { [option]: `$0.${option}` },
        { environment: option === 'clientSecret' ? 'CLIENT_SECRET' : 'CONSUMER_SECRET' },
      ),
    ),
  ),
});
