import { model } from '../../../facts/model';
import { credentials } from './_words';

const PROVIDERS = [
  'github',
  'github2',
  'google-oauth20',
  'google-oauth',
  'google-oauth2',
  'google-oidc',
  'facebook',
  'twitter',
  'linkedin-oauth2',
  'microsoft',
  'gitlab2',
  'discord',
  'slack',
  'spotify',
  'twitch',
  'oauth2',
  'openidconnect',
  'auth0',
  'bitbucket-oauth2',
  'dropbox-oauth2',
  'amazon',
  'okta-oauth',
  'azure-ad',
  'paypal-oauth',
  'instagram',
  'yahoo-oauth',
  'vkontakte',
  'line',
  'kakao',
  'naver',
];

const STRATEGIES = ['Strategy()', 'OAuth2Strategy()', 'GoogleStrategy()', 'passport-oauth()'];

/** Strategies of passport take the secret that the provider gave out. */
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
