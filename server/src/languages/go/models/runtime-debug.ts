import { model } from '../../../facts/model';

export default model({
  library: 'runtime/debug',
  sources: { error: ['debug.Stack()'] },
});
