import { model } from '../../../facts/model';
import { both } from './_words';

/** The reference implementation parses with secure processing; what comes out is still what was sent. */
export default model({
  library: 'javax.xml.bind',
  aliases: ['jakarta.xml.bind'],
  types: { Reader: [...both('xml.bind.Unmarshaller'), 'JAXBContext.newInstance().createUnmarshaller()'] },
  propagators: [{ at: 'Reader.unmarshal()', from: ['$0'] }],
});
