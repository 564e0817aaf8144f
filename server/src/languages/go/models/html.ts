import { model } from '../../../facts/model';

export default model({
  library: 'html',
  types: { Text: ['EscapeString()'] },
  extends: { Text: [':Text'] },
  sanitizers: [{ at: 'EscapeString()', cleans: ['html'] }],
  propagators: [{ at: 'UnescapeString()', from: ['$0'], restores: true }],
});
