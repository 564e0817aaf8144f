import { model } from '../../../facts/model';
import { signedTokens } from './_words';

/** The module `jwt` of two packages. */
export default model({ library: 'jose', aliases: ['authlib.jose'], ...signedTokens('jwt.') });
