import { model } from '../../../facts/model';

export default model({
  library: 'util',
  operations: {
    identity: ['promisify()', 'callbackify()', 'deprecate()'],
    'string.format': ['format()'],
  },
  sanitizers: [
    // Texts inside are quoted and their line breaks written as escapes.
    { at: 'inspect()', cleans: ['log', 'header'] },
  ],
});
