import type { Constraint, Selector } from '../facts/place';
import {
  type CallEffect,
  type Condition,
  type MarkEffect,
  type NodeSet,
  SCALAR_MASK,
  type SinkEffect,
  sinkBit,
  sinkMask,
  type TypedArgument,
} from '../facts/resolve';
import type { Control, Deed, Mark, Sink, Source } from '../facts/vocabulary';
import { Op, type ValueId } from '../ir/ir';
import type { CallArguments } from './calls';
import { configure, markUsed } from './configuration';
import type { Evaluation } from './evaluation';
import type { Frame } from './frame';
import { throwingGuard } from './guards';
import { emptyState, type HeapObject, type ObjectState, type Slot, unplaced } from './heap';
import { checkKept, checkKeptByName } from './kept';
import { deepTaints, readContents, shallowTaints, stateWithTaints } from './members';
import { isSecretTaint, shortens, withoutSecrets } from './named';
import { operate } from './operations/operate';
import type { FlowHit } from './results';
import { deedsOf } from './results';
import { routing } from './routing';
import { callOnStatement, filledFrom, statementCall, statementOf, storeCall } from './stores';
import { prepared, render } from './templates';
import { unprovenPart } from './unproven';
import {
  addTaints,
  cleaned,
  cleanedValue,
  Flag,
  isWritten,
  join,
  onlyString,
  type Taint,
  UNKNOWN,
  uniteTaints,
  type Value,
  withNodes,
  withTaints,
} from './value';

/** One value that a selector picks out of a call. Offsets are absolute. */
export interface Selected {
  readonly value: Value;
  /** Instruction of the argument that it is or is part of; -1 for none. */
  readonly id: ValueId;
  readonly start: number;
  readonly end: number;
  /** Where the value stands in the same file, when that is not inside of the argument. */
  readonly written?: { readonly start: number; readonly end: number };
}

export function select(frame: Frame, call: ValueId, args: CallArguments, selector: Selector): Selected[] {
  let selected = selectBase(frame, call, args, selector);
  for (const name of selector.path) selected = selected.flatMap((one) => selectMember(frame, one, name));
  return selected;
}

function selectBase(frame: Frame, call: ValueId, args: CallArguments, selector: Selector): Selected[] {
  const at = (id: ValueId, value: Value): Selected => ({
    value,
    id,
    start: frame.start(id < 0 ? call : id),
    end: frame.end(id < 0 ? call : id),
  });
  switch (selector.what) {
    case 'index': {
      const argument = args.positional[selector.index];
      if (argument) return [at(argument.id, argument.value)];
      return args.spread ? [at(args.spreadId, args.spread)] : [];
    }
    case 'from':
      return [...args.positional.slice(selector.index).map(({ id, value }) => at(id, value)), ...spread(args, at)];
    case 'mapping':
      return args.mapping ? [at(args.mapping.id, args.mapping.value)] : [];
    case 'all':
      return [
        ...[...args.positional, ...args.named.values()].map(({ id, value }) => at(id, value)),
        ...spread(args, at),
      ];
    case 'this': {
      // A function that came out of a call is what the next call is made on.
      const callee = frame.fn.a[call];
      return args.receiverId < 0 && args.callee ? [at(callee, args.callee)] : [at(args.receiverId, args.receiver)];
    }
    case 'name': {
      const named = args.named.get(selector.name);
      if (named) return [at(named.id, named.value)];
      const last = args.positional[args.positional.length - 1];
      if (!last) return [];
      const found = selectMember(frame, at(last.id, last.value), selector.name);
      // An unknown last argument need not be an object of options.
      return last.value.objects.length > 0 && !isText(last.value) ? found : [];
    }
  }
}

/** Elements of a list that is spread, of which nobody knows how many there are. */
function spread(args: CallArguments, at: (id: ValueId, value: Value) => Selected): Selected[] {
  return args.spread ? [at(args.spreadId, args.spread)] : [];
}

function selectMember(frame: Frame, from: Selected, name: string): Selected[] {
  const { value } = from;
  if (name === '[]') {
    const slots = value.objects.flatMap((object) => [...object.state.fields.values()]);
    const found = slots.map((slot) => inSource(frame, from, slot.value, slot));
    const rest = value.objects.flatMap(({ state }) => (state.rest ? [{ ...from, value: state.rest }] : []));
    const taints = shallowTaints(value);
    if (taints.length > 0) rest.push({ ...from, value: addTaints(UNKNOWN, taints) });
    return [...found, ...rest];
  }
  const found: Selected[] = [];
  for (const { state } of value.objects) {
    const slot = state.fields.get(name);
    if (slot) found.push(inSource(frame, from, slot.value, slot));
    else if (state.rest) found.push({ ...from, value: state.rest });
    if (!slot && state.taints.length > 0) found.push({ ...from, value: addTaints(UNKNOWN, state.taints) });
  }
  if (value.taints.length > 0) found.push({ ...from, value: addTaints(UNKNOWN, value.taints) });
  return found;
}

/** A member written inside of the argument is pointed at itself; one from elsewhere by the argument. */
function inSource(
  frame: Frame,
  from: Selected,
  value: Value,
  slot: { readonly module: unknown; readonly start: number; readonly end: number },
): Selected {
  const isInside = slot.module === frame.module && slot.start >= from.start && slot.end <= from.end;
  if (isInside) return { value, id: from.id, start: slot.start, end: slot.end };
  return { ...from, value, written: slot.module === frame.module ? { start: slot.start, end: slot.end } : undefined };
}

export function constraintsHold(args: CallArguments, constraints: readonly Constraint[]): boolean {
  return constraints.every(({ argument, value }) => {
    const given = typeof argument === 'number' ? args.positional[argument]?.value : namedValue(args, argument);
    const consts = given?.consts;
    if (!given) return value === undefined;
    return consts?.some((constant) => isWritten(constant, value)) ?? false;
  });
}

/** `options.verify` is a member of what goes by the name `options`. */
function namedValue(args: CallArguments, path: string): Value | undefined {
  const [name, ...below] = path.split('.');
  let value = argumentNamed(args, name);
  for (const key of below) {
    const slots: readonly Value[] = (value?.objects ?? []).flatMap(({ state }) => state.fields.get(key)?.value ?? []);
    value = slots[0];
  }
  return value;
}

function argumentNamed(args: CallArguments, name: string): Value | undefined {
  const named = args.named.get(name);
  if (named) return named.value;
  const last = args.positional[args.positional.length - 1]?.value;
  for (const object of last?.objects ?? []) {
    const slot = object.state.fields.get(name);
    if (slot) return slot.value;
  }
  return undefined;
}

export function conditionsHold(
  frame: Frame,
  call: ValueId,
  args: CallArguments,
  conditions: readonly Condition[],
): boolean {
  return conditions.every((condition) => holds(frame, call, args, condition) !== condition.negated);
}

/** Conditions on what a function returns (`$return`): how its text begins. */
function returnConditionsHold(value: Value, conditions: readonly Condition[]): boolean {
  return conditions.every(({ selector, values, negated }) => {
    if (selector.name !== 'return') return true;
    const text = onlyString(value) ?? value.prefix ?? '';
    return values.some((wanted) => typeof wanted === 'string' && text.startsWith(wanted)) !== negated;
  });
}

/** Whether some value that the selector picks may be one of the condition's. */
function holds(frame: Frame, call: ValueId, args: CallArguments, { selector, values }: Condition): boolean {
  const selected = select(frame, call, args, selector);
  if (selected.length === 0) return values.includes(undefined);
  return selected.some(({ value }) =>
    values.some((wanted) =>
      typeof wanted === 'string' && wanted.length > 1 && wanted.endsWith('*')
        ? beginsWith(value, wanted.slice(0, -1))
        : (value.consts?.some((constant) => isWritten(constant, wanted)) ?? false),
    ),
  );
}

function beginsWith(value: Value, beginning: string): boolean {
  if (value.consts === undefined) return value.prefix?.startsWith(beginning) ?? false;
  return value.consts.some(({ value: text }) => typeof text === 'string' && text.startsWith(beginning));
}

// ---- sinks ---------------------------------------------------------------------------------------------------------

/** Reports the taints of a value that reaches sinks. */
export function checkSinks(
  evaluation: Evaluation,
  frame: Frame,
  call: ValueId,
  sinks: readonly SinkEffect[],
  value: Value,
  valueId: ValueId,
  args: CallArguments | undefined,
  at?: Selected,
): void {
  for (const { kind, spec, conditions, given } of sinks) {
    const bit = sinkBit(kind);
    const chosen = spec.deep ? deepFor(value, spec, 4) : spec.objectsOnly && isText(value) ? [] : shallowTaints(value); // prettier-ignore
    const taints = withNamed(evaluation, kind, value, chosen);
    if (kind === 'sql' && args && taints.length === 0 && value.consts === undefined) {
      const isMeant = conditionsHold(frame, call, args, conditions);
      if (isMeant) checkUnproven(evaluation, frame, call, spec, at?.id ?? valueId);
      continue;
    }
    if (spec.whole && taints.every(({ step }) => step !== undefined)) continue;
    if (taints.length === 0 || (value.flags & Flag.Scalar && !spec.deep && kind !== 'secret-value')) continue;
    if (
      conditions.length > 0 &&
      !(args ? conditionsHold(frame, call, args, conditions) : returnConditionsHold(value, conditions))
    )
      continue;
    const subject = given.length === 0 ? args?.receiver : args && typedArgument(frame, call, args, given);
    if (given.length > 0 && !subject) continue;
    if (spec.unlessMarked && isMarked(subject ?? UNKNOWN, spec.unlessMarked)) continue;
    const isQuotedHere =
      spec.harmlessConversions !== undefined &&
      args !== undefined &&
      isQuoted(args, at?.id ?? valueId, spec.harmlessConversions);
    if (isQuotedHere && !taints.some(isSecretTaint)) continue;
    // A whole group of request values is an object: as text it is nothing that anybody wrote.
    const isWhole = WRITES_TEXT.has(kind) && (value.nodes?.isGroup ?? false) && !isText(value);
    const seen = new Set<string>();
    for (const taint of taints) {
      if (kind === 'url' && taint.rawPart) checkRawPart(evaluation, frame, call, spec, taint, at?.id ?? valueId, at);
      if (kind === 'html' && !isWhole) checkContext(evaluation, frame, call, spec, taint, at?.id ?? valueId, at);
      const isNamed = isSecretTaint(taint);
      const isName = kind === 'sql' && (taint.query === 'name' || taint.query === 'direction');
      const meant = isName ? 'sql-name' : kind;
      const hitKey = `${meant} ${isNamed ? taint.source.name : taint.source.kind}`;
      const harmless = bit | sinkMask(spec.harmlessAs ?? []);
      if (seen.has(hitKey) || (!isNamed && (isWhole || isQuotedHere || (taint.clean & harmless) !== 0))) continue;
      if (taint.isGuess && !STANDS_GUESSES.has(kind)) continue;
      seen.add(hitKey);
      const id = at?.id ?? valueId;
      const told = isNamed ? toldAt(frame, taint) : undefined;
      evaluation.hit({
        kind: meant,
        spec: isName && taint.query === 'direction' ? { ...spec, variant: 'direction' } : spec,
        taint,
        module: frame.module,
        functionId: frame.fn.id,
        instruction: call,
        value: id,
        start: at?.start ?? frame.start(id < 0 ? call : id),
        end: at?.end ?? frame.end(id < 0 ? call : id),
        callee: calleeText(frame, call),
        ...told,
      });
    }
  }
}

const URL_BIT = sinkBit('url');

/** The host is fixed, but what stands behind it was put there as it came. */
function checkRawPart(
  evaluation: Evaluation,
  frame: Frame,
  call: ValueId,
  spec: SinkEffect['spec'],
  taint: Taint,
  id: ValueId,
  at: Selected | undefined,
): void {
  if ((taint.clean & URL_BIT) === 0 || taint.isGuess) return;
  evaluation.hit({
    kind: 'url-part',
    spec: { ...spec, variant: taint.rawPart, fix: {} },
    taint,
    module: frame.module,
    functionId: frame.fn.id,
    instruction: call,
    value: id,
    start: at?.start ?? frame.start(id < 0 ? call : id),
    end: at?.end ?? frame.end(id < 0 ? call : id),
    callee: calleeText(frame, call),
  });
}

/** Functions of the project that are named for logging. */
const LOGS = /^(?:log\w*|\w+_?log|trace|debug|verbose|info|notice|warn|warning|error|fatal|audit|print\w*)$/i;

/** Where the project's own logger is given a secret: the fault is there, not in the logger. */
function toldAt(frame: Frame, taint: Taint): Omit<FlowHit, 'kind' | 'spec' | 'taint'> | undefined {
  let told: Omit<FlowHit, 'kind' | 'spec' | 'taint'> | undefined;
  for (let inner = frame; inner.caller && inner.callSite >= 0 && LOGS.test(inner.fn.name); inner = inner.caller) {
    const { caller, callSite: site } = inner;
    const { fn } = caller;
    const isGiven = (id: ValueId): boolean =>
      deepTaints(caller.values[id] ?? UNKNOWN).some(({ source }) => source === taint.source);
    const given = Array.from({ length: fn.c[site] }, (_, j) => fn.args[2 * (fn.b[site] + j)]).find(isGiven);
    if (given === undefined) break;
    told = {
      module: caller.module,
      functionId: fn.id,
      instruction: site,
      value: given,
      start: caller.start(given),
      end: caller.end(given),
      callee: calleeText(caller, site),
    };
  }
  return told;
}

/** A secret is told wherever inside of what is given it stands; where no rule asks for secrets, they are left out. */
function withNamed(evaluation: Evaluation, kind: Sink, value: Value, taints: readonly Taint[]): readonly Taint[] {
  const { named } = evaluation.session;
  if (!named) return taints;
  if (!named.reaches(kind)) return withoutSecrets(taints);
  return value.objects.length === 0 ? taints : uniteTaints(taints, deepTaints(value, 3).filter(isSecretTaint));
}

/** Reports a query that is put together of parts nobody knows. */
function checkUnproven(
  evaluation: Evaluation,
  frame: Frame,
  call: ValueId,
  spec: SinkEffect['spec'],
  id: ValueId,
): void {
  const part = unprovenPart(evaluation, frame, id);
  if (!part) return;
  evaluation.hitIn(frame, id, {
    kind: 'sql',
    spec: { ...spec, variant: part.variant },
    taint: part.taint,
    instruction: call,
    callee: calleeText(frame, call),
  });
}

/** The first of the arguments that must be of a type; undefined when one is not. */
function typedArgument(
  frame: Frame,
  call: ValueId,
  args: CallArguments,
  given: readonly TypedArgument[],
): Value | undefined {
  const found = given.map(({ selector, type }) =>
    select(frame, call, args, selector).find(({ value }) => value.nodes?.ids.includes(type)),
  );
  return found.every((one) => one !== undefined) ? found[0]?.value : undefined;
}

const CONVERSION = /%%|%[#0\- +]*[\d*]*(?:\.[\d*]+)?[hlL]?([a-zA-Z])/g;

/** Whether the format before an argument writes it by one of these conversions. */
function isQuoted(args: CallArguments, id: ValueId, letters: string): boolean {
  const position = args.positional.findIndex((argument) => argument.id === id);
  for (let n = position - 1; n >= 0; n--) {
    const format = onlyString(args.positional[n].value);
    if (format === undefined) continue;
    const conversions = [...format.matchAll(CONVERSION)].filter((match) => match[1] !== undefined);
    const letter = conversions[position - n - 1]?.[1];
    if (letter !== undefined) return letters.includes(letter);
  }
  return false;
}

const WRITES_TEXT = new Set<string>(['html', 'log', 'header']);
const HTML_BIT = sinkBit('html');
const HTML_SCRIPT_BIT = sinkBit('html-script');

/** Escaped for HTML, but put where HTML escaping does not protect. */
function checkContext(
  evaluation: Evaluation,
  frame: Frame,
  call: ValueId,
  spec: SinkEffect['spec'],
  taint: Taint,
  id: ValueId,
  at: Selected | undefined,
): void {
  if (
    taint.context === undefined ||
    (taint.clean & HTML_BIT) === 0 ||
    (taint.clean & HTML_SCRIPT_BIT) !== 0 ||
    taint.isGuess
  )
    return;
  evaluation.hit({
    kind: 'html-script',
    spec: { ...spec, variant: taint.context, fix: {} },
    taint,
    module: frame.module,
    functionId: frame.fn.id,
    instruction: call,
    value: id,
    start: at?.start ?? frame.start(id < 0 ? call : id),
    end: at?.end ?? frame.end(id < 0 ? call : id),
    callee: calleeText(frame, call),
  });
}

/**
 * Sinks where a value that went through an unknown call is still worth a report. For output and logs it is not: what
 * an unknown call returns is mostly something that was looked up.
 */
const STANDS_GUESSES = new Set<string>([
  'sql',
  'sql-name',
  'shell',
  'code',
  'path',
  'url',
  'deserialization',
  'template',
  'redirect',
  'secret-value',
]);

function isText(value: Value): boolean {
  return (value.flags & (Flag.Text | Flag.Scalar)) !== 0;
}

function deepFor(value: Value, spec: SinkEffect['spec'], depth: number): readonly Taint[] {
  const objectsOnly = spec.objectsOnly ?? false;
  if (objectsOnly && isText(value)) return [];
  if (!objectsOnly && !spec.exceptKeys) return deepTaints(value, depth);
  let taints = shallowTaints(value);
  if (depth === 0) return taints;
  for (const { state } of value.objects) {
    for (const [key, slot] of state.fields) {
      if (!spec.exceptKeys?.includes(key)) taints = uniteTaints(taints, deepFor(slot.value, spec, depth - 1));
    }
    if (state.rest) taints = uniteTaints(taints, deepFor(state.rest, spec, depth - 1));
  }
  return taints;
}

export function calleeText(frame: Frame, call: ValueId): string {
  const callee = frame.fn.a[call];
  return callee < 0 ? '' : frame.text(callee).replace(/\s+/g, ' ');
}

/** Functions given to a library that will call them. */
export function registerCallbacks(frame: Frame, value: Value, role: NodeSet): void {
  for (const closure of value.closures) frame.registrations.push({ closure, role });
  for (const { state, kind } of value.objects) {
    if (kind !== 'list' && kind !== 'tuple') continue;
    for (const slot of state.fields.values()) {
      for (const closure of slot.value.closures) frame.registrations.push({ closure, role });
    }
  }
}

// ---- calls of what a model knows -----------------------------------------------------------------------------------

export interface LibraryCall {
  readonly frame: Frame;
  readonly id: ValueId;
  readonly args: CallArguments;
  readonly isNew: boolean;
}

/** Runs all that models say about a call and returns its result. */
export function callLibrary(evaluation: Evaluation, nodes: NodeSet, call: LibraryCall): Value {
  const { frame, id, args } = call;
  const { models } = frame.module;
  for (const { selector, constraints, target } of nodes.args) {
    if (constraints.length > 0 && !constraintsHold(args, constraints)) continue;
    const role = nodes.setOf([target]);
    if (role.sinks.length > 0) checkKeptByName(evaluation, frame, id, role.sinks, args);
    for (const one of select(frame, id, args, selector)) {
      if (role.sources.length > 0) fillArgument(evaluation, frame, id, role, one, args.receiver);
      if (role.sinks.length > 0) {
        checkSinks(evaluation, frame, id, role.sinks, one.value, one.id, args, one);
        checkKept(evaluation, frame, id, role.sinks, one, args);
      }
      if (role.params.length > 0 || role.hasReturn) {
        registerCallbacks(frame, one.value, role);
      }
    }
  }
  for (const kind of nodes.controls) noteDeed(evaluation, call, kind);
  const statement = statementGiven(nodes, call);
  let resultNodes = models.none;
  for (const { constraints, target } of nodes.calls) {
    if (constraintsHold(args, constraints)) resultNodes = resultNodes.union(nodes.setOf([target]));
  }
  let result = effects(evaluation, nodes, call, resultNodes);
  // What is only passed on entered before.
  const isPassedOn = args.positional.some(({ value }) => value.taints.length > 0 && value.nodes === result.nodes);
  result = withNodes(result, resultNodes);
  if (call.isNew && result.objects.length === 0) {
    result = { ...result, objects: [evaluation.allocate('opaque', containerState(args, resultNodes))] };
  }
  if (resultNodes.isMarkable) result = takenFrom(evaluation, args.receiver, result);
  if (tellsSecrets(evaluation, nodes)) result = withTaints(result, withoutSecrets(result.taints));
  result = withStores(evaluation, nodes, call, statement, result);
  const isKept = args.receiver.objects.length > 0 && resultNodes.sources.length === 0;
  return evaluation.enter(frame, id, result, isKept || isPassedOn ? resultNodes : result.nodes);
}

/** Whether a secret given to the call is told there: then what it makes of it tells it no second time. */
function tellsSecrets({ session: { named } }: Evaluation, nodes: NodeSet): boolean {
  if (!named) return false;
  return nodes.args.some(({ target }) => nodes.setOf([target]).sinks.some(({ kind }) => named.reaches(kind)));
}

/** The text that goes to a database. */
function statementGiven(nodes: NodeSet, { frame, id, args }: LibraryCall): Value | undefined {
  for (const { selector, target } of nodes.args) {
    if (!nodes.setOf([target]).sinks.some(({ kind }) => kind === 'sql')) continue;
    const [given] = select(frame, id, args, selector);
    if (given) return given.value;
  }
  return undefined;
}

/** What is kept by the call for other requests, and what it gives of what they kept. */
function withStores(
  evaluation: Evaluation,
  nodes: NodeSet,
  { frame, id, args }: LibraryCall,
  statement: Value | undefined,
  given: Value,
): Value {
  let result = given;
  for (const effect of nodes.effects) {
    if (effect.what !== 'store' || !constraintsHold(args, effect.constraints)) continue;
    const kept = effect.selector ? select(frame, id, args, effect.selector) : [];
    result = storeCall(evaluation, frame, id, args, effect, kept, result);
  }
  if (statement) return statementCall(evaluation, frame, id, args, statement, result);
  return statementOf(args.receiver) ? callOnStatement(evaluation, frame, id, args, result) : result;
}

/** What comes of a thing knows the thing; what a thing returns of its own kind is the thing itself. */
function takenFrom(evaluation: Evaluation, receiver: Value, result: Value): Value {
  if (result.objects.length > 0 || receiver.objects.length === 0) return result;
  if (result.nodes?.ids.some((id) => receiver.nodes?.ids.includes(id))) return { ...result, objects: receiver.objects };
  const object = evaluation.allocate('opaque', emptyState(true, -1));
  object.takenFrom = receiver.objects;
  return { ...result, objects: [object] };
}

function mark(evaluation: Evaluation, { frame, id, args }: LibraryCall, effect: MarkEffect): void {
  const isSet = conditionsHold(frame, id, args, effect.by);
  const { objects } = args.receiver;
  for (const object of effect.of === 'origin' ? objects.flatMap(({ takenFrom: from }) => from) : objects) {
    const others = (object.state.marks ?? []).filter((known) => known !== effect.mark);
    evaluation.heap.write(object, { ...object.state, marks: isSet ? [...others, effect.mark] : others });
  }
}

function isMarked({ objects }: Value, wanted: Mark): boolean {
  const has = (object: HeapObject, depth: number): boolean =>
    (object.state.marks?.includes(wanted) ?? false) ||
    (depth > 0 && object.takenFrom.length > 0 && object.takenFrom.every((from) => has(from, depth - 1)));
  return objects.length > 0 && objects.every((object) => has(object, 3));
}

/** A call that writes an untrusted value into what it is given. */
function fillArgument(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  role: NodeSet,
  { value, id: argument }: Selected,
  receiver: Value,
): void {
  const entered = evaluation.enterAs(frame, argument >= 0 ? argument : id, UNKNOWN, role.sources);
  const taints = uniteTaints(entered.taints, filledFrom(evaluation, frame, id, receiver));
  for (const object of value.objects) evaluation.heap.write(object, stateWithTaints(object.state, taints));
}

/**
 * A literal of a type names what it sets, and nothing else is set. Untrusted members taint the value as a whole, so
 * that what a test shows of the value is not contradicted by what it holds.
 */
export function literalObjects(evaluation: Evaluation, { frame, id, args }: LibraryCall): readonly HeapObject[] {
  if (frame.fn.ops[id] !== Op.New || args.named.size === 0 || args.positional.length > 0 || args.hasUnknownNamed)
    return [];
  const fields = new Map<string, Slot>();
  for (const [name, given] of args.named)
    fields.set(name, evaluation.slot(frame, given.id, withTaints(given.value, [])));
  return [evaluation.allocate('opaque', { ...emptyState(false, -1), fields })];
}

/** A container made from another one starts with what that holds. */
function containerState(args: CallArguments, nodes: NodeSet): ObjectState {
  const [first] = args.positional;
  const base: ObjectState = { fields: new Map(), rest: undefined, size: 0, taints: [], isOpen: false, text: undefined };
  if (!first) return base;
  const keeps = (method: string, operation: string): boolean =>
    nodes
      .member(method)
      .effects.some((effect) => effect.what === 'operation' && effect.operation.startsWith(operation));
  if (keeps('append', 'builder.') || keeps('write', 'builder.'))
    return { ...base, isOpen: true, text: first.value.flags & Flag.Text ? first.value : undefined };
  if (!keeps('add', 'list.') && !keeps('put', 'map.') && !keeps('set', 'map.') && !keeps('update', 'map.'))
    return { ...base, isOpen: true, size: -1 };
  const contents = readContents(first.value);
  const [object] = first.value.objects;
  if (object && first.value.objects.length === 1) return { ...object.state, isOpen: object.state.isOpen };
  return { ...base, size: -1, isOpen: true, rest: contents };
}

function effects(evaluation: Evaluation, nodes: NodeSet, call: LibraryCall, resultNodes: NodeSet): Value {
  const { frame, id, args } = call;
  let result: Value | undefined;
  let isDecided = false;
  let mask = 0;
  for (const effect of nodes.effects) {
    if ('constraints' in effect && effect.constraints.length > 0 && !constraintsHold(args, effect.constraints))
      continue;
    switch (effect.what) {
      case 'operation': {
        const made = operate(evaluation, call, effect.operation);
        const value = made && shortens(effect.operation) ? withTaints(made, withoutSecrets(made.taints)) : made;
        if (value) {
          result = result === undefined ? value : join(result, value);
          isDecided = true;
        }
        break;
      }
      case 'propagator':
        isDecided = true;
        result = propagate(evaluation, call, effect, result);
        break;
      case 'sanitizer':
        mask |= effect.mask;
        break;
      case 'render':
        if (effect.spec.prepares) result = prepared(evaluation, call, effect, result);
        else render(evaluation, call, effect);
        break;
      case 'mark':
        if (conditionsHold(frame, id, args, effect.conditions)) mark(evaluation, call, effect);
        break;
      case 'guard':
        if (effect.spec.throws) throwingGuard(evaluation, call, effect);
        break;
    }
  }
  if (mask !== 0) result = sanitize(evaluation, nodes, call, result);
  else if (!isDecided) result = join(result, byDefault(evaluation, nodes, call, resultNodes));
  result ??= UNKNOWN;
  if (result.objects.length === 0) result = { ...result, objects: literalObjects(evaluation, call) };
  for (const effect of nodes.effects) {
    if ('constraints' in effect && effect.constraints.length > 0 && !constraintsHold(args, effect.constraints))
      continue;
    if (effect.what === 'config' && !effect.spec.imported && conditionsHold(frame, id, args, effect.conditions)) {
      const subject = effect.given.length > 0 ? typedArgument(frame, id, args, effect.given) : args.receiver;
      const mark = effect.spec.unlessMarked;
      if (!subject || (mark && (isMarked(subject, mark) || isMarked(args.receiver, mark)))) continue;
      result = configure(evaluation, call, effect, result);
    } else if (effect.what === 'use') markUsed(frame, id, args, effect);
    else if (effect.what === 'routing') result = routing(evaluation, call, effect, withNodes(result, resultNodes));
    else if (effect.what === 'deed') noteDeed(evaluation, call, effect.kind);
  }
  return result;
}

/** What the function does by this call. */
function noteDeed(evaluation: Evaluation, { frame, id }: LibraryCall, kind: Deed | Control): void {
  const { deeds } = deedsOf(evaluation.results, frame.module, frame.fn);
  const start = frame.start(id);
  deeds.set(`${kind}@${start}`, { kind, start, end: frame.end(id) });
}

function propagate(
  evaluation: Evaluation,
  call: LibraryCall,
  effect: Extract<CallEffect, { what: 'propagator' }>,
  before: Value | undefined,
): Value {
  const { frame, id, args } = call;
  let taints: readonly Taint[] = [];
  const from = effect.from
    ? effect.from.flatMap((selector) => select(frame, id, args, selector))
    : [...select(frame, id, args, ALL), ...(args.receiverId >= 0 ? select(frame, id, args, THIS) : [])];
  for (const { value } of from) {
    taints = uniteTaints(taints, deepTaints(value));
  }
  if (effect.restores) taints = taints.map((taint) => (taint.clean === 0 ? taint : { ...taint, clean: 0 }));
  taints = stepBy(evaluation, frame, id, 'passed on', taints);
  let result = before ?? UNKNOWN;
  for (const target of effect.to) {
    if ('result' in target) {
      result =
        target.key === undefined ? addTaints(result, taints) : withResult(evaluation, result, target.key, taints);
      continue;
    }
    for (const { value } of select(frame, id, args, target.selector)) {
      if (target.param !== undefined) {
        for (const closure of value.closures)
          evaluation.callBack(frame, closure, target.param, addTaints(UNKNOWN, taints));
      } else for (const object of value.objects) evaluation.heap.write(object, stateWithTaints(object.state, taints));
    }
  }
  return result;
}

/** One of several results is untrusted; the others, such as an error, are not. */
function withResult(evaluation: Evaluation, result: Value, key: string, taints: readonly Taint[]): Value {
  if (taints.length === 0) return result;
  const slot = unplaced(addTaints(UNKNOWN, taints));
  const object = evaluation.allocate('tuple', { ...emptyState(true, -1), fields: new Map([[key, slot]]) });
  return { ...result, objects: [...result.objects, object] };
}

const ALL: Selector = { what: 'all', index: 0, name: '', path: [] };
const THIS: Selector = { what: 'this', index: 0, name: '', path: [] };

function sanitize(evaluation: Evaluation, nodes: NodeSet, call: LibraryCall, before: Value | undefined): Value {
  const { frame, id, args } = call;
  let result = before ?? UNKNOWN;
  let mask = 0;
  let of: Selector | undefined;
  let except: readonly Source[] = [];
  for (const effect of nodes.effects) {
    if (effect.what !== 'sanitizer' || !constraintsHold(args, effect.constraints)) continue;
    mask |= effect.mask;
    of ??= effect.of;
    if (effect.exceptFrom) except = [...except, ...effect.exceptFrom];
    if (!effect.inPlace) continue;
    const { inPlace } = effect;
    for (const { value, id: argument } of select(frame, id, args, inPlace)) {
      for (const object of value.objects) {
        evaluation.heap.write(object, { ...object.state, taints: cleaned(object.state.taints, effect.mask) });
      }
      if (argument >= 0) evaluation.refineKey(frame, argument, effect.mask);
    }
  }
  if (before === undefined) {
    let taints: readonly Taint[] = [];
    for (const { value } of [
      ...select(frame, id, args, ALL),
      ...(args.receiverId >= 0 ? select(frame, id, args, THIS) : []),
    ]) {
      taints = uniteTaints(taints, deepTaints(value));
    }
    result = addTaints(result, stepBy(evaluation, frame, id, 'cleaned', taints));
  }
  if (!of && except.length > 0) {
    const clean = (taint: Taint): Taint => (except.includes(taint.source.kind) ? taint : cleaned([taint], mask)[0]);
    return { ...result, taints: result.taints.map(clean) };
  }
  // What is harmless everywhere is a number, a choice, the answer to a question.
  if (mask === SCALAR_MASK) result = withTaints(result, withoutSecrets(result.taints));
  if (!of) return cleanedValue(result, mask);
  // Only one argument is cleaned: what the others bring stays as it is.
  const safe = new Set(
    select(frame, id, args, of).flatMap(({ value }) => deepTaints(value).map((taint) => taint.source)),
  );
  return {
    ...result,
    taints: result.taints.map((taint) => (safe.has(taint.source) ? { ...taint, clean: taint.clean | mask } : taint)),
  };
}

/** What a call returns when its model says nothing of that. */
function byDefault(evaluation: Evaluation, nodes: NodeSet, call: LibraryCall, resultNodes: NodeSet): Value {
  const { frame, id, args } = call;
  const received = shallowTaints(args.receiver);
  // Whatever it does to its receiver, it may add what nobody sees.
  for (const object of args.receiver.objects) {
    if (object.kind === 'opaque' && !object.cls && !object.state.isOpen)
      evaluation.heap.write(object, { ...object.state, isOpen: true });
  }
  // A call that is modelled for what it does with its arguments says nothing of what it returns; a method of a known
  // thing returns what that thing has.
  const passes =
    nodes.args.length === 0 && !args.receiver.nodes?.isInstance && !(nodes.effects.length > 0 && !resultNodes.isEmpty);
  let taints: readonly Taint[] = received;
  if (passes) for (const { value } of select(frame, id, args, ALL)) taints = uniteTaints(taints, deepTaints(value));
  if (nodes.effects.some(({ what }) => what === 'guard')) return { ...UNKNOWN, flags: Flag.Scalar };
  return addTaints(UNKNOWN, stepBy(evaluation, frame, id, 'passed on', withoutSecrets(taints)));
}

/** A hop through a call; its words are made only where there is something to tell. */
export function stepBy(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  what: 'passed on' | 'cleaned' | 'read' | 'kept',
  taints: readonly Taint[],
): readonly Taint[] {
  return taints.length === 0 ? taints : evaluation.step(frame, id, `${what} by ${shortCallee(frame, id)}`, taints);
}

export function shortCallee(frame: Frame, id: ValueId): string {
  const text = calleeText(frame, id);
  // `Paths.get` says more than `get`; the end of a long chain says enough.
  if (text.length <= 40 && /^[\p{L}\p{N}_$.]+$/u.test(text)) return `${text}()`;
  const name = lastName(text);
  // What is written otherwise than as a call, such as a slice, is named as it is written.
  return name === undefined ? text.slice(0, 40) : `${name.slice(0, 40)}()`;
}

/** The name that a call ends in: `get` of `request.args.get(…)`. */
export function calleeName(frame: Frame, id: ValueId): string {
  const text = calleeText(frame, id);
  return lastName(text) ?? text;
}

const LONGEST_NAME = 80;

function lastName(text: string): string | undefined {
  // A callee may be a whole function; the end of it is enough.
  return /([\p{L}\p{N}_$]+)\s*$/u.exec(text.slice(-LONGEST_NAME))?.[1];
}
