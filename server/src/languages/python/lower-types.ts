import type { Annotation, ConstantValue, TypeRef } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { literalText, numberValue } from './lower-literals';

/**
 * Types are read from their text, since they may also be written in strings. Names are resolved through the imports;
 * `Optional[X]` and `Union[X, Y]` become unions, wrappers that only say how a name is used give what they wrap, and the
 * capitalised names of built-in containers their small ones. `Any` is the unknown type.
 */
const MAX_DEPTH = 20;
/** Types are looked at piece by piece up to this many: aliases may multiply what they stand for. */
const MAX_PIECES = 200;

/** The type reference of a node that describes a type; '' when nothing is known. */
export function typeRef(cx: Lowering, n: number): TypeRef {
  if (n < 0) return '';
  cx.typePieces = 0;
  const type = new TypeReader(cx, cx.source(n), 0).read();
  return type === 'any' ? '' : type;
}

const WRAPPERS = new Set(['Annotated', 'ClassVar', 'Final', 'InitVar', 'NotRequired', 'ReadOnly', 'Required']);
const BUILT_IN: Readonly<Record<string, string>> = {
  AnyStr: 'str',
  DefaultDict: 'dict',
  Dict: 'dict',
  FrozenSet: 'frozenset',
  List: 'list',
  LiteralString: 'str',
  Set: 'set',
  Text: 'str',
  Tuple: 'tuple',
  Type: 'type',
};
const TYPING = /^(?:typing|typing_extensions|t)#/;
const TOKEN =
  /\s*(?:#[^\n]*\n\s*)*(?:([\p{L}_][\p{L}\p{N}_]*(?:\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*)|([rRuUbB]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))|([\s\S]))/uy;

/** Reads one type from text, token by token. */
class TypeReader {
  private position = 0;
  private name = '';
  private literal = '';
  private sign = '';

  constructor(
    private readonly cx: Lowering,
    private readonly text: string,
    private readonly depth: number,
  ) {
    this.next();
  }

  read(): TypeRef {
    const parts = [this.single()];
    while (this.sign === '|') {
      this.next();
      parts.push(this.single());
    }
    return union(parts);
  }

  private next(): void {
    TOKEN.lastIndex = this.position;
    const match = TOKEN.exec(this.text);
    this.position = match ? TOKEN.lastIndex : this.text.length;
    this.name = match?.[1]?.replaceAll(/\s+/g, '') ?? '';
    this.literal = match?.[2] ?? '';
    this.sign = match?.[3] ?? '';
  }

  private single(): TypeRef {
    if (this.depth > MAX_DEPTH || this.cx.typePieces++ > MAX_PIECES) return this.skip();
    if (this.literal !== '') {
      const inner = this.literal.replace(/^[rRuUbB]*("""|'''|"|')/, '').replace(/("""|'''|"|')$/, '');
      this.next();
      return new TypeReader(this.cx, inner, this.depth + 1).read();
    }
    if (this.name === '') return this.skip();
    const { name } = this;
    this.next();
    if (this.sign === '(') {
      // `conint(gt=0)`: what a call makes is not known here.
      this.list();
      return 'any';
    }
    if (this.sign !== '[') return this.named(name);
    const resolved = qualifiedName(this.cx, name);
    const plain = resolved.replace(TYPING, '');
    if (plain === 'Literal') return this.literals();
    const args = this.list();
    if (plain === 'Optional') return union([args[0] ?? 'any', 'None']);
    if (plain === 'Union') return union(args);
    if (WRAPPERS.has(plain) || resolved === 'dataclasses#InitVar') return args[0] ?? 'any';
    const base = BUILT_IN[plain] ?? (TYPING.test(resolved) ? resolved : this.named(name));
    return base === 'any' ? 'any' : `${base}<${args.join(',')}>`;
  }

  private named(name: string): TypeRef {
    const resolved = qualifiedName(this.cx, name);
    const plain = resolved.replace(TYPING, '');
    if (plain === 'Any' || plain === 'Self' || plain === 'TypeAlias' || plain === 'ClassVar' || plain === 'Final')
      return 'any';
    if (BUILT_IN[plain] !== undefined) return BUILT_IN[plain];
    const alias = this.cx.typeAliases.get(name);
    if (alias === undefined) return resolved;
    const source = this.cx.source(alias);
    // `NewType('X', int)` is an `int`.
    const base = /^(?:[\w.]+\.)?NewType\s*\([^,]*,([\s\S]*)\)$/.exec(source)?.[1] ?? source;
    const meaning = new TypeReader(this.cx, base, this.depth + 5).read();
    return meaning === 'any' ? name : meaning;
  }

  /** The types between brackets, which are the next token. */
  private list(): TypeRef[] {
    const close = this.sign === '(' ? ')' : ']';
    const types: TypeRef[] = [];
    this.next();
    while (this.sign !== close && !this.atEnd()) {
      types.push(this.nested());
      // What is no type up to the next comma says nothing.
      while (this.sign !== ',' && this.sign !== close && !this.atEnd()) this.skip();
      if (this.sign === ',') this.next();
    }
    this.next();
    return types;
  }

  private nested(): TypeRef {
    if (this.level >= MAX_DEPTH) return this.skip();
    this.level++;
    const type = this.read();
    this.level--;
    return type;
  }

  private level = 0;

  /** `Literal['a', 1]`: the texts of the constants. */
  private literals(): TypeRef {
    const parts: string[] = [];
    this.next();
    while (this.sign !== ']' && !this.atEnd()) {
      const part = this.literal || this.name;
      if (part !== '' && parts.length < MAX_PIECES) parts.push(part);
      this.next();
    }
    this.next();
    return parts.length === 0 ? 'any' : parts.join('|');
  }

  /** Passes over a token, or over everything in brackets. */
  private skip(): TypeRef {
    let open = 0;
    do {
      if (this.sign === '[' || this.sign === '(' || this.sign === '{') open++;
      else if (this.sign === ']' || this.sign === ')' || this.sign === '}') open--;
      this.next();
    } while (open > 0 && !this.atEnd());
    return 'any';
  }

  private atEnd(): boolean {
    return this.name === '' && this.literal === '' && this.sign === '';
  }
}

function union(types: readonly TypeRef[]): TypeRef {
  const parts = new Set(types.flatMap((type) => (type.includes('<') ? [type] : type.split('|'))));
  return parts.has('any') ? 'any' : [...parts].join('|');
}

// ---- names ---------------------------------------------------------------------------------------------------------

/** A dotted name as written, with what its beginning is imported as: `spec#Member`, or itself. */
export function qualifiedName(cx: Lowering, written: string): TypeRef {
  const name = written.replaceAll(/\s+/g, '');
  const dot = name.indexOf('.');
  const root = dot < 0 ? name : name.slice(0, dot);
  const rest = dot < 0 ? '' : name.slice(dot + 1);
  const member = cx.typeNames.get(root);
  if (member !== undefined) return rest === '' ? member : `${member}.${rest}`;
  const module = cx.moduleNames.get(root);
  if (module === undefined || rest === '') return name;
  // `a.b.C` after `import a.b`.
  const modules = cx.dottedModules.get(root);
  for (let end = name.lastIndexOf('.'); modules && end > 0; end = name.lastIndexOf('.', end - 1)) {
    if (modules.has(name.slice(0, end))) return `${name.slice(0, end)}#${name.slice(end + 1)}`;
  }
  return `${module}#${rest}`;
}

// ---- annotations ---------------------------------------------------------------------------------------------------

/** What a decorator says, without running it. */
export function annotation(cx: Lowering, n: number): Annotation {
  const expression = cx.unwrap(cx.first(n));
  if (expression < 0) return { name: '', args: [], ...cx.at(n) };
  const called = callAnnotation(cx, expression);
  return { ...(called ?? { name: qualifiedName(cx, cx.source(expression)), args: [] }), ...cx.at(n) };
}

/** What a call says as a default or in `Annotated`: `Query(max_length=3)`. Undefined for anything else. */
export function callAnnotation(cx: Lowering, n: number): Annotation | undefined {
  const { k, f } = cx;
  n = cx.unwrap(n);
  if (n < 0 || cx.kind(n) !== k.call) return undefined;
  const callee = cx.child(n, f.function);
  const list = cx.child(n, f.arguments);
  if (callee < 0) return undefined;
  const args: { name?: string; value?: ConstantValue; text: string }[] = [];
  for (let c = list < 0 ? -1 : cx.first(list); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) !== k.keyword_argument) args.push(argument(cx, c));
    else args.push(argument(cx, cx.child(c, f.value), cx.source(cx.child(c, f.name))));
  }
  return { name: qualifiedName(cx, cx.source(callee)), args, ...cx.at(n) };
}

function argument(cx: Lowering, n: number, name?: string): { name?: string; value?: ConstantValue; text: string } {
  const { k } = cx;
  const text = n < 0 ? '' : cx.source(n);
  const base = name === undefined ? { text } : { name, text };
  if (n < 0) return base;
  switch (cx.kind(n)) {
    case k.string:
    case k.concatenated_string: {
      const value = literalText(cx, n);
      return value === undefined ? base : { ...base, value };
    }
    case k.integer:
    case k.float: {
      const value = numberValue(text);
      return typeof value === 'number' ? { ...base, value } : base;
    }
    case k.true:
      return { ...base, value: true };
    case k.false:
      return { ...base, value: false };
    case k.none:
      return { ...base, value: null };
    default:
      return base;
  }
}

/** What `Annotated[T, …]` adds to a type, through aliases, unions and `Optional`. */
export function typeAnnotations(cx: Lowering, n: number, depth = 0): Annotation[] {
  const { k, f } = cx;
  if (n < 0 || depth > MAX_DEPTH) return [];
  const inner = (node: number): Annotation[] => typeAnnotations(cx, node, depth + 1);
  const all = (node: number): Annotation[] => cx.tree.namedChildren(node).flatMap(inner);
  switch (cx.kind(n)) {
    case k.type:
    case k.parenthesized_expression:
      return inner(cx.first(n));
    case k.identifier: {
      const alias = cx.typeAliases.get(cx.source(n));
      return alias === undefined ? [] : typeAnnotations(cx, alias, depth + 5);
    }
    case k.union_type:
    case k.binary_operator:
      return all(n);
    case k.generic_type: {
      const list = cx.childOf(n, k.type_parameter);
      return list < 0 ? [] : metadata(cx, cx.source(cx.first(n)), cx.tree.namedChildren(list), depth);
    }
    case k.subscript:
      return metadata(cx, cx.source(cx.child(n, f.value)), cx.tree.childrenByField(n, f.subscript), depth);
    default:
      return [];
  }
}

function metadata(cx: Lowering, written: string, args: readonly number[], depth: number): Annotation[] {
  const name = qualifiedName(cx, written).replace(/^.*[#.]/, '');
  if (name !== 'Annotated')
    return name === 'Optional' || name === 'Union' ? args.flatMap((n) => typeAnnotations(cx, n, depth + 1)) : []; // prettier-ignore
  const found = args.length > 0 ? typeAnnotations(cx, args[0], depth + 1) : [];
  for (const arg of args.slice(1)) {
    const node = cx.kind(arg) === cx.k.type ? cx.first(arg) : arg;
    if (node < 0) continue;
    const called = callAnnotation(cx, node);
    if (called) found.push(called);
    else if (cx.kind(node) === cx.k.identifier || cx.kind(node) === cx.k.attribute)
      found.push({ name: qualifiedName(cx, cx.source(node)), args: [], ...cx.at(node) });
  }
  return found;
}
