import { model } from '../../../facts/model';

/** Answers are numbers. */
export default model({
  library: 'crypto/subtle',
  sanitizers: [{ at: 'subtle.{ConstantTimeCompare,ConstantTimeByteEq,ConstantTimeEq}()', cleans: 'all' }],
});
