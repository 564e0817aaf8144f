import type { Environment, Session } from '../../dataflow/evaluation';
import type { ClassPlace, ModuleEntry } from '../../dataflow/program';
import type { Given } from '../../dataflow/routing';
import { join, onlyString, type Value } from '../../dataflow/value';

interface Member {
  readonly value: Value;
  readonly module: ModuleEntry;
  readonly start: number;
  readonly end: number;
}

/** What names of annotations and class members mean, read from what files' own code has computed. */
export class NameReader {
  constructor(private readonly session: Session) {}

  /** A name as annotations have it: `spec#member`, or one of the file's own. */
  find(module: ModuleEntry, name: string): Given | undefined {
    const value = this.valueOf(module, name);
    return value && givenBy(module, name.replace(/^.*[.#]/, ''), value);
  }

  /** A constant text: a variable of the file, or a static member of a class (`Paths.USERS`). */
  text(module: ModuleEntry, name: string): string | undefined {
    const own = onlyString(this.member(module, name));
    if (own !== undefined) return own;
    const dot = name.lastIndexOf('.');
    const places =
      dot < 0
        ? module.ir.classes.map((cls) => ({ module, cls }))
        : this.session.program.resolveType(module, name.slice(0, dot)).classes;
    for (const place of places) {
      const text = onlyString(this.classMember(place, name.slice(dot + 1))?.value);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** Every text in what a file exports under a name, keys of maps left out. */
  textsOf(module: ModuleEntry, name: string): readonly string[] {
    const value = this.session.environments.get(module.uri)?.exports.state.fields.get(name)?.value;
    return value ? textsIn(value, 4) : [];
  }

  exported(module: ModuleEntry, name: string): Given | undefined {
    const value = this.session.environments.get(module.uri)?.exports.state.fields.get(name)?.value;
    return value && givenBy(module, name, value);
  }

  private valueOf(module: ModuleEntry, name: string): Value | undefined {
    const hash = name.indexOf('#');
    if (hash >= 0) {
      const target = this.session.program.resolveImport(module, name.slice(0, hash));
      if (target) return this.member(target, name.slice(hash + 1));
      return { ...NOTHING, nodes: module.models.named(name) };
    }
    const own = this.member(module, name);
    if (own) return own;
    const [place] = this.session.program.resolveType(module, name).classes;
    if (place) return { ...NOTHING, classes: [{ ...place, env: undefined, statics: undefined as never }] };
    return undefined;
  }

  private member(module: ModuleEntry, name: string, depth = 3): Value | undefined {
    const environment = this.session.environments.get(module.uri);
    if (!environment) return undefined;
    const [head, ...rest] = name.split('.');
    let value = environment.exports.state.fields.get(head)?.value ?? variable(environment, head);
    if (!value && depth > 0) {
      for (const object of environment.exports.state.fields.get('*')?.value.objects ?? []) {
        if (object.exportsOf) value ??= this.member(object.exportsOf, head, depth - 1);
      }
    }
    for (const part of rest) {
      const slots = (value?.objects ?? []).flatMap(({ state }) => state.fields.get(part)?.value ?? []);
      value = slots.length > 0 ? slots.reduce((a: Value, b) => join(a, b)) : undefined;
    }
    return value;
  }

  /** What a class, or one that it extends, says of itself under a name. */
  classMember({ module, cls }: ClassPlace, name: string, depth = 6): Member | undefined {
    const frame = this.session.environments.get(module.uri)?.frame;
    const slot = frame?.classRefs.get(cls.id)?.statics.state.fields.get(name);
    if (slot) return { value: slot.value, module, start: Math.max(slot.start, 0), end: Math.max(slot.end, 0) };
    if (depth === 0) return undefined;
    for (const parent of this.session.program.superclassesOf({ module, cls }).classes) {
      const found = this.classMember(parent, name, depth - 1);
      if (found) return found;
    }
    return undefined;
  }
}

const NOTHING: Value = {
  consts: undefined,
  nodes: undefined,
  taints: [],
  objects: [],
  closures: [],
  classes: [],
  flags: 0,
  prefix: undefined,
};

function variable({ frame, module }: Environment, name: string): Value | undefined {
  const cell = module.ir.functions[0].cells.find((one) => one.name === name);
  let value: Value | undefined;
  for (const id of cell?.values ?? []) {
    const written = frame?.values[id];
    if (written) value = join(value, written);
  }
  return value;
}

export function givenBy(module: ModuleEntry, name: string, value: Value): Given {
  return {
    name,
    module,
    start: 0,
    end: 0,
    functions: value.closures.map(({ module: home, fn }) => ({ module: home, fn })),
    makers: [],
    classes: value.classes.map(({ module: home, cls }) => ({ module: home, cls })),
    controls: [...new Set(value.nodes?.controls ?? [])],
    routers: [],
    inner: [],
    isWrapper: false,
  };
}

function textsIn(value: Value, depth: number): string[] {
  const own = (value.consts ?? []).flatMap((constant) => (typeof constant.value === 'string' ? [constant.value] : []));
  if (depth === 0) return own;
  for (const { state } of value.objects) {
    for (const slot of state.fields.values()) own.push(...textsIn(slot.value, depth - 1));
    if (state.rest) own.push(...textsIn(state.rest, depth - 1));
  }
  return own;
}
