import { isOneOf, stringsWithin } from '../options';
import type { ConfigFacts, ConfigProblem } from '../rule';
import { setting } from '../rule';

/** `none`, `Algorithm.NONE`, `SigningMethodNone`. */
function isNone(name: string): boolean {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return /^none$/i.test(last) || /[a-z]None(?:[A-Z]|$)|^NoSignature$/.test(last);
}

function checkIssue(facts: ConfigFacts): ConfigProblem | undefined {
  const algorithm = facts.option('algorithm');
  if (!stringsWithin(algorithm).some(isNone)) return undefined;
  return {
    message: 'The token is issued without a signature (algorithm none); sign it with a key.',
    option: 'algorithm',
  };
}

function checkVerification(facts: ConfigFacts): ConfigProblem | undefined {
  const names = stringsWithin(facts.option('algorithms'));
  if (names.some(isNone)) {
    return {
      message: 'Tokens without a signature are accepted (algorithm none); name only the algorithm of your key.',
      option: 'algorithms',
    };
  }
  const chosen = facts.option('keyFunction');
  if (chosen.isFunction && (chosen.text.match(/[\w.]+/g) ?? []).some((name) => name.length > 4 && isNone(name))) {
    return {
      message: 'The key function lets tokens without a signature pass (algorithm none); give the key.',
      option: 'keyFunction',
    };
  }
  const key = facts.option('key');
  if (isOneOf(key, ['', null]) && key.isSet) {
    return {
      message: 'The token is checked against no key, so one without a signature passes; give the key.',
      option: 'key',
    };
  }
  if (names.some((name) => /^HS\d/i.test(name)) && names.some((name) => /^(?:RS|ES|PS|EdDSA)/i.test(name))) {
    return {
      message:
        'Algorithms with a shared secret and with a public key are accepted together, so the public key can serve as secret; name one family.',
      option: 'algorithms',
      variant: 'mixed',
    };
  }
  return undefined;
}

export default setting({
  id: 'jwt-algorithm-none',
  title: 'Unsigned token accepted or issued, or algorithms mixed',
  cwe: [347, 327],
  owasp: ['A02:2021', 'A04:2025'],
  api: ['API2'],
  asvs: ['V9.1.2'],
  severity: 'error',
  precision: 'very-high',
  profile: 'recommended',
  layer: 'authentication',
  of: ['token-issue', 'token-check'],
  check: (facts) => (facts.kind === 'token-issue' ? checkIssue(facts) : checkVerification(facts)),
  why: 'The header of a token says how it is signed, and the sender writes the header. A checker that accepts “none” accepts a token without any signature; one that accepts a shared secret and a public key alike lets anybody sign with the public key, which everybody has.',
  fix: 'Name exactly the algorithm that your key is for when you verify, and sign everything you issue.',
  secondLayer: 'Keep one key for one algorithm, and let the key set say which; refuse tokens with an unknown key id.',
  detection: 'Log the algorithm of refused tokens; “none” or a changed family is an attempt.',
  tradeOffs:
    'Changing the algorithm needs a time in which both are accepted: give each its own key and choose by key id.',
  references: [
    'https://cwe.mitre.org/data/definitions/347.html',
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html',
  ],
  fixes: ['set-option', 'replace-call'],
});
