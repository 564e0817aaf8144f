import { model } from '../../../facts/model';

export default model({
  library: 'koa-session',
  aliases: ['koa-generic-session', 'koa-session2'],
  configs: [
    {
      kind: 'session-cookie',
      at: 'koa-session()',
      options: {
        name: { from: ['$0.key'] },
        secure: { from: ['$0.secure'] },
        httpOnly: { from: ['$0.httpOnly'], unset: true },
        sameSite: { from: ['$0.sameSite'], unset: false },
      },
      fix: { secure: '$0.secure = true', httpOnly: '$0.httpOnly = true', sameSite: "$0.sameSite = 'lax'" },
    },
  ],
});
