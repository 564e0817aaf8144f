import type { At, Entry } from '../../ir/builder';
import { ArrayKind, type TypeRef, type ValueId } from '../../ir/ir';
import { type Target, target } from './lower-assign';
import { brokenParts } from './lower-broken';
import { operator, POINTED } from './lower-chains';
import { zeroValue } from './lower-composites';
import type { Lowering } from './lower-context';
import { formatCall } from './lower-format';
import { literalText } from './lower-literals';
import { isBuiltin, packageNamed, qualifiedValue, readName, typeNamed, variableOf } from './lower-names';
import { isLanguageType, typeRef } from './lower-types';

export interface PlacedEntry extends Entry {
  readonly at: At;
}

/** The call of what a node names; `callee` is its value where that was lowered already. */
export function call(cx: Lowering, n: number, calleeNode: number, callee: ValueId | undefined): ValueId {
  const { fn, f, k } = cx;
  const list = cx.child(n, f.arguments);
  const at = cx.at(n);
  if (calleeNode < 0) return fn.call(cx.expression(-1, n), callArguments(cx, list).entries, at);
  if (callee === undefined) {
    const name = cx.source(calleeNode);
    const type = typeNamed(cx, name);
    if (type !== '') return conversion(cx, type, first(cx, list), at, cx.at(calleeNode));
    const builtin = isBuiltin(cx, name) && Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
    if (builtin) return builtin(cx, n, list);
    return finish(cx, readName(cx, name, cx.at(calleeNode)), list, at);
  }
  const inner = cx.unwrap(calleeNode);
  if (inner >= 0 && cx.kind(inner) === k.unary_expression && operator(cx, inner) === '*') {
    // `(*T)(x)`
    const pointed = cx.child(inner, f.operand);
    const type = pointed >= 0 && cx.kind(pointed) === k.identifier ? typeNamed(cx, cx.source(pointed)) : '';
    if (type !== '') return conversion(cx, type, first(cx, list), at, cx.at(calleeNode));
  }
  if (isSprintf(cx, calleeNode)) {
    const format = first(cx, list);
    if (format >= 0 && literalText(cx, format) !== undefined) {
      return formatCall(cx, format, callArguments(cx, list, cx.after(format)).entries, at);
    }
  }
  return finish(cx, callee, list, at);
}

function finish(cx: Lowering, callee: ValueId, list: number, at: At): ValueId {
  const { entries, writeBack } = callArguments(cx, list);
  const result = cx.fn.call(callee, entries, at);
  writeBack();
  return result;
}

function first(cx: Lowering, list: number): number {
  return list < 0 ? -1 : cx.first(list);
}

function isSprintf(cx: Lowering, callee: number): boolean {
  const { k, f } = cx;
  if (cx.kind(callee) !== k.selector_expression) return false;
  const name = cx.child(callee, f.field);
  const owner = cx.child(callee, f.operand);
  if (name < 0 || owner < 0 || cx.source(name) !== 'Sprintf' || cx.kind(owner) !== k.identifier) return false;
  return packageNamed(cx, cx.source(owner)) === 'fmt';
}

/** `T(x)`. The language's own types convert by a call, as models speak of it; any other names what it is given anew. */
export function conversion(cx: Lowering, type: TypeRef, operand: number, at: At, typeAt: At): ValueId {
  const { fn } = cx;
  const value = operand < 0 ? fn.opaque('missing', [], at) : cx.expression(operand);
  if (isLanguageType(type)) return fn.call(fn.global(type, typeAt), [{ value }], at);
  return fn.cast(value, type, at);
}

/** `[]byte(x)`, `map[string]T(x)`, `func()(x)`: a conversion to a type that is spelt out. */
export function typeConversion(cx: Lowering, n: number): ValueId {
  const { f, k } = cx;
  const typeNode = cx.child(n, f.type);
  const operand = cx.child(n, f.operand);
  const isGeneric = typeNode >= 0 && cx.kind(typeNode) === k.generic_type;
  // `f[A, B](x)` looks the same, and so does any call in code that does not parse.
  const callee = calledName(cx, isGeneric ? cx.child(typeNode, f.type) : typeNode);
  if (callee !== undefined) {
    const broken = brokenParts(cx, n).map((value) => ({ value }));
    const { entries, writeBack } = callArguments(cx, n, operand);
    const result = cx.fn.call(callee, [...broken, ...entries], cx.at(n));
    writeBack();
    return result;
  }
  const type = typeRef(cx, typeNode);
  return conversion(cx, type, operand, cx.at(n), typeNode < 0 ? cx.at(n) : cx.at(typeNode));
}

/** What the name of a type means when it is no type that this file knows. */
function calledName(cx: Lowering, n: number): ValueId | undefined {
  const { k } = cx;
  if (n < 0) return undefined;
  if (cx.kind(n) === k.type_identifier) {
    const name = cx.source(n);
    return typeNamed(cx, name) === '' ? readName(cx, name, cx.at(n)) : undefined;
  }
  return cx.kind(n) === k.qualified_type ? qualifiedValue(cx, n) : undefined;
}

// ---- arguments -----------------------------------------------------------------------------------------------------

interface Arguments {
  readonly entries: readonly PlacedEntry[];
  /** To be done after the call: variables whose address was given hold what the call left there. */
  readonly writeBack: () => void;
}

/** The entries of an argument list from a node on. What does not parse in it is lowered, but takes no argument's place. */
export function callArguments(cx: Lowering, list: number, from = first(cx, list)): Arguments {
  const { k, tree } = cx;
  const entries: PlacedEntry[] = [];
  const boxes: { readonly target: Target; readonly box: ValueId; readonly at: At }[] = [];
  for (let c = from; c >= 0; c = cx.after(c)) {
    const at = cx.at(c);
    if (cx.kind(c) === k.variadic_argument) {
      entries.push({ value: cx.expression(cx.first(c), c), spread: 'list', at });
      continue;
    }
    const pointed = addressOf(cx, c);
    if (pointed >= 0 && changesByAddress(cx, pointed)) {
      const place = target(cx, pointed);
      const box = boxed(cx, place.read(cx.at(pointed)), cx.kind(pointed) !== k.identifier, at);
      boxes.push({ target: place, box, at: cx.at(pointed) });
      entries.push({ value: box, at });
      continue;
    }
    const value = cx.expression(c);
    if (!tree.isError(c)) entries.push({ value, at });
  }
  const writeBack = (): void => {
    for (const { target: place, box, at } of boxes) place.write(cx.fn.field(box, POINTED, at), at);
  };
  return { entries, writeBack };
}

/** What `&x` takes the address of, -1 for anything else. */
function addressOf(cx: Lowering, n: number): number {
  const { k, f } = cx;
  n = cx.unwrap(n);
  if (n < 0 || cx.kind(n) !== k.unary_expression || operator(cx, n) !== '&') return -1;
  return cx.unwrap(cx.child(n, f.operand));
}

/** Whether code that gets the address can only put a new value there: of objects it gets the object itself. */
function changesByAddress(cx: Lowering, n: number): boolean {
  const { k } = cx;
  const kind = cx.kind(n);
  if (kind === k.selector_expression || kind === k.index_expression) return true;
  const variable = variableOf(cx, n);
  return variable !== undefined && (cx.variables.get(variable)?.isPlain ?? false);
}

/** A variable as code sees it that has its address: the value, and what it holds where it may hold something. */
function boxed(cx: Lowering, value: ValueId, mayHold: boolean, at: At): ValueId {
  const itself: Entry = { value, name: POINTED };
  return cx.fn.object(mayHold ? [{ value, spread: 'map' }, itself] : [itself], at);
}

// ---- functions of the language -------------------------------------------------------------------------------------

type Builtin = (cx: Lowering, n: number, list: number) => ValueId;

const BUILTINS: Readonly<Record<string, Builtin>> = {
  append,
  make,
  new: (cx, n, list) => zeroValue(cx, first(cx, list), cx.at(n)),
  panic,
};

/** A list of what the first one holds and what follows. */
function append(cx: Lowering, n: number, list: number): ValueId {
  const { entries } = callArguments(cx, list);
  const [base, ...more] = entries;
  if (!base) return cx.fn.opaque('missing', [], cx.at(n));
  return cx.fn.array(ArrayKind.List, [{ value: base.value, spread: 'list' }, ...more], cx.at(n));
}

/** A map without entries; of a list or channel nobody knows what it holds. */
function make(cx: Lowering, n: number, list: number): ValueId {
  const type = first(cx, list);
  for (let c = type < 0 ? -1 : cx.after(type); c >= 0; c = cx.after(c)) cx.expression(c);
  return zeroValue(cx, type, cx.at(n), true);
}

function panic(cx: Lowering, n: number, list: number): ValueId {
  const node = first(cx, list);
  const value = cx.expression(node, n);
  cx.fn.throw(value, cx.at(n));
  return value;
}
