import { type FunctionIR, Op, type ValueId } from '../ir/ir';
import { Evaluation, WHOLE } from './evaluation';
import type { Frame } from './frame';
import type { ModuleEntry } from './program';
import { templateVariable } from './templates';
import { join, objectValue, UNKNOWN, type Value, withNodes, withTaints } from './value';

/** What is written to a file's variable is made nearby. */
const STORES_DEPTH = 3;

export function globalValue(evaluation: Evaluation, frame: Frame, i: number, name: string): Value {
  const given = frame.module.ir.template === undefined ? undefined : templateVariable(evaluation, frame, i, name);
  if (given) return given;
  const home = evaluation.program.homeOf(frame.module, name);
  const shared = home && home !== frame.module ? exported(evaluation, home, name) : undefined;
  if (shared) return shared;
  const nodes = frame.module.models.global(name);
  return evaluation.enter(frame, i, withNodes(UNKNOWN, nodes));
}

export function imported(
  evaluation: Evaluation,
  frame: Frame,
  i: number,
  specifier: string,
  member: string | undefined,
): Value {
  const { module } = frame;
  const found = importedModule(evaluation, module, specifier, member);
  if (found) return found;
  const value = withNodes(UNKNOWN, module.models.imported(specifier, member));
  // What a known library has beside what models say of it may be one of its constants.
  const isConstant =
    member !== undefined && (/^[A-Z]/.test(member) || (!value.nodes && module.models.knowsLibrary(specifier)));
  return evaluation.enter(
    frame,
    i,
    isConstant ? { ...value, consts: [{ kind: 'symbol', value: `${specifier}.${member}` }] } : value,
  );
}

export function importedModule(
  evaluation: Evaluation,
  from: ModuleEntry,
  specifier: string,
  member: string | undefined,
): Value | undefined {
  const target = evaluation.program.resolveImport(from, specifier);
  if (member !== undefined && member !== 'default') {
    // A package's submodule is imported like a member of it.
    const separator = specifier.endsWith('.') ? '' : '.';
    const submodule = evaluation.program.resolveImport(from, specifier + separator + member);
    if (target && target !== submodule) {
      const given = exported(evaluation, target, member);
      if (given) return given;
    }
    if (submodule) return objectValue(evaluation.environment(submodule).exports);
  }
  if (!target) return undefined;
  if (member === undefined) return moduleValue(evaluation, target);
  return exported(evaluation, target, member) ?? UNKNOWN;
}

export function moduleValue(evaluation: Evaluation, module: ModuleEntry): Value {
  const { exports } = evaluation.environment(module);
  const replaced = exports.state.fields.get(WHOLE);
  return replaced ? join(objectValue(exports), replaced.value) : objectValue(exports);
}

export function exported(evaluation: Evaluation, module: ModuleEntry, member: string, depth = 0): Value | undefined {
  const home = evaluation.program.homeOf(module, member);
  if (home && home !== module) return exported(evaluation, home, member, depth);
  const { exports } = evaluation.environment(module);
  const { fields } = exports.state;
  const slot = fields.get(member);
  if (slot) return slot.value;
  const replaced = fields.get(WHOLE);
  if (replaced) {
    if (member === 'default') return replaced.value;
    for (const object of replaced.value.objects) {
      const field = object.state.fields.get(member);
      if (field) return field.value;
    }
    for (const cls of replaced.value.classes) {
      const field = cls.statics.state.fields.get(member);
      if (field) return field.value;
    }
  }
  if (member === 'default') return objectValue(exports);
  const passedOn = fields.get('*');
  if (passedOn && depth < 5) {
    for (const object of passedOn.value.objects) {
      const found = object.exportsOf && exported(evaluation, object.exportsOf, member, depth + 1);
      if (found) return found;
    }
  }
  return undefined;
}

export function setExports(evaluation: Evaluation, module: ModuleEntry, value: Value, frame: Frame, id: ValueId): void {
  const { exports } = evaluation.environment(module);
  const fields = new Map(exports.state.fields);
  fields.set(WHOLE, { value, module: frame.module, start: frame.start(id), end: frame.end(id) });
  evaluation.heap.write(exports, { ...exports.state, fields });
}

export function typeName(evaluation: Evaluation, frame: Frame, i: number, name: string): Value {
  const { module } = frame;
  const { classes } = evaluation.program.resolveType(module, name);
  if (classes.length > 0) {
    for (const place of classes) evaluation.dependencies.file(place.module.uri);
    return { ...UNKNOWN, classes: classes.map((place) => evaluation.classRefOf(place.module, place.cls.id)) };
  }
  let nodes = module.models.named(name);
  for (const scope of module.ir.typeScope) {
    if (!nodes.isEmpty) break;
    nodes = module.models.named(`${scope}.${name}`);
  }
  return evaluation.enter(frame, i, withNodes(UNKNOWN, nodes));
}

export function loadCell(evaluation: Evaluation, frame: Frame, ownerId: number, cell: number): Value {
  const { module } = frame;
  let owner = frame.owner(ownerId);
  if (!owner && ownerId === 0) owner = evaluation.environment(module).frame;
  if (!owner) return UNKNOWN;
  let value: Value | undefined = owner.stored.get(cell);
  if (owner.fn.kind === 'module' && owner !== frame) {
    const stored = storesOf(evaluation, module).get(cell);
    if (stored) value = join(value, stored);
    const here = evaluation.localStores.get(owner)?.get(cell);
    if (here) value = join(value, here);
  }
  const { values } = owner.fn.cells[cell];
  for (const id of values) {
    const isImport = owner !== frame && owner.fn.ops[id] === Op.Import;
    const written = isImport ? liveImport(evaluation, owner, id) : owner.values[id];
    if (written !== undefined && (owner.reached[id] === 1 || owner.values[id] !== undefined))
      value = join(value, written);
  }
  if (owner.fn.kind === 'module' && value === undefined) return UNKNOWN;
  return value ?? UNKNOWN;
}

/** Files that import each other: what was not there yet when the name was bound is there now. */
export function liveImport(evaluation: Evaluation, owner: Frame, id: ValueId): Value | undefined {
  const known = owner.values[id];
  const { strings } = owner.module.ir;
  const b = owner.fn.b[id];
  if (known && (known.nodes || known.closures.length > 0 || known.classes.length > 0 || known.objects.length > 0))
    return known;
  return importedModule(evaluation, owner.module, strings[owner.fn.a[id]], b < 0 ? undefined : strings[b]) ?? known;
}

export function storeCell(evaluation: Evaluation, frame: Frame, ownerId: number, cell: number, value: Value): void {
  const owner = frame.owner(ownerId);
  if (!owner) return;
  let stored = owner.stored;
  if (owner.fn.kind === 'module' && owner !== frame) {
    // A file's variables outlive the root that writes them; what the root wrote is undone with the rest.
    evaluation.heap.olderWrites++;
    stored = evaluation.localStores.get(owner) ?? new Map<number, Value>();
    evaluation.localStores.set(owner, stored);
  }
  const known = stored.get(cell);
  stored.set(cell, known ? join(known, value) : value);
}

/**
 * What functions of a file write to its variables, whoever calls them: what the values are, not what a request put
 * into them.
 */
export function storesOf(evaluation: Evaluation, module: ModuleEntry): ReadonlyMap<number, Value> {
  const environment = evaluation.environment(module);
  if (environment.stores || !environment.isComplete) return environment.stores ?? new Map();
  const stores = new Map<number, Value>();
  environment.stores = stores;
  const options = { ...evaluation.session.options, maxDepth: STORES_DEPTH };
  try {
    for (const fn of module.ir.functions) {
      if (fn.id === 0 || fn.parent > 0 || !storesToModule(evaluation, module, fn)) continue;
      const own = new Evaluation(evaluation.session, evaluation.checkpoint, options);
      const cls = fn.owner >= 0 ? evaluation.classRefOf(module, fn.owner) : undefined;
      own.activateAsRoot({ module, fn, env: environment.frame, cls, receiver: undefined }, undefined, undefined);
      for (const [cell, value] of own.localStores.get(environment.frame as Frame) ?? []) {
        const kept = withTaints({ ...value, consts: undefined }, []);
        const known = stores.get(cell);
        stores.set(cell, known ? join(known, kept) : kept);
      }
      environment.dependencies.result(own.dependencies);
    }
  } catch (error) {
    environment.stores = undefined;
    throw error;
  }
  return stores;
}

export function storesToModule(evaluation: Evaluation, module: ModuleEntry, fn: FunctionIR): boolean {
  for (let i = 0; i < fn.size; i++) {
    if (fn.ops[i] === Op.StoreCell && fn.a[i] === 0) return true;
    if (fn.ops[i] === Op.Func && storesToModule(evaluation, module, module.ir.functions[fn.a[i]])) return true;
  }
  return false;
}
