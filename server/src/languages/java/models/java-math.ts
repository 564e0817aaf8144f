import { model } from '../../../facts/model';

export default model({
  library: 'java.math',
  sanitizers: [
    { at: 'BigInteger()', cleans: 'all' },
    { at: 'BigDecimal()', cleans: 'all' },
  ],
});
