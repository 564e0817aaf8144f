import { model } from '../../../facts/model';
import { made } from './_words';

export default model({
  library: 'java.beans',
  types: { Decoder: made('java.beans', 'XMLDecoder') },
  sinks: { deserialization: ['XMLDecoder($0)'] },
  propagators: [{ at: 'Decoder.readObject()', from: ['$this'] }],
});
