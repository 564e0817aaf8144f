import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'passport',
  propagators: ends('passport.{use,authenticate,initialize,session,serializeUser,deserializeUser}()'),
});
