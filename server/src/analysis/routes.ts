import type { Checkpoint } from '../base/checkpoint';
import type { Session } from '../dataflow/evaluation';
import type { HeapObject } from '../dataflow/heap';
import { annotationNames } from '../dataflow/parameters';
import type { ModuleEntry } from '../dataflow/program';
import type { FunctionDeeds, FunctionRef, Results } from '../dataflow/results';
import type { Given, RoutingEvent } from '../dataflow/routing';
import type { Guard, Route, RoutePlace } from '../facts/route';
import type { Deed } from '../facts/vocabulary';
import type { FunctionIR } from '../ir/ir';
import type { RouteEntry } from '../rules/shapes/check';
import { DeclaredRoutes } from './routes/declared';
import { GuardReader, lineageOf, membersOf } from './routes/guards';
import { NameReader } from './routes/names';
import { covers, isOpenEnded, joinPaths, type PathSegments, readable, segmentsOf, shown } from './routes/paths';

const EVERYWHERE = segmentsOf('');
const NOWHERE: Placement = { prefix: '', isAttached: false, isMounted: false, covers: [], methods: [] };

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

interface Covering {
  readonly path: PathSegments;
  readonly guards: readonly Guard[];
  /** Covers this path alone, and these methods. */
  readonly isExact: boolean;
  readonly methods: readonly string[];
}

interface Target {
  readonly methods: readonly string[];
  /** Behind the path of the route. */
  readonly path: string;
  readonly functions: readonly FunctionRef[];
  readonly guards: readonly Guard[];
}

interface PlacedCover extends Covering {
  readonly cover: Cover;
}

interface RouterNode {
  made: Entry | undefined;
  readonly mounts: Mount[];
  /** Said of its route after it was made. */
  readonly methods: string[];
  readonly covers: Cover[];
}

/** One way in which a router can be reached. */
interface Placement {
  /** Somebody put it below another router. */
  readonly isMounted: boolean;
  readonly prefix: string;
  readonly isAttached: boolean;
  readonly covers: readonly (Covering & { readonly isLate: boolean })[];
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
  /** How well the way to a route is known. */
  private readonly ranks = new Map<RouteEntry, number>();
  private readonly everywhereBy = new Map<string, readonly Guard[]>();
  private readonly placedCovers = new Map<HeapObject, Map<string, readonly PlacedCover[]>>();
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
      node = { made: undefined, mounts: [], covers: [], methods: [] };
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
        this.use(entry, paths);
        return;
      case 'methods':
        for (const router of event.routers) this.node(router).methods.push(...event.methods);
        return;
      case 'access':
        this.access.push(entry);
        return;
      case 'prefix':
        this.prefixes.push(event);
        return;
      case 'route':
        this.coverByHandlers(entry, paths);
        if (event.made) {
          for (const parent of event.routers)
            this.node(event.made).mounts.push({ ...entry, parent, path: '', given: [] });
          for (const given of event.given) this.mount(entry, event.made, given, '');
        }
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

  private use(entry: Entry, paths: readonly string[]): void {
    const { event } = entry;
    const { control } = event.effect.spec;
    const mounted = event.given.filter((given) => hasRouters(given));
    const given = event.given.filter((one) => !hasRouters(one));
    for (const router of event.routers) {
      for (const path of paths) {
        // What is given beside routers by name is for these alone.
        const own = mounted.length > 0 ? given : [...given, ...event.guards];
        for (const one of own) this.node(router).covers.push({ ...entry, given: one, path });
        for (const one of mounted) this.mount(entry, router, one, path, event.guards);
        if (control === undefined) continue;
        const callee = event.module.textNow(event.start, event.end).split('(')[0];
        const name = /([\p{L}\p{N}_$]+)$/u.exec(callee)?.[1] ?? control;
        const place = { name, module: event.module, start: event.start, end: event.end };
        this.node(router).covers.push({ ...entry, given: { ...NOTHING_GIVEN, ...place, controls: [control] }, path });
      }
    }
  }

  /** Puts the routers that are given below another one, also those that are wrapped: `auth(mux)`. */
  private mount(entry: Entry, parent: HeapObject, given: Given, path: string, guards: readonly Given[] = []): void {
    for (const child of given.routers) {
      if (child !== parent)
        this.node(child).mounts.push({ ...entry, parent, path, given: [...guards, ...given.inner] });
    }
    if (given.routers.length > 0) return;
    for (const one of given.inner) {
      if (hasRouters(one)) this.mount(entry, parent, one, path, [...guards, { ...given, inner: [] }]);
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
    const methods = [...(made?.methods ?? []), ...(node?.methods ?? [])];
    const ownGuards = made && made.effect.spec.kind !== 'group' ? made.guards.flatMap((given) => this.read(given)) : [];
    const withOwn = (placement: Placement, path = own): Placement => ({
      ...placement,
      prefix: joinPaths(placement.prefix, pattern(made, path)),
      covers: ownGuards.length > 0 ? [...placement.covers, everywhere(ownGuards)] : placement.covers,
      methods: methods.length > 0 ? methods : placement.methods,
    });
    if (!node || node.mounts.length === 0 || depth === 0) {
      return [withOwn({ prefix: '', isAttached: isRoot, isMounted: false, covers: [], methods: [] })];
    }
    // While it is asked for, a router that is below itself is where nobody put it.
    this.placements.set(object, [NOWHERE]);
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
              isMounted: parent.isMounted || (mount.event.effect.spec.kind !== 'group' && mount.event.made !== object),
              covers: [...parent.covers, ...this.coversBefore(mount.parent, parent.prefix, mount), everywhere(guards)],
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
    return this.coversOf(router, prefix)
      .filter(({ cover, isExact, path }) => cover.event !== entry.event && (!isExact || isOpenEnded(path)))
      .map((known) => ({ ...known, isLate: !this.isBefore(known.cover, entry) }));
  }

  /** What on a router guards anything at all, with the path as a client sees it. */
  private coversOf(router: HeapObject, prefix: string): readonly PlacedCover[] {
    let byPrefix = this.placedCovers.get(router);
    if (!byPrefix) {
      byPrefix = new Map();
      this.placedCovers.set(router, byPrefix);
    }
    let known = byPrefix.get(prefix);
    if (!known) {
      known = (this.nodes.get(router)?.covers ?? []).flatMap((cover) => {
        const guards = this.read(cover.given);
        if (guards.length === 0) return [];
        const path = segmentsOf(joinPaths(prefix, pattern(cover.event, cover.path)));
        const isExact = cover.event.effect.spec.kind === 'route';
        return [{ cover, path, guards, isExact, methods: cover.event.methods }];
      });
      byPrefix.set(prefix, known);
    }
    return known;
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
    // Rules compare positions: from here on they are those of the texts by now.
    const entries = found.map((entry) => {
      const now = placed(entry, session.program.modules);
      this.ranks.set(now, this.ranks.get(entry) ?? 0);
      return now;
    });
    return tidied(entries, this.ranks);
  }

  private prefixOf(libraries: readonly string[]): string {
    const event = this.prefixes.find(({ effect }) => libraries.includes(effect.library));
    return event?.paths[0] ?? '';
  }

  /** Guards that are registered for whatever comes, by the libraries whose words they are. */
  private everywhere(families: readonly string[]): readonly Guard[] {
    const key = families.join(' ');
    let known = this.everywhereBy.get(key);
    if (!known) {
      known = [...this.guards.ofProject(this.request.results, families)];
      for (const { covers: all } of this.nodes.values()) {
        for (const { event, given } of all) {
          if (event.effect.spec.covers === 'all' && families.includes(event.effect.library))
            known = [...known, ...this.read(given)];
        }
      }
      this.everywhereBy.set(key, known);
    }
    return known;
  }

  private routesOfEvent(entry: Entry): RouteEntry[] {
    const { event } = entry;
    const { effect } = event;
    const holders = event.made ? [event.made] : event.routers;
    const isMount = event.given.length > 0 && event.given.every((given) => hasRouters(given));
    if (isMount) return [];
    const last = event.given[event.given.length - 1];
    const { handler, wrappers } = unwrapped(last);
    const local = [
      ...this.guards.ofProject(this.request.results, [effect.library, ...(effect.spec.guardedBy ?? [])]),
      ...[...event.given.slice(0, -1), ...event.guards, ...wrappers, ...selfGuarding(handler)].flatMap((given) =>
        this.read(given),
      ),
      ...event.controls.map(({ kind, start, end }): Guard => ({ kind, name: kind, uri: event.module.uri, start, end })),
    ];
    const placed: readonly Placement[] =
      holders.length > 0 ? holders.flatMap((holder) => this.placementsOf(holder)) : [NOWHERE];
    const paths = event.made ? [''] : event.paths.length > 0 ? event.paths : [''];
    const found: RouteEntry[] = [];
    for (const placement of placed.slice(0, MAX_PLACEMENTS)) {
      for (const path of paths) {
        const written = event.made ? (event.paths[0] ?? '') : path;
        const split = effect.spec.methodInPath ? METHOD_IN_PATH.exec(written) : null;
        const full = joinPaths(placement.prefix, pattern(event, path));
        const segments = segmentsOf(full);
        const said = split ? [split[1]] : event.methods.length > 0 ? event.methods : placement.methods;
        const isMet = ({ path: wanted, isExact, methods }: Covering): boolean =>
          covers(wanted, segments, isExact) &&
          (methods.length === 0 || methods.some((method) => said.includes(method)));
        const before: Guard[] = [];
        const late: Guard[] = [];
        for (const one of placement.covers) if (isMet(one)) (one.isLate ? late : before).push(...one.guards);
        for (const holder of event.made ? [] : holders) {
          for (const one of this.coversOf(holder, placement.prefix)) {
            if (one.cover.event === event || !isMet(one)) continue;
            if (this.isBefore(one.cover, entry)) before.push(...one.guards);
            else if (!one.isExact) late.push(...one.guards);
          }
        }
        const isSaid = split !== null || event.areMethodsSaid || event.methods.length === 0;
        for (const target of this.targets(event, handler, said, isSaid)) {
          const one = this.entry(
            entry,
            target,
            shown(joinPaths(full, target.path)),
            [...before, ...local, ...target.guards],
            late,
            placement.isAttached,
            handler,
          );
          const isKnown = handler !== undefined && handler.functions.length + handler.classes.length > 0;
          this.ranks.set(one, rankOf(placement.isAttached, placement.isMounted, isKnown));
          found.push(one);
        }
      }
    }
    return found;
  }

  /** A handler by method; a class has one for each. */
  private targets(
    { effect }: RoutingEvent,
    handler: Given | undefined,
    said: readonly string[],
    isSaid: boolean,
  ): Target[] {
    const { classMethods, classDefaults, handlerMethods } = effect.spec;
    if (!handler || handler.classes.length === 0 || !classMethods) {
      const functions = handler?.functions ?? [];
      const own = handlerMethods ? functions.flatMap((one) => methodsByAnnotation(one, handlerMethods)) : [];
      const methods = own.length > 0 ? own : said;
      return [{ methods, path: '', functions, guards: functions.flatMap((one) => this.guards.on(one)) }];
    }
    const { program } = this.request.session;
    const found: Target[] = [];
    const add = (name: string, functions: readonly FunctionRef[], guards: readonly Guard[]): void => {
      for (const text of classMethods[name] ?? []) {
        const [method, path = ''] = text.split(' ');
        if (isSaid && said.length > 0 && !said.includes(method)) continue;
        found.push({ methods: [method], path, functions, guards });
      }
    };
    for (const place of handler.classes) {
      const around = this.guards.around(place);
      const members = membersOf(program, place).filter(({ fn }) => Object.hasOwn(classMethods, fn.name));
      for (const ref of members) add(ref.fn.name, [ref], [...around, ...this.guards.on(ref)]);
      const inherited = lineageOf(program, place)
        .flatMap(({ cls }) => cls.supertypes.flatMap((type) => membersByType(classDefaults, type)))
        .filter((name) => !members.some(({ fn }) => fn.name === name));
      for (const name of new Set(inherited)) add(name, [], around);
      if (members.length + inherited.length === 0)
        found.push({ methods: said, path: '', functions: [], guards: around });
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

function everywhere(guards: readonly Guard[]): Covering & { readonly isLate: boolean } {
  return { path: EVERYWHERE, guards, isExact: false, methods: [], isLate: false };
}

/** `@require_POST`, `@api_view(["GET", "POST"])`. */
function methodsByAnnotation(
  { module, fn }: FunctionRef,
  specs: Readonly<Record<string, readonly string[]>>,
): string[] {
  return fn.annotations.flatMap((annotation) => {
    const name = annotationNames(module, annotation).find((one) => Object.hasOwn(specs, one));
    if (name === undefined) return [];
    if (specs[name].length > 0) return specs[name];
    return annotation.args.flatMap(
      ({ text }) => text.toUpperCase().match(/\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g) ?? [],
    );
  });
}

/** `package#module.Type` and `package.module#Type` are one type. */
function membersByType(
  defaults: Readonly<Record<string, readonly string[]>> | undefined,
  type: string,
): readonly string[] {
  const flat = type.replace('#', '.');
  return Object.entries(defaults ?? {}).find(([name]) => name.replace('#', '.') === flat)?.[1] ?? [];
}

function hasRouters(given: Given): boolean {
  return given.routers.length > 0 || given.inner.some((one) => hasRouters(one));
}

const NOTHING_GIVEN = {
  functions: [],
  makers: [],
  classes: [],
  routers: [],
  inner: [],
  isWrapper: false,
};

const METHOD_IN_PATH = /^([A-Z]+)\s+(?=\S)/;

function pattern(event: RoutingEvent | undefined, path: string): string {
  if (event?.effect.spec.methodInPath) return path.replace(METHOD_IN_PATH, '');
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

/** The entry with the positions of the texts by now. */
function placed(entry: RouteEntry, modules: ReadonlyMap<string, ModuleEntry>): RouteEntry {
  const at = <T extends RoutePlace>(place: T): T => {
    const positions = modules.get(place.uri)?.positions;
    return positions ? { ...place, start: positions.start(place.start), end: positions.end(place.end) } : place;
  };
  const { route, late } = entry;
  const handler = route.handler && at(route.handler);
  return { ...entry, route: at({ ...route, handler, guards: route.guards.map(at) }), late: late.map(at) };
}

/** One entry for each method and path; of one registration that was seen more than once, what is known best. */
function tidied(entries: readonly RouteEntry[], ranks: ReadonlyMap<RouteEntry, number>): readonly RouteEntry[] {
  const byPlace = new Map<string, { rank: number; list: RouteEntry[] }>();
  for (const entry of entries) {
    const { route, functionId, instruction } = entry;
    const place = instruction < 0 ? `${route.start}|${route.end}` : `${functionId}.${instruction}`;
    const rank = ranks.get(entry) ?? 0;
    const known = byPlace.get(`${route.uri}|${place}`);
    if (!known) byPlace.set(`${route.uri}|${place}`, { rank, list: [entry] });
    else if (rank === known.rank) known.list.push(entry);
    else if (rank > known.rank) {
      known.rank = rank;
      known.list = [entry];
    }
  }
  const result: RouteEntry[] = [];
  for (const { list } of byPlace.values()) {
    const best = new Map<string, RouteEntry>();
    for (const entry of list.flatMap(byMethod)) {
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

/** How much is known; what comes first counts for more. */
function rankOf(...isKnown: readonly boolean[]): number {
  return isKnown.reduce((rank, one) => 2 * rank + Number(one), 0);
}

function byMethod(entry: RouteEntry): RouteEntry[] {
  return entry.route.method.split(',').map((method) => ({ ...entry, route: { ...entry.route, method } }));
}

function compare(a: Route, b: Route): number {
  return text(a.path, b.path) || text(a.method, b.method) || text(a.uri, b.uri) || a.start - b.start || a.end - b.end;
}

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
