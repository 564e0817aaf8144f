import { emptyState, type ObjectState, type Slot, unplaced } from '../heap';
import { calleeName } from '../library';
import { readContents, shallowTaints, stateWithTaints } from '../members';
import {
  addTaints,
  booleanValue,
  join,
  keyOf,
  NULL,
  objectValue,
  onlyString,
  stringValue,
  TEXT,
  UNKNOWN,
  type Value,
  withNodes,
} from '../value';
import {
  anyElement,
  type Context,
  change,
  contentsOf,
  first,
  list,
  type Operator,
  type Operators,
  slotFor,
  store,
} from './context';

/** Entries of a literal that are kept apart; of a longer one, any entry is any of them. */
const MAX_ENTRIES = 32;

const mapPut: Operator = (context) => {
  const { args, call } = context;
  const [key, value] = args;
  if (value === undefined) return undefined;
  const name = keyOf(key);
  change(context, (state, isStrong) => {
    if (name === undefined) return { ...state, rest: join(state.rest, value) };
    const fields = new Map(state.fields);
    store(fields, name, slotFor(context, call.args.positional[1], value), isStrong);
    return { ...state, fields };
  });
  return context.operation === 'map.setDefault' ? mapGet(context) : context.receiver;
};

const mapGet: Operator = (context) => {
  const { receiver, args } = context;
  const name = keyOf(args[0]);
  const fallback = context.operation === 'map.getOrDefault' || args.length > 1 ? args[1] : undefined;
  if (receiver.objects.length === 0) {
    const found = memberNodes(context, addTaints(UNKNOWN, shallowTaints(receiver)), name);
    return fallback ? join(found, fallback) : found;
  }
  let value: Value | undefined;
  for (const object of receiver.objects) {
    const { state } = object;
    const slot = name === undefined ? undefined : state.fields.get(name);
    if (slot) value = join(value, state.rest ? join(slot.value, state.rest) : slot.value);
    else if (name === undefined) value = join(value, contentsOf(objectValue(object)));
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

/** A known thing asked by key answers like its member: `request.args.get("q")`. */
function memberNodes({ receiver }: Context, value: Value, name: string | undefined): Value {
  const nodes = receiver.nodes;
  if (!nodes) return value;
  const element = nodes.element();
  return withNodes(value, name === undefined ? element : element.union(nodes.keyed(name)));
}

const mapLoad: Operator = (context) => {
  const { evaluation, args } = context;
  const name = onlyString(args[0]);
  const resource = name === undefined ? undefined : evaluation.program.resource(name);
  change(context, (state) => {
    if (!resource) return stateWithTaints({ ...state, isOpen: true }, args[0] ? shallowTaints(args[0]) : []);
    const fields = new Map(state.fields);
    for (const [key, value] of Object.entries(resource)) {
      fields.set(key, unplaced(stringValue(value)));
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

/** `map.keys()`, `Object.keys(map)`. */
function holderOf({ receiver, args }: Context): Value {
  return receiver.objects.length > 0 || args.length === 0 ? receiver : args[0];
}

/** All that a container holds, when nothing else can be in it. */
function knownFields(holder: Value): ObjectState['fields'] | undefined {
  if (holder.objects.length !== 1 || shallowTaints(holder).length > 0) return undefined;
  const { state } = holder.objects[0];
  return state.isOpen || state.rest ? undefined : state.fields;
}

const values: Operator = (context) => {
  const holder = holderOf(context);
  return list(context, [], anyElement(holder));
};

const keys: Operator = (context) => {
  const holder = holderOf(context);
  const fields = knownFields(holder);
  if (fields) return list(context, Array.from(fields.keys(), stringValue));
  return list(context, [], addTaints(TEXT, shallowTaints(holder)));
};

const entries: Operator = (context) => {
  const { evaluation } = context;
  const holder = holderOf(context);
  const contents = anyElement(holder);
  const pair = (key: Value, value: Value): Value => {
    const fields = new Map<string, Slot>([
      ['0', unplaced(key)],
      ['1', unplaced(value)],
    ]);
    return objectValue(evaluation.allocate('tuple', { ...emptyState(false, 2), fields }));
  };
  const known = knownFields(holder);
  if (known && known.size <= MAX_ENTRIES) {
    return list(
      context,
      Array.from(known, ([name, slot]) => pair(stringValue(name), slot.value)),
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

const mapOf: Operator = (context) => {
  const { evaluation, args } = context;
  const fields = new Map<string, Slot>();
  let rest: Value | undefined;
  const [first] = args;
  const put = (key: Value, value: Value): void => {
    const name = keyOf(key);
    if (name === undefined) rest = join(rest, value);
    else fields.set(name, unplaced(value));
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
  for (const [name, { value }] of context.call.args.named) fields.set(name, unplaced(value));
  const taints = args.length === 1 ? shallowTaints(first) : [];
  return objectValue(evaluation.allocate('opaque', { ...emptyState(isOpen, -1), fields, rest, taints }));
};

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

const create: Operator = ({ evaluation }) => objectValue(evaluation.allocate('object', emptyState(true, -1)));

/** `WithIssuer("x")` among arguments says what `{ WithIssuer: "x" }` would. */
const optionOf: Operator = (context) => {
  const { evaluation, call, args } = context;
  const name = calleeName(call.frame, call.id);
  const slot = args[0] ? slotFor(context, call.args.positional[0], args[0]) : unplaced(booleanValue(true));
  return objectValue(evaluation.allocate('object', { ...emptyState(false, -1), fields: new Map([[name, slot]]) }));
};

export const MAP_OPERATORS = {
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
  'map.of': mapOf,
  'entry.key': entryPart('0'),
  'entry.value': entryPart('1'),
  'object.assign': assign,
  'object.keys': keys,
  'object.values': values,
  'object.entries': entries,
  'object.create': create,
  'object.freeze': first,
  'object.get': objectGet,
  'object.set': objectSet,
  'option.of': optionOf,
} satisfies Operators;
