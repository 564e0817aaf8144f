import { model } from '../../../facts/model';

export default model({
  library: 'time',
  propagators: [
    { at: 'time.sleep()', to: [] },
    { at: 'time.strftime()', from: ['$0'] },
  ],
  sanitizers: [{ at: 'time.strptime()', cleans: 'all' }],
});
