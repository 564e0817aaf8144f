import { wordsOf } from '../lexicon';
import { type ActFacts, type ActProblem, act } from '../rule';

/** A check that lets in when it says yes. */
const CHECKS =
  /^(?:(?:is|has|can|may|check|checks|verify|verifies|validate|allow|authorize|authorise|authenticate)\b.*\b(?:auth|authenticated|authorized|authorised|allowed|permitted|permission|permissions|access|role|roles|admin|owner|signature|token|password|credentials|hmac|webhook|csrf|otp|totp|captcha)|authorize|authorise|authenticate)\b/;
const GUARDS =
  /^(?:(?:require|ensure|check|verify|validate)\b.*\b(?:auth|authenticated|permission|permissions|access|role|roles|admin|token|signature|login|csrf)|authenticate|authorize|authorise|auth)\b/;
/** Where yes keeps out, or nobody is meant to be kept out. */
const OTHERWISE =
  /\b(?:expired|expire|expiry|expiring|revoked|blocked|blacklisted|blacklist|denied|invalid|missing|required|need|needs|locked|banned|fail|failed|error|unauthorized|forbidden|anonymous|public|guest|skip|optional|maybe|not|no|refresh|available|exists|taken|used|stale)\b/;

function check({ operator, name, operands, around }: ActFacts): ActProblem | undefined {
  if (operator !== 'handler') return undefined;
  const answers = name === 'return' && operands[0]?.constant === true;
  if (!answers && name !== 'next') return undefined;
  const own = wordsOf(around.names[0] ?? '').join(' ');
  if (!(answers ? CHECKS : GUARDS).test(own) || OTHERWISE.test(own)) return undefined;
  return {
    message: answers
      ? `${around.names[0]} says yes when it fails; refuse, and log the error.`
      : `${around.names[0]} lets the request pass when it fails; hand the error on or refuse.`,
    variant: answers ? 'yes' : 'next',
  };
}

export default act({
  id: 'fail-open-on-error',
  title: 'A security check that passes when it fails',
  cwe: [636, 755, 390],
  owasp: ['A04:2021', 'A10:2025'],
  asvs: ['V16.5.3'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'authorization',
  check,
  why: 'Whoever can make the check fail, with a broken token, a value of another type or by keeping the database busy, passes it. Errors are rare in tests, so nobody notices.',
  fix: 'Refuse where the check fails: answer no, or hand the error on, and log it.',
  secondLayer: 'Let what is behind the check ask again for what it needs, such as the owner of a row.',
  detection: 'Count errors of checks and alert on many of them; test each check with its store out of reach.',
  tradeOffs: 'An outage of the store that the check asks locks everybody out; make that store reliable.',
  references: [
    'https://cwe.mitre.org/data/definitions/636.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html',
  ],
  fixes: [],
});
