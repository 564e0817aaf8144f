import type { ObjectState, Slot } from '../heap';
import { unplaced } from '../heap';
import { readContents, readElement, shallowTaints } from '../members';
import {
  addTaints,
  booleanValue,
  Flag,
  join,
  numberValue,
  objectValue,
  onlyNumber,
  onlyString,
  SCALAR,
  UNDEFINED,
  UNKNOWN,
  type Value,
  withNodes,
} from '../value';
import {
  anyElement,
  type Context,
  change,
  contentsOf,
  knownElements,
  list,
  type Operator,
  type Operators,
  sliceLimits,
  slotFor,
  store,
} from './context';

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
      return state.size < 0 ? state : { ...weakened(state, UNKNOWN), rest: readContents(receiver) };
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
  if (receiver.objects.length === 0) return addTaints(UNKNOWN, shallowTaints(receiver));
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
    else value = join(value, contentsOf(objectValue(object)));
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
    store(fields, String(index), slotFor(context, call.args.positional[1], args[1]), isStrong);
    return { ...state, fields };
  });
  return UNKNOWN;
};

const addAll: Operator = (context) => {
  const source = context.args[context.args.length - 1];
  if (!source) return undefined;
  change(context, (state, isStrong) => {
    const elements = knownElements(source);
    if (elements && isStrong && state.size >= 0) {
      const fields = new Map(state.fields);
      elements.forEach((value, n) => {
        fields.set(String(state.size + n), unplaced(value));
      });
      return { ...state, fields, size: state.size + elements.length };
    }
    return weakened(state, addTaints(contentsOf(source), source.taints));
  });
  return SCALAR;
};

export const listSlice: Operator = (context) => {
  const { receiver, args } = context;
  const elements = knownElements(receiver);
  const constants = args.map((value) => (value.consts?.length === 1 ? value.consts[0] : undefined));
  if (elements && constants.every((constant) => constant !== undefined)) {
    const limits = sliceLimits(constants);
    const { taints } = receiver.objects[0].state;
    if (limits)
      return list(
        context,
        elements.slice(...limits).map((element) => addTaints(element, taints)),
      );
  }
  return list(context, [], anyElement(receiver));
};

export function concatLists(context: Context): Value {
  let contents = anyElement(context.receiver);
  for (const value of context.args) {
    const isList = value.objects.length > 0 && value.objects.every(({ kind }) => kind === 'list' || kind === 'tuple');
    contents = join(contents, isList ? anyElement(value) : value);
  }
  return list(context, [], contents);
}

export const size: Operator = ({ receiver, args }) => {
  const container = receiver.objects.length > 0 || receiver.consts ? receiver : (args[0] ?? receiver);
  const text = onlyString(container);
  if (text !== undefined) return numberValue(text.length);
  const [object] = container.objects;
  return object && container.objects.length === 1 && object.state.size >= 0 && !object.state.isOpen
    ? numberValue(object.state.size)
    : SCALAR;
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

export const contains: Operator = ({ receiver, args }) => {
  const wanted = args[0]?.consts;
  const elements = knownElements(receiver);
  if (!elements || wanted?.length !== 1 || elements.some((element) => element.consts?.length !== 1)) return SCALAR;
  return booleanValue(elements.some((element) => element.consts?.[0].value === wanted[0].value));
};

const listOf: Operator = (context) => {
  const { args, call } = context;
  const [only] = args;
  if (args.length === 1 && (only.objects.length > 0 || only.taints.length > 0) && !(only.flags & Flag.Text)) {
    const elements = knownElements(only);
    if (elements) return list(context, elements);
    if (only.objects.length > 0) return list(context, [], addTaints(contentsOf(only), only.taints));
  }
  return list(context, args, call.args.spread);
};

const clear: Operator = (context) => {
  change(context, (state, isStrong) =>
    isStrong ? { ...state, fields: new Map(), rest: undefined, size: 0, taints: [] } : state,
  );
  return UNDEFINED;
};

export const LIST_OPERATORS = {
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
  'set.has': contains,
  'collection.iterator': iterator,
  'iterator.next': iteratorNext,
  'collection.contains': contains,
  'collection.of': listOf,
  'collection.clear': clear,
} satisfies Operators;
