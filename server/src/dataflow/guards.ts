import { type CallEffect, SCALAR_MASK, sinkBit } from '../facts/resolve';
import { type FunctionIR, Op, type ValueId } from '../ir/ir';
import { readArguments } from './calls';
import type { Evaluation } from './evaluation';
import type { Frame, Refinements } from './frame';
import { constraintsHold, type LibraryCall, select, shortCallee } from './library';
import { Flag, onlyString, type Taint, UNKNOWN, type Value } from './value';

type GuardEffect = Extract<CallEffect, { what: 'guard' }>;

const MAX_NESTING = 24;

/** What holds on one branch of a condition, added to what held before it. */
export function refine(
  evaluation: Evaluation,
  frame: Frame,
  condition: ValueId,
  isTrue: boolean,
  before: Refinements,
): Refinements {
  const shown = new Map<string, number>();
  collect(evaluation, frame, condition, isTrue, shown, 0);
  if (shown.size === 0) return before;
  const refined = new Map(before);
  for (const [key, mask] of shown) refined.set(key, (refined.get(key) ?? 0) | mask);
  return refined;
}

/** What holds on both of two ways. */
export function sharedRefinements(a: Refinements, b: Refinements): Refinements {
  if (a === b || a.size === 0) return a;
  const shared = new Map<string, number>();
  for (const [key, mask] of a) {
    const both = mask & (b.get(key) ?? 0);
    if (both !== 0) shared.set(key, both);
  }
  return shared;
}

type Shown = Map<string, number>;

function show(shown: Shown, key: string, mask: number): void {
  shown.set(key, (shown.get(key) ?? 0) | mask);
}

function collect(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  isTrue: boolean,
  shown: Shown,
  depth: number,
): void {
  if (id < 0 || depth > MAX_NESTING) return;
  const { fn, module } = frame;
  switch (fn.ops[id]) {
    case Op.Unary: {
      const operator = module.ir.strings[fn.c[id]];
      if (operator === '!' || operator === 'not') collect(evaluation, frame, fn.a[id], !isTrue, shown, depth + 1);
      return;
    }
    case Op.Binary:
      binary(evaluation, frame, id, isTrue, shown, depth);
      return;
    case Op.Copy:
    case Op.Cast:
    case Op.Await:
      collect(evaluation, frame, fn.a[id], isTrue, shown, depth + 1);
      return;
    case Op.Call:
      call(evaluation, frame, id, isTrue, shown, depth);
      return;
    case Op.Phi:
      phi(evaluation, frame, id, isTrue, shown, depth);
      return;
    case Op.Index:
      // What is found under a key that the program wrote is asked for by one of these keys.
      if (isTrue && isConstantCollection(evaluation.value(frame, fn.a[id])))
        showCompared(frame, fn.b[id], SCALAR_MASK, shown);
      return;
    case Op.Field:
      // An address that names no host stays where it is.
      if (!isTrue && TARGET.test(module.ir.strings[fn.b[id]])) showCompared(frame, id, TARGET_SINKS, shown);
      return;
  }
}

function binary(evaluation: Evaluation, frame: Frame, id: ValueId, isTrue: boolean, shown: Shown, depth: number): void {
  const { fn, module } = frame;
  const operator = module.ir.strings[fn.c[id]];
  const left = fn.a[id];
  const right = fn.b[id];
  switch (operator) {
    case '&&':
    case '||':
      // One side decides alone only where both must have held.
      if ((operator === '&&') === isTrue) {
        collect(evaluation, frame, left, isTrue, shown, depth + 1);
        collect(evaluation, frame, right, isTrue, shown, depth + 1);
      } else {
        const a: Shown = new Map();
        const b: Shown = new Map();
        collect(evaluation, frame, left, isTrue, a, depth + 1);
        collect(evaluation, frame, right, isTrue, b, depth + 1);
        for (const [key, mask] of sharedRefinements(a, b)) show(shown, key, mask);
      }
      return;
    case '==':
    case '===':
    case 'is':
      if (isTrue) equal(evaluation, frame, left, right, shown);
      else indexFound(evaluation, frame, left, right, shown);
      compared(evaluation, frame, id, operator, isTrue, shown, depth);
      return;
    case '!=':
    case '!==':
    case 'is not':
      if (!isTrue) equal(evaluation, frame, left, right, shown);
      else indexFound(evaluation, frame, left, right, shown);
      compared(
        evaluation,
        frame,
        id,
        operator === '!=' ? '==' : operator === '!==' ? '===' : 'is',
        !isTrue,
        shown,
        depth,
      );
      return;
    case '>':
    case '>=':
      if (isTrue) indexFound(evaluation, frame, left, right, shown);
      return;
    case 'in':
      contained(evaluation, frame, left, right, isTrue, shown);
      return;
    case 'not in':
      contained(evaluation, frame, left, right, !isTrue, shown);
      return;
    case '&':
      if (isTrue) intersected(evaluation, frame, left, right, shown);
      return;
  }
}

/** `{x} & allowed`: what the two have in common can only be the one member that is not written in the program. */
function intersected(evaluation: Evaluation, frame: Frame, left: ValueId, right: ValueId, shown: Shown): void {
  for (const [tested, holder] of [
    [left, right],
    [right, left],
  ]) {
    if (!isOurs(evaluation.value(frame, holder).taints)) continue;
    const open = elementsOf(frame, tested).filter((element) => !isConstant(evaluation.value(frame, element)));
    if (open.length === 1) showCompared(frame, open[0], SCALAR_MASK, shown);
  }
}

/** Instructions of the elements where a list or set is written out, also inside of a conversion. */
function elementsOf({ fn }: Frame, id: ValueId): readonly ValueId[] {
  let current = id;
  for (let depth = 0; depth < 4 && current >= 0; depth++) {
    if (fn.ops[current] === Op.Array) {
      return Array.from({ length: fn.c[current] }, (_, n) => fn.args[2 * (fn.b[current] + n)]);
    }
    if (fn.ops[current] === Op.Copy) current = fn.a[current];
    else if (fn.ops[current] === Op.Call && fn.c[current] === 1) current = fn.args[2 * fn.b[current]];
    else break;
  }
  return [];
}

/** What a whole loop over a written list has shown of each element holds for all of them behind it. */
export function shownOfEach(
  frame: Frame,
  loop: number,
  end: number,
  latch: Refinements,
  before: Refinements,
): Refinements {
  const { fn } = frame;
  let refined: Map<string, number> | undefined;
  for (let i = loop + 1; i < end; i++) {
    const op = fn.ops[i];
    if ((op === Op.Break || op === Op.Continue) && fn.a[i] === loop) return before;
    if (op !== Op.Iter) continue;
    const mask = latch.get(frame.facts.keyOf(i));
    if (mask === undefined) continue;
    refined ??= new Map(before);
    for (const element of elementsOf(frame, fn.a[i])) showWithOrigins(frame, element, mask, refined, false);
  }
  return refined ?? before;
}

/** `x in [constants]`, and `'..' in x` that was found not to hold. */
function contained(
  evaluation: Evaluation,
  frame: Frame,
  left: ValueId,
  right: ValueId,
  isIn: boolean,
  shown: Shown,
): void {
  const holder = evaluation.value(frame, right);
  if (isIn) {
    if (isConstantCollection(holder)) showCompared(frame, left, SCALAR_MASK, shown);
    return;
  }
  const part = onlyString(evaluation.value(frame, left));
  const mask = part === undefined ? 0 : absenceMask(part);
  if (mask !== 0) showWithOrigins(frame, right, mask, shown);
  // No quote between the first and the last character: the whole is one literal.
  if (part === "'" || part === '"') {
    const whole = withoutEnds(evaluation, frame, right);
    if (whole >= 0) show(shown, frame.facts.keyOf(whole), sinkBit('code'));
  }
}

/** The text of which this is all but the first and the last character; -1 for anything else. */
function withoutEnds(evaluation: Evaluation, frame: Frame, id: ValueId): ValueId {
  const { fn, module } = frame;
  if (fn.ops[id] !== Op.Call || fn.ops[fn.a[id]] !== Op.Field || fn.c[id] < 2) return -1;
  if (module.ir.strings[fn.b[fn.a[id]]] !== '__getitem__') return -1;
  const limit = (n: number): unknown => evaluation.value(frame, fn.args[2 * (fn.b[id] + n)]).consts?.[0]?.value;
  return limit(0) === 1 && limit(1) === -1 ? fn.a[fn.a[id]] : -1;
}

/** Sinks that a text cannot harm for want of a piece: no way up without dots, no second line without a line break. */
export function absenceMask(part: string): number {
  if (part === '..' || part === '../' || part === '..\\') return sinkBit('path');
  if (part === '\n' || part === '\r') return sinkBit('log') | sinkBit('header');
  if (part === '<') return sinkBit('html');
  if (part === "'") return sinkBit('xpath');
  return 0;
}

/** `test(x) === true`, `typeof x === 'number'`. */
function compared(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  _operator: string,
  isEqual: boolean,
  shown: Shown,
  depth: number,
): void {
  const { fn, module } = frame;
  const right = evaluation.value(frame, fn.b[id]);
  const constant = right.consts?.length === 1 ? right.consts[0] : undefined;
  if (typeof constant?.value === 'boolean') {
    collect(evaluation, frame, fn.a[id], constant.value === isEqual, shown, depth + 1);
    return;
  }
  const left = fn.a[id];
  if (fn.ops[left] === Op.Unary && module.ir.strings[fn.c[left]] === 'typeof' && isEqual) {
    const type = onlyString(right);
    const key = frame.facts.keyOf(fn.a[left]);
    if (type === 'number' || type === 'boolean' || type === 'bigint') show(shown, key, SCALAR_MASK);
    else if (type === 'string') show(shown, key, sinkBit('nosql'));
  }
}

/** A value that equals a constant is that constant. */
function equal(evaluation: Evaluation, frame: Frame, left: ValueId, right: ValueId, shown: Shown): void {
  const a = evaluation.value(frame, left);
  const b = evaluation.value(frame, right);
  // Where there is nothing, nothing was written.
  if (isNull(b)) showCompared(frame, left, SCALAR_MASK, shown);
  if (isConstant(b)) showCompared(frame, left, SCALAR_MASK, shown);
  if (isConstant(a)) showCompared(frame, right, SCALAR_MASK, shown);
  // Equal to something trusted that is not known: `origin === config.origin`.
  if (isTrusted(b) && a.taints.length > 0) show(shown, frame.facts.keyOf(left), TRUSTED_EQUAL);
  if (isTrusted(a) && b.taints.length > 0) show(shown, frame.facts.keyOf(right), TRUSTED_EQUAL);
}

const TRUSTED_EQUAL = SCALAR_MASK;

function isNull({ consts }: Value): boolean {
  return consts?.length === 1 && consts[0].value == null;
}

function isConstant(value: Value): boolean {
  return (
    value.consts !== undefined && value.consts.length > 0 && value.consts.every((constant) => constant.value != null)
  );
}

function isTrusted(value: Value): boolean {
  return (
    value.taints.length === 0 && value.consts === undefined && value !== UNKNOWN && (value.flags & Flag.Text) !== 0
  );
}

/** `list.indexOf(x) !== -1`, `>= 0`. */
function indexFound(evaluation: Evaluation, frame: Frame, left: ValueId, right: ValueId, shown: Shown): void {
  const { fn, module } = frame;
  const bound = evaluation.value(frame, right).consts;
  if (bound?.length !== 1 || (bound[0].value !== -1 && bound[0].value !== 0)) return;
  if (fn.ops[left] !== Op.Call || fn.ops[fn.a[left]] !== Op.Field) return;
  if (!/^(?:indexOf|findIndex|index|lastIndexOf)$/.test(module.ir.strings[fn.b[fn.a[left]]])) return;
  const list = evaluation.value(frame, fn.a[fn.a[left]]);
  const argument = fn.c[left] > 0 ? fn.args[2 * fn.b[left]] : -1;
  if (argument >= 0 && isConstantCollection(list) && list.objects.length > 0)
    show(shown, frame.facts.keyOf(argument), SCALAR_MASK);
}

/** All that it holds is written in the program. */
export function isConstantCollection(value: Value): boolean {
  if (!isOurs(value.taints)) return false;
  if (value.objects.length === 0) return isConstant(value);
  // Objects of classes are no collections of texts: that the value might be one says nothing of the collection.
  const collections = value.objects.filter(({ cls }) => !cls);
  return (
    collections.length > 0 &&
    collections.every(({ state }) => {
      if (!isOurs(state.taints) || (state.rest && !isOurs(state.rest.taints))) return false;
      for (const slot of state.fields.values()) if (!isOurs(slot.value.taints)) return false;
      return state.fields.size > 0 || state.rest !== undefined;
    })
  );
}

/** What the operator of the program sets is as good as what is written in it. */
function isOurs(taints: readonly Taint[]): boolean {
  return taints.every(({ source, isGuess }) => source.kind === 'environment' || isGuess);
}

function call(evaluation: Evaluation, frame: Frame, id: ValueId, isTrue: boolean, shown: Shown, depth: number): void {
  const { fn, module } = frame;
  const callee = evaluation.value(frame, fn.a[id]);
  const isMember = fn.ops[fn.a[id]] === Op.Field;
  let nodes = callee.nodes ?? module.models.none;
  if (isMember && !nodes.isCallable)
    nodes = nodes.union(module.models.unknownReceiver.member(module.ir.strings[fn.b[fn.a[id]]]));
  const receiverId = isMember ? fn.a[fn.a[id]] : -1;
  for (const effect of nodes.effects) {
    if (effect.what !== 'guard' || effect.spec.throws || (effect.spec.when ?? true) !== isTrue) continue;
    const receiver = receiverId < 0 ? UNKNOWN : evaluation.value(frame, receiverId);
    const args = readArguments(evaluation, frame, id, receiver, receiverId);
    if (!constraintsHold(args, effect.constraints)) continue;
    guard(evaluation, { frame, id, args, isNew: false }, effect, shown);
  }
  if (isMember && !isTrue) lacks(evaluation, frame, id, shown);
  const activation = frame.calls.get(id);
  if (activation) predicate(evaluation, frame, id, activation, isTrue, shown, depth);
}

/** `x.includes('..')` that was found not to hold. */
function lacks(evaluation: Evaluation, frame: Frame, id: ValueId, shown: Shown): void {
  const { fn, module } = frame;
  const name = module.ir.strings[fn.b[fn.a[id]]];
  if (!/^(?:includes|contains|indexOf|include\?|__contains__)$/.test(name) || fn.c[id] < 1) return;
  const part = onlyString(evaluation.value(frame, fn.args[2 * fn.b[id]]));
  const mask = part === undefined ? 0 : absenceMask(part);
  if (mask !== 0) showWithOrigins(frame, fn.a[fn.a[id]], mask, shown);
}

function guard(evaluation: Evaluation, libraryCall: LibraryCall, effect: GuardEffect, shown: Shown): void {
  const { frame, id, args } = libraryCall;
  const spoken = select(frame, id, args, effect.of);
  if (spoken.length === 0) return;
  if (!isProven(evaluation, libraryCall, effect)) return;
  for (const { id: argument } of spoken) if (argument >= 0) showWithOrigins(frame, argument, effect.mask, shown);
}

/** Forms of the same text: a test of them is a test of what they come from. */
const SAME = /(?:canonical|realpath|absolute|normal|tostring|topath|trim|lower|upper|strip)/i;
/** Parts of an address that say where it leads. */
const TARGET = /^(?:get)?(?:host|hostname|origin|netloc|authority)$/i;
const TARGET_SINKS = sinkBit('url') | sinkBit('redirect');

/** As below, for a value that was compared: it says something of what it was computed from only where that is the same text. */
function showCompared(frame: Frame, id: ValueId, mask: number, shown: Shown): void {
  showWithOrigins(frame, id, mask, shown, false);
}

/** What was tested, and what it was taken from: `url.hostname` and `url`, `file.getCanonicalPath()` and `file`. */
function showWithOrigins(frame: Frame, id: ValueId, mask: number, shown: Shown, isMade = true): void {
  const { fn, module } = frame;
  let current = id;
  let left = mask;
  let isPart = false;
  const follows = (name: string): boolean => {
    isPart ||= TARGET.test(name);
    if (isPart) left &= TARGET_SINKS;
    return left !== 0 && (TARGET.test(name) || SAME.test(name));
  };
  for (let depth = 0; depth < 5 && current >= 0; depth++) {
    show(shown, frame.facts.keyOf(current), left);
    while (
      fn.ops[current] === Op.Copy ||
      fn.ops[current] === Op.Cast ||
      fn.ops[current] === Op.Await ||
      isFirstResult(frame, current)
    )
      current = fn.a[current];
    const op = fn.ops[current];
    if (op === Op.Field) {
      if (!follows(module.ir.strings[fn.b[current]])) return;
      current = fn.a[current];
    } else if (op === Op.Call || op === Op.New) {
      const callee = fn.a[current];
      const isMethod = fn.ops[callee] === Op.Field;
      const [only] = fn.c[current] === 1 ? [fn.args[2 * fn.b[current]]] : [-1];
      if (isMethod && fn.c[current] === 0) {
        if (!follows(module.ir.strings[fn.b[callee]])) return;
        current = fn.a[callee];
      } else if (isMade || isPart || SAME.test(shortCallee(frame, current))) current = only;
      else return;
    } else return;
  }
}

/** Of several results of a call the first is what it is about: the others are errors and flags. */
function isFirstResult({ fn, module }: Frame, id: ValueId): boolean {
  return fn.ops[id] === Op.Field && fn.ops[fn.a[id]] === Op.Call && module.ir.strings[fn.b[id]] === '0';
}

function isProven(evaluation: Evaluation, libraryCall: LibraryCall, { spec, collection, of }: GuardEffect): boolean {
  const { frame, id, args } = libraryCall;
  switch (spec.kind) {
    case 'membership': {
      const holders = collection ? select(frame, id, args, collection).map(({ value }) => value) : [args.receiver];
      return holders.length > 0 && holders.every(isConstantCollection);
    }
    case 'prefix': {
      const given =
        spec.with !== undefined
          ? undefined
          : collection
            ? select(frame, id, args, collection)[0]?.value
            : args.positional[0]?.value; // prettier-ignore
      const prefix = spec.with ?? (given ? (onlyString(given) ?? given.prefix) : undefined);
      if (prefix === undefined) return given !== undefined && given.taints.length === 0;
      return prefix.length > 0;
    }
    case 'pattern': {
      const written =
        spec.with === undefined
          ? undefined
          : (onlyString(args.positional[0]?.value) ??
            regexText(args.positional[0]?.value) ??
            regexText(args.receiver) ??
            onlyString(args.receiver)); // prettier-ignore
      if (spec.with !== undefined) {
        // How much of the text the pattern must fit: `^$0$` all of it, `^$0` its beginning.
        return written !== undefined && isStrictWhere(written, spec.with);
      }
      const pattern =
        patternOf(
          args.receiver,
          args.positional.map(({ value }) => value),
          of.what === 'this',
        ) ?? patternOfMatcher(evaluation, libraryCall);
      return pattern !== undefined && isStrictPattern(pattern);
    }
    default:
      return true;
  }
}

/** A pattern whose call anchors it by itself: `^$0$` fits the whole text, `^$0` its beginning, `$0` any part. */
function isStrictWhere(pattern: string, where: string): boolean {
  const startsAnchored = where.startsWith('^');
  const endsAnchored = where.endsWith('$');
  // An alternative would take one of the anchors that are written, so those that the call adds must hold all together.
  if (!startsAnchored && !/^(?:\^|\\A)/.test(pattern)) return false;
  if (!endsAnchored && !/(?<!\\)\$$|\\[zZ]$/.test(pattern)) return false;
  const bare = pattern.replace(/^(?:\^|\\A)/, '').replace(/(?<!\\)\$$|\\[zZ]$/, '');
  if (hasTopLevelAlternative(bare) && !(startsAnchored && endsAnchored && bare === pattern)) return false;
  return isStrictPattern(`^(?:${bare})$`);
}

function regexText(value: Value | undefined): string | undefined {
  const constant = value?.consts?.length === 1 ? value.consts[0] : undefined;
  return constant?.kind === 'regex' ? String(constant.value) : undefined;
}

/** `pattern.matcher(text).matches()`: the pattern is what the matcher was made by, and must fit the whole text. */
function patternOfMatcher(evaluation: Evaluation, { frame, args }: LibraryCall): string | undefined {
  const { fn } = frame;
  let made = args.receiverId;
  while (made >= 0 && fn.ops[made] === Op.Copy) made = fn.a[made];
  if (made < 0 || fn.ops[made] !== Op.Call || fn.ops[fn.a[made]] !== Op.Field) return undefined;
  const pattern = evaluation.value(frame, fn.a[fn.a[made]]);
  const text = onlyString(pattern) ?? regexText(pattern);
  return text === undefined ? undefined : `^(?:${text.replace(/^\^|\$$/g, '')})$`;
}

/** The regular expression of a test: the receiver, or the first argument that is one. */
function patternOf(receiver: Value, args: readonly Value[], receiverIsText: boolean): string | undefined {
  const candidates = receiverIsText ? args : [receiver, ...args];
  for (const value of candidates) {
    const constant = value.consts?.length === 1 ? value.consts[0] : undefined;
    if (constant?.kind === 'regex') return String(constant.value);
  }
  for (const value of candidates) {
    const text = onlyString(value);
    if (text !== undefined) return receiverIsText ? `^(?:${text})$` : text;
  }
  return undefined;
}

/** Anchored at both ends, and nothing in it stands for any character. */
export function isStrictPattern(pattern: string): boolean {
  if (!/^(?:\^|\\A)/.test(pattern) || !/(?:[^\\](?:\\\\)*\$|\\[zZ])$/.test(pattern)) return false;
  let body = pattern.replace(/\\\\/g, '');
  // A top-level alternative would need anchors of its own.
  if (hasTopLevelAlternative(body)) return false;
  body = body.replace(/\\[.]/g, '');
  const classes = body.match(/\[\^?(?:\\.|[^\]])*\]/g) ?? [];
  for (const one of classes) {
    if (one.startsWith('[^')) return false;
    if (/\\[SWD]/.test(one)) return false;
  }
  body = body.replace(/\[\^?(?:\\.|[^\]])*\]/g, 'x');
  return !/(?:^|[^\\])\./.test(body) && !/\\[SWD]/.test(body);
}

function hasTopLevelAlternative(pattern: string): boolean {
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === '\\') i++;
    else if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth--;
    else if (c === '|' && depth === 0) return true;
  }
  return false;
}

/** A guard that throws instead of answering: what follows it is clean. */
export function throwingGuard(evaluation: Evaluation, libraryCall: LibraryCall, effect: GuardEffect): void {
  const shown: Shown = new Map();
  guard(evaluation, libraryCall, effect, shown);
  const { frame } = libraryCall;
  if (shown.size === 0) return;
  const refined = new Map(frame.refined);
  for (const [key, mask] of shown) refined.set(key, (refined.get(key) ?? 0) | mask);
  frame.refined = refined;
}

/** A function of the program that answers with a test of its parameters. */
function predicate(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  activation: Frame,
  isTrue: boolean,
  shown: Shown,
  depth: number,
): void {
  const inner: Shown | undefined = returnedTest(evaluation, activation, isTrue, depth);
  if (!inner) return;
  const { fn } = frame;
  for (const [key, mask] of inner) {
    const match = /^p(\d+)(.*)$/s.exec(key);
    if (!match || Number(match[1]) >= fn.c[id]) continue;
    const argument = fn.args[2 * (fn.b[id] + Number(match[1]))];
    if (argument >= 0) show(shown, frame.facts.keyOf(argument) + match[2], mask);
  }
}

/** What a function shows of one of its parameters when it answers yes. */
export function shownByAnswer(evaluation: Evaluation, activation: Frame, param: number): number {
  return returnedTest(evaluation, activation, true, 0)?.get(`p${param}`) ?? 0;
}

/** What all returns that can give this answer have shown. */
function returnedTest(evaluation: Evaluation, activation: Frame, isTrue: boolean, depth: number): Shown | undefined {
  const { fn } = activation;
  let result: Refinements | undefined;
  for (let i = 0; i < fn.size; i++) {
    if (fn.ops[i] !== Op.Return || activation.reached[i] === 0) continue;
    const value = fn.a[i];
    const constant = constantOf(fn, value, activation);
    if (constant !== undefined && Boolean(constant) !== isTrue) continue;
    const before = activation.refinedVia.get(i) ?? activation.returnRefinements.get(i) ?? new Map();
    const here = new Map(before);
    collect(evaluation, activation, value, isTrue, here, depth + 1);
    result = result ? sharedRefinements(result, here) : here;
  }
  return result && new Map(result);
}

function constantOf(_fn: FunctionIR, id: ValueId, activation: Frame): unknown {
  if (id < 0) return false;
  const consts = activation.values[id]?.consts;
  return consts?.length === 1 && typeof consts[0].value === 'boolean' ? consts[0].value : undefined;
}

/** A condition kept in a variable that only one branch sets. */
function phi(evaluation: Evaluation, frame: Frame, id: ValueId, isTrue: boolean, shown: Shown, depth: number): void {
  const { fn } = frame;
  let result: Refinements | undefined;
  for (let j = 0; j < fn.c[id]; j++) {
    const value = fn.args[2 * (fn.b[id] + j)];
    const via = fn.args[2 * (fn.b[id] + j) + 1];
    if (via >= 0 && frame.reached[via] === 0) continue;
    const consts = frame.values[value]?.consts;
    if (consts?.length === 1 && typeof consts[0].value === 'boolean' && consts[0].value !== isTrue) continue;
    const here: Shown = new Map(via >= 0 ? (frame.refinedVia.get(via) ?? []) : []);
    collect(evaluation, frame, value, isTrue, here, depth + 1);
    result = result ? sharedRefinements(result, here) : here;
  }
  for (const [key, mask] of result ?? []) show(shown, key, mask);
}
