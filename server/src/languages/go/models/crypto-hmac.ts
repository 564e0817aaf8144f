import { model } from '../../../facts/model';
import { credential } from './_words';

export default model({
  library: 'crypto/hmac',
  types: { Code: ['New()'] },
  sanitizers: [
    { at: 'Code.Sum()', cleans: 'all' },
    { at: 'Equal()', cleans: 'all' },
  ],
  propagators: [
    { at: 'Code.{Write,Reset}()', to: [] },
    { at: 'New()', to: [] },
  ],
  configs: [credential('New()', '$1')],
});
