import { isPasswordText } from '../lexicon';
import { isOneOf, largest, onlyString } from '../options';
import type { ConfigFacts, ConfigProblem, Severity } from '../rule';
import { setting } from '../rule';

const LEAST_ROUNDS = 10;

/** Iterations of PBKDF2 that are asked for today, by digest. */
const LEAST_ITERATIONS: readonly (readonly [RegExp, number])[] = [
  [/sha-?_?(?:512|384)|blake2b/i, 220_000],
  [/sha-?_?(?:256|224)|sha-?2\b/i, 600_000],
  [/sha-?_?1(?!\d)|\bsha\b/i, 1_300_000],
];

/** Pairs of memory and passes that cost an attacker the same, in KiB. */
const ARGON2_PAIRS: readonly (readonly [memory: number, passes: number])[] = [
  [47_104, 1],
  [19_456, 2],
  [12_288, 3],
  [9_216, 4],
  [7_168, 5],
];

/** The same for scrypt: a cost with blocks of eight, and how often it is done. */
const SCRYPT_PAIRS: readonly (readonly [cost: number, times: number])[] = [
  [2 ** 17, 1],
  [2 ** 16, 2],
  [2 ** 15, 3],
  [2 ** 14, 5],
  [2 ** 13, 10],
];

/** Where nothing was said, the library's default is at fault: worth a look. */
function unlessSet(isSet: boolean): Severity | undefined {
  return isSet ? undefined : 'information';
}

function checkRounds(facts: ConfigFacts): ConfigProblem | undefined {
  const cost = facts.option('cost');
  const rounds = largest(cost);
  if (rounds === undefined || rounds >= LEAST_ROUNDS || rounds < 0) return undefined;
  return {
    message: `bcrypt with a cost of ${rounds} tries ${2 ** (12 - rounds)} times as fast as with 12; use 12.`,
    // A library's own name for the least cost is no number.
    option: facts.has('named') ? 'named' : 'cost',
    severity: unlessSet(cost.isSet || facts.has('named')),
  };
}

function checkIterations(facts: ConfigFacts): ConfigProblem | undefined {
  const cost = facts.option('cost');
  // Some libraries take all in one text: `pbkdf2:sha256:1000`.
  const written = /^pbkdf2:.*:(\d+)$/.exec(onlyString(cost) ?? '')?.[1];
  const iterations = written === undefined ? largest(cost) : Number(written);
  if (iterations === undefined) return undefined;
  const digest = onlyString(facts.option('digest')) ?? '';
  const known = LEAST_ITERATIONS.find(([name]) => name.test(digest));
  const least = known?.[1] ?? 220_000;
  if (iterations >= least) return undefined;
  const input = facts.option('input');
  // The same function also stretches keys that are random already.
  const isForPassword = !input.isSet || isPasswordText(input.text) || /pass|pwd|phrase/i.test(input.text);
  return {
    message: `PBKDF2 with ${iterations} iterations is tried too fast; ask for ${least} at least.`,
    option: 'cost',
    severity: isForPassword && iterations * 2 < least ? unlessSet(cost.isSet) : 'information',
  };
}

function checkScrypt(facts: ConfigFacts): ConfigProblem | undefined {
  const cost = facts.option('cost');
  const n = largest(cost);
  const r = largest(facts.option('blockSize'));
  const p = largest(facts.option('times'));
  if (n === undefined || r === undefined || p === undefined) return undefined;
  const work = (n * r) / 8;
  if (SCRYPT_PAIRS.some(([least, times]) => work >= least && p >= times)) return undefined;
  return {
    message: `scrypt with N=${n}, r=${r}, p=${p} is tried too fast; ask for N=131072 with r=8 and p=1.`,
    option: 'cost',
    // What was asked for ten years ago, and what some libraries still do by default, is worth a look and no alarm.
    severity: work * p >= 2 ** 14 ? 'information' : unlessSet(cost.isSet),
  };
}

function checkArgon2(facts: ConfigFacts): ConfigProblem | undefined {
  const type = facts.option('type');
  if (/(?:argon2_?|type\.)d$/i.test(onlyString(type) ?? type.text)) {
    return {
      message: 'Argon2d tells by its timing what it reads; use Argon2id for passwords.',
      option: 'type',
      variant: 'argon2d',
    };
  }
  const passes = largest(facts.option('cost'));
  const memory = largest(facts.option('memory'));
  if (passes === undefined || memory === undefined) return undefined;
  if (ARGON2_PAIRS.some(([least, times]) => memory >= least && passes >= times)) return undefined;
  const isMemory = facts.option('memory').isSet;
  return {
    message: `Argon2 with ${memory} KiB and ${passes} passes is tried too fast; ask for 19456 KiB and 2 passes at least.`,
    option: isMemory ? 'memory' : 'cost',
    severity: unlessSet(isMemory || facts.option('cost').isSet),
  };
}

const CHECKS: Readonly<Record<string, (facts: ConfigFacts) => ConfigProblem | undefined>> = {
  bcrypt: checkRounds,
  pbkdf2: checkIterations,
  scrypt: checkScrypt,
  argon2: checkArgon2,
};

export default setting({
  id: 'password-hash-low-cost',
  title: 'Password hash with too small a work factor',
  cwe: [916],
  owasp: ['A02:2021', 'A04:2025'],
  asvs: ['V11.4.2', 'V11.4.4'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'authentication',
  of: ['password-cost'],
  check: (facts) => {
    // Whoever may choose the cost by configuration has thought of it.
    const name = Object.keys(CHECKS).find((scheme) => isOneOf(facts.option('scheme'), [scheme]));
    return name === undefined ? undefined : CHECKS[name](facts);
  },
  why: 'A password hash protects by being slow: its cost is the number of tries that an attacker pays for with a stolen table. A cost chosen for the machines of ten years ago lets today’s try thousands of times as often.',
  fix: 'bcrypt with a cost of 12, Argon2id with 19 MiB and two passes, scrypt with N=2^17, PBKDF2 with 600,000 rounds of SHA-256. Measure on the server: a sign-in may take a tenth of a second.',
  secondLayer:
    'Raise the cost when its owner signs in next: the stored hash says which cost it was made with. Add a pepper from a secret store and limit attempts.',
  detection: 'Count stored hashes by their cost; none should be left below the one you ask for.',
  tradeOffs:
    'A higher cost needs more processor time and memory at each sign-in; limit how many are computed at once, so that sign-ins cannot be used to overload the server.',
  references: [
    'https://cwe.mitre.org/data/definitions/916.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
