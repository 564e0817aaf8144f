import { isKnownDefault, isPlaceholder, mask } from '../lexicon';
import { literal } from '../rule';

/** What anybody may read: the other half of a private key. */
const PUBLIC = /-----BEGIN (?:[A-Z]+ )*(?:PUBLIC KEY|CERTIFICATE)-----/;

/** Names of algorithms stand where some libraries also take the secret. */
const ALGORITHM = /^(?:(?:HS|RS|ES|PS)\d{3}|EdDSA|HMAC.*)$/i;

const SHORTEST = 32;

export default literal({
  id: 'jwt-weak-secret',
  title: 'Secret of tokens in the source, or one that can be guessed',
  cwe: [321, 798, 326],
  owasp: ['A02:2021', 'A04:2025'],
  api: ['API2'],
  asvs: ['V13.3.1', 'V11.2.3'],
  severity: 'error',
  precision: 'very-high',
  profile: 'recommended',
  layer: 'authentication',
  family: { name: 'secret', rank: 2 },
  inTests: true,
  takers: ['token-secret'],
  check: ({ value, taker, inTest }) => {
    if (taker !== 'token-secret' || PUBLIC.test(value) || ALGORITHM.test(value)) return undefined;
    const severity = inTest ? ('information' as const) : undefined;
    if (isKnownDefault(value)) {
      return {
        message: `Tokens are signed with ${mask(value)}, a known default that attackers try first; read a random secret from the environment.`,
        severity,
      };
    }
    if (isPlaceholder(value) && value.length < 8 && /^[<$%{[]/.test(value)) return undefined;
    return {
      message:
        value.length < SHORTEST
          ? `Tokens are signed with ${mask(value)} from the source, short enough to be found by trying; read a random secret from the environment.`
          : `Tokens are signed with ${mask(value)} from the source, where everyone with the code can read it; read it from the environment.`,
      severity,
    };
  },
  why: 'Whoever has the secret signs tokens for any user and any role. A secret in the source is in every copy of it; a short one is found from a single token, off line, at billions of tries a second.',
  fix: 'Make 32 random bytes or more, read them at start-up from the environment or a secret store, and refuse to start without them. Replace the old secret: whoever has it can still sign.',
  secondLayer:
    'Sign with a private key instead, so that services which only verify hold nothing worth stealing; give keys ids and rotate them.',
  detection: 'Alert on tokens with claims your service never issues, and on users in tokens that do not exist.',
  tradeOffs: 'A new secret ends all sessions, unless both are accepted for the life of the old tokens.',
  references: [
    'https://cwe.mitre.org/data/definitions/321.html',
    'https://cwe.mitre.org/data/definitions/326.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html',
  ],
  fixes: ['move-secret-to-environment'],
});
