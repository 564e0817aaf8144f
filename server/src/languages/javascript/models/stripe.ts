import { model } from '../../../facts/model';
import { credentials } from './_words';

/** Services whose client is made with the secret as its first argument. */
export default model({
  library: 'stripe',
  aliases: [
    '@slack/web-api',
    'openai',
    'mailgun-js',
    'postmark',
    'resend',
    'pusher',
    '@mailchimp/mailchimp_transactional',
  ],
  configs: [
    credentials('stripe()', { apiKey: '$0' }, { environment: 'API_KEY' }),
    credentials('stripe()', { apiKey: '$0.apiKey' }, { environment: 'API_KEY' }),
    credentials('Stripe()', { apiKey: '$0' }, { environment: 'STRIPE_SECRET_KEY' }),
    credentials('WebClient()', { token: '$0' }, { environment: 'SLACK_TOKEN' }),
    credentials('OpenAI()', { apiKey: '$0.apiKey' }, { environment: 'OPENAI_API_KEY' }),
    credentials('ServerClient()', { token: '$0' }, { environment: 'POSTMARK_TOKEN' }),
    credentials('Resend()', { apiKey: '$0' }, { environment: 'RESEND_API_KEY' }),
  ],
});
