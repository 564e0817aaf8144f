import { model } from '../../../facts/model';

/** What stands in the text as HTML stays HTML. */
export default model({
  library: 'markdown',
  aliases: ['markdown2', 'mistune'],
  propagators: [
    { at: 'markdown()', from: ['$0'] },
    { at: 'html()', from: ['$0'] },
  ],
});
