import { model } from '../../../facts/model';

export default model({
  library: 'functools',
  operations: { 'callback.reduce': ['reduce()'], 'function.bind': ['partial()'] },
});
