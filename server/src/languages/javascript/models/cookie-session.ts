import { model } from '../../../facts/model';
import { credentials } from './_words';

export default model({
  library: 'cookie-session',
  configs: [
    {
      kind: 'session-cookie',
      at: 'cookie-session()',
      options: {
        name: { from: ['$0.name'] },
        // Follows the connection unless it is said.
        secure: { from: ['$0.secure'] },
        httpOnly: { from: ['$0.httpOnly'], unset: true },
        sameSite: { from: ['$0.sameSite'], unset: false },
        maxAge: { from: ['$0.maxAge'] },
      },
      fix: { secure: '$0.secure = true', httpOnly: '$0.httpOnly = true', sameSite: "$0.sameSite = 'lax'" },
    },
    credentials('cookie-session()', { keys: '$0.keys[]', secret: '$0.secret' }, { environment: 'COOKIE_KEY' }),
  ],
});
