import { model } from '../../../facts/model';
import { credential } from './_words';

export default model({
  library: 'jwt',
  aliases: ['jose.jwt', 'authlib.jose.jwt'],
  configs: [credential('encode()', '$1', '$key'), credential('decode()', '$1', '$key')],
});
