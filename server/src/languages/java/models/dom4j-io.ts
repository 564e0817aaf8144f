import { model } from '../../../facts/model';
import { FEATURE_OPTIONS, FEATURE_WORDS } from './_words';

export default model({
  library: 'org.dom4j.io',
  types: { Reader: ['type org.dom4j.io.SAXReader', 'SAXReader()'] },
  propagators: [{ at: 'Reader.read()', from: ['$0'] }],
  configs: [
    {
      kind: 'xml-parser',
      at: 'SAXReader()',
      options: FEATURE_OPTIONS,
      use: ['Reader.read()'],
      fix: FEATURE_WORDS,
    },
  ],
});
