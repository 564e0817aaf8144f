import { model } from '../../../facts/model';

export default model({
  library: 'node-2fa',
  configs: [
    {
      kind: 'one-time-code',
      at: 'verifyToken()',
      // Four steps unless it is told otherwise.
      options: { window: { from: ['$2'], unset: 4 } },
      fix: { window: '$2 = 1' },
    },
  ],
});
