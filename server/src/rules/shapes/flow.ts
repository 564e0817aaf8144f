import type { Place, Step } from '../../base/finding';
import type { FlowHit } from '../../dataflow/results';
import type { Taint, TraceStep } from '../../dataflow/value';
import type { FlowFacts, FlowRule } from '../rule';
import type { Draft } from './place';

/** What a flow rule says of an untrusted value that reached a sink; undefined when the rule is about others. */
export function flowDraft(rule: FlowRule, hit: FlowHit, isJoined = false): Draft | undefined {
  // One half of a flow is none; see `storedDraft`.
  if (hit.taint.source.stores && !isJoined) return undefined;
  if (!rule.to.includes(hit.kind) || !rule.from.includes(hit.taint.source.kind)) return undefined;
  const known: FlowFacts = {
    source: hit.taint.source.text,
    sourceKind: hit.taint.source.kind,
    sink: hit.callee,
    call: callOf(hit),
    variant: hit.spec?.variant ?? (hit.taint.source.kind === 'library-input' ? 'library-input' : undefined),
    name: hit.taint.source.name ?? '',
    urlPart: hit.taint.urlPart,
    use: hit.kind,
    around: hit.module.ir.functions[hit.functionId]?.name ?? '',
    file: hit.module.uri,
    after: hit.module.text.slice(hit.end, hit.end + AFTER),
  };
  if (rule.applies?.(known) === false) return undefined;
  const facts: FlowFacts = rule.variantOf ? { ...known, variant: rule.variantOf(known) } : known;
  return {
    ruleId: rule.id,
    severity: rule.severityOf?.(facts) ?? rule.severity,
    message: rule.message(facts),
    variant: facts.variant,
    onlyStrict: known.sourceKind === 'library-input',
    cwe: rule.cwe,
    module: hit.module,
    start: hit.start,
    end: hit.end,
    trace: traceOf(hit),
    ...(hit.spec?.provided ? { provided: hit.spec.provided } : {}),
    unlessProjectHas: rule.unlessProjectHas?.(facts),
    anchor: {
      functionId: hit.functionId,
      instruction: hit.instruction,
      value: hit.value,
      option: undefined,
      words: { ...rule.words, ...hit.spec?.fix },
      bind: hit.spec?.bind,
    },
  };
}

const AFTER = 200;

function callOf({ module, functionId, instruction }: FlowHit): string {
  const fn = module.ir.functions[functionId];
  if (!fn || instruction < 0) return '';
  return module.textIn(fn, fn.start + fn.starts[instruction], fn.start + fn.ends[instruction]);
}

const SOURCE_NOTES: Readonly<Record<string, string>> = {
  'claimed-address': 'written by whoever sends the request',
  unproven: 'not seen to be constant',
  remote: 'chosen by whoever sends the request',
  environment: 'read from the environment',
  database: 'read from the database',
  file: 'read from a file',
  'library-input': 'given by whoever calls this library',
  'weak-random': 'made by a generator that can be predicted',
  stored: 'read where it was kept',
  secret: 'named as what must not be told',
  'unverified-token': 'read without checking the signature',
  'archive-entry': 'chosen by whoever made the archive',
  error: 'what is known of the failure',
  'json-text': 'written as JSON',
};

/** Source first, sink last; hops at one place are one. */
function traceOf(hit: FlowHit): Step[] {
  const steps = traceTo(hit.taint);
  const sinkNote = hit.callee === '' ? 'used here' : `used by ${hit.callee}`;
  const last = steps[steps.length - 1];
  // A flow has two ends, even where they are one place.
  if (isSamePlace(last, hit) && steps.length > 1)
    steps[steps.length - 1] = { ...last, note: `${last.note} and ${sinkNote}` };
  else steps.push({ ...placeOf(hit), note: sinkNote });
  return steps;
}

/** The way of a value up to where it is used. */
export function traceTo({ source, step: latest }: Taint): Step[] {
  const hops: TraceStep[] = [];
  for (let step = latest; step; step = step.previous) hops.push(step);
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
    if (!isSamePlace(last, hop)) steps.push({ ...placeOf(hop), note: hop.note });
    else if (steps.length === 1) steps[0] = { ...last, note: `${last.note}, ${hop.note}` };
    else steps[steps.length - 1] = { ...last, note: hop.note };
  }
  return steps;
}

type PlaceInModule = Omit<TraceStep, 'note' | 'previous' | 'length'>;

function isSamePlace({ uri, start, end }: Place, other: PlaceInModule): boolean {
  return uri === other.module.uri && start === other.start && end === other.end;
}

function placeOf({ module, start, end }: PlaceInModule): Place {
  return { uri: module.uri, start, end };
}
