import { SCALAR_MASK, sinkMask } from '../../facts/resolve';
import { type Constant, Op } from '../../ir/ir';
import { checkClaim } from '../claims';
import { checkComparison } from '../comparisons';
import { joinParts } from '../concatenation';
import { absenceMask } from '../guards';
import { type LibraryCall, stepBy } from '../library';
import { deepTaints, shallowTaints } from '../members';
import {
  booleanValue,
  cleanedValue,
  constantsValue,
  Flag,
  objectValue,
  onlyString,
  SCALAR,
  stringValue,
  type Taint,
  TEXT,
  UNKNOWN,
  uniteTaints,
  type Value,
  withTaints,
} from '../value';
import { builderToString } from './builders';
import {
  type Context,
  contentsOf,
  elementsOf,
  first,
  list,
  numberAt,
  type Operator,
  type Operators,
  sliceLimits,
} from './context';
import { concatLists, contains, listSlice, size } from './lists';

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
      const parts = elementsOf(object);
      isKnown &&= parts !== undefined;
      elements.push(...(parts ?? [contentsOf(objectValue(object))]));
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

const equals: Operator = (context) => {
  const { text, rest } = subject(context);
  const other = rest[0];
  if (text.consts?.length === 1 && other?.consts?.length === 1) {
    return booleanValue(text.consts[0].value === other.consts[0].value);
  }
  if (other) {
    checkComparison(context.evaluation, context.call.frame, context.call.id, text, other);
    checkClaim(context.evaluation, context.call.frame, context.call.id, text, other, true);
  }
  return SCALAR;
};

function isContainer(value: Value): boolean {
  return value.objects.length > 0 && !(value.flags & Flag.Text);
}

export const TEXT_OPERATORS = {
  'string.charAt': transform((text, args) => {
    const index = numberAt(args, 0);
    return index === undefined ? undefined : text.charAt(index);
  }),
  'string.substring': transform((text, args) => {
    const start = numberAt(args, 0);
    return start === undefined ? undefined : text.substring(start, numberAt(args, 1) ?? text.length);
  }),
  'string.slice': (context) => {
    // Lists have a method of the same name.
    if (isContainer(context.receiver)) return listSlice(context);
    return transform((text, args) => {
      const limits = sliceLimits(args);
      return limits && text.slice(...limits);
    })(context);
  },
  'string.concat': (context) => (isContainer(context.receiver) ? concatLists(context) : concatTexts(context)),
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
  'string.equals': equals,
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
    const value = first(context);
    const folded =
      value.consts?.length === 1 && value.consts[0].value != null && value.consts[0].kind !== 'regex'
        ? stringValue(String(value.consts[0].value))
        : undefined;
    if (value.objects.some(({ state }) => state.text)) return builderToString({ ...context, receiver: value });
    return folded ?? { ...textResult(context, deepTaints(value)), prefix: value.prefix };
  },
  'string.repeat': transform((text, args) => {
    const count = numberAt(args, 0);
    return count === undefined || count < 0 || text.length * count > 4000 ? undefined : text.repeat(count);
  }),
  'string.isEmpty': (context) => mapText(context, (text) => text.length === 0) ?? SCALAR,
} satisfies Operators;
