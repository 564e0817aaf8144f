import { model } from '../../../facts/model';

export default model({
  library: 'fileinput',
  sinks: { path: ['input($0)', 'input($files)'] },
  propagators: [{ at: 'input()', to: [] }],
});
