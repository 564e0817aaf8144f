import { model } from '../../../facts/model';

export default model({
  library: 'pyotp',
  types: { Code: ['TOTP()', 'totp.TOTP()', 'type pyotp#TOTP', 'type pyotp.totp#TOTP'] },
  configs: [
    {
      kind: 'one-time-code',
      at: 'Code.verify()',
      options: { window: { from: ['$2', '$valid_window'] } },
      fix: { window: '$valid_window = 1' },
    },
    {
      kind: 'one-time-secret',
      at: 'random_base32()',
      options: { letters: { from: ['$0', '$length'] } },
      fix: { letters: '$0 = 32' },
    },
  ],
});
