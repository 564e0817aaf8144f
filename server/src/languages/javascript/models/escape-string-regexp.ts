import { model } from '../../../facts/model';

/** Functions that take the meaning from the signs of regular expressions. */
export default model({
  library: 'escape-string-regexp',
  aliases: [
    'lodash/escapeRegExp',
    'lodash.escaperegexp',
    'escape-regexp',
    'regexp.escape',
    'escape-regex',
    'escape-regex-string',
  ],
  sanitizers: [{ at: 'escape-string-regexp()', cleans: ['regex'] }],
});
