import { SCALAR_MASK } from '../facts/resolve';
import { type FunctionIR, Op, type ValueId } from '../ir/ir';
import type { CallArguments } from './calls';
import { configureByAssignment, configureMember, setMemberOption } from './configuration';
import { constraintMask } from './constraints';
import { type Evaluation, shortened, WHOLE } from './evaluation';
import type { Frame } from './frame';
import { emptyState, HeapObject, type ObjectState, type Slot, unplaced } from './heap';
import { callLibrary, checkSinks, registerCallbacks } from './library';
import { withoutSecrets } from './named';
import { exported } from './names';
import type { ClassPlace, ClassRef, Closure } from './program';
import { ofField, readMemberOf, writeMember } from './stores';
import {
  addTaints,
  cleaned,
  cleanedValue,
  Flag,
  join,
  keyOf,
  objectValue,
  onlyString,
  SCALAR,
  type Taint,
  UNDEFINED,
  UNKNOWN,
  uniteTaints,
  type Value,
  withNodes,
} from './value';

/** Each implementation costs as much as all before it: deeper down, fewer are looked at. */
const MAX_IMPLEMENTATIONS = [8, 8, 6, 4, 3, 2];

/** `base.name`, or `base["name"]` with a constant key. */
export function readMember(evaluation: Evaluation, frame: Frame, id: ValueId, base: Value, name: string): Value {
  let result: Value | undefined;
  let nodes = base.nodes?.member(name);
  if (isResult(frame, id, base, name)) return resultOf(evaluation, frame, id, base, name);
  for (const object of base.objects) result = join(result, memberOfObject(evaluation, frame, object, base, name));
  for (const closure of base.closures) result = join(result, memberOfFunction(closure, name));
  for (const cls of base.classes) {
    result = join(result, memberOfClass(evaluation, frame, cls, base, name));
    const inherited = evaluation.program.superclassesOf(cls).statics.member(name);
    nodes = nodes ? nodes.union(inherited) : inherited;
  }
  if (frame.fn.ops[frame.fn.a[id]] === Op.Global && frame.module.ir.strings[frame.fn.a[frame.fn.a[id]]] === 'super') {
    const inherited = superMethods(evaluation, frame, name);
    if (inherited.length > 0) result = join(result, { ...UNKNOWN, closures: inherited });
  }
  // What nobody wrote to a list is not what its length is: none.
  const isKept = base.objects.some(({ state }) => state.fields.has(name));
  if ((name === 'length' || name === 'size') && !nodes?.isCallable)
    return result?.consts && isKept ? result : lengthOf(base);
  const tail = /^\d+$/.test(name) ? nodes?.union(base.nodes?.element() ?? nodes) : nodes;
  nodes = tail;
  let value = result ?? UNKNOWN;
  if (nodes) value = withNodes(value, nodes);
  if (result === undefined && /^[A-Z]/.test(name)) value = withSymbol(frame, id, value);
  value = addTaints(value, inheritedTaints(evaluation, frame, id, base, name));
  if (base.nodes?.keeps && !nodes?.isCallable)
    value = readMemberOf(evaluation, frame, base.nodes.keeps, name, value, id);
  if (value.taints.length > 0) value = constrained(evaluation, base, name, value);
  return evaluation.enter(frame, id, value, result === undefined ? value.nodes : (nodes ?? frame.module.models.none));
}

/** A field with constraints was checked when its object was bound. */
function constrained(evaluation: Evaluation, { objects }: Value, name: string, value: Value): Value {
  const cls = objects.length === 1 ? objects[0].cls : undefined;
  const field = cls?.cls.fields.find((one) => one.name === name);
  if (!cls || !field || field.annotations.length === 0) return value;
  const mask = constraintMask(evaluation, cls.module, field.annotations);
  return mask === 0 ? value : cleanedValue(value, mask);
}

/** Whether a member is one of several results of a call, and not of a list that was made here. */
function isResult(frame: Frame, id: ValueId, base: Value, name: string): boolean {
  if (frame.fn.ops[id] !== Op.Field || !/^\d$/.test(name)) return false;
  return !base.objects.some(({ kind, state }) => kind === 'tuple' || kind === 'list' || state.fields.has(name));
}

/**
 * One of several results of a library's call. A model may tell them apart; where it does not, what it says of the call
 * is said of the first one, since the others are errors and flags.
 */
function resultOf(evaluation: Evaluation, frame: Frame, id: ValueId, base: Value, name: string): Value {
  const nodes = base.nodes?.member(name);
  if (nodes && !nodes.isEmpty) {
    const value = name === '0' ? base : addTaints(UNKNOWN, base.taints);
    return evaluation.enter(frame, id, { ...value, nodes });
  }
  return name === '0' ? base : addTaints(UNKNOWN, base.taints);
}

/** A library's constant or class by its qualified name, so that models can speak of it. */
function withSymbol(frame: Frame, id: ValueId, value: Value): Value {
  const name = qualifiedName(frame, id, 6);
  return name === undefined ? value : { ...value, consts: [{ kind: 'symbol', value: name }] };
}

function qualifiedName(frame: Frame, id: ValueId, depth: number): string | undefined {
  const { fn, module } = frame;
  const { strings } = module.ir;
  if (id < 0 || depth === 0) return undefined;
  switch (fn.ops[id]) {
    case Op.TypeName:
      return strings[fn.a[id]];
    case Op.Import:
      return fn.b[id] < 0 ? strings[fn.a[id]] : `${strings[fn.a[id]]}.${strings[fn.b[id]]}`;
    case Op.Copy:
      return qualifiedName(frame, fn.a[id], depth - 1);
    case Op.LoadCell: {
      const owner = frame.owner(fn.a[id]);
      const values = owner?.fn.cells[fn.b[id]].values;
      return owner && owner !== frame && values?.length === 1 ? qualifiedName(owner, values[0], depth - 1) : undefined;
    }
    case Op.Field: {
      const holder = qualifiedName(frame, fn.a[id], depth - 1);
      return holder === undefined ? undefined : `${holder}.${strings[fn.b[id]]}`;
    }
    default:
      return undefined;
  }
}

function lengthOf(base: Value): Value {
  if (base.objects.length === 1 && base.objects[0].state.size >= 0 && !base.objects[0].state.isOpen) {
    return { ...SCALAR, consts: [{ kind: 'number', value: base.objects[0].state.size }] };
  }
  const text = onlyString(base);
  return text === undefined ? SCALAR : { ...SCALAR, consts: [{ kind: 'number', value: text.length }] };
}

/** What comes out of an untrusted value is untrusted; directly behind the entrance it only makes the name longer. */
function inheritedTaints(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  base: Value,
  name: string,
): readonly Taint[] {
  // A part of what is called a secret need not be one: `credentials.user`.
  let taints = /^\d/.test(name) ? base.taints : withoutSecrets(base.taints);
  for (const object of base.objects) {
    const { state } = object;
    if (state.taints.length > 0) taints = uniteTaints(taints, taintsBeside(state, name));
    // What a thing of unknown make has of its own is rarely what it was made with.
    if (object.kind === 'opaque' && !object.cls) taints = taints.filter((taint) => !taint.isGuess);
  }
  return ofField(evaluation, lengthened(frame, id, frame.fn.a[id], taints, name), name);
}

/** Names the part of an entrance that is read: `request.args` becomes `request.args.get("q")`. */
export function lengthened(
  frame: Frame,
  id: ValueId,
  baseId: ValueId,
  taints: readonly Taint[],
  name: string,
): readonly Taint[] {
  if (taints.length === 0) return taints;
  return taints.map((taint) => {
    const { source } = taint;
    if (taint.step !== undefined || source.isLabelled || source.module !== frame.module) return taint;
    // What a call made of it is no part of it.
    if (isCalled(frame, baseId) && frame.sources.get(baseId) !== source) return taint;
    const known = frame.sources.get(id);
    if (known && known.kind === source.kind) return { ...taint, source: known };
    const whole = frame.text(id);
    const head = frame.text(baseId);
    const accessor =
      head !== '' && whole.startsWith(head) && whole.length > head.length ? whole.slice(head.length) : `.${name}`;
    const longer = {
      ...source,
      start: frame.start(id),
      end: frame.end(id),
      text: shortened(source.text + accessor),
    };
    frame.sources.set(id, longer);
    return { ...taint, source: longer };
  });
}

function isCalled({ fn }: Frame, id: ValueId): boolean {
  return fn.ops[id] === Op.Call || fn.ops[id] === Op.New;
}

/** Taint of an object as a whole, as far as it concerns this member. */
function taintsBeside({ fields, taints }: ObjectState, name: string): readonly Taint[] {
  const over = fields.get(name)?.over;
  return over ? taints.filter(({ source }) => !over.some((replaced) => replaced.source === source)) : taints;
}

function memberOfObject(
  evaluation: Evaluation,
  frame: Frame,
  object: HeapObject,
  receiver: Value,
  name: string,
): Value | undefined {
  const { state } = object;
  if (object.exportsOf) return exported(evaluation, object.exportsOf, name);
  const slot = state.fields.get(name);
  if (slot && name !== WHOLE)
    return state.rest && state.size < 0 && /^\d+$/.test(name) ? join(slot.value, state.rest) : slot.value;
  if (object.cls) {
    const held = heldField(object, object.cls, name, 0);
    if (held) return held;
    const found = instanceMember(evaluation, frame, object.cls, object.kind !== 'instance', receiver, name);
    if (found) return found;
  }
  if (object.madeBy) {
    const inherited = memberOfPrototype(object.madeBy, name);
    if (inherited) return inherited;
  }
  if (state.rest) return state.isOpen ? join(state.rest, UNKNOWN) : state.rest;
  const isLiteral = object.kind === 'object' || object.kind === 'list' || object.kind === 'tuple';
  // Methods of containers are no members that could be missing.
  if (
    isLiteral &&
    !state.isOpen &&
    state.taints.length === 0 &&
    !object.cls &&
    frame.module.models.unknownReceiver.member(name).isEmpty
  )
    return UNDEFINED;
  return undefined;
}

/** A class that holds its supertype in a field of that name has the fields of what it holds. */
function heldField({ state }: HeapObject, { cls }: ClassRef, name: string, depth: number): Value | undefined {
  if (cls.supertypes.length === 0 || state.fields.size === 0) return undefined;
  let value: Value | undefined;
  for (const field of cls.fields) {
    const held = cls.supertypes.includes(field.type) ? state.fields.get(field.name) : undefined;
    for (const object of held?.value.objects ?? []) {
      const slot = object.state.fields.get(name);
      const found =
        slot?.value ?? (object.cls && depth < 3 ? heldField(object, object.cls, name, depth + 1) : undefined);
      if (found) value = join(value, found);
    }
  }
  return value;
}

/** What is written to a function, which is an object, too. */
export function membersOf(closure: Closure): HeapObject {
  closure.members ??= new HeapObject('opaque', emptyState(true, -1), 0);
  return closure.members;
}

function memberOfFunction(closure: Closure, name: string): Value | undefined {
  if (name !== 'prototype') return closure.members?.state.fields.get(name)?.value;
  const members = membersOf(closure);
  const known = members.state.fields.get(name);
  if (known) return known.value;
  const value = objectValue(new HeapObject('opaque', emptyState(true, -1), 0));
  const fields = new Map(members.state.fields).set(name, unplaced(value));
  members.state = { ...members.state, fields };
  return value;
}

function memberOfPrototype(closure: Closure, name: string): Value | undefined {
  let value: Value | undefined;
  for (const { state } of closure.members?.state.fields.get('prototype')?.value.objects ?? []) {
    const slot = state.fields.get(name);
    if (slot) value = join(value, slot.value);
  }
  return value;
}

function instanceMember(
  evaluation: Evaluation,
  frame: Frame,
  cls: ClassRef,
  isExact: boolean,
  receiver: Value,
  name: string,
): Value | undefined {
  const methods = findMethods(evaluation, cls, name, isExact);
  if (methods.length > 0) {
    const getter = methods.find((closure) => closure.fn.kind === 'getter');
    if (!getter) return { ...UNKNOWN, closures: methods };
    if (!evaluation.canEnter(getter.fn)) return UNKNOWN;
    return evaluation.activate(getter, receiver, [], frame).returned ?? UNKNOWN;
  }
  return declaredField(evaluation, cls, name, 0);
}

/** A field that only its declaration or the class tells of. */
function declaredField(evaluation: Evaluation, cls: ClassRef, name: string, depth: number): Value | undefined {
  if (cls.cls.fields.some((one) => one.isStatic && one.name === name)) evaluation.ensureStatics(cls);
  const slot = cls.statics.state.fields.get(name);
  if (slot) return slot.value;
  const field = cls.cls.fields.find((one) => one.name === name);
  if (field && field.type !== '') {
    const type = evaluation.program.resolveType(cls.module, field.type);
    if (type.isScalar) return SCALAR;
    let value = withNodes(UNKNOWN, type.nodes);
    if (type.isText) value = { ...value, flags: Flag.Text };
    if (type.classes.length > 0) {
      value = { ...value, objects: type.classes.map((place) => evaluation.instanceOf(place.module, place.cls.id)) };
    }
    return value;
  }
  if (depth > 5) return undefined;
  for (const place of evaluation.program.superclassesOf({ module: cls.module, cls: cls.cls }).classes) {
    const found = declaredField(evaluation, evaluation.classRefOf(place.module, place.cls.id), name, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function memberOfClass(
  evaluation: Evaluation,
  frame: Frame,
  cls: ClassRef,
  receiver: Value,
  name: string,
): Value | undefined {
  evaluation.ensureStatics(cls);
  const slot = cls.statics.state.fields.get(name);
  if (slot) return slot.value;
  const methods = findMethods(evaluation, cls, name, true);
  const getter = methods.find((closure) => closure.fn.kind === 'getter');
  if (getter && evaluation.canEnter(getter.fn))
    return evaluation.activate(getter, receiver, [], frame).returned ?? UNKNOWN;
  if (methods.length > 0) return { ...UNKNOWN, closures: methods };
  if (name === 'prototype') return { ...UNKNOWN, objects: [evaluation.instanceOf(cls.module, cls.cls.id)] };
  return declaredField(evaluation, cls, name, 0);
}

/** Methods that a call of this name may mean: the class's own or inherited, and overriding ones where the class is not sure. */
export function findMethods(evaluation: Evaluation, cls: ClassRef, name: string, isExact: boolean): Closure[] {
  const found = inheritedMethods(evaluation, cls, name, 0);
  if (isExact) return found;
  const bodies = found.filter(({ fn, cls: owner }) => {
    evaluation.dependencies.code(fn);
    return !isBodyless(fn, owner);
  });
  for (const place of evaluation.program
    .subclassesOf({ module: cls.module, cls: cls.cls })
    .slice(0, MAX_IMPLEMENTATIONS[Math.min(evaluation.depth, MAX_IMPLEMENTATIONS.length - 1)])) {
    evaluation.dependencies.file(place.module.uri);
    const own = ownMethods(evaluation, evaluation.classRefOf(place.module, place.cls.id), name);
    if (own.length === 0) continue;
    // The object is one of the implementing class: it has that class's fields.
    const { nodes } = evaluation.program.superclassesOf(place);
    const receiver = withNodes({ ...UNKNOWN, objects: [evaluation.instanceOf(place.module, place.cls.id)] }, nodes);
    bodies.push(...own.map((closure) => ({ ...closure, receiver })));
  }
  return bodies.length > 0 ? bodies : found;
}

function inheritedMethods(evaluation: Evaluation, cls: ClassRef, name: string, depth: number): Closure[] {
  const own = ownMethods(evaluation, cls, name);
  if (own.length > 0 || depth > 5) return own;
  for (const place of superPlaces(evaluation, cls)) {
    const inherited = inheritedMethods(evaluation, evaluation.classRefOf(place.module, place.cls.id), name, depth + 1);
    if (inherited.length > 0) return inherited;
  }
  return [];
}

function superPlaces(evaluation: Evaluation, cls: ClassRef): readonly ClassPlace[] {
  const { classes } = evaluation.program.superclassesOf({ module: cls.module, cls: cls.cls });
  for (const place of classes) evaluation.dependencies.file(place.module.uri);
  return classes;
}

function ownMethods(evaluation: Evaluation, cls: ClassRef, name: string): Closure[] {
  return membersOfClass(evaluation, cls, name).filter(({ fn }) => fn.kind !== 'setter' && fn.kind !== 'initializer');
}

/** A class's functions, those that other files add to it included; all of them or those of a name. */
export function membersOfClass(evaluation: Evaluation, cls: ClassRef, name?: string): Closure[] {
  const found: Closure[] = [];
  const collect = (place: ClassPlace, env: Frame | undefined): void => {
    for (const id of place.cls.methods) {
      const fn = place.module.ir.functions[id];
      if (name === undefined || fn.name === name)
        found.push({ module: place.module, fn, env, cls, receiver: undefined });
    }
  };
  collect(cls, cls.env);
  for (const part of evaluation.program.partsOf(cls)) {
    if (name !== undefined && !part.cls.methods.some((id) => part.module.ir.functions[id].name === name)) continue;
    collect(part, evaluation.environment(part.module).frame);
  }
  return found;
}

/** A declaration without code, as interfaces have them. */
function isBodyless(fn: FunctionIR, owner: ClassRef | undefined): boolean {
  if (!owner?.cls.isInterface && fn.size > fn.params.length) return false;
  return !fn.ops.includes(Op.Return) && !fn.ops.includes(Op.Call);
}

export function superMethods(evaluation: Evaluation, frame: Frame, name: string): Closure[] {
  const cls = frame.cls;
  if (!cls) return [];
  return superPlaces(evaluation, cls).flatMap((place) =>
    inheritedMethods(evaluation, evaluation.classRefOf(place.module, place.cls.id), name, 0),
  );
}

/** `base[key]`. */
export function readIndex(evaluation: Evaluation, frame: Frame, id: ValueId, base: Value, key: Value): Value {
  const constant = keyOf(key);
  if (constant !== undefined) {
    const text = onlyString(base);
    if (text !== undefined && /^-?\d+$/.test(constant)) {
      const at = Number(constant) < 0 ? text.length + Number(constant) : Number(constant);
      return { ...UNKNOWN, consts: [{ kind: 'string', value: text[at] ?? '' }], flags: Flag.Text };
    }
    let name = constant;
    if (/^-\d+$/.test(constant) && base.objects.length === 1 && base.objects[0].state.size >= 0) {
      name = String(base.objects[0].state.size + Number(constant));
    }
    return readMember(evaluation, frame, id, base, name);
  }
  if (key.consts && key.consts.length > 1 && base.objects.length > 0) {
    let joined: Value | undefined;
    for (const { value } of key.consts) joined = join(joined, readMember(evaluation, frame, id, base, String(value)));
    return joined ?? UNKNOWN;
  }
  const element = readContents(base);
  let value = withNodes(element ?? UNKNOWN, base.nodes?.element() ?? frame.module.models.none);
  value = addTaints(value, inheritedTaints(evaluation, frame, id, base, '[]'));
  // Whoever can tell the key can tell what is chosen by it; text of an attacker's it is not.
  if (key.taints.length > 0) value = addTaints(value, cleaned(withoutSecrets(key.taints), SCALAR_MASK));
  return evaluation.enter(frame, id, value, base.nodes?.element());
}

/** Anything that is kept in a container. */
export function readContents(base: Value): Value | undefined {
  let value: Value | undefined;
  for (const { state } of base.objects) {
    for (const slot of state.fields.values()) value = join(value, slot.value);
    if (state.rest) value = join(value, state.rest);
    if (state.taints.length > 0) value = addTaints(value ?? UNKNOWN, state.taints);
  }
  return value;
}

/** One element of what is iterated: of a map a key, unless its values are asked for. */
export function readElement(evaluation: Evaluation, frame: Frame, id: ValueId, base: Value, ofValues = false): Value {
  let value: Value | undefined;
  for (const object of base.objects) {
    if (object.kind === 'object' && !object.cls && !ofValues) {
      for (const key of object.state.fields.keys())
        value = join(value, { ...UNKNOWN, consts: [{ kind: 'string', value: key }], flags: Flag.Text });
      if (object.state.rest || object.state.isOpen) value = join(value, UNKNOWN);
      if (object.state.taints.length > 0) value = addTaints(value ?? UNKNOWN, object.state.taints);
    } else value = join(value, readContents({ ...UNKNOWN, objects: [object] }));
  }
  value = addTaints(value ?? (base.flags & Flag.Text ? { ...UNKNOWN, flags: Flag.Text } : UNKNOWN), base.taints);
  const nodes = base.nodes?.element();
  if (nodes) value = withNodes(value, nodes);
  return evaluation.enter(frame, id, value, nodes);
}

/** `target.key = value` and `target[key] = value`. */
export function writeKey(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  targetId: ValueId,
  key: string | Value,
  valueId: ValueId,
): void {
  const base = evaluation.value(frame, targetId);
  const value = evaluation.value(frame, valueId);
  const name = typeof key === 'string' ? key : keyOf(key);
  const slot = evaluation.slot(frame, valueId, value);
  const objects = [...base.objects, ...base.classes.map((cls) => cls.statics), ...base.closures.map(membersOf)];
  for (const object of objects) {
    writeSlot(evaluation, object, name, slot, objects.length === 1);
    if (name !== undefined)
      for (const thing of object.configured ?? []) setMemberOption(evaluation, thing, name, frame, valueId, value);
  }
  if (value.taints.length > 0)
    evaluation.checkStored(frame, valueId, value, [name ?? '', lastName(frame.text(targetId))]);
  if (typeof key !== 'string' && base.nodes) setItem(evaluation, frame, id, base, valueId);
  if (name === undefined) return;
  if (base.nodes?.keeps) writeMember(evaluation, frame, base.nodes.keeps, name, value, valueId);
  if (base.nodes && base.nodes.effects.length > 0)
    configureMember(evaluation, frame, id, base.nodes.effects, name, valueId, value);
  const { models } = frame.module;
  let nodes = base.nodes?.member(name) ?? models.none;
  if (typeof key !== 'string' && base.nodes) nodes = nodes.union(base.nodes.element());
  if (nodes.isEmpty && base.objects.every((object) => !object.cls)) nodes = models.unknownReceiver.member(name);
  if (nodes.effects.length > 0) configureByAssignment(evaluation, frame, id, nodes.effects, valueId, value);
  if (nodes.sinks.length > 0) checkSinks(evaluation, frame, id, nodes.sinks, value, valueId, undefined);
  if (nodes.params.length > 0 || nodes.hasReturn) registerCallbacks(frame, value, nodes);
}

/** `request.session` → `session`. */
function lastName(text: string): string {
  return /([\p{L}\p{N}_$]+)\W*$/u.exec(text)?.[1] ?? '';
}

/** A model may speak of `target[key] = value` as of the call `target.__setitem__(key, value)`. */
function setItem(evaluation: Evaluation, frame: Frame, id: ValueId, base: Value, valueId: ValueId): void {
  const nodes = base.nodes?.member('__setitem__');
  if (!nodes || nodes.args.length === 0) return;
  const keyId = frame.fn.b[id];
  const positional = [keyId, valueId].map((each) => ({ id: each, value: evaluation.value(frame, each) }));
  const args: CallArguments = {
    positional,
    named: new Map(),
    spread: undefined,
    spreadId: -1,
    hasUnknownNamed: false,
    receiver: base,
    receiverId: frame.fn.a[id],
  };
  callLibrary(evaluation, nodes, { frame, id, args, isNew: false });
}

export function writeSlot(
  evaluation: Evaluation,
  object: HeapObject,
  name: string | undefined,
  slot: Slot,
  isOnly: boolean,
): void {
  const { state } = object;
  const { heap } = evaluation;
  if (name === undefined) {
    heap.write(object, { ...state, rest: join(state.rest, slot.value) });
    return;
  }
  const fields = new Map(state.fields);
  const known = fields.get(name);
  // A shared thing that is made when it is first asked for is made once.
  if (known && object.madeIn === undefined && isSameKind(known.value, slot.value)) return;
  const isStrong = isOnly && heap.isStrong(object);
  const written = isStrong && state.taints.length > 0 ? { ...slot, over: state.taints } : slot;
  fields.set(name, known && !isStrong ? { ...slot, value: join(known.value, slot.value) } : written);
  const size = state.size >= 0 && /^\d+$/.test(name) ? Math.max(state.size, Number(name) + 1) : state.size;
  heap.write(object, { ...state, fields, size });
}

/** One untainted instance of a class and another one. */
function isSameKind(a: Value, b: Value): boolean {
  if (a.objects.length !== 1 || b.objects.length !== 1 || a.taints.length > 0 || b.taints.length > 0) return false;
  const [one] = a.objects;
  const [other] = b.objects;
  return (
    one.cls !== undefined &&
    one.cls.cls === other.cls?.cls &&
    one.state.taints.length === 0 &&
    other.state.taints.length === 0
  );
}

/** Taint of a value and of what it holds, for uses that look inside. */
export function deepTaints(value: Value, depth = 4): readonly Taint[] {
  let taints = value.taints;
  if (depth === 0) return taints;
  for (const { state } of value.objects) {
    if (state.taints.length > 0) taints = uniteTaints(taints, state.taints);
    if (state.text) taints = uniteTaints(taints, state.text.taints);
    if (state.rest) taints = uniteTaints(taints, deepTaints(state.rest, depth - 1));
    for (const slot of state.fields.values()) {
      if (slot.value.taints.length > 0 || slot.value.objects.length > 0) {
        taints = uniteTaints(taints, deepTaints(slot.value, depth - 1));
      }
    }
  }
  return taints;
}

/** Taint of a value where only the value itself matters: of an object, what is said of it as a whole. */
export function shallowTaints(value: Value): readonly Taint[] {
  let taints = value.taints;
  for (const { state } of value.objects) {
    if (state.taints.length > 0) taints = uniteTaints(taints, state.taints);
    if (state.text && state.text.taints.length > 0) taints = uniteTaints(taints, state.text.taints);
  }
  return taints;
}

export function stateWithTaints(state: ObjectState, taints: readonly Taint[]): ObjectState {
  return taints.length === 0 ? state : { ...state, taints: uniteTaints(state.taints, taints) };
}
