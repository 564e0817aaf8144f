import { flow } from '../rule';

export default flow({
  id: 'weak-random',
  title: 'Non-cryptographic randomness for a secret',
  cwe: [338, 330],
  owasp: ['A02:2021', 'A04:2025'],
  asvs: ['V11.5.1'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'transport',
  family: { name: 'random', rank: 5 },
  from: ['weak-random'],
  to: ['secret-value'],
  message: ({ source }) =>
    `${source} is predictable but makes a value that must not be guessed; use the cryptographic generator.`,
  why: 'Ordinary generators are made for speed. A few outputs, or the time of start, give their state away, and with it every token, code and key they will make: password resets, sessions and invitations of other users can be guessed.',
  fix: 'Use the cryptographic generator of the platform, with at least 128 bits for tokens. Its functions for ranges are free of bias; do not reduce numbers by remainder yourself.',
  secondLayer: 'Let tokens expire, allow each once, limit attempts, and store only their hashes.',
  detection: 'Alert on many failed tokens from one source or for one account.',
  tradeOffs:
    'The cryptographic generator is somewhat slower, which matters in simulations and sampling only: leave those on the ordinary one.',
  references: [
    'https://cwe.mitre.org/data/definitions/338.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  ],
  fixes: ['replace-call'],
});
