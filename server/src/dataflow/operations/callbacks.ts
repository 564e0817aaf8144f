import { type Argument, callClosure } from '../calls';
import { callLibrary } from '../library';
import { deepTaints, readElement } from '../members';
import type { Closure } from '../program';
import { join, UNKNOWN, type Value, withTaints } from '../value';
import { anyElement, type Context, first, knownElements, list, type Operator, type Operators } from './context';

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

export function called(
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
  const known = knownElements(collection);
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
  return list(context, [], anyElement(collection));
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

const functionCall: Operator = (context) => {
  const { evaluation, call, receiver, args, operation } = context;
  if (receiver.closures.length === 0) return undefined;
  const [self, ...rest] = call.args.positional;
  let positional: Argument[] = rest;
  let spread: Value | undefined;
  if (operation === 'function.apply') {
    const elements = args[1] && knownElements(args[1]);
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

export const CALLBACK_OPERATORS = {
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
} satisfies Operators;
