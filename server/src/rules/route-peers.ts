import type { Guard } from '../facts/route';
import type { Control } from '../facts/vocabulary';
import type { InventoryFacts, RouteFacts } from './rule';

export const CHANGES_STATE: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export function has({ route }: RouteFacts, ...kinds: readonly Control[]): boolean {
  return route.guards.some(({ kind }) => kinds.includes(kind));
}

/** Somebody is asked who they are; being asked for a role includes that. */
export function isAuthenticated(facts: RouteFacts): boolean {
  return has(facts, 'authentication', 'authorization');
}

/** Routes of one file and framework: who reads one of them reads the others, too. */
export function neighbours(facts: InventoryFacts): RouteFacts[][] {
  const groups = new Map<string, RouteFacts[]>();
  for (const one of facts.routes) {
    if (!one.route.isAttached) continue;
    const key = `${one.route.framework}|${one.route.uri}`;
    const list = groups.get(key);
    if (list) list.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

export interface CommonGuard {
  readonly guard: Guard;
  /** How many routes it stands before. */
  readonly count: number;
  /** Its source, where it can be written on a route of the same file; undefined where it cannot. */
  readonly text: string | undefined;
}

const SIMPLE = /^@?[\p{L}_$][\p{L}\p{N}_$.]*(?:\((?:"[^"]*"|'[^']*')?\))?$/u;

/** The guard of a kind that most of the routes have. */
export function commonGuard(
  routes: readonly RouteFacts[],
  kind: Control,
  facts: InventoryFacts,
): CommonGuard | undefined {
  const found = new Map<string, { guard: Guard; count: number }>();
  for (const { route } of routes) {
    for (const name of new Set(
      route.guards.filter((guard) => guard.kind === kind && guard.name !== '').map((guard) => guard.name),
    )) {
      const known = found.get(name);
      const guard = known?.guard ?? route.guards.find((one) => one.kind === kind && one.name === name);
      if (guard) found.set(name, { guard, count: (known?.count ?? 0) + 1 });
    }
  }
  const [best] = [...found.values()].sort((a, b) => b.count - a.count || (a.guard.name < b.guard.name ? -1 : 1));
  if (!best) return undefined;
  const text = facts.text(best.guard).trim();
  const isHere = routes.some(({ route }) => route.uri === best.guard.uri);
  return { ...best, text: isHere && SIMPLE.test(text) ? text : undefined };
}
