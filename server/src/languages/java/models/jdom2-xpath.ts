import { model } from '../../../facts/model';

export default model({
  library: 'org.jdom2.xpath',
  aliases: ['org.jdom.xpath'],
  types: { Queries: ['type org.jdom2.xpath.XPathFactory', 'XPathFactory.{instance,newInstance}()'] },
  sinks: {
    xpath: [
      'Queries.compile($0)',
      'XPath.{newInstance,selectNodes,selectSingleNode}($0)',
      'XPath.{selectNodes,selectSingleNode}($1)',
    ],
  },
});
