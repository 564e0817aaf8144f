import { model } from '../../../facts/model';

export default model({
  library: 'io',
  sinks: { path: ['open($0)', 'FileIO($0)'] },
  propagators: [{ at: 'open()', to: [] }, { at: 'BytesIO()' }, { at: 'StringIO()' }, { at: 'TextIOWrapper()' }],
});
