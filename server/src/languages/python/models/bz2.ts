import { model } from '../../../facts/model';

export default model({
  library: 'bz2',
  sinks: { path: ['open($0)', 'BZ2File($0)'] },
  propagators: [{ at: 'open()', to: [] }],
});
