import { SCALAR_MASK, sinkMask } from '../facts/resolve';
import type { Operation } from '../facts/vocabulary';
import { type Constant, Op } from '../ir/ir';
import { type Argument, callClosure } from './calls';
import { joinParts } from './concatenation';
import type { Evaluation } from './evaluation';
import { absenceMask } from './guards';
import type { HeapObject, ObjectState, Slot } from './heap';
import { callLibrary, type LibraryCall, stepBy } from './library';
import { deepTaints, readContents, readElement, shallowTaints, stateWithTaints } from './members';
import type { Closure } from './program';
import {
  addTaints,
  booleanValue,
  cleanedValue,
  constantsValue,
  Flag,
  join,
  keyOf,
  numberValue,
  objectValue,
  onlyNumber,
  onlyString,
  SCALAR,
  stringValue,
  type Taint,
  TEXT,
  UNKNOWN,
  uniteTaints,
  type Value,
  withNodes,
  withTaints,
} from './value';

type Operator = (context: Context) => Value | undefined;

interface Context {
  readonly evaluation: Evaluation;
  readonly call: LibraryCall;
  readonly receiver: Value;
  readonly args: readonly Value[];
  readonly operation: Operation;
}

/**
 * What the engine itself computes when a model says that a call does it. Undefined: the operation says nothing here, and
 * the call counts as any other.
 */
export function operate(evaluation: Evaluation, call: LibraryCall, operation: Operation): Value | undefined {
  const { args } = call;
  const context: Context = {
    evaluation,
    call,
    receiver: args.receiverId < 0 ? UNKNOWN : args.receiver,
    args: args.positional.map(({ value }) => value),
    operation,
  };
  return OPERATORS[operation](context);
}

const UNDEFINED: Value = { ...UNKNOWN, consts: [{ kind: 'undefined', value: undefined }], flags: Flag.Scalar };

// ---- texts ---------------------------------------------------------------------------------------------------------

/** The text an operation works on: the receiver, or the first argument of a function. */
function subject({ receiver, args, call }: Context): { readonly text: Value; readonly rest: readonly Value[] } {
  const isFunction =
    call.args.receiverId < 0 ||
    (receiver.consts === undefined && receiver.taints.length === 0 && isNamespace(receiver, call)); // prettier-ignore
  return isFunction ? { text: args[0] ?? UNKNOWN, rest: args.slice(1) } : { text: receiver, rest: args };
}

/** `strings.ToUpper(s)`, `String.join(…)`: the receiver is where the function lives. */
function isNamespace(receiver: Value, { frame, args }: LibraryCall): boolean {
  const op = frame.fn.ops[args.receiverId];
  if (op === Op.TypeName || op === Op.Import || (op === Op.Global && receiver.nodes !== undefined)) return true;
  return (
    receiver.nodes !== undefined && !receiver.nodes.isInstance && receiver.objects.length === 0 && receiver.flags === 0
  );
}

function textResult(context: Context, taints: readonly Taint[]): Value {
  const { evaluation, call } = context;
  const nodes = call.frame.module.models.ofLiteral('string');
  const base = nodes.isEmpty ? TEXT : { ...TEXT, nodes };
  return withTaints(base, stepBy(evaluation, call.frame, call.id, 'passed on', taints));
}

/** Applies a function of constants to all combinations; undefined when something is not known. */
function mapText(
  context: Context,
  compute: (text: string, args: readonly Constant[]) => Constant['value'] | undefined,
): Value | undefined {
  const { text, rest } = subject(context);
  if (!text.consts || text.consts.length === 0 || rest.some((value) => value.consts?.length !== 1)) return undefined;
  const args = rest.map((value) => (value.consts as readonly Constant[])[0]);
  const results: Constant[] = [];
  for (const constant of text.consts) {
    if (typeof constant.value !== 'string' || constant.kind === 'symbol') return undefined;
    const value = compute(constant.value, args);
    if (value === undefined) return undefined;
    results.push({ kind: value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean'), value });
  }
  return constantsValue(results);
}

const transform =
  (compute: (text: string, args: readonly Constant[]) => string | undefined): Operator =>
  (context) =>
    mapText(context, compute) ?? textResult(context, shallowTaints(subject(context).text));

const measure =
  (compute: (text: string, args: readonly Constant[]) => number | boolean | undefined): Operator =>
  (context) =>
    mapText(context, compute) ?? SCALAR;

function at(args: readonly Constant[], n: number): number | undefined {
  const value = args[n]?.value;
  return typeof value === 'number' ? value : undefined;
}

function str(args: readonly Constant[], n: number): string | undefined {
  const value = args[n]?.value;
  return typeof value === 'string' ? value : undefined;
}

/** What replacing takes away can no longer do harm: line breaks, or everything but harmless characters. */
function replaced(context: Context, isAll: boolean): Value {
  const { text, rest } = subject(context);
  const [pattern, replacement] = rest;
  const constant = pattern?.consts?.length === 1 ? pattern.consts[0] : undefined;
  const source = constant && typeof constant.value === 'string' ? constant.value : undefined;
  const isGlobal = isAll || (constant?.flags?.includes('g') ?? false);
  let mask = 0;
  if (source !== undefined && isGlobal) {
    if (
      /^\[?(?:\\r|\\n|\\u000[ad]|\\x0[ad]|[\r\n]|\||\\s|\?|\\t|\\p\{C\}|\\p\{Cntrl\}|\\x00-\\x1[fF]|\\u0000-\\u001[fF])+\]?[+*]?$/.test(
        source,
      )
    )
      mask = LINE_SINKS;
    else if (/^\[\^[\w\\ _-]*\][+*]?$/.test(source) && !/\\[SWD]|\\\\/.test(source)) mask = SCALAR_MASK;
    else if (/^(?:\\W|\\D)[+*]?$/.test(source)) mask = SCALAR_MASK;
  }
  if (constant?.kind === 'string' && source !== undefined && isAll) {
    const inserted = onlyString(replacement);
    if (inserted !== undefined && !inserted.includes(source)) mask |= absenceMask(source);
  }
  if (source !== undefined && isGlobal) mask |= goneMask(source, onlyString(replacement));
  const given = replacement ? uniteTaints(shallowTaints(text), shallowTaints(replacement)) : shallowTaints(text);
  return cleanedValue(textResult(context, given), mask);
}

/** Each character of a class (`/[&<>"']/g`) is gone, unless what is put in its place brings it back. */
function goneMask(pattern: string, inserted: string | undefined): number {
  const [, members] = /^\[([^^\\\]-][^\\\]-]*)\]\+?$/.exec(pattern) ?? [];
  if (members === undefined) return 0;
  // `$&` is what was found.
  if (inserted?.includes('$&')) return 0;
  return Array.from(members)
    .filter((character) => !inserted?.includes(character))
    .reduce((mask, character) => mask | absenceMask(character), 0);
}

const LINE_SINKS = sinkMask(['log', 'header']);

const replaceOperator =
  (isAll: boolean): Operator =>
  (context) => {
    const folded = mapText(context, (text, args) => {
      const to = str(args, 1);
      const [pattern] = args;
      if (to === undefined || pattern === undefined || pattern.kind === 'regex' || typeof pattern.value !== 'string')
        return undefined;
      if (pattern.value === '') return undefined;
      return isAll ? text.split(pattern.value).join(to) : text.replace(pattern.value, () => to);
    });
    return folded ?? replaced(context, isAll);
  };

const split: Operator = (context) => {
  const { text, rest } = subject(context);
  const whole = onlyString(text);
  const separator = onlyString(rest[0]);
  if (whole !== undefined && separator !== undefined && rest.length === 1) {
    return list(
      context,
      whole.split(separator).map((part) => stringValue(part)),
    );
  }
  const element = textResult(context, shallowTaints(text));
  return list(context, [], element);
};

/** `separator.join(list)` or `list.join(separator)`. */
const joinTexts: Operator = (context) => {
  const { receiver, args, evaluation, call } = context;
  const isList = (value: Value): boolean => value.objects.length > 0;
  const lists = isList(receiver) ? [receiver] : args.filter(isList);
  const separators = [receiver, ...args].filter((value) => !lists.includes(value));
  const others = lists.length === 0 ? args : [];
  const elements: Value[] = [...others];
  let isKnown = lists.length === 1;
  for (const value of lists) {
    for (const object of value.objects) {
      const parts = knownElements(object);
      isKnown &&= parts !== undefined;
      elements.push(...(parts ?? [readContents({ ...UNKNOWN, objects: [object] }) ?? UNKNOWN]));
    }
  }
  const separator = separators.map(onlyString).find((text) => text !== undefined);
  if (isKnown && separator !== undefined) {
    const parts = elements.flatMap((element, n) => (n === 0 ? [element] : [stringValue(separator), element]));
    return joinParts(evaluation, call.frame, call.id, parts, 'joined into a text');
  }
  let taints: readonly Taint[] = [];
  for (const value of [receiver, ...args, ...elements]) taints = uniteTaints(taints, deepTaints(value));
  return textResult(context, taints);
};

function knownElements({ state }: HeapObject): Value[] | undefined {
  if (state.size < 0 || state.isOpen || state.rest) return undefined;
  return Array.from({ length: state.size }, (_, n) => state.fields.get(String(n))?.value ?? UNKNOWN);
}

const concatTexts: Operator = (context) => {
  const { text, rest } = subject(context);
  return joinParts(context.evaluation, context.call.frame, context.call.id, [text, ...rest], 'joined into a text');
};

const format: Operator = (context) => {
  const { receiver, args, evaluation, call } = context;
  const named = [...call.args.named.values()].map(({ value }) => value);
  const all = isNamespace(receiver, call) ? [...args, ...named] : [receiver, ...args, ...named];
  let taints: readonly Taint[] = [];
  for (const value of all) taints = uniteTaints(taints, deepTaints(value));
  return withTaints(TEXT, evaluation.step(call.frame, call.id, 'formatted into a text', taints));
};

const equals = (): Operator => (context) => {
  const { text, rest } = subject(context);
  const other = rest[0];
  if (text.consts?.length === 1 && other?.consts?.length === 1) {
    return booleanValue(text.consts[0].value === other.consts[0].value);
  }
  return SCALAR;
};

// ---- containers ----------------------------------------------------------------------------------------------------

function list(context: Context, elements: readonly Value[], rest?: Value): Value {
  const { evaluation, call } = context;
  const fields = new Map<string, Slot>();
  elements.forEach((value, n) => {
    fields.set(String(n), { value, module: undefined, start: -1, end: -1 });
  });
  const state: ObjectState = {
    fields,
    rest,
    size: rest ? -1 : elements.length,
    taints: [],
    isOpen: rest !== undefined,
    text: undefined,
  };
  return withNodes(objectValue(evaluation.allocate('list', state)), call.frame.module.models.ofLiteral('list'));
}

function slotFor({ call }: Context, argument: Argument | undefined, value: Value): Slot {
  const { frame } = call;
  const id = argument?.id ?? -1;
  return id < 0
    ? { value, module: undefined, start: -1, end: -1 }
    : { value, module: frame.module, start: frame.start(id), end: frame.end(id) };
}

/** Changes each container that the receiver may be; where it may be several, none of them is sure to change. */
function change(context: Context, update: (state: ObjectState, isStrong: boolean) => ObjectState): void {
  const { receiver, evaluation } = context;
  for (const object of receiver.objects) {
    const isStrong = receiver.objects.length === 1 && evaluation.heap.isStrong(object);
    evaluation.heap.write(object, update(object.state, isStrong));
  }
}

function weakened(state: ObjectState, value: Value): ObjectState {
  let rest = join(state.rest, value);
  const fields = new Map<string, Slot>();
  for (const [key, slot] of state.fields) {
    if (/^\d+$/.test(key)) rest = join(rest, slot.value);
    else fields.set(key, slot);
  }
  return { ...state, fields, rest, size: -1 };
}

const listAdd: Operator = (context) => {
  const { args, call } = context;
  // `list.add(index, value)` puts it in the middle.
  const isIndexed = args.length === 2 && onlyNumber(args[0]) !== undefined;
  const isInsert = args.length === 2 && (context.operation === 'list.insert' || isIndexed);
  const values = isInsert ? [args[1]] : args;
  change(context, (state, isStrong) => {
    let next = state;
    const index = isInsert ? onlyNumber(args[0]) : undefined;
    values.forEach((value, n) => {
      if (!isStrong || next.size < 0 || (isInsert && index === undefined)) {
        next = weakened(next, value);
        return;
      }
      const fields = new Map(next.fields);
      const position = index ?? next.size;
      for (let i = next.size - 1; i >= position; i--) {
        const moved = fields.get(String(i));
        if (moved) fields.set(String(i + 1), moved);
      }
      fields.set(String(position), slotFor(context, call.args.positional[isInsert ? 1 : n], value));
      next = { ...next, fields, size: next.size + 1 };
    });
    return next;
  });
  return SCALAR;
};

const listRemove: Operator = (context) => {
  const { args, receiver } = context;
  const removed = listGet(context) ?? UNKNOWN;
  change(context, (state, isStrong) => {
    const index =
      context.operation === 'list.shift'
        ? 0
        : context.operation === 'list.pop' && args.length === 0
          ? state.size - 1
          : onlyNumber(args[0]);
    if (!isStrong || state.size < 0 || index === undefined || index < 0 || index >= state.size) {
      return state.size < 0
        ? state
        : { ...weakened(state, UNKNOWN), rest: readContents({ ...UNKNOWN, objects: receiver.objects }) };
    }
    const fields = new Map(state.fields);
    for (let i = index; i < state.size; i++) {
      const next = fields.get(String(i + 1));
      if (next && i + 1 < state.size) fields.set(String(i), next);
      else fields.delete(String(i));
    }
    return { ...state, fields, size: state.size - 1 };
  });
  return removed;
};

const listGet: Operator = (context) => {
  const { receiver, args, operation } = context;
  if (receiver.objects.length === 0) return passedOn(context, shallowTaints(receiver));
  let index = onlyNumber(args[0]);
  let value: Value | undefined;
  for (const object of receiver.objects) {
    const { state } = object;
    if (operation === 'list.first' || operation === 'list.shift') index = 0;
    else if (operation === 'list.last' || (operation === 'list.pop' && args.length === 0))
      index = state.size < 0 ? undefined : state.size - 1;
    const slot =
      index === undefined
        ? undefined
        : state.fields.get(String(index < 0 && state.size >= 0 ? state.size + index : index));
    if (slot && state.size >= 0) value = join(value, slot.value);
    else value = join(value, readContents({ ...UNKNOWN, objects: [object] }) ?? UNKNOWN);
    if (state.taints.length > 0) value = addTaints(value, state.taints);
  }
  return withElementNodes(context, addTaints(value ?? UNKNOWN, receiver.taints));
};

function withElementNodes({ receiver }: Context, value: Value): Value {
  const nodes = receiver.nodes?.element();
  return nodes ? withNodes(value, nodes) : value;
}

const listSet: Operator = (context) => {
  const { args, call } = context;
  const index = onlyNumber(args[0]);
  change(context, (state, isStrong) => {
    if (index === undefined || state.size < 0 || !args[1]) return args[1] ? weakened(state, args[1]) : state;
    const fields = new Map(state.fields);
    const known = fields.get(String(index));
    const slot = slotFor(context, call.args.positional[1], args[1]);
    fields.set(String(index), known && !isStrong ? { ...slot, value: join(known.value, slot.value) } : slot);
    return { ...state, fields };
  });
  return UNKNOWN;
};

const addAll: Operator = (context) => {
  const source = context.args[context.args.length - 1];
  if (!source) return undefined;
  change(context, (state, isStrong) => {
    const [object] = source.objects;
    const elements = object && source.objects.length === 1 ? knownElements(object) : undefined;
    if (elements && isStrong && state.size >= 0) {
      const fields = new Map(state.fields);
      elements.forEach((value, n) => {
        fields.set(String(state.size + n), { value, module: undefined, start: -1, end: -1 });
      });
      return { ...state, fields, size: state.size + elements.length };
    }
    const contents = readContents(source) ?? UNKNOWN;
    return stateWithTaints(weakened(state, addTaints(contents, source.taints)), []);
  });
  return SCALAR;
};

/** Where a slice begins and ends, when both are known; a limit may be left out. */
function sliceLimits(args: readonly Constant[]): readonly [number, number | undefined] | undefined {
  const isLeftOut = (n: number): boolean => args[n] === undefined || args[n].value == null;
  const start = isLeftOut(0) ? 0 : at(args, 0);
  const end = at(args, 1);
  if (start === undefined || (end === undefined && !isLeftOut(1)) || !(isLeftOut(2) || at(args, 2) === 1))
    return undefined;
  return [start, end];
}

const listSlice: Operator = (context) => {
  const { receiver, args } = context;
  const [object] = receiver.objects;
  const elements = object && receiver.objects.length === 1 ? knownElements(object) : undefined;
  const constants = args.map((value) => (value.consts?.length === 1 ? value.consts[0] : undefined));
  if (elements && constants.every((constant) => constant !== undefined)) {
    const limits = sliceLimits(constants);
    const { taints } = object.state;
    if (limits)
      return list(
        context,
        elements.slice(...limits).map((element) => addTaints(element, taints)),
      );
  }
  return list(context, [], addTaints(readContents(receiver) ?? UNKNOWN, shallowTaints(receiver)));
};

const size: Operator = ({ receiver, args }) => {
  const container = receiver.objects.length > 0 || receiver.consts ? receiver : (args[0] ?? receiver);
  const text = onlyString(container);
  if (text !== undefined) return numberValue(text.length);
  const [object] = container.objects;
  return object && container.objects.length === 1 && object.state.size >= 0 && !object.state.isOpen
    ? numberValue(object.state.size)
    : SCALAR;
};

const mapPut: Operator = (context) => {
  const { args, call } = context;
  const [key, value] = args;
  if (value === undefined) return undefined;
  const name = keyOf(key);
  change(context, (state, isStrong) => {
    if (name === undefined) return { ...state, rest: join(state.rest, value) };
    const fields = new Map(state.fields);
    const known = fields.get(name);
    const slot = slotFor(context, call.args.positional[1], value);
    fields.set(name, known && !isStrong ? { ...slot, value: join(known.value, slot.value) } : slot);
    return { ...state, fields };
  });
  return context.operation === 'map.setDefault' ? mapGet(context) : context.receiver;
};

const mapGet: Operator = (context) => {
  const { receiver, args } = context;
  const name = keyOf(args[0]);
  const fallback = context.operation === 'map.getOrDefault' || args.length > 1 ? args[1] : undefined;
  if (receiver.objects.length === 0) {
    const found = memberValue(context, receiver, name);
    return fallback ? join(found, fallback) : found;
  }
  let value: Value | undefined;
  for (const object of receiver.objects) {
    const { state } = object;
    const slot = name === undefined ? undefined : state.fields.get(name);
    if (slot) value = join(value, state.rest ? join(slot.value, state.rest) : slot.value);
    else if (name === undefined) value = join(value, readContents({ ...UNKNOWN, objects: [object] }) ?? UNKNOWN);
    else if (state.rest) value = join(value, fallback ? join(state.rest, fallback) : state.rest);
    else if (!state.isOpen) value = join(value, fallback ?? NULL);
    else value = join(value, fallback ? join(UNKNOWN, fallback) : UNKNOWN);
    if (state.taints.length > 0) value = addTaints(value, state.taints);
  }
  return memberNodes(context, addTaints(value ?? UNKNOWN, receiver.taints), name);
};

function tableKey([row, column]: readonly Value[]): Value {
  const first = keyOf(row);
  const second = keyOf(column);
  return first === undefined || second === undefined ? UNKNOWN : stringValue(`${first}\u0000${second}`);
}

const tablePut: Operator = (context) => {
  const { args } = context;
  return args.length < 3 ? undefined : mapPut({ ...context, args: [tableKey(args), args[2]] });
};

const tableGet: Operator = (context) => {
  const { args, call } = context;
  if (args.length < 2) return undefined;
  const fallback = call.args.named.get('fallback')?.value ?? args[2];
  return mapGet({ ...context, args: fallback ? [tableKey(args), fallback] : [tableKey(args)] });
};

const NULL: Value = { ...UNKNOWN, consts: [{ kind: 'null', value: null }], flags: Flag.Scalar };

/** A known thing asked by key answers like its member: `request.args.get("q")`. */
function memberNodes({ receiver }: Context, value: Value, name: string | undefined): Value {
  const nodes = receiver.nodes;
  if (!nodes) return value;
  const element = nodes.element();
  return withNodes(value, name === undefined ? element : element.union(nodes.keyed(name)));
}

function memberValue(context: Context, receiver: Value, name: string | undefined): Value {
  return memberNodes(context, passedOn(context, shallowTaints(receiver)), name);
}

function passedOn({ evaluation, call }: Context, taints: readonly Taint[]): Value {
  void evaluation;
  void call;
  return addTaints(UNKNOWN, taints);
}

const mapLoad: Operator = (context) => {
  const { evaluation, args } = context;
  const name = onlyString(args[0]);
  const resource = name === undefined ? undefined : evaluation.program.resource(name);
  change(context, (state) => {
    if (!resource) return stateWithTaints({ ...state, isOpen: true }, args[0] ? shallowTaints(args[0]) : []);
    const fields = new Map(state.fields);
    for (const [key, value] of Object.entries(resource)) {
      fields.set(key, { value: stringValue(value), module: undefined, start: -1, end: -1 });
    }
    return { ...state, fields };
  });
  return UNKNOWN;
};

const mapRemove: Operator = (context) => {
  const removed = mapGet(context) ?? UNKNOWN;
  const name = keyOf(context.args[0]);
  change(context, (state, isStrong) => {
    if (!isStrong || name === undefined || !state.fields.has(name)) return state;
    const fields = new Map(state.fields);
    fields.delete(name);
    return { ...state, fields };
  });
  return removed;
};

const values: Operator = (context) => {
  const holder = context.receiver.objects.length > 0 || context.args.length === 0 ? context.receiver : context.args[0];
  const contents = readContents(holder);
  return list(context, [], addTaints(contents ?? UNKNOWN, shallowTaints(holder)));
};

const keys: Operator = (context) => {
  const holder = context.receiver.objects.length > 0 || context.args.length === 0 ? context.receiver : context.args[0];
  const names =
    shallowTaints(holder).length === 0 &&
    holder.objects.length === 1 &&
    !holder.objects[0].state.isOpen &&
    !holder.objects[0].state.rest
      ? [...holder.objects[0].state.fields.keys()]
      : undefined;
  if (names)
    return list(
      context,
      names.map((name) => stringValue(name)),
    );
  return list(context, [], addTaints(TEXT, shallowTaints(holder)));
};

const entries: Operator = (context) => {
  const { evaluation } = context;
  const holder = context.receiver.objects.length > 0 || context.args.length === 0 ? context.receiver : context.args[0];
  const contents = addTaints(readContents(holder) ?? UNKNOWN, shallowTaints(holder));
  const pair = (key: Value, value: Value): Value => {
    const fields = new Map<string, Slot>([
      ['0', { value: key, module: undefined, start: -1, end: -1 }],
      ['1', { value, module: undefined, start: -1, end: -1 }],
    ]);
    return objectValue(
      evaluation.allocate('tuple', { fields, rest: undefined, size: 2, taints: [], isOpen: false, text: undefined }),
    );
  };
  const [object] = holder.objects;
  if (
    object &&
    holder.objects.length === 1 &&
    !object.state.isOpen &&
    !object.state.rest &&
    shallowTaints(holder).length === 0 &&
    object.state.fields.size <= 32
  ) {
    return list(
      context,
      [...object.state.fields].map(([name, slot]) => pair(stringValue(name), slot.value)),
    );
  }
  return list(context, [], pair(addTaints(TEXT, shallowTaints(holder)), contents));
};

const entryPart =
  (key: '0' | '1'): Operator =>
  ({ receiver }) => {
    let value: Value | undefined;
    for (const { state } of receiver.objects)
      value = join(value, state.fields.get(key)?.value ?? state.rest ?? UNKNOWN);
    return addTaints(value ?? UNKNOWN, receiver.taints);
  };

const putAll: Operator = (context) => {
  const [source] = context.args;
  if (!source) return undefined;
  change(context, (state) => {
    const fields = new Map(state.fields);
    let { rest } = state;
    for (const object of source.objects) {
      for (const [key, slot] of object.state.fields) fields.set(key, slot);
      if (object.state.rest) rest = join(rest, object.state.rest);
    }
    return stateWithTaints(
      { ...state, fields, rest, isOpen: state.isOpen || source.objects.length === 0 },
      shallowTaints(source),
    );
  });
  return context.receiver;
};

const iterator: Operator = ({ receiver, args, call }) => {
  const container =
    call.args.receiverId < 0 || (receiver.objects.length === 0 && receiver.taints.length === 0 && args.length > 0)
      ? (args[0] ?? receiver)
      : receiver;
  return { ...container, nodes: undefined };
};

const iteratorNext: Operator = (context) => {
  const { evaluation, call, receiver } = context;
  return readElement(evaluation, call.frame, call.id, receiver);
};

const contains: Operator = ({ receiver, args }) => {
  const [object] = receiver.objects;
  const wanted = args[0]?.consts;
  if (!object || receiver.objects.length !== 1 || wanted?.length !== 1) return SCALAR;
  const elements = knownElements(object);
  if (!elements || elements.some((element) => element.consts?.length !== 1)) return SCALAR;
  return booleanValue(elements.some((element) => element.consts?.[0].value === wanted[0].value));
};

const listOf: Operator = (context) => {
  const { args, call } = context;
  const [only] = args;
  if (args.length === 1 && (only.objects.length > 0 || only.taints.length > 0) && !(only.flags & Flag.Text)) {
    const [object] = only.objects;
    const elements = object && only.objects.length === 1 ? knownElements(object) : undefined;
    if (elements) return list(context, elements);
    if (object) return list(context, [], addTaints(readContents(only) ?? UNKNOWN, only.taints));
  }
  return list(context, args, call.args.spread);
};

const mapOf: Operator = (context) => {
  const { evaluation, args } = context;
  const fields = new Map<string, Slot>();
  let rest: Value | undefined;
  const [first] = args;
  const put = (key: Value, value: Value): void => {
    const name = keyOf(key);
    if (name === undefined) rest = join(rest, value);
    else fields.set(name, { value, module: undefined, start: -1, end: -1 });
  };
  let isOpen = false;
  if (args.length === 1 && first.objects.length > 0) {
    for (const { state, kind } of first.objects) {
      if (kind === 'object') {
        for (const [key, slot] of state.fields) fields.set(key, slot);
      } else {
        for (const slot of state.fields.values()) {
          const pair = slot.value.objects[0]?.state.fields;
          if (pair) put(pair.get('0')?.value ?? UNKNOWN, pair.get('1')?.value ?? UNKNOWN);
        }
      }
      if (state.rest) rest = join(rest, readContents(state.rest) ?? state.rest);
      isOpen ||= state.isOpen;
    }
  } else for (let i = 0; i + 1 < args.length; i += 2) put(args[i], args[i + 1]);
  for (const [name, { value }] of context.call.args.named)
    fields.set(name, { value, module: undefined, start: -1, end: -1 });
  const taints = args.length === 1 ? shallowTaints(first) : [];
  return objectValue(evaluation.allocate('opaque', { fields, rest, size: -1, taints, isOpen, text: undefined }));
};

const clear: Operator = (context) => {
  change(context, (state, isStrong) =>
    isStrong ? { ...state, fields: new Map(), rest: undefined, size: 0, taints: [] } : state,
  );
  return UNDEFINED;
};

// ---- builders ------------------------------------------------------------------------------------------------------

function builderText(state: ObjectState): Value {
  return state.text ?? (state.isOpen ? TEXT : stringValue(''));
}

const append: Operator = (context) => {
  const { evaluation, call, args, receiver, operation } = context;
  const added = args[args.length - 1] ?? UNKNOWN;
  change(context, (state, isStrong) => {
    const before = builderText(state);
    const parts = operation === 'builder.insert' && onlyNumber(args[0]) === 0 ? [added, before] : [before, added];
    const text = joinParts(evaluation, call.frame, call.id, parts, 'appended to a text');
    return { ...state, text: isStrong ? text : join(before, text) };
  });
  // What is not seen being made still passes on what it is given.
  if (receiver.objects.length === 0) return addTaints(receiver, shallowTaints(added));
  return receiver;
};

const builderReplace: Operator = (context) => {
  const { receiver, args } = context;
  const [from, to, text] = args;
  change(context, (state) => {
    const before = onlyString(builderText(state));
    const start = onlyNumber(from);
    const end = onlyNumber(to);
    const inserted = onlyString(text);
    if (before !== undefined && start !== undefined && end !== undefined && inserted !== undefined) {
      return { ...state, text: stringValue(before.slice(0, start) + inserted + before.slice(end)) };
    }
    return {
      ...state,
      text: withTaints(TEXT, uniteTaints(builderText(state).taints, text ? shallowTaints(text) : [])),
    };
  });
  return receiver;
};

const builderToString: Operator = (context) => {
  const { receiver, evaluation, call } = context;
  let value: Value | undefined;
  for (const { state } of receiver.objects) value = join(value, builderText(state));
  if (!value) value = TEXT;
  const result = addTaints(value, receiver.taints);
  return withTaints(result, stepBy(evaluation, call.frame, call.id, 'read', result.taints));
};

const builderReverse: Operator = (context) => {
  change(context, (state) => {
    const text = onlyString(builderText(state));
    return {
      ...state,
      text:
        text === undefined ? withTaints(TEXT, builderText(state).taints) : stringValue([...text].reverse().join('')),
    };
  });
  return context.receiver;
};

// ---- functions given to functions ----------------------------------------------------------------------------------

interface Iteration {
  readonly closures: readonly Closure[];
  readonly element: Value;
  readonly collection: Value;
}

/** The function among the arguments and the collection it is called for. */
function iteration(context: Context): Iteration {
  const { evaluation, call, receiver, args } = context;
  const functionAt = args.findIndex((value) => value.closures.length > 0);
  const closures = functionAt < 0 ? [] : args[functionAt].closures;
  const isMethod =
    receiver.objects.length > 0 ||
    receiver.taints.length > 0 ||
    args.length <= 1 ||
    (functionAt === 0 && args.length === 1);
  const other = args.find((_, n) => n !== functionAt);
  const collection =
    isMethod &&
    !(
      receiver.objects.length === 0 &&
      receiver.taints.length === 0 &&
      other &&
      (other.objects.length > 0 || other.taints.length > 0)
    )
      ? receiver
      : (other ?? receiver);
  return { closures, collection, element: readElement(evaluation, call.frame, call.id, collection) };
}

/** Runs as if in a loop: what the function writes may happen any number of times. */
function inLoop<T>(context: Context, body: () => T): T {
  const { heap } = context.evaluation;
  heap.loopDepth++;
  const result = body();
  heap.loopDepth--;
  return result;
}

function called(
  context: Context,
  closures: readonly Closure[],
  values: readonly (Value | undefined)[],
): Value | undefined {
  const { evaluation, call } = context;
  let result: Value | undefined;
  for (const closure of closures) result = join(result, evaluation.callBackWith(call.frame, closure, values));
  return result;
}

const each: Operator = (context) => {
  const { closures, element } = iteration(context);
  if (closures.length === 0) return undefined;
  inLoop(context, () => called(context, closures, [element]));
  return context.receiver;
};

const map: Operator = (context) => {
  const { closures, element, collection } = iteration(context);
  if (closures.length === 0) return list(context, [], withTaints(UNKNOWN, deepTaints(collection)));
  const [object] = collection.objects;
  const known = object && collection.objects.length === 1 ? knownElements(object) : undefined;
  if (known && known.length <= 4) {
    return list(
      context,
      known.map((value) => called(context, closures, [value]) ?? UNKNOWN),
    );
  }
  const result = inLoop(context, () => called(context, closures, [element]));
  return list(context, [], result ?? UNKNOWN);
};

const filter: Operator = (context) => {
  const { closures, element, collection } = iteration(context);
  if (closures.length > 0) inLoop(context, () => called(context, closures, [element]));
  const contents = readContents(collection);
  return list(context, [], addTaints(contents ?? UNKNOWN, shallowTaints(collection)));
};

const find: Operator = (context) => {
  const { closures, element } = iteration(context);
  if (closures.length > 0) inLoop(context, () => called(context, closures, [element]));
  return element;
};

const collect: Operator = (context) => {
  const { evaluation, call, receiver, args } = context;
  const nodes = args[0]?.nodes;
  if (!nodes?.isCallable) return { ...receiver, nodes: undefined };
  const positional = [{ id: call.args.receiverId, value: receiver }];
  const passed = { ...call.args, positional, receiver: UNKNOWN, receiverId: -1 };
  return callLibrary(evaluation, nodes, { ...call, args: passed });
};

const reduce: Operator = (context) => {
  const { closures, element } = iteration(context);
  if (closures.length === 0) return undefined;
  const initial = context.args[1];
  let total: Value = initial ?? element;
  return inLoop(context, () => {
    for (let round = 0; round < 2; round++) total = join(total, called(context, closures, [total, element]));
    return { ...total, consts: undefined };
  });
};

const callNow: Operator = (context) => {
  const { args, receiver } = context;
  const closures = [...receiver.closures, ...args.flatMap((value) => value.closures)];
  if (closures.length === 0) return undefined;
  return called(context, closures, []);
};

const then: Operator = (context) => {
  const { args, receiver } = context;
  let result: Value | undefined;
  for (const value of args) {
    for (const closure of value.closures) {
      const isFirst = value === args[0];
      result = join(result, called(context, [closure], [isFirst ? receiver : undefined]));
    }
  }
  return result ?? receiver;
};

const catchError: Operator = (context) => {
  const closures = context.args.flatMap((value) => value.closures);
  const handled = called(context, closures, [undefined]);
  return handled ? join(context.receiver, handled) : context.receiver;
};

const first: Operator = ({ args, receiver, call }) => args[0] ?? (call.args.receiverId < 0 ? UNKNOWN : receiver);

const functionCall: Operator = (context) => {
  const { evaluation, call, receiver, args, operation } = context;
  if (receiver.closures.length === 0) return undefined;
  const [self, ...rest] = call.args.positional;
  let positional: Argument[] = rest;
  let spread: Value | undefined;
  if (operation === 'function.apply') {
    const [object] = args[1]?.objects ?? [];
    const elements = object && args[1].objects.length === 1 ? knownElements(object) : undefined;
    positional = elements ? elements.map((value) => ({ id: rest[0]?.id ?? -1, value })) : [];
    if (!elements && args[1]) spread = readElement(evaluation, call.frame, call.id, args[1]);
  }
  let result: Value | undefined;
  for (const closure of receiver.closures) {
    const passed = { ...call.args, positional, spread };
    result = join(result, callClosure(evaluation, call.frame, call.id, closure, self?.value ?? UNKNOWN, passed, false));
  }
  return result;
};

/** `app.register(plugin, options)`: the plugin is called with the application and the options. */
const register: Operator = (context) => {
  const { evaluation, call } = context;
  const [plugin, ...rest] = call.args.positional;
  if (!plugin) return undefined;
  const positional = [{ id: call.args.receiverId, value: call.args.receiver }, ...rest];
  const passed = { ...call.args, positional, receiver: UNKNOWN, receiverId: -1 };
  for (const closure of plugin.value.closures)
    callClosure(evaluation, call.frame, call.id, closure, UNKNOWN, passed, false);
  if (plugin.value.nodes?.isCallable) callLibrary(evaluation, plugin.value.nodes, { ...call, args: passed });
  return context.receiver;
};

const functionBind: Operator = ({ receiver, args }) => {
  if (receiver.closures.length === 0) return receiver.nodes ? receiver : undefined;
  const [self, ...bound] = args;
  return {
    ...receiver,
    closures: receiver.closures.map((closure) => ({ ...closure, receiver: closure.receiver ?? self, bound })),
  };
};

// ---- objects -------------------------------------------------------------------------------------------------------

const assign: Operator = (context) => {
  const [target, ...sources] = context.args;
  if (!target) return undefined;
  for (const source of sources) putAll({ ...context, receiver: target, args: [source] });
  if (target.objects.length > 0) return target;
  let result = target;
  for (const source of sources) result = join(result, source);
  return result;
};

const objectGet: Operator = (context) => {
  const [holder, key, fallback] = context.args;
  if (!holder) return undefined;
  return mapGet({ ...context, receiver: holder, args: fallback ? [key, fallback] : [key] });
};

const objectSet: Operator = (context) => {
  const [holder, key, value] = context.args;
  if (!holder || !value) return undefined;
  return mapPut({ ...context, receiver: holder, args: [key, value] });
};

const create: Operator = ({ evaluation }) =>
  objectValue(
    evaluation.allocate('object', {
      fields: new Map(),
      rest: undefined,
      size: -1,
      taints: [],
      isOpen: true,
      text: undefined,
    }),
  );

// ---- numbers and optionals -----------------------------------------------------------------------------------------

const parseNumber: Operator = ({ args, receiver, call }) => {
  const value = args[0] ?? (call.args.receiverId < 0 ? UNKNOWN : receiver);
  const text = onlyString(value);
  if (text !== undefined && text.trim() !== '' && !Number.isNaN(Number(text))) return numberValue(Number(text));
  const number = onlyNumber(value);
  if (number !== undefined && Number.isInteger(number)) return numberValue(number);
  return cleanedValue(withTaints(SCALAR, value.taints), SCALAR_MASK);
};

const abs: Operator = ({ args }) => {
  const number = onlyNumber(args[0]);
  if (number !== undefined) return numberValue(Math.abs(number));
  return cleanedValue(withTaints(SCALAR, args[0]?.taints ?? []), SCALAR_MASK);
};

const orElse: Operator = (context) => {
  const made = called(
    context,
    context.args.flatMap((value) => value.closures),
    [],
  );
  const fallback = made ?? context.args[0];
  const held = unwrapped(context.receiver);
  return fallback ? join(held, fallback) : held;
};

/** What an optional that came out of a container operation holds. */
function unwrapped(receiver: Value): Value {
  if (receiver.objects.length === 0 || receiver.objects.some(({ kind }) => kind !== 'list')) return receiver;
  return addTaints(readContents(receiver) ?? UNKNOWN, receiver.taints);
}

const OPERATORS: Readonly<Record<Operation, Operator>> = {
  'string.charAt': transform((text, args) => {
    const index = at(args, 0);
    return index === undefined ? undefined : text.charAt(index);
  }),
  'string.substring': transform((text, args) => {
    const start = at(args, 0);
    return start === undefined ? undefined : text.substring(start, at(args, 1) ?? text.length);
  }),
  'string.slice': (context) => {
    // Lists have a method of the same name.
    if (context.receiver.objects.length > 0 && !(context.receiver.flags & Flag.Text))
      return OPERATORS['list.slice'](context);
    return transform((text, args) => {
      const limits = sliceLimits(args);
      return limits && text.slice(...limits);
    })(context);
  },
  'string.concat': (context) =>
    context.receiver.objects.length > 0 && !(context.receiver.flags & Flag.Text)
      ? concatLists(context)
      : concatTexts(context),
  'string.replace': replaceOperator(false),
  'string.replaceAll': replaceOperator(true),
  'string.split': split,
  'string.join': joinTexts,
  'string.upper': transform((text) => text.toUpperCase()),
  'string.lower': transform((text) => text.toLowerCase()),
  'string.trim': transform((text, args) => (args.length === 0 ? text.trim() : undefined)),
  'string.length': (context) => mapText(context, (text) => text.length) ?? size(context),
  'string.indexOf': measure((text, args) => {
    const wanted = str(args, 0);
    return wanted === undefined ? undefined : text.indexOf(wanted);
  }),
  'string.equals': equals(),
  'string.startsWith': measure((text, args) => {
    const wanted = str(args, 0);
    return wanted === undefined ? undefined : text.startsWith(wanted);
  }),
  'string.endsWith': measure((text, args) => {
    const wanted = str(args, 0);
    return wanted === undefined ? undefined : text.endsWith(wanted);
  }),
  'string.contains': (context) =>
    context.receiver.objects.length > 0
      ? contains(context)
      : measure((text, args) => {
          const wanted = str(args, 0);
          return wanted === undefined ? undefined : text.includes(wanted);
        })(context),
  'string.matches': () => SCALAR,
  'regex.of': ({ args }) => {
    const text = onlyString(args[0]);
    return text === undefined ? undefined : { ...UNKNOWN, consts: [{ kind: 'regex', value: text }] };
  },
  'string.format': format,
  'string.of': (context) => {
    const value = first(context) ?? UNKNOWN;
    const folded =
      value.consts?.length === 1 && value.consts[0].value != null && value.consts[0].kind !== 'regex'
        ? stringValue(String(value.consts[0].value))
        : undefined;
    if (value.objects.some(({ state }) => state.text)) return builderToString({ ...context, receiver: value });
    return folded ?? { ...textResult(context, deepTaints(value)), prefix: value.prefix };
  },
  'string.repeat': transform((text, args) => {
    const count = at(args, 0);
    return count === undefined || count < 0 || text.length * count > 4000 ? undefined : text.repeat(count);
  }),
  'string.isEmpty': (context) => mapText(context, (text) => text.length === 0) ?? SCALAR,
  'list.add': listAdd,
  'list.insert': listAdd,
  'list.get': listGet,
  'list.set': listSet,
  'list.remove': listRemove,
  'list.pop': listRemove,
  'list.shift': listRemove,
  'list.addAll': addAll,
  'list.size': size,
  'list.first': listGet,
  'list.last': listGet,
  'list.slice': listSlice,
  'map.put': mapPut,
  'map.get': mapGet,
  'map.getOrDefault': mapGet,
  'map.remove': mapRemove,
  'map.values': values,
  'map.keys': keys,
  'map.entries': entries,
  'map.putAll': putAll,
  'map.setDefault': mapPut,
  'map.load': mapLoad,
  'table.put': tablePut,
  'table.get': tableGet,
  'set.has': contains,
  'collection.iterator': iterator,
  'iterator.next': iteratorNext,
  'collection.contains': contains,
  'collection.of': listOf,
  'map.of': mapOf,
  'collection.clear': clear,
  'entry.key': entryPart('0'),
  'entry.value': entryPart('1'),
  'builder.append': append,
  'builder.insert': append,
  'builder.replace': builderReplace,
  'builder.toString': builderToString,
  'builder.reverse': builderReverse,
  'callback.each': each,
  'callback.map': map,
  'callback.filter': filter,
  'callback.reduce': reduce,
  'callback.call': callNow,
  'callback.find': find,
  'callback.collect': collect,
  'promise.then': then,
  'promise.catch': catchError,
  'promise.all': first,
  'promise.resolve': first,
  'function.call': functionCall,
  'function.apply': functionCall,
  'function.bind': functionBind,
  'function.register': register,
  'control.exit': ({ call }) => {
    call.frame.alive = false;
    call.frame.hasGivenUp = true;
    return UNKNOWN;
  },
  'object.assign': assign,
  'object.keys': keys,
  'object.values': values,
  'object.entries': entries,
  'object.create': create,
  'object.freeze': first,
  'object.get': objectGet,
  'object.set': objectSet,
  identity: first,
  conversion: ({ receiver }) => receiver,
  'number.parse': parseNumber,
  'number.abs': abs,
  'optional.of': first,
  'optional.get': ({ receiver }) => unwrapped(receiver),
  'optional.orElse': orElse,
};

function concatLists(context: Context): Value {
  let contents = addTaints(readContents(context.receiver) ?? UNKNOWN, shallowTaints(context.receiver));
  for (const value of context.args) {
    const isList = value.objects.length > 0 && value.objects.every(({ kind }) => kind === 'list' || kind === 'tuple');
    contents = join(contents, isList ? addTaints(readContents(value) ?? UNKNOWN, shallowTaints(value)) : value);
  }
  return list(context, [], contents);
}
