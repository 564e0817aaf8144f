import { joinParts } from '../concatenation';
import type { ObjectState } from '../heap';
import { stepBy } from '../library';
import { shallowTaints } from '../members';
import {
  addTaints,
  join,
  onlyNumber,
  onlyString,
  stringValue,
  TEXT,
  UNKNOWN,
  uniteTaints,
  type Value,
  withTaints,
} from '../value';
import { change, type Operator, type Operators } from './context';

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

export const builderToString: Operator = (context) => {
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

export const BUILDER_OPERATORS = {
  'builder.append': append,
  'builder.insert': append,
  'builder.replace': builderReplace,
  'builder.toString': builderToString,
  'builder.reverse': builderReverse,
} satisfies Operators;
