import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { means } from './_words';

/** Without a parser of its own a call reads as the library does by default. */
const bare = (name: string, parser: string): ConfigSpec => ({
  kind: 'xml-parser',
  at: `etree.${name}()`,
  when: { [parser]: undefined, $parser: undefined },
  options: { input: { from: ['$0'] }, externalEntities: { from: [], unsetBy: { '<5': true, '>=5': false } } },
});

const XPATH = { style: '$name', values: 'keyword' } as const;

export default model({
  library: 'lxml',
  types: {
    Element: [
      'etree.{parse,fromstring,XML,HTML,Element,SubElement,ElementTree}()',
      'html.{parse,fromstring,document_fromstring,fragment_fromstring}()',
      'objectify.{parse,fromstring}()',
      'Element.{getroot,find,getparent,getnext}()',
      'Element.{findall,iter,xpath}()[]',
      'Element[]',
      'type lxml.etree#_Element',
      'type lxml.etree#_ElementTree',
    ],
  },
  sinks: {
    xpath: [
      { at: 'Element.xpath($0)', bind: XPATH },
      'Element.{find,findall,findtext,iterfind}($0)',
      'etree.{XPath,ETXPath}($0)',
      'etree.XPathEvaluator()($0)',
    ],
  },
  sanitizers: [{ at: 'html.clean.{clean_html,fromstring}()', cleans: ['html'] }],
  propagators: [{ at: 'Element.{find,findall,findtext,iterfind,xpath}()', from: ['$this'] }],
  configs: [
    ...['XMLParser()', 'ETCompatXMLParser()'].flatMap((name): ConfigSpec[] => [
      {
        kind: 'xml-parser',
        at: `etree.${name}`,
        options: {
          externalEntities: { from: ['$resolve_entities'], unsetBy: { '<5': true, '>=5': false } },
          externalDtd: { from: ['$load_dtd'], unset: false },
        },
        fix: { externalEntities: '$resolve_entities = False; $no_network = True', externalDtd: '$load_dtd = False' },
      },
      {
        kind: 'xml-parser',
        at: `etree.${name}`,
        when: { $no_network: false, $load_dtd: undefined, $resolve_entities: undefined },
        options: { externalDtd: means(true) },
        fix: { externalDtd: '$no_network = True' },
      },
    ]),
    bare('parse', '$1'),
    bare('fromstring', '$1'),
    bare('XML', '$1'),
    {
      kind: 'xml-parser',
      at: 'etree.iterparse()',
      options: {
        input: { from: ['$0'] },
        externalEntities: { from: ['$resolve_entities'], unsetBy: { '<6.1': true, '>=6.1': false } },
        externalDtd: { from: ['$load_dtd'], unset: false },
      },
      fix: { externalEntities: '$resolve_entities = False', externalDtd: '$load_dtd = False' },
    },
  ],
});
