import { isOneOf } from '../options';
import { setting } from '../rule';

/** Options of a listener: milliseconds, 0 or false for no limit; `header` where the library has none by default. */
const SWITCHED = ['request', 'headers', 'idle'] as const;

export default setting({
  id: 'server-timeouts-missing',
  title: 'Server open to slow-request exhaustion',
  cwe: [400, 770],
  owasp: ['A04:2021', 'A06:2025'],
  api: ['API4'],
  asvs: ['V13.2.6', 'V15.2.2'],
  severity: 'warning',
  precision: 'very-high',
  profile: 'recommended',
  layer: 'edge',
  of: ['listener'],
  check: (facts) => {
    for (const name of SWITCHED) {
      const option = facts.option(name);
      if (option.isSet && isOneOf(option, [0, false])) {
        return {
          message:
            'Without this limit a client that sends a byte now and then keeps its connection for ever; leave the limit on.',
          option: name,
          severity: name === 'idle' ? 'information' : undefined,
        };
      }
    }
    const header = facts.option('header');
    if (!isOneOf(header, [0, null])) return undefined;
    return {
      message: `${facts.callee} waits for ever for the headers of a request; give the server time limits.`,
      option: 'header',
      severity: facts.offers('request') ? 'hint' : undefined,
    };
  },
  why: 'A server that waits without a limit is stopped by a few hundred connections that send a byte now and then: each holds memory, a file handle and often a worker, and none of them ends.',
  fix: 'Limit the time for the headers to a few seconds and the time for the whole request and the answer to what the slowest honest client needs. Keep the limits that the platform has by default.',
  secondLayer: 'Put a proxy in front that reads requests as a whole, and limit connections by address.',
  detection: 'Watch the number of open connections and their age; alert when many are old and send little.',
  tradeOffs: 'Uploads over slow lines and long polling need longer limits: set those for their routes, not for all.',
  references: [
    'https://cwe.mitre.org/data/definitions/400.html',
    'https://cwe.mitre.org/data/definitions/770.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Denial_of_Service_Cheat_Sheet.html',
  ],
  fixes: ['set-option', 'replace-call'],
});
