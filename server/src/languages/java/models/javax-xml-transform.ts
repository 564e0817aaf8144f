import { model } from '../../../facts/model';
import { ACCESS_DTD, SECURE_PROCESSING, setter } from './_words';

const SAFE_WORD = '.setFeature(@{javax.xml.XMLConstants}.FEATURE_SECURE_PROCESSING, true)';

export default model({
  library: 'javax.xml.transform',
  types: {
    Transformers: [
      'type javax.xml.transform.TransformerFactory',
      'TransformerFactory.{newInstance,newDefaultInstance}()',
    ],
  },
  sinks: {
    // A stylesheet may call functions of the platform.
    code: ['Transformers.{newTransformer,newTemplates}($0)'],
  },
  configs: [
    {
      kind: 'xml-parser',
      at: 'TransformerFactory.{newInstance,newDefaultInstance}()',
      options: {
        externalDtd: {
          from: [...setter('setAttribute', ACCESS_DTD, '""'), ...setter('setFeature', SECURE_PROCESSING, 'true')],
          means: false,
          unset: true,
        },
      },
      // Without a stylesheet it only writes what the program has.
      use: ['Transformers.newTemplates()'],
      fix: { externalDtd: SAFE_WORD },
    },
  ],
});
