import { model } from '../../../facts/model';

export default model({
  library: 'plugin',
  sinks: { code: [{ at: 'Open($0)', variant: 'module' }] },
  propagators: [{ at: 'Open()', to: [] }],
});
