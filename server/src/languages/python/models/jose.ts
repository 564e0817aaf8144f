import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';
import { signedTokens } from './_words';

/** The module `jwt` of two packages. */
const signed = signedTokens('jwt.');

export default model({
  library: 'jose',
  aliases: ['authlib.jose'],
  ...signed,
  configs: [
    ...(signed.configs ?? []),
    outdated('jose', ['jose'], { state: 'superseded', instead: 'PyJWT or joserfc' }),
  ],
});
