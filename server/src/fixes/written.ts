import type { FunctionIR, ValueId } from '../ir/ir';
import { Op } from '../ir/ir';
import { objectBrackets, readEntry } from './literals';
import type { FixReader } from './reader';
import { type Span, tokenize, trim, unwrapped } from './surface';

/** A value and where it is written: at its use, not where it was made. */
export interface Written {
  readonly span: Span;
  readonly value: ValueId;
}

/** The value at the sink as it is written there; for an assignment its right side, for a return what is returned. */
export function sinkValue(reader: FixReader): Written | undefined {
  const { value } = reader.anchor;
  const at = reader.instruction;
  const op = reader.op(at);
  if (value < 0) return undefined;
  if (reader.isCall(at)) return argumentText(reader, at, value);
  const span = reader.span(at);
  if (op === Op.Return || op === Op.Yield || op === Op.Throw) {
    const keyword = /^(?:return|yield|throw|raise)\b\s*/.exec(reader.slice(span));
    const end = /;$/.test(reader.slice(span)) ? span.end - 1 : span.end;
    return { span: trim(reader.text, { start: span.start + (keyword?.[0].length ?? 0), end }), value };
  }
  if (op === Op.SetField || op === Op.SetIndex || op === Op.StoreCell) {
    const right = rightSide(reader, span);
    return right && { span: right, value };
  }
  return { span: reader.span(value), value };
}

function argumentText(reader: FixReader, at: ValueId, value: ValueId): Written | undefined {
  const call = reader.call(at);
  if (!call) return undefined;
  const entries = reader.entries(at);
  const isMatched = entries.length === call.list.items.length;
  const items = isMatched
    ? entries.map((entry, i) => ({ value: entry.value, span: reader.expressionOf(call.list.items[i]) }))
    : [];
  const direct =
    items.find((item) => item.value === value) ??
    items.find((item) => reader.origin(item.value) === reader.origin(value));
  if (direct) return { span: direct.span, value };
  for (const item of items) {
    const member = memberWith(reader, item, value, 4);
    if (member) return member;
  }
  const receiver = reader.receiver(call);
  const callee = reader.fn.a[at];
  if (receiver && reader.op(callee) === Op.Field && reader.origin(reader.fn.a[callee]) === reader.origin(value))
    return { span: receiver, value };
  return { span: reader.span(value), value };
}

function memberWith(reader: FixReader, object: Written, value: ValueId, depth: number): Written | undefined {
  if (depth === 0) return undefined;
  for (const member of members(reader, object)) {
    if (reader.origin(member.value) === reader.origin(value)) return { span: member.span, value };
    const inner = memberWith(reader, member, value, depth - 1);
    if (inner) return inner;
  }
  return undefined;
}

export interface Member extends Written {
  readonly key: string;
  /** `{ id }`: the key stands for the value too. */
  readonly isShort: boolean;
}

/** What an object literal is made of, with what is assigned to its members later on. */
export function members(reader: FixReader, written: Written): Member[] {
  const origin = reader.origin(written.value);
  if (reader.op(origin) !== Op.Object) return [];
  const list: Member[] = [];
  const brackets = objectBrackets(reader, literalSpan(reader, written, origin));
  const values = new Map(reader.entries(origin).map((entry) => [reader.name(entry.tag), entry.value]));
  for (const item of brackets?.items ?? []) {
    const entry = readEntry(reader, item);
    const value = entry && values.get(entry.key);
    if (entry && value !== undefined) list.push({ key: entry.key, span: entry.value, value, isShort: entry.isShort });
  }
  for (const use of reader.uses(origin)) {
    if (reader.op(use) !== Op.SetField || reader.fn.a[use] < 0) continue;
    const right = reader.origin(reader.fn.a[use]) === origin ? rightSide(reader, reader.span(use)) : undefined;
    if (right) list.push({ key: reader.name(reader.fn.b[use]), span: right, value: reader.fn.c[use], isShort: false });
  }
  return list;
}

/** The literal where it is written: in place, or where the variable was made. */
export function literalSpan(reader: FixReader, written: Written, origin: ValueId): Span {
  return reader.asName(written.span) === undefined
    ? unwrapped(reader.text, reader.surface, written.span)
    : reader.span(origin);
}

/** What stands after the first `=` of an assignment. */
export function rightSide(reader: FixReader, span: Span): Span | undefined {
  let depth = 0;
  for (const token of tokenize(reader.text, reader.surface, span.start, span.end)) {
    if (token.kind !== 'sign') continue;
    const sign = reader.slice(token);
    if (/^[([{]$/.test(sign)) depth++;
    else if (/^[)\]}]$/.test(sign)) depth--;
    else if (depth === 0 && sign === '=') {
      const right = trim(reader.text, { start: token.end, end: span.end });
      return reader.text[right.end - 1] === ';' ? { start: right.start, end: right.end - 1 } : right;
    }
  }
  return undefined;
}

/** Where the value was made, also when another function of the file made it and it is written once. */
export function madeAt(reader: FixReader, value: ValueId): { readonly fn: FunctionIR; readonly value: ValueId } {
  const { module } = reader.context;
  let fn = reader.fn;
  let current = reader.origin(value);
  for (let steps = 0; steps < 8 && current >= 0 && fn.ops[current] === Op.LoadCell; steps++) {
    const owner = module.functions[fn.a[current]];
    const values = owner?.cells[fn.b[current]]?.values ?? [];
    if (!owner || values.length !== 1) break;
    fn = owner;
    current = values[0];
    while (fn.ops[current] === Op.Copy || fn.ops[current] === Op.Cast) current = fn.a[current];
  }
  return { fn, value: current };
}
