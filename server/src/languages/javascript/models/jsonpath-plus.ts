import { model } from '../../../facts/model';

/** Expressions in brackets are run as code. */
export default model({
  library: 'jsonpath-plus',
  aliases: ['jsonpath'],
  sinks: {
    code: [
      { at: 'JSONPath($0.path)', variant: 'expression' },
      { at: 'JSONPath($1)', variant: 'expression' },
      { at: 'jsonpath-plus.{query,value,paths,nodes,apply}($1)', variant: 'expression' },
    ],
  },
});
