import { model } from '../../../facts/model';

export default model({
  library: 'winston-daily-rotate-file',
  configs: [
    {
      kind: 'log-files',
      at: 'winston-daily-rotate-file()',
      options: { kept: { from: ['$0.maxFiles'], unset: null } },
      fix: { kept: "$0.maxFiles = '90d'", review: 'yes' },
    },
  ],
});
