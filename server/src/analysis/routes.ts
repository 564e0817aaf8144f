import type { Checkpoint } from '../base/checkpoint';
import type { Session } from '../dataflow/evaluation';
import type { HeapObject } from '../dataflow/heap';
import type { ModuleEntry } from '../dataflow/program';
import type { FunctionDeeds, FunctionRef, Results } from '../dataflow/results';
import type { Given, RoutingEvent } from '../dataflow/routing';
import type { Guard, Route } from '../facts/route';
import type { Deed } from '../facts/vocabulary';
import type { FunctionIR } from '../ir/ir';
import type { RouteEntry } from '../rules/shapes/check';
import { DeclaredRoutes } from './routes/declared';
import { GuardReader, membersOf } from './routes/guards';
import { NameReader } from './routes/names';
import { covers, joinPaths, readable, shown } from './routes/paths';

const MAX_PLACEMENTS = 8;
const MAX_NESTING = 12;
const MAX_ROUTES = 20_000;

/** Something on a router, with its number among all that was evaluated. */
interface Entry {
  readonly event: RoutingEvent;
  readonly index: number;
}

interface Mount extends Entry {
  readonly parent: HeapObject;
  readonly path: string;
  readonly given: readonly Given[];
}

interface Cover extends Entry {
  readonly given: Given;
  readonly path: string;
}

interface RouterNode {
  made: Entry | undefined;
  readonly mounts: Mount[];
  readonly covers: Cover[];
}

/** One way in which a router can be reached. */
interface Placement {
  readonly prefix: string;
  readonly isAttached: boolean;
  readonly covers: readonly {
    readonly path: string;
    readonly guards: readonly Guard[];
    readonly isLate: boolean;
    /** Covers this path alone, and these methods. */
    readonly isExact?: boolean;
    readonly methods?: readonly string[];
  }[];
  /** Methods that a decorator gave before the handler. */
  readonly methods: readonly string[];
}

export interface InventoryRequest {
  readonly session: Session;
  /** Results of files' evaluation in a fixed order, tests left out. */
  readonly results: readonly { readonly module: ModuleEntry; readonly results: Results }[];
  readonly checkpoint: Checkpoint;
}

/**
 * Every route of a program: which method and path reach which handler, and which guards a request meets on the way, in
 * the order in which they were registered. What evaluation noted of routers is one graph here: routers below routers, as
 * mounts, groups and plugins make them. Guards that come by annotation, file name or configuration are added to it.
 *
 * Invariant (kept by `test/unit/routes.test.ts`): the same files give the same list in the same order.
 */
export function routesOf(request: InventoryRequest): readonly RouteEntry[] {
  return new Assembly(request).entries();
}

class Assembly {
  private readonly nodes = new Map<HeapObject, RouterNode>();
  private readonly routes: Entry[] = [];
  private readonly access: Entry[] = [];
  private readonly prefixes: RoutingEvent[] = [];
  private readonly guards: GuardReader;
  private readonly guardsOfGiven = new Map<Given, readonly Guard[]>();
  private readonly placements = new Map<HeapObject, readonly Placement[]>();

  constructor(private readonly request: InventoryRequest) {
    const deeds = new Map<FunctionIR, FunctionDeeds>();
    for (const { results } of request.results) {
      for (const [fn, own] of results.deeds) {
        const known = deeds.get(fn);
        if (!known) deeds.set(fn, own);
        else {
          deeds.set(fn, {
            module: own.module,
            deeds: new Map([...known.deeds, ...own.deeds]),
            calls: new Map([...known.calls, ...own.calls]),
          });
        }
      }
    }
    this.guards = new GuardReader(deeds, new NameReader(request.session), request.session.program);
    this.collect();
  }

  // ---- the graph of routers --------------------------------------------------------------------------------------

  private node(object: HeapObject): RouterNode {
    let node = this.nodes.get(object);
    if (!node) {
      node = { made: undefined, mounts: [], covers: [] };
      this.nodes.set(object, node);
    }
    return node;
  }

  private collect(): void {
    const seen = new Map<HeapObject | undefined, Set<string>>();
    let index = 0;
    for (const { results } of this.request.results) {
      this.request.checkpoint();
      for (const event of results.routing) {
        const { module, start, end, paths, effect } = event;
        const holder = event.routers[0] ?? event.made;
        const key = `${effect.spec.kind}|${module.uri}|${start}|${end}|${paths.join(' ')}|${event.methods.join(' ')}`;
        let keys = seen.get(holder);
        if (!keys) {
          keys = new Set();
          seen.set(holder, keys);
        }
        // What a function registers is seen again when it is evaluated by itself.
        if (keys.has(key) && !event.made) continue;
        keys.add(key);
        this.add({ event, index: index++ });
      }
    }
  }

  private add(entry: Entry): void {
    const { event } = entry;
    const { spec } = event.effect;
    const paths = event.paths.length > 0 ? event.paths : [''];
    if (event.made) this.node(event.made).made = entry;
    switch (spec.kind) {
      case 'application':
      case 'router':
        for (const given of event.given) this.mount(entry, event.made as HeapObject, given, '');
        return;
      case 'group': {
        const child = event.made as HeapObject;
        for (const path of paths) {
          for (const parent of event.routers)
            this.node(child).mounts.push({ ...entry, parent, path, given: [...event.given, ...event.guards] });
        }
        return;
      }
      case 'use':
        for (const given of [...event.given, ...event.guards]) {
          for (const path of paths) {
            for (const router of event.routers) {
              if (given.routers.length > 0) this.mount(entry, router, given, path);
              else this.node(router).covers.push({ ...entry, given, path });
            }
          }
        }
        return;
      case 'access':
        this.access.push(entry);
        return;
      case 'prefix':
        this.prefixes.push(event);
        return;
      case 'route':
        this.coverByHandlers(entry, paths);
        if (event.made) for (const given of event.given) this.mount(entry, event.made, given, '');
        this.routes.push(entry);
        return;
    }
  }

  /** Guards are registered like routes, too: `app.get("/orders", requireAuth())` before who answers. */
  private coverByHandlers(entry: Entry, paths: readonly string[]): void {
    const { event } = entry;
    const last = event.given[event.given.length - 1];
    if (!last || this.read(last).length === 0) return;
    for (const router of event.routers) {
      for (const given of event.given)
        for (const path of paths) this.node(router).covers.push({ ...entry, given, path });
    }
  }

  private mount(entry: Entry, parent: HeapObject, given: Given, path: string): void {
    for (const child of given.routers) {
      if (child === parent) continue;
      this.node(child).mounts.push({ ...entry, parent, path, given: given.inner });
    }
  }

  // ---- where routers are -----------------------------------------------------------------------------------------

  private placementsOf(object: HeapObject, depth = MAX_NESTING): readonly Placement[] {
    const known = this.placements.get(object);
    if (known) return known;
    const node = this.nodes.get(object);
    const made = node?.made?.event;
    const own = made && made.effect.spec.kind !== 'group' ? (made.paths[0] ?? '') : '';
    const ownPath = (mount: Mount): string =>
      mount.event.effect.spec.replacesPrefix && mount.event.paths.length > 0 ? '' : own;
    // An instance of the project's own subclass of an application is one.
    const isRoot = made
      ? made.effect.spec.kind === 'application' || made.effect.spec.of === 'result'
      : object.cls !== undefined;
    const methods = made?.methods ?? [];
    const ownGuards = made && made.effect.spec.kind !== 'group' ? made.guards.flatMap((given) => this.read(given)) : [];
    const withOwn = (placement: Placement, path = own): Placement => ({
      ...placement,
      prefix: joinPaths(placement.prefix, pattern(made, path)),
      covers:
        ownGuards.length > 0 ? [...placement.covers, { path: '', guards: ownGuards, isLate: false }] : placement.covers,
      methods: methods.length > 0 ? methods : placement.methods,
    });
    if (!node || node.mounts.length === 0 || depth === 0) {
      return [withOwn({ prefix: '', isAttached: isRoot, covers: [], methods: [] })];
    }
    // While it is asked for, a router that is below itself is where nobody put it.
    this.placements.set(object, [{ prefix: '', isAttached: false, covers: [], methods: [] }]);
    const found: Placement[] = [];
    for (const mount of node.mounts) {
      for (const parent of this.placementsOf(mount.parent, depth - 1)) {
        if (found.length >= MAX_PLACEMENTS) break;
        const prefix = joinPaths(parent.prefix, pattern(mount.event, mount.path));
        const guards = mount.given.flatMap((given) => this.read(given));
        found.push(
          withOwn(
            {
              prefix,
              isAttached: parent.isAttached,
              covers: [
                ...parent.covers,
                ...this.coversBefore(mount.parent, parent.prefix, mount),
                { path: '', guards, isLate: false },
              ],
              methods: parent.methods,
            },
            ownPath(mount),
          ),
        );
      }
    }
    const attached = found.filter(({ isAttached }) => isAttached);
    const result = attached.length > 0 ? attached : found;
    this.placements.set(object, result);
    return result;
  }

  private coversBefore(router: HeapObject, prefix: string, entry: Entry): Placement['covers'] {
    const { covers: all } = this.nodes.get(router) ?? { covers: [] };
    return all
      .filter((cover) => cover.event !== entry.event)
      .map((cover) => ({
        path: joinPaths(prefix, pattern(cover.event, cover.path)),
        guards: this.read(cover.given),
        isLate: !this.isBefore(cover, entry),
        isExact: cover.event.effect.spec.kind === 'route',
        methods: cover.event.methods,
      }));
  }

  private isBefore(cover: Cover, entry: Entry): boolean {
    if (cover.event.effect.spec.covers === 'all') return true;
    // What was not evaluated together has no order that anybody knows.
    return cover.event.world !== entry.event.world || cover.index <= entry.index;
  }

  private read(given: Given): readonly Guard[] {
    let known = this.guardsOfGiven.get(given);
    if (!known) {
      known = this.guards.ofGiven(given);
      this.guardsOfGiven.set(given, known);
    }
    return known;
  }

  // ---- routes ----------------------------------------------------------------------------------------------------

  entries(): readonly RouteEntry[] {
    const found: RouteEntry[] = [];
    for (const entry of this.routes) {
      this.request.checkpoint();
      if (found.length > MAX_ROUTES) break;
      found.push(...this.routesOfEvent(entry));
    }
    const { session, results, checkpoint } = this.request;
    const declared = new DeclaredRoutes(session.program, this.guards, {
      everywhere: (libraries) => this.everywhere(libraries),
      access: this.access.map(({ event }) => ({ event, matcher: this.nodes.get(event.routers[0])?.made?.event })),
      prefix: (libraries) => this.prefixOf(libraries),
    });
    for (const { module } of results) {
      checkpoint();
      found.push(...declared.of(module));
    }
    return tidied(found);
  }

  private prefixOf(libraries: readonly string[]): string {
    const event = this.prefixes.find(({ effect }) => libraries.includes(effect.library));
    return event?.paths[0] ?? '';
  }

  /** Guards that are registered for whatever comes, by the libraries whose words they are. */
  private everywhere(families: readonly string[]): Guard[] {
    const found: Guard[] = [];
    for (const { covers: all } of this.nodes.values()) {
      for (const { event, given } of all) {
        if (event.effect.spec.covers === 'all' && families.includes(event.effect.library))
          found.push(...this.read(given));
      }
    }
    return found;
  }

  private routesOfEvent(entry: Entry): RouteEntry[] {
    const { event } = entry;
    const { effect } = event;
    const holders = event.made ? [event.made] : event.routers;
    const isMount = event.given.length > 0 && event.given.every((given) => given.routers.length > 0);
    if (isMount) return [];
    const last = event.given[event.given.length - 1];
    const { handler, wrappers } = unwrapped(last);
    const local = [
      ...[...event.given.slice(0, -1), ...event.guards, ...wrappers, ...selfGuarding(handler)].flatMap((given) =>
        this.read(given),
      ),
      ...event.controls.map(({ kind, start, end }): Guard => ({ kind, name: kind, uri: event.module.uri, start, end })),
    ];
    const placed: readonly Placement[] =
      holders.length > 0
        ? holders.flatMap((holder) => this.placementsOf(holder))
        : [{ prefix: '', isAttached: false, covers: [], methods: [] }];
    const paths = event.made ? [''] : event.paths.length > 0 ? event.paths : [''];
    const found: RouteEntry[] = [];
    for (const placement of placed.slice(0, MAX_PLACEMENTS)) {
      for (const path of paths) {
        const split = effect.spec.methodInPath ? /^([A-Z]+)\s+(.*)$/.exec(path) : null;
        const full = joinPaths(placement.prefix, pattern(event, split ? split[2] : path));
        const around = [
          ...placement.covers,
          ...(event.made ? [] : holders.flatMap((holder) => this.coversBefore(holder, placement.prefix, entry))),
        ].filter((cover) => covers(cover.path, full, cover.isExact ?? false));
        const said = split ? [split[1]] : event.methods.length > 0 ? event.methods : placement.methods;
        const met = around.filter(({ methods }) => !methods?.length || methods.some((method) => said.includes(method)));
        const before = met.flatMap(({ guards, isLate }) => (isLate ? [] : guards));
        const late = met.flatMap(({ guards, isLate, isExact }) => (isLate && !isExact ? guards : []));
        const isSaid = split !== null || event.areMethodsSaid || event.methods.length === 0;
        for (const target of this.targets(effect.spec.classMethods, handler, said, isSaid)) {
          found.push(
            this.entry(
              entry,
              target,
              shown(full),
              [...before, ...local, ...target.guards],
              late,
              placement.isAttached,
              handler,
            ),
          );
        }
      }
    }
    return found;
  }

  /** A handler by method; a class has one for each. */
  private targets(
    methodsByName: Readonly<Record<string, readonly string[]>> | undefined,
    handler: Given | undefined,
    said: readonly string[],
    isSaid: boolean,
  ): {
    readonly methods: readonly string[];
    readonly functions: readonly FunctionRef[];
    readonly guards: readonly Guard[];
  }[] {
    if (!handler || handler.classes.length === 0 || !methodsByName) {
      const functions = handler?.functions ?? [];
      return [{ methods: said, functions, guards: functions.flatMap((one) => this.guards.on(one)) }];
    }
    const found: { methods: readonly string[]; functions: readonly FunctionRef[]; guards: readonly Guard[] }[] = [];
    for (const place of handler.classes) {
      const around = this.guards.around(place);
      const members = membersOf(this.request.session.program, place).filter(({ fn }) =>
        Object.hasOwn(methodsByName, fn.name),
      );
      for (const ref of members) {
        const methods = methodsByName[ref.fn.name].filter(
          (method) => !isSaid || said.length === 0 || said.includes(method),
        );
        if (methods.length > 0) found.push({ methods, functions: [ref], guards: [...around, ...this.guards.on(ref)] });
      }
      if (members.length === 0) found.push({ methods: said, functions: [], guards: around });
    }
    return found;
  }

  private entry(
    { event }: Entry,
    target: { readonly methods: readonly string[]; readonly functions: readonly FunctionRef[] },
    path: string,
    around: readonly Guard[],
    late: readonly Guard[],
    isAttached: boolean,
    handler: Given | undefined,
  ): RouteEntry {
    const [first] = target.functions;
    const inside = target.functions.flatMap((one) => this.guards.inHandler(one));
    const place = first
      ? {
          uri: first.module.uri,
          start: first.fn.start,
          end: first.fn.end,
          name: first.fn.name || (handler?.name ?? ''),
        }
      : handler && { uri: handler.module.uri, start: handler.start, end: handler.end, name: handler.name };
    const deeds = new Set<Deed>(target.functions.flatMap((one) => [...this.guards.deedsOf(one)]));
    const route: Route = {
      method: target.methods.length > 0 ? target.methods.join(',') : '*',
      path,
      framework: event.effect.library,
      uri: event.module.uri,
      ...event.at,
      handler: place,
      guards: distinct([...around, ...inside]),
      isAttached,
    };
    return {
      route,
      module: event.module,
      functionId: event.functionId,
      instruction: event.instruction,
      handlers: target.functions,
      deeds,
      calls: new Set(target.functions.flatMap((one) => [...this.guards.callsOf(one)])),
      late: distinct(late),
    };
  }
}

function pattern(event: RoutingEvent | undefined, path: string): string {
  return event?.effect.spec.patterns === 'regex' ? readable(path) : path;
}

/** A handler without a function in sight that is named like a guard is one: `app.post("/x", requireAuth())`. */
function selfGuarding(handler: Given | undefined): readonly Given[] {
  return handler && (handler.controls.length > 0 || (handler.functions.length === 0 && handler.classes.length === 0))
    ? [handler]
    : [];
}

/** The function at the core of `requireAuth(log(handler))`, and what it was wrapped in. */
function unwrapped(given: Given | undefined): {
  readonly handler: Given | undefined;
  readonly wrappers: readonly Given[];
} {
  const wrappers: Given[] = [];
  let handler = given;
  while (handler && handler.inner.length > 0) {
    const inner: readonly Given[] = handler.inner;
    const { makers } = handler;
    wrappers.push(
      { ...handler, inner: [], functions: makers.length > 0 ? [] : handler.functions, classes: [] },
      ...inner.slice(0, -1),
    );
    handler = inner[inner.length - 1];
  }
  return { handler, wrappers };
}

function distinct(guards: readonly Guard[]): readonly Guard[] {
  const seen = new Set<string>();
  return guards.filter(({ kind, uri, start, name }) => {
    const key = `${kind}|${uri}|${start}|${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** One entry for each method and path; of one registration that was seen more than once, what is known best. */
function tidied(entries: readonly RouteEntry[]): readonly RouteEntry[] {
  const byPlace = new Map<string, RouteEntry[]>();
  for (const entry of entries) {
    for (const method of entry.route.method.split(',')) {
      const key = `${entry.route.uri}|${entry.route.start}|${entry.route.end}`;
      const one = { ...entry, route: { ...entry.route, method } };
      const list = byPlace.get(key);
      if (list) list.push(one);
      else byPlace.set(key, [one]);
    }
  }
  const result: RouteEntry[] = [];
  for (const list of byPlace.values()) {
    const attached = list.filter(({ route }) => route.isAttached);
    const best = new Map<string, RouteEntry>();
    for (const entry of attached.length > 0 ? attached : list) {
      const key = `${entry.route.method} ${entry.route.path}`;
      const known = best.get(key);
      if (!known) best.set(key, entry);
      else {
        const guards = distinct([...known.route.guards, ...entry.route.guards]);
        best.set(key, { ...known, route: { ...known.route, guards } });
      }
    }
    result.push(...best.values());
  }
  return result.sort(({ route: a }, { route: b }) => compare(a, b));
}

function compare(a: Route, b: Route): number {
  return text(a.path, b.path) || text(a.method, b.method) || text(a.uri, b.uri) || a.start - b.start || a.end - b.end;
}

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
