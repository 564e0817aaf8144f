import { namesCsrfDefence } from '../access-lexicon';
import { isOneOf, sameSiteOf } from '../options';
import { CHANGES_STATE, has } from '../route-peers';
import { check, type InventoryFacts, type RouteFacts } from '../rule';

const FEWEST_ROUTES = 2;

export default check({
  id: 'csrf-protection-missing',
  title: 'Cookie session without a defence against forged requests',
  cwe: [352],
  owasp: ['A01:2021', 'A01:2025'],
  asvs: ['V3.5.1'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'authentication',
  check: (facts) => {
    if (!hasCookieSession(facts) || isDefended(facts)) return [];
    const changing = facts.routes.filter(({ route }) => route.isAttached && CHANGES_STATE.has(route.method));
    if (changing.length < FEWEST_ROUTES) return [];
    // One defence is for all of them, so one place says it.
    const [first] = [...changing].sort(byPlace);
    return [
      {
        of: first,
        message: `${first.route.method} ${first.route.path} and ${changing.length - 1} more routes change state for whoever holds the session cookie, also when another site sends the request; check a token or the Origin.`,
      },
    ];
  },
  why: 'Browsers send the cookie along with requests that other sites make. A page that somebody visits can so change data, settings and passwords in that person’s name.',
  fix: 'Check a token that other sites cannot read on every request that changes state, or refuse requests whose Origin or Sec-Fetch-Site says that they come from elsewhere.',
  secondLayer:
    'Set SameSite on the session cookie, never change state on GET, and ask again for the password before what matters most.',
  detection: 'Log refused requests with their Origin and Referer, and alert when there are many for one path.',
  tradeOffs:
    'Tokens must reach every form and script; interfaces that take a bearer token in a header and no cookie need none.',
  references: [
    'https://cwe.mitre.org/data/definitions/352.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  fixes: [],
});

function hasCookieSession(facts: InventoryFacts): boolean {
  const cookies = facts.configs('session-cookie');
  if (cookies.length === 0) return false;
  return !cookies.some((cookie) => {
    const sameSite = sameSiteOf(cookie.option('sameSite'))?.toLowerCase();
    return sameSite === 'strict' || sameSite === 'lax' || isOneOf(cookie.option('sameSite'), [true]);
  });
}

function isDefended(facts: InventoryFacts): boolean {
  return facts.imports.some(namesCsrfDefence) || facts.routes.some((one) => has(one, 'csrf'));
}

function byPlace({ route: a }: RouteFacts, { route: b }: RouteFacts): number {
  return a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.start - b.start;
}
