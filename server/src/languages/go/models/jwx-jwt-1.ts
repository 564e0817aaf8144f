import { model } from '../../../facts/model';
import { tokenSecret } from './_words';

const KEYS = ['WithVerify', 'WithKeySet', 'WithKeySetProvider', 'WithVerifyAuto'];

/** The first version looks at no signature unless it is given a key. */
export default model({
  library: 'github.com/lestrrat-go/jwx/jwt',
  types: { Token: ['type github.com/lestrrat-go/jwx/jwt#Token', 'New()'] },
  propagators: [
    { at: 'jwt.{Parse,ParseString,ParseReader,ParseRequest}()', to: [] },
    { at: 'Sign()', to: [] },
  ],
  operations: { 'option.of': ['jwt.{WithVerify,WithKeySet,WithKeySetProvider,WithVerifyAuto,WithValidate}()'] },
  configs: [
    {
      kind: 'token-check',
      at: 'jwt.{Parse,ParseString,ParseReader,ParseRequest}()',
      options: { verified: { from: KEYS.map((name) => `$1….${name}`), unset: false } },
    },
    tokenSecret('WithVerify()', '$1'),
    tokenSecret('Sign()', '$2'),
  ],
});
