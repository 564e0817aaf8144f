import { isOpenByNature } from '../access-lexicon';
import { isAuthenticated } from '../route-peers';
import { check, type RouteFacts, type RouteProblem } from '../rule';

export default check({
  id: 'auth-middleware-order',
  title: 'Guard registered after what it should guard',
  cwe: [863],
  owasp: ['A01:2021', 'A01:2025'],
  api: ['API5'],
  asvs: ['V8.3.1'],
  severity: 'error',
  precision: 'medium',
  profile: 'recommended',
  layer: 'authorization',
  check: (facts) => {
    const covering = new Map<string, number>();
    const names = new Set<string>();
    for (const { route } of facts.routes) {
      for (const { kind, uri, start, name } of route.guards) {
        names.add(name);
        const key = `${kind} ${uri} ${start}`;
        covering.set(key, (covering.get(key) ?? 0) + 1);
      }
    }
    return facts.routes.flatMap((one): RouteProblem[] => {
      const guard = one.late.find(({ kind }) => kind === 'authentication' || kind === 'authorization');
      if (!guard || !isMeant(one)) return [];
      // A guard that nothing comes after was put there for what came before; else what is open stands first on purpose.
      const isForNothing = (covering.get(`${guard.kind} ${guard.uri} ${guard.start}`) ?? 0) === 0;
      // One that other routes ask for by themselves is asked for where it is needed.
      if (!isForNothing || names.has(guard.name)) return [];
      const { method, path } = one.route;
      return [
        {
          of: one,
          message: `${method} ${path} is registered before ${guard.name}, which so never runs for it; move the guard above.`,
          beside: [{ uri: guard.uri, start: guard.start, end: guard.end, note: `${guard.name} is registered here` }],
        },
      ];
    });
  },
  why: 'Middleware runs in the order in which it is registered, and a handler that answers ends the way. A guard below the routes looks as if it protected them and is never asked.',
  fix: 'Register the guard above the first route or router that it should protect, and what is open above the guard.',
  secondLayer: 'Give each router its own guard, so that the order in one file does not decide for all others.',
  detection: 'Call every route of the inventory without a session in the tests, and expect 401.',
  tradeOffs: 'What must stay open has to be registered before the guard, or be exempt by name.',
  references: [
    'https://cwe.mitre.org/data/definitions/863.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html',
  ],
  fixes: [],
});

function isMeant(one: RouteFacts): boolean {
  const { isAttached, handler, path } = one.route;
  return isAttached && handler !== undefined && !isAuthenticated(one) && !isOpenByNature(path, handler.name);
}
