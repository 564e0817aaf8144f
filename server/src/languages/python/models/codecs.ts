import { model } from '../../../facts/model';

export default model({
  library: 'codecs',
  sinks: { path: ['open($0)'] },
  propagators: [
    { at: 'open()', to: [] },
    { at: 'encode()', from: ['$0'] },
    { at: 'decode()', from: ['$0'] },
  ],
});
