import { model } from '../../../facts/model';
import { encryptionKey, means } from './_words';

/** Only MD5 is too weak for a keyed hash. */
const NAMES = ['md5', 'MD5'];
const FUNCTIONS = ['hashlib.md5'];

export default model({
  library: 'hmac',
  types: { Digest: ['hmac.new()', 'HMAC()'] },
  sanitizers: [
    { at: 'Digest.{hexdigest,digest}()', cleans: 'all' },
    { at: 'compare_digest()', cleans: 'all' },
  ],
  configs: ['hmac.new()', 'hmac.digest()'].flatMap((at) => [
    encryptionKey(at, '$0', '$key'),
    {
      kind: 'hash' as const,
      at,
      when: { $2: NAMES },
      options: { algorithm: { from: ['$2'] } },
      fix: { algorithm: '$2 = "sha256"' },
    },
    {
      kind: 'hash' as const,
      at,
      when: { $digestmod: NAMES },
      options: { algorithm: { from: ['$digestmod'] } },
      fix: { algorithm: '$digestmod = "sha256"' },
    },
    {
      kind: 'hash' as const,
      at,
      when: { $2: FUNCTIONS },
      options: { algorithm: means('md5') },
    },
    {
      kind: 'hash' as const,
      at,
      when: { $digestmod: FUNCTIONS },
      options: { algorithm: means('md5') },
    },
  ]),
});
