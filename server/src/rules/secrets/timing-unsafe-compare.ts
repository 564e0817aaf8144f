import { secretKindOf } from '../lexicon';
import { flow } from '../rule';

export default flow({
  id: 'timing-unsafe-compare',
  title: 'Secret compared in a time that tells about it',
  cwe: [208],
  owasp: ['A02:2021', 'A04:2025'],
  asvs: ['V11.2.4'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'authentication',
  from: ['remote'],
  to: ['comparison'],
  // A password that is compared has another fault: it is kept as it is.
  applies: ({ name = '' }) => !['password', 'regulated'].includes(secretKindOf(name) ?? ''),
  message: ({ source, sink }) => `${source} is compared with ${sink} character by character; compare in constant time.`,
  why: 'An ordinary comparison ends at the first character that differs. Whoever can send many requests and measures the answers can find a token or a signature character by character, without ever knowing it.',
  fix: 'Compare with a function whose time does not depend on the contents, on values of equal length: digests of both sides are.',
  secondLayer: 'Limit how many attempts a client has, and look secrets up by a hash of them instead of comparing them.',
  detection: 'Alert on many failed checks of a token or a signature from one client in a short time.',
  tradeOffs: 'None worth naming: the comparison takes microseconds longer.',
  references: [
    'https://cwe.mitre.org/data/definitions/208.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
  ],
  fixes: ['constant-time-compare'],
});
