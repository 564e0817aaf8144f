import { model } from '../../../facts/model';
import { credentials } from './_words';

export default model({
  library: 'express-basic-auth',
  configs: [credentials('express-basic-auth()', { users: '$0.users[]' }, { environment: 'ADMIN_PASSWORD' })],
});
