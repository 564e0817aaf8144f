import { isPasswordText } from '../lexicon';
import { isOneOf, largest, onlyString } from '../options';
import type { ConfigFacts, ConfigProblem } from '../rule';
import { setting } from '../rule';

const SHORTEST = 8;
const LONGEST = 64;

/** That something was typed at all is no rule about passwords. */
const ANYTHING = 1;

function checkLength(facts: ConfigFacts): ConfigProblem | undefined {
  const min = largest(facts.option('min'));
  if (min !== undefined && min > ANYTHING && min < SHORTEST) {
    return {
      message: `Passwords of ${min} characters are accepted; ask for 8 at least, better 12.`,
      option: 'min',
    };
  }
  const max = largest(facts.option('max'));
  if (max === undefined || max >= LONGEST || max <= ANYTHING) return undefined;
  return {
    message: `Passwords of more than ${max} characters are refused, which shuts out passphrases; accept 64 at least.`,
    option: 'max',
    variant: 'maximum',
  };
}

export default setting({
  id: 'password-policy-weak',
  title: 'Rules for passwords below what is asked for today',
  cwe: [521],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V6.2.1', 'V6.2.4', 'V6.2.9', 'V6.2.12'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'authentication',
  of: ['text-length', 'password-policy'],
  check: (facts) => {
    if (facts.kind === 'password-policy') {
      if (!isOneOf(facts.option('first'), [null])) return checkLength(facts);
      return {
        message: 'Any password is accepted: the list of validators is empty; name the default ones.',
        variant: 'none',
      };
    }
    const name = onlyString(facts.option('name')) ?? facts.boundName;
    return isPasswordText(name) ? checkLength(facts) : undefined;
  },
  why: 'Short passwords and those from leaked lists are tried first and fall first, on line within days and off line within seconds. A low maximum keeps people from passphrases and from what password managers make.',
  fix: 'Ask for eight characters at least, better twelve, accept 64 and more, and refuse passwords that are known from leaks. Do not ask for kinds of characters or regular changes.',
  secondLayer: 'Limit attempts, offer a second factor or passkeys, and hash with a function made for passwords.',
  detection: 'Count sign-ins that fail for many accounts with the same few passwords: somebody is trying a list.',
  tradeOffs:
    'Longer passwords are refused by a few people at first; a meter and a password manager help more than rules.',
  references: [
    'https://cwe.mitre.org/data/definitions/521.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
