import { model } from '../../../facts/model';

export default model({
  library: 'linecache',
  sinks: { path: ['getline($0)', 'getlines($0)'] },
  propagators: [
    { at: 'getline()', to: [] },
    { at: 'getlines()', to: [] },
  ],
});
