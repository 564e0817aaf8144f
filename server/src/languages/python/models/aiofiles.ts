import { model } from '../../../facts/model';

export default model({
  library: 'aiofiles',
  sinks: { path: ['open($0)'] },
  propagators: [{ at: 'open()', to: [] }],
});
