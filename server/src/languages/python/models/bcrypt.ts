import { model } from '../../../facts/model';

export default model({
  library: 'bcrypt',
  sanitizers: [
    { at: 'hashpw()', cleans: 'all' },
    { at: 'checkpw()', cleans: 'all' },
  ],
});
