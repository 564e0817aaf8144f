import { model } from '../../../facts/model';

export default model({
  library: 'javax.el',
  aliases: ['jakarta.el'],
  types: {
    Factory: ['type javax.el.ExpressionFactory', 'ExpressionFactory.newInstance()'],
    Processor: ['type javax.el.ELProcessor', 'ELProcessor()'],
  },
  sinks: {
    code: [
      { at: 'Factory.{createValueExpression,createMethodExpression}($1)', variant: 'expression' },
      { at: 'Processor.{eval,getValue,setValue}($0)', variant: 'expression' },
    ],
  },
});
