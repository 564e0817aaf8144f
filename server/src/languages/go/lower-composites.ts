import type { At, Entry } from '../../ir/builder';
import { ArrayKind, type TypeRef, type ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { literalText } from './lower-literals';
import { bareType, declaredType, isNumberType, typeRef } from './lower-types';

// ---- values of types -----------------------------------------------------------------------------------------------

/** What a type is made of: for a name of this file, what it is defined as. */
export function definition(cx: Lowering, typeNode: number): number {
  const { k, f } = cx;
  let n = bareType(cx, typeNode);
  for (let i = 0; i < MAX_NAMES && n >= 0; i++) {
    if (cx.kind(n) === k.generic_type) n = bareType(cx, cx.child(n, f.type));
    if (n < 0 || (cx.kind(n) !== k.type_identifier && cx.kind(n) !== k.identifier)) break;
    const known = declaredType(cx, cx.source(n));
    if (!known || known.node < 0) break;
    n = bareType(cx, known.node);
  }
  return n;
}

/** Names that stand for each other are followed no further than this. */
const MAX_NAMES = 8;

/** What a variable of a type holds before anything is assigned, and what `new` and `make` give. */
export function zeroValue(cx: Lowering, typeNode: number, at: At, isMade = false): ValueId {
  const { fn, k } = cx;
  const type = typeRef(cx, typeNode);
  const isPointer = typeNode >= 0 && cx.kind(typeNode) === k.pointer_type;
  if (typeNode < 0 || isPointer) return fn.cast(fn.const(null, at), type, at);
  const defined = definition(cx, typeNode);
  switch (defined < 0 ? -1 : cx.kind(defined)) {
    case k.slice_type:
      return isMade ? openList(cx, at) : fn.array(ArrayKind.List, [], at);
    case k.array_type:
    case k.channel_type:
      return openList(cx, at);
    case k.map_type:
      return fn.object([], at);
    case k.struct_type: {
      const isNamed = defined !== bareType(cx, typeNode);
      return isNamed ? fn.new(fn.typeName(type, at), [], at) : fn.object([], at);
    }
    case k.interface_type:
    case k.function_type:
      return fn.cast(fn.const(null, at), type, at);
    default: {
      const isNamed = defined >= 0 && defined !== bareType(cx, typeNode);
      return isNamed ? fn.cast(zeroOfName(cx, typeRef(cx, defined), at), type, at) : zeroOfName(cx, type, at);
    }
  }
}

function zeroOfName(cx: Lowering, type: TypeRef, at: At): ValueId {
  const { fn } = cx;
  if (type === 'string') return fn.const('', at);
  if (type === 'bool') return fn.const(false, at);
  if (isNumberType(type)) return fn.const(0, at);
  if (type === '' || type === 'error') return fn.cast(fn.const(null, at), type, at);
  return fn.new(fn.typeName(type, at), [], at);
}

/** A list whose elements nobody knows. */
function openList(cx: Lowering, at: At): ValueId {
  return cx.fn.array(ArrayKind.List, [{ value: cx.anything('var', at), spread: 'list' }], at);
}

// ---- composite literals --------------------------------------------------------------------------------------------

export function compositeLiteral(cx: Lowering, n: number): ValueId {
  const { f } = cx;
  const typeNode = cx.child(n, f.type);
  return literalOf(cx, typeNode, cx.child(n, f.body), cx.at(n), typeNode < 0 ? cx.at(n) : cx.at(typeNode));
}

/** `{…}` without its type, as elements of a list or map are written. */
export function bareLiteral(cx: Lowering, n: number): ValueId {
  return literalOf(cx, -1, n, cx.at(n), cx.at(n));
}

/** `typeAt` is where the type is written, or would be. */
function literalOf(cx: Lowering, typeNode: number, body: number, at: At, typeAt: At): ValueId {
  const { k, f, fn } = cx;
  const type = typeRef(cx, typeNode);
  const defined = definition(cx, typeNode);
  const elements = elementsOf(cx, body);
  switch (defined < 0 ? -1 : cx.kind(defined)) {
    case k.map_type:
      return named(
        cx,
        mapLiteral(cx, elements, cx.child(defined, f.key), cx.child(defined, f.value), at),
        typeNode,
        defined,
        at,
      );
    case k.slice_type:
    case k.array_type:
    case k.implicit_length_array_type:
      return named(cx, listLiteral(cx, elements, cx.child(defined, f.element), at), typeNode, defined, at);
    case k.struct_type: {
      const entries = structEntries(cx, elements, fieldsOf(cx, defined));
      if (defined === bareType(cx, typeNode)) return fn.object(entries, at);
      return fn.new(fn.typeName(type, typeAt), entries, at);
    }
    default: {
      const isMap =
        elements.length > 0 && elements.every((element) => element.key >= 0 && !isFieldName(cx, element.key));
      if (isMap) return fn.cast(mapLiteral(cx, elements, -1, -1, at), type, at);
      if (type === '' && elements.every(({ key }) => key < 0)) return listLiteral(cx, elements, -1, at);
      if (type === '') return fn.object(structEntries(cx, elements, []), at);
      return fn.new(fn.typeName(type, typeAt), structEntries(cx, elements, []), at);
    }
  }
}

/** A value whose type has a name is one of that type. */
function named(cx: Lowering, value: ValueId, typeNode: number, defined: number, at: At): ValueId {
  return defined === bareType(cx, typeNode) ? value : cx.fn.cast(value, typeRef(cx, typeNode), at);
}

interface Element {
  /** -1 without a key. */
  readonly key: number;
  readonly value: number;
  readonly node: number;
}

function elementsOf(cx: Lowering, body: number): Element[] {
  const { k, f } = cx;
  const list: Element[] = [];
  for (let c = body < 0 ? -1 : cx.first(body); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.keyed_element) {
      const key = cx.child(c, f.key);
      const value = cx.child(c, f.value);
      list.push({ key: inner(cx, key), value: inner(cx, value), node: c });
    } else if (cx.tree.isError(c)) cx.expression(c);
    else list.push({ key: -1, value: inner(cx, c), node: c });
  }
  return list;
}

/** What a `literal_element` holds. */
function inner(cx: Lowering, n: number): number {
  return n >= 0 && cx.kind(n) === cx.k.literal_element ? cx.first(n) : n;
}

function isFieldName(cx: Lowering, key: number): boolean {
  return cx.kind(key) === cx.k.identifier;
}

/** An element, which may leave out its type where the list or map says it. */
function elementValue(cx: Lowering, { value, node }: Element, typeNode: number): ValueId {
  if (value < 0 || cx.kind(value) !== cx.k.literal_value) return cx.expression(value, node);
  return cx.nested(
    value,
    2,
    () => literalOf(cx, typeNode, value, cx.at(value), { start: cx.tree.starts[value], end: cx.tree.starts[value] }),
    () => cx.fn.opaque('nesting', [], cx.at(value)),
  );
}

function structEntries(cx: Lowering, elements: readonly Element[], fields: readonly StructField[]): Entry[] {
  return elements.map((element, i) => {
    const field = element.key < 0 ? fields[i] : fields.find(({ name }) => name === cx.source(element.key));
    const name = element.key < 0 ? field?.name : cx.source(element.key);
    const value = elementValue(cx, element, field?.typeNode ?? -1);
    if (name === undefined) return { value };
    cx.fn.bind(name, value, cx.at(element.key < 0 ? element.node : element.key));
    return { value, name };
  });
}

function listLiteral(cx: Lowering, elements: readonly Element[], typeNode: number, at: At): ValueId {
  const { fn } = cx;
  if (elements.every(({ key }) => key < 0)) {
    const entries = elements.map((element) => ({ value: elementValue(cx, element, typeNode) }));
    return fn.array(ArrayKind.List, entries, at);
  }
  const list = openList(cx, at);
  let position = 0;
  for (const element of elements) {
    const key = element.key < 0 ? fn.const(position, cx.at(element.node)) : cx.expression(element.key);
    fn.setIndex(list, key, elementValue(cx, element, typeNode), cx.at(element.node));
    position++;
  }
  return list;
}

function mapLiteral(cx: Lowering, elements: readonly Element[], keyType: number, valueType: number, at: At): ValueId {
  const { fn } = cx;
  const entries: Entry[] = [];
  const computed: Element[] = [];
  for (const element of elements) {
    const name = element.key < 0 ? undefined : literalText(cx, element.key);
    if (name === undefined) computed.push(element);
    else {
      const value = elementValue(cx, element, valueType);
      fn.bind(name, value, cx.at(element.key));
      entries.push({ value, name });
    }
  }
  const map = fn.object(entries, at);
  for (const element of computed) {
    const { key, node } = element;
    const isLiteral = key >= 0 && cx.kind(key) === cx.k.literal_value;
    const keyValue = isLiteral ? elementValue(cx, { key: -1, value: key, node }, keyType) : cx.expression(key, node);
    fn.setIndex(map, keyValue, elementValue(cx, element, valueType), cx.at(node));
  }
  return map;
}

// ---- fields --------------------------------------------------------------------------------------------------------

export interface StructField {
  readonly name: string;
  readonly typeNode: number;
  readonly tagNode: number;
  readonly isEmbedded: boolean;
}

/** The fields of a struct in order. An embedded one is called like its type. */
export function fieldsOf(cx: Lowering, structNode: number): StructField[] {
  const { k, f } = cx;
  const fields: StructField[] = [];
  const list = cx.childOf(structNode, k.field_declaration_list);
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.field_declaration) continue;
    const typeNode = cx.child(c, f.type);
    const tagNode = cx.child(c, f.tag);
    const names = cx.tree.childrenByField(c, f.name).filter((name) => cx.kind(name) === k.field_identifier);
    for (const name of names) fields.push({ name: cx.source(name), typeNode, tagNode, isEmbedded: false });
    if (names.length === 0) fields.push({ name: lastName(cx, typeNode), typeNode, tagNode, isEmbedded: true });
  }
  return fields;
}

function lastName(cx: Lowering, typeNode: number): string {
  const { k, f } = cx;
  let n = bareType(cx, typeNode);
  if (n >= 0 && cx.kind(n) === k.generic_type) n = cx.child(n, f.type);
  if (n >= 0 && cx.kind(n) === k.qualified_type) n = cx.child(n, f.name);
  return n < 0 ? '' : cx.source(n);
}
