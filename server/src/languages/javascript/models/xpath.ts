import { model } from '../../../facts/model';
import { ends } from './_words';

const CALLS = '{select,select1,evaluate,parse,createExpression}';

export default model({
  library: 'xpath',
  aliases: ['xpath.js', 'xpath-ts', 'fontoxpath'],
  sinks: {
    xpath: [
      `xpath.${CALLS}($0)`,
      'xpath.{selectWithResolver,evaluateXPath,evaluateXPathToNodes,evaluateXPathToString,evaluateXPathToBoolean,evaluateXPathToFirstNode}($0)',
      'useNamespaces()($0)',
      'xpath($1)',
    ],
  },
  propagators: ends(
    `xpath.${CALLS}()`,
    'useNamespaces()()',
    'parse().{select,select1,evaluate,evaluateString,evaluateNumber,evaluateBoolean}()',
  ),
});
