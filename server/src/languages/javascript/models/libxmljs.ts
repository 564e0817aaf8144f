import { model } from '../../../facts/model';

export default model({
  library: 'libxmljs',
  aliases: ['libxmljs2', 'libxmljs2-xsd'],
  types: {
    Document: [
      'libxmljs.{parseXml,parseXmlString,parseXmlAsync,parseHtml,parseHtmlString}()',
      'Document.{root,get,find,childNodes,parent}()',
    ],
  },
  sinks: { xpath: ['Document.{get,find}($0)'] },
  configs: [
    {
      kind: 'xml-parser',
      at: 'libxmljs.{parseXml,parseXmlString,parseXmlAsync}()',
      options: {
        input: { from: ['$0'] },
        externalEntities: { from: ['$1.noent', '$1.replaceEntities'], unset: false },
        externalDtd: { from: ['$1.dtdload', '$1.dtdvalid'], unset: false },
      },
      fix: { externalEntities: '$1.noent = false', externalDtd: '$1.dtdload = false' },
    },
  ],
});
