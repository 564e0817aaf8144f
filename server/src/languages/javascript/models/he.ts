import { model } from '../../../facts/model';

export default model({
  library: 'he',
  aliases: ['html-entities', 'entities', 'escape-goat'],
  types: { Coder: ['AllHtmlEntities()', 'XmlEntities()', 'Html5Entities()', 'Html4Entities()'] },
  sanitizers: [
    {
      at: 'he.{encode,escape,htmlEscape,escapeUTF8,encodeXML,encodeHTML,encodeNonAsciiHTML}()',
      cleans: ['html', 'xml'],
    },
    { at: 'Coder.{encode,encodeNonUTF,encodeNonASCII}()', cleans: ['html', 'xml'] },
  ],
});
