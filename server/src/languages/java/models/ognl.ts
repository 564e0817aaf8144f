import { model } from '../../../facts/model';

export default model({
  library: 'ognl',
  sinks: {
    code: [{ at: 'Ognl.{getValue,setValue,parseExpression}($0)', variant: 'expression' }],
  },
});
