import { model } from '../../../facts/model';

export default model({
  library: 'numpy',
  sources: {
    'weak-random': [
      'random.{rand,randn,randint,random,random_sample,ranf,sample,choice,bytes,permutation,shuffle,uniform,normal}()',
      'random.{default_rng,RandomState}().{integers,randint,random,choice,bytes,permutation,uniform}()',
    ],
  },
  sinks: {
    deserialization: [{ at: 'load($0)', when: { $allow_pickle: true }, fix: { safe: '$callee($0)' } }],
    path: ['loadtxt($0)', 'genfromtxt($0)', 'save($0)', 'savez($0)', 'savetxt($0)'],
  },
});
