import type { Selector } from '../facts/place';
import type { CallEffect, CompiledOption, ConfigEffect, NodeSet, OptionWay } from '../facts/resolve';
import { Op, type ValueId } from '../ir/ir';
import type { CallArguments } from './calls';
import type { Evaluation } from './evaluation';
import type { Frame } from './frame';
import { calleeText, conditionsHold, constraintsHold, type LibraryCall, type Selected, select } from './library';
import type { ModuleEntry } from './program';
import { looksAtResult } from './result-use';
import { ConfiguredThing, type OptionState } from './results';
import { constantValue, Flag, isWritten, join, UNKNOWN, type Value } from './value';

type UseEffect = Extract<CallEffect, { what: 'use' }>;

/** A call that makes or configures something with options. */
export function configure(evaluation: Evaluation, call: LibraryCall, effect: ConfigEffect, result: Value): Value {
  const { frame, id, args } = call;
  if (!isWithin(frame.module, effect.spec.within)) return result;
  const thing = new ConfiguredThing(
    effect,
    frame.module,
    frame.fn.id,
    id,
    frame.start(id),
    frame.end(id),
    calleeText(frame, id),
    nameGiven(frame, id),
    evaluation.arm,
  );
  for (const option of effect.options) thing.options.set(option.name, initialState(frame, id, args, option));
  evaluation.things.push(thing);
  if (!canChange(effect)) return result;
  const objects =
    result.objects.length > 0
      ? result.objects
      : [
          evaluation.allocate('opaque', {
            fields: new Map(),
            rest: undefined,
            size: -1,
            taints: [],
            isOpen: true,
            text: undefined,
          }),
        ]; // prettier-ignore
  for (const object of objects) object.configured = [...(object.configured ?? []), thing];
  return { ...result, objects };
}

/** What the source calls a thing or what its methods make of it; the function's name for what is returned. */
function nameGiven(frame: Frame, id: ValueId): string {
  const { fn } = frame;
  let current = id;
  for (let i = id; i < fn.size && i < id + MAX_DISTANCE; i++) {
    const [name] = frame.facts.namesOf(current);
    if (name !== undefined) return name;
    if (fn.ops[i] === Op.Call && fn.ops[fn.a[i]] === Op.Field && fn.a[fn.a[i]] === current) current = i;
    else if (NAMED_THROUGH.has(fn.ops[i]) && fn.a[i] === current) current = i;
    else if (fn.ops[i] === Op.Return && fn.a[i] === current) return fn.name;
  }
  return '';
}

const MAX_DISTANCE = 12;
/** What only says of which type a value is, or waits for it. */
const NAMED_THROUGH: ReadonlySet<Op> = new Set([Op.Cast, Op.Await]);

/** Whether options can be given after the thing was made, or what is done with it matters. */
function canChange(effect: ConfigEffect): boolean {
  if (effect.spec.use) return true;
  return effect.options.some((option) => option.ways.some((way) => way.how !== 'argument'));
}

function initialState(frame: Frame, id: ValueId, args: CallArguments, option: CompiledOption): OptionState {
  for (const way of option.ways) {
    if (way.how === 'result') {
      const isRead = looksAtResult(frame.fn, frame.module.ir.strings, id, way.path);
      return isRead === undefined ? unknownState() : { ...defaultState(isRead), isSet: true };
    }
    if (way.how !== 'argument') continue;
    const selected = select(frame, id, args, way.selector);
    if (selected.length > 0) return holding(givenState(frame, selected), option);
    if (mayBeGiven(args, way)) return unknownState();
  }
  return stateWhenUnset(frame.module, option);
}

/** Whether a list holds something, where that is what the option says. */
function holding(state: OptionState, { holds }: CompiledOption): OptionState {
  if (!holds) return state;
  const { value } = state;
  const lists = value?.objects ?? [];
  const withIt = lists.filter(({ state: list }) =>
    [...list.fields.values()].some((slot) => isOneOf(slot.value, holds)),
  );
  const isThere = lists.length > 0 && withIt.length === lists.length;
  const isWhole =
    lists.length > 0 &&
    lists.every(
      ({ state: list }) =>
        !list.isOpen && !list.rest && [...list.fields.values()].every((slot) => slot.value.consts !== undefined),
    );
  if (!isThere && (!isWhole || withIt.length > 0)) return { ...state, value: undefined, isKnown: false };
  return { ...state, value: constantValue({ kind: 'boolean', value: isThere }), isKnown: true, elements: undefined };
}

function isOneOf({ consts }: Value, values: readonly unknown[]): boolean {
  return consts?.some((constant) => values.some((wanted) => isWritten(constant, wanted))) ?? false;
}

/** Whether a file is one of those that a configuration is about. */
function isWithin(module: ModuleEntry, within: ConfigEffect['spec']['within']): boolean {
  if (!within) return true;
  const parts = module.uri.replace(/\.\w+$/, '').split('/');
  const isCalledSo = within.files.some((name) =>
    name.endsWith('*') ? parts.some((part) => part.startsWith(name.slice(0, -1))) : parts.includes(name),
  );
  return isCalledSo || within.names.some((name) => module.names.has(name));
}

/** The default, of the library's version where that decides. */
export function stateWhenUnset(module: ModuleEntry, option: CompiledOption): OptionState {
  const version = option.unsetBy && byVersion(module, option.unsetBy, option.libraries);
  if (version) return defaultState(version.value);
  return option.unset.known ? defaultState(option.unset.value) : unsetState();
}

/** An argument that is an object nobody has seen whole may hold the option. */
function mayBeGiven(args: CallArguments, way: Extract<OptionWay, { how: 'argument' }>): boolean {
  const { selector } = way;
  if (args.spread && (selector.what === 'index' || selector.what === 'from')) return true;
  if (args.hasUnknownNamed && selector.what === 'name') return true;
  if (selector.path.length === 0 && selector.what !== 'name') return false;
  const holders = holdersOf(args, selector);
  const [holder] = holders;
  if (!holder) return false;
  let values = holders;
  const path = selector.what === 'name' ? [selector.name, ...selector.path] : selector.path;
  if (selector.what === 'name' && (holder.objects.length === 0 || isThing(holder))) return false;
  for (const name of path) {
    const next: Value[] = [];
    for (const value of values) {
      // Texts and numbers have no options.
      if (value.flags & Flag.Text || value.consts?.every((constant) => constant.kind !== 'symbol')) continue;
      if (value.objects.length === 0) return true;
      for (const { state } of value.objects) {
        const slot = state.fields.get(name);
        if (slot) next.push(slot.value);
        else if (state.isOpen) return true;
      }
    }
    values = next;
  }
  return false;
}

/** The arguments that a selector's path begins in. */
function holdersOf({ positional, receiver }: CallArguments, { what, index }: Selector): Value[] {
  if (what === 'this') return [receiver];
  if (what === 'from') return positional.slice(index).map(({ value }) => value);
  const holder = what === 'name' ? positional[positional.length - 1] : positional[index];
  return holder ? [holder.value] : [];
}

/** A thing of a library is no object of options. */
function isThing({ nodes }: Value): boolean {
  return nodes?.isInstance === true && !nodes.isGroup;
}

function givenState(frame: Frame, selected: readonly Selected[]): OptionState {
  const [given] = selected;
  const first = given.written ? { ...given, ...given.written } : given;
  const value = selected.slice(1).reduce((joined, one) => join(joined, one.value), first.value);
  return {
    isSet: true,
    value,
    isKnown: true,
    text: textOf(frame, first, value),
    start: first.start,
    end: first.end,
    elements: elementsOf(value),
    literalInstruction: literalAt(frame, first),
  };
}

/** A function under a name is what it says. */
function textOf(frame: Frame, at: Selected, { closures }: Value): string {
  if (closures.length !== 1) return frame.module.textIn(frame.fn, at.start, at.end);
  const [{ module, fn }] = closures;
  return module.slice(fn.start, fn.end);
}

/** The literal that stands at a place, so that a fix finds it. */
function literalAt(frame: Frame, at: Selected): number {
  const { fn } = frame;
  for (let i = 0; i < fn.size; i++) {
    if (fn.ops[i] === Op.Const && frame.start(i) === at.start && frame.end(i) === at.end) return i;
  }
  return -1;
}

export function elementsOf(value: Value): readonly unknown[] | undefined {
  const elements: unknown[] = [];
  for (const { state } of value.objects) {
    for (const slot of state.fields.values())
      for (const constant of slot.value.consts ?? []) elements.push(constant.value);
    for (const constant of state.rest?.consts ?? []) elements.push(constant.value);
  }
  return elements.length > 0 ? elements : undefined;
}

function defaultState(value: unknown): OptionState {
  const kind =
    value === null ? 'null' : value === undefined ? 'undefined' : (typeof value as 'string' | 'number' | 'boolean');
  return { ...unsetState(), value: constantValue({ kind, value: value as never }), isKnown: true };
}

function unsetState(): OptionState {
  return {
    isSet: false,
    value: undefined,
    isKnown: false,
    text: '',
    start: -1,
    end: -1,
    elements: undefined,
    literalInstruction: -1,
  };
}

function unknownState(): OptionState {
  return { ...unsetState(), isSet: true };
}

/** The default of the library version that the manifest names; undefined when the version is not known. */
function byVersion(
  { versions }: ModuleEntry,
  ranges: Readonly<Record<string, unknown>>,
  libraries: readonly string[],
): { readonly value: unknown } | undefined {
  for (const [range, value] of Object.entries(ranges)) {
    const match = /^(?:([^<>=\s]+)\s*)?(>=|<=|<|>|=)\s*(\d[\d.]*)$/.exec(range.trim());
    if (!match) continue;
    const [, library, comparison, wanted] = match;
    const named = library ?? libraries.find((name) => Object.hasOwn(versions, name));
    const version = named === undefined ? undefined : versions[named];
    if (version === undefined) continue;
    const order = compareVersions(version, wanted);
    const holds =
      comparison === '>='
        ? order >= 0
        : comparison === '<'
          ? order < 0
          : comparison === '>'
            ? order > 0
            : comparison === '<='
              ? order <= 0
              : order === 0; // prettier-ignore
    if (holds) return { value };
  }
  return undefined;
}

export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] || 0) - (right[i] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A method called on configured things: setters set, and what is fluent returns the thing again. */
export function applySetters(
  evaluation: Evaluation,
  call: LibraryCall,
  method: string,
  result: Value,
  nodes: NodeSet,
): Value {
  const { frame, id, args } = call;
  let isConfigured = false;
  for (const object of args.receiver.objects) {
    for (const thing of object.configured ?? []) {
      isConfigured = true;
      for (const option of thing.effect.options) {
        for (const way of option.ways) {
          if (way.how !== 'setter' || way.method !== method || !constraintsHold(args, way.constraints)) continue;
          const selected = way.selector ? select(frame, id, args, way.selector) : [];
          const state = option.means.known
            ? {
                ...defaultState(option.means.value),
                isSet: true,
                text: frame.text(id),
                start: frame.start(id),
                end: frame.end(id),
              }
            : selected.length > 0
              ? givenState(frame, selected)
              : undefined;
          if (state) assign(evaluation, thing, option.name, state);
        }
      }
    }
  }
  // What is made by using it is something else.
  const isUsed = nodes.effects.some(({ what }) => what === 'use' || what === 'propagator');
  if (!isConfigured || result.objects.length > 0 || isUsed) return result;
  return { ...result, objects: args.receiver.objects };
}

/** An assignment to a configured place says what a call with the value would. */
export function configureByAssignment(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  effects: readonly CallEffect[],
  valueId: ValueId,
  value: Value,
): void {
  const args: CallArguments = {
    positional: [{ id: valueId, value }],
    named: new Map(),
    spread: undefined,
    spreadId: -1,
    hasUnknownNamed: false,
    receiver: UNKNOWN,
    receiverId: -1,
  };
  // A file's own names are written at its end; what is pointed at is the value.
  const at = frame.start(id) === frame.end(id) ? valueId : id;
  const target = at === id ? frame.text(id).split('=')[0].trim() : frame.module.ir.strings[frame.fn.b[id]];
  for (const effect of effects) {
    if (effect.what !== 'config' || !isWithin(frame.module, effect.spec.within)) continue;
    if (!conditionsHold(frame, id, args, effect.conditions)) continue;
    const thing = new ConfiguredThing(
      effect,
      frame.module,
      frame.fn.id,
      id,
      frame.start(at),
      frame.end(at),
      target,
      '',
      evaluation.arm,
    );
    for (const option of effect.options) thing.options.set(option.name, initialState(frame, id, args, option));
    evaluation.things.push(thing);
  }
}

/** An assignment to a thing that is there without being made: `process.env.NAME = value`. */
export function configureMember(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  effects: readonly CallEffect[],
  name: string,
  valueId: ValueId,
  value: Value,
): void {
  for (const effect of effects) {
    if (effect.what !== 'config') continue;
    const isMeant = effect.options.some((option) =>
      option.ways.some((way) => way.how === 'member' && way.name === name),
    );
    if (!isMeant) continue;
    const callee = frame.text(id).split('=')[0].trim();
    const thing = new ConfiguredThing(
      effect,
      frame.module,
      frame.fn.id,
      id,
      frame.start(id),
      frame.end(id),
      callee,
      '',
      evaluation.arm,
    );
    for (const option of effect.options) {
      thing.options.set(option.name, option.unset.known ? defaultState(option.unset.value) : unsetState());
    }
    setMemberOption(evaluation, thing, name, frame, valueId, value);
    evaluation.things.push(thing);
  }
}

export function setMemberOption(
  evaluation: Evaluation,
  thing: ConfiguredThing,
  name: string,
  frame: Frame,
  id: ValueId,
  value: Value,
): void {
  for (const option of thing.effect.options) {
    for (const way of option.ways) {
      if (way.how !== 'member' || way.name !== name) continue;
      assign(
        evaluation,
        thing,
        option.name,
        givenState(frame, [{ value, id, start: frame.start(id), end: frame.end(id) }]),
      );
    }
  }
}

/** In another branch than the thing was made in, the setter may not have run. */
function assign(evaluation: Evaluation, thing: ConfiguredThing, name: string, state: OptionState): void {
  const before = thing.options.get(name);
  const isSure = evaluation.arm === thing.arm;
  if (isSure || !before) {
    thing.options.set(name, state);
    return;
  }
  const value = before.isKnown && state.isKnown ? join(before.value ?? UNKNOWN, state.value ?? UNKNOWN) : state.value;
  thing.options.set(name, { ...state, value, isKnown: before.isKnown && state.isKnown });
}

export function markUsed(frame: Frame, id: ValueId, args: CallArguments, effect: UseEffect): void {
  const values = effect.selector
    ? select(frame, id, args, effect.selector).map(({ value }) => value)
    : [args.receiver, ...args.positional.map(({ value }) => value)];
  for (const value of values) {
    for (const object of value.objects) {
      for (const thing of object.configured ?? []) if (thing.effect.spec === effect.spec) thing.isUsed = true;
    }
  }
}
