import type { At } from '../../ir/builder';
import type { TypeRef, ValueId } from '../../ir/ir';
import type { Frame, Lowering } from './lower-context';
import { generatedMembers } from './lower-generated';
import { dimensions, modifier, typeRef, withDimensions } from './lower-types';

/** A field as far as names need it. Types are looked up when somebody asks, as they may be declared further down. */
export interface FieldScope {
  readonly isStatic: boolean;
  readonly typeNode: number;
  readonly dimensions: number;
  /** Known from the start, or once asked for. */
  type: TypeRef | undefined;
}

export interface MethodScope {
  /** Of the overloads of a name, whether all are static. */
  isStatic: boolean;
  /** Of the first overload. */
  readonly arity: number;
  readonly typeNode: number;
  readonly dimensions: number;
}

/** One class of the file: what names mean inside of it. */
export class ClassScope {
  readonly fields = new Map<string, FieldScope>();
  readonly methods = new Map<string, MethodScope>();
  readonly types = new Map<string, ClassScope>();
  /** Type parameters by name: the node of the bound or -1. */
  readonly typeParameters = new Map<string, number>();
  /** Names of a record's components in order. */
  readonly components: string[] = [];
  /** Nodes of the superclass and interfaces. */
  readonly superNodes: number[] = [];
  supertypes: readonly TypeRef[] | undefined;

  constructor(
    /** The qualified name. */
    readonly type: TypeRef,
    readonly name: string,
    readonly outer: ClassScope | undefined,
    /** The class of the instance that each of its own keeps: an inner class's outer one. */
    readonly holds: ClassScope | undefined = undefined,
  ) {}
}

/** The field that keeps the outer instance. No program can write the name. */
export function outerField(outer: ClassScope): string {
  return `${outer.name}.this`;
}

/** Member classes nested deeper are not lowered either. */
const MAX_CLASS_DEPTH = 64;
/** Ancestors in the same file that are looked at. */
const MAX_ANCESTORS = 24;

export function isClassLike(cx: Lowering, kind: number): boolean {
  const { k } = cx;
  return (
    kind === k.class_declaration ||
    kind === k.interface_declaration ||
    kind === k.enum_declaration ||
    kind === k.record_declaration ||
    kind === k.annotation_type_declaration
  );
}

/** Notes the members of a class and of the classes in it. `body` holds the members; `n` may be -1 for an anonymous class. */
export function noteClass(cx: Lowering, n: number, body: number, scope: ClassScope): void {
  const open: { n: number; body: number; scope: ClassScope; depth: number }[] = [{ n, body, scope, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { scope: current, depth } = next;
    cx.classes.set(current.type, current);
    if (next.n >= 0) {
      cx.classByNode.set(next.n, current);
      noteHeader(cx, next.n, current);
    }
    for (const member of classMembers(cx, next.body)) {
      if (!isClassLike(cx, cx.kind(member))) noteMember(cx, member, current);
      else if (depth < MAX_CLASS_DEPTH) {
        const name = nameOf(cx, member);
        const holds = isInner(cx, next.n, member) ? current : undefined;
        const inner = new ClassScope(`${current.type}.${name}`, name, current, holds);
        current.types.set(name, inner);
        open.push({ n: member, body: cx.child(member, cx.f.body), scope: inner, depth: depth + 1 });
      }
    }
  }
}

/** Whether objects of a member class belong to one of the class around it. */
function isInner(cx: Lowering, outer: number, member: number): boolean {
  const { k, t } = cx;
  if (cx.kind(member) !== k.class_declaration || modifier(cx, member, t.static)) return false;
  return outer < 0 || (cx.kind(outer) !== k.interface_declaration && cx.kind(outer) !== k.annotation_type_declaration);
}

/** The variable that holds a local class: no program can write the name. */
export function localClassName(name: string): string {
  return `class ${name}`;
}

export function nameOf(cx: Lowering, n: number): string {
  const name = cx.child(n, cx.f.name);
  return name < 0 ? '' : cx.source(name);
}

/** The members of a class's body, those after an enum's constants included. */
export function classMembers(cx: Lowering, body: number): number[] {
  const members: number[] = [];
  if (body < 0) return members;
  for (let c = cx.first(body); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== cx.k.enum_body_declarations) members.push(c);
    else for (let m = cx.first(c); m >= 0; m = cx.after(m)) members.push(m);
  }
  return members;
}

function noteHeader(cx: Lowering, n: number, scope: ClassScope): void {
  const { k, f } = cx;
  noteTypeParameters(cx, cx.child(n, f.type_parameters), (name, bound) => scope.typeParameters.set(name, bound));
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) noteSupertypes(cx, c, scope);
  if (cx.kind(n) === k.record_declaration) {
    const list = cx.child(n, f.parameters);
    for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
      if (cx.kind(c) !== k.formal_parameter) continue;
      const name = nameOf(cx, c);
      scope.components.push(name);
      scope.fields.set(name, fieldScope(cx, cx.child(c, f.type), c, false));
    }
  }
  for (const generated of generatedMembers(cx, n)) {
    scope.fields.set(generated.name, {
      isStatic: generated.isStatic,
      typeNode: -1,
      dimensions: 0,
      type: generated.type,
    });
  }
}

/** The types in a clause of a class's head: its superclass or interfaces. */
export function noteSupertypes(cx: Lowering, clause: number, scope: ClassScope): void {
  const { k } = cx;
  const kind = cx.kind(clause);
  if (kind === k.superclass) {
    const type = cx.first(clause);
    if (type >= 0) scope.superNodes.push(type);
  } else if (kind === k.super_interfaces || kind === k.extends_interfaces) {
    const list = cx.childOf(clause, k.type_list);
    for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) scope.superNodes.push(c);
  }
}

export function noteTypeParameters(cx: Lowering, n: number, found: (name: string, bound: number) => void): void {
  const { k } = cx;
  for (let c = n < 0 ? -1 : cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.type_parameter) continue;
    const name = cx.childOf(c, k.type_identifier);
    const bound = cx.childOf(c, k.type_bound);
    if (name >= 0) found(cx.source(name), bound < 0 ? -1 : cx.first(bound));
  }
}

function fieldScope(cx: Lowering, typeNode: number, declarator: number, isStatic: boolean): FieldScope {
  return { isStatic, typeNode, dimensions: dimensions(cx, cx.child(declarator, cx.f.dimensions)), type: undefined };
}

export function noteMember(cx: Lowering, n: number, scope: ClassScope): void {
  const { k, f, t } = cx;
  switch (cx.kind(n)) {
    case k.field_declaration:
    case k.constant_declaration: {
      const isStatic = cx.kind(n) === k.constant_declaration || modifier(cx, n, t.static);
      for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
        if (cx.kind(c) !== k.variable_declarator) continue;
        scope.fields.set(nameOf(cx, c), fieldScope(cx, cx.child(n, f.type), c, isStatic));
      }
      return;
    }
    case k.enum_constant:
      scope.fields.set(nameOf(cx, n), { isStatic: true, typeNode: -1, dimensions: 0, type: scope.type });
      return;
    case k.method_declaration: {
      const name = nameOf(cx, n);
      const isStatic = modifier(cx, n, t.static);
      const known = scope.methods.get(name);
      if (known) known.isStatic &&= isStatic;
      else {
        scope.methods.set(name, {
          isStatic,
          arity: arityOf(cx, cx.child(n, f.parameters)),
          typeNode: cx.child(n, f.type),
          dimensions: dimensions(cx, cx.child(n, f.dimensions)),
        });
      }
    }
  }
}

/** How many parameters a list has. */
export function arityOf(cx: Lowering, list: number): number {
  let count = 0;
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === cx.k.formal_parameter || cx.kind(c) === cx.k.spread_parameter) count++;
  }
  return count;
}

// ---- types of members ----------------------------------------------------------------------------------------------

export function supertypesOf(cx: Lowering, scope: ClassScope): readonly TypeRef[] {
  if (scope.supertypes) return scope.supertypes;
  // While they are being looked up, a class has none: names in its header are not looked for in its ancestors.
  scope.supertypes = [];
  scope.supertypes = scope.superNodes.map((node) => typeRef(cx, node, scope)).filter((type) => type !== '');
  return scope.supertypes;
}

export function fieldType(cx: Lowering, owner: ClassScope, field: FieldScope): TypeRef {
  field.type ??= withDimensions(typeRef(cx, field.typeNode, owner), field.dimensions);
  return field.type;
}

export function methodType(cx: Lowering, owner: ClassScope, method: MethodScope): TypeRef {
  return withDimensions(typeRef(cx, method.typeNode, owner), method.dimensions);
}

/** The type without its arguments. */
export function rawType(type: TypeRef): TypeRef {
  const args = type.indexOf('<');
  return args < 0 ? type : type.slice(0, args);
}

/** Calls back with a class and its ancestors in this file until something is found. */
function inAncestors<T>(cx: Lowering, scope: ClassScope, find: (scope: ClassScope) => T | undefined): T | undefined {
  const own = find(scope);
  if (own !== undefined || !hasSupertypes(scope)) return own;
  const seen = new Set<ClassScope>([scope]);
  for (const current of seen) {
    const found = current === scope ? undefined : find(current);
    if (found !== undefined) return found;
    for (const type of hasSupertypes(current) ? supertypesOf(cx, current) : []) {
      const ancestor = cx.classes.get(rawType(type));
      if (ancestor && seen.size < MAX_ANCESTORS) seen.add(ancestor);
    }
  }
  return undefined;
}

function hasSupertypes(scope: ClassScope): boolean {
  return scope.superNodes.length > 0 || (scope.supertypes !== undefined && scope.supertypes.length > 0);
}

export interface Found<T> {
  readonly owner: ClassScope;
  readonly member: T;
}

export function findField(cx: Lowering, scope: ClassScope, name: string): Found<FieldScope> | undefined {
  return inAncestors(cx, scope, (owner) => {
    const member = owner.fields.get(name);
    return member && { owner, member };
  });
}

export function findMethod(cx: Lowering, scope: ClassScope, name: string): Found<MethodScope> | undefined {
  return inAncestors(cx, scope, (owner) => {
    const member = owner.methods.get(name);
    return member && { owner, member };
  });
}

export function findType(cx: Lowering, scope: ClassScope, name: string): ClassScope | undefined {
  return inAncestors(cx, scope, (owner) => owner.types.get(name));
}

/** Whether some ancestor is declared in another file, so that members may come from there. */
export function inheritsElsewhere(cx: Lowering, scope: ClassScope): boolean {
  return (
    inAncestors(cx, scope, (current) =>
      supertypesOf(cx, current).some((type) => !cx.classes.has(rawType(type))) ? true : undefined,
    ) ?? false
  );
}

// ---- this ----------------------------------------------------------------------------------------------------------

/** `this` of the innermost class; in code without an instance, the class itself. */
export function thisValue(cx: Lowering, at: At): ValueId {
  for (let frame: Frame | undefined = cx.frame; frame; frame = frame.outer) {
    if (frame.kind === 'method' && frame.hasThis) return thisOfFrame(cx, frame, at);
    if (frame.kind === 'class' && frame.scope) return cx.fn.typeName(frame.scope.type, at);
    if (frame.kind === 'method' && frame.scope) return cx.fn.typeName(frame.scope.type, at);
  }
  return cx.fn.this(at);
}

/** The instance whose members of `scope` are meant here: a method's own, one that surrounds it, or the class itself. */
export function instanceOf(cx: Lowering, scope: ClassScope, at: At): ValueId {
  for (let frame: Frame | undefined = cx.frame; frame; frame = frame.outer) {
    if (frame.kind !== 'method' || !frame.hasThis) continue;
    if (frame.scope === scope) return thisOfFrame(cx, frame, at);
    const isAround = (outer: Frame | undefined): boolean =>
      outer?.kind === 'class' && (outer.scope === scope || isAround(outer.outer));
    if (isAround(frame.outer)) return outerInstance(cx, frame, scope, at);
  }
  return cx.fn.typeName(scope.type, at);
}

/** An inner class keeps the instance it was made for. */
function outerInstance(cx: Lowering, frame: Frame, scope: ClassScope, at: At): ValueId {
  let value = thisOfFrame(cx, frame, at);
  let current = frame.scope;
  while (current?.holds && current !== scope) {
    current = current.holds;
    value = cx.fn.field(value, outerField(current), at);
  }
  return current === scope ? value : cx.fn.typeName(scope.type, at);
}

/** Lambdas and local classes capture the instance like a variable. */
function thisOfFrame(cx: Lowering, frame: Frame, at: At): ValueId {
  if (frame.fn === cx.fn) return cx.fn.this(at);
  if (!frame.thisVariable) {
    frame.thisVariable = frame.fn.declare('this', { functionScope: true });
    const value = frame.fn.this({ start: frame.fn.info.at.start, end: frame.fn.info.at.start });
    frame.fn.writeVariable(frame.thisVariable, value, at);
  }
  return cx.fn.readVariable(frame.thisVariable, at);
}
