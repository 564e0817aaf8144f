import { model } from '../../../facts/model';
import { credentials, ends } from './_words';

export default model({
  library: 'jsonwebtoken',
  configs: [
    credentials('sign()', { secret: '$1' }, { environment: 'JWT_SECRET' }),
    credentials('verify()', { secret: '$1' }, { environment: 'JWT_SECRET' }),
  ],
  // What a signature vouches for is not what its bearer chose.
  propagators: ends('sign()', 'verify()'),
});
