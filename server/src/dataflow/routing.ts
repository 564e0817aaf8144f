import type { Selector } from '../facts/place';
import type { RoutingEffect } from '../facts/resolve';
import type { Control } from '../facts/vocabulary';
import { Op, type ValueId } from '../ir/ir';
import type { Evaluation } from './evaluation';
import type { Frame } from './frame';
import { emptyState, type HeapObject, type Slot, unplaced } from './heap';
import { callLibrary, type LibraryCall, type Selected, select } from './library';
import { exported, importedModule } from './names';
import type { ClassPlace, ModuleEntry } from './program';
import type { FunctionRef } from './results';
import { Flag, onlyString, UNKNOWN, type Value, withNodes } from './value';

/** A function, router or something else that is given to a router, and what it was wrapped in. */
export interface Given {
  readonly name: string;
  readonly module: ModuleEntry;
  readonly start: number;
  readonly end: number;
  readonly functions: readonly FunctionRef[];
  /** Functions whose call gave it: `requireRole("admin")`. */
  readonly makers: readonly FunctionRef[];
  readonly classes: readonly ClassPlace[];
  readonly controls: readonly Control[];
  readonly routers: readonly HeapObject[];
  /** Arguments of the call that gave it which are such things themselves: `requireAuth(handler)`. */
  readonly inner: readonly Given[];
  /** It was made of other functions, which it calls: what these do is not what it does. */
  readonly isWrapper: boolean;
}

/** What one call said of routes. Paths that are not known end in `…`. */
export interface RoutingEvent {
  readonly effect: RoutingEffect;
  /** What was evaluated together: within one world, events happened in their order. */
  readonly world: object;
  readonly module: ModuleEntry;
  readonly functionId: number;
  readonly instruction: ValueId;
  readonly start: number;
  readonly end: number;
  /** What to point at: the path where it is written in the call, else what is called. */
  readonly at: { readonly start: number; readonly end: number };
  readonly routers: readonly HeapObject[];
  readonly made: HeapObject | undefined;
  readonly paths: readonly string[];
  readonly methods: readonly string[];
  /** They are given, not what holds when none are. */
  readonly areMethodsSaid: boolean;
  readonly given: readonly Given[];
  readonly guards: readonly Given[];
  readonly controls: readonly { readonly kind: Control; readonly start: number; readonly end: number }[];
}

/** Stands for what is not known of a path. */
export const UNKNOWN_PART = '…';
const MAX_GIVEN = 24;
const MAX_INNER = 4;
const MAX_EVENTS = 20_000;

/** Notes what a call says of routes; the result is the router that it makes, if it makes one. */
export function routing(evaluation: Evaluation, call: LibraryCall, effect: RoutingEffect, result: Value): Value {
  const { frame, id, args } = call;
  const { spec } = effect;
  const { routing: events } = evaluation.results;
  if (events.length >= MAX_EVENTS || !frame.alive) return result;
  const picked = (selectors: readonly Selector[]): Selected[] =>
    selectors.flatMap((selector) => select(frame, id, args, selector));
  const given = picked(effect.given).flatMap((one) => spread(frame, one));
  const written = picked(effect.path).filter(({ value }) => isPath(value));
  const paths = written.flatMap(({ value }) => pathsOf(value));
  const isMaker = spec.kind === 'application' || spec.kind === 'router' || spec.kind === 'group';
  const makes = isMaker || spec.of === 'result';
  const things = given
    .filter(({ value }) => !isPath(value) || spec.moduleMember !== undefined)
    .slice(0, MAX_GIVEN)
    .map((one) => thingOf(evaluation, frame, one, spec.moduleMember));
  // `app.get("title")` reads a setting.
  if (spec.kind === 'route' && things.length === 0 && effect.given.length > 0) return result;
  // A router that has options, too, is one thing.
  const [configured] = spec.kind === 'application' || spec.kind === 'router' ? result.objects : [];
  const made = makes ? (configured ?? evaluation.allocate('opaque', emptyState(true, -1))) : undefined;
  const holder = spec.of === 'result' ? undefined : effect.of;
  const receiver = holder
    ? (select(frame, id, args, holder)[0]?.value ?? UNKNOWN)
    : args.receiverId >= 0
      ? args.receiver
      : (args.callee ?? UNKNOWN);
  const routers = spec.kind === 'application' || spec.kind === 'router' ? [] : receiver.objects;
  for (const router of routers) router.isRouter = true;
  // Registering changes what the router is, so the call must not be taken for one that changed nothing.
  evaluation.heap.olderWrites++;
  const methods = methodsOf(frame, effect, picked(effect.method), id);
  const event: RoutingEvent = {
    effect,
    world: evaluation.heap.root,
    module: frame.module,
    functionId: frame.fn.id,
    instruction: id,
    start: frame.start(id),
    end: frame.end(id),
    at: labelOf(frame, id, written[0]),
    routers,
    made,
    paths: unique(paths),
    methods: methods.methods,
    areMethodsSaid: methods.isSaid,
    given: things,
    guards: picked(effect.guards)
      .flatMap((one) => spread(frame, one))
      .map((one) => thingOf(evaluation, frame, one, undefined)),
    controls: effect.controls.flatMap(({ kind, selectors }) =>
      picked(selectors)
        .filter(({ value }) => !value.consts?.every((constant) => constant.value === false || constant.value == null))
        .map(({ start, end }) => ({ kind, start, end })),
    ),
  };
  events.push(event);
  if (!made) return spec.kind === 'access' ? result : fluent(result, receiver);
  made.isRouter = true;
  const own = routerValue(frame, result, made);
  if (spec.selves) {
    const fields = new Map(made.state.fields);
    for (const name of spec.selves) fields.set(name, unplaced(own));
    evaluation.heap.write(made, { ...made.state, fields });
  }
  if (effect.callback) callWith(evaluation, call, effect.callback, own);
  return own;
}

/** What registering returns is the router again where it is of its kind. */
function fluent(result: Value, receiver: Value): Value {
  const isSame = result.nodes?.ids.some((id) => receiver.nodes?.ids.includes(id));
  return isSame && result.objects.length === 0 ? { ...result, objects: receiver.objects } : result;
}

function labelOf(frame: Frame, id: ValueId, path: Selected | undefined): RoutingEvent['at'] {
  const callee = frame.fn.a[id];
  if (path && path.id >= 0 && path.start >= frame.start(id) && path.end <= frame.end(id) && path.end > path.start)
    return { start: path.start, end: path.end };
  const end = callee < 0 ? frame.end(id) : frame.end(callee);
  const start = callee < 0 ? frame.start(id) : frame.start(callee);
  return { start, end };
}

function routerValue(frame: Frame, result: Value, made: HeapObject): Value {
  return withNodes({ ...UNKNOWN, objects: [made] }, result.nodes ?? frame.module.models.none);
}

/** `r.Route("/users", func(r chi.Router) { … })`: the function is given the router at once. */
function callWith(evaluation: Evaluation, call: LibraryCall, selector: Selector, router: Value): void {
  const { frame, id, args } = call;
  const passed = withNodes(router, args.receiver.nodes ?? frame.module.models.none);
  const rest = args.positional.slice(selector.index + 1);
  for (const { value } of select(frame, id, args, selector)) {
    for (const closure of value.closures)
      evaluation.callBackWith(frame, closure, [passed, ...rest.map((argument) => argument.value)]);
    if (!value.nodes?.isCallable) continue;
    const positional = [{ id: args.receiverId, value: passed }, ...rest];
    callLibrary(evaluation, value.nodes, { ...call, args: { ...args, positional, receiver: UNKNOWN, receiverId: -1 } });
  }
}

function methodsOf(
  frame: Frame,
  { spec }: RoutingEffect,
  picked: readonly Selected[],
  id: ValueId,
): { readonly methods: readonly string[]; readonly isSaid: boolean } {
  const found = picked.flatMap(({ value }) => textsOf(value));
  if (spec.method?.includes('$callee')) {
    const callee = frame.fn.a[id];
    if (frame.fn.ops[callee] === Op.Field) found.push(frame.module.ir.strings[frame.fn.b[callee]]);
  }
  // Constants that are named for their method are read by their name.
  const methods = found.map((name) =>
    name
      .replace(/^.*[.#]/, '')
      .replace(/^Method/, '')
      .toUpperCase(),
  );
  const known = methods.filter((name) => METHODS.has(name));
  return known.length > 0 ? { methods: unique(known), isSaid: true } : { methods: spec.methods ?? [], isSaid: false };
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'QUERY']);

function textsOf(value: Value): string[] {
  const own = (value.consts ?? []).flatMap(({ value: text }) => (typeof text === 'string' ? [text] : []));
  return [
    ...own,
    ...value.objects.flatMap(({ state }) => [
      ...[...state.fields.values()].flatMap((slot) => textsOf(slot.value)),
      ...(state.rest ? textsOf(state.rest) : []),
    ]),
  ];
}

function isPath(value: Value): boolean {
  if (value.closures.length > 0 || value.classes.length > 0) return false;
  if (value.consts?.every(({ kind }) => kind === 'string' || kind === 'regex')) return true;
  if ((value.flags & Flag.Text) !== 0 || value.prefix !== undefined) return true;
  return (
    value.objects.length > 0 &&
    value.objects.every(
      ({ kind, state }) =>
        kind === 'list' && state.fields.size > 0 && [...state.fields.values()].every((slot) => isPath(slot.value)),
    )
  );
}

function pathsOf(value: Value): string[] {
  if (!isPath(value)) return [];
  if (value.consts) {
    return value.consts.map(({ kind, value: text }) => (kind === 'regex' ? `/${String(text)}/` : String(text)));
  }
  const elements = value.objects.flatMap(({ state }) =>
    [...state.fields.values()].flatMap((slot) => pathsOf(slot.value)),
  );
  return elements.length > 0 ? elements : [`${value.prefix ?? ''}${UNKNOWN_PART}`];
}

/** Elements of a list one by one, where the list is written out with the place of each. */
function spread(frame: Frame, one: Selected): Selected[] {
  const { fn } = frame;
  if (one.id >= 0 && fn.ops[one.id] === Op.Array && frame.start(one.id) === one.start) {
    const elements: Selected[] = [];
    for (let j = 0; j < fn.c[one.id]; j++) {
      const id = fn.args[2 * (fn.b[one.id] + j)];
      const value = frame.values[id] ?? UNKNOWN;
      elements.push(...spread(frame, { value, id, start: frame.start(id), end: frame.end(id) }));
    }
    return elements;
  }
  const lists = one.value.objects.filter(({ kind, isRouter }) => !isRouter && (kind === 'list' || kind === 'tuple'));
  if (lists.length === 0 || one.value.closures.length > 0 || isPath(one.value)) return [one];
  return lists.flatMap(({ state }) => [
    ...[...state.fields.values()].map((slot) => ({ ...one, ...placeIn(frame, one, slot), id: -1, value: slot.value })),
    ...(state.rest ? [{ ...one, id: -1, value: state.rest }] : []),
  ]);
}

/** Where an element is written, when that is inside of the argument. */
function placeIn(frame: Frame, one: Selected, { module, start, end }: Slot): { start: number; end: number } {
  const isInside = module === frame.module && start >= one.start && end <= one.end;
  return isInside ? { start, end } : { start: one.start, end: one.end };
}

function thingOf(evaluation: Evaluation, frame: Frame, one: Selected, moduleMember: string | undefined): Given {
  const text = moduleMember === undefined ? undefined : onlyString(one.value);
  if (text === undefined || moduleMember === undefined) return described(evaluation, frame, one, MAX_INNER);
  const module = importedModule(evaluation, frame.module, text, undefined);
  const entries = module?.objects.flatMap(({ exportsOf }) =>
    exportsOf ? [exported(evaluation, exportsOf, moduleMember)] : [],
  );
  const routers = (entries ?? []).flatMap((value) => (value ? routersIn(value) : []));
  return { ...described(evaluation, frame, one, 0), routers };
}

/** A router, or the routers in a list. */
function routersIn(value: Value, depth = 3): HeapObject[] {
  return value.objects.flatMap((object) => {
    if (object.isRouter) return [object];
    if (depth === 0 || (object.kind !== 'list' && object.kind !== 'tuple')) return [];
    const { fields, rest } = object.state;
    const values = [...[...fields.values()].map((slot) => slot.value), ...(rest ? [rest] : [])];
    return values.flatMap((each) => routersIn(each, depth - 1));
  });
}

function described(evaluation: Evaluation, frame: Frame, one: Selected, depth: number): Given {
  const { fn, module } = frame;
  const { value } = one;
  let id = one.id;
  while (id >= 0 && (fn.ops[id] === Op.Copy || fn.ops[id] === Op.Cast || fn.ops[id] === Op.Await)) id = fn.a[id];
  const isWhole = id >= 0 && frame.start(one.id) === one.start && frame.end(one.id) === one.end;
  const isCall = isWhole && (fn.ops[id] === Op.Call || fn.ops[id] === Op.New);
  const calleeId = isCall ? fn.a[id] : -1;
  const callee = calleeId < 0 ? UNKNOWN : evaluation.value(frame, calleeId);
  const holder = calleeId >= 0 && fn.ops[calleeId] === Op.Field ? evaluation.value(frame, fn.a[calleeId]) : UNKNOWN;
  const inner: Given[] = [];
  if (isCall && depth > 0) {
    for (let j = 0; j < fn.c[id]; j++) {
      const argument = fn.args[2 * (fn.b[id] + j)];
      const own = frame.values[argument] ?? UNKNOWN;
      if (
        routersIn(own).length === 0 &&
        own.closures.length === 0 &&
        own.classes.length === 0 &&
        !wraps(frame, argument) &&
        !own.nodes?.controls.length
      )
        continue;
      const at = { value: own, id: argument, start: frame.start(argument), end: frame.end(argument) };
      inner.push(described(evaluation, frame, at, depth - 1));
    }
  }
  // The text of a function says nothing of its name.
  const text = id >= 0 && fn.ops[id] === Op.Func ? '' : module.textIn(fn, one.start, one.end);
  const [closure] = value.closures;
  const makers = callee.closures.map(({ module: home, fn: maker }) => ({ module: home, fn: maker }));
  return {
    name: nameIn(text) || closure?.fn.name || callee.closures[0]?.fn.name || '',
    module,
    start: one.start,
    end: one.end,
    functions: value.closures.map(({ module: home, fn: one }) => ({ module: home, fn: one })),
    makers,
    classes: [...value.classes, ...holder.classes].map(({ module: home, cls }) => ({ module: home, cls })),
    controls: unique([...(value.nodes?.controls ?? []), ...(callee.nodes?.controls ?? [])]),
    routers: routersIn(value),
    inner,
    isWrapper: inner.some(({ functions }) => functions.length > 0),
  };
}

/** Whether a value comes of a call that was given a function: `requireAuth(handler)` inside of another call. */
function wraps(frame: Frame, id: ValueId): boolean {
  const { fn } = frame;
  if (id < 0 || (fn.ops[id] !== Op.Call && fn.ops[id] !== Op.New)) return false;
  for (let j = 0; j < fn.c[id]; j++) {
    const argument = fn.args[2 * (fn.b[id] + j)];
    const value = frame.values[argument];
    if (value && (value.closures.length > 0 || value.classes.length > 0)) return true;
  }
  return false;
}

/** The name that says what something is: `requireRole` of `auth.requireRole("admin")`, `list` of `users.list.bind(users)`. */
function nameIn(text: string): string {
  let rest = text.slice(0, MAX_TEXT).trim();
  if (/^(?:async\b|function\b|func\b|lambda\b|\([^)]*\)\s*(?:=>|->)|\w+\s*=>)/.test(rest)) return '';
  for (let open = rest.indexOf('('); open >= 0; open = rest.indexOf('(')) rest = rest.slice(0, open);
  rest = rest.replace(/[[{<].*$/s, '').replace(/\.(?:bind|call|apply)$/, '');
  return /([\p{L}\p{N}_$]+)\W*$/u.exec(rest.replace(/^(?:new|await)\s+/, ''))?.[1] ?? '';
}

const MAX_TEXT = 300;

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
