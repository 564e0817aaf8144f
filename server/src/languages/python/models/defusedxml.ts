import { model } from '../../../facts/model';

/** Refuses entities and document types; what it reads is text like any other. */
export default model({
  library: 'defusedxml',
  types: {
    Element: [
      'ElementTree.{fromstring,XML,parse}()',
      'ElementTree.parse().getroot()',
      'lxml.{fromstring,parse}()',
      'Element.find()',
      'Element.findall()[]',
    ],
  },
  sinks: { xpath: ['Element.{find,findall,findtext,iterfind}($0)'] },
});
