import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.commons.codec.digest',
  sanitizers: [
    {
      at: 'DigestUtils.{md5,md5Hex,sha1,sha1Hex,sha,shaHex,sha256,sha256Hex,sha384Hex,sha512,sha512Hex}()',
      cleans: 'all',
    },
  ],
  configs: [
    ...['md5', 'sha1', 'sha', 'sha256', 'sha384', 'sha512'].map((name) => ({
      kind: 'password-hash' as const,
      at: `DigestUtils.{${name},${name}Hex}()`,
      options: { algorithm: { from: [], unset: name }, input: { from: ['$0'] } },
    })),
    {
      kind: 'hash',
      at: 'DigestUtils.{md5Hex,md2Hex}()',
      options: { algorithm: { from: [], unset: 'MD5' } },
      fix: { call: '@{org.apache.commons.codec.digest.DigestUtils}.sha256Hex($0)', to: 'sha256Hex' },
    },
    {
      kind: 'hash',
      at: 'DigestUtils.{md5,md2,getMd5Digest}()',
      options: { algorithm: { from: [], unset: 'MD5' } },
      fix: { to: 'sha256' },
    },
    {
      kind: 'hash',
      at: 'DigestUtils.{sha1Hex,shaHex}()',
      options: { algorithm: { from: [], unset: 'SHA-1' } },
      fix: { call: '@{org.apache.commons.codec.digest.DigestUtils}.sha256Hex($0)', to: 'sha256Hex' },
    },
    {
      kind: 'hash',
      at: 'DigestUtils.{sha1,sha,getSha1Digest,getShaDigest}()',
      options: { algorithm: { from: [], unset: 'SHA-1' } },
      fix: { to: 'sha256' },
    },
    { kind: 'hash', at: 'DigestUtils()', options: { algorithm: { from: ['$0'] } } },
    { kind: 'hash', at: 'HmacUtils.{hmacMd5,hmacMd5Hex}()', options: { algorithm: { from: [], unset: 'HmacMD5' } } },
  ],
});
