import { sinkBit } from '../facts/resolve';
import { Op, type ValueId } from '../ir/ir';
import type { Evaluation } from './evaluation';
import type { Frame } from './frame';
import { queryPosition } from './query-position';
import { Flag, type Taint, type Value } from './value';

/** What stands in the text of a query and is neither constant nor known to come from anywhere. */
export interface Unproven {
  readonly taint: Taint;
  /** `name`: where the query has a name of its own; `fragment`: a piece of the query, as its name says; else a value. */
  readonly variant: 'name' | 'fragment' | undefined;
}

/** Names of pieces that programs put together themselves. */
const FRAGMENT =
  /(?:sql|clause|where|cond(?:ition)?s?|filter|criteria|tables?|columns?|cols?|fields?|schema|prefix|suffix|alias|order|sort|join|select|query|stmt|statement|placeholders?|marks?|binds?|params?|predicate|expr(?:ession)?s?|limit|offset|quoted?\w*|escaped?\w*|ident\w*|literal|quot\w*|escape\w*|sanitiz\w*)$/i;
const CONSTANT_NAME = /^(?:[\w$]+\.)*[A-Z][A-Z0-9_]*$/;
/** Lists of placeholders. */
const PLACEHOLDERS = /\?|%s|\.repeat\(|placeholder|\bjoin\(/i;
const QUERY = /^\s*\(?\s*(?:select|insert|update|delete|with|replace|merge|call|exec(?:ute)?)\b/i;
const MAX_DEPTH = 8;

/**
 * The part of a text built in this function that says the most: a value before a piece before a name. Texts that are
 * given as a whole, and statements that define tables, are left to whoever wrote them.
 */
export function unprovenPart(evaluation: Evaluation, frame: Frame, id: ValueId): Unproven | undefined {
  const found: Unproven[] = [];
  const seen = new Set<ValueId>();
  const state = { before: '', isBuilt: false };
  walk(id, 0);
  if (!state.isBuilt || !QUERY.test(state.before)) return undefined;
  return (
    found.find(({ variant }) => variant === undefined) ??
    found.find(({ variant }) => variant === 'fragment') ??
    found[0]
  );

  function walk(at: ValueId, depth: number): void {
    if (at < 0 || depth > MAX_DEPTH || seen.has(at)) return;
    seen.add(at);
    const { fn } = frame;
    switch (fn.ops[at]) {
      case Op.Copy:
      case Op.Cast:
        walk(fn.a[at], depth + 1);
        return;
      case Op.Phi: {
        const before = state.before;
        let longest = before;
        for (let j = 0; j < fn.c[at]; j++) {
          state.before = before;
          walk(fn.args[2 * (fn.b[at] + j)], depth + 1);
          if (state.before.length > longest.length) longest = state.before;
        }
        state.before = longest;
        return;
      }
      case Op.Concat:
        state.isBuilt = true;
        for (let j = 0; j < fn.c[at]; j++) {
          part(fn.args[2 * (fn.b[at] + j)], depth, j + 1 < fn.c[at] ? fn.args[2 * (fn.b[at] + j + 1)] : -1);
        }
        return;
      default:
        state.before += constantText(evaluation.value(frame, at)) ?? '{}';
    }
  }

  function part(at: ValueId, depth: number, next: ValueId): void {
    const value = evaluation.value(frame, at);
    const text = constantText(value);
    if (text !== undefined) {
      state.before += text;
      return;
    }
    if (isBuilt(frame, at, 0)) {
      walk(at, depth + 1);
      return;
    }
    const after = next < 0 ? '' : (constantText(evaluation.value(frame, next)) ?? '');
    const variant =
      isUnproven(value) && !isCleaned(evaluation, frame, at) ? variantOf(frame, at, state.before, after) : null;
    if (variant !== null) found.push({ taint: taintAt(frame, at), variant });
    state.before += '{}';
  }
}

/** Whether the value comes out of a call that makes it harmless for queries. */
function isCleaned(evaluation: Evaluation, frame: Frame, id: ValueId): boolean {
  const at = originOf(frame, id);
  const { fn } = frame;
  if (fn.ops[at] !== Op.Call && fn.ops[at] !== Op.New) return false;
  const { nodes } = evaluation.value(frame, fn.a[at]);
  return nodes?.effects.some((effect) => effect.what === 'sanitizer' && (effect.mask & SQL_BIT) !== 0) ?? false;
}

const SQL_BIT = sinkBit('sql');

/** Whether a value is a text put together here, under whatever name. */
function isBuilt(frame: Frame, id: ValueId, depth: number): boolean {
  const { fn } = frame;
  if (id < 0 || depth > MAX_DEPTH) return false;
  if (fn.ops[id] === Op.Copy || fn.ops[id] === Op.Cast) return isBuilt(frame, fn.a[id], depth + 1);
  if (fn.ops[id] !== Op.Phi) return fn.ops[id] === Op.Concat;
  for (let j = 0; j < fn.c[id]; j++) if (isBuilt(frame, fn.args[2 * (fn.b[id] + j)], depth + 1)) return true;
  return false;
}

function constantText({ consts }: Value): string | undefined {
  if (!consts || consts.length === 0) return undefined;
  return String(consts[0].value ?? '');
}

/** What is tainted was judged already; numbers break out of nothing. */
function isUnproven({ consts, flags, taints, nodes }: Value): boolean {
  return consts === undefined && (flags & Flag.Scalar) === 0 && taints.length === 0 && !nodes?.isGroup;
}

/** What a name stands for. */
function originOf(frame: Frame, id: ValueId): ValueId {
  const { fn } = frame;
  let at = id;
  for (let n = 0; n < MAX_DEPTH && at >= 0 && (fn.ops[at] === Op.Copy || fn.ops[at] === Op.Cast); n++) at = fn.a[at];
  return at < 0 ? id : at;
}

/** `null`: nothing that is worth a word. */
function variantOf(frame: Frame, id: ValueId, before: string, after: string): Unproven['variant'] | null {
  const text = frame.text(id).replace(/\s+/g, ' ');
  if (CONSTANT_NAME.test(text) || PLACEHOLDERS.test(text) || text === '') return null;
  if (PLACEHOLDERS.test(frame.text(originOf(frame, id)))) return null;
  const name = /([\p{L}\p{N}_$]+)\s*(?:\([^()]*\))?\s*$/u.exec(text)?.[1] ?? text;
  const position = queryPosition(before, after);
  if (position === 'name' || position === 'direction') return 'name';
  if (FRAGMENT.test(name) || FRAGMENT.test(text.replace(/\(.*$/s, ''))) return 'fragment';
  return isValuePlace(before) ? undefined : 'fragment';
}

/** Inside of quotes, or compared with something: where a value stands that could be bound. */
function isValuePlace(before: string): boolean {
  const tail = before.slice(-400);
  return (tail.match(/'/g)?.length ?? 0) % 2 === 1 || /(?:[=<>]|\blike|\bvalues\s*\([^()]*)\s*$/i.test(tail);
}

function taintAt(frame: Frame, id: ValueId): Taint {
  return {
    source: {
      kind: 'unproven',
      module: frame.module,
      start: frame.start(id),
      end: frame.end(id),
      text: frame.text(id).replace(/\s+/g, ' ').slice(0, 60),
      isLabelled: false,
    },
    clean: 0,
    step: undefined,
    isGuess: false,
  };
}
