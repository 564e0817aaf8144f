import { model } from '../../../facts/model';

export default model({
  library: 'deep-extend',
  configs: [
    {
      kind: 'deep-merge',
      at: 'deep-extend()',
      options: { safe: { from: [], unsetBy: { 'deep-extend <0.5.1': false } }, input: { from: ['$0', '$1', '$2'] } },
    },
  ],
});
