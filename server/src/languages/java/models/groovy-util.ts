import { model } from '../../../facts/model';

export default model({
  library: 'groovy.util',
  sinks: { code: ['Eval.me($0)', 'Eval.{x,xy,xyz}($1)'] },
});
