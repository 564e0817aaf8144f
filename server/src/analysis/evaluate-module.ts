import type { Checkpoint } from '../base/checkpoint';
import { declaredConfigs } from '../dataflow/declared';
import type { Dependencies } from '../dataflow/dependencies';
import {
  type Environment,
  Evaluation,
  type EvaluationOptions,
  type RootResults,
  type Session,
} from '../dataflow/evaluation';
import type { Registration } from '../dataflow/frame';
import type { Closure, ModuleEntry } from '../dataflow/program';
import { mergeResults, newResults, type Results } from '../dataflow/results';
import type { Value } from '../dataflow/value';
import type { FunctionIR } from '../ir/ir';

/** What evaluation starts from: a function, or one that the file's own code gave to a library. */
export type Root = FunctionIR | Registration;

export interface ModuleResults {
  readonly results: Results;
  readonly roots: ReadonlyMap<Root, RootResults>;
  /** What the file's own part of the results rests on; each root has its own. */
  readonly dependencies: Dependencies;
}

/**
 * Everything that starts in one file: its own code, the handlers it registers, each of its functions. Roots whose
 * results are known are not evaluated again; those that are evaluated are added, for when the work is cancelled.
 */
export function evaluateModule(
  session: Session,
  module: ModuleEntry,
  checkpoint: Checkpoint,
  options: EvaluationOptions = session.options,
  isLibrary = false,
  known: Map<Root, RootResults> = new Map(),
): ModuleResults {
  const results = newResults();
  const evaluation = new Evaluation(session, checkpoint, options);
  const { dependencies } = evaluation;
  dependencies.file(module.uri);
  const environment = evaluation.environment(module);
  mergeResults(results, environment.results);
  const roots = new Map<Root, RootResults>();
  const include = (root: Root, evaluate: () => RootResults): void => {
    const found = known.get(root) ?? evaluate();
    known.set(root, found);
    roots.set(root, found);
    mergeResults(results, found.results);
  };
  const handled = new Set<FunctionIR>();
  for (const registration of environment.registrations) {
    const { closure, role } = registration;
    include(registration, () => evaluation.root(closure, role));
    if (closure.module === module) handled.add(closure.fn);
  }
  const exported = isLibrary ? exportedFunctions(module, environment) : undefined;
  for (const fn of module.ir.functions) {
    checkpoint();
    if (fn.id === 0 || fn.parent > 0 || handled.has(fn)) continue;
    include(fn, () => evaluation.root(closureOf(evaluation, module, fn), undefined, exported?.has(fn)));
  }
  evaluation.dependencies = dependencies;
  declaredConfigs(evaluation, module, results);
  return { results, roots, dependencies };
}

/** Functions that whoever uses the library can call, by the front end's word or because the file exports their values. */
function exportedFunctions(module: ModuleEntry, { exports }: Environment): ReadonlySet<FunctionIR> {
  const { functions, classes } = module.ir;
  const isPublic = (fn: FunctionIR): boolean => !/^[_#]/.test(fn.name) && fn.kind !== 'initializer';
  const found = new Set<FunctionIR>();
  const addClass = (id: number): void => {
    for (const method of classes[id]?.methods ?? []) if (isPublic(functions[method])) found.add(functions[method]);
  };
  const addValue = ({ closures, classes: refs, objects }: Value, depth: number): void => {
    for (const closure of closures) if (closure.module === module) found.add(closure.fn);
    for (const ref of refs) if (ref.module === module) addClass(ref.cls.id);
    if (depth > 0)
      for (const { state } of objects) for (const { value } of state.fields.values()) addValue(value, depth - 1);
  };
  for (const [name, { value }] of exports.state.fields) if (!name.startsWith('_')) addValue(value, 1);
  for (const fn of functions)
    if (fn.isExported && isPublic(fn) && (fn.owner < 0 || classes[fn.owner].isExported)) found.add(fn);
  return found;
}

function closureOf(evaluation: Evaluation, module: ModuleEntry, fn: FunctionIR): Closure {
  const { frame } = evaluation.environment(module);
  const known = frame?.created.find((closure) => closure.fn === fn);
  if (known) return known;
  const cls = fn.owner >= 0 ? evaluation.classRefOf(module, fn.owner) : undefined;
  return { module, fn, env: frame, cls, receiver: undefined };
}
