import { model } from '../../../facts/model';

export default model({
  library: 'cookie',
  configs: ['serialize()'].map((at) => ({
    kind: 'cookie' as const,
    at,
    options: {
      name: { from: ['$0'] },
      value: { from: ['$1'] },
      secure: { from: ['$2.secure'], unset: false },
      httpOnly: { from: ['$2.httpOnly'], unset: false },
      sameSite: { from: ['$2.sameSite'], unset: false },
      maxAge: { from: ['$2.maxAge'] },
    },
    fix: { secure: '$2.secure = true', httpOnly: '$2.httpOnly = true', sameSite: "$2.sameSite = 'lax'" },
  })),
});
