import { model } from '../../../facts/model';

/** Evaluators of expressions; those that refuse to reach the language's own functions are left out. */
export default model({
  library: 'expr-eval',
  aliases: ['angular-expressions', 'eval', 'node-eval', 'require-from-string'],
  sinks: {
    code: [
      'expr-eval($0)',
      { at: 'Parser.{evaluate,parse}($0)', variant: 'expression' },
      { at: 'Parser().{evaluate,parse}($0)', variant: 'expression' },
      { at: 'expr-eval.compile($0)', variant: 'expression' },
    ],
  },
});
