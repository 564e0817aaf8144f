import { namesLimiter, takesCredentials } from '../access-lexicon';
import { has } from '../route-peers';
import { check, type RouteFacts, type RouteProblem } from '../rule';

export default check({
  id: 'rate-limit-missing-auth',
  title: 'Sign-in, code or reset without a limit on attempts',
  cwe: [307, 799],
  owasp: ['A07:2021', 'A07:2025'],
  api: ['API2', 'API4'],
  asvs: ['V6.3.1', 'V6.6.3'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'authentication',
  check: (facts) => {
    const isLimitedElsewhere = facts.imports.some(namesLimiter) || facts.routes.some((one) => has(one, 'rate-limit'));
    const open = facts.routes.filter((one) => isMeant(one) && !has(one, 'rate-limit'));
    // Several handlers of one route are one place to limit.
    const seen = new Set<string>();
    return open.flatMap((one): RouteProblem[] => {
      const { method, path, uri } = one.route;
      const key = `${uri} ${method} ${path}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        {
          of: one,
          message: `${method} ${path} can be tried as often as anybody likes; limit attempts by account and by address.`,
          // Where something is limited, somebody may have done it in a way that is not seen here.
          onlyStrict: isLimitedElsewhere && !facts.routes.some((other) => isMeant(other) && has(other, 'rate-limit')),
        },
      ];
    });
  },
  why: 'Passwords that leaked elsewhere are tried on every sign-in that lets them, thousands a minute; a code of six digits lasts no longer than that without a limit.',
  fix: 'Limit attempts by account and by address on these routes, with a store that all instances share: a handful in a quarter of an hour, then growing pauses.',
  secondLayer:
    'Ask for a second factor, refuse passwords that are known to have leaked, and tell people of sign-ins from new devices.',
  detection: 'Alert on many failed sign-ins from one address, for one account, and on one password tried for many.',
  tradeOffs:
    'Whoever locks accounts lets others lock them out: slow down and ask for more instead of locking for long.',
  references: [
    'https://cwe.mitre.org/data/definitions/307.html',
    'https://cwe.mitre.org/data/definitions/799.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html',
  ],
  fixes: [],
});

function isMeant({ route }: RouteFacts): boolean {
  if (!route.isAttached || !route.handler || !/^(?:POST|PUT|\*)$/.test(route.method)) return false;
  return takesCredentials(route.path, route.handler.name);
}
