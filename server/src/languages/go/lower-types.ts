import type { TypeRef } from '../../ir/ir';
import type { DeclaredType, Lowering } from './lower-context';

/** Types nested deeper, or of more pieces, are not spelt out. */
const MAX_TYPE_DEPTH = 12;
const MAX_PIECES = 64;

/**
 * A type as a reference: `path#Name` for one of an imported package, the bare name otherwise, `T[]` for slices, arrays
 * and variadics, `map<K,V>`, `chan<T>`. What points at a value is the value, so stars are left out; a function's type and
 * an interface or struct without a name are ''.
 */
export function typeRef(cx: Lowering, n: number): TypeRef {
  cx.typePieces = 0;
  return refOf(cx, n, 0);
}

function refOf(cx: Lowering, n: number, depth: number): TypeRef {
  if (n < 0 || depth > MAX_TYPE_DEPTH || ++cx.typePieces > MAX_PIECES) return '';
  const { k, f } = cx;
  switch (cx.kind(n)) {
    case k.type_identifier:
    case k.identifier:
      return namedType(cx, cx.source(n));
    case k.qualified_type:
      return qualifiedType(cx, n);
    case k.pointer_type:
    case k.parenthesized_type:
    case k.negated_type:
      return refOf(cx, cx.first(n), depth + 1);
    case k.slice_type:
    case k.array_type:
    case k.implicit_length_array_type:
      return listOf(refOf(cx, cx.child(n, f.element), depth + 1));
    case k.map_type: {
      const key = refOf(cx, cx.child(n, f.key), depth + 1);
      const value = refOf(cx, cx.child(n, f.value), depth + 1);
      return `map<${key || 'any'},${value || 'any'}>`;
    }
    case k.channel_type:
      return `chan<${refOf(cx, cx.child(n, f.value), depth + 1) || 'any'}>`;
    case k.generic_type:
      return genericType(cx, n, depth);
    default:
      return '';
  }
}

export function listOf(element: TypeRef): TypeRef {
  return `${element || 'any'}[]`;
}

/** The type that a name means here; '' for what holds anything. */
export function namedType(cx: Lowering, name: string): TypeRef {
  const declared = declaredType(cx, name);
  if (declared) return declared.ref;
  return name === 'any' || name === '' || name === '_' ? '' : name;
}

export function declaredType(cx: Lowering, name: string): DeclaredType | undefined {
  for (let i = cx.localTypes.length - 1; i >= 0; i--) if (cx.localTypes[i].name === name) return cx.localTypes[i].type;
  return cx.types.get(name);
}

function qualifiedType(cx: Lowering, n: number): TypeRef {
  const name = cx.child(n, cx.f.name);
  const owner = cx.child(n, cx.f.package);
  if (name < 0) return '';
  const specifier = owner < 0 ? undefined : cx.imports.get(cx.source(owner));
  return specifier === undefined ? cx.source(name) : `${specifier}#${cx.source(name)}`;
}

function genericType(cx: Lowering, n: number, depth: number): TypeRef {
  const base = refOf(cx, cx.child(n, cx.f.type), depth + 1);
  const list = cx.child(n, cx.f.type_arguments);
  const args: string[] = [];
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
    const inner = cx.kind(c) === cx.k.type_elem ? cx.first(c) : c;
    args.push(refOf(cx, inner, depth + 1) || 'any');
  }
  return base === '' || args.length === 0 ? base : `${base}<${args.join(',')}>`;
}

/** Without pointers and parentheses. */
export function bareType(cx: Lowering, n: number): number {
  const { k } = cx;
  while (n >= 0 && (cx.kind(n) === k.pointer_type || cx.kind(n) === k.parenthesized_type)) n = cx.first(n);
  return n;
}

/** Names of the language's own types. */
// biome-ignore format: a list to look things up in
const NUMBERS = new Set([
  'byte', 'complex128', 'complex64', 'float32', 'float64', 'int', 'int16', 'int32', 'int64', 'int8', 'rune', 'uint', 'uint16',
  'uint32', 'uint64', 'uint8', 'uintptr',
]);

export function isNumberType(type: TypeRef): boolean {
  return NUMBERS.has(type);
}

/** Whether values of the type are changed only through their address: numbers, texts, flags, and what may be any of them. */
export function isPlainType(type: TypeRef): boolean {
  return type === '' || type === 'string' || type === 'bool' || NUMBERS.has(type);
}

export function isLanguageType(name: string): boolean {
  return name === 'string' || name === 'bool' || name === 'error' || name === 'any' || NUMBERS.has(name);
}

/** Makes the names of a declaration's type parameters known until `localTypes` is set back. */
export function declareTypeParameters(cx: Lowering, list: number): void {
  const { k, f } = cx;
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.type_parameter_declaration) continue;
    for (const name of cx.tree.childrenByField(c, f.name)) {
      if (cx.kind(name) !== k.identifier) continue;
      // A parameter may be any of the types that its constraint names.
      cx.localTypes = [...cx.localTypes, { name: cx.source(name), type: { ref: '', node: -1 } }];
    }
  }
}
