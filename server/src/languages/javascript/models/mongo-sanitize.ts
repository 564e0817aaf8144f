import { model } from '../../../facts/model';

/** Removes keys that begin with the sign of operators. */
export default model({
  library: 'mongo-sanitize',
  aliases: ['express-mongo-sanitize'],
  sanitizers: [
    { at: 'mongo-sanitize()', cleans: ['nosql'], inPlace: '$0' },
    { at: 'sanitize()', cleans: ['nosql'], inPlace: '$0' },
  ],
});
