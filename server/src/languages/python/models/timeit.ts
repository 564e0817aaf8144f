import { model } from '../../../facts/model';

export default model({
  library: 'timeit',
  sinks: { code: ['timeit.timeit($0)', 'timeit.repeat($0)', 'Timer($0)'] },
});
