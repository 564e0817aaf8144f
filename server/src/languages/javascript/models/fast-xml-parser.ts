import { model } from '../../../facts/model';

/** Parsers that resolve no external entities whatever the document says. */
export default model({
  library: 'fast-xml-parser',
  aliases: [
    'xml2js',
    'xml-js',
    'sax',
    '@xmldom/xmldom',
    'xmldom',
    'xml-parse-from-string',
    'htmlparser2',
    'xmlbuilder2',
    'txml',
  ],
  sanitizers: [{ at: 'XMLValidator.validate()', cleans: 'all' }],
});
