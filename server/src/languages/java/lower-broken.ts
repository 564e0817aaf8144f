import type { At, Entry } from '../../ir/builder';
import type { Annotation, ValueId } from '../../ir/ir';
import { buildClass, lowerMember, type Members } from './lower-classes';
import type { Lowering } from './lower-context';
import { addParameters, parametersOf } from './lower-functions';
import { topLevelName } from './lower-modules';
import { identifier, meaningOf, unqualifiedCallee } from './lower-names';
import {
  arityOf,
  ClassScope,
  isClassLike,
  nameOf,
  noteClass,
  noteMember,
  noteSupertypes,
  noteTypeParameters,
} from './lower-scopes';
import { annotationsIn, isCapitalised, isTypeKind, typeRef } from './lower-types';

/**
 * Code that does not parse, as it is while someone types. The parser keeps the sound pieces: whole statements and
 * expressions, and the tokens between them. Most is lowered as what it is; some is put together again, because much
 * depends on it: a class or a method whose end is missing (their names are what the code inside works on), a variable
 * whose value is being typed, and a call whose arguments are there.
 */
export function brokenCode(cx: Lowering, n: number): ValueId[] {
  return codePieces(cx, flatten(cx, n, -1));
}

/** As `brokenCode` for a node and what stands after it. */
export function brokenCodeAndRest(cx: Lowering, n: number): void {
  codePieces(cx, flatten(cx, -1, n));
}

/**
 * Whether a class or method begins here that must be put together with what follows: one whose end is missing, or a
 * method that the parser takes for a variable, since the end of the one before is missing.
 */
export function opensBody(cx: Lowering, n: number): boolean {
  if (!cx.tree.isError(n)) return methodAsVariable(cx, n, cx.tree.nextNamed(n)) !== undefined;
  let isHead = false;
  let depth = 0;
  for (let c = cx.tree.firstChild(n); c >= 0; c = cx.tree.next(c)) {
    if (cx.kind(c) === cx.k.formal_parameters || isClassToken(cx, c)) isHead = true;
    else if (isHead && isSign(cx, c, '{')) depth++;
    else if (depth > 0 && isSign(cx, c, '}')) depth--;
  }
  return depth > 0;
}

/** The members of a class, of which one does not parse and opens a body: it and those after it. */
export function brokenMembers(cx: Lowering, n: number, members: Members): void {
  memberPieces(cx, flatten(cx, -1, n), members);
}

/** The children of a node and the siblings from `next` on, with those that do not parse replaced by their children. */
function flatten(cx: Lowering, n: number, next: number): number[] {
  const { tree, k } = cx;
  const list: number[] = [];
  const open: number[] = [];
  if (next >= 0) open.push(next);
  if (n >= 0 && tree.firstChild(n) >= 0) open.push(tree.firstChild(n));
  for (let c = open.pop() ?? -1; c >= 0; c = open.pop() ?? -1) {
    const after = tree.next(c);
    if (after >= 0) open.push(after);
    if (tree.isError(c) && tree.firstChild(c) >= 0) open.push(tree.firstChild(c));
    else if (cx.kind(c) !== k.line_comment && cx.kind(c) !== k.block_comment) list.push(c);
  }
  return list;
}

function isSign(cx: Lowering, n: number, sign: string): boolean {
  return !cx.tree.isNamed(n) && cx.source(n) === sign;
}

function isClassToken(cx: Lowering, n: number): boolean {
  const { t } = cx;
  const kind = cx.kind(n);
  return kind === t.class || kind === t.interface || kind === t.enum || kind === t.record || kind === t['@interface'];
}

/** The position of the `}` that closes the `{` just before `from`, or the end. */
function closing(cx: Lowering, list: readonly number[], from: number): number {
  let depth = 1;
  let i = from;
  for (; i < list.length; i++) {
    if (isSign(cx, list[i], '{')) depth++;
    else if (isSign(cx, list[i], '}') && --depth === 0) break;
  }
  return i;
}

// ---- heads ---------------------------------------------------------------------------------------------------------

/** A class or method that begins at a position of the list. */
interface Head {
  readonly modifiers: number;
  readonly nameNode: number;
  /** The return type, -1 for a constructor or class. */
  readonly type: number;
  /** Between name and body: parameters, supertypes. */
  readonly parts: readonly number[];
  readonly body: readonly number[];
  /** The position of its last piece. */
  readonly end: number;
  readonly at: At;
}

type HeadNames = Pick<Head, 'modifiers' | 'nameNode' | 'type'>;

/** `class Name … {` */
function classHead(cx: Lowering, list: readonly number[], first: number): Head | undefined {
  const { k } = cx;
  let i = first;
  const modifiers = cx.kind(list[i]) === k.modifiers ? list[i++] : -1;
  if (i >= list.length || !isClassToken(cx, list[i])) return undefined;
  const nameNode = list[++i] ?? -1;
  if (nameNode < 0 || cx.kind(nameNode) !== k.identifier) return undefined;
  return withBody(cx, list, first, i + 1, { modifiers, nameNode, type: -1 });
}

/** `Type name(…) … {`, or without a type a constructor. */
function methodHead(cx: Lowering, list: readonly number[], first: number): Head | undefined {
  const { k } = cx;
  const variable = methodAsVariable(cx, list[first], list[first + 1] ?? -1);
  if (variable) return withBody(cx, list, first, first + 1, variable);
  let i = first;
  const modifiers = cx.kind(list[i]) === k.modifiers ? list[i++] : -1;
  if (i < list.length && cx.kind(list[i]) === k.type_parameters) i++;
  let type = -1;
  if (i + 1 < list.length && isTypeKind(cx, cx.kind(list[i])) && cx.kind(list[i + 1]) !== k.formal_parameters)
    type = list[i++];
  const nameNode = list[i] ?? -1;
  const parameters = list[i + 1] ?? -1;
  if (nameNode < 0 || cx.kind(nameNode) !== k.identifier) return undefined;
  if (parameters < 0 || cx.kind(parameters) !== k.formal_parameters) return undefined;
  return withBody(cx, list, first, i + 1, { modifiers, nameNode, type });
}

/** `Type name` without a value, before parameters. */
function methodAsVariable(cx: Lowering, n: number, next: number): HeadNames | undefined {
  const { k, f, tree } = cx;
  if (next < 0 || cx.kind(n) !== k.local_variable_declaration) return undefined;
  const parameters = tree.isError(next) ? tree.firstNamedChild(next) : next;
  if (parameters < 0 || cx.kind(parameters) !== k.formal_parameters) return undefined;
  const declarator = cx.child(n, f.declarator);
  const nameNode = declarator < 0 || cx.child(declarator, f.value) >= 0 ? -1 : cx.child(declarator, f.name);
  return nameNode < 0 ? undefined : { modifiers: cx.childOf(n, k.modifiers), nameNode, type: cx.child(n, f.type) };
}

const MAX_PARTS = 6;

/** The head with its body: what follows up to the closing brace, or a block. */
function withBody(
  cx: Lowering,
  list: readonly number[],
  first: number,
  from: number,
  names: HeadNames,
): Head | undefined {
  const { tree, k } = cx;
  for (let i = from; i < list.length && i < from + MAX_PARTS; i++) {
    const isBlock = cx.kind(list[i]) === k.block;
    if (!isBlock && !isSign(cx, list[i], '{')) continue;
    const end = isBlock ? i : closing(cx, list, i + 1);
    const start = tree.starts[list[first]];
    return {
      ...names,
      parts: list.slice(from, i),
      body: isBlock ? tree.children(list[i]).slice(1, -1) : list.slice(i + 1, end),
      end,
      at: { start, end: Math.max(start, tree.ends[list[Math.min(end, list.length - 1)]]) },
    };
  }
  return undefined;
}

function annotationsOfHead(cx: Lowering, head: Head): Annotation[] {
  return head.modifiers < 0 ? [] : annotationsIn(cx, head.modifiers);
}

// ---- classes -------------------------------------------------------------------------------------------------------

function openClass(cx: Lowering, head: Head): void {
  const { k } = cx;
  const name = cx.source(head.nameNode);
  const type = cx.scope ? `${cx.scope.type}.${name}` : topLevelName(cx, name);
  const scope = new ClassScope(type, name, cx.scope);
  if (cx.scope) cx.scope.types.set(name, scope);
  else cx.topLevel.set(name, scope);
  cx.classes.set(type, scope);
  for (const part of head.parts) {
    if (cx.kind(part) === k.type_parameters)
      noteTypeParameters(cx, part, (parameter, bound) => scope.typeParameters.set(parameter, bound));
    else noteSupertypes(cx, part, scope);
  }
  notePieces(cx, head.body, scope);
  cx.nested(
    head.nameNode,
    4,
    () => {
      buildClass(cx, {
        node: -1,
        at: head.at,
        annotations: annotationsOfHead(cx, head),
        scope,
        body: -1,
        name,
        isInterface: false,
        isExported: true,
        members: (members) => memberPieces(cx, head.body, members),
      });
    },
    () => undefined,
  );
}

/** The members among the pieces of a class's body: what names mean in it. */
function notePieces(cx: Lowering, list: readonly number[], scope: ClassScope): void {
  for (let i = 0; i < list.length; i++) {
    const n = list[i];
    const head = classHead(cx, list, i) ?? methodHead(cx, list, i);
    const parameters = head?.parts.find((part) => cx.kind(part) === cx.k.formal_parameters);
    if (head && parameters !== undefined) {
      const isStatic = head.modifiers >= 0 && cx.has(head.modifiers, cx.t.static);
      const name = cx.source(head.nameNode);
      if (!scope.methods.has(name))
        scope.methods.set(name, { isStatic, arity: arityOf(cx, parameters), typeNode: head.type, dimensions: 0 });
    }
    if (head) i = head.end;
    else if (isClassLike(cx, cx.kind(n))) {
      const name = nameOf(cx, n);
      const inner = new ClassScope(`${scope.type}.${name}`, name, scope);
      scope.types.set(name, inner);
      noteClass(cx, n, cx.child(n, cx.f.body), inner);
    } else noteMember(cx, n, scope);
  }
}

function memberPieces(cx: Lowering, list: readonly number[], members: Members): void {
  const { k } = cx;
  const isMember = (kind: number): boolean =>
    isClassLike(cx, kind) ||
    kind === k.field_declaration ||
    kind === k.constant_declaration ||
    kind === k.method_declaration ||
    kind === k.constructor_declaration ||
    kind === k.enum_constant ||
    kind === k.static_initializer ||
    kind === k.block;
  let loose: number[] = [];
  const flush = (): void => {
    if (loose.length > 0) cx.withoutInstance(() => void codePieces(cx, loose));
    loose = [];
  };
  for (let i = 0; i < list.length; i++) {
    const inner = classHead(cx, list, i);
    const head = inner ?? methodHead(cx, list, i);
    if (!head && !isMember(cx.kind(list[i]))) {
      loose.push(list[i]);
      continue;
    }
    flush();
    if (inner) openClass(cx, inner);
    else if (head) openMethod(cx, head);
    else lowerMember(cx, list[i], members, []);
    if (head) i = head.end;
  }
  flush();
}

/** A method whose end may be missing. Outside of a class it becomes a function of the file. */
function openMethod(cx: Lowering, head: Head): void {
  const { k, t, members } = cx;
  const outer = cx.fn;
  const name = cx.source(head.nameNode);
  const isStatic = head.modifiers >= 0 && cx.has(head.modifiers, t.static);
  const isConstructor = head.type < 0 && members !== undefined && name === members.scope.name;
  const kind = members ? (isConstructor ? 'constructor' : 'method') : 'function';
  cx.nested(
    head.nameNode,
    4,
    () => {
      const fn = cx.module.function(
        {
          name,
          kind,
          at: head.at,
          nameAt: cx.at(head.nameNode),
          isStatic: isStatic && members !== undefined,
          isExported: head.modifiers < 0 || !cx.has(head.modifiers, t.private),
          owner: members?.cls.id,
          returnType: typeRef(cx, head.type),
          annotations: annotationsOfHead(cx, head),
        },
        outer,
      );
      const surroundings = members ? { scope: members.scope, hasThis: !isStatic } : {};
      cx.within(fn, members ? 'method' : 'lambda', surroundings, () => {
        for (const part of head.parts) {
          if (cx.kind(part) === k.formal_parameters) addParameters(cx, parametersOf(cx, part));
        }
        codePieces(cx, head.body);
        fn.finish();
      });
      if (members) members.cls.methods.push(fn.id);
      else outer.write(name, outer.closure(fn, head.at), cx.at(head.nameNode));
    },
    () => undefined,
  );
}

// ---- code ----------------------------------------------------------------------------------------------------------

interface OpenCall {
  readonly callee: ValueId;
  readonly start: number;
  readonly args: Entry[];
}

/** What the pieces before the present one make together. */
class Pending {
  readonly values: ValueId[] = [];
  private calls: OpenCall[] = [];
  /** The expression just before, which `(` makes a callee and `.` an object. */
  last: { value: ValueId; start: number } | undefined;
  isMember = false;

  constructor(private readonly cx: Lowering) {}

  /** Takes back the expression just before, which is part of something larger. */
  take(): { value: ValueId; start: number } | undefined {
    const { last } = this;
    this.last = undefined;
    if (!last) return undefined;
    const call = this.calls[this.calls.length - 1];
    if (call) call.args.pop();
    else this.values.pop();
    return last;
  }

  add(value: ValueId, start: number): void {
    const call = this.calls[this.calls.length - 1];
    if (call) call.args.push({ value });
    else this.values.push(value);
    this.last = { value, start };
    this.isMember = false;
  }

  open(callee: ValueId, start: number): void {
    this.calls.push({ callee, start, args: [] });
    this.last = undefined;
  }

  /** A call whose end is reached. */
  close(end: number): void {
    const call = this.calls.pop();
    this.last = undefined;
    if (call) this.add(this.cx.fn.call(call.callee, call.args, { start: call.start, end }), call.start);
  }

  closeAll(end: number): void {
    while (this.calls.length > 0) this.close(end);
    this.last = undefined;
    this.isMember = false;
  }
}

function codePieces(cx: Lowering, list: readonly number[]): ValueId[] {
  const { k, tree, dialect } = cx;
  const pending = new Pending(cx);
  for (let i = 0; i < list.length; i++) {
    const n = list[i];
    const kind = cx.kind(n);
    const start = tree.starts[n];
    const cls = classHead(cx, list, i);
    const head = cls ?? methodHead(cx, list, i);
    if (head) {
      pending.closeAll(start);
      if (cls) openClass(cx, cls);
      else openMethod(cx, head);
      i = head.end;
    } else if (kind === k.formal_parameters) {
      pending.closeAll(start);
      looseParameters(cx, n);
    } else if (isTypeKind(cx, kind) && kind !== k.identifier) {
      pending.closeAll(start);
      i = looseVariable(cx, list, i);
    } else if (dialect.statements[kind] && !(kind === k.switch_expression && i + 1 < list.length)) {
      pending.closeAll(start);
      cx.statement(n);
    } else if (kind === k.identifier) namePiece(cx, list, i, pending);
    else if (dialect.expressions[kind]) pending.add(cx.expression(n), start);
    else if (tree.isNamed(n)) {
      if (tree.firstNamedChild(n) >= 0) cx.statement(n);
    } else if (isSign(cx, n, '(')) {
      const callee = pending.take();
      if (callee) pending.open(callee.value, callee.start);
    } else if (isSign(cx, n, ')')) pending.close(tree.ends[n]);
    else if (isSign(cx, n, '.')) pending.isMember = pending.last !== undefined;
    else if (isSign(cx, n, ';') || isSign(cx, n, '{') || isSign(cx, n, '}')) pending.closeAll(start);
    else pending.last = undefined;
  }
  pending.closeAll(list.length > 0 ? tree.ends[list[list.length - 1]] : 0);
  return pending.values;
}

/** A name: a member of what stands before its dot, what is called if `(` follows, else a value. */
function namePiece(cx: Lowering, list: readonly number[], i: number, pending: Pending): void {
  const { tree, fn } = cx;
  const n = list[i];
  const next = list[i + 1] ?? -1;
  const isCalled = next >= 0 && isSign(cx, next, '(');
  const object = pending.isMember ? pending.take() : undefined;
  if (object) {
    pending.add(fn.field(object.value, cx.source(n), { start: object.start, end: tree.ends[n] }), object.start);
    return;
  }
  const name = cx.source(n);
  const isType = next >= 0 && isSign(cx, next, '.') && isCapitalised(name) && !meaningOf(cx, name);
  const value = isCalled
    ? unqualifiedCallee(cx, n)
    : isType
      ? fn.typeName(typeRef(cx, n), cx.at(n))
      : identifier(cx, n);
  pending.add(value, tree.starts[n]);
}

/** Parameters of a method whose head is in pieces: their names and types still help. */
function looseParameters(cx: Lowering, n: number): void {
  const { fn } = cx;
  for (const { name, type, nameNode } of parametersOf(cx, n)) {
    if (nameNode < 0) continue;
    const at = cx.at(nameNode);
    fn.writeVariable(fn.declare(name, { type }), fn.cast(fn.opaque('error', [], at), type, at), at);
  }
}

/** `Type name = value`, as far as it is there. The position of its last piece. */
function looseVariable(cx: Lowering, list: readonly number[], i: number): number {
  const { k, fn } = cx;
  const nameNode = list[i + 1] ?? -1;
  if (nameNode < 0 || cx.kind(nameNode) !== k.identifier) return i;
  const type = typeRef(cx, list[i]);
  const equals = list[i + 2] ?? -1;
  const valueNode = list[i + 3] ?? -1;
  const after = list[i + 4] ?? -1;
  const hasValue = equals >= 0 && isSign(cx, equals, '=') && valueNode >= 0;
  // A value that goes on belongs to what follows.
  const isWhole = after < 0 || (!isSign(cx, after, '(') && !isSign(cx, after, '.'));
  if (!hasValue || !cx.dialect.expressions[cx.kind(valueNode)] || !isWhole) {
    const at = cx.at(nameNode);
    fn.writeVariable(fn.declare(cx.source(nameNode), { type }), fn.cast(fn.opaque('error', [], at), type, at), at);
    return hasValue ? i + 2 : i + 1;
  }
  const value = fn.cast(cx.expression(valueNode), type, cx.at(valueNode));
  fn.writeVariable(fn.declare(cx.source(nameNode), { type }), value, cx.at(nameNode));
  return i + 3;
}
