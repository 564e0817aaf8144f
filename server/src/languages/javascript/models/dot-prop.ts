import { model } from '../../../facts/model';

export default model({
  library: 'dot-prop',
  configs: [
    {
      kind: 'deep-merge',
      at: 'dot-prop.set()',
      options: { safe: { from: [], unsetBy: { 'dot-prop <5.1.1': false } }, input: { from: ['$1'] } },
    },
  ],
});
