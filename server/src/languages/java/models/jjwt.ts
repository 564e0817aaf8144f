import { model } from '../../../facts/model';

const SETTERS =
  'setSubject,setIssuer,setExpiration,setIssuedAt,setNotBefore,setClaims,addClaims,setHeader,setHeaderParam,claim,setId,setAudience,subject,issuer,expiration,issuedAt,notBefore,claims,id,signWith';

export default model({
  library: 'io.jsonwebtoken',
  types: {
    Builder: ['type io.jsonwebtoken.JwtBuilder', 'Jwts.builder()', `Builder.{${SETTERS}}()`],
    Parser: [
      'type io.jsonwebtoken.JwtParser',
      'type io.jsonwebtoken.JwtParserBuilder',
      'Jwts.{parser,parserBuilder}()',
      'Parser.{setSigningKey,verifyWith,build,setAllowedClockSkewSeconds,clockSkewSeconds}()',
    ],
  },
  configs: [
    {
      kind: 'token-secret',
      at: 'Builder.signWith()',
      options: { value: { from: ['$1', '$0'] } },
      fix: { environment: 'JWT_SECRET' },
    },
    {
      kind: 'token-secret',
      at: 'Parser.setSigningKey()',
      options: { value: { from: ['$0'] } },
      fix: { environment: 'JWT_SECRET' },
    },
    {
      kind: 'token-issue',
      at: 'Jwts.builder()',
      options: {
        lifetime: {
          from: [
            '.setExpiration($0)',
            '.expiration($0)',
            '.setClaims($0)',
            '.addClaims($0)',
            '.claims($0)',
            '.claim("exp", $1)',
          ],
          unset: null,
        },
      },
      use: ['Builder.compact()'],
    },
    // These read tokens that nobody signed, and refuse those that somebody did.
    {
      kind: 'token-check',
      at: 'Parser.{parseClaimsJwt,parsePlaintextJwt,parseUnsecuredClaims,parseUnsecuredContent}()',
      options: { algorithms: { from: [], unset: 'none' } },
    },
    { kind: 'token-check', at: 'Parser.unsecured()', options: { algorithms: { from: [], unset: 'none' } } },
  ],
});
