import { model } from '../../../facts/model';

export default model({
  library: 'java.security',
  types: {
    Digest: ['type java.security.MessageDigest', 'MessageDigest.getInstance()'],
    Safe: ['type java.security.SecureRandom', 'SecureRandom()', 'SecureRandom.{getInstance,getInstanceStrong}()'],
    Store: ['type java.security.KeyStore', 'KeyStore.getInstance()'],
  },
  sanitizers: [
    // Nobody chooses the text of a digest.
    { at: 'Digest.digest()', cleans: 'all' },
    { at: 'MessageDigest.isEqual()', cleans: 'all' },
  ],
  propagators: [
    { at: 'Digest.update()', from: ['$0'], to: ['$this'] },
    { at: 'Safe.nextBytes()', to: [] },
  ],
  configs: [
    { kind: 'random-number', at: 'Safe.nextInt()', options: { first: { from: ['$0'] }, second: { from: ['$1'] } } },
    {
      kind: 'password-hash',
      at: 'MessageDigest.getInstance()',
      options: { algorithm: { from: ['$0'] }, input: { from: ['.digest($0)', '.update($0)'] } },
    },
    {
      kind: 'hash',
      at: 'MessageDigest.getInstance()',
      options: { algorithm: { from: ['$0'] } },
      fix: { algorithm: '$0 = "SHA-256"' },
    },
    {
      kind: 'hash',
      at: 'Signature.getInstance()',
      options: { algorithm: { from: ['$0'] } },
      fix: { algorithm: '$0 = "SHA256withRSA"' },
    },
    {
      kind: 'key-generation',
      at: 'KeyPairGenerator.getInstance()',
      options: { algorithm: { from: ['$0'] }, keySize: { from: ['.initialize($0)'] } },
      fix: { keySize: '.initialize(3072)' },
    },
    {
      kind: 'credential',
      at: 'Store.load()',
      options: { value: { from: ['$1'] } },
    },
    {
      kind: 'credential',
      at: 'KeyStore.PasswordProtection()',
      options: { value: { from: ['$0'] } },
    },
  ],
});
