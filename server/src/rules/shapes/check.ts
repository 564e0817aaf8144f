import type { ModuleEntry } from '../../dataflow/program';
import type { FunctionRef } from '../../dataflow/results';
import type { CheckRule, InventoryFacts, RouteFacts } from '../rule';
import type { Draft } from './place';

/** A route with its code, and where a finding would be anchored. */
export interface RouteEntry extends RouteFacts {
  readonly module: ModuleEntry;
  readonly functionId: number;
  readonly instruction: number;
  readonly handlers: readonly FunctionRef[];
}

/** What a rule over the route inventory says. It is code, because it weighs routes against each other. */
export function checkDrafts(
  rule: CheckRule,
  entries: readonly RouteEntry[],
  modules: ReadonlyMap<string, ModuleEntry>,
  program: Pick<InventoryFacts, 'configs' | 'imports'>,
): Draft[] {
  const known = new Map<RouteFacts, RouteEntry>(entries.map((entry) => [entry, entry]));
  const problems = rule.check({
    ...program,
    routes: entries,
    text: ({ uri, start, end }) => modules.get(uri)?.text.slice(start, end) ?? '',
  });
  return problems.flatMap((problem): Draft[] => {
    const entry = known.get(problem.of);
    if (!entry) return [];
    const { uri, start, end } = entry.route;
    return [
      {
        ruleId: rule.id,
        severity: problem.severity ?? rule.severity,
        message: problem.message,
        variant: problem.variant,
        cwe: rule.cwe,
        module: entry.module,
        start,
        end,
        trace: [{ uri, start, end, note: 'registered here' }, ...(problem.beside ?? [])],
        anchor: {
          functionId: entry.functionId,
          instruction: entry.instruction,
          value: -1,
          option: undefined,
          words: problem.words ?? {},
          bind: undefined,
        },
        isPlaced: true,
        onlyStrict: problem.onlyStrict,
      },
    ];
  });
}
