import { model } from '../../../facts/model';

export default model({
  library: 'copy',
  operations: { identity: ['copy.copy()', 'copy.deepcopy()'] },
});
