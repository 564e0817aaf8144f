import type { At, Variable } from '../../ir/builder';
import { NONE, type TypeRef, type ValueId } from '../../ir/ir';
import type { Frame, Lowering } from './lower-context';
import {
  type ClassScope,
  type FieldScope,
  type Found,
  fieldType,
  findField,
  findMethod,
  findType,
  inheritsElsewhere,
  instanceOf,
  type MethodScope,
  rawType,
  thisValue,
} from './lower-scopes';
import { isCapitalised, isConstantName, knownType } from './lower-types';

/** What a simple name means as a value. */
export type Meaning =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | ({ readonly kind: 'field' } & Found<FieldScope>)
  | { readonly kind: 'imported'; readonly type: TypeRef };

export function meaningOf(cx: Lowering, name: string): Meaning | undefined {
  for (let frame: Frame | undefined = cx.frame; frame; frame = frame.outer) {
    if (frame.kind === 'class') {
      const found = frame.scope && findField(cx, frame.scope, name);
      if (found) return { kind: 'field', ...found };
    } else if (frame.fn.declaresLocally(name)) {
      const variable = frame.fn.lookup(name);
      if (variable) return { kind: 'variable', variable };
    }
  }
  const type = cx.staticImports.get(name);
  return type === undefined ? undefined : { kind: 'imported', type };
}

/** The declared type of what a name means, '' when unknown. */
export function typeOfMeaning(cx: Lowering, meaning: Meaning | undefined): TypeRef {
  if (meaning?.kind === 'variable') return meaning.variable.type;
  return meaning?.kind === 'field' ? fieldType(cx, meaning.owner, meaning.member) : '';
}

/** The class that a member which no class of the file declares is taken from: one with ancestors elsewhere, else the innermost. */
function heir(cx: Lowering): { scope: ClassScope; inherits: boolean } | undefined {
  let innermost: ClassScope | undefined;
  for (let frame: Frame | undefined = cx.frame; frame; frame = frame.outer) {
    if (frame.kind !== 'class' || !frame.scope) continue;
    if (inheritsElsewhere(cx, frame.scope)) return { scope: frame.scope, inherits: true };
    innermost ??= frame.scope;
  }
  return innermost && { scope: innermost, inherits: false };
}

/** The object whose member a name is that nothing in the file declares; undefined outside of classes. */
function unknownOwner(cx: Lowering, at: At): ValueId | undefined {
  const found = heir(cx);
  if (!found?.inherits && cx.staticWildcards.length === 1) return cx.fn.typeName(cx.staticWildcards[0], at);
  return found && instanceOf(cx, found.scope, at);
}

/** The object whose field a name means. */
export function ownerOf(cx: Lowering, meaning: Exclude<Meaning, { kind: 'variable' }>, at: At): ValueId {
  if (meaning.kind === 'imported') return cx.fn.typeName(meaning.type, at);
  const { owner, member } = meaning;
  return member.isStatic ? cx.fn.typeName(owner.type, at) : instanceFor(cx, owner, at);
}

/** The instance that has a member of `owner`: of the class itself or of one that inherits from it. */
export function instanceFor(cx: Lowering, owner: ClassScope, at: At): ValueId {
  for (let frame: Frame | undefined = cx.frame; frame; frame = frame.outer) {
    if (frame.kind !== 'class' || !frame.scope) continue;
    if (frame.scope === owner || isAncestor(cx, frame.scope, owner)) return instanceOf(cx, frame.scope, at);
  }
  return thisValue(cx, at);
}

function isAncestor(cx: Lowering, scope: ClassScope, owner: ClassScope): boolean {
  for (const [name, field] of owner.fields) if (findField(cx, scope, name)?.member === field) return true;
  for (const [name, method] of owner.methods) if (findMethod(cx, scope, name)?.member === method) return true;
  return false;
}

/** A simple name as a value. */
export function identifier(cx: Lowering, n: number): ValueId {
  const name = cx.source(n);
  const at = cx.at(n);
  // A name that parsing made up is empty.
  if (name === '') return cx.fn.opaque('missing', [], at);
  const meaning = meaningOf(cx, name);
  if (meaning) return meaningValue(cx, meaning, name, n);
  // A type is no value, so a capital letter that is not a known type's is an inherited constant's.
  const type = isCapitalised(name) && !isConstantName(name) ? knownType(cx, name) : undefined;
  return type === undefined ? unknownName(cx, name, n) : cx.fn.typeName(type, at);
}

function meaningValue(cx: Lowering, meaning: Meaning, name: string, n: number): ValueId {
  if (meaning.kind === 'variable') return cx.fn.read(name, cx.at(n));
  return cx.fn.field(ownerOf(cx, meaning, cx.before(n)), name, cx.at(n));
}

/** An inherited field, or in code without a class a name that nothing declares. */
function unknownName(cx: Lowering, name: string, n: number): ValueId {
  const owner = unknownOwner(cx, cx.before(n));
  return owner === undefined ? cx.fn.global(name, cx.at(n)) : cx.fn.field(owner, name, cx.at(n));
}

/** Where an assignment to a name that nothing in the file declares goes; undefined outside of classes. */
export function unknownTarget(cx: Lowering, n: number): ValueId | undefined {
  return unknownOwner(cx, cx.before(n));
}

// ---- paths ---------------------------------------------------------------------------------------------------------

export interface Path {
  readonly value: ValueId;
  /** The outermost node that the value covers. */
  readonly node: number;
}

/**
 * The beginning of a chain: a variable, a field, or a type with the packages and classes it is qualified by. Nodes up to
 * `top` belong to the chain.
 */
export function namePath(cx: Lowering, leaf: number, top: number): Path {
  const name = cx.source(leaf);
  const meaning = name === '' ? undefined : meaningOf(cx, name);
  if (meaning) return { value: meaningValue(cx, meaning, name, leaf), node: leaf };
  const found = typePath(cx, leaf, top);
  if (!found) return { value: name === '' ? identifier(cx, leaf) : unknownName(cx, name, leaf), node: leaf };
  let { type, node } = found;
  while (node !== top) {
    const parent = cx.tree.parent(node);
    if (cx.kind(parent) !== cx.k.field_access || cx.has(parent, cx.k.super)) break;
    const member = cx.child(parent, cx.f.field);
    if (member < 0) break;
    if (cx.kind(member) === cx.k.this) {
      // `Outer.this`
      const scope = cx.classes.get(rawType(type));
      const at = cx.at(parent);
      return { value: scope ? instanceOf(cx, scope, at) : thisValue(cx, at), node: parent };
    }
    const nested = nestedType(cx, type, cx.source(member), parent, top);
    if (nested === undefined) break;
    type = nested;
    node = parent;
  }
  return { value: cx.fn.typeName(type, cx.at(node)), node };
}

function typePath(cx: Lowering, leaf: number, top: number): { type: TypeRef; node: number } | undefined {
  const name = cx.source(leaf);
  const known = knownType(cx, name);
  if (known !== undefined) return { type: known, node: leaf };
  if (isCapitalised(name)) return isConstantName(name) ? undefined : { type: name, node: leaf };
  const parts = [name];
  for (let node = leaf; node !== top; ) {
    node = cx.tree.parent(node);
    if (cx.kind(node) !== cx.k.field_access) return undefined;
    const member = cx.child(node, cx.f.field);
    if (member < 0) return undefined;
    const part = cx.source(member);
    parts.push(part);
    if (!isCapitalised(part)) continue;
    // `limits.Max` may be a constant of an inherited field's class.
    return parts.length > 2 || !heir(cx)?.inherits ? { type: parts.join('.'), node } : undefined;
  }
  return undefined;
}

function isClassName(name: string): boolean {
  return isCapitalised(name) && name.length > 1 && !isCapitalised(name[1]);
}

/** The class that `type.name` names, when it is one and not a constant. */
function nestedType(cx: Lowering, type: TypeRef, name: string, access: number, top: number): TypeRef | undefined {
  const scope = cx.classes.get(rawType(type));
  if (scope) return findType(cx, scope, name)?.type;
  // Something must follow, since a class is no value, and the name must look like a class's: `Entry`, not `MAX`.
  if (access === top || !isClassName(name)) return undefined;
  const { k } = cx;
  const parent = cx.kind(cx.tree.parent(access));
  return parent === k.field_access || parent === k.method_invocation ? `${type}.${name}` : undefined;
}

/** The type an expression names, for `Type::method`; undefined when it is a value. */
export function typeNamed(cx: Lowering, n: number): TypeRef | undefined {
  const { k } = cx;
  let leaf = n;
  while (leaf >= 0 && cx.kind(leaf) === k.field_access) leaf = cx.child(leaf, cx.f.object);
  if (leaf < 0 || cx.kind(leaf) !== k.identifier || meaningOf(cx, cx.source(leaf))) return undefined;
  const found = typePath(cx, leaf, n);
  if (!found) return undefined;
  let { type, node } = found;
  while (node !== n) {
    node = cx.tree.parent(node);
    const member = cx.child(node, cx.f.field);
    const name = member < 0 ? '' : cx.source(member);
    const scope = cx.classes.get(rawType(type));
    const inner = scope && findType(cx, scope, name)?.type;
    if (inner === undefined && !isClassName(name)) return undefined;
    type = inner ?? `${type}.${name}`;
  }
  return type;
}

// ---- methods -------------------------------------------------------------------------------------------------------

export function methodNamed(cx: Lowering, name: string): Found<MethodScope> | undefined {
  for (let frame: Frame | undefined = cx.frame; frame; frame = frame.outer) {
    const found = frame.kind === 'class' && frame.scope ? findMethod(cx, frame.scope, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** What `name(…)` calls: a method of the class, of one around it, of an ancestor, or one imported by its name. */
export function unqualifiedCallee(cx: Lowering, n: number): ValueId {
  if (n < 0) return cx.fn.opaque('missing', [], cx.fn.info.at);
  const name = cx.source(n);
  const at = cx.at(n);
  const found = methodNamed(cx, name);
  const before = cx.before(n);
  let owner: ValueId | undefined;
  if (found) {
    owner = found.member.isStatic ? cx.fn.typeName(found.owner.type, before) : instanceFor(cx, found.owner, before);
  } else {
    const imported = cx.staticImports.get(name);
    // Code without a class: methods are functions of the file.
    if (!imported && !cx.scope) return cx.fn.read(name, at);
    owner = imported === undefined ? unknownOwner(cx, before) : cx.fn.typeName(imported, before);
  }
  return cx.fn.field(owner ?? NONE, name, at);
}
