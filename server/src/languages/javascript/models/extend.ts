import { model } from '../../../facts/model';

export default model({
  library: 'extend',
  configs: [
    {
      kind: 'deep-merge',
      at: 'extend()',
      when: { $0: true },
      options: { safe: { from: [], unsetBy: { 'extend <3.0.2': false } }, input: { from: ['$1', '$2', '$3'] } },
    },
  ],
});
