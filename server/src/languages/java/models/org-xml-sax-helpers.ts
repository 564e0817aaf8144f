import { model } from '../../../facts/model';
import { FEATURE_OPTIONS, FEATURE_WORDS } from './_words';

export default model({
  library: 'org.xml.sax.helpers',
  types: { Reader: ['type org.xml.sax.XMLReader', 'XMLReaderFactory.createXMLReader()'] },
  configs: [
    {
      kind: 'xml-parser',
      at: 'XMLReaderFactory.createXMLReader()',
      options: FEATURE_OPTIONS,
      use: ['Reader.parse()'],
      fix: FEATURE_WORDS,
    },
  ],
});
