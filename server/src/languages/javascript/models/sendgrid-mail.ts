import { model } from '../../../facts/model';
import { credentials } from './_words';

export default model({
  library: '@sendgrid/mail',
  configs: [credentials('setApiKey()', { apiKey: '$0' }, { environment: 'SENDGRID_API_KEY' })],
});
