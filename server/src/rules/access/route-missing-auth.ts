import { isOpenByNature } from '../access-lexicon';
import { CHANGES_STATE, commonGuard, has, isAuthenticated, neighbours } from '../route-peers';
import { check, type InventoryFacts, type RouteFacts, type RouteProblem } from '../rule';

const FEWEST_PEERS = 2;

export default check({
  id: 'route-missing-auth',
  title: 'Route without authentication',
  cwe: [306, 862],
  owasp: ['A07:2021', 'A07:2025'],
  api: ['API2', 'API5'],
  asvs: ['V8.2.1', 'V8.3.1'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'authorization',
  check: (facts) => neighbours(facts).flatMap((routes) => problemsIn(routes, facts)),
  why: 'Who finds the path can call it: scripts try every path that a front end, a manual or a neighbouring route lets them guess. A single route that was forgotten is enough to read or change what all the others protect.',
  fix: 'Put the same guard before it that its neighbours have, or register the guard once for the whole router and say openly which routes are exempt.',
  secondLayer:
    'Deny by default: one guard for everything, and a short list of what is open. Check again in the service who may do this to that object.',
  detection:
    'Call every route of the inventory without a session in the tests, and expect 401 from all that are not on the list of open ones.',
  tradeOffs: 'Some routes must be open: signing in, health, webhooks with a signature of their own. Say so on them.',
  references: [
    'https://cwe.mitre.org/data/definitions/306.html',
    'https://cwe.mitre.org/data/definitions/862.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html',
  ],
  fixes: ['insert-guard'],
});

function problemsIn(routes: readonly RouteFacts[], facts: InventoryFacts): RouteProblem[] {
  const guarded = routes.filter(isAuthenticated);
  const last = new Map(routes.map((one) => [`${one.route.method} ${one.route.path}`, one.route.start]));
  // Of several handlers of one route the last one answers.
  const open = routes.filter(
    (one) => isCandidate(one) && (last.get(`${one.route.method} ${one.route.path}`) ?? 0) <= one.route.start,
  );
  if (open.length === 0) return [];
  const guard = commonGuard(guarded, 'authentication', facts) ?? commonGuard(guarded, 'authorization', facts);
  return open.flatMap((one): RouteProblem[] => {
    const { method, path } = one.route;
    const changes = CHANGES_STATE.has(method) || one.deeds.has('data-write');
    const alike = guarded.filter(({ route }) => changes || route.method === method);
    const others = open.filter(({ route }) => changes || route.method === method);
    // Where as many are open as are guarded, being open is what these routes are.
    const isEvident = guard !== undefined && alike.length >= FEWEST_PEERS && alike.length > others.length;
    if (!isEvident && !changes) return [];
    if (!changes && !isSameResource(one, guarded)) return [];
    const name = guard?.guard.name ?? '';
    return [
      {
        of: one,
        message: isEvident
          ? `${method} ${path} is answered without asking who calls, while ${alike.length} of ${alike.length + others.length} routes beside it have ${name}; add it.`
          : `${method} ${path} is answered without asking who calls; put a guard before it, or say that it is open.`,
        onlyStrict: !isEvident || isSignUp(one),
        words: guard?.text === undefined ? {} : { guard: guard.text },
        beside: isEvident
          ? [{ uri: guard.guard.uri, start: guard.guard.start, end: guard.guard.end, note: `${name} guards others` }]
          : [],
      },
    ];
  });
}

function isCandidate(one: RouteFacts): boolean {
  const { method, path, handler } = one.route;
  if (isAuthenticated(one) || has(one, 'public') || !handler) return false;
  if (method === 'OPTIONS' || method === 'HEAD') return false;
  return !isOpenByNature(path, handler.name);
}

/** Making a user is how most people become one. */
function isSignUp({ route }: RouteFacts): boolean {
  return route.method === 'POST' && /(?:^|\/)(?:users?|accounts?|members?|customers?)$/i.test(route.path);
}

/** Reading is often meant for everybody; where the very same path is guarded for another method, less so. */
function isSameResource({ route }: RouteFacts, guarded: readonly RouteFacts[]): boolean {
  return guarded.some((other) => other.route.path === route.path);
}
