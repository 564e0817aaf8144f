import { model } from '../../../facts/model';

export default model({
  library: 'express-validator',
  aliases: ['express-validator/check', 'express-validator/filter'],
  // What passed the chains is what they name and nothing else.
  sanitizers: [{ at: 'matchedData()', cleans: ['nosql', 'model-fields'] }],
  sources: { remote: ['matchedData()'] },
});
