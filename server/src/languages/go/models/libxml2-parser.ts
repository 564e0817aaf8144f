import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'github.com/lestrrat-go/libxml2/parser',
  configs: [
    {
      kind: 'xml-parser',
      at: 'New()',
      when: { '$*': ['XMLParseNoEnt', 'XMLParseDTDLoad', 'XMLParseHuge'] },
      options: { externalEntities: means(true) },
    },
  ],
});
