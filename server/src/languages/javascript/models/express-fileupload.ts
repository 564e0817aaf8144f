import { model } from '../../../facts/model';

export default model({
  library: 'express-fileupload',
  configs: [
    {
      kind: 'upload',
      at: 'express-fileupload()',
      options: { size: { from: ['$0.limits.fileSize'], unset: 'unlimited' } },
      fix: { size: '$0.limits = { fileSize: 5_000_000 }' },
    },
  ],
});
