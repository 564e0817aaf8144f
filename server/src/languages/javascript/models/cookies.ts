import { model } from '../../../facts/model';

export default model({
  library: 'cookies',
  types: { Jar: ['cookies()', 'type cookies#default'] },
  sources: { remote: ['Jar.get()'] },
  configs: [
    {
      kind: 'cookie',
      at: 'Jar.set()',
      options: {
        name: { from: ['$0'] },
        value: { from: ['$1'] },
        secure: { from: ['$2.secure'] },
        httpOnly: { from: ['$2.httpOnly'], unset: true },
        sameSite: { from: ['$2.sameSite'], unset: false },
        maxAge: { from: ['$2.maxAge'] },
      },
      fix: { secure: '$2.secure = true', httpOnly: '$2.httpOnly = true', sameSite: "$2.sameSite = 'lax'" },
    },
  ],
});
