import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';
import { ends } from './_words';

export default model({
  library: 'passport',
  propagators: ends('passport.{use,authenticate,initialize,session,serializeUser,deserializeUser}()'),
  configs: [
    outdated('passport', ['passport'], {
      by: { 'passport <0.6': 'holes' },
      instead: 'version 0.7, which renews the session at every login',
    }),
  ],
});
