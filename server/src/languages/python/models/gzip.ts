import { model } from '../../../facts/model';

export default model({
  library: 'gzip',
  sinks: { path: ['open($0)', 'GzipFile($0)'] },
  propagators: [{ at: 'open()', to: [] }],
});
