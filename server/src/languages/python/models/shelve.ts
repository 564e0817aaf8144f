import { model } from '../../../facts/model';

/** A shelf is a file of pickles. */
export default model({
  library: 'shelve',
  sinks: { deserialization: ['open($0)', 'DbfilenameShelf($0)'] },
});
