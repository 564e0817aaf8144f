import { model } from '../../../facts/model';

export default model({
  library: 'com.nimbusds.jwt',
  types: { Token: ['SignedJWT.parse()'] },
  configs: [
    {
      kind: 'token-check',
      at: 'SignedJWT.parse()',
      options: { verified: { from: ['.verify()'], means: true, unset: false } },
      use: ['Token.getJWTClaimsSet()'],
    },
    { kind: 'token-issue', at: 'PlainJWT()', options: { algorithm: { from: [], unset: 'none' } } },
    { kind: 'token-check', at: 'PlainJWT.parse()', options: { algorithms: { from: [], unset: 'none' } } },
  ],
});
