import { model } from '../../../facts/model';
import { means, tokenSecret } from './_words';

const SETTERS = '{Audience,Claim,Expiration,IssuedAt,Issuer,JwtID,NotBefore,Subject,Field}()';

const EXPIRY = ['exp', 'ExpirationKey'].flatMap((key) => [`.Claim("${key}", $1)`, `.Set("${key}", $1)`]);

const PARSE = '{Parse,ParseString,ParseReader,ParseRequest,ParseHeader,ParseForm}()';

export default model({
  library: 'github.com/lestrrat-go/jwx/v2/jwt',
  aliases: ['github.com/lestrrat-go/jwx/v3/jwt'],
  types: {
    Token: ['type github.com/lestrrat-go/jwx/v2/jwt#Token', `Builder.Build()[0]`, 'New()'],
    Builder: ['NewBuilder()', `Builder.${SETTERS}`, 'type github.com/lestrrat-go/jwx/v2/jwt#Builder'],
  },
  sources: { 'unverified-token': ['ParseInsecure()[0]'] },
  propagators: [
    { at: `jwt.${PARSE}`, to: [] },
    { at: 'ParseInsecure()', to: [] },
    { at: 'Sign()', to: [] },
  ],
  operations: { 'option.of': ['jwt.{WithVerify,WithValidate,WithInsecureNoSignature}()'] },
  configs: [
    {
      kind: 'token-check',
      at: `jwt.${PARSE}`,
      when: { '$1….WithVerify': false },
      options: { verified: { from: ['$1….WithVerify'] } },
    },
    { kind: 'token-check', at: 'ParseInsecure()', options: { verified: means(false) } },
    {
      kind: 'token-check',
      at: `jwt.${PARSE}`,
      options: { checkExpiration: { from: ['$1….WithValidate'], unset: true } },
    },
    {
      kind: 'token-issue',
      at: 'NewBuilder()',
      options: { lifetime: { from: ['.Expiration($0)', ...EXPIRY], unset: null } },
      use: ['Sign($0)'],
    },
    tokenSecret('WithKey()', '$1'),
  ],
});
