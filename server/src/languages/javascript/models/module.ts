import { model } from '../../../facts/model';

export default model({
  library: 'module',
  types: { Require: ['createRequire()'] },
  sinks: { code: [{ at: 'Require($0)', variant: 'module' }] },
});
