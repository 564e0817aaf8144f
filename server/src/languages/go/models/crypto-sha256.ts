import { model } from '../../../facts/model';
import { passwordDigest } from './_words';

export default model({
  library: 'crypto/sha256',
  aliases: ['crypto/sha512', 'golang.org/x/crypto/sha3', 'crypto/sha3'],
  types: { Digest: ['sha256.{New,New224,New384,New512,New512_256,New256}()', 'type hash#Hash'] },
  sanitizers: [
    { at: 'sha256.{Sum256,Sum224,Sum512,Sum384,Sum512_256}()', cleans: 'all' },
    { at: 'Digest.{Sum,Sum32,Sum64}()', cleans: 'all' },
  ],
  propagators: [{ at: 'Digest.{Write,Reset}()', to: [] }],
  configs: [
    passwordDigest('sha256.{Sum256,Sum224,Sum512,Sum384,Sum512_256}()', 'SHA-2', '$0'),
    passwordDigest('sha256.{New,New224,New384,New512,New512_256,New256}()', 'SHA-2', '.Write($0)'),
  ],
});
