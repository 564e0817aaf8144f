import type { SinkEffect } from '../facts/resolve';
import type { ValueId } from '../ir/ir';
import type { CallArguments } from './calls';
import { isSurelyChosen } from './chosen';
import type { Evaluation } from './evaluation';
import type { Frame } from './frame';
import type { Selected } from './library';
import { deepTaints, shallowTaints } from './members';
import { onlyString, type Taint } from './value';

/** Functions of databases that make something else of a value. */
const COMPUTES = /\b(?:crypt|password|sha\d?|sha_?\d+|md5|digest|hashbytes|encode|pgp_\w+|hmac)\s*\(/i;
const WRITES = /^\s*(?:insert|update|replace|merge|upsert)\b/i;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Something of a request that its name makes a secret, kept in a store or looked for there as it came: as a field of
 * what is kept, as a value of a statement or a part of its text.
 */
export function checkKept(
  evaluation: Evaluation,
  frame: Frame,
  call: ValueId,
  sinks: readonly SinkEffect[],
  given: Selected,
  args: CallArguments,
): void {
  const { named } = evaluation.session;
  if (!named?.reaches('stored')) return;
  for (const { kind } of sinks) {
    if (kind === 'model-fields') {
      for (const { state } of given.value.objects) {
        for (const [key, slot] of state.fields) {
          const taint = named.isSecret(key) ? shallowTaints(slot.value).find(isSurelyChosen) : undefined;
          const isHere = slot.module === frame.module && slot.start >= given.start && slot.end <= given.end;
          if (taint) report(evaluation, frame, call, key, taint, isHere ? slot : given, 'field');
        }
      }
    } else if (kind === 'sql') {
      const text = onlyString(given.value) ?? given.value.prefix ?? '';
      if (COMPUTES.test(text)) continue;
      const others = args.positional.filter(({ id }) => id !== given.id);
      for (const { id, value } of [{ id: given.id, value: given.value }, ...others, ...args.named.values()]) {
        if (id < 0) continue;
        for (const taint of deepTaints(value).filter(isSurelyChosen)) {
          const name = lastName(taint.source.text);
          const span = { start: frame.start(id), end: frame.end(id) };
          if (named.isSecret(name))
            report(evaluation, frame, call, name, taint, span, WRITES.test(text) ? 'written' : 'looked-up');
        }
      }
    }
  }
}

/** Fields that are given as named arguments, where a whole mapping of them could be, too. */
export function checkKeptByName(
  evaluation: Evaluation,
  frame: Frame,
  call: ValueId,
  sinks: readonly SinkEffect[],
  { named: given }: CallArguments,
): void {
  const { named } = evaluation.session;
  if (given.size === 0 || !named?.reaches('stored') || !sinks.some(({ kind }) => kind === 'model-fields')) return;
  for (const [key, { id, value }] of given) {
    const taint = named.isSecret(key) ? shallowTaints(value).find(isSurelyChosen) : undefined;
    if (taint) report(evaluation, frame, call, key, taint, { start: frame.start(id), end: frame.end(id) }, 'field');
  }
}

function report(
  evaluation: Evaluation,
  frame: Frame,
  call: ValueId,
  name: string,
  taint: Taint,
  { start, end }: Span,
  variant: string,
): void {
  evaluation.hit({
    kind: 'stored',
    spec: { variant },
    taint: { ...taint, source: { ...taint.source, name } },
    module: frame.module,
    functionId: frame.fn.id,
    instruction: call,
    value: -1,
    start,
    end,
    callee: frame.text(frame.fn.a[call]).replace(/\s+/g, ' '),
  });
}

/** `request.form["password"]`, `req.body.password`: what the value is called. */
function lastName(text: string): string {
  return /([\p{L}_$][\p{L}\p{N}_$]*)\W*$/u.exec(text)?.[1] ?? '';
}
