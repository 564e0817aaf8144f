import { acceptsEverything, isOneOf, onlyString } from '../options';
import type { ConfigFacts, ConfigProblem } from '../rule';
import { setting } from '../rule';

/** What has to be known beforehand, and must not be taken from the request that is checked by it. */
const EXPECTED: Readonly<Record<string, string>> = {
  challenge: 'the challenge that was sent',
  origin: 'the origin of your site',
  rpId: 'the id of your site',
};

function checkExpected(facts: ConfigFacts): ConfigProblem | undefined {
  for (const [name, words] of Object.entries(EXPECTED)) {
    const option = facts.option(name);
    if (option.isFunction && acceptsEverything(option.text)) {
      return {
        message: `Any ${name} is accepted here, so an answer that was made for somebody else passes; compare with ${words}.`,
        option: name,
        severity: 'error',
        variant: 'anything',
      };
    }
    if (option.tainted) {
      return {
        message: `${option.text} comes with the request that it is to check; compare with ${words}, kept on the server.`,
        option: name,
        severity: name === 'challenge' ? 'error' : undefined,
        variant: 'from-request',
      };
    }
  }
  return undefined;
}

export default setting({
  id: 'webauthn-verification-weak',
  title: 'Passkey, security key or biometric check incomplete',
  cwe: [287, 346, 294],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V6.7.2', 'V6.5.7'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'authentication',
  of: ['passkey'],
  check: (facts) => {
    const expected = checkExpected(facts);
    if (expected) return expected;
    if (isOneOf(facts.option('outcome'), [false])) {
      return {
        message: `${facts.callee} says whether the answer is right, and nobody looks; refuse when it is not.`,
        severity: 'error',
        variant: 'ignored',
      };
    }
    const verification = facts.option('userVerification');
    if (isOneOf(verification, [false])) {
      return {
        message: verification.isSet
          ? 'Whoever holds the device passes, without PIN or fingerprint; require user verification.'
          : `${facts.callee} lets whoever holds the device pass unless it is told to require user verification.`,
        option: 'userVerification',
        severity: verification.isSet ? undefined : 'information',
      };
    }
    const wanted = onlyString(verification);
    if (wanted === undefined || !/(?:^|\.)discouraged$/i.test(wanted)) return undefined;
    return {
      message: 'Authenticators are asked not to verify the user; ask for it, at least as preferred.',
      option: 'userVerification',
      severity: 'information',
      variant: 'discouraged',
    };
  },
  why: 'A passkey proves three things when all is compared: the challenge is the one just sent, the page is yours, and the user was there. What is left out or taken from the request itself proves nothing: an old answer can be replayed, one given to another site passes, or a stolen key signs in alone.',
  fix: 'Compare with the challenge kept in the session, with the origin and the id from your configuration, require user verification, look at the outcome and store the new counter.',
  secondLayer:
    'Use each challenge once and let it end after a minute; ask for the passkey again before changes that matter.',
  detection: 'Log failed checks by reason; a wrong origin is a phishing site, a counter that went back a copied key.',
  tradeOffs: 'Where the key is only the second factor after a password, presence alone may do.',
  references: [
    'https://cwe.mitre.org/data/definitions/287.html',
    'https://cwe.mitre.org/data/definitions/346.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Multifactor_Authentication_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
