import { model } from '../../../facts/model';

export default model({
  library: 'html',
  aliases: ['cgi'],
  sanitizers: [{ at: 'escape()', cleans: ['html', 'xml'] }],
  propagators: [{ at: 'unescape()', from: ['$0'], restores: true }],
});
