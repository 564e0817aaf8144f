import { model } from '../../../facts/model';

export default model({
  library: 'github.com/beevik/etree',
  types: {
    Node: [
      'NewDocument()',
      'type github.com/beevik/etree#Document',
      'type github.com/beevik/etree#Element',
      'Node.{FindElement,SelectElement,Root}()',
    ],
  },
  sinks: {
    xpath: ['Node.{FindElement,FindElements}($0)', 'etree.{CompilePath,MustCompilePath}($0)'],
    path: ['Node.{ReadFromFile,WriteToFile}($0)'],
  },
  propagators: [{ at: 'Node.*()', to: [] }],
});
