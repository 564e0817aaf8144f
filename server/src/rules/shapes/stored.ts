import type { Step } from '../../base/finding';
import type { FlowHit } from '../../dataflow/results';
import type { StoredWrite, StoreKey } from '../../dataflow/stores';
import { sinkBit } from '../../facts/resolve';
import type { FlowRule } from '../rule';
import { flowDraft, traceTo } from './flow';
import type { Draft } from './place';

const PLACES: Readonly<Record<StoreKey['kind'], string>> = {
  row: 'the table of',
  session: 'the session as',
  cache: 'the cache as',
  file: 'the file',
};

/** What may be kept where, for looking up. */
export class StoredWrites {
  private readonly byKey = new Map<string, StoredWrite[]>();

  constructor(writes: readonly StoredWrite[]) {
    for (const write of writes) {
      const key = keyOf(write.key);
      const list = this.byKey.get(key);
      if (list) list.push(write);
      else this.byKey.set(key, [write]);
    }
  }

  /** The write that a read most likely finds, and whether both name the member. */
  for(hit: FlowHit): { readonly write: StoredWrite; readonly isExact: boolean } | undefined {
    const { stores, field, columns } = hit.taint.source;
    const wanted = field === undefined ? columns : [field.toLowerCase()];
    let found: StoredWrite | undefined;
    for (const key of stores ?? []) {
      for (const write of this.byKey.get(keyOf(key)) ?? []) {
        // What was made harmless before it was kept stays that.
        if ((write.taint.clean & sinkBit(hit.kind)) !== 0) continue;
        // Members of a session and names of a cache are all there is to know.
        if (key.kind !== 'row') return { write, isExact: true };
        const isNamed = wanted !== undefined && write.fields !== undefined;
        if (!isNamed) found ??= write;
        else if (wanted.some((name) => write.fields?.some((other) => isAlike(name, other))))
          return { write, isExact: true };
      }
    }
    return found && { write: found, isExact: false };
  }
}

function keyOf({ kind, name }: StoreKey): string {
  return `${kind} ${name}`;
}

/** `createdAt` and `created_at` are one column. */
function isAlike(one: string, other: string): boolean {
  return one.replace(/_/g, '').toLowerCase() === other.replace(/_/g, '').toLowerCase();
}

/** What a flow rule says of a value that one request left and another one uses. */
export function storedDraft(rule: FlowRule, hit: FlowHit, writes: StoredWrites): Draft | undefined {
  if (!rule.from.includes('stored')) return undefined;
  // One's own session is shown to oneself.
  if (hit.kind.startsWith('html') && hit.taint.source.stores?.every(({ kind }) => kind === 'session')) return undefined;
  const found = writes.for(hit);
  const draft = found && flowDraft(rule, hit, true);
  if (!draft) return undefined;
  const { write, isExact } = found;
  const kept = `kept in ${PLACES[write.key.kind]} ${write.key.name}`;
  const first: Step[] = [
    ...traceTo(write.taint),
    { uri: write.module.uri, start: write.start, end: write.end, note: kept },
  ];
  const [read, ...rest] = draft.trace;
  return {
    ...draft,
    severity: isExact ? 'warning' : 'information',
    message: draft.message.replace(/\.$/, ` (stored: ${write.taint.source.text}).`),
    variant: 'stored',
    onlyStrict: !isExact,
    trace: [...first, { ...read, note: `${read.note.replace(/:.*$/, '')}: read where it was kept` }, ...rest],
  };
}
