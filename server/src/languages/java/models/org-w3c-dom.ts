import { model } from '../../../facts/model';

/** Text of a document is as its sender wrote it; what is counted in it is a number. */
export default model({
  library: 'org.w3c.dom',
  types: {
    Tree: [
      'type org.w3c.dom.Node',
      'type org.w3c.dom.Document',
      'type org.w3c.dom.Element',
      'javax.xml.parsers:Builder.parse()',
      'Tree.{getDocumentElement,getFirstChild,getLastChild,getNextSibling,getParentNode,getElementById}()',
      'Nodes.item()',
    ],
    Nodes: [
      'type org.w3c.dom.NodeList',
      'type org.w3c.dom.NamedNodeMap',
      'Tree.{getChildNodes,getAttributes,getElementsByTagName,getElementsByTagNameNS}()',
    ],
  },
  sanitizers: [
    { at: 'Nodes.getLength()', cleans: 'all' },
    { at: 'Tree.{getNodeType,hasChildNodes,hasAttributes,hasAttribute,compareDocumentPosition}()', cleans: 'all' },
  ],
});
