import { model } from '../../../facts/model';

export default model({
  library: 'bson',
  aliases: ['bson.objectid'],
  sanitizers: [
    // Refuses what is no id.
    { at: 'ObjectId()', cleans: 'all' },
    { at: 'objectid.ObjectId()', cleans: 'all' },
  ],
  sinks: {
    nosql: [
      { at: 'Code($0)', variant: 'script' },
      { at: 'code.Code($0)', variant: 'script' },
    ],
  },
});
