import type { Annotation, ConstantValue, TypeRef } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { numberValue, stringValue } from './lower-literals';

/** Aliases of aliases and arrays of arrays beyond this are "any type". */
const MAX_DEPTH = 20;
/** Types are looked at piece by piece up to this many: aliases may multiply what they stand for. */
const MAX_PIECES = 200;

/** The type reference of a type node or of a `: T` annotation; '' when nothing is known. */
export function typeRef(cx: Lowering, n: number): TypeRef {
  if (n < 0) return '';
  cx.typePieces = 0;
  const text = typeText(cx, n, 0);
  return text === 'any' ? '' : text;
}

function typeText(cx: Lowering, n: number, depth: number): string {
  if (n < 0 || depth > MAX_DEPTH || cx.typePieces++ > MAX_PIECES) return 'any';
  const { k, f } = cx;
  switch (cx.kind(n)) {
    case k.type_annotation:
    case k.parenthesized_type:
    case k.readonly_type:
    case k.flow_maybe_type:
    case k.optional_type:
      return typeText(cx, cx.first(n), depth + 1);
    case k.predefined_type: {
      const name = cx.source(n);
      return name === 'unknown' ? 'any' : name;
    }
    case k.type_identifier:
    case k.identifier:
      return namedType(cx, cx.source(n), depth);
    case k.nested_type_identifier: {
      const name = cx.child(n, f.name);
      return memberType(cx, cx.source(cx.child(n, f.module)), name < 0 ? '' : cx.source(name));
    }
    case k.generic_type: {
      const name = typeText(cx, cx.child(n, f.name), depth + 1);
      const args = listTypes(cx, cx.child(n, f.type_arguments), depth);
      if (name === 'Array' || name === 'ReadonlyArray') return arrayOf(args[0] ?? 'any');
      return `${name}<${args.join(',')}>`;
    }
    case k.array_type:
      return arrayOf(typeText(cx, cx.first(n), depth + 1));
    case k.tuple_type:
      return 'any[]';
    case k.union_type:
      return alternatives(cx, n, k.union_type, depth, '|');
    case k.intersection_type:
      return alternatives(cx, n, k.intersection_type, depth, '&');
    case k.literal_type:
      return cx.source(n);
    case k.template_literal_type:
      return 'string';
    case k.object_type:
      return 'object';
    case k.function_type:
      return 'Function';
    case k.this_type:
      return 'this';
    case k.type_predicate_annotation:
      return 'boolean';
    case k.asserts_annotation:
      return 'void';
    default:
      return 'any';
  }
}

function arrayOf(element: string): string {
  return element.includes('|') || element.includes('&') ? `(${element})[]` : `${element}[]`;
}

function listTypes(cx: Lowering, n: number, depth: number): string[] {
  const types: string[] = [];
  if (n >= 0) for (let c = cx.first(n); c >= 0; c = cx.after(c)) types.push(typeText(cx, c, depth + 1));
  return types;
}

/** `A | B | C` nests to the left and may be long. Parts that say nothing are left out of an intersection. */
function alternatives(cx: Lowering, n: number, kind: number, depth: number, sign: string): string {
  const parts: string[] = [];
  let node = n;
  while (node >= 0 && cx.kind(node) === kind) {
    const left = cx.first(node);
    const right = left < 0 ? -1 : cx.after(left);
    if (right >= 0) parts.push(typeText(cx, right, depth + 1));
    node = left;
  }
  if (node >= 0) parts.push(typeText(cx, node, depth + 1));
  parts.reverse();
  if (sign === '&') {
    const telling = parts.filter((part) => part !== 'object' && part !== 'any');
    return telling.length > 0 ? telling.join('&') : (parts[0] ?? 'any');
  }
  return parts.includes('any') ? 'any' : [...new Set(parts)].join('|');
}

/** A bare name: imported, an alias declared in this file, or itself. */
function namedType(cx: Lowering, name: string, depth: number): TypeRef {
  const imported = cx.typeNames.get(name);
  if (imported !== undefined) return imported;
  const alias = cx.typeAliases.get(name);
  if (alias === undefined) return name;
  const meaning = typeText(cx, alias, depth + 5);
  // An alias of something without a name of its own keeps its name, so that findings can show it.
  return meaning === 'any' || meaning === 'object' || meaning === 'Function' ? name : meaning;
}

/** `express.Request`: through a namespace or default import it is the module's member. */
function memberType(cx: Lowering, qualifier: string, name: string): TypeRef {
  const dot = qualifier.indexOf('.');
  const root = dot < 0 ? qualifier : qualifier.slice(0, dot);
  const rest = dot < 0 ? '' : `${qualifier.slice(dot + 1)}.`;
  const specifier = cx.moduleNames.get(root);
  if (specifier !== undefined) return `${specifier}#${rest}${name}`;
  const imported = cx.typeNames.get(root);
  return imported === undefined ? `${qualifier}.${name}` : `${imported}.${rest}${name}`;
}

/** The type of a name as written, which may have qualifiers. */
export function qualifiedType(cx: Lowering, name: string): TypeRef {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? namedType(cx, name, 0) : memberType(cx, name.slice(0, dot), name.slice(dot + 1));
}

/** The type an expression in `extends` names: `Base`, `ns.Base`; a call (a mixin) gives the types of its arguments. */
export function heritageTypes(cx: Lowering, n: number): TypeRef[] {
  n = cx.unwrap(n);
  if (n < 0) return [];
  const { k, f } = cx;
  switch (cx.kind(n)) {
    case k.identifier:
    case k.type_identifier:
    case k.nested_type_identifier:
    case k.generic_type:
      return [typeRef(cx, n)];
    case k.member_expression: {
      const property = cx.child(n, f.property);
      return property < 0 ? [] : [memberType(cx, cx.source(cx.child(n, f.object)), cx.source(property))];
    }
    case k.call_expression: {
      const args = cx.child(n, f.arguments);
      const types: TypeRef[] = [];
      for (let c = args < 0 ? -1 : cx.first(args); c >= 0; c = cx.after(c)) {
        if (cx.kind(c) === k.identifier || cx.kind(c) === k.member_expression) types.push(...heritageTypes(cx, c));
      }
      return types;
    }
    default:
      return [];
  }
}

/** What a decorator says, without running it. */
export function annotation(cx: Lowering, n: number): Annotation {
  const { k, f } = cx;
  let callee = cx.unwrap(cx.first(n));
  let list = -1;
  if (callee >= 0 && cx.kind(callee) === k.call_expression) {
    list = cx.child(callee, f.arguments);
    callee = cx.child(callee, f.function);
  }
  const args: { name?: string; value?: ConstantValue; text: string }[] = [];
  const named: typeof args = [];
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
    args.push(annotationArgument(cx, c));
    if (cx.kind(c) === k.object) named.push(...optionsOf(cx, c));
  }
  // The options of an object argument follow the positional ones, whose positions they must not shift.
  return { name: annotationName(cx, callee), args: [...args, ...named], ...cx.at(n) };
}

function annotationName(cx: Lowering, callee: number): string {
  if (callee < 0) return '';
  if (cx.kind(callee) === cx.k.member_expression) {
    const property = cx.child(callee, cx.f.property);
    return memberType(cx, cx.source(cx.child(callee, cx.f.object)), property < 0 ? '' : cx.source(property));
  }
  const name = cx.source(callee);
  return cx.typeNames.get(name) ?? name;
}

function annotationArgument(
  cx: Lowering,
  n: number,
  name?: string,
): { name?: string; value?: ConstantValue; text: string } {
  const text = cx.source(n);
  const base = name === undefined ? { text } : { name, text };
  switch (cx.kind(n)) {
    case cx.k.string:
      return { ...base, value: stringValue(cx, n) };
    case cx.k.number: {
      const value = numberValue(text);
      return typeof value === 'number' ? { ...base, value } : base;
    }
    case cx.k.true:
      return { ...base, value: true };
    case cx.k.false:
      return { ...base, value: false };
    case cx.k.null:
      return { ...base, value: null };
    default:
      return base;
  }
}

function optionsOf(cx: Lowering, object: number): ReturnType<typeof annotationArgument>[] {
  const options: ReturnType<typeof annotationArgument>[] = [];
  for (let c = cx.first(object); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== cx.k.pair) continue;
    const key = cx.child(c, cx.f.key);
    const value = cx.child(c, cx.f.value);
    if (key < 0 || value < 0) continue;
    options.push(annotationArgument(cx, value, cx.kind(key) === cx.k.string ? stringValue(cx, key) : cx.source(key)));
  }
  return options;
}
