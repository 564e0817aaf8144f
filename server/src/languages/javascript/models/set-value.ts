import { model } from '../../../facts/model';

export default model({
  library: 'set-value',
  configs: [
    {
      kind: 'deep-merge',
      at: 'set-value()',
      options: { safe: { from: [], unsetBy: { 'set-value <4.0.1': false } }, input: { from: ['$1'] } },
    },
  ],
});
