import type { Variable } from '../../ir/builder';
import type { Lowering } from './lower-context';
import { aliasName, listedNames, lookupName, writeName } from './lower-names';

/**
 * `import a.b as c` is the module `a.b`; `import a.b` binds `a`, and `a.b` in the code after it is again the module `a.b`
 * (see `dottedModule`). `from m import x` is the member `x` of `m`, which may be a module itself. Relative specifiers
 * keep their dots. What a module's names hold at its end are the fields of its exports; `from m import *` is their
 * field `*`, as a re-export of everything is.
 */
export interface ImportedName {
  readonly local: string;
  readonly specifier: string;
  /** Undefined for the module itself. */
  readonly member: string | undefined;
  /** `a.b.c` of `import a.b.c`, which binds `a`. */
  readonly dotted: string | undefined;
  readonly node: number;
  readonly nameNode: number;
}

/** A module's name as written, without the blanks it may hold. */
function specifierText(cx: Lowering, n: number): string {
  if (n < 0) return '';
  const text = cx.source(n);
  return isPlain(text) ? text : text.replaceAll(/[\s\\]+/g, '');
}

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= BLANK || code === BACKSLASH || code > ASCII) return false;
  }
  return true;
}

const BLANK = 32;
const BACKSLASH = 92;
const ASCII = 127;

/** What an import statement names, read once. */
export function importedNames(cx: Lowering, n: number): readonly ImportedName[] {
  let names = cx.imports.get(n);
  if (!names) {
    names = readImport(cx, n);
    cx.imports.set(n, names);
  }
  return names;
}

function readImport(cx: Lowering, n: number): ImportedName[] {
  const { k, f } = cx;
  const names: ImportedName[] = [];
  const isFrom = cx.kind(n) === k.import_from_statement;
  const source = specifierText(cx, isFrom ? cx.child(n, f.module_name) : -1);
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.tree.fieldOf(c) !== f.name) continue;
    const isAliased = cx.kind(c) === k.aliased_import;
    const path = isAliased ? cx.child(c, f.name) : c;
    const alias = isAliased ? cx.child(c, f.alias) : -1;
    const first = path < 0 ? -1 : cx.first(path);
    const name = specifierText(cx, path);
    if (first < 0 || name === '') continue;
    const nameNode = alias < 0 ? first : alias;
    const local = cx.source(nameNode);
    const isRoot = !isFrom && alias < 0;
    names.push({
      local,
      specifier: isFrom ? source : isRoot ? local : name,
      member: isFrom ? name : undefined,
      dotted: isRoot ? name : undefined,
      node: c,
      nameNode,
    });
  }
  return names;
}

/** Before anything runs: what imports anywhere in the file say about names, and what `global` declares for the module. */
export function noteImports(cx: Lowering): void {
  const { k, tree } = cx;
  const { kinds } = tree;
  const { naming } = cx.dialect;
  for (let n = 0; n < tree.size; n++) {
    const kind = kinds[n];
    if (naming[kind] === 0) continue;
    if (kind === k.import_statement || kind === k.import_from_statement) noteImport(cx, n);
    else if (kind === k.global_statement) {
      for (const name of listedNames(cx, n)) {
        cx.moduleFn.declare(name, { functionScope: true });
        cx.exportedNames.add(name);
      }
    }
  }
  for (let n = cx.first(0); n >= 0; n = cx.after(n)) noteTypeAlias(cx, n);
}

function noteImport(cx: Lowering, n: number): void {
  const isTop = cx.tree.parent(n) === 0;
  for (const { local, specifier, member, dotted } of importedNames(cx, n)) {
    // Imports of the module itself say more about a name than those inside of a function.
    if (member !== undefined) {
      if (isTop || !cx.typeNames.has(local)) cx.typeNames.set(local, `${specifier}#${member}`);
    } else if (isTop || !cx.moduleNames.has(local)) cx.moduleNames.set(local, specifier);
    if (dotted?.includes('.')) {
      const modules = cx.dottedModules.get(local) ?? new Set();
      for (let dot = dotted.indexOf('.'); dot >= 0; dot = dotted.indexOf('.', dot + 1))
        modules.add(dotted.slice(0, dot));
      modules.add(dotted);
      modules.delete(local);
      cx.dottedModules.set(local, modules);
    }
  }
  if (cx.has(n, cx.k.wildcard_import)) cx.wildcards.push(specifierText(cx, cx.child(n, cx.f.module_name)));
}

/** Calls whose result, and generics whose application, is a type when a module names it. */
const TYPE_MAKERS =
  /^(?:[\w.]+\.)?(?:Annotated|Optional|Union|List|Dict|Set|Tuple|Type|Literal|list|dict|set|tuple|type)\s*\[|^(?:[\w.]+\.)?NewType\s*\(/;

/** `X = Annotated[…]`, `X = NewType('X', int)`, `X: TypeAlias = …`, `type X = …` at the top level. */
function noteTypeAlias(cx: Lowering, n: number): void {
  const { k, f } = cx;
  if (cx.kind(n) === k.type_alias_statement) {
    const name = aliasName(cx, n);
    const value = cx.child(n, f.right);
    if (name !== undefined && value >= 0) cx.typeAliases.set(name, value);
    return;
  }
  const assignment = cx.kind(n) === k.expression_statement ? cx.first(n) : -1;
  if (assignment < 0 || cx.kind(assignment) !== k.assignment) return;
  const left = cx.child(assignment, f.left);
  const right = cx.child(assignment, f.right);
  if (left < 0 || right < 0 || cx.kind(left) !== k.identifier) return;
  const type = cx.child(assignment, f.type);
  const isDeclared = type >= 0 && cx.source(type).endsWith('TypeAlias');
  const kind = cx.kind(right);
  if (isDeclared || ((kind === k.subscript || kind === k.call) && TYPE_MAKERS.test(cx.source(right).slice(0, 80)))) {
    cx.typeAliases.set(cx.source(left), right);
  }
}

export function importStatement(cx: Lowering, n: number): void {
  const { fn, module } = cx;
  for (const { local, specifier, member, dotted, node, nameNode } of importedNames(cx, n)) {
    const at = cx.at(node);
    module.imports.push({ specifier: dotted ?? specifier, ...at });
    // The member may be a module of its own.
    if (member !== undefined) module.imports.push({ specifier: memberModule(specifier, member), ...at });
    writeName(cx, local, fn.import(specifier, member, at), cx.at(nameNode));
    const variable = dotted === undefined ? undefined : lookupName(cx, local);
    if (variable) cx.moduleVariables.add(variable);
  }
  const wildcard = cx.childOf(n, cx.k.wildcard_import);
  if (wildcard < 0) return;
  const source = cx.child(n, cx.f.module_name);
  const specifier = specifierText(cx, source);
  const at = cx.at(source < 0 ? n : source);
  module.imports.push({ specifier, ...at });
  fn.setField(fn.exports(at), '*', fn.import(specifier, undefined, at), cx.at(n));
}

function memberModule(specifier: string, member: string): string {
  return specifier.endsWith('.') ? specifier + member : `${specifier}.${member}`;
}

/** Whether a name is bound by `import a.b`, so that `a.b` in the code means the module. */
export function dottedModules(cx: Lowering, name: string): ReadonlySet<string> | undefined {
  const modules = cx.dottedModules.get(name);
  if (!modules) return undefined;
  const variable = lookupName(cx, name);
  return variable && (cx.moduleVariables.has(variable) || isUnwritten(variable)) ? modules : undefined;
}

function isUnwritten(variable: Variable): boolean {
  return variable.values.length === 0;
}

/** At the module's end, the values of its names are what importers see. */
export function exportNames(cx: Lowering): void {
  const { fn } = cx;
  const end = cx.text.length;
  const at = { start: end, end };
  for (const name of cx.exportedNames) {
    const variable = fn.lookup(name);
    if (variable) fn.setField(fn.exports(at), name, fn.readVariable(variable, at), at);
  }
}
