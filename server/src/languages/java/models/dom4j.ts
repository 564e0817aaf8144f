import { model } from '../../../facts/model';

export default model({
  library: 'org.dom4j',
  types: {
    Tree: ['type org.dom4j.Node', 'type org.dom4j.Document', 'type org.dom4j.Element', 'io.SAXReader().read()'],
  },
  sinks: {
    xpath: [
      'Tree.{selectNodes,selectSingleNode,valueOf,numberValueOf,createXPath,matches,selectObject}($0)',
      'DocumentHelper.{createXPath,createXPathFilter}($0)',
    ],
  },
});
