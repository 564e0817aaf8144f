import { model } from '../../../facts/model';

export default model({
  library: 'org.xml.sax',
  types: { Source: ['type org.xml.sax.InputSource', 'InputSource()'] },
  propagators: [{ at: 'InputSource()', from: ['$0'] }],
});
