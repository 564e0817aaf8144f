import { model } from '../../../facts/model';

export default model({
  library: 'javax.xml.xpath',
  types: { Query: ['type javax.xml.xpath.XPath', 'XPathFactory.{newInstance,newDefaultInstance}().newXPath()'] },
  sinks: { xpath: ['Query.{evaluate,evaluateExpression,compile}($0)'] },
  propagators: [{ at: 'Query.{evaluate,evaluateExpression,compile}()', to: [] }],
});
