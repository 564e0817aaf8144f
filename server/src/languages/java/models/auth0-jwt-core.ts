import { model } from '../../../facts/model';

export default model({
  library: 'com.auth0.jwt',
  types: {
    Builder: [
      'type com.auth0.jwt.JWTCreator.Builder',
      'JWT.create()',
      'Builder.{withSubject,withIssuer,withAudience,withIssuedAt,withExpiresAt,withNotBefore,withJWTId,withKeyId,withHeader,withClaim,withArrayClaim,withPayload}()',
    ],
    Decoded: ['JWT.decode()', 'JWT().decodeJwt()'],
  },
  configs: [
    {
      kind: 'token-issue',
      at: 'JWT.create()',
      options: {
        lifetime: {
          from: ['.withExpiresAt($0)', '.withPayload($0)', '.withClaim("exp", $1)'],
          unset: null,
        },
      },
      use: ['Builder.sign()'],
    },
    {
      kind: 'token-check',
      at: 'JWT.decode()',
      options: { verified: { from: [], unset: false } },
      use: ['Decoded.{getSubject,getClaim,getClaims,getPayload}()'],
    },
  ],
  sources: {
    'unverified-token': [
      'JWT.decode().{getSubject,getClaims,getPayload}()',
      'JWT.decode().getClaim().{asString,as,asList,asMap}()',
    ],
  },
});
