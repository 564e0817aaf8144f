import { model } from '../../../facts/model';
import { FEATURE_OPTIONS, FEATURE_WORDS } from './_words';

export default model({
  library: 'javax.xml.parsers',
  types: {
    Documents: [
      'type javax.xml.parsers.DocumentBuilderFactory',
      'DocumentBuilderFactory.{newInstance,newDefaultInstance,newNSInstance}()',
    ],
    Builder: ['type javax.xml.parsers.DocumentBuilder', 'Documents.newDocumentBuilder()'],
    Parsers: [
      'type javax.xml.parsers.SAXParserFactory',
      'SAXParserFactory.{newInstance,newDefaultInstance,newNSInstance}()',
    ],
  },
  configs: [
    {
      kind: 'xml-parser',
      at: 'DocumentBuilderFactory.{newInstance,newDefaultInstance,newNSInstance}()',
      options: FEATURE_OPTIONS,
      use: ['Documents.newDocumentBuilder()'],
      fix: FEATURE_WORDS,
    },
    {
      kind: 'xml-parser',
      at: 'SAXParserFactory.{newInstance,newDefaultInstance,newNSInstance}()',
      options: FEATURE_OPTIONS,
      use: ['Parsers.newSAXParser()'],
      fix: FEATURE_WORDS,
    },
  ],
  propagators: [
    { at: 'Builder.parse()', from: ['$0'] },
    { at: 'Documents.newDocumentBuilder()', to: [] },
  ],
});
