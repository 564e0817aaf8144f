import { annotationNames, hasAnnotation } from '../../dataflow/parameters';
import type { ClassPlace, ModuleEntry, Program } from '../../dataflow/program';
import type { FunctionRef } from '../../dataflow/results';
import { type RoutingEvent, UNKNOWN_PART } from '../../dataflow/routing';
import type { DeclaredRoutesSpec } from '../../facts/model';
import type { Guard, Route } from '../../facts/route';
import type { Annotation } from '../../ir/ir';
import type { RouteEntry } from '../../rules/shapes/check';
import { type GuardReader, guards, lineageOf } from './guards';
import { covers, joinPaths, segmentsOf, shown } from './paths';

/** What is said of routes elsewhere than on them. */
export interface Surroundings {
  /** Guards registered for all routes, by the libraries whose words they are. */
  everywhere(libraries: readonly string[]): readonly Guard[];
  /** Rules by path in the order in which they are asked, each with what says which paths. */
  readonly access: readonly { readonly event: RoutingEvent; readonly matcher: RoutingEvent | undefined }[];
  prefix(libraries: readonly string[]): string;
}

interface Declaration {
  readonly annotation: Annotation;
  readonly methods: readonly string[];
  readonly paths: readonly string[];
}

const METHOD_NAMES = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g;

/** Routes that annotations make of methods, and files of what they export. */
export class DeclaredRoutes {
  constructor(
    private readonly program: Program,
    private readonly guards: GuardReader,
    private readonly around: Surroundings,
  ) {}

  of(module: ModuleEntry): RouteEntry[] {
    const found: RouteEntry[] = [];
    for (const { spec, library } of module.models.declaredRoutes) {
      for (const cls of module.ir.classes) {
        if (!cls.isInterface) found.push(...this.ofClass(spec, library, { module, cls }));
      }
    }
    for (const { spec, library } of module.models.routeFiles) {
      const match = new RegExp(spec.file).exec(module.uri);
      if (match && !spec.isGuard) found.push(...this.ofFile(module, spec.exports, library, match[1] ?? ''));
    }
    return found;
  }

  private ofClass(spec: DeclaredRoutesSpec, library: string, place: ClassPlace): RouteEntry[] {
    const { module, cls } = place;
    const parents = lineageOf(this.program, place);
    if (spec.classWith && !parents.some((one) => this.has(one, spec.classWith ?? []))) return [];
    const libraries = [library, ...(spec.guardedBy ?? [])];
    const prefixes = this.prefixesOf(spec, parents);
    let around: Guard[] | undefined;
    return cls.methods.flatMap((id): RouteEntry[] => {
      const fn = module.ir.functions[id];
      const same = parents
        .flatMap((one) =>
          one.cls.methods.map((other): FunctionRef => ({ module: one.module, fn: one.module.ir.functions[other] })),
        )
        .filter((ref) => ref.fn.name === fn.name && ref.fn.params.length === fn.params.length); // prettier-ignore
      const declarations = firstOf(same, (ref) => this.declarations(spec, ref));
      if (declarations.length === 0) return [];
      around ??= [...this.around.everywhere(libraries), ...this.guards.around(place)];
      const local = [...around, ...same.flatMap((ref) => this.guards.on(ref))];
      const global = this.around.prefix(libraries);
      return declarations.flatMap(({ annotation, methods, paths }) =>
        prefixes.flatMap((prefix) =>
          paths.map((path) => {
            const full = shown(joinPaths(joinPaths(global, prefix), path));
            const rules = this.rulesFor(libraries, full, methods);
            const at =
              annotation.start >= fn.start && annotation.end <= fn.end
                ? annotation
                : { start: fn.nameStart, end: fn.nameEnd };
            return this.entry({ module, fn }, library, methods, full, [...rules, ...local], at);
          }),
        ),
      );
    });
  }

  /** An annotation, also as a part of one that the project composes. */
  private has({ module, cls }: ClassPlace, wanted: readonly string[]): boolean {
    if (hasAnnotation(module, cls.annotations, wanted)) return true;
    return cls.annotations.some(({ name }) =>
      this.program
        .resolveType(module, name)
        .classes.some((one) => hasAnnotation(one.module, one.cls.annotations, wanted)),
    );
  }

  private prefixesOf(spec: DeclaredRoutesSpec, parents: readonly ClassPlace[]): readonly string[] {
    const found = firstOf(parents, ({ module, cls }) =>
      cls.annotations
        .filter((annotation) => annotationNames(module, annotation).some((name) => spec.prefixWith.includes(name)))
        .flatMap((annotation) => this.pathsOf(spec, module, annotation)),
    );
    return found.length > 0 ? found : [''];
  }

  private declarations(spec: DeclaredRoutesSpec, { module, fn }: FunctionRef): Declaration[] {
    const paths = fn.annotations
      .filter((annotation) => annotationNames(module, annotation).some((name) => spec.pathWith?.includes(name)))
      .flatMap((annotation) => this.pathsOf(spec, module, annotation));
    return fn.annotations.flatMap((annotation): Declaration[] => {
      const name = annotationNames(module, annotation).find((one) => Object.hasOwn(spec.methodsWith, one));
      if (name === undefined) return [];
      const said = annotation.args.find((arg) => arg.name !== undefined && arg.name === spec.methodArgument)?.text;
      const methods = said?.match(METHOD_NAMES) ?? spec.methodsWith[name];
      const own = spec.pathWith ? paths : this.pathsOf(spec, module, annotation);
      return [{ annotation, methods, paths: own.length > 0 ? own : [''] }];
    });
  }

  private pathsOf(spec: DeclaredRoutesSpec, module: ModuleEntry, { args }: Annotation): string[] {
    return args
      .filter(({ name }) => name === undefined || spec.pathArguments.includes(name))
      .slice(0, 1)
      .flatMap(({ value, text }) => {
        if (typeof value === 'string') return [value];
        const isList = /^\s*[[{]/.test(text);
        const parts = isList ? text.replace(/^\s*[[{]|[\]}]\s*$/g, '').split(',') : [text];
        return parts.filter((part) => part.trim() !== '').map((part) => this.textOf(module, part));
      });
  }

  /** A text that is written in pieces, constants among them: `BASE + "/users"`. */
  private textOf(module: ModuleEntry, written: string): string {
    return written
      .split('+')
      .map((part) => {
        const literal = /^\s*(?:"([^"]*)"|'([^']*)'|`([^`$]*)`)\s*$/.exec(part);
        if (literal) return literal[1] ?? literal[2] ?? literal[3] ?? '';
        return this.guards.constantNamed(module, part.trim()) ?? UNKNOWN_PART;
      })
      .join('');
  }

  /** What the first rule that fits says, of each list of rules. */
  private rulesFor(libraries: readonly string[], path: string, methods: readonly string[]): Guard[] {
    const segments = segmentsOf(path);
    const decided = new Set<object>();
    const found: Guard[] = [];
    for (const { event, matcher } of this.around.access) {
      const { library, spec } = event.effect;
      if (!libraries.includes(library) || !spec.control || decided.has(event.world)) continue;
      const said = matcher?.methods ?? [];
      if (said.length > 0 && !methods.some((method) => method === '*' || said.includes(method))) continue;
      const patterns = matcher?.paths.length ? matcher.paths : [''];
      if (!patterns.some((one) => covers(segmentsOf(one), segments, true))) continue;
      decided.add(event.world);
      const name = event.module.textNow(event.start, event.end).replace(/\s+/g, ' ');
      found.push(...guards([spec.control], /(\w+)\([^()]*\)$/.exec(name)?.[1] ?? spec.control, event));
    }
    const closed = found.filter(({ kind }) => kind !== 'public');
    return closed.length > 0 ? closed : found;
  }

  private ofFile(
    module: ModuleEntry,
    exports: Readonly<Record<string, readonly string[]>>,
    library: string,
    path: string,
  ): RouteEntry[] {
    const full = shown(
      decoded(path)
        .replace(/(?:^|\/)\([^/]*\)/g, '')
        .replace(/\/index$/, ''),
    );
    const given = this.guards.exportsOf(module);
    return Object.entries(exports).flatMap(([name, methods]) => {
      const one = given(name);
      if (!one) return [];
      const [ref] = one.functions;
      const place = ref ? { start: ref.fn.nameStart, end: ref.fn.nameEnd } : { start: 0, end: 0 };
      const wrapped = one.inner.length > 0 ? this.guards.ofGiven({ ...one, functions: [] }) : [];
      const around = [...this.around.everywhere([library]), ...wrapped];
      if (!ref) return [];
      return [
        this.entry(ref, library, methods, full, around, ref.module === module ? place : { start: 0, end: 0 }, module),
      ];
    });
  }

  private entry(
    ref: FunctionRef,
    library: string,
    methods: readonly string[],
    path: string,
    around: readonly Guard[],
    { start, end }: { readonly start: number; readonly end: number },
    module: ModuleEntry = ref.module,
  ): RouteEntry {
    const { fn } = ref;
    const route: Route = {
      method: methods.join(','),
      path,
      framework: library,
      uri: module.uri,
      start,
      end,
      handler: { uri: ref.module.uri, start: fn.start, end: fn.end, name: fn.name },
      guards: [...around, ...this.guards.inHandler(ref)],
      isAttached: true,
    };
    return {
      route,
      module,
      functionId: fn.id,
      instruction: -1,
      handlers: [ref],
      deeds: this.guards.deedsOf(ref),
      calls: this.guards.callsOf(ref),
      late: [],
    };
  }
}

/** A uri's path as people write it. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function firstOf<T, R>(list: readonly T[], read: (item: T) => readonly R[]): readonly R[] {
  for (const item of list) {
    const found = read(item);
    if (found.length > 0) return found;
  }
  return [];
}
