import { model } from '../../../facts/model';
import { ACCESS_DTD, setter } from './_words';

const SUPPORT_DTD = ['javax.xml.stream.supportDTD', 'javax.xml.stream.XMLInputFactory.SUPPORT_DTD'];
const EXTERNAL = [
  'javax.xml.stream.isSupportingExternalEntities',
  'javax.xml.stream.XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES',
];

export default model({
  library: 'javax.xml.stream',
  types: {
    Readers: ['type javax.xml.stream.XMLInputFactory', 'XMLInputFactory.{newInstance,newFactory,newDefaultFactory}()'],
  },
  configs: [
    {
      kind: 'xml-parser',
      at: 'XMLInputFactory.{newInstance,newFactory,newDefaultFactory}()',
      options: {
        doctype: { from: setter('setProperty', SUPPORT_DTD, '$1'), unset: true },
        externalEntities: {
          from: [...setter('setProperty', ACCESS_DTD, '""'), ...setter('setProperty', EXTERNAL, 'false')],
          means: false,
          unset: true,
        },
      },
      use: ['Readers.{createXMLStreamReader,createXMLEventReader,createFilteredReader}()'],
      fix: {
        doctype: '.setProperty(@{javax.xml.stream.XMLInputFactory}.SUPPORT_DTD, false)',
        externalEntities: '.setProperty(@{javax.xml.stream.XMLInputFactory}.SUPPORT_DTD, false)',
      },
    },
  ],
});
