import { model } from '../../../facts/model';

export default model({
  library: 'github.com/expr-lang/expr',
  aliases: [
    'github.com/antonmedv/expr',
    'github.com/Knetic/govaluate',
    'github.com/casbin/govaluate',
    'github.com/PaesslerAG/gval',
  ],
  sinks: {
    code: ['expr.{Eval,Compile,NewEvaluableExpression,NewEvaluableExpressionWithFunctions,Evaluate}($0)'].map((at) => ({
      at,
      variant: 'expression',
    })),
  },
  propagators: [
    { at: 'expr.{Eval,Compile,NewEvaluableExpression,NewEvaluableExpressionWithFunctions,Evaluate}()', to: [] },
  ],
});
