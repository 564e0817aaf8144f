import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';
import { credentials, encryptionKey, ends, passwordCost } from './_words';

export default model({
  library: 'crypto',
  configs: [
    outdated('crypto', ['crypto'], {
      by: { 'crypto >=0': 'name' },
      instead: 'the module of the runtime and take the package out of the manifest',
    }),
    {
      kind: 'password-hash',
      at: 'createHash()',
      options: { algorithm: { from: ['$0'] }, input: { from: ['.update($0)'] } },
    },
    { kind: 'password-hash', at: 'hash()', options: { algorithm: { from: ['$0'] }, input: { from: ['$1'] } } },
    { kind: 'hash', at: 'createHash()', options: { algorithm: { from: ['$0'] } }, fix: { algorithm: "$0 = 'sha256'" } },
    { kind: 'hash', at: 'hash()', options: { algorithm: { from: ['$0'] } }, fix: { algorithm: "$0 = 'sha256'" } },
    {
      kind: 'hash',
      at: 'createHmac()',
      // An HMAC with SHA-1 is old, not broken.
      when: { $0: ['md5', 'MD5', 'md4', 'MD4', 'md2', 'MD2', 'RSA-MD5', 'ssl3-md5'] },
      options: { algorithm: { from: ['$0'] } },
      fix: { algorithm: "$0 = 'sha256'" },
    },
    {
      kind: 'hash',
      at: 'crypto.{createSign,createVerify,sign,verify}()',
      options: { algorithm: { from: ['$0'] } },
      fix: { algorithm: "$0 = 'sha256'" },
    },
    { kind: 'cipher', at: 'createCipheriv()', options: { algorithm: { from: ['$0'] }, iv: { from: ['$2'] } } },
    {
      kind: 'cipher',
      at: 'createCipher()',
      options: { algorithm: { from: ['$0'] }, mode: { from: [], unset: 'passphrase' } },
    },
    {
      kind: 'key-generation',
      at: 'crypto.{generateKeyPair,generateKeyPairSync}()',
      options: {
        algorithm: { from: ['$0'] },
        keySize: { from: ['$1.modulusLength'] },
        curve: { from: ['$1.namedCurve'] },
      },
      fix: { keySize: '$1.modulusLength = 3072', curve: "$1.namedCurve = 'P-256'" },
    },
    {
      kind: 'key-generation',
      at: 'createDiffieHellman()',
      options: { algorithm: { from: [], unset: 'dh' }, keySize: { from: ['$0'] } },
      fix: { keySize: '$0 = 3072' },
    },
    {
      kind: 'key-generation',
      at: 'createECDH()',
      options: { algorithm: { from: [], unset: 'ecdh' }, curve: { from: ['$0'] } },
    },
    {
      kind: 'random-number',
      at: 'randomInt()',
      options: { first: { from: ['$0'] }, second: { from: ['$1'] } },
    },
    passwordCost(
      'crypto.{pbkdf2,pbkdf2Sync}()',
      'pbkdf2',
      { input: { from: ['$0'] }, cost: { from: ['$2'] }, digest: { from: ['$4'] } },
      { cost: '$2 = 600_000' },
    ),
    passwordCost(
      'crypto.{scrypt,scryptSync}()',
      'scrypt',
      {
        cost: { from: ['$3.N', '$3.cost'], unset: 16_384 },
        blockSize: { from: ['$3.r', '$3.blockSize'], unset: 8 },
        times: { from: ['$3.p', '$3.parallelization'], unset: 1 },
      },
      { cost: '$3.N = 131072; $3.maxmem = 256 * 1024 * 1024' },
    ),
    encryptionKey('createHmac()', '$1'),
    encryptionKey('createCipheriv()', '$1'),
    encryptionKey('createDecipheriv()', '$1'),
    credentials('crypto.{createCipher,createDecipher}()', { password: '$1' }),
  ],
  // A digest says nothing that text could be broken with; random values come from nobody.
  propagators: ends(
    'createHash()',
    'createHmac()',
    'hash()',
    'crypto.{randomBytes,randomInt,randomUUID,randomFill,randomFillSync,pseudoRandomBytes,getRandomValues}()',
    'crypto.{pbkdf2,pbkdf2Sync,scrypt,scryptSync,hkdf,hkdfSync}()',
    'crypto.{generateKeyPair,generateKeyPairSync,generateKey,generateKeySync}()',
    'crypto.{timingSafeEqual,verify,getHashes,getCiphers}()',
    'createHash().update()',
    'createHmac().update()',
  ),
  sanitizers: [
    { at: 'createHash().digest()', cleans: 'all' },
    { at: 'createHash().update().digest()', cleans: 'all' },
    { at: 'createHmac().digest()', cleans: 'all' },
    { at: 'createHmac().update().digest()', cleans: 'all' },
    { at: 'hash()', cleans: 'all' },
  ],
});
