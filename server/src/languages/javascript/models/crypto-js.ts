import { model } from '../../../facts/model';
import { encryptionKey, ends } from './_words';

/** Its names and those by which the ciphers are known. */
const WEAK = { DES: 'DES', TripleDES: 'DESede', RC4: 'RC4', RC4Drop: 'RC4', Blowfish: 'Blowfish' };

export default model({
  library: 'crypto-js',
  configs: [
    ...['MD5', 'SHA1', 'SHA256', 'SHA512', 'SHA3'].map((name) => ({
      kind: 'password-hash' as const,
      at: `${name}()`,
      options: { algorithm: { from: [], unset: name }, input: { from: ['$0'] } },
    })),
    ...['MD5', 'SHA1'].map((name) => ({
      kind: 'hash' as const,
      at: `${name}()`,
      options: { algorithm: { from: [], unset: name } },
      fix: { to: 'SHA256' },
    })),
    {
      kind: 'hash',
      at: 'HmacMD5()',
      options: { algorithm: { from: [], unset: 'HmacMD5' } },
      fix: { to: 'HmacSHA256' },
    },
    ...Object.entries(WEAK).map(([name, algorithm]) => ({
      kind: 'cipher' as const,
      at: `${name}.encrypt()`,
      options: { algorithm: { from: [], unset: algorithm } },
    })),
    {
      kind: 'cipher',
      at: 'AES.encrypt()',
      // A key that is a text is a passphrase; a key that is none needs an IV.
      when: { $2: undefined },
      options: { algorithm: { from: [], unset: 'AES-CBC' }, mode: { from: [], unset: 'passphrase' } },
    },
    {
      kind: 'cipher',
      at: 'AES.encrypt()',
      options: { algorithm: { from: [], unset: 'AES-CBC' }, mode: { from: ['$2.mode'] }, iv: { from: ['$2.iv'] } },
    },
    { ...encryptionKey('AES.{encrypt,decrypt}()', '$1'), fix: { environment: 'ENCRYPTION_KEY' } },
    ...['HmacSHA256()', 'HmacSHA512()', 'HmacSHA1()', 'HmacMD5()'].map((at) => ({
      ...encryptionKey(at, '$1'),
      fix: { environment: 'ENCRYPTION_KEY' },
    })),
  ],
  propagators: ends('crypto-js.{MD5,SHA1,SHA256,SHA512,SHA3,HmacSHA256,HmacSHA1,HmacMD5,PBKDF2}()'),
});
