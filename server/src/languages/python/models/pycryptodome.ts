import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';
import { encryptionKey, means } from './_words';

const cipher = (name: string, algorithm: string): ConfigSpec => ({
  kind: 'cipher',
  at: `Cipher.${name}.new()`,
  options: {
    algorithm: means(algorithm),
    mode: { from: ['$1', '$mode'] },
    iv: { from: ['$iv', '$IV', '$nonce', '$2'] },
  },
});

/** Ciphers without blocks have no mode and no initial value. */
const stream = (name: string, algorithm: string): ConfigSpec => ({
  kind: 'cipher',
  at: `Cipher.${name}.new()`,
  options: { algorithm: means(algorithm) },
});

const hash = (name: string, algorithm: string): ConfigSpec => ({
  kind: 'hash',
  at: `Hash.${name}.new()`,
  options: { algorithm: means(algorithm) },
});

export default model({
  library: 'Crypto',
  aliases: ['Cryptodome'],
  configs: [
    outdated('Crypto', ['Crypto'], {
      by: { 'pycryptodome >=0': 'fine', 'pycrypto >=0': 'abandoned' },
      instead: 'pycryptodome, which has the same names, instead of pycrypto',
    }),
    encryptionKey('Cipher.{AES,ChaCha20,ChaCha20_Poly1305,Salsa20,DES3,Blowfish}.new()', '$0', '$key'),
    encryptionKey('Hash.{HMAC,CMAC}.new()', '$0', '$key'),
    cipher('AES', 'AES'),
    cipher('DES', 'DES'),
    cipher('DES3', 'DES3'),
    cipher('ARC2', 'RC2'),
    stream('ARC4', 'RC4'),
    cipher('Blowfish', 'Blowfish'),
    cipher('CAST', 'CAST'),
    { kind: 'cipher', at: 'Cipher.PKCS1_v1_5.new()', options: { algorithm: means('RSA'), mode: means('PKCS1v15') } },
    hash('MD2', 'MD2'),
    hash('MD4', 'MD4'),
    hash('MD5', 'MD5'),
    hash('SHA', 'SHA1'),
    hash('SHA1', 'SHA1'),
    {
      kind: 'key-generation',
      at: 'PublicKey.RSA.generate()',
      options: { algorithm: means('RSA'), keySize: { from: ['$0', '$bits'] } },
      fix: { keySize: '$0 = 3072' },
    },
    {
      kind: 'key-generation',
      at: 'PublicKey.DSA.generate()',
      options: { algorithm: means('DSA'), keySize: { from: ['$0', '$bits'] } },
      fix: { keySize: '$0 = 3072' },
    },
    {
      kind: 'key-generation',
      at: 'PublicKey.ECC.generate()',
      options: { algorithm: means('EC'), curve: { from: ['$curve'] } },
      fix: { curve: '$curve = "P-256"' },
    },
  ],
});
