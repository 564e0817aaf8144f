import { model } from '../../../facts/model';

/** Requests with the same key are counted together. */
export default model({
  library: 'flask_limiter',
  sinks: { 'client-address': ['Limiter($0).return', 'Limiter($key_func).return'] },
});
