import { model } from '../../../facts/model';

export default model({
  library: 'speakeasy',
  aliases: ['@levminer/speakeasy', 'notp'],
  configs: [
    {
      kind: 'one-time-code',
      at: 'speakeasy.totp.{verify,verifyDelta}()',
      options: { window: { from: ['$0.window', '$2.window'] } },
      fix: { window: '$0.window = 1' },
    },
    {
      kind: 'one-time-secret',
      at: 'speakeasy.generateSecret()',
      options: { size: { from: ['$0.length'] } },
      fix: { size: '$0.length = 20' },
    },
  ],
});
