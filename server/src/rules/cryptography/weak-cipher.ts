import { isAbsent, isUnknown, strings } from '../options';
import type { ConfigFacts, ConfigProblem } from '../rule';
import { setting } from '../rule';

/** Ciphers with a broken key schedule, a short key or a 64-bit block, by the parts of their names. */
const WEAK: Readonly<Record<string, string>> = {
  des: 'DES',
  des3: 'Triple DES',
  ede: 'Triple DES',
  ede3: 'Triple DES',
  desede: 'Triple DES',
  tripledes: 'Triple DES',
  '3des': 'Triple DES',
  tdea: 'Triple DES',
  rc2: 'RC2',
  rc4: 'RC4',
  arc4: 'RC4',
  arcfour: 'RC4',
  arc2: 'RC2',
  blowfish: 'Blowfish',
  bf: 'Blowfish',
  cast: 'CAST5',
  cast5: 'CAST5',
  idea: 'IDEA',
};

/** `PBEWithMD5AndDES`, `des-ede3-cbc`, `AES/ECB/PKCS5Padding` → lower-case parts. */
function partsOf(algorithm: string): string[] {
  return algorithm
    .replace(/(?:With|And)(?=[A-Z0-9])/g, '-')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function weakName(parts: readonly string[]): string | undefined {
  const names = parts
    .map((part) => (Object.hasOwn(WEAK, part) ? WEAK[part] : undefined))
    .filter((name) => name !== undefined);
  return names.find((name) => name === 'Triple DES') ?? names[0];
}

function checkCipher(facts: ConfigFacts): ConfigProblem | undefined {
  const mode = facts.option('mode');
  if (strings(mode).some((value) => value.toLowerCase() === 'passphrase')) {
    return {
      message: `${facts.callee} derives key and IV from a passphrase without a salt; use AES-256-GCM with a random IV.`,
      option: 'algorithm',
      variant: 'passphrase',
    };
  }
  for (const algorithm of strings(facts.option('algorithm'))) {
    const parts = partsOf(algorithm);
    const weak = weakName(parts);
    if (weak) return { message: `${weak} is a weak cipher; use AES-256-GCM.`, option: 'algorithm' };
    if (parts[0] === 'rsa') {
      if (parts.some((part) => part.startsWith('oaep')) || !isAbsent(mode)) continue;
      return {
        message: 'RSA without OAEP padding can be decrypted with the help of the server (rsa-padding); use OAEP.',
        option: 'algorithm',
        severity: 'information',
        variant: 'rsa-padding',
      };
    }
    const known = strings(mode).map((value) => value.toLowerCase().replace(/^.*[._]/, ''));
    const plain = parts.length === 1 && /^(?:aes|rijndael|camellia|twofish|aria)$/.test(parts[0]);
    if (parts.includes('ecb') || known.includes('ecb') || (plain && isAbsent(mode))) {
      return {
        message:
          plain && isAbsent(mode)
            ? `${algorithm} alone means ECB mode, which shows equal blocks (ecb-mode); name a mode such as GCM.`
            : 'ECB mode shows equal blocks of the text (ecb-mode); use GCM with a random IV.',
        option: known.includes('ecb') ? 'mode' : 'algorithm',
        variant: 'ecb-mode',
      };
    }
  }
  const iv = facts.option('iv');
  const constantIv =
    strings(iv).some((value) => value.length >= 8) || (iv.values === undefined && (iv.elements?.length ?? 0) >= 8);
  if (iv.isSet && constantIv) {
    return {
      message: `${facts.callee} uses the same IV for every text (static-iv); make a random one each time and store it with the result.`,
      option: 'iv',
      variant: 'static-iv',
    };
  }
  return keySize(facts, 128, 'symmetric');
}

/** Bits below which a key of this algorithm can be computed by others. */
function checkKey(facts: ConfigFacts): ConfigProblem | undefined {
  const curve = [...strings(facts.option('curve')), ...strings(facts.option('keySize'))].find((name) =>
    /(?:^|\D)(?:112|128|160|163|192)(?:\D|$)/.test(name),
  );
  if (curve)
    return { message: `The curve ${curve} is too small; use P-256 or larger.`, option: 'curve', variant: 'key-size' };
  for (const algorithm of strings(facts.option('algorithm'))) {
    const parts = partsOf(algorithm);
    const weak = weakName(parts);
    if (weak) return { message: `Keys for ${weak} are for a weak cipher; use AES with 256 bits.`, option: 'algorithm' };
    if (/^(?:rsa|dsa|dh|diffiehellman|elgamal|rsassa|pss)$/.test(parts[0] ?? ''))
      return keySize(facts, 2048, algorithm.toUpperCase());
    if (/^(?:ec|ecdsa|ecdh)$/.test(parts[0] ?? '')) return keySize(facts, 224, 'elliptic-curve');
    if (parts[0] === 'aes') return keySize(facts, 128, 'AES');
  }
  return undefined;
}

function keySize(facts: ConfigFacts, least: number, what: string): ConfigProblem | undefined {
  const option = facts.option('keySize');
  if (isUnknown(option)) return undefined;
  const small = option.values?.find((value) => typeof value === 'number' && value > 0 && value < least);
  if (small === undefined) return undefined;
  const better = least === 2048 ? 3072 : 256;
  return {
    message: `A ${what} key of ${small} bits is too short; use ${better}.`,
    option: 'keySize',
    variant: 'key-size',
  };
}

export default setting({
  id: 'weak-cipher',
  title: 'Weak cipher, mode, IV or key size',
  cwe: [327, 329, 326, 1204],
  owasp: ['A02:2021', 'A04:2025'],
  asvs: ['V11.3.1', 'V11.3.2', 'V11.3.4', 'V11.2.3'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'transport',
  of: ['cipher', 'key-generation'],
  check: (facts) => (facts.kind === 'cipher' ? checkCipher(facts) : checkKey(facts)),
  why: 'Old ciphers have short keys or blocks that repeat after a few gigabytes; ECB encrypts equal blocks equally; an IV used twice gives away what two texts have in common, and in GCM even the key that authenticates. What was recorded today can be read tomorrow.',
  fix: 'Use an authenticated mode: AES-256-GCM or ChaCha20-Poly1305, with a fresh random IV of twelve bytes for each text, stored beside it. RSA with OAEP and at least 3072 bits, elliptic curves from P-256 up.',
  secondLayer:
    'Keep keys in a key store, give ciphertexts a version, and change keys before the limit of the mode is reached.',
  detection: 'Inventory algorithms by the version byte of stored data; alert on failed authentication tags.',
  tradeOffs:
    'Old data must be re-encrypted or read by the old code for a time. Authenticated modes add sixteen bytes a text.',
  references: [
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cwe.mitre.org/data/definitions/329.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Key_Management_Cheat_Sheet.html',
  ],
  fixes: ['set-option', 'replace-call'],
});
