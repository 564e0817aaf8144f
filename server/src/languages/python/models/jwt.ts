import { model } from '../../../facts/model';
import { signedTokens } from './_words';

export default model({ library: 'jwt', ...signedTokens('') });
