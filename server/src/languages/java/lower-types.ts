import type { Annotation, ConstantValue, TypeRef } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { charValue, literalText, numberValue } from './lower-literals';
import { type ClassScope, findType, noteTypeParameters } from './lower-scopes';

/** Arrays of arrays and type arguments beyond this are of any type. */
const MAX_DEPTH = 20;
/** Types are looked at piece by piece up to this many. */
const MAX_PIECES = 200;

export const OBJECT = 'java.lang.Object';
export const STRING = 'java.lang.String';

/** What every file knows without an import. */
// biome-ignore format: a list to look things up in
const JAVA_LANG = new Set([
  'AbstractMethodError', 'Appendable', 'ArithmeticException', 'ArrayIndexOutOfBoundsException', 'ArrayStoreException',
  'AssertionError', 'AutoCloseable', 'Boolean', 'Byte', 'CharSequence', 'Character', 'Class', 'ClassCastException',
  'ClassLoader', 'ClassNotFoundException', 'CloneNotSupportedException', 'Cloneable', 'Comparable', 'Deprecated', 'Double',
  'Enum', 'Error', 'Exception', 'ExceptionInInitializerError', 'Float', 'FunctionalInterface', 'IllegalAccessException',
  'IllegalArgumentException', 'IllegalMonitorStateException', 'IllegalStateException', 'IndexOutOfBoundsException',
  'InheritableThreadLocal', 'InstantiationException', 'Integer', 'InternalError', 'InterruptedException', 'Iterable',
  'LinkageError', 'Long', 'Math', 'Module', 'ModuleLayer', 'NegativeArraySizeException', 'NoClassDefFoundError',
  'NoSuchFieldException', 'NoSuchMethodException', 'NullPointerException', 'Number', 'NumberFormatException', 'Object',
  'OutOfMemoryError', 'Override', 'Package', 'Process', 'ProcessBuilder', 'ProcessHandle', 'Readable', 'Record',
  'ReflectiveOperationException', 'Runnable', 'Runtime', 'RuntimeException', 'SafeVarargs', 'ScopedValue', 'SecurityException',
  'SecurityManager', 'Short', 'StackOverflowError', 'StackTraceElement', 'StackWalker', 'StrictMath', 'String', 'StringBuffer',
  'StringBuilder', 'StringIndexOutOfBoundsException', 'SuppressWarnings', 'System', 'Thread', 'ThreadGroup', 'ThreadLocal',
  'Throwable', 'UnsupportedOperationException', 'VirtualMachineError', 'Void',
]);

// ---- names ---------------------------------------------------------------------------------------------------------

/** Whether the name of a type may stand here: types begin with a capital letter. */
export function isCapitalised(name: string): boolean {
  const first = name[0] ?? '';
  return first !== first.toLowerCase();
}

/** `MAX_SIZE`: by convention a constant. */
export function isConstantName(name: string): boolean {
  return name.includes('_') && name === name.toUpperCase();
}

/** The type a bare name stands for, if the file tells: declared here, imported, or known to every file. */
export function knownType(cx: Lowering, name: string, scope: ClassScope | undefined = cx.scope): TypeRef | undefined {
  const inFile = declaredType(cx, name, scope);
  if (inFile !== undefined) return inFile;
  return JAVA_LANG.has(name) ? `java.lang.${name}` : undefined;
}

/** As `knownType`, without what needs no import. */
function declaredType(cx: Lowering, name: string, scope: ClassScope | undefined): TypeRef | undefined {
  for (let i = cx.localTypes.length - 1; i >= 0; i--) if (cx.localTypes[i].name === name) return cx.localTypes[i].type;
  for (let outer = scope; outer; outer = outer.outer) {
    if (outer.typeParameters.has(name)) return boundOf(cx, outer, name);
    if (outer.name === name) return outer.type;
    const inner = findType(cx, outer, name);
    if (inner) return inner.type;
  }
  return cx.imports.get(name) ?? cx.topLevel.get(name)?.type;
}

function boundOf(cx: Lowering, scope: ClassScope, name: string): TypeRef {
  const bound = scope.typeParameters.get(name) ?? -1;
  if (bound < 0) return OBJECT;
  // Not to be asked for again while it is being looked up: `T extends Comparable<T>`.
  scope.typeParameters.set(name, -1);
  const type = typeText(cx, bound, MAX_DEPTH - 2, scope);
  scope.typeParameters.set(name, bound);
  return type;
}

/** Type parameters of a method are known until the surroundings end. */
export function declareTypeParameters(cx: Lowering, n: number): void {
  noteTypeParameters(cx, n, (name, bound) => {
    const type = { name, type: OBJECT };
    cx.localTypes.push(type);
    if (bound >= 0) cx.localTypes[cx.localTypes.length - 1] = { name, type: typeRef(cx, bound) || OBJECT };
  });
}

/** The type of a name as written, which may have qualifiers: `Map.Entry`, `java.util.Map`. */
export function qualifiedType(cx: Lowering, name: string, scope: ClassScope | undefined = cx.scope): TypeRef {
  const dot = name.indexOf('.');
  const root = dot < 0 ? name : name.slice(0, dot);
  const type = knownType(cx, root, scope) ?? root;
  return dot < 0 ? type : type + name.slice(dot);
}

// ---- references ----------------------------------------------------------------------------------------------------

/** The type reference of a type's node; '' when it says nothing, as `var` does. */
export function typeRef(cx: Lowering, n: number, scope: ClassScope | undefined = cx.scope): TypeRef {
  if (n < 0) return '';
  cx.typePieces = 0;
  return typeText(cx, n, 0, scope);
}

function typeText(cx: Lowering, n: number, depth: number, scope: ClassScope | undefined): TypeRef {
  if (n < 0 || depth > MAX_DEPTH || cx.typePieces++ > MAX_PIECES) return OBJECT;
  const { k, f } = cx;
  switch (cx.kind(n)) {
    case k.type_identifier:
    case k.identifier: {
      const name = cx.source(n);
      if (name === 'var' && depth === 0) return '';
      return knownType(cx, name, scope) ?? name;
    }
    case k.scoped_type_identifier:
    case k.scoped_identifier:
      return qualifiedType(cx, plainName(cx, n), scope);
    case k.generic_type: {
      const list = cx.childOf(n, k.type_arguments);
      const args: string[] = [];
      for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c))
        args.push(typeText(cx, c, depth + 1, scope));
      const name = typeText(cx, cx.first(n), depth + 1, scope);
      return args.length > 0 ? `${name}<${args.join(',')}>` : name;
    }
    case k.array_type:
      return withDimensions(
        typeText(cx, cx.child(n, f.element), depth + 1, scope),
        dimensions(cx, cx.child(n, f.dimensions)),
      );
    case k.annotated_type:
      return typeText(cx, lastNamed(cx, n), depth, scope);
    case k.wildcard: {
      const bound = lastNamed(cx, n);
      return bound < 0 || isAnnotation(cx, bound) ? OBJECT : typeText(cx, bound, depth + 1, scope);
    }
    case k.catch_type: {
      const types: string[] = [];
      for (let c = cx.first(n); c >= 0; c = cx.after(c)) types.push(typeText(cx, c, depth + 1, scope));
      return types.join('|');
    }
    case k.integral_type:
    case k.floating_point_type:
    case k.boolean_type:
    case k.void_type:
      return cx.source(n);
    default:
      return OBJECT;
  }
}

function lastNamed(cx: Lowering, n: number): number {
  let last = -1;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) last = c;
  return last;
}

/** Whether nodes of the kind are types, or may be. */
export function isTypeKind(cx: Lowering, kind: number): boolean {
  const { k } = cx;
  return (
    kind === k.type_identifier ||
    kind === k.identifier ||
    kind === k.scoped_type_identifier ||
    kind === k.generic_type ||
    kind === k.array_type ||
    kind === k.annotated_type ||
    kind === k.integral_type ||
    kind === k.floating_point_type ||
    kind === k.boolean_type ||
    kind === k.void_type
  );
}

/** A qualified name without the type arguments and annotations that may stand in it. It nests to the left. */
export function plainName(cx: Lowering, n: number): string {
  const { k } = cx;
  const parts: string[] = [];
  let node = n;
  for (;;) {
    const kind = cx.kind(node);
    if (kind === k.generic_type) node = cx.first(node);
    else if (kind === k.scoped_type_identifier || kind === k.scoped_identifier) {
      const last = lastNamed(cx, node);
      parts.push(cx.source(last));
      const first = cx.first(node);
      if (first === last) break;
      node = first;
    } else {
      parts.push(cx.source(node));
      break;
    }
    if (node < 0) break;
  }
  return parts.reverse().join('.');
}

/** How many pairs of brackets. */
export function dimensions(cx: Lowering, n: number): number {
  let count = 0;
  if (n >= 0) for (let c = cx.tree.firstChild(n); c >= 0; c = cx.tree.next(c)) if (cx.source(c) === '[') count++;
  return count;
}

export function withDimensions(type: TypeRef, count: number): TypeRef {
  if (count === 0) return type;
  return (type === '' ? OBJECT : type) + '[]'.repeat(Math.min(count, MAX_DEPTH));
}

/** The declared type of a parameter, a variable, a resource: `int x[]` has its brackets behind the name. */
export function declaredTypeOf(cx: Lowering, n: number): TypeRef {
  const { f } = cx;
  return withDimensions(typeRef(cx, cx.child(n, f.type)), dimensions(cx, cx.child(n, f.dimensions)));
}

// ---- modifiers -----------------------------------------------------------------------------------------------------

export function modifier(cx: Lowering, n: number, token: number): boolean {
  return cx.has(cx.childOf(n, cx.k.modifiers), token);
}

export function isAnnotation(cx: Lowering, n: number): boolean {
  const kind = cx.kind(n);
  return kind === cx.k.annotation || kind === cx.k.marker_annotation;
}

/** The annotations among the modifiers of a declaration. */
export function annotationsOf(cx: Lowering, n: number): Annotation[] {
  return annotationsIn(cx, cx.childOf(n, cx.k.modifiers));
}

export function annotationsIn(cx: Lowering, modifiers: number): Annotation[] {
  const list: Annotation[] = [];
  for (let c = modifiers < 0 ? -1 : cx.first(modifiers); c >= 0; c = cx.after(c)) {
    if (isAnnotation(cx, c)) list.push(annotation(cx, c));
  }
  return list;
}

export function annotation(cx: Lowering, n: number): Annotation {
  const { k, f } = cx;
  const args: { name?: string; value?: ConstantValue; text: string }[] = [];
  const list = cx.child(n, f.arguments);
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.element_value_pair) args.push(argument(cx, c));
    else {
      const key = cx.child(c, f.key);
      const value = cx.child(c, f.value);
      if (value >= 0) args.push({ ...(key >= 0 && { name: cx.source(key) }), ...argument(cx, value) });
    }
  }
  return { name: annotationName(cx, n), args, ...cx.at(n) };
}

/** The name as far as the file tells. What needs no import keeps its bare name: `Override`. */
export function annotationName(cx: Lowering, n: number): string {
  const node = cx.child(n, cx.f.name);
  if (node < 0) return '';
  const name = cx.kind(node) === cx.k.scoped_identifier ? plainName(cx, node) : cx.source(node);
  const dot = name.indexOf('.');
  const root = dot < 0 ? name : name.slice(0, dot);
  const type = declaredType(cx, root, cx.scope) ?? root;
  return dot < 0 ? type : type + name.slice(dot);
}

function argument(cx: Lowering, n: number): { value?: ConstantValue; text: string } {
  const value = constantOf(cx, n);
  const text = cx.source(n);
  return value === undefined ? { text } : { value, text };
}

/** The value of a literal, of a sum of texts, or of a list of one. */
function constantOf(cx: Lowering, n: number): ConstantValue {
  const { k } = cx;
  n = cx.unwrap(n);
  if (n < 0) return undefined;
  switch (cx.kind(n)) {
    case k.true:
      return true;
    case k.false:
      return false;
    case k.string_literal:
      return literalText(cx, n);
    case k.character_literal:
      return charValue(cx, n);
    case k.decimal_integer_literal:
    case k.hex_integer_literal:
    case k.octal_integer_literal:
    case k.binary_integer_literal:
    case k.decimal_floating_point_literal:
    case k.hex_floating_point_literal:
      return numberValue(cx.source(n));
    case k.binary_expression:
      return constantText(cx, n);
    case k.element_value_array_initializer: {
      const only = cx.first(n);
      const isList = only >= 0 && cx.kind(only) === k.element_value_array_initializer;
      return only >= 0 && !isList && cx.after(only) < 0 ? constantOf(cx, only) : undefined;
    }
    default:
      return undefined;
  }
}

/** `"a" + "b"`, which nests to the left. */
function constantText(cx: Lowering, n: number): string | undefined {
  const { k, f } = cx;
  const parts: string[] = [];
  let node = n;
  while (node >= 0 && cx.kind(node) === k.binary_expression) {
    const sign = cx.child(node, f.operator);
    const text = literalText(cx, cx.child(node, f.right));
    if (sign < 0 || cx.source(sign) !== '+' || text === undefined) return undefined;
    parts.push(text);
    node = cx.child(node, f.left);
  }
  const first = literalText(cx, node);
  if (first === undefined) return undefined;
  parts.push(first);
  return parts.reverse().join('');
}
