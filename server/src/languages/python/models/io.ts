import { model } from '../../../facts/model';

export default model({
  library: 'io',
  types: { Buffer: ['StringIO()', 'BytesIO()', 'type io#StringIO', 'type io#BytesIO'] },
  sinks: { path: ['open($0)', 'FileIO($0)'] },
  propagators: [
    { at: 'open()', to: [] },
    { at: 'BytesIO()' },
    { at: 'StringIO()' },
    { at: 'TextIOWrapper()' },
    { at: 'Buffer.{readline,readlines}()', from: ['$this'] },
  ],
  operations: {
    'builder.append': ['Buffer.write()'],
    'builder.toString': ['Buffer.{getvalue,read,getbuffer}()'],
  },
});
