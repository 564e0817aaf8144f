import { isOneOf } from '../options';
import { setting } from '../rule';

/** Programs that somebody starts by hand. */
const SCRIPT = /\/(?:scripts?|extras?|contrib|[\w-]*examples?)\/|\/(?:bin|tools?|cli|commands?)\/[^/]*(?:\/[^/]*)?$/i;

export default setting({
  id: 'outbound-timeout-missing',
  title: 'Call over the network without a time limit',
  cwe: [400, 1088],
  owasp: ['A04:2021', 'A06:2025'],
  api: ['API4'],
  asvs: ['V13.2.6', 'V16.5.2'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  // A file that forgets it once forgets it each time.
  perFile: true,
  of: ['outgoing-call'],
  check: (facts) => {
    const timeout = facts.option('timeout');
    if (isOneOf(timeout, [null, 0])) {
      return {
        message: `${facts.callee} waits for ever when the other side is silent; give it a time limit.`,
        option: 'timeout',
        // Whoever started a script sees that it waits.
        severity: SCRIPT.test(facts.file) ? 'information' : undefined,
      };
    }
    // Nothing but the one request waits there.
    if (timeout.isSet || !isOneOf(timeout, ['unlimited'])) return undefined;
    return {
      message: `${facts.callee} has no time limit of its own; give it one.`,
      option: 'timeout',
      severity: 'information',
    };
  },
  why: 'A service that accepts a connection and never answers keeps whoever waits for it. With a limited number of workers a few such calls are enough to stop everything, and a slow neighbour becomes an outage of one’s own.',
  fix: 'Give every call a limit for connecting and for the whole answer, a little longer than the slowest answer that is still useful, and handle the error.',
  secondLayer:
    'Retry few times with growing pauses, open a circuit after repeated failures, and limit how many calls wait at once.',
  detection: 'Measure the time of outgoing calls by host; alert on workers that wait longer than the limit you meant.',
  tradeOffs: 'A limit that is too short turns slow answers into errors: measure first.',
  references: [
    'https://cwe.mitre.org/data/definitions/400.html',
    'https://cwe.mitre.org/data/definitions/1088.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Denial_of_Service_Cheat_Sheet.html',
  ],
  fixes: ['set-option', 'replace-call'],
});
