import { model } from '../../../facts/model';

export default model({
  library: 'org.mvel2',
  sinks: {
    code: [
      {
        at: 'MVEL.{eval,evalToBoolean,evalToString,compileExpression,executeExpression,analyze}($0)',
        variant: 'expression',
      },
    ],
  },
});
