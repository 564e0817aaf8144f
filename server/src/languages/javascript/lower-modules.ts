import type { At } from '../../ir/builder';
import { NONE, type ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { declaredNames, declareNames, exportDeclaration } from './lower-declarations';
import { namedValue } from './lower-expressions';
import { literalText, stringValue } from './lower-literals';
import { isModuleExports, propertyName } from './lower-patterns';

/** `node:fs` and `fs` are one module. */
function specifierOf(cx: Lowering, n: number): string {
  const text = literalText(cx, n) ?? '';
  const specifier = text.startsWith('node:') ? text.slice(5) : text;
  if (specifier === 'util') cx.importsFormat = true;
  return specifier;
}

function noteImport(cx: Lowering, specifier: string, n: number): void {
  cx.module.imports.push({ specifier, ...cx.at(n) });
}

/** A name in an import or export list, which may be a string. */
function listedName(cx: Lowering, n: number): string {
  return cx.kind(n) === cx.k.string ? stringValue(cx, n) : cx.source(n);
}

// ---- imports -------------------------------------------------------------------------------------------------------

/** One imported name: `member` undefined is the module itself. */
type Found = (name: string, member: string | undefined, isType: boolean, n: number, nameNode: number) => void;

function importedNames(cx: Lowering, n: number, found: Found): void {
  const { k, f, t } = cx;
  const allTypes = cx.has(n, t.type) || cx.has(n, t.typeof);
  const required = cx.childOf(n, k.import_require_clause);
  if (required >= 0) {
    const name = cx.first(required);
    if (name >= 0) found(cx.source(name), undefined, allTypes, required, name);
  }
  const clause = cx.childOf(n, k.import_clause);
  for (let c = clause < 0 ? -1 : cx.first(clause); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (kind === k.identifier) found(cx.source(c), 'default', allTypes, c, c);
    else if (kind === k.namespace_import) {
      const name = cx.first(c);
      if (name >= 0) found(cx.source(name), undefined, allTypes, c, name);
    } else if (kind === k.named_imports) {
      for (let s = cx.first(c); s >= 0; s = cx.after(s)) {
        if (cx.kind(s) !== k.import_specifier) continue;
        const name = cx.child(s, f.name);
        const alias = cx.child(s, f.alias);
        if (name < 0) continue;
        const local = alias < 0 ? name : alias;
        const isType = allTypes || isTypeSpecifier(cx, s);
        found(cx.source(local), listedName(cx, name), isType, s, local);
      }
    }
  }
}

/** `{ type X }`: the keyword is an unnamed node before the name. */
function isTypeSpecifier(cx: Lowering, n: number): boolean {
  const first = cx.tree.firstChild(n);
  return first >= 0 && (cx.kind(first) === cx.t.type || cx.kind(first) === cx.t.typeof) && !cx.tree.isNamed(first);
}

function sourceOf(cx: Lowering, n: number): number {
  const source = cx.child(n, cx.f.source);
  if (source >= 0) return source;
  const required = cx.childOf(n, cx.k.import_require_clause);
  return required < 0 ? -1 : cx.child(required, cx.f.source);
}

/** Before anything runs: declares the names and what they mean as types. */
export function declareImports(cx: Lowering, n: number): void {
  const source = sourceOf(cx, n);
  if (source < 0) return;
  const specifier = specifierOf(cx, source);
  importedNames(cx, n, (name, member, isType) => {
    if (member === undefined || member === 'default') cx.moduleNames.set(name, specifier);
    if (member !== undefined) cx.typeNames.set(name, `${specifier}#${member}`);
    if (!isType) cx.fn.declare(name);
  });
}

export function importStatement(cx: Lowering, n: number): void {
  const source = sourceOf(cx, n);
  if (source < 0) {
    cx.unknown(n);
    return;
  }
  const specifier = specifierOf(cx, source);
  noteImport(cx, specifier, source);
  importedNames(cx, n, (name, member, isType, node, nameNode) => {
    if (!isType) cx.fn.write(name, cx.fn.import(specifier, member, cx.at(node)), cx.at(nameNode));
  });
}

/** `require('x')` and `import('x')` with a literal; undefined for any other argument. */
export function requireCall(cx: Lowering, args: number, at: At): ValueId | undefined {
  const first = cx.first(args);
  if (literalText(cx, first) === undefined) return undefined;
  const specifier = specifierOf(cx, first);
  noteImport(cx, specifier, first);
  for (let c = cx.after(first); c >= 0; c = cx.after(c)) cx.expression(c);
  return cx.fn.import(specifier, undefined, at);
}

/** The specifier of `require('x')`, when the node is that. */
function requiredModule(cx: Lowering, n: number): string | undefined {
  if (n < 0 || cx.kind(n) !== cx.k.call_expression) return undefined;
  const callee = cx.child(n, cx.f.function);
  if (callee < 0 || cx.kind(callee) !== cx.k.identifier || cx.source(callee) !== 'require') return undefined;
  const args = cx.child(n, cx.f.arguments);
  const first = args < 0 ? -1 : cx.first(args);
  return literalText(cx, first) === undefined ? undefined : specifierOf(cx, first);
}

/** Notes what names stand for whose values come from `require`, so that `extends` and decorators can be resolved. */
export function declareRequires(cx: Lowering, n: number): void {
  const { k, f } = cx;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const target = cx.child(c, f.name);
    const value = cx.child(c, f.value);
    if (target < 0 || value < 0) continue;
    if (cx.kind(value) === k.member_expression) {
      const specifier = requiredModule(cx, cx.child(value, f.object));
      const property = cx.child(value, f.property);
      if (specifier !== undefined && property >= 0 && cx.kind(target) === k.identifier) {
        cx.typeNames.set(cx.source(target), `${specifier}#${cx.source(property)}`);
      }
      continue;
    }
    const specifier = requiredModule(cx, value);
    if (specifier === undefined) continue;
    if (cx.kind(target) === k.identifier) {
      cx.moduleNames.set(cx.source(target), specifier);
      cx.typeNames.set(cx.source(target), `${specifier}#default`);
    } else if (cx.kind(target) === k.object_pattern) {
      for (let p = cx.first(target); p >= 0; p = cx.after(p)) {
        if (cx.kind(p) === k.shorthand_property_identifier_pattern)
          cx.typeNames.set(cx.source(p), `${specifier}#${cx.source(p)}`);
        else if (cx.kind(p) === k.pair_pattern) {
          const key = propertyName(cx, cx.child(p, f.key));
          const local = cx.child(p, f.value);
          if (key !== undefined && local >= 0 && cx.kind(local) === k.identifier) {
            cx.typeNames.set(cx.source(local), `${specifier}#${key}`);
          }
        }
      }
    }
  }
}

// ---- exports -------------------------------------------------------------------------------------------------------

export function exportName(cx: Lowering, name: string, value: ValueId, at: At): void {
  const { fn } = cx;
  fn.setField(cx.exportTarget === NONE ? fn.exports(at) : cx.exportTarget, name, value, at);
}

/** Declares what an export statement declares, and notes which names it gives away. */
export function declareExported(cx: Lowering, n: number): boolean {
  const { k, f } = cx;
  const isTop = cx.frame.outer === undefined && cx.exportTarget === NONE;
  const declaration = cx.child(n, f.declaration);
  if (declaration >= 0) {
    if (isTop) declaredNames(cx, declaration, (name) => cx.exportedNames.add(name));
    if (isTop && cx.kind(declaration) === k.interface_declaration) noteName(cx, cx.child(declaration, f.name));
    return declareNames(cx, declaration);
  }
  if (!isTop || cx.child(n, f.source) >= 0) return false;
  noteName(cx, cx.child(n, f.value));
  const clause = cx.childOf(n, k.export_clause);
  for (let c = clause < 0 ? -1 : cx.first(clause); c >= 0; c = cx.after(c)) noteName(cx, cx.child(c, f.name));
  return false;
}

function noteName(cx: Lowering, n: number): void {
  if (n >= 0 && (cx.kind(n) === cx.k.identifier || cx.kind(n) === cx.k.type_identifier))
    cx.exportedNames.add(cx.source(n));
}

/** CommonJS: notes the names that top-level assignments to `module.exports` and its members give away. */
export function noteCommonExports(cx: Lowering, program: number): void {
  const { k, f } = cx;
  for (let c = cx.first(program); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.expression_statement) continue;
    let n = cx.first(c);
    let exports = false;
    // `exports = module.exports = value`
    while (n >= 0 && cx.kind(n) === k.assignment_expression) {
      exports ||= isExportTarget(cx, cx.child(n, f.left));
      n = cx.child(n, f.right);
    }
    if (!exports || n < 0) continue;
    noteName(cx, n);
    if (cx.kind(n) !== k.object) continue;
    for (let p = cx.first(n); p >= 0; p = cx.after(p)) {
      if (cx.kind(p) === k.shorthand_property_identifier) cx.exportedNames.add(cx.source(p));
      else if (cx.kind(p) === k.pair) noteName(cx, cx.child(p, f.value));
    }
  }
}

function isExportTarget(cx: Lowering, n: number): boolean {
  if (n < 0 || cx.kind(n) !== cx.k.member_expression) return false;
  if (isModuleExports(cx, n)) return true;
  const object = cx.child(n, cx.f.object);
  if (object < 0) return false;
  return cx.kind(object) === cx.k.member_expression ? isModuleExports(cx, object) : cx.source(object) === 'exports';
}

export function exportStatement(cx: Lowering, n: number): void {
  const { k, f, t, fn } = cx;
  const at = cx.at(n);
  const declaration = cx.child(n, f.declaration);
  const source = cx.child(n, f.source);
  const value = cx.child(n, f.value);
  const clause = cx.childOf(n, k.export_clause);
  if (declaration >= 0) {
    if (cx.has(n, t.default)) {
      cx.statement(declaration);
      declaredNames(cx, declaration, (name) => exportName(cx, 'default', fn.read(name, at), at));
    } else exportDeclaration(cx, n, declaration);
  } else if (source >= 0) exportFrom(cx, n, source);
  else if (value >= 0) exportName(cx, 'default', namedValue(cx, value, 'default', true), at);
  else if (clause >= 0) {
    // Bindings are live: what the names hold at the end is what importers see.
    if (!cx.has(n, t.type)) cx.pendingExports.push(clause);
  } else if (cx.has(n, t['='])) fn.setExports(cx.expression(cx.first(n), n), at);
  // `export as namespace X` says nothing about this file's code.
  else if (!cx.has(n, t.as)) cx.unknown(n);
}

/** `export … from 'm'`. What `export *` passes on is the field `*` of the exports. */
function exportFrom(cx: Lowering, n: number, source: number): void {
  const { k, fn } = cx;
  const specifier = specifierOf(cx, source);
  const at = cx.at(n);
  noteImport(cx, specifier, source);
  if (cx.has(n, cx.t.type)) return;
  const namespace = cx.childOf(n, k.namespace_export);
  const clause = cx.childOf(n, k.export_clause);
  if (namespace >= 0) {
    const name = cx.first(namespace);
    exportName(cx, name < 0 ? '*' : listedName(cx, name), fn.import(specifier, undefined, cx.at(namespace)), at);
  } else if (clause >= 0) {
    for (let c = cx.first(clause); c >= 0; c = cx.after(c)) {
      const name = exportedAs(cx, c);
      if (name) exportName(cx, name.as, fn.import(specifier, name.name, cx.at(c)), cx.at(c));
    }
  } else exportName(cx, '*', fn.import(specifier, undefined, cx.at(source)), at);
}

function exportedAs(cx: Lowering, n: number): { name: string; as: string } | undefined {
  if (cx.kind(n) !== cx.k.export_specifier || isTypeSpecifier(cx, n)) return undefined;
  const nameNode = cx.child(n, cx.f.name);
  if (nameNode < 0) return undefined;
  const alias = cx.child(n, cx.f.alias);
  const name = listedName(cx, nameNode);
  return { name, as: alias < 0 ? name : listedName(cx, alias) };
}

/** Writes the export lists of the module or namespace that ends here. */
export function flushExports(cx: Lowering): void {
  for (const clause of cx.pendingExports.splice(0)) {
    for (let c = cx.first(clause); c >= 0; c = cx.after(c)) {
      const name = exportedAs(cx, c);
      // Names without a variable are types.
      if (name && cx.fn.lookup(name.name)) exportName(cx, name.as, cx.fn.read(name.name, cx.at(c)), cx.at(c));
    }
  }
}
