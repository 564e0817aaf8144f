import { isOneOf } from '../options';
import { setting } from '../rule';

export default setting({
  id: 'authz-permit-all',
  title: 'Access rules that allow everything',
  cwe: [862],
  owasp: ['A01:2021', 'A01:2025'],
  api: ['API5'],
  asvs: ['V8.2.1'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'authorization',
  of: ['access-default'],
  check: (facts) =>
    isOneOf(facts.option('everybody'), [true])
      ? {
          message: `What no other rule names is open to everybody (${facts.callee}); ask for a login and name what is public.`,
          option: facts.has('everybody') ? 'everybody' : undefined,
        }
      : undefined,
  why: 'A default of “allowed” opens every route that is added later until somebody remembers to close it. Forgetting is then a hole, where with the opposite default it is a route that does not work.',
  fix: 'Refuse by default and list the few paths that are public: signing in, health, static files.',
  secondLayer:
    'Say on each handler which role it needs as well, and test that every route refuses a request without a login.',
  detection: 'Compare the routes that answer without a login with the list of those that may, on each deployment.',
  tradeOffs: 'Each public path must be named. That list is short, and it is the one to review.',
  references: [
    'https://cwe.mitre.org/data/definitions/862.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html',
  ],
  fixes: ['replace-call'],
});
