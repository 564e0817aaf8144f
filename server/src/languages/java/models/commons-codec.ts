import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.commons.codec',
  types: { Codec: ['type org.apache.commons.codec.binary.Base64', 'binary.Base64()'] },
  propagators: [
    {
      at: 'binary.Base64.{encodeBase64,encodeBase64String,encodeBase64URLSafeString}()',
      from: ['$0'],
    },
    { at: 'binary.Base64.decodeBase64()', from: ['$0'], restores: true },
    { at: 'Codec.{encode,decode,encodeAsString,encodeToString}()', from: ['$0'] },
    { at: 'binary.Hex.{encodeHexString,encodeHex,decodeHex}()', from: ['$0'] },
  ],
});
