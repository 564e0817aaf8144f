import { isConfirmationCode } from '../lexicon';
import { largest } from '../options';
import { withSettings } from '../parts';
import { flow } from '../rule';

const FEWEST = 900_000;

export default withSettings(
  flow({
    id: 'mfa-codes-weak',
    title: 'One-time or recovery codes that can be guessed',
    cwe: [338, 256],
    owasp: ['A02:2021', 'A04:2025'],
    asvs: ['V6.5.2', 'V6.5.3', 'V6.5.4', 'V6.5.5'],
    severity: 'error',
    precision: 'high',
    profile: 'recommended',
    layer: 'authentication',
    family: { name: 'random', rank: 2 },
    from: ['weak-random'],
    to: ['confirmation-code'],
    message: ({ source }) =>
      `${source} is predictable but makes a code that confirms who somebody is; use the cryptographic generator.`,
    why: 'A code is all that stands between somebody who has the password and the account. One from an ordinary generator follows from the codes that the attacker was sent himself; one of four digits is found by trying within minutes.',
    fix: 'Make codes with the cryptographic generator: six digits at least for codes that end after a few minutes, ten characters of letters and digits for recovery codes. Store them hashed, accept each once.',
    secondLayer: 'Limit attempts for each account, not for each address, and let a code end after five wrong ones.',
    detection: 'Alert on accounts with several wrong codes, and on one address with wrong codes for many accounts.',
    tradeOffs: 'Longer codes are more to type; copying from the app or the mail takes that away.',
    references: [
      'https://cwe.mitre.org/data/definitions/338.html',
      'https://cwe.mitre.org/data/definitions/256.html',
      'https://cheatsheetseries.owasp.org/cheatsheets/Multifactor_Authentication_Cheat_Sheet.html',
    ],
    fixes: ['replace-call'],
  }),
  {
    of: ['random-number'],
    check: (facts) => {
      if (!isConfirmationCode(facts.boundName)) return undefined;
      const first = largest(facts.option('first'));
      const second = facts.option('second');
      const end = second.isSet ? largest(second) : first;
      if (first === undefined || end === undefined) return undefined;
      const count = second.isSet ? end - first : end;
      if (count >= FEWEST || count <= 1) return undefined;
      return {
        message: `There are only ${count} such codes, so one is soon found by trying; use six digits at least.`,
        severity: 'warning',
        variant: 'short',
      };
    },
  },
);
