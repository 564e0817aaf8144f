import type { ClassPlace, ModuleEntry } from '../dataflow/program';
import type { Language } from '../languages/language';

/** The files that share their names, and which of them declares what. */
interface Package {
  readonly modules: readonly ModuleEntry[];
  /** Made when somebody asks. */
  names: ReadonlyMap<string, ModuleEntry> | undefined;
  classes: ReadonlyMap<string, readonly ClassPlace[]> | undefined;
}

const NO_PLACES: readonly ClassPlace[] = [];

/** Packages of several files, for languages that have them. Where two files declare a name, the first by its uri counts. */
export class Packages {
  private readonly byId = new Map<string, Package>();
  private readonly byModule = new Map<ModuleEntry, Package>();

  constructor(modules: ReadonlyMap<string, ModuleEntry>, languageOf: (module: ModuleEntry) => Language) {
    const files = new Map<string, ModuleEntry[]>();
    for (const module of modules.values()) {
      const id = languageOf(module).packageOf?.(module.uri);
      if (id === undefined) continue;
      const list = files.get(id);
      if (list) list.push(module);
      else files.set(id, [module]);
    }
    for (const [id, list] of files) {
      list.sort((a, b) => (a.uri < b.uri ? -1 : 1));
      const found: Package = { modules: list, names: undefined, classes: undefined };
      this.byId.set(id, found);
      for (const module of list) this.byModule.set(module, found);
    }
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  /** Any file of a package stands for all of them. */
  representative(id: string): ModuleEntry | undefined {
    return this.byId.get(id)?.modules[0];
  }

  /** The file of a module's package that declares a name. */
  homeOf(module: ModuleEntry, name: string): ModuleEntry | undefined {
    const found = this.byModule.get(module);
    if (!found) return undefined;
    found.names ??= namesOf(found.modules);
    return found.names.get(name);
  }

  /** All that a module's package says of a class: where it is declared comes first. */
  classesNamed(module: ModuleEntry, name: string): readonly ClassPlace[] {
    const found = this.byModule.get(module);
    if (!found) return NO_PLACES;
    found.classes ??= classesOf(found.modules);
    return found.classes.get(name) ?? NO_PLACES;
  }

  /** Where the class is declared that this may be a part of. */
  wholeOf(place: ClassPlace): ClassPlace {
    return place.cls.isPart ? (this.classesNamed(place.module, place.cls.name)[0] ?? place) : place;
  }

  /** What other files add to a class. */
  partsOf(place: ClassPlace): readonly ClassPlace[] {
    const all = this.classesNamed(place.module, place.cls.name);
    return all.length > 1 ? all.filter(({ cls }) => cls !== place.cls && cls.isPart) : NO_PLACES;
  }
}

function namesOf(modules: readonly ModuleEntry[]): Map<string, ModuleEntry> {
  const names = new Map<string, ModuleEntry>();
  for (const module of modules) {
    for (const name of module.names) if (!names.has(name)) names.set(name, module);
  }
  return names;
}

function classesOf(modules: readonly ModuleEntry[]): Map<string, ClassPlace[]> {
  const classes = new Map<string, ClassPlace[]>();
  for (const module of modules) {
    for (const cls of module.ir.classes) {
      const list = classes.get(cls.name) ?? [];
      if (cls.isPart) list.push({ module, cls });
      else list.unshift({ module, cls });
      classes.set(cls.name, list);
    }
  }
  return classes;
}
