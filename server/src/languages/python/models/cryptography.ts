import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { encryptionKey, means, passwordCost } from './_words';

const P = 'hazmat.primitives';
const CIPHERS = `${P}.ciphers`;
const WEAK = ['TripleDES', 'Blowfish', 'ARC4', 'RC2', 'CAST5', 'IDEA'];

const cipher = (name: string): ConfigSpec => ({
  kind: 'cipher',
  at: `${CIPHERS}.algorithms.${name}()`,
  options: { algorithm: means(name) },
});

/** Modes that take an initial value. */
const mode = (name: string): ConfigSpec => ({
  kind: 'cipher',
  at: `${CIPHERS}.modes.${name}()`,
  options: { algorithm: means(`AES/${name}`), iv: { from: ['$0', '$initialization_vector', '$nonce'] } },
  fix: { iv: '$0 = @{os}.urandom(12)' },
});

export default model({
  library: 'cryptography',
  types: { Sealed: ['fernet.Fernet()'] },
  sanitizers: [{ at: 'Sealed.encrypt()', cleans: 'all' }],
  configs: [
    { ...encryptionKey('fernet.Fernet()', '$0', '$key'), fix: { environment: 'DATA_KEY' } },
    encryptionKey(`${CIPHERS}.algorithms.{AES,AES256,ChaCha20}()`, '$0', '$key'),
    encryptionKey(`${CIPHERS}.aead.{AESGCM,AESCCM,ChaCha20Poly1305,AESSIV,AESOCB3}()`, '$0', '$key'),
    encryptionKey(`${P}.hmac.HMAC()`, '$0', '$key'),
    ...WEAK.flatMap((name) => [cipher(name), { ...cipher(name), at: `hazmat.decrepit.ciphers.algorithms.${name}()` }]),
    { kind: 'cipher', at: `${CIPHERS}.modes.ECB()`, options: { algorithm: means('AES/ECB') } },
    ...['CBC', 'CTR', 'OFB', 'CFB', 'CFB8', 'GCM'].map(mode),
    passwordCost(
      `${P}.kdf.pbkdf2.PBKDF2HMAC()`,
      'pbkdf2',
      {
        digest: { from: ['$algorithm', '$0'] },
        input: { from: ['.derive($0)'] },
        cost: { from: ['$iterations', '$3'] },
      },
      { cost: '$iterations = 600_000' },
    ),
    passwordCost(
      `${P}.kdf.scrypt.Scrypt()`,
      'scrypt',
      { cost: { from: ['$n', '$2'] }, blockSize: { from: ['$r', '$3'] }, times: { from: ['$p', '$4'] } },
      { cost: '$n = 2**17' },
    ),
    {
      kind: 'hash',
      at: `${P}.hashes.MD5()`,
      options: { algorithm: means('MD5') },
      fix: { to: 'SHA256' },
    },
    {
      kind: 'key-generation',
      at: `${P}.asymmetric.rsa.generate_private_key()`,
      options: { algorithm: means('RSA'), keySize: { from: ['$key_size', '$1'] } },
      fix: { keySize: '$key_size = 3072' },
    },
    {
      kind: 'key-generation',
      at: `${P}.asymmetric.dsa.generate_private_key()`,
      options: { algorithm: means('DSA'), keySize: { from: ['$key_size', '$0'] } },
      fix: { keySize: '$key_size = 3072' },
    },
    ...['SECP192R1', 'SECT163K1', 'SECT163R2'].map(
      (name): ConfigSpec => ({
        kind: 'key-generation',
        at: `${P}.asymmetric.ec.${name}()`,
        options: { algorithm: means('EC'), curve: means(name) },
        fix: { to: 'SECP256R1' },
      }),
    ),
  ],
});
