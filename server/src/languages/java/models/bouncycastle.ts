import { model } from '../../../facts/model';

export default model({
  library: 'org.bouncycastle.crypto',
  configs: [
    {
      kind: 'hash',
      at: 'digests.{MD5Digest,MD4Digest,MD2Digest}()',
      options: { algorithm: { from: [], unset: 'MD5' } },
    },
    { kind: 'hash', at: 'digests.SHA1Digest()', options: { algorithm: { from: [], unset: 'SHA-1' } } },
    { kind: 'cipher', at: 'engines.DESEngine()', options: { algorithm: { from: [], unset: 'DES' } } },
    { kind: 'cipher', at: 'engines.DESedeEngine()', options: { algorithm: { from: [], unset: 'DESede' } } },
    { kind: 'cipher', at: 'engines.RC2Engine()', options: { algorithm: { from: [], unset: 'RC2' } } },
    { kind: 'cipher', at: 'engines.RC4Engine()', options: { algorithm: { from: [], unset: 'RC4' } } },
    { kind: 'cipher', at: 'engines.BlowfishEngine()', options: { algorithm: { from: [], unset: 'Blowfish' } } },
    { kind: 'cipher', at: 'engines.CAST5Engine()', options: { algorithm: { from: [], unset: 'CAST5' } } },
    { kind: 'cipher', at: 'engines.IDEAEngine()', options: { algorithm: { from: [], unset: 'IDEA' } } },
    { kind: 'cipher', at: 'params.ParametersWithIV()', options: { iv: { from: ['$1'] } } },
    {
      kind: 'key-generation',
      at: 'params.RSAKeyGenerationParameters()',
      options: { algorithm: { from: [], unset: 'RSA' }, keySize: { from: ['$2'] } },
      fix: { keySize: '$2 = 3072' },
    },
  ],
});
