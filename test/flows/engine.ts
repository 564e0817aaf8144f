import { evaluateModule } from '../../server/src/analysis/evaluate-module';
import { ProgramIndex } from '../../server/src/analysis/program-index';
import { NO_CHECKPOINT } from '../../server/src/base/checkpoint';
import { DEFAULT_OPTIONS, Session } from '../../server/src/dataflow/evaluation';
import { ModuleEntry } from '../../server/src/dataflow/program';
import {
  type ConfigSnapshot,
  type FlowHit,
  mergeResults,
  newResults,
  type Results,
} from '../../server/src/dataflow/results';
import type { TraceStep } from '../../server/src/dataflow/value';
import { ModelIndex } from '../../server/src/facts/resolve';
import type { Language } from '../../server/src/languages/language';
import { type FlowCase, placeIn } from './fixtures';

/** The language of fixtures: `./name` is the file of that name. */
const LANGUAGE: Language = {
  id: 'flow',
  extensions: {},
  lower: () => {
    throw new Error('Fixtures are lowered already.');
  },
  resolveImport: (specifier, _from, exists) => {
    const name = specifier.replace(/^\.\//, '');
    return name !== specifier && exists(name) ? name : undefined;
  },
  models: [],
  edits: {} as Language['edits'],
  lineComment: ';',
};

export interface Found {
  readonly findings: readonly string[];
  readonly configs: readonly string[];
  /** Lines that a finding's trace passes, from source to sink. */
  readonly hops: ReadonlyMap<string, readonly string[]>;
  readonly isPartial: boolean;
}

export function analyse(flow: FlowCase): Found {
  const models = new ModelIndex(flow.models);
  const modules = new Map(flow.modules.map(({ name, text, ir }) => [name, new ModuleEntry(ir, text, models)]));
  const program = new ProgramIndex(
    modules,
    () => LANGUAGE,
    (uri) => modules.has(uri),
  );
  const session = new Session(program, DEFAULT_OPTIONS);
  const results = newResults();
  for (const module of modules.values()) mergeResults(results, evaluateModule(session, module, NO_CHECKPOINT).results);
  return describeResults(flow, results);
}

function describeResults(flow: FlowCase, results: Results): Found {
  const place = ({ uri }: ModuleEntry, offset: number): string => {
    const module = flow.modules.find(({ name }) => name === uri);
    return module ? placeIn(module, offset) : `${uri}:?`;
  };
  const hops = new Map<string, readonly string[]>();
  for (const hit of results.hits.values()) {
    // What is not seen to be constant is no flow: examples of the rule show these.
    if (hit.taint.source.kind === 'unproven') continue;
    const { source } = hit.taint;
    const finding = `${hit.kind} at ${place(hit.module, sinkOf(hit))} from ${place(source.module, source.start)}`;
    hops.set(
      finding,
      stepsOf(hit).map((step) => place(step.module, step.start)),
    );
  }
  const configs = [...results.configs.values()].flat().map((snapshot) => describeConfig(snapshot, place));
  return {
    findings: [...hops.keys()].sort(),
    configs: [...new Set(configs)].sort(),
    hops,
    isPartial: results.partial,
  };
}

/** The call, not its argument: that is the line the fixture marks. */
function sinkOf({ module, functionId, instruction }: FlowHit): number {
  const fn = module.ir.functions[functionId];
  return fn.start + fn.starts[instruction];
}

function stepsOf({ taint }: FlowHit): TraceStep[] {
  const steps: TraceStep[] = [];
  for (let step = taint.step; step; step = step.previous) steps.unshift(step);
  return steps;
}

function describeConfig(
  { thing, options }: ConfigSnapshot,
  place: (module: ModuleEntry, offset: number) => string,
): string {
  const values = [...options].map(([name, { isKnown, value }]) => {
    const constants = isKnown ? value?.consts : undefined;
    return `${name}=${constants ? constants.map((constant) => String(constant.value)).join('|') : '?'}`;
  });
  return `${thing.effect.spec.kind} at ${place(thing.module, thing.start)}: ${values.join(' ')}`;
}
