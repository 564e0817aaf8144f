import { model } from '../../../facts/model';

/** Functions that escape text for HTML and are the only thing that their module gives. */
export default model({
  library: 'escape-html',
  aliases: ['lodash/escape', 'lodash.escape', 'html-escape', 'escape-html-template-tag', 'underscore/modules/escape'],
  sanitizers: [{ at: 'escape-html()', cleans: ['html'] }],
});
