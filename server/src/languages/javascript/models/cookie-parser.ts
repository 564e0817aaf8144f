import { model } from '../../../facts/model';
import { credentials, ends } from './_words';

export default model({
  library: 'cookie-parser',
  configs: [credentials('cookie-parser()', { secret: '$0' }, { environment: 'COOKIE_SECRET' })],
  propagators: ends('cookie-parser()'),
});
