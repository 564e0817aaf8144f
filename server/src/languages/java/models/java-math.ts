import { model } from '../../../facts/model';
import { TEXT } from './_words';

export default model({
  library: 'java.math',
  sanitizers: [
    { at: 'BigInteger()', cleans: TEXT },
    { at: 'BigDecimal()', cleans: TEXT },
  ],
});
