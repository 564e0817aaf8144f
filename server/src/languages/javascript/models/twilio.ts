import { model } from '../../../facts/model';
import { credentials } from './_words';

export default model({
  library: 'twilio',
  configs: [
    credentials('twilio()', { authToken: '$1' }, { environment: 'TWILIO_AUTH_TOKEN' }),
    credentials('Twilio()', { authToken: '$1' }, { environment: 'TWILIO_AUTH_TOKEN' }),
  ],
});
