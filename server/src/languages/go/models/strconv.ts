import { model } from '../../../facts/model';

export default model({
  library: 'strconv',
  sanitizers: [
    { at: '{Atoi,ParseInt,ParseUint,ParseFloat,ParseBool,ParseComplex}()', cleans: 'all' },
    { at: '{Itoa,FormatInt,FormatUint,FormatFloat,FormatBool}()', cleans: 'all' },
    { at: '{Quote,QuoteToASCII,QuoteToGraphic}()', cleans: ['log', 'header'] },
  ],
  propagators: [{ at: 'Unquote()', from: ['$0'], restores: true }],
});
