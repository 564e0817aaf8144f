import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { means, passwordCost } from './_words';

const WEAK = ['md5', 'sha1'].map(
  (name): ConfigSpec => ({
    kind: 'hash',
    at: `${name}()`,
    options: { algorithm: means(name), usedForSecurity: { from: ['$usedforsecurity'] } },
    fix: { to: 'sha256' },
  }),
);

export default model({
  library: 'hashlib',
  types: {
    Digest: [
      'md5()',
      'sha1()',
      'sha224()',
      'sha256()',
      'sha384()',
      'sha512()',
      'blake2b()',
      'blake2s()',
      'sha3_256()',
      'sha3_512()',
      'hashlib.new()',
    ],
  },
  sanitizers: [{ at: 'Digest.{hexdigest,digest}()', cleans: 'all' }],
  configs: [
    ...['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'sha3_512', 'blake2b', 'blake2s'].map(
      (name): ConfigSpec => ({
        kind: 'password-hash',
        at: `${name}()`,
        options: { algorithm: means(name), input: { from: ['$0', '.update($0)'] } },
      }),
    ),
    {
      kind: 'password-hash',
      at: 'hashlib.new()',
      options: { algorithm: { from: ['$0', '$name'] }, input: { from: ['$1', '$data', '.update($0)'] } },
    },
    passwordCost(
      'pbkdf2_hmac()',
      'pbkdf2',
      {
        digest: { from: ['$0', '$hash_name'] },
        input: { from: ['$1', '$password'] },
        cost: { from: ['$3', '$iterations'] },
      },
      { cost: '$3 = 600_000' },
    ),
    passwordCost(
      'scrypt()',
      'scrypt',
      { cost: { from: ['$n'] }, blockSize: { from: ['$r'] }, times: { from: ['$p'] } },
      { cost: '$n = 2**17; $maxmem = 256 * 1024 * 1024' },
    ),
    ...WEAK,
    {
      kind: 'hash',
      at: 'hashlib.new()',
      options: { algorithm: { from: ['$0', '$name'] }, usedForSecurity: { from: ['$usedforsecurity'] } },
      fix: { algorithm: '$0 = "sha256"' },
    },
  ],
});
