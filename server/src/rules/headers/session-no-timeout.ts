import { isOneOf, onlyNumber, writtenDuration } from '../options';
import { type ConfigFacts, type ConfigProblem, setting } from '../rule';

/** Longest life of a session that nobody asked to be remembered, in seconds. */
const LONGEST = 14 * 86_400;

/** What a number of the option stands for, in seconds. */
const UNITS: Readonly<Record<string, number>> = { milliseconds: 0.001, seconds: 1, minutes: 60, days: 86_400 };

function check(facts: ConfigFacts): ConfigProblem | undefined {
  const lifetime = facts.option('lifetime');
  const [unit] = facts.option('unit').values ?? [];
  const [longest] = facts.option('longest').values ?? [];
  if (isOneOf(lifetime, [null, undefined]) && !facts.has('store')) {
    return {
      message: 'A session of this application lasts until somebody ends it; give it a time after which it is gone.',
      option: 'lifetime',
      variant: 'none',
    };
  }
  const number = onlyNumber(lifetime);
  const seconds = number === undefined ? writtenDuration(lifetime.text) : number * (UNITS[String(unit)] ?? 1);
  if (seconds === undefined) return undefined;
  if (seconds <= 0 && isOneOf(facts.option('forever'), [true])) {
    return {
      message: 'Zero and less stand for sessions without an end; give a time, such as half an hour.',
      option: 'lifetime',
      variant: 'none',
    };
  }
  if (seconds <= (typeof longest === 'number' ? longest : LONGEST)) return undefined;
  return {
    message: `A session lasts for ${Math.round(seconds / 86_400)} days; end it sooner, and after half an hour or so without a request.`,
    option: 'lifetime',
    variant: 'long',
  };
}

export default setting({
  id: 'session-no-timeout',
  title: 'Session without an end',
  cwe: [613],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V7.3.1', 'V7.3.2'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'authentication',
  of: ['session-lifetime'],
  check,
  why: 'A session that does not end can be used by whoever finds it: on a shared computer, in a stolen device, in an old backup of a log. The longer it lives, the longer a stolen one works, and nobody notices.',
  fix: 'Let a session end after some time without a request (15 to 30 minutes where money or personal data are concerned) and after a longest time in any case, such as a working day. Keep the times on the server.',
  secondLayer: 'Show users their sessions and let them end each; end all of them when a password changes.',
  detection:
    'Log when sessions begin and end; look for sessions that are used from two places or are older than the limit.',
  tradeOffs:
    'Users log in more often. Where that is too much, remember the device with a token of its own, and ask again for actions that matter.',
  references: [
    'https://cwe.mitre.org/data/definitions/613.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
