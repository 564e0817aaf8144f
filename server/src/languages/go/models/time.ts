import { model } from '../../../facts/model';

export default model({
  library: 'time',
  sanitizers: [{ at: 'time.{Parse,ParseInLocation,ParseDuration,Unix,Date,Now,Since}()', cleans: 'all' }],
});
