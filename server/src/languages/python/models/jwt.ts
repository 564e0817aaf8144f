import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';
import { signedTokens } from './_words';

const signed = signedTokens('');

export default model({
  library: 'jwt',
  ...signed,
  configs: [
    ...(signed.configs ?? []),
    outdated('jwt', ['jwt'], { by: { 'pyjwt <2': 'holes' }, instead: 'version 2, which asks for the algorithms' }),
  ],
});
