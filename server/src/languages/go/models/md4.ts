import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'golang.org/x/crypto/md4',
  configs: [
    { kind: 'hash', at: 'New()', options: { algorithm: means('MD4') }, fix: { call: '@{crypto/sha256}.New()' } },
  ],
});
