import { model } from '../../../facts/model';

export default model({
  library: 'itertools',
  propagators: [
    'chain',
    'islice',
    'cycle',
    'repeat',
    'zip_longest',
    'product',
    'permutations',
    'combinations',
    'groupby',
    'takewhile',
    'dropwhile',
    'tee',
  ].map((name) => ({ at: `${name}()` })),
});
