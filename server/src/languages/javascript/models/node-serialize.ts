import { model } from '../../../facts/model';

export default model({
  library: 'node-serialize',
  sinks: { deserialization: ['unserialize($0)'] },
});
