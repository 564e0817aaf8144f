import { isOneOf } from '../options';
import { setting } from '../rule';

const LOOKS_AT_ALGORITHM = /\b(?:alg|algorithm|method)\b/i;

export default setting({
  id: 'jwt-algorithms-unpinned',
  title: 'Token verified without naming the algorithms',
  cwe: [347, 757],
  owasp: ['A02:2021', 'A04:2025'],
  api: ['API2'],
  asvs: ['V9.1.2'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'authentication',
  of: ['token-check'],
  check: (facts) => {
    const algorithms = facts.option('algorithms');
    if (algorithms.tainted) {
      return {
        message: `${algorithms.text} lets the token choose the algorithm it is checked with; name the one of your key.`,
        option: 'algorithms',
      };
    }
    const chosen = facts.option('keyFunction');
    // A function that gives the key can look at the algorithm first; one that nobody sees may.
    if (facts.offers('keyFunction') && (!chosen.isFunction || LOOKS_AT_ALGORITHM.test(chosen.text))) return undefined;
    const isOff = algorithms.isSet && isOneOf(algorithms, [null]);
    if (!isOff && (algorithms.isSet || !isOneOf(algorithms, ['any', 'by key']))) return undefined;
    // Where the kind of the key decides, a token can at most choose among algorithms for that kind.
    const isByKey = !isOff && isOneOf(algorithms, ['by key']);
    return {
      message: isByKey
        ? `${facts.callee} names no algorithms, so every one that fits the key is accepted; name the one you sign with.`
        : `${facts.callee} names no algorithms, so the token chooses how it is checked; name the one you sign with.`,
      option: 'algorithms',
      severity: isByKey ? 'information' : undefined,
    };
  },
  why: 'Without a list the header of the token decides how it is checked, and the sender writes the header. That has led from a strong algorithm to a weak one, and from a public key to the same key used as a shared secret.',
  fix: 'Give the verification the list of algorithms you sign with, most often exactly one.',
  secondLayer:
    'Bind each key to its algorithm in the key set and choose keys by id, never by what the token claims to be.',
  detection: 'Count verified tokens by algorithm; any but your own deserves a look.',
  tradeOffs: 'A new algorithm needs a change here before the first token with it is issued.',
  references: [
    'https://cwe.mitre.org/data/definitions/347.html',
    'https://cwe.mitre.org/data/definitions/757.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
