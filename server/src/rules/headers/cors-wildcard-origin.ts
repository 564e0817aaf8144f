import { isOneOf, mayBe } from '../options';
import { setting } from '../rule';

export default setting({
  id: 'cors-wildcard-origin',
  title: 'CORS open to every origin',
  cwe: [942],
  owasp: ['A05:2021', 'A02:2025'],
  api: ['API8'],
  asvs: ['V3.4.2'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  of: ['cors'],
  check: (facts) => {
    const origin = facts.option('origin');
    const credentials = isOneOf(facts.option('credentials'), [true]);
    // `true` with credentials is the reflected origin of the sibling rule.
    const wildcard = mayBe(origin, '*') || origin.elements?.includes('*') || (isOneOf(origin, [true]) && !credentials);
    if (!wildcard) return undefined;
    return credentials
      ? {
          message:
            'Every site may send requests with the visitor’s cookies and read the answers; list the origins that may.',
          option: 'origin',
          severity: 'error',
        }
      : { message: 'Every site may read the answers of this service; list the origins that may.', option: 'origin' };
  },
  why: 'The same-origin rule keeps a page from reading what another site answers. A wildcard lifts it for every page a visitor opens, so whatever the service answers to their network or their cookies is open to all of them.',
  fix: 'Name the exact origins that need the answers, from configuration, and answer nobody else. Leave credentials off unless one of these origins needs them.',
  secondLayer:
    'Do not let the network alone decide who may ask: require a token that other sites do not have; check Origin on requests that change something.',
  detection: 'Log the Origin header of cross-origin requests and alert on unknown ones.',
  tradeOffs:
    'Public data without cookies may well be open to all; suppress with that reason. Lists of origins must follow new front ends.',
  references: [
    'https://cwe.mitre.org/data/definitions/942.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/HTML5_Security_Cheat_Sheet.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
