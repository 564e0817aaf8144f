import type { StoreEffect } from '../facts/resolve';
import type { StoreKind } from '../facts/vocabulary';
import { Op, type ValueId } from '../ir/ir';
import type { CallArguments } from './calls';
import { isSurelyChosen } from './chosen';
import type { Evaluation } from './evaluation';
import type { Frame } from './frame';
import { emptyState, type HeapObject } from './heap';
import { deepTaints, shallowTaints, stateWithTaints } from './members';
import type { ModuleEntry } from './program';
import { addTaints, Flag, onlyString, type Taint, type TaintSource, UNKNOWN, uniteTaints, type Value } from './value';

/**
 * What one request leaves behind and another one finds. An evaluation sees only one of the two halves: what is written
 * under a key, and what is read from under a key and used. The analysis joins halves of equal keys when all files are
 * evaluated, so that results of a file rest on that file's own evaluation alone.
 */
export interface StoreKey {
  readonly kind: StoreKind;
  /** Table, collection, class, name: spelled alike by whoever writes and whoever reads. */
  readonly name: string;
}

/** A value of a request under a key. */
export interface StoredWrite {
  readonly key: StoreKey;
  /** The columns or members that may hold it; undefined where nobody knows. */
  readonly fields: readonly string[] | undefined;
  readonly taint: Taint;
  readonly module: ModuleEntry;
  readonly start: number;
  readonly end: number;
}

/** A text that is sent to a database, as far as it says what it is about. */
export interface Statement {
  readonly writes: boolean;
  readonly tables: readonly string[];
  readonly fields: readonly string[] | undefined;
  /** The columns that placeholders stand for, in their order. */
  readonly bound?: readonly string[] | undefined;
}

const NAME = '["`\\[]?(?:[\\w$]+["`\\]]?\\.["`\\[]?)?([\\w$]+)["`\\]]?';
const WRITES = new RegExp(
  `^\\s*(?:insert\\s+(?:or\\s+\\w+\\s+|ignore\\s+)?into|replace\\s+into|update|merge\\s+into)\\s+${NAME}`,
  'i',
); // prettier-ignore
const FROM = new RegExp(`\\b(?:from|join)\\s+${NAME}`, 'gi');

export function readStatement(text: string): Statement | undefined {
  const write = WRITES.exec(text);
  if (write) {
    const list = /^\s*\(([^()]*)\)\s*values/i.exec(text.slice(write[0].length));
    const set = /\bset\b([\s\S]*?)(?:\bwhere\b|$)/i.exec(text.slice(write[0].length));
    const fields = list
      ? list[1].split(',').map(bare)
      : set
        ? [...set[1].matchAll(/([\w$]+)["`\]]?\s*=/g)].map((match) => bare(match[1]))
        : undefined;
    const bound = list
      ? boundBy(fields ?? [], text)
      : set
        ? [...set[1].matchAll(ASSIGNED)].map((match) => bare(match[1]))
        : undefined;
    return { writes: true, tables: [write[1]], fields, bound };
  }
  if (!/^\s*(?:with\b|\(?\s*select\b)/i.test(text)) return undefined;
  const tables = [...text.matchAll(FROM)].map((match) => match[1]);
  return tables.length > 0 ? { writes: false, tables, fields: selected(text) } : undefined;
}

const PLACEHOLDER = /^\s*(?:\?|\$\d+|:\w+|%s|%\(\w+\)s|@\w+)/;
const ASSIGNED = /([\w$]+)["`\]]?\s*=\s*(?:\?|\$\d+|:\w+|%s|%\(\w+\)s|@\w+)/g;

/** Of the columns of an `INSERT`, those whose values are placeholders. */
function boundBy(fields: readonly string[], text: string): readonly string[] | undefined {
  const values = /\bvalues\s*\(([\s\S]*)\)/i.exec(text)?.[1].split(',');
  return values?.length === fields.length ? fields.filter((_, n) => PLACEHOLDER.test(values[n])) : undefined;
}

/** The columns that a query asks for, by all their names; undefined for all columns. */
function selected(text: string): readonly string[] | undefined {
  const list = /^\s*select\s+(?:distinct\s+)?([\s\S]*?)\s+from\b/i.exec(text)?.[1];
  if (list === undefined || list.includes('*') || list.includes('(')) return undefined;
  return list.split(',').flatMap((item) => {
    const [column, alias] = item.trim().split(/\s+(?:as\s+)?/i);
    return [column.split('.').pop() ?? column, ...(alias ? [alias] : [])].map(bare);
  });
}

function bare(name: string): string {
  return name.replace(/["'`[\]\s]/g, '').toLowerCase();
}

const PLURAL = /(?<=\w{2})s$/;
const ROLE = /(?:repository|repo|dao|mapper|model|collection|col|table|service|store)s?$/;

/** `PostRepository`, `posts`, `Post` → `post`. */
function canonical(name: string): string {
  const lower = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const stripped = lower.replace(ROLE, '');
  return (stripped === '' ? lower : stripped).replace(PLURAL, '');
}

/** Names on the way to a table that are not the table's. */
const GENERAL =
  /^(?:this|self|cls|db|database|session|objects|query|models?|em|entitymanager|manager|prisma|orm|conn(?:ection)?|client|app|ctx|context|tx|transaction|repository|repo|dao|sequelize|mongoose|await|new|default|_\w*|get\w*)$/i;

function nameIn(text: string): string | undefined {
  const words = text.replace(/\((?:[^()]|\([^()]*\))*\)/g, '').match(/[A-Za-z_$][\w$]*/g) ?? [];
  const word = words.find((one) => !GENERAL.test(one));
  return word === undefined ? undefined : canonical(word);
}

/** The thing a call is about: what a model named it by, its class, the words before the call. */
function thingName(frame: Frame, value: Value, id: ValueId): string | undefined {
  for (const object of value.objects) {
    if (object.storeName !== undefined) return object.storeName;
    if (object.cls) return canonical(object.cls.cls.name);
  }
  const [cls] = value.classes;
  if (cls) return canonical(cls.cls.name);
  // What was read from somewhere is kept there again.
  const row = value.taints.find(({ source }) => source.stores?.length === 1)?.source.stores?.[0];
  if (row?.kind === 'row') return row.name;
  return id < 0 ? undefined : nameIn(frame.text(id));
}

function textOf(value: Value | undefined): string | undefined {
  if (!value) return undefined;
  const only = onlyString(value) ?? value.prefix;
  return only !== undefined && only.length >= 2 ? only : undefined;
}

/** What a model says of a call that keeps or gives back. */
export function storeCall(
  evaluation: Evaluation,
  frame: Frame,
  call: ValueId,
  args: CallArguments,
  { spec, selector }: StoreEffect,
  given: readonly { readonly value: Value; readonly id: ValueId }[],
  result: Value,
): Value {
  const first = args.positional[0];
  let name: string | undefined;
  if (spec.key === 'name') name = textOf(first?.value);
  else if (spec.key === 'argument') name = first && thingName(frame, first.value, first.id);
  else
    name = thingName(
      frame,
      args.receiverId < 0 ? (args.callee ?? UNKNOWN) : args.receiver,
      args.receiverId < 0 ? frame.fn.a[call] : args.receiverId,
    ); // prettier-ignore
  if (spec.does === 'names') {
    const said = textOf(first?.value);
    return said === undefined ? result : named(evaluation, result, canonical(said));
  }
  if (name === undefined) return result;
  const key = { kind: spec.kind, name };
  if (spec.does === 'write' && selector?.what === 'all') {
    for (const { value, id } of args.positional) write(evaluation, frame, key, value, id < 0 ? call : id, undefined);
    for (const [column, { value, id }] of args.named) {
      const taints = deepTaints(value, 2);
      write(evaluation, frame, key, addTaints(UNKNOWN, taints), id < 0 ? call : id, [column.toLowerCase()]);
    }
    return result;
  }
  if (spec.does === 'fill') {
    const { taints } = readFrom(evaluation, frame, call, [key], UNKNOWN);
    for (const { value } of given)
      for (const object of value.objects) evaluation.heap.write(object, stateWithTaints(object.state, taints));
    return result;
  }
  if (spec.does === 'write') {
    for (const { value, id } of selector ? given : [{ value: args.receiver, id: args.receiverId }])
      write(evaluation, frame, key, value, id < 0 ? call : id, undefined);
    return result;
  }
  return readFrom(evaluation, frame, call, [key], result);
}

function named(evaluation: Evaluation, value: Value, name: string): Value {
  const object = evaluation.allocate('opaque', emptyState(true, -1));
  object.storeName = name;
  return { ...value, objects: [...value.objects, object] };
}

/** Members of a thing that outlives requests: `session.name = value`. */
export function writeMember(
  evaluation: Evaluation,
  frame: Frame,
  kind: StoreKind,
  name: string,
  value: Value,
  id: ValueId,
): void {
  write(evaluation, frame, { kind, name }, value, id, undefined);
}

export function readMemberOf(
  evaluation: Evaluation,
  frame: Frame,
  kind: StoreKind,
  name: string,
  value: Value,
  id: ValueId,
): Value {
  // prettier-ignore
  return readFrom(evaluation, frame, id, [{ kind, name }], value);
}

function write(
  evaluation: Evaluation,
  frame: Frame,
  key: StoreKey,
  value: Value,
  id: ValueId,
  columns: readonly string[] | undefined,
): void {
  const whole = shallowTaints(value).filter(isSurelyChosen);
  const fields = new Map<Taint, readonly string[] | undefined>(whole.map((taint) => [taint, columns]));
  for (const { state } of value.objects) {
    for (const [name, slot] of state.fields) {
      for (const taint of deepTaints(slot.value, 3).filter(isSurelyChosen)) {
        if (fields.has(taint) && fields.get(taint) === undefined) continue;
        fields.set(taint, /^\d+$/.test(name) ? undefined : [...(fields.get(taint) ?? []), name.toLowerCase()]);
      }
    }
  }
  for (const [taint, known] of fields) {
    const names = known ?? columns;
    const place = `${key.kind} ${key.name} ${names?.join() ?? ''} ${taint.source.module.uri}:${taint.source.start}`;
    if (evaluation.results.writes.has(place)) continue;
    evaluation.results.writes.set(place, {
      key,
      fields: names,
      taint,
      module: frame.module,
      start: frame.start(id),
      end: frame.end(id),
    });
  }
}

function readFrom(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  keys: readonly StoreKey[],
  value: Value,
  columns?: readonly string[],
): Value {
  if (value.taints.some(({ source }) => source.kind === 'stored')) return value;
  const isRow = keys[0].kind === 'row';
  const source: TaintSource = {
    kind: 'stored',
    module: frame.module,
    start: frame.start(id),
    end: frame.end(id),
    text: isRow ? rowText(keys[0], columns?.length === 1 ? columns[0] : undefined) : evaluation.nameOfSource(frame, id),
    isLabelled: isRow,
    stores: keys,
    columns,
  };
  return addTaints(value, [{ source, clean: 0, step: undefined, isGuess: false }]);
}

// ---- statements ----------------------------------------------------------------------------------------------------

/** A call that is given the text of a statement: writes what it is given beside it, or reads. */
export function statementCall(
  evaluation: Evaluation,
  frame: Frame,
  call: ValueId,
  args: CallArguments,
  text: Value,
  result: Value,
): Value {
  const said = textOf(text);
  const statement = said === undefined ? undefined : readStatement(said);
  if (!statement) return result;
  remember(evaluation, frame, args, statement);
  const offset = args.positional.findIndex(({ value }) => value === text) + 1;
  return withStatement(evaluation, runStatement(evaluation, frame, call, args, statement, result, offset), statement);
}

/** A call on something that was made for a statement or ran one: `statement.setString(1, name)`, `cursor.fetchone()`. */
export function callOnStatement(
  evaluation: Evaluation,
  frame: Frame,
  call: ValueId,
  args: CallArguments,
  result: Value,
): Value {
  const statement = args.receiver.objects.find((object) => object.statement)?.statement;
  if (!statement) return result;
  return withStatement(evaluation, runStatement(evaluation, frame, call, args, statement, result), statement);
}

export function statementOf({ objects }: Value): Statement | undefined {
  return objects.find((object) => object.statement)?.statement;
}

export function keysOf({ tables }: Statement): StoreKey[] {
  return tables.map((table) => ({ kind: 'row', name: canonical(table) }));
}

function runStatement(
  evaluation: Evaluation,
  frame: Frame,
  call: ValueId,
  args: CallArguments,
  statement: Statement,
  result: Value,
  offset = 0,
): Value {
  const keys = keysOf(statement);
  if (statement.writes) {
    for (const { value, id, columns } of valuesFor(statement, args, offset)) {
      const taints = deepTaints(value);
      if (value.closures.length === 0 && taints.length > 0)
        write(evaluation, frame, keys[0], addTaints(UNKNOWN, taints), id < 0 ? call : id, columns);
    }
    return result;
  }
  // Rows may come as the result or be handed to a function.
  for (const { value } of args.positional) {
    for (const closure of value.closures) {
      const last = closure.fn.params.length - 1;
      if (last < 0 || last > 2) continue;
      const rows = readFrom(evaluation, frame, call, keys, UNKNOWN, statement.fields);
      evaluation.callBack(frame, closure, Math.min(last, 1), rows);
    }
  }
  return readFrom(evaluation, frame, call, keys, result, statement.fields);
}

/** What was filled by a call on rows: `rows.Scan(&title)`. */
export function filledFrom(evaluation: Evaluation, frame: Frame, call: ValueId, receiver: Value): readonly Taint[] {
  const statement = statementOf(receiver);
  if (!statement || statement.writes) return [];
  return readFrom(evaluation, frame, call, keysOf(statement), UNKNOWN, statement.fields).taints;
}

interface Bound {
  readonly value: Value;
  readonly id: ValueId;
  readonly columns: readonly string[] | undefined;
}

/** What is given beside a statement, with the column where its place tells it. */
function valuesFor({ fields, bound }: Statement, args: CallArguments, offset: number): Bound[] {
  const column = (n: number): readonly string[] | undefined => (bound && n < bound.length ? [bound[n]] : undefined);
  const { positional } = args;
  // `statement.setString(2, text)`
  const number = positional.length === 2 ? positional[0].value.consts?.[0]?.value : undefined;
  if (bound && typeof number === 'number') return [{ ...positional[1], columns: column(number - 1) ?? [] }];
  return [...positional, ...args.named.values()].flatMap(({ value, id }, n): Bound[] => {
    const [list] = value.objects;
    if (bound && list && (list.kind === 'list' || list.kind === 'tuple')) {
      // What is beyond the columns chooses rows.
      return [...list.state.fields].flatMap(([key, slot]) =>
        Number(key) < bound.length ? [{ value: slot.value, id, columns: column(Number(key)) }] : [],
      );
    }
    const isSpread = bound !== undefined && n >= offset && positional.length - offset >= bound.length;
    // What is beyond the columns chooses rows.
    if (isSpread && n - offset >= bound.length) return [];
    return [{ value, id, columns: isSpread ? column(n - offset) : fields }];
  });
}

function withStatement(evaluation: Evaluation, value: Value, statement: Statement): Value {
  if (value.objects.some((object) => object.statement === statement)) return value;
  return { ...value, objects: [...value.objects, carrier(evaluation, statement)] };
}

function carrier(evaluation: Evaluation, statement: Statement): HeapObject {
  const object = evaluation.allocate('opaque', emptyState(true, -1));
  object.statement = statement;
  return object;
}

/** The receiver, such as a cursor, has run the statement: what is asked of it next is about that. */
function remember(evaluation: Evaluation, frame: Frame, args: CallArguments, statement: Statement): void {
  const { receiver, receiverId } = args;
  if (receiverId < 0 || !receiver.nodes?.isInstance) return;
  const others = receiver.objects.filter((object) => !object.statement);
  const known = { ...receiver, objects: [...others, carrier(evaluation, statement)] };
  const { fn } = frame;
  // Every later read of the variable is a copy of what it was made of.
  for (let id = receiverId; id >= 0; id = fn.ops[id] === Op.Copy ? fn.a[id] : -1) frame.values[id] = known;
}

/** Whatever a thing that was read gives is what was read: `rows.getString("title")`, `post.getTitle()`. */
export function readOn(evaluation: Evaluation, args: CallArguments, method: string, result: Value): Value {
  const { receiver } = args;
  const isStored = ({ source, isGuess }: Taint): boolean => source.kind === 'stored' && !isGuess;
  if (!receiver.taints.some(isStored) || result.flags & Flag.Scalar) return result;
  const said = args.positional.length > 0 ? onlyString(args.positional[0].value) : /^get([A-Z]\w*)$/.exec(method)?.[1];
  const stored = receiver.taints.filter(isStored);
  const read = said === undefined ? stored : ofField(evaluation, stored, said);
  const others = result.taints.filter((taint) => !isStored(taint));
  const kept = result.taints.filter((taint) => isStored(taint) && taint.clean !== 0);
  return { ...result, consts: undefined, taints: uniteTaints(others, kept.length > 0 ? kept : read) };
}

/** What messages call it: the place where it was read says little of what it is. */
function rowText({ name }: StoreKey, column: string | undefined): string {
  return column === undefined ? `a row of ${name}` : `${column} of ${name}`;
}

/** Members of results that hold rows, not columns. */
const WRAPPERS = /^(?:\*|rows?|results?|docs?|records?|recordsets?|datavalues|_doc|length|size)$/i;

/** What is read of a row is that column. */
export function ofField(evaluation: Evaluation, taints: readonly Taint[], name: string): readonly Taint[] {
  if (!taints.some(({ source }) => source.stores && source.field === undefined)) return taints;
  if (/^\d+$|^\[/.test(name) || WRAPPERS.test(name)) return taints;
  return taints.map((taint) => {
    const { source } = taint;
    if (!source.stores || source.field !== undefined) return taint;
    let known = evaluation.fieldSources.get(source);
    if (!known) {
      known = new Map();
      evaluation.fieldSources.set(source, known);
    }
    let field = known.get(name);
    if (!field) {
      const [key] = source.stores;
      field = { ...source, field: name, text: key.kind === 'row' ? rowText(key, name) : source.text };
      known.set(name, field);
    }
    return { ...taint, source: field };
  });
}
