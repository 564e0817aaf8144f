import { model } from '../../../facts/model';

export default model({
  library: 'uuid',
  // Refuses what is no UUID.
  sanitizers: [
    { at: 'UUID()', cleans: 'all' },
    { at: 'uuid3()', cleans: 'all' },
    { at: 'uuid5()', cleans: 'all' },
  ],
});
