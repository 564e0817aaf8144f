import { model } from '../../../facts/model';
import { credentials } from './_words';

const PROVIDERS = [
  'github',
  'github2',
  'google-oauth20',
  'google-oauth2',
  'facebook',
  'linkedin-oauth2',
  'microsoft',
  'gitlab2',
  'discord',
  'slack',
  'spotify',
  'twitch',
  'bitbucket-oauth2',
  'dropbox-oauth2',
  'amazon',
  'paypal-oauth',
  'instagram',
  'yahoo-oauth',
  'vkontakte',
  'line',
  'kakao',
  'naver',
];

/** Strategies that are the common one with the addresses of a provider. */
export default model({
  library: 'passport-oauth2',
  aliases: PROVIDERS.map((name) => `passport-${name}`),
  configs: ['Strategy()', 'OAuth2Strategy()', 'passport-oauth2()'].flatMap((at) => [
    credentials(at, { clientSecret: '$0.clientSecret' }, { environment: 'CLIENT_SECRET' }),
    {
      kind: 'oauth-request' as const,
      at,
      options: {
        state: { from: ['$0.state', '$0.store'], unset: false },
        pkce: { from: ['$0.pkce'], unset: false },
      },
      // The verifier is kept where the state is.
      fix: { state: '$0.state = true', pkce: '$0.pkce = true; $0.state = true' },
    },
  ]),
});
