import { model } from '../../../facts/model';

export default model({
  library: 'object-path',
  configs: [
    {
      kind: 'deep-merge',
      at: 'object-path.set()',
      options: { safe: { from: [], unsetBy: { 'object-path <0.11.8': false } }, input: { from: ['$1'] } },
    },
  ],
});
