import { model } from '../../../facts/model';

export default model({
  library: 'glob',
  sinks: { path: ['glob.glob($0)', 'glob.iglob($0)'] },
  propagators: [
    { at: 'glob.glob()', to: [] },
    { at: 'glob.iglob()', to: [] },
  ],
});
