import { model } from '../../../facts/model';

export default model({
  library: 'joblib',
  sinks: { deserialization: [{ at: 'load($0)', fix: { json: '@{json}.load($value)' } }] },
});
