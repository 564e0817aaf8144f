import { sinkMask } from '../facts/resolve';
import { type FunctionIR, Op, Tag, type ValueId } from '../ir/ir';
import { applySetters } from './configuration';
import { Dependencies } from './dependencies';
import type { Evaluation } from './evaluation';
import { Frame } from './frame';
import { emptyState, type HeapObject, type Slot, unplaced } from './heap';
import { calleeName, calleeText, callLibrary, type LibraryCall, literalObjects, stepBy } from './library';
import { deepTaints, findMethods, lengthened, readElement, shallowTaints, superMethods } from './members';
import { conceals, isSecretTaint, withoutSecrets } from './named';
import type { ClassRef, Closure } from './program';
import { deedsOf } from './results';
import { readOn } from './stores';
import {
  addTaints,
  cleaned,
  join,
  objectValue,
  type Taint,
  UNDEFINED,
  UNKNOWN,
  uniteTaints,
  type Value,
  withNodes,
  withTaints,
} from './value';

export interface Argument {
  readonly id: ValueId;
  readonly value: Value;
}

export interface CallArguments {
  readonly positional: readonly Argument[];
  readonly named: ReadonlyMap<string, Argument>;
  /** Elements of a spread list whose length is not known. */
  readonly spread: Value | undefined;
  readonly spreadId: ValueId;
  readonly hasUnknownNamed: boolean;
  /** A mapping whose members are given as keywords. */
  readonly mapping?: Argument | undefined;
  readonly receiver: Value;
  readonly receiverId: ValueId;
  /** What is called, where it is no member of anything. */
  readonly callee?: Value;
}

export function evaluateCall(evaluation: Evaluation, frame: Frame, id: ValueId): Value {
  const { fn, module } = frame;
  const calleeId = fn.a[id];
  const calleeOp = fn.ops[calleeId];
  const isMember = calleeOp === Op.Field || calleeOp === Op.Index;
  const receiverId = isMember ? fn.a[calleeId] : -1;
  const held = receiverId < 0 ? UNKNOWN : evaluation.value(frame, receiverId);
  const callee = calledMethod(evaluation, frame, calleeId, evaluation.value(frame, calleeId), held);
  const receiver = askedFor(frame, id, calleeOp, receiverId, held);
  const args = readArguments(evaluation, frame, id, receiver, receiverId, isMember ? undefined : callee);
  // A library's class is called by a capitalised name, whether or not the language says `new`.
  const isClass = callee.consts?.some(({ kind }) => kind === 'symbol') ?? false;
  const isNew = fn.ops[id] === Op.New || callee.classes.length > 0 || isClass;
  const type =
    isNew && calleeOp === Op.TypeName
      ? evaluation.program.resolveType(module, module.ir.strings[fn.a[calleeId]]).nodes
      : module.models.none; // prettier-ignore
  const call: LibraryCall = { frame, id, args, isNew };
  let result: Value | undefined;
  let isFollowed = false;

  const closures = overloads(callee.closures, args);
  if (closures.length > 0) {
    isFollowed = true;
    for (const closure of closures) {
      const returned =
        fn.ops[id] === Op.New && !closure.cls
          ? constructByFunction(evaluation, frame, id, closure, args)
          : callClosure(evaluation, frame, id, closure, receiver, args, closures.length === 1);
      result = join(result, returned);
    }
  }
  for (const cls of callee.classes) {
    isFollowed = true;
    result = join(result, instantiate(evaluation, frame, id, cls, args));
  }
  if (calleeOp === Op.This && frame.cls) {
    // Another constructor of the same class.
    const own = frame.cls.cls.methods
      .map((method) => module.ir.functions[method])
      .filter((other) => other.kind === 'constructor' && other !== fn);
    const constructors = own.map(
      (other): Closure => ({ module, fn: other, env: frame.cls?.env, cls: frame.cls, receiver: frame.receiver }),
    );
    for (const closure of overloads(constructors, args))
      callClosure(evaluation, frame, id, closure, frame.receiver, args, false);
    return frame.receiver;
  }
  if (calleeOp === Op.Global && module.ir.strings[fn.a[calleeId]] === 'super') {
    const inherited = callSuper(evaluation, frame, id, args);
    if (inherited) return inherited;
  }

  const name = calleeOp === Op.Field ? module.ir.strings[fn.b[calleeId]] : undefined;
  let nodes = callee.nodes ?? module.models.none;
  // Making something of a class of the program also makes what the class inherits from.
  for (const cls of callee.classes) nodes = nodes.union(evaluation.program.superclassesOf(cls).statics);
  if (!isFollowed && !nodes.isCallable && name !== undefined) {
    const weak = module.models.unknownReceiver.member(name);
    if (weak.isCallable || weak.sources.length > 0) nodes = nodes.union(weak);
  }
  if (!isFollowed && nodes.isCallable) result = callLibrary(evaluation, nodes, call);
  else if (isFollowed && nodes.isCallable) result = join(result, withTaints(callLibrary(evaluation, nodes, call), []));
  else if (!isFollowed) result = callUnknown(evaluation, call, name);
  if (!isFollowed && result) result = readOn(evaluation, args, name ?? '', result);
  if (evaluation.session.named && result) result = afterCall(frame, id, name, result);
  if (name !== undefined && receiver.objects.length > 0)
    result = applySetters(evaluation, call, name, result ?? UNKNOWN, nodes);
  return withNodes(result ?? UNKNOWN, type);
}

/** What a function that hides or tests makes of a secret is none. */
function afterCall(frame: Frame, id: ValueId, name: string | undefined, result: Value): Value {
  if (!result.taints.some(isSecretTaint) || !conceals(name ?? calleeName(frame, id), calleeText(frame, id)))
    return result;
  return withTaints(result, withoutSecrets(result.taints));
}

/** A getter directly behind an entrance names what enters: `request.args.get("q")` rather than `request.args`. */
function askedFor(frame: Frame, id: ValueId, calleeOp: Op, receiverId: ValueId, receiver: Value): Value {
  if (receiver.taints.length === 0 || calleeOp !== Op.Field) return receiver;
  const name = frame.module.ir.strings[frame.fn.b[frame.fn.a[id]]];
  return GETTER.test(name) ? withTaints(receiver, lengthened(frame, id, receiverId, receiver.taints, name)) : receiver;
}

const GETTER = /^get(?![a-z]{2,})|^get(?:list|all|default)$/i;

/** What is called may have the name of a field, too: then the method is meant. */
function calledMethod(evaluation: Evaluation, frame: Frame, calleeId: ValueId, callee: Value, receiver: Value): Value {
  if (callee.closures.length > 0 || callee.classes.length > 0 || frame.fn.ops[calleeId] !== Op.Field) return callee;
  const name = frame.module.ir.strings[frame.fn.b[calleeId]];
  const methods = receiver.objects.flatMap((object) =>
    object.cls ? findMethods(evaluation, object.cls, name, object.kind !== 'instance') : [],
  );
  return methods.length === 0 ? callee : { ...callee, closures: methods };
}

export function readArguments(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  receiver: Value,
  receiverId: ValueId,
  callee?: Value,
): CallArguments {
  const { fn, module } = frame;
  const positional: Argument[] = [];
  const named = new Map<string, Argument>();
  let spread: Value | undefined;
  let spreadId = -1;
  let hasUnknownNamed = false;
  let mapping: Argument | undefined;
  for (let j = 0; j < fn.c[id]; j++) {
    const argument = fn.args[2 * (fn.b[id] + j)];
    const tag = fn.args[2 * (fn.b[id] + j) + 1];
    const value = evaluation.value(frame, argument);
    if (tag === Tag.Positional) {
      if (spread === undefined) positional.push({ id: argument, value });
      else spread = join(spread, value);
    } else if (tag === Tag.Spread) {
      const [object] = value.objects;
      if (
        spread === undefined &&
        value.objects.length === 1 &&
        object.state.size >= 0 &&
        !object.state.isOpen &&
        !object.state.rest
      ) {
        for (let n = 0; n < object.state.size; n++) {
          positional.push({ id: argument, value: object.state.fields.get(String(n))?.value ?? UNKNOWN });
        }
      } else {
        spread = join(spread, readElement(evaluation, frame, argument, value));
        spreadId = argument;
      }
    } else if (tag === Tag.SpreadMap) {
      mapping = { id: argument, value };
      for (const object of value.objects) {
        for (const [key, slot] of object.state.fields) named.set(key, { id: argument, value: slot.value });
        hasUnknownNamed ||= object.state.isOpen;
      }
      if (value.objects.length === 0) hasUnknownNamed = true;
    } else named.set(module.ir.strings[tag], { id: argument, value });
  }
  return { positional, named, spread, spreadId, hasUnknownNamed, mapping, receiver, receiverId, callee };
}

/** Of several functions of one name, those that take as many arguments. */
function overloads(closures: readonly Closure[], args: CallArguments): readonly Closure[] {
  if (closures.length < 2 || args.spread) return closures;
  const given = args.positional.length + args.named.size;
  const fitting = closures.filter(({ fn }) => {
    const last = fn.params[fn.params.length - 1];
    if (last?.kind === 'rest') return given >= fn.params.length - 1;
    const required = fn.params.filter((param) => !param.hasDefault).length;
    return given <= fn.params.length && given >= required;
  });
  return fitting.length > 0 ? fitting : closures;
}

/** Arguments by parameter. What is not given is `undefined`, so that code that looks for that sees it. */
export function bindArguments(
  evaluation: Evaluation,
  frame: Frame,
  fn: FunctionIR,
  args: CallArguments,
  bound: readonly Value[] = [],
): Value[] {
  const positional = [...bound, ...args.positional.map(({ value }) => value)];
  const used = new Set<string>();
  let next = 0;
  return fn.params.map((param) => {
    if (param.kind === 'rest') {
      const rest = positional.slice(next);
      next = positional.length;
      const fields = new Map<string, Slot>();
      rest.forEach((value, n) => {
        fields.set(String(n), unplaced(value));
      });
      const size = args.spread ? -1 : rest.length;
      const list = evaluation.allocate('list', { ...emptyState(size < 0, size), fields, rest: args.spread });
      return withNodes(objectValue(list), frame.module.models.ofLiteral('list'));
    }
    if (param.kind === 'rest-map') {
      const fields = new Map<string, Slot>();
      for (const [name, { value }] of args.named) {
        if (!used.has(name)) fields.set(name, unplaced(value));
      }
      return objectValue(evaluation.allocate('object', { ...emptyState(args.hasUnknownNamed, -1), fields }));
    }
    if (param.kind !== 'keyword' && next < positional.length) return positional[next++];
    const named = args.named.get(param.name);
    if (named) {
      used.add(param.name);
      return named.value;
    }
    if (args.spread && param.kind !== 'keyword') return args.spread;
    return args.hasUnknownNamed ? UNKNOWN : UNDEFINED;
  });
}

/** Follows a call into a function of the program. */
export function callClosure(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  closure: Closure,
  receiver: Value,
  args: CallArguments,
  isOnly: boolean,
): Value {
  const { fn } = closure;
  const self = closure.receiver ?? receiver;
  deedsOf(evaluation.results, frame.module, frame.fn).calls.set(fn, closure.module);
  if (!evaluation.canEnter(fn)) return notEntered(evaluation, frame, id, args, self);
  let values = bindArguments(evaluation, frame, fn, args, closure.bound).map((value, n) => {
    if (value.taints.length === 0) return value;
    const at = args.positional[n]?.id ?? id;
    const name = fn.params[n]?.name;
    return withTaints(
      value,
      evaluation.stepInto(
        frame,
        at < 0 ? id : at,
        `given to ${nameOf(closure)}${name ? ` as ${name}` : ''}`,
        value.taints,
      ),
    );
  });
  const { memory } = evaluation;
  let key = memory.describe(closure, self, values);
  let known = key === undefined ? undefined : memory.find(closure, key, evaluation.depth);
  if (!known && key !== undefined && memory.isCrowded(closure)) {
    values = values.map((value) => anyConstant(evaluation, value));
    key = memory.describe(closure, self, values);
    known = key === undefined ? undefined : memory.find(closure, key, evaluation.depth);
  }
  const { heap } = evaluation;
  const { mark, made, olderWrites } = heap;
  const { cuts } = evaluation;
  const outer = evaluation.dependencies;
  if (!known && key !== undefined) evaluation.dependencies = new Dependencies();
  const { dependencies } = evaluation;
  const activation = known?.frame ?? evaluation.activate(closure, self, values, frame, undefined, false, id);
  evaluation.dependencies = outer;
  outer.result(known?.dependencies ?? dependencies);
  const changedNothing = heap.olderWrites === olderWrites && !heap.hasChangedOlder(mark, made);
  if (!known && key !== undefined && changedNothing)
    memory.keep(closure, key, evaluation.cuts === cuts ? 0 : evaluation.depth, activation, dependencies);
  frame.calls.set(id, activation);
  frame.handled.add(closure);
  showArguments(frame, fn, args, activation);
  if (
    isOnly &&
    activation.exitRefinements === undefined &&
    !fn.isGenerator &&
    !fn.isAsync &&
    !evaluation.results.partial
  ) {
    // It throws whatever happens.
    if (fn.ops.includes(Op.Throw) || activation.hasGivenUp) {
      frame.alive = false;
      frame.hasGivenUp = true;
    }
  }
  const returned = activation.returned ?? UNKNOWN;
  return returned.taints.length === 0
    ? returned
    : withTaints(returned, evaluation.step(frame, id, `returned by ${nameOf(closure)}`, returned.taints));
}

/** The value without the text or number it is; of a list, without those of its elements. */
function anyConstant(evaluation: Evaluation, value: Value): Value {
  const isFree = value.consts?.some(({ kind }) => kind === 'string' || kind === 'number') ?? false;
  const free: Value = isFree || value.prefix !== undefined ? { ...value, consts: undefined, prefix: undefined } : value;
  if (value.objects.length !== 1) return free;
  const [{ kind, cls, state }] = value.objects;
  if (kind !== 'list' || cls || state.fields.size === 0) return free;
  let rest = state.rest;
  for (const slot of state.fields.values()) rest = join(rest, anyConstant(evaluation, slot.value));
  const list = evaluation.allocate('list', { ...emptyState(true, -1), rest });
  return { ...free, objects: [list] };
}

export function nameOf({ fn, cls }: Closure): string {
  if (fn.kind === 'constructor' && cls) return `new ${cls.cls.name}()`;
  return fn.name === '' ? 'a function' : `${fn.name}()`;
}

/** What the callee tested of its parameters holds for the arguments once it has returned. */
function showArguments(frame: Frame, fn: FunctionIR, args: CallArguments, activation: Frame): void {
  const shown = activation.exitRefinements;
  if (!shown || shown.size === 0) return;
  let refined: Map<string, number> | undefined;
  for (const [key, mask] of shown) {
    const match = /^p(\d+)(.*)$/s.exec(key);
    const argument = match && args.positional[Number(match[1])];
    if (!match || !argument || argument.id < 0 || Number(match[1]) >= fn.params.length) continue;
    refined ??= new Map(frame.refined);
    const own = frame.facts.keyOf(argument.id) + match[2];
    refined.set(own, (refined.get(own) ?? 0) | mask);
  }
  if (refined) frame.refined = refined;
}

/** A call that is not followed any deeper passes on what it is given. */
function notEntered(evaluation: Evaluation, frame: Frame, id: ValueId, args: CallArguments, receiver: Value): Value {
  let taints = shallowTaints(receiver);
  for (const { value } of args.positional) taints = uniteTaints(taints, deepTaints(value));
  for (const { value } of args.named.values()) taints = uniteTaints(taints, deepTaints(value));
  return addTaints(UNKNOWN, guessed(stepBy(evaluation, frame, id, 'passed on', withoutSecrets(taints))));
}

/** What nobody knows makes of a failure is seldom its text, and failures are handed to much that nobody knows. */
function guessed(taints: readonly Taint[]): readonly Taint[] {
  return taints.flatMap((taint) => (taint.source.kind === 'error' ? [] : [{ ...taint, isGuess: true }]));
}

// ---- classes -------------------------------------------------------------------------------------------------------

export function instantiate(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  cls: ClassRef,
  args: CallArguments,
): Value {
  const object = evaluation.allocate('opaque', emptyState(true, -1), cls);
  const self = withNodes(
    objectValue(object),
    evaluation.program.superclassesOf({ module: cls.module, cls: cls.cls }).nodes,
  );
  construct(evaluation, frame, id, cls, self, object, args, 0);
  return self;
}

/** `new` of a function: it is called on a new object, which is the result unless it returns another one. */
function constructByFunction(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  closure: Closure,
  args: CallArguments,
): Value {
  const object = evaluation.allocate('opaque', emptyState(true, -1));
  object.madeBy = closure;
  const self = objectValue(object);
  const returned = callClosure(evaluation, frame, id, closure, self, args, false);
  return returned.objects.length > 0 || returned.closures.length > 0 ? join(self, returned) : self;
}

function construct(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  cls: ClassRef,
  self: Value,
  object: HeapObject,
  args: CallArguments,
  depth: number,
): void {
  const { module } = cls;
  evaluation.dependencies.file(module.uri);
  const functions = cls.cls.methods.map((method) => module.ir.functions[method]);
  const constructors = functions.filter((fn) => fn.kind === 'constructor');
  const supers = evaluation.program.superclassesOf({ module, cls: cls.cls }).classes;
  const callsSuper = constructors.length > 0;
  if (depth < 5) {
    for (const place of supers) {
      const parent = evaluation.classRefOf(place.module, place.cls.id);
      if (callsSuper) initialize(evaluation, frame, parent, self);
      else construct(evaluation, frame, id, parent, self, object, args, depth + 1);
    }
  }
  initialize(evaluation, frame, cls, self);
  const closures = constructors.map((fn): Closure => ({ module, fn, env: cls.env, cls, receiver: self }));
  const fitting = overloads(closures, args);
  if (fitting.length > 0) {
    for (const closure of fitting) callClosure(evaluation, frame, id, closure, self, args, false);
    return;
  }
  // A class of data: its fields are given in order or by name.
  const fields = cls.cls.fields.filter((field) => !field.isStatic);
  const isInherited = supers.length > 0;
  if (fields.length === 0 || (isInherited && !fields.some(({ name }) => args.named.has(name)))) return;
  const given = new Map(object.state.fields);
  if (!isInherited) {
    args.positional.forEach(({ value }, n) => {
      if (fields[n]) given.set(fields[n].name, unplaced(value));
    });
  }
  for (const [name, { value }] of args.named) given.set(name, unplaced(value));
  // A literal of a type sets nothing that it does not name.
  const isLiteral = frame.fn.ops[id] === Op.New && args.named.size > 0 && args.positional.length === 0;
  evaluation.heap.write(object, { ...object.state, fields: given, isOpen: object.state.isOpen && !isLiteral });
}

function initialize(evaluation: Evaluation, frame: Frame, cls: ClassRef, self: Value): void {
  for (const method of cls.cls.methods) {
    const fn = cls.module.ir.functions[method];
    if (fn.kind !== 'initializer' || fn.isStatic || !evaluation.canEnter(fn)) continue;
    evaluation.activate({ module: cls.module, fn, env: cls.env, cls, receiver: self }, self, [], frame);
  }
}

/** `super(…)` inside a constructor. */
function callSuper(evaluation: Evaluation, frame: Frame, id: ValueId, args: CallArguments): Value | undefined {
  const cls = frame.cls;
  if (!cls) return undefined;
  const { classes } = evaluation.program.superclassesOf({ module: cls.module, cls: cls.cls });
  if (classes.length === 0) return undefined;
  const [object] = frame.receiver.objects;
  for (const place of classes) {
    const parent = evaluation.classRefOf(place.module, place.cls.id);
    const constructors = place.cls.methods
      .map((method) => place.module.ir.functions[method])
      .filter((fn) => fn.kind === 'constructor');
    const closures = constructors.map(
      (fn): Closure => ({ module: place.module, fn, env: parent.env, cls: parent, receiver: frame.receiver }),
    ); // prettier-ignore
    if (object)
      for (const closure of overloads(closures, args))
        callClosure(evaluation, frame, id, closure, frame.receiver, args, false);
  }
  return frame.receiver;
}

// ---- calls that nobody knows ---------------------------------------------------------------------------------------

/** Methods that look something up: what they are given chooses the answer but is not part of it. */
const LOOKS_UP =
  /^(?:find|get|load|fetch|query|select|exists|count|save|insert|update|delete|remove|create|is|has|check|read|list|search|lookup|retrieve|execute|exec|run|send|validate|verify|contains|index)(?![a-z])/; // prettier-ignore
/** Functions that are named for making text harmless do so for text formats, whoever wrote them. */
const NAMED_AS_SANITIZER = /(?:sanitiz|sanitis|escape(?!d)|purif|htmlentit|quote(?!d)|slugif)/i;
const TEXT_SINKS = sinkMask(['html', 'html-script', 'log', 'header', 'ldap', 'xpath', 'sql', 'shell', 'xml']);

function callUnknown(evaluation: Evaluation, call: LibraryCall, name: string | undefined): Value {
  const { frame, id, args } = call;
  const received = withoutSecrets(shallowTaints(args.receiver));
  let given: readonly Taint[] = [];
  for (const { value } of args.positional) given = uniteTaints(given, deepTaints(value));
  for (const { value } of args.named.values()) given = uniteTaints(given, deepTaints(value));
  if (args.spread) given = uniteTaints(given, deepTaints(args.spread));
  given = withoutSecrets(given);
  const called = name ?? calleeName(frame, id);
  const looksUp = args.receiverId >= 0 && received.length === 0 && LOOKS_UP.test(called);
  const passed = looksUp || args.receiver.nodes?.isInstance ? [] : guessed(given);
  let taints = uniteTaints(received, passed);
  if (taints.length > 0) {
    if (NAMED_AS_SANITIZER.test(called)) taints = cleaned(taints, TEXT_SINKS);
    taints = stepBy(evaluation, frame, id, 'passed on', taints);
  }
  callBacks(evaluation, call, uniteTaints(received, guessed(given)));
  mayChange(evaluation, args);
  // An object that was made here and is told something may have kept it.
  if (given.length > 0) {
    for (const object of args.receiver.objects) {
      if (object.kind !== 'opaque' || object.cls || args.receiver.nodes || looksUp) continue;
      const { state } = object;
      evaluation.heap.write(object, {
        ...state,
        taints: uniteTaints(state.taints, guessed(stepBy(evaluation, frame, id, 'kept', given))),
      });
    }
  }
  const value = addTaints(UNKNOWN, taints);
  if (!call.isNew) return value;
  // The taint is the value's: what a test shows of the value must not be contradicted by what the object holds.
  const literal = literalObjects(evaluation, call);
  return { ...value, objects: literal.length > 0 ? literal : [evaluation.allocate('opaque', emptyState(true, -1))] };
}

/** Functions given to unknown code are called with what that code has. */
function callBacks(evaluation: Evaluation, { frame, args }: LibraryCall, taints: readonly Taint[]): void {
  if (taints.length === 0) return;
  for (const { value } of [...args.positional, ...args.named.values()]) {
    for (const closure of value.closures) evaluation.callBack(frame, closure, '*', addTaints(UNKNOWN, taints));
  }
}

/** Unknown code may add members to what it is given. */
function mayChange(evaluation: Evaluation, args: CallArguments): void {
  for (const { value } of args.positional) {
    for (const object of value.objects) {
      for (const thing of object.configured ?? []) thing.hasEscaped = true;
      if (object.state.isOpen || object.cls) continue;
      evaluation.heap.write(object, { ...object.state, isOpen: true });
    }
  }
}

export { Frame, findMethods, superMethods };
