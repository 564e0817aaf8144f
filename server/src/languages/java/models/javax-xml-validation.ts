import { model } from '../../../facts/model';
import { ACCESS_DTD, DISALLOW_DOCTYPE, SECURE_PROCESSING, setter } from './_words';

const OFF = [...setter('setProperty', ACCESS_DTD, '""'), ...setter('setFeature', SECURE_PROCESSING, 'true')];

export default model({
  library: 'javax.xml.validation',
  types: { Schemas: ['type javax.xml.validation.SchemaFactory', 'SchemaFactory.{newInstance,newDefaultInstance}()'] },
  configs: [
    {
      kind: 'xml-parser',
      at: 'SchemaFactory.{newInstance,newDefaultInstance}()',
      options: {
        doctype: { from: setter('setFeature', [DISALLOW_DOCTYPE], 'true'), means: false, unset: true },
        externalDtd: { from: OFF, means: false, unset: true },
      },
      use: ['Schemas.newSchema()'],
      fix: {
        doctype: '.setProperty(@{javax.xml.XMLConstants}.ACCESS_EXTERNAL_DTD, "")',
        externalDtd: '.setProperty(@{javax.xml.XMLConstants}.ACCESS_EXTERNAL_DTD, "")',
      },
    },
  ],
});
