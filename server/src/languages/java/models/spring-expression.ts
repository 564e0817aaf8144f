import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.expression.spel.standard',
  types: {
    Parser: [
      'type org.springframework.expression.ExpressionParser',
      'type org.springframework.expression.spel.standard.SpelExpressionParser',
      'SpelExpressionParser()',
    ],
  },
  sinks: { code: [{ at: 'Parser.{parseExpression,parseRaw}($0)', variant: 'expression' }] },
  propagators: [{ at: 'Parser.parseExpression()', to: [] }],
});
