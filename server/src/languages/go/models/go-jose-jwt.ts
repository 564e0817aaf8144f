import { model } from '../../../facts/model';
import { means } from './_words';

export default model({
  library: 'github.com/go-jose/go-jose/v4/jwt',
  aliases: [
    'github.com/go-jose/go-jose/v3/jwt',
    'github.com/go-jose/go-jose/jwt',
    'gopkg.in/square/go-jose.v2/jwt',
    'gopkg.in/go-jose/go-jose.v2/jwt',
  ],
  types: {
    Signed: ['type github.com/go-jose/go-jose/v4/jwt#JSONWebToken', 'ParseSigned()[0]'],
    Builder: ['type github.com/go-jose/go-jose/v4/jwt#Builder', 'Signed()', 'Builder.Claims()'],
  },
  sources: { 'unverified-token': ['Signed.UnsafeClaimsWithoutVerification($*)'] },
  sanitizers: [{ at: 'Signed.Claims()', cleans: 'all' }],
  propagators: [
    { at: 'ParseSigned()', to: [] },
    { at: 'Builder.{Serialize,CompactSerialize,FullSerialize,Token}()', to: [] },
    { at: 'NewNumericDate()', to: [] },
  ],
  configs: [
    {
      kind: 'token-check',
      at: 'Signed.UnsafeClaimsWithoutVerification()',
      options: { verified: means(false) },
    },
    {
      kind: 'token-issue',
      at: 'Builder.Claims()',
      options: { lifetime: { from: ['$0.Expiry', '$0.exp', '$0.Claims.Expiry', '.Claims($0)'], unset: null } },
      use: ['Builder.{Serialize,CompactSerialize}()'],
    },
  ],
});
