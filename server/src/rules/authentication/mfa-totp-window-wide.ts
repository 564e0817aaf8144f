import { largest } from '../options';
import type { ConfigFacts, ConfigProblem, OptionValue } from '../rule';
import { setting } from '../rule';

const STEP = 30;
const LEAST_BYTES = 16;

/** A number, or the larger one of a pair for past and future. */
function widest(option: OptionValue): number | undefined {
  const numbers = (option.elements ?? []).filter((value) => typeof value === 'number');
  return option.elements && numbers.length === option.elements.length ? Math.max(...numbers) : largest(option);
}

function checkSecret(facts: ConfigFacts): ConfigProblem | undefined {
  const size = largest(facts.option('size'));
  const letters = largest(facts.option('letters'));
  const bits = size === undefined ? (letters === undefined ? undefined : letters * 5) : size * 8;
  if (bits === undefined || bits >= LEAST_BYTES * 8) return undefined;
  return {
    message: `A secret of ${bits} bits for one-time codes is short; make it of 160.`,
    option: size === undefined ? 'letters' : 'size',
    variant: 'secret',
  };
}

export default setting({
  id: 'mfa-totp-window-wide',
  title: 'One-time codes accepted too long, or twice',
  cwe: [287, 294],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V6.5.1', 'V6.5.5'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'authentication',
  of: ['one-time-code', 'one-time-secret'],
  check: (facts) => {
    if (facts.kind === 'one-time-secret') return checkSecret(facts);
    const steps = widest(facts.option('window'));
    if (steps !== undefined && steps > 1) {
      return {
        message: `Codes of ${steps} steps before and after now are accepted, so a code that was seen stays good; accept one step.`,
        option: 'window',
        severity: facts.has('window') ? undefined : 'information',
      };
    }
    const tolerance = widest(facts.option('tolerance'));
    if (tolerance !== undefined && tolerance > STEP) {
      return {
        message: `Codes are accepted ${tolerance} seconds before and after their time; accept ${STEP}.`,
        option: 'tolerance',
      };
    }
    const last = facts.option('after');
    if (!facts.offers('after') || last.isSet) return undefined;
    return {
      message: `${facts.callee} accepts a code again within its time; remember the last step that was used.`,
      severity: 'information',
      variant: 'replay',
    };
  },
  why: 'A one-time code is worth something because it is good for half a minute and for one use. A wide window gives an attacker minutes to use a code that was phished or read over a shoulder, and makes guessing easier with each further code that is right at the same time.',
  fix: 'Accept the current step and one beside it for clocks that are off. Remember the last step that each user’s code was accepted for, and refuse it and earlier ones.',
  secondLayer: 'Limit attempts for each account and lock the second factor after a few, with another way in.',
  detection:
    'Count how many codes were accepted from another step than the current one; many from one account are no clock.',
  tradeOffs: 'Devices whose clock is off by more than half a minute are refused; tell their owners to set the clock.',
  references: [
    'https://cwe.mitre.org/data/definitions/287.html',
    'https://cwe.mitre.org/data/definitions/294.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Multifactor_Authentication_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
