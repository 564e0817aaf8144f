import { model } from '../../../facts/model';
import { tokenSecret } from './_words';

export default model({
  library: 'github.com/go-jose/go-jose/v4',
  aliases: [
    'github.com/go-jose/go-jose/v3',
    'github.com/go-jose/go-jose',
    'gopkg.in/square/go-jose.v2',
    'gopkg.in/go-jose/go-jose.v2',
  ],
  types: {
    Signature: ['type github.com/go-jose/go-jose/v4#JSONWebSignature', 'ParseSigned()[0]'],
  },
  sources: { 'unverified-token': ['Signature.UnsafePayloadWithoutVerification()'] },
  sanitizers: [{ at: 'Signature.Verify()', cleans: 'all' }],
  propagators: [{ at: 'ParseSigned()', to: [] }],
  configs: [tokenSecret('SigningKey()', '$Key', '.Key'), tokenSecret('Signature.Verify()', '$0')],
});
