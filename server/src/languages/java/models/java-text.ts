import { model } from '../../../facts/model';
import { made } from './_words';

export default model({
  library: 'java.text',
  types: {
    Dates: ['type java.text.DateFormat', ...made('java.text', 'SimpleDateFormat')],
    Numbers: ['type java.text.NumberFormat', ...made('java.text', 'DecimalFormat'), 'NumberFormat.*()'],
    Messages: made('java.text', 'MessageFormat'),
  },
  sanitizers: [
    { at: 'Dates.parse()', cleans: 'all' },
    { at: 'Numbers.parse()', cleans: 'all' },
  ],
  propagators: [
    { at: 'MessageFormat.format()', from: ['$*'] },
    { at: 'Messages.format()', from: ['$this', '$*'] },
    { at: 'Normalizer.normalize()', from: ['$0'] },
  ],
});
