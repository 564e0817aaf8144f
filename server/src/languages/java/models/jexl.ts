import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.commons.jexl3',
  types: { Engine: ['type org.apache.commons.jexl3.JexlEngine', 'JexlBuilder().create()'] },
  sinks: { code: [{ at: 'Engine.{createExpression,createScript}($0)', variant: 'expression' }] },
});
