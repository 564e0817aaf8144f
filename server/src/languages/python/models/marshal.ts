import { model } from '../../../facts/model';

export default model({
  library: 'marshal',
  sinks: { deserialization: ['loads($0)', { at: 'load($0)', fix: { json: '@{json}.load($value)' } }] },
});
