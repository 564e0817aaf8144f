import { model } from '../../../facts/model';

export default model({
  library: 'torch',
  sinks: {
    deserialization: [
      {
        at: 'load($0)',
        unless: { $weights_only: true },
        fix: { safe: '$callee($0, weights_only=True)' },
      },
    ],
  },
  configs: [
    {
      kind: 'deserializer',
      at: 'load()',
      options: {
        safe: { from: ['$weights_only'], unsetBy: { '>=2.6': true, '<2.6': false } },
        input: { from: ['$0', '$f'] },
      },
      fix: { safe: '$weights_only = True' },
    },
  ],
});
