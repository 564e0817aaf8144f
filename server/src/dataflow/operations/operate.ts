import type { Operation } from '../../facts/vocabulary';
import type { Evaluation } from '../evaluation';
import type { LibraryCall } from '../library';
import { UNKNOWN, type Value } from '../value';
import { BUILDER_OPERATORS } from './builders';
import { CALLBACK_OPERATORS } from './callbacks';
import { type Context, first, type Operator } from './context';
import { LIST_OPERATORS } from './lists';
import { MAP_OPERATORS } from './maps';
import { NUMBER_OPERATORS } from './numbers';
import { OPTIONAL_OPERATORS } from './optionals';
import { TEXT_OPERATORS } from './texts';

const OPERATORS: Readonly<Record<Operation, Operator>> = {
  ...TEXT_OPERATORS,
  ...LIST_OPERATORS,
  ...MAP_OPERATORS,
  ...BUILDER_OPERATORS,
  ...CALLBACK_OPERATORS,
  ...NUMBER_OPERATORS,
  ...OPTIONAL_OPERATORS,
  'control.exit': ({ call }) => {
    call.frame.alive = false;
    call.frame.hasGivenUp = true;
    return UNKNOWN;
  },
  identity: first,
  conversion: ({ receiver }) => receiver,
};

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
