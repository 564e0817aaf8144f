import type { Checkpoint } from '../base/checkpoint';
import { declaredConfigs } from '../dataflow/declared';
import { Evaluation, type EvaluationOptions, type Session } from '../dataflow/evaluation';
import type { Closure, ModuleEntry } from '../dataflow/program';
import { mergeResults, newResults, type Results } from '../dataflow/results';
import type { FunctionIR } from '../ir/ir';

export interface ModuleResults {
  readonly results: Results;
  /** Files whose change makes these results stale. */
  readonly uses: ReadonlySet<string>;
}

/** Everything that starts in one file: its own code, the handlers it registers, each of its functions. */
export function evaluateModule(
  session: Session,
  module: ModuleEntry,
  checkpoint: Checkpoint,
  options: EvaluationOptions = session.options,
): ModuleResults {
  const results = newResults();
  const evaluation = new Evaluation(session, checkpoint, options);
  const environment = evaluation.environment(module);
  mergeResults(results, environment.results);
  const handled = new Set<FunctionIR>();
  for (const { closure, role } of environment.registrations) {
    evaluation.root(closure, role);
    if (closure.module === module) handled.add(closure.fn);
  }
  for (const fn of module.ir.functions) {
    checkpoint();
    if (fn.id === 0 || fn.parent > 0 || handled.has(fn)) continue;
    evaluation.root(closureOf(evaluation, module, fn), undefined);
  }
  mergeResults(results, evaluation.results);
  declaredConfigs(evaluation, module, results);
  return { results, uses: evaluation.uses };
}

function closureOf(evaluation: Evaluation, module: ModuleEntry, fn: FunctionIR): Closure {
  const { frame } = evaluation.environment(module);
  const known = frame?.created.find((closure) => closure.fn === fn);
  if (known) return known;
  const cls = fn.owner >= 0 ? evaluation.classRefOf(module, fn.owner) : undefined;
  return { module, fn, env: frame, cls, receiver: undefined };
}
