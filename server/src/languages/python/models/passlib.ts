import { model } from '../../../facts/model';

export default model({
  library: 'passlib',
  sanitizers: [
    { at: 'hash.*.{hash,encrypt,verify,using}()', cleans: 'all' },
    { at: 'context.CryptContext().{hash,verify}()', cleans: 'all' },
  ],
});
