import { model } from '../../../facts/model';

export default model({
  library: 'concurrent.futures',
  types: { Workers: ['ThreadPoolExecutor()', 'ProcessPoolExecutor()', 'Workers.__enter__()'] },
  operations: { 'callback.call': ['Workers.submit()'] },
});
