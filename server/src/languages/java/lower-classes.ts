import type { At, ClassBuilder } from '../../ir/builder';
import { type Annotation, ArrayKind, type TypeRef, type ValueId } from '../../ir/ir';
import { brokenMembers, opensBody } from './lower-broken';
import { entries } from './lower-chains';
import type { Lowering } from './lower-context';
import { addParameters, method, type Parameter, parametersOf } from './lower-functions';
import { type Generated, generated, generatedMembers } from './lower-generated';
import {
  ClassScope,
  classMembers,
  fieldType,
  isClassLike,
  nameOf,
  noteClass,
  outerField,
  supertypesOf,
} from './lower-scopes';
import { blockStatement } from './lower-statements';
import {
  annotationsOf,
  declaredTypeOf,
  dimensions,
  isAnnotation,
  modifier,
  typeRef,
  withDimensions,
} from './lower-types';

/** A class costs several frames of the stack. */
const CLASS_LEVELS = 4;

/** What the members of a class have in common. */
export interface Members {
  readonly cls: ClassBuilder;
  readonly scope: ClassScope;
  readonly value: ValueId;
  /** Members of interfaces and annotation types are public; their fields are static. */
  readonly isInterface: boolean;
  readonly node: number;
  readonly generated: Generated;
  /** Fields with a value and blocks, which run for each new object. */
  readonly instanceCode: number[];
}

/** Lowers a class declaration that has been noted. A local one is bound to a variable. */
export function lowerClass(cx: Lowering, n: number, bind?: (value: ValueId) => void): void {
  const scope = cx.classByNode.get(n);
  if (!scope) return;
  const { f, k } = cx;
  const kind = cx.kind(n);
  cx.nested(
    n,
    CLASS_LEVELS,
    () =>
      void buildClass(cx, {
        node: n,
        at: cx.at(n),
        annotations: annotationsOf(cx, n),
        scope,
        body: cx.child(n, f.body),
        name: scope.name,
        isInterface: kind === k.interface_declaration || kind === k.annotation_type_declaration,
        isExported: !bind && !modifier(cx, n, cx.t.private),
        bind,
      }),
    () => undefined,
  );
}

/** The class of `new Type(…) { … }` or of an enum's constant with a body. */
export function anonymousClass(cx: Lowering, n: number, body: number, supertypes: readonly TypeRef[]): ValueId {
  const outer = cx.scope?.type ?? cx.packageName;
  const name = `$${++cx.anonymousClasses}`;
  const scope = new ClassScope(outer === '' ? name : `${outer}.${name}`, '', cx.scope);
  scope.supertypes = supertypes;
  noteClass(cx, -1, body, scope);
  return cx.nested(
    n,
    CLASS_LEVELS,
    () =>
      buildClass(cx, {
        node: n,
        at: cx.at(n),
        annotations: [],
        scope,
        body,
        name: '',
        isInterface: false,
        isExported: false,
      }),
    () => cx.fn.opaque('nesting', [], cx.at(n)),
  );
}

export interface ClassParts {
  /** The declaration or the expression that makes it, -1 where it is in pieces. */
  readonly node: number;
  readonly at: At;
  readonly annotations: readonly Annotation[];
  readonly scope: ClassScope;
  readonly body: number;
  readonly name: string;
  readonly isInterface: boolean;
  readonly isExported: boolean;
  /** Names the class before its members are lowered, which may use it. */
  readonly bind?: (value: ValueId) => void;
  /** Lowers the members, where they are not those of `body`. */
  readonly members?: (members: Members) => void;
}

export function buildClass(cx: Lowering, parts: ClassParts): ValueId {
  const { node, scope, at } = parts;
  const isEnum = node >= 0 && cx.kind(node) === cx.k.enum_declaration;
  return cx.inClass(scope, () => {
    const cls = cx.module.class({
      name: parts.name,
      qualifiedName: scope.type,
      isInterface: parts.isInterface,
      isExported: parts.isExported,
      supertypes: isEnum ? ['java.lang.Enum', ...supertypesOf(cx, scope)] : supertypesOf(cx, scope),
      annotations: parts.annotations,
      at,
    });
    const value = cx.fn.classValue(cls, at);
    parts.bind?.(value);
    const isDeclaration = node >= 0 && isClassLike(cx, cx.kind(node));
    const members: Members = {
      cls,
      scope,
      value,
      isInterface: parts.isInterface,
      node,
      generated: generated(cx, isDeclaration ? node : -1),
      instanceCode: [],
    };
    const { holds } = scope;
    if (holds) cls.fields.push({ name: outerField(holds), type: holds.type, isStatic: false, annotations: [] });
    if (isDeclaration) for (const field of generatedMembers(cx, node)) cls.fields.push({ ...field, annotations: [] });
    const outer = cx.members;
    cx.members = members;
    const isRecord = node >= 0 && cx.kind(node) === cx.k.record_declaration;
    const components = isRecord ? recordComponents(cx, members) : [];
    if (parts.members) parts.members(members);
    else lowerMembers(cx, parts.body, members, components);
    if (isRecord) recordMembers(cx, members, components);
    else generatedConstructors(cx, members);
    if (members.instanceCode.length > 0) initializer(cx, parts.body, members);
    cx.members = outer;
    return value;
  });
}

function lowerMembers(cx: Lowering, body: number, members: Members, components: readonly Parameter[]): void {
  for (const member of classMembers(cx, body)) {
    // A method that is not closed yet takes what follows.
    if (opensBody(cx, member)) {
      brokenMembers(cx, member, members);
      return;
    }
    lowerMember(cx, member, members, components);
  }
}

export function lowerMember(cx: Lowering, n: number, members: Members, components: readonly Parameter[]): void {
  const { k } = cx;
  const kind = cx.kind(n);
  switch (kind) {
    case k.field_declaration:
    case k.constant_declaration:
      fieldDeclaration(cx, n, members);
      return;
    case k.method_declaration:
    case k.constructor_declaration:
      methodMember(cx, n, members);
      return;
    case k.compact_constructor_declaration:
      compactConstructor(cx, n, members, components);
      return;
    case k.annotation_type_element_declaration:
      annotationElement(cx, n, members);
      return;
    case k.enum_constant:
      enumConstant(cx, n, members);
      return;
    case k.static_initializer:
      // It stands in the module's code like the values of static fields, and has no instance.
      cx.withoutInstance(() => {
        const block = cx.first(n);
        if (block >= 0) blockStatement(cx, block);
      });
      return;
    case k.block:
      members.instanceCode.push(n);
      return;
    default:
      if (isClassLike(cx, kind)) lowerClass(cx, n);
      else cx.withoutInstance(() => cx.statement(n));
  }
}

// ---- fields --------------------------------------------------------------------------------------------------------

function fieldDeclaration(cx: Lowering, n: number, members: Members): void {
  const { k, f, t } = cx;
  const { cls, scope } = members;
  const isStatic = members.isInterface || modifier(cx, n, t.static);
  const annotations = annotationsOf(cx, n);
  const accessors = generated(cx, n);
  let hasValue = false;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.variable_declarator) continue;
    const name = nameOf(cx, c);
    const field = scope.fields.get(name);
    const type = field
      ? fieldType(cx, scope, field)
      : withDimensions(typeRef(cx, cx.child(n, f.type)), dimensions(cx, cx.child(c, f.dimensions)));
    cls.fields.push({ name, type, isStatic, annotations });
    if (cx.child(c, f.value) >= 0) hasValue = true;
    if (!isStatic) generatedAccessors(cx, c, name, type, accessors, members);
  }
  if (!hasValue) return;
  if (isStatic) cx.withoutInstance(() => setFields(cx, n, members.value));
  else members.instanceCode.push(n);
}

/** `object.name = value` for each variable of a field's declaration that has one. */
function setFields(cx: Lowering, n: number, object: ValueId): void {
  const { k, f } = cx;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.variable_declarator) continue;
    const value = cx.child(c, f.value);
    const nameNode = cx.child(c, f.name);
    if (value < 0 || nameNode < 0) continue;
    const lowered = cx.expression(value);
    cx.fn.bind(cx.source(nameNode), lowered, cx.at(nameNode));
    cx.fn.setField(object, cx.source(nameNode), lowered, cx.at(c));
  }
}

/** Values of instance fields and initialiser blocks run in a function of their own for each new object. */
function initializer(cx: Lowering, body: number, members: Members): void {
  const { cls, scope, instanceCode } = members;
  const first = instanceCode[0];
  const last = instanceCode[instanceCode.length - 1];
  const at = body < 0 ? { start: cx.tree.starts[first], end: cx.tree.ends[last] } : cx.at(body);
  const fn = cx.module.function({ name: '<fields>', kind: 'initializer', at, owner: cls.id }, cx.fn);
  cx.within(fn, 'method', { scope, hasThis: true }, () => {
    for (const n of instanceCode) {
      if (cx.kind(n) === cx.k.block) blockStatement(cx, n);
      else setFields(cx, n, fn.this(cx.before(n)));
    }
    fn.finish();
  });
  cls.methods.push(fn.id);
}

function enumConstant(cx: Lowering, n: number, members: Members): void {
  const { f, fn } = cx;
  const { cls, scope, value } = members;
  const nameNode = cx.child(n, f.name);
  if (nameNode < 0) return;
  const name = cx.source(nameNode);
  cls.fields.push({ name, type: scope.type, isStatic: true, annotations: annotationsOf(cx, n) });
  cx.withoutInstance(() => {
    const args = entries(cx, cx.child(n, f.arguments));
    const body = cx.child(n, f.body);
    const callee = body < 0 ? fn.typeName(scope.type, cx.at(nameNode)) : anonymousClass(cx, n, body, [scope.type]);
    fn.setField(value, name, fn.new(callee, args, cx.at(n)), cx.at(n));
  });
}

// ---- methods -------------------------------------------------------------------------------------------------------

export function methodMember(cx: Lowering, n: number, members: Members): void {
  const { k, t } = cx;
  const { cls, scope } = members;
  const isConstructor = cx.kind(n) === k.constructor_declaration;
  const fn = method(cx, n, {
    kind: isConstructor ? 'constructor' : 'method',
    owner: cls.id,
    scope,
    isStatic: !isConstructor && modifier(cx, n, t.static),
    isExported: !modifier(cx, n, t.private),
  });
  cls.methods.push(fn.id);
}

/** An annotation's element is a method that gives its default. */
function annotationElement(cx: Lowering, n: number, members: Members): void {
  const { f } = cx;
  const { cls, scope } = members;
  const nameNode = cx.child(n, f.name);
  const fn = cx.module.function(
    {
      name: nameNode < 0 ? '' : cx.source(nameNode),
      kind: 'method',
      at: cx.at(n),
      nameAt: nameNode < 0 ? undefined : cx.at(nameNode),
      isExported: true,
      owner: cls.id,
      returnType: declaredTypeOf(cx, n),
      annotations: annotationsOf(cx, n),
    },
    cx.fn,
  );
  const value = cx.child(n, f.value);
  cx.within(fn, 'method', { scope, hasThis: true }, () => {
    if (value >= 0) fn.return(elementValue(cx, value), cx.at(value));
    fn.finish();
  });
  cls.methods.push(fn.id);
}

function elementValue(cx: Lowering, n: number): ValueId {
  if (isAnnotation(cx, n)) return cx.fn.const(undefined, cx.at(n));
  if (cx.kind(n) !== cx.k.element_value_array_initializer) return cx.expression(n);
  const values: { value: ValueId }[] = [];
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    // Lists do not nest in annotations; where they do the text is broken.
    if (kind !== cx.k.element_value_array_initializer) values.push({ value: elementValue(cx, c) });
  }
  return cx.fn.array(ArrayKind.List, values, cx.at(n));
}

// ---- records -------------------------------------------------------------------------------------------------------

function recordComponents(cx: Lowering, members: Members): Parameter[] {
  const components = parametersOf(cx, cx.child(members.node, cx.f.parameters));
  for (const { name, type, annotations } of components) {
    members.cls.fields.push({ name, type, isStatic: false, annotations });
  }
  return components;
}

/** The compact form only looks at the components or changes them; they become fields at its end. */
function compactConstructor(cx: Lowering, n: number, members: Members, components: readonly Parameter[]): void {
  const { cls, scope } = members;
  const fn = method(cx, n, {
    kind: 'constructor',
    owner: cls.id,
    scope,
    isStatic: false,
    isExported: !modifier(cx, n, cx.t.private),
    // They stand before the constructor, whose parameters they are.
    parameters: components.map((component) => ({ ...component, node: n, nameNode: cx.child(n, cx.f.name) })),
    epilogue: () => {
      if (cx.fn.isTerminated) return;
      for (const { name } of components) setComponent(cx, name, n);
    },
  });
  cls.methods.push(fn.id);
}

function setComponent(cx: Lowering, name: string, n: number): void {
  const at = cx.before(n);
  cx.fn.setField(cx.fn.this(at), name, cx.fn.read(name, at), cx.at(n));
}

/** What a record has without saying so: the constructor and the accessors that it does not declare itself. */
function recordMembers(cx: Lowering, members: Members, components: readonly Parameter[]): void {
  const { scope, node } = members;
  const { k, f } = cx;
  const declared = classMembers(cx, cx.child(node, f.body));
  const hasConstructor = declared.some(
    (member) =>
      cx.kind(member) === k.compact_constructor_declaration ||
      (cx.kind(member) === k.constructor_declaration &&
        parametersOf(cx, cx.child(member, f.parameters)).length === components.length),
  );
  if (!hasConstructor) fieldsConstructor(cx, members, components);
  for (const component of components) {
    if (scope.methods.get(component.name)?.arity !== 0) {
      getter(cx, component.node, component.name, component.name, component.type, members);
    }
  }
}

// ---- members that are not written ----------------------------------------------------------------------------------

/** A constructor that keeps its parameters in fields of the same names. */
function fieldsConstructor(cx: Lowering, members: Members, parameters: readonly Parameter[]): void {
  const { cls, scope, node } = members;
  const nameNode = cx.child(node, cx.f.name);
  const fn = cx.module.function(
    {
      name: scope.name,
      kind: 'constructor',
      at: cx.at(node),
      nameAt: nameNode < 0 ? undefined : cx.at(nameNode),
      isExported: true,
      owner: cls.id,
    },
    cx.fn,
  );
  cx.within(fn, 'method', { scope, hasThis: true }, () => {
    const values = addParameters(cx, parameters);
    parameters.forEach((parameter, i) => {
      const at = cx.at(parameter.node);
      fn.setField(fn.this({ start: at.start, end: at.start }), parameter.name, values[i], at);
    });
    fn.finish();
  });
  cls.methods.push(fn.id);
}

function getter(cx: Lowering, n: number, name: string, field: string, type: TypeRef, members: Members): void {
  const at = cx.at(n);
  const { cls, scope } = members;
  const fn = cx.module.function({ name, kind: 'method', at, isExported: true, owner: cls.id, returnType: type }, cx.fn);
  cx.within(fn, 'method', { scope, hasThis: true }, () => {
    fn.return(fn.field(fn.this(cx.before(n)), field, at), at);
    fn.finish();
  });
  cls.methods.push(fn.id);
}

function setter(cx: Lowering, n: number, name: string, field: string, type: TypeRef, members: Members): void {
  const at = cx.at(n);
  const { cls, scope } = members;
  const fn = cx.module.function(
    { name, kind: 'method', at, isExported: true, owner: cls.id, returnType: 'void' },
    cx.fn,
  );
  cx.within(fn, 'method', { scope, hasThis: true }, () => {
    const value = fn.namedParam({ name: field, type, at });
    fn.setField(fn.this(cx.before(n)), field, value, at);
    fn.finish();
  });
  cls.methods.push(fn.id);
}

/** Accessors that an annotation of the field or of its class asks for. */
function generatedAccessors(
  cx: Lowering,
  n: number,
  field: string,
  type: TypeRef,
  own: Generated,
  members: Members,
): void {
  if (field === '') return;
  const { scope } = members;
  const isBoolean = type === 'boolean';
  const stem = isBoolean && /^is[A-Z]/.test(field) ? field.slice(2) : field;
  const suffix = stem[0].toUpperCase() + stem.slice(1);
  const getterName = `${isBoolean ? 'is' : 'get'}${suffix}`;
  if ((own.getters || members.generated.getters) && !scope.methods.has(getterName))
    getter(cx, n, getterName, field, type, members);
  if ((own.setters || members.generated.setters) && !scope.methods.has(`set${suffix}`))
    setter(cx, n, `set${suffix}`, field, type, members);
}

/** A constructor over the fields that an annotation of the class asks for. */
function generatedConstructors(cx: Lowering, members: Members): void {
  const { allArgs, requiredArgs } = members.generated;
  if (!allArgs && !requiredArgs) return;
  const { k, f, t } = cx;
  const parameters: Parameter[] = [];
  for (const member of classMembers(cx, cx.child(members.node, f.body))) {
    const kind = cx.kind(member);
    if (kind === k.constructor_declaration && !allArgs) return;
    if (kind !== k.field_declaration || modifier(cx, member, t.static)) continue;
    const annotations: readonly Annotation[] = annotationsOf(cx, member);
    const isFinal = cx.source(cx.childOf(member, k.modifiers)).split(/\s/).includes('final');
    const isRequired = isFinal || annotations.some((a) => a.name.endsWith('NonNull'));
    for (let c = cx.first(member); c >= 0; c = cx.after(c)) {
      if (cx.kind(c) !== k.variable_declarator || cx.child(c, f.value) >= 0) continue;
      if (!allArgs && !isRequired) continue;
      const name = nameOf(cx, c);
      const field = members.scope.fields.get(name);
      const type = field ? fieldType(cx, members.scope, field) : '';
      parameters.push({ name, type, kind: 'positional', annotations: [], node: c, nameNode: cx.child(c, f.name) });
    }
  }
  if (parameters.length > 0) fieldsConstructor(cx, members, parameters);
}
