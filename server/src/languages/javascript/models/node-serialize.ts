import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';

export default model({
  library: 'node-serialize',
  sinks: { deserialization: ['unserialize($0)'] },
  configs: [outdated('node-serialize', ['node-serialize'], { state: 'unsafe', instead: 'JSON.parse and a schema' })],
});
