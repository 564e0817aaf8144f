import { model } from '../../../facts/model';

/** Sanitisers of markup: what is left may be shown as HTML. */
export default model({
  library: 'dompurify',
  aliases: ['isomorphic-dompurify'],
  types: { Purifier: ['dompurify()', 'createDOMPurify()', 'DOMPurify()'] },
  sanitizers: [
    { at: 'dompurify.sanitize()', cleans: ['html', 'html-script'] },
    { at: 'Purifier.sanitize()', cleans: ['html', 'html-script'] },
  ],
});
