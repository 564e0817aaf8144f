import { model } from '../../../facts/model';

/** Answers errors with their stack. */
export default model({
  library: 'errorhandler',
  configs: [
    {
      kind: 'debug-mode',
      at: 'errorhandler()',
      options: { enabled: { from: [], unset: true }, guarded: { from: [], unset: 'perhaps' } },
    },
  ],
});
