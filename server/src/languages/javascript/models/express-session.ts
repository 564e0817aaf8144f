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
    credentials('express-session()', { secret: '$0.secret' }, { environment: 'SESSION_SECRET' }),
    credentials('express-session()', { secret: '$0.secret[]' }, { environment: 'SESSION_SECRET' }),
  ],
});
