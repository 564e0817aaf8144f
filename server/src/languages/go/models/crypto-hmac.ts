import { model } from '../../../facts/model';
import { encryptionKey } from './_words';

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
  configs: [encryptionKey('New()', '$1')],
});
