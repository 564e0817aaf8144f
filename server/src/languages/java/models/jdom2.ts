import { model } from '../../../facts/model';
import { FEATURE_OPTIONS, FEATURE_WORDS } from './_words';

export default model({
  library: 'org.jdom2.input',
  aliases: ['org.jdom.input'],
  types: { Builder: ['type org.jdom2.input.SAXBuilder', 'SAXBuilder()'] },
  propagators: [{ at: 'Builder.build()', from: ['$0'] }],
  configs: [
    {
      kind: 'xml-parser',
      at: 'SAXBuilder()',
      options: FEATURE_OPTIONS,
      use: ['Builder.build()'],
      fix: FEATURE_WORDS,
    },
  ],
});
