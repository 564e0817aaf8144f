import { model } from '../../../facts/model';
import { credentials } from './_words';

export default model({
  library: 'passport-jwt',
  configs: [credentials('Strategy()', { secretOrKey: '$0.secretOrKey' }, { environment: 'JWT_SECRET' })],
});
