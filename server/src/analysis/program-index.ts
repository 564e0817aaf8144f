import type { ClassPlace, ModuleEntry, Program, ResolvedType, Superclasses } from '../dataflow/program';
import type { NodeSet } from '../facts/resolve';
import type { ClassIR, TypeRef } from '../ir/ir';
import type { Language } from '../languages/language';
import { Packages } from './packages';
import { Templates } from './templates';

const MAX_SUBCLASSES = 24;
const MAX_ANCESTORS = 5;

/** All files of one revision, and how they name each other. Built anew when names change; asked by evaluation. */
export class ProgramIndex implements Program {
  private readonly byQualifiedName = new Map<string, ClassPlace[]>();
  private readonly byName = new Map<string, ClassPlace[]>();
  private subclasses: Map<ClassIR, ClassPlace[]> | undefined;
  private readonly types = new Map<ModuleEntry, Map<string, ResolvedType>>();
  private readonly imports = new Map<ModuleEntry, Map<string, ModuleEntry | undefined>>();
  private readonly supers = new Map<ClassIR, Superclasses>();
  private readonly packages: Packages;
  private templates: Templates | undefined;

  constructor(
    readonly modules: ReadonlyMap<string, ModuleEntry>,
    private readonly languageOf: (module: ModuleEntry) => Language,
    private readonly exists: (uri: string) => boolean,
    private readonly resources: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(),
  ) {
    this.packages = new Packages(modules, languageOf);
    for (const module of modules.values()) {
      for (const cls of module.ir.classes) {
        add(this.byQualifiedName, cls.qualifiedName, { module, cls });
        add(this.byName, cls.name, { module, cls });
      }
    }
  }

  resource(name: string): Readonly<Record<string, string>> | undefined {
    const end = `/${name.replace(/^(?:classpath:)?\/*/, '')}`;
    let found: Readonly<Record<string, string>> | undefined;
    for (const [uri, values] of this.resources) {
      if (!uri.endsWith(end)) continue;
      if (found) return undefined;
      found = values;
    }
    return found;
  }

  templateNamed(name: string, from: ModuleEntry): ModuleEntry | undefined {
    this.templates ??= new Templates(this.modules.values());
    return this.templates.named(name, from.uri);
  }

  resolveImport(from: ModuleEntry, specifier: string): ModuleEntry | undefined {
    let known = this.imports.get(from);
    if (!known) {
      known = new Map();
      this.imports.set(from, known);
    }
    if (known.has(specifier)) return known.get(specifier);
    const exists = (uri: string): boolean => this.exists(uri) || this.packages.has(uri);
    const uri = this.languageOf(from).resolveImport(specifier, from.uri, exists, from.versions);
    const found = uri === undefined ? undefined : (this.modules.get(uri) ?? this.packages.representative(uri));
    known.set(specifier, found);
    return found;
  }

  homeOf(module: ModuleEntry, name: string): ModuleEntry | undefined {
    return this.packages.homeOf(module, name);
  }

  wholeOf(place: ClassPlace): ClassPlace {
    return this.packages.wholeOf(place);
  }

  partsOf(place: ClassPlace): readonly ClassPlace[] {
    return this.packages.partsOf(place);
  }

  resolveType(from: ModuleEntry, type: TypeRef): ResolvedType {
    let known = this.types.get(from);
    if (!known) {
      known = new Map();
      this.types.set(from, known);
    }
    let resolved = known.get(type);
    if (!resolved) {
      resolved = this.makeType(from, type, 0);
      known.set(type, resolved);
    }
    return resolved;
  }

  private makeType(from: ModuleEntry, type: TypeRef, depth: number): ResolvedType {
    const { models } = from;
    const nothing: ResolvedType = { classes: [], nodes: models.none, isScalar: false, isText: false, isList: false };
    if (depth > 4) return nothing;
    const parts = splitUnion(type).filter((part) => !NOTHING.has(part));
    if (parts.length === 0) return nothing;
    if (parts.length > 1)
      return parts
        .slice(0, 6)
        .map((part) => this.makeType(from, part, depth + 1))
        .reduce(joinTypes);
    const [part] = parts;
    const isList = part.endsWith('[]');
    const bare = part.replace(/(?:\[\])+$/, '');
    const open = bare.indexOf('<');
    const name = (open < 0 ? bare : bare.slice(0, open)).trim();
    // A promise or an optional stands for what it holds: waiting and unwrapping are transparent.
    if (open > 0 && TRANSPARENT.test(name)) return this.makeType(from, firstArgument(bare.slice(open)), depth + 1);
    if (isList) return { ...nothing, isList: true };
    const classes = this.classesNamed(from, name);
    let nodes = classes.length > 0 ? models.none : this.nodesOf(from, name);
    for (const place of classes.slice(0, 1)) nodes = nodes.union(this.superclassesOf(place).nodes);
    const names = [name, ...from.ir.typeScope.map((scope) => `${scope}.${name}`)];
    const isEnum =
      classes.length > 0 &&
      classes.every(({ cls }) =>
        cls.supertypes.some((supertype) => /^(?:java\.lang\.Enum|enum#\w*Enum)\b/.test(supertype)),
      );
    return {
      classes,
      nodes,
      isScalar: isEnum || names.some((each) => models.scalarTypes.has(each)),
      isText: TEXT_TYPES.has(name),
      isList: false,
    };
  }

  private nodesOf(from: ModuleEntry, name: string): NodeSet {
    const { models } = from;
    const ofName = (each: string): NodeSet => {
      const declared = models.ofType(each);
      const cls = models.named(each);
      // Values of a class are what calling it gives.
      const made = cls.calls.filter((call) => call.constraints.length === 0).map((call) => call.target);
      return made.length > 0 ? declared.union(models.setOf(made)) : declared;
    };
    let nodes = ofName(name);
    // `module.Type` of a package is `Type` of the package's module.
    const inner = name.includes('#') ? memberOfModule(name) : undefined;
    if (inner) return nodes.union(ofName(`${inner.specifier}#${inner.member}`));
    if (/[.#]/.test(name)) return nodes;
    for (const scope of from.ir.typeScope) {
      if (!nodes.isEmpty) break;
      nodes = ofName(`${scope}.${name}`);
    }
    return nodes;
  }

  private classesNamed(from: ModuleEntry, name: string): readonly ClassPlace[] {
    const hash = name.indexOf('#');
    if (hash >= 0) return this.importedClass(from, name.slice(0, hash), name.slice(hash + 1));
    const own = this.ownClass(from, name);
    if (own) return [own];
    const qualified = this.byQualifiedName.get(name);
    if (qualified && (name.includes('.') || from.ir.typeScope.length === 0))
      return qualified.slice(0, 1).filter((place) => name.includes('.') || place.module === from);
    for (const scope of from.ir.typeScope) {
      const found = this.byQualifiedName.get(`${scope}.${name}`);
      if (found) return found.slice(0, 1);
    }
    return [];
  }

  private importedClass(from: ModuleEntry, specifier: string, member: string): readonly ClassPlace[] {
    const inner = memberOfModule(`${specifier}#${member}`);
    const within = inner ? this.importedClass(from, inner.specifier, inner.member) : [];
    if (within.length > 0) return within;
    const module = this.resolveImport(from, specifier) ?? this.resolveImport(from, `${specifier}.${member}`);
    if (!module) return [];
    const own = this.ownClass(module, member);
    if (own) return [own];
    if (member === 'default' || member === '') {
      const exported = module.ir.classes.filter((cls) => cls.isExported);
      return exported.length === 1 ? [{ module, cls: exported[0] }] : [];
    }
    // Passed on by an index file: the only class of that name.
    const named = this.byName.get(member)?.filter((place) => place.module.ir.language === from.ir.language);
    return named?.length === 1 ? named : [];
  }

  /** A class that a file, or another one of its package, declares. */
  private ownClass(module: ModuleEntry, name: string): ClassPlace | undefined {
    const cls = module.classNamed(name);
    return cls ? this.packages.wholeOf({ module, cls }) : this.packages.classesNamed(module, name)[0];
  }

  superclassesOf(place: ClassPlace): Superclasses {
    const known = this.supers.get(place.cls);
    if (known) return known;
    const { models } = place.module;
    this.supers.set(place.cls, { classes: [], nodes: models.none, statics: models.none });
    const classes: ClassPlace[] = [];
    let nodes = models.none;
    let statics = models.none;
    for (const supertype of place.cls.supertypes) {
      const type = this.resolveType(place.module, supertype);
      nodes = nodes.union(type.nodes);
      if (type.classes.length === 0) statics = statics.union(models.named(supertype.replace(/<.*$/, '')));
      for (const found of type.classes) {
        if (found.cls === place.cls) continue;
        classes.push(found);
        const inherited = this.superclassesOf(found);
        nodes = nodes.union(inherited.nodes);
        statics = statics.union(inherited.statics);
      }
    }
    const result = { classes, nodes, statics };
    this.supers.set(place.cls, result);
    return result;
  }

  subclassesOf(place: ClassPlace): readonly ClassPlace[] {
    this.subclasses ??= this.linkSubclasses();
    const found: ClassPlace[] = [];
    const stack = [place.cls];
    for (let cls = stack.pop(); cls && found.length < MAX_SUBCLASSES; cls = stack.pop()) {
      for (const sub of this.subclasses.get(cls) ?? []) {
        if (found.some((known) => known.cls === sub.cls)) continue;
        found.push(sub);
        stack.push(sub.cls);
      }
    }
    return found;
  }

  private linkSubclasses(): Map<ClassIR, ClassPlace[]> {
    const links = new Map<ClassIR, ClassPlace[]>();
    for (const places of this.byName.values()) {
      for (const place of places) {
        if (place.cls.isPart) continue;
        for (const parent of this.superclassesOf(place).classes) add(links, parent.cls, place);
      }
    }
    this.linkStructural(links);
    return links;
  }

  /** Where classes implement interfaces without saying so, those that have all methods of one do. */
  private linkStructural(links: Map<ClassIR, ClassPlace[]>): void {
    const byMethod = new Map<string, ClassPlace[]>();
    const interfaces: { readonly place: ClassPlace; readonly methods: readonly string[] }[] = [];
    for (const places of this.byName.values()) {
      for (const place of places) {
        if (place.cls.isPart || !this.languageOf(place.module).structural) continue;
        const methods = [...this.methodsOf(place, 0)];
        if (place.cls.isInterface) interfaces.push({ place, methods });
        else for (const method of methods) add(byMethod, method, place);
      }
    }
    for (const { place, methods } of interfaces) {
      const candidates = methods.map((method) => byMethod.get(method) ?? []);
      const [rarest, ...others] = candidates.sort((a, b) => a.length - b.length);
      for (const candidate of rarest ?? []) {
        if (candidate.module.ir.language !== place.module.ir.language) continue;
        if (others.every((list) => list.some(({ cls }) => cls === candidate.cls))) add(links, place.cls, candidate);
      }
    }
  }

  /** Names of a class's methods with the number of their parameters, inherited ones included. */
  private methodsOf(place: ClassPlace, depth: number): Set<string> {
    const found = new Set<string>();
    for (const { module, cls } of [place, ...this.packages.partsOf(place)]) {
      for (const id of cls.methods) {
        const fn = module.ir.functions[id];
        found.add(`${fn.name}/${fn.params.length}`);
      }
    }
    if (depth < MAX_ANCESTORS) {
      for (const parent of this.superclassesOf(place).classes) {
        for (const method of this.methodsOf(parent, depth + 1)) found.add(method);
      }
    }
    return found;
  }
}

function add<K>(map: Map<K, ClassPlace[]>, key: K, place: ClassPlace): void {
  const list = map.get(key);
  if (list) list.push(place);
  else map.set(key, [place]);
}

const NOTHING = new Set(['', 'null', 'undefined', 'None', 'void', 'never']);
const TEXT_TYPES = new Set(['string', 'str', 'String', 'java.lang.String', 'bytes']);
const TRANSPARENT =
  /(?:^|[.#])(?:Promise|PromiseLike|Awaitable|Coroutine|Optional|Annotated|Readonly|Required|Partial|NonNullable|Future|CompletableFuture|Mono)$/;

function joinTypes(a: ResolvedType, b: ResolvedType): ResolvedType {
  return {
    classes: [...a.classes, ...b.classes],
    nodes: a.nodes.union(b.nodes),
    isScalar: a.isScalar && b.isScalar,
    isText: a.isText && b.isText,
    isList: a.isList && b.isList,
  };
}

/** `A|B<C|D>` at its outer bars. */
function splitUnion(type: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < type.length; i++) {
    const c = type[i];
    if (c === '<' || c === '(' || c === '{') depth++;
    else if (c === '>' || c === ')' || c === '}') depth--;
    else if (c === '|' && depth === 0) {
      parts.push(type.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push(type.slice(start).trim());
  return parts;
}

function firstArgument(args: string): string {
  let depth = 0;
  for (let i = 0; i < args.length; i++) {
    const c = args[i];
    if (c === '<') depth++;
    else if (c === '>') depth--;
    if ((c === ',' && depth === 1) || depth === 0) return args.slice(1, i).trim();
  }
  return args.slice(1);
}

/** `package#module.Type` as `package.module#Type`; undefined where the type is named directly. */
function memberOfModule(name: string): { readonly specifier: string; readonly member: string } | undefined {
  const hash = name.indexOf('#');
  const dot = name.lastIndexOf('.');
  if (dot < hash) return undefined;
  const specifier = name.slice(0, hash);
  const separator = specifier.endsWith('.') ? '' : '.';
  return { specifier: `${specifier}${separator}${name.slice(hash + 1, dot)}`, member: name.slice(dot + 1) };
}
