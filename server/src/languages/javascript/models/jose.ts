import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'jose',
  types: {
    Signer: [
      'SignJWT()',
      'type jose#SignJWT',
      'Signer.{setProtectedHeader,setIssuedAt,setIssuer,setAudience,setSubject,setJti,setNotBefore,setExpirationTime}()',
    ],
    Unsigned: ['UnsecuredJWT()', 'type jose#UnsecuredJWT'],
  },
  sources: { 'unverified-token': ['decodeJwt()', 'UnsecuredJWT.decode()'] },
  configs: [
    {
      kind: 'token-issue',
      at: 'SignJWT()',
      options: {
        algorithm: { from: [] },
        lifetime: { from: ['.setExpirationTime($0)', '$0.exp'], unset: null },
      },
      use: ['Signer.sign()'],
    },
    { kind: 'token-issue', at: 'UnsecuredJWT()', options: { algorithm: { from: [], unset: 'none' } } },
    { kind: 'token-check', at: 'UnsecuredJWT.decode()', options: { algorithms: { from: [], unset: 'none' } } },
    { kind: 'token-check', at: 'jwtVerify()', options: { algorithms: { from: ['$2.algorithms'] } } },
    { kind: 'token-check', at: 'decodeJwt()', options: { verified: { from: [], unset: false } } },
  ],
  propagators: ends('jwtVerify()', 'Signer.sign()'),
  deeds: [
    { kind: 'token-issue', at: 'Signer.sign()' },
    { kind: 'token-check', at: 'jwtVerify()' },
  ],
});
