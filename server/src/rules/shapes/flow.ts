import type { Step } from '../../base/finding';
import type { FlowHit } from '../../dataflow/results';
import type { TraceStep } from '../../dataflow/value';
import type { FlowFacts, FlowRule } from '../rule';
import type { Draft } from './place';

/** What a flow rule says of an untrusted value that reached a sink; undefined when the rule is about others. */
export function flowDraft(rule: FlowRule, hit: FlowHit): Draft | undefined {
  if (!rule.to.includes(hit.kind) || !rule.from.includes(hit.taint.source.kind)) return undefined;
  const facts: FlowFacts = {
    source: hit.taint.source.text,
    sourceKind: hit.taint.source.kind,
    sink: hit.callee,
    variant: hit.spec?.variant,
  };
  return {
    ruleId: rule.id,
    severity: rule.severityOf?.(facts) ?? rule.severity,
    message: rule.message(facts),
    variant: hit.spec?.variant,
    cwe: rule.cwe,
    module: hit.module,
    start: hit.start,
    end: hit.end,
    trace: traceOf(hit),
    anchor: {
      functionId: hit.functionId,
      instruction: hit.instruction,
      value: hit.value,
      option: undefined,
      words: hit.spec?.fix ?? {},
      bind: hit.spec?.bind,
    },
  };
}

const SOURCE_NOTES: Readonly<Record<string, string>> = {
  remote: 'chosen by whoever sends the request',
  environment: 'read from the environment',
  database: 'read from the database',
  file: 'read from a file',
  'library-input': 'given by whoever calls this library',
  'weak-random': 'made by a generator that can be predicted',
};

/** Source first, sink last; hops at one place are one. */
function traceOf(hit: FlowHit): Step[] {
  const { source } = hit.taint;
  const hops: TraceStep[] = [];
  for (let step = hit.taint.step; step; step = step.previous) hops.push(step);
  hops.reverse();
  const steps: Step[] = [
    {
      uri: source.module.uri,
      start: source.start,
      end: source.end,
      note: `${source.text}: ${SOURCE_NOTES[source.kind] ?? source.kind}`,
    },
  ];
  for (const hop of hops) {
    const last = steps[steps.length - 1];
    const isSamePlace = last.uri === hop.module.uri && last.start === hop.start && last.end === hop.end;
    if (isSamePlace && steps.length > 1) steps.pop();
    steps.push({ uri: hop.module.uri, start: hop.start, end: hop.end, note: hop.note });
  }
  const sinkNote = hit.callee === '' ? 'used here' : `used by ${hit.callee}`;
  steps.push({ uri: hit.module.uri, start: hit.start, end: hit.end, note: sinkNote });
  return steps;
}
