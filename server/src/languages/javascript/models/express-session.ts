import { model } from '../../../facts/model';
import { credentials } from './_words';

export default model({
  library: 'express-session',
  configs: [
    {
      kind: 'session-cookie',
      at: 'express-session()',
      options: {
        name: { from: ['$0.name'] },
        secure: { from: ['$0.cookie.secure'], unset: false },
        httpOnly: { from: ['$0.cookie.httpOnly'], unset: true },
        sameSite: { from: ['$0.cookie.sameSite'], unset: false },
        maxAge: { from: ['$0.cookie.maxAge'] },
      },
      fix: {
        secure: '$0.cookie.secure = true',
        httpOnly: '$0.cookie.httpOnly = true',
        sameSite: "$0.cookie.sameSite = 'lax'",
      },
    },
    {
      kind: 'session-lifetime',
      at: 'express-session()',
      options: {
        lifetime: { from: ['$0.cookie.maxAge', '$0.cookie.expires'], unset: null },
        unit: { from: [], unset: 'milliseconds' },
        longest: { from: [], unset: 30 * 86_400 },
        // A store of its own ends sessions by its own clock.
        store: { from: ['$0.store'] },
      },
      fix: { lifetime: '$0.cookie.maxAge = 30 * 60 * 1000; $0.rolling = true', review: 'yes' },
    },
    credentials('express-session()', { secret: '$0.secret' }, { environment: 'SESSION_SECRET' }),
    credentials('express-session()', { secret: '$0.secret[]' }, { environment: 'SESSION_SECRET' }),
  ],
});
