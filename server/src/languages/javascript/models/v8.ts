import { model } from '../../../facts/model';

export default model({
  library: 'v8',
  // Its bytes are no JSON.
  sinks: { deserialization: [{ at: 'deserialize($0)', fix: { json: '' } }] },
  propagators: [{ at: 'v8.{getHeapStatistics,getHeapSnapshot,setFlagsFromString}()', to: [] }],
});
