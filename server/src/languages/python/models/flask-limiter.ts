import { model } from '../../../facts/model';

/** Requests with the same key are counted together. */
export default model({
  library: 'flask_limiter',
  aliases: ['flask_limiter.util'],
  types: { Limiter: ['Limiter()', 'type flask_limiter#Limiter'] },
  controls: [{ kind: 'rate-limit', at: 'Limiter.{limit,shared_limit}()' }],
  sinks: { 'client-address': ['Limiter($0).return', 'Limiter($key_func).return'] },
});
