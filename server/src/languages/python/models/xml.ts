import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { means } from './_words';

/** Nothing is fetched by default, but entities of entities are expanded without limit. */
const expanding = (path: string, name: string): ConfigSpec => ({
  kind: 'xml-parser',
  at: `${path}.${name}()`,
  options: { input: { from: ['$0'] }, expansion: means(true), externalEntities: means(false) },
  fix: { call: `@{defusedxml.${path.replace(/^etree\.|^dom\./, '')}#${name}}($0, $1...)` },
});

const EXTERNAL = [
  'xml.sax.handler.feature_external_ges',
  'handler.feature_external_ges',
  'feature_external_ges',
  'http://xml.org/sax/features/external-general-entities',
];
const EXTERNAL_DTD = [
  'xml.sax.handler.feature_external_pes',
  'handler.feature_external_pes',
  'feature_external_pes',
  'http://xml.org/sax/features/external-parameter-entities',
];

const TREES = ['etree.ElementTree', 'etree.cElementTree'];

export default model({
  library: 'xml',
  types: {
    Element: [
      ...TREES.flatMap((tree) => [
        `${tree}.{fromstring,XML,parse,fromstringlist}()`,
        `${tree}.{parse,ElementTree}().getroot()`,
        `${tree}.{Element,SubElement,ElementTree}()`,
      ]),
      'Element.find()',
      'Element.{findall,iter}()[]',
      'Element[]',
      'type xml.etree.ElementTree#Element',
      'type xml.etree.ElementTree#ElementTree',
    ],
    Reader: ['sax.make_parser()', 'type xml.sax.xmlreader#XMLReader'],
  },
  sinks: { xpath: ['Element.{find,findall,findtext,iterfind}($0)'] },
  sanitizers: [
    { at: 'sax.saxutils.escape()', cleans: ['html', 'xml'] },
    { at: 'sax.saxutils.quoteattr()', cleans: ['html', 'xml'] },
  ],
  propagators: [{ at: 'Element.{find,findall,findtext,iterfind}()', from: ['$this'] }],
  configs: [
    ...TREES.flatMap((tree) => ['parse', 'fromstring', 'XML', 'iterparse'].map((name) => expanding(tree, name))),
    ...['parse', 'parseString'].flatMap((name) => [
      expanding('dom.minidom', name),
      expanding('dom.pulldom', name),
      expanding('sax', name),
    ]),
    {
      kind: 'xml-parser',
      at: 'sax.make_parser()',
      options: {
        externalEntities: { from: EXTERNAL.map((name) => `.setFeature("${name}", $1)`), unset: false },
        externalDtd: { from: EXTERNAL_DTD.map((name) => `.setFeature("${name}", $1)`), unset: false },
      },
      fix: {
        externalEntities: '.setFeature(@{xml.sax.handler#feature_external_ges}, False)',
        externalDtd: '.setFeature(@{xml.sax.handler#feature_external_pes}, False)',
      },
    },
  ],
});
