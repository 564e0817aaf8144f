import { secretKindOf } from '../lexicon';
import { flow } from '../rule';

const COMPARED: ReadonlySet<string | undefined> = new Set(['compared', 'looked-up']);

export default flow({
  id: 'password-plaintext',
  title: 'Password stored or compared in clear',
  cwe: [256, 312, 522],
  owasp: ['A04:2021', 'A06:2025'],
  asvs: ['V11.4.2', 'V13.3.1'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'authentication',
  perCall: true,
  from: ['remote'],
  to: ['comparison', 'stored'],
  applies: ({ name = '' }) => secretKindOf(name) === 'password',
  variantOf: ({ use, variant }) => (use === 'comparison' ? 'compared' : variant),
  // Models may hash what is put into them, in one place for all.
  unlessProjectHas: ({ variant }) => (variant === 'field' ? ['password-cost'] : []),
  message: ({ source, sink, variant }) =>
    COMPARED.has(variant)
      ? `${source} is compared with what is stored, so passwords are kept in clear; store a hash made for passwords and verify with its library.`
      : `${source} is stored as it came, by ${sink}; store a hash made for passwords (Argon2id, bcrypt).`,
  why: 'Whoever gets to see the table, a backup or a log of statements has the passwords of all users, here and wherever else they use them. A hash made for passwords keeps them from being read even then.',
  fix: 'Hash with Argon2id or bcrypt before anything is stored, and check with the verify function of the same library, which compares in constant time. Never look a user up by password: read the user by name and verify.',
  secondLayer: 'Encrypt backups, keep the column out of logs and answers, and let nobody but the sign-in read it.',
  detection:
    'Look at stored values: a hash begins with the name of its function and has one length; what people type has not.',
  tradeOffs:
    'Stored passwords have to be hashed once for all, at best at once in a migration; a reset of all is not needed.',
  references: [
    'https://cwe.mitre.org/data/definitions/256.html',
    'https://cwe.mitre.org/data/definitions/522.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
  ],
  fixes: [],
});
