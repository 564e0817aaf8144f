import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';

const CHECKERS = '{authenticator,totp}';

/** The options of the older versions are set once; the newer ones take them with each check. */
const set = (at: string): ConfigSpec => ({
  kind: 'one-time-code',
  at,
  options: { window: { from: ['$0.window'] } },
  fix: { window: '$0.window = 1' },
});

export default model({
  library: 'otplib',
  aliases: ['@otplib/preset-default', '@otplib/preset-v11', '@otplib/totp'],
  configs: [
    set(`otplib.${CHECKERS}.options`),
    set(`otplib.${CHECKERS}.clone()`),
    set(`otplib.${CHECKERS}.resetOptions()`),
    set('otplib.{TOTP,Authenticator}()'),
    {
      kind: 'one-time-code',
      at: 'otplib.{verify,verifySync}()',
      options: { tolerance: { from: ['$0.epochTolerance'] }, after: { from: ['$0.afterTimeStep'] } },
      fix: { tolerance: '$0.epochTolerance = 30' },
    },
    {
      kind: 'one-time-secret',
      at: `otplib.authenticator.generateSecret()`,
      options: { size: { from: ['$0'] } },
      fix: { size: '$0 = 20' },
    },
  ],
});
