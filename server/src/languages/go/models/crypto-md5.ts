import { model } from '../../../facts/model';
import { means, passwordDigest } from './_words';

export default model({
  library: 'crypto/md5',
  types: { Digest: ['New()'] },
  // Nobody chooses the text of a digest.
  sanitizers: [
    { at: 'Sum()', cleans: 'all' },
    { at: 'Digest.Sum()', cleans: 'all' },
  ],
  propagators: [
    { at: 'Digest.{Write,Reset}()', to: [] },
    { at: 'New()', to: [] },
  ],
  configs: [
    passwordDigest('Sum()', 'MD5', '$0'),
    passwordDigest('New()', 'MD5', '.Write($0)'),
    {
      kind: 'hash',
      at: 'Sum()',
      options: { algorithm: means('MD5') },
      fix: { call: '@{crypto/sha256}.Sum256($0)' },
    },
    {
      kind: 'hash',
      at: 'New()',
      options: { algorithm: means('MD5') },
      fix: { call: '@{crypto/sha256}.New()' },
    },
  ],
});
