import { addTaints, join, type Value } from '../value';
import { called } from './callbacks';
import { contentsOf, first, type Operator, type Operators } from './context';

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
  return addTaints(contentsOf(receiver), receiver.taints);
}

export const OPTIONAL_OPERATORS = {
  'optional.of': first,
  'optional.get': ({ receiver }) => unwrapped(receiver),
  'optional.orElse': orElse,
} satisfies Operators;
