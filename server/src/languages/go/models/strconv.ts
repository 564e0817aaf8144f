import { model } from '../../../facts/model';

export default model({
  library: 'strconv',
  sanitizers: [
    { at: 'strconv.{Atoi,ParseInt,ParseUint,ParseFloat,ParseBool,ParseComplex}()', cleans: 'all' },
    { at: 'strconv.{Itoa,FormatInt,FormatUint,FormatFloat,FormatBool}()', cleans: 'all' },
    { at: 'strconv.{Quote,QuoteToASCII,QuoteToGraphic}()', cleans: ['log', 'header'] },
  ],
  propagators: [{ at: 'Unquote()', from: ['$0'], restores: true }],
});
