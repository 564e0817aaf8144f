import { model } from '../../../facts/model';

export default model({
  library: 'merge-deep',
  configs: [
    {
      kind: 'deep-merge',
      at: 'merge-deep()',
      options: { safe: { from: [], unsetBy: { 'merge-deep <3.0.3': false } }, input: { from: ['$0', '$1', '$2'] } },
    },
  ],
});
