import { model } from '../../../facts/model';

export default model({
  library: 'otpauth',
  types: { Code: ['TOTP()', 'type otpauth#TOTP'] },
  configs: [
    {
      kind: 'one-time-code',
      at: 'Code.validate()',
      options: { window: { from: ['$0.window'] } },
      fix: { window: '$0.window = 1' },
    },
    {
      kind: 'one-time-secret',
      at: 'Secret()',
      options: { size: { from: ['$0.size'] } },
      fix: { size: '$0.size = 20' },
    },
  ],
});
