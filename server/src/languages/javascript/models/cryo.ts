import { model } from '../../../facts/model';

export default model({
  library: 'cryo',
  sinks: { deserialization: ['parse($0)'] },
});
