import { model } from '../../../facts/model';

export default model({
  library: 'jsonpickle',
  aliases: ['jsonpickle.unpickler'],
  sinks: { deserialization: ['decode($0)', 'loads($0)'] },
});
