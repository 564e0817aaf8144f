import { IterKind, NONE, type ValueId } from '../../ir/ir';
import { brokenCodeAndRest, opensBody } from './lower-broken';
import { lowerClass } from './lower-classes';
import type { Lowering } from './lower-context';
import { condition, typed } from './lower-expressions';
import { ClassScope, localClassName, nameOf, noteClass } from './lower-scopes';
import { declaredTypeOf, dimensions, typeRef, withDimensions } from './lower-types';

/** An `else if` chain longer than this is a row of alternatives instead of a nest. */
const MAX_ELSE_IF = 24;

/** What only describes: nothing runs. */
export function nothing(): void {}

export function statementList(cx: Lowering, block: number): void {
  for (let c = cx.first(block); c >= 0; c = cx.after(c)) {
    // A class or method that is not closed yet takes what follows.
    if (opensBody(cx, c)) {
      brokenCodeAndRest(cx, c);
      return;
    }
    cx.statement(c);
  }
}

export function blockStatement(cx: Lowering, n: number): void {
  cx.scoped(() => statementList(cx, n));
}

export function expressionStatement(cx: Lowering, n: number): void {
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) cx.expression(c);
}

/** A body that may be a single statement; `;` alone is not a node. */
function body(cx: Lowering, n: number): void {
  if (n >= 0 && cx.tree.isNamed(n)) cx.scoped(() => cx.statement(n));
}

/** A test in parentheses, which a broken text may lack. */
function test(cx: Lowering, n: number, parent: number): ValueId {
  return n < 0 || cx.unwrap(n) < 0 ? cx.expression(-1, parent) : condition(cx, n);
}

/** The methods and variables of code without a class, which may use each other before they come. */
export function declareLoose(cx: Lowering, root: number): void {
  const { k, f, fn } = cx;
  for (let c = cx.first(root); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.method_declaration) fn.declare(nameOf(cx, c));
    else if (cx.kind(c) === k.local_variable_declaration) {
      for (let d = cx.first(c); d >= 0; d = cx.after(d)) {
        if (cx.kind(d) !== k.variable_declarator) continue;
        const brackets = dimensions(cx, cx.child(d, f.dimensions));
        fn.declare(nameOf(cx, d), { type: withDimensions(typeRef(cx, cx.child(c, f.type)), brackets) });
      }
    }
  }
}

// ---- variables -----------------------------------------------------------------------------------------------------

export function variableDeclaration(cx: Lowering, n: number): void {
  const { k, f, fn } = cx;
  const base = typeRef(cx, cx.child(n, f.type));
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.tree.isError(c)) cx.statement(c);
    if (cx.kind(c) !== k.variable_declarator) continue;
    const type = withDimensions(base, dimensions(cx, cx.child(c, f.dimensions)));
    const nameNode = cx.child(c, f.name);
    const initial = cx.child(c, f.value);
    const variable = nameNode < 0 ? undefined : fn.declare(cx.source(nameNode), { type });
    if (initial < 0) continue;
    const value = typed(cx, cx.expression(initial), type, initial);
    if (variable) fn.writeVariable(variable, value, cx.at(nameNode));
  }
}

/** A class inside of a method. It knows the method's variables, so it is a value that `new` reads from a variable. */
export function localClass(cx: Lowering, n: number): void {
  if (cx.classByNode.has(n)) {
    lowerClass(cx, n);
    return;
  }
  const { fn } = cx;
  const name = nameOf(cx, n);
  const owner = cx.scope?.type ?? cx.packageName;
  const scope = new ClassScope(owner === '' ? name : `${owner}.${name}`, name, cx.scope);
  cx.localTypes.push({ name, type: scope.type });
  noteClass(cx, n, cx.child(n, cx.f.body), scope);
  const variable = fn.declare(localClassName(name));
  lowerClass(cx, n, (value) => fn.writeVariable(variable, value, cx.at(n)));
}

// ---- branches ------------------------------------------------------------------------------------------------------

export function ifStatement(cx: Lowering, n: number): void {
  const { f } = cx;
  let length = 0;
  for (let c = n; c >= 0 && cx.kind(c) === cx.k.if_statement; c = cx.child(c, f.alternative)) length++;
  if (length > MAX_ELSE_IF) {
    longIf(cx, n);
    return;
  }
  const value = test(cx, cx.child(n, f.condition), n);
  const otherwise = cx.child(n, f.alternative);
  cx.fn.if(
    value,
    cx.at(n),
    () => body(cx, cx.child(n, f.consequence)),
    otherwise < 0 ? undefined : () => body(cx, otherwise),
  );
}

/** The same meaning without nesting: each arm leaves the block that holds them all. */
function longIf(cx: Lowering, n: number): void {
  const { fn, f, k } = cx;
  const label = cx.freshLabel();
  fn.block(
    cx.at(n),
    () => {
      let arm = n;
      for (; arm >= 0 && cx.kind(arm) === k.if_statement; arm = cx.child(arm, f.alternative)) {
        const node = arm;
        const at = cx.at(node);
        fn.if(test(cx, cx.child(node, f.condition), node), at, () => {
          body(cx, cx.child(node, f.consequence));
          fn.break(at, label);
        });
      }
      body(cx, arm);
    },
    label,
  );
}

export function assertStatement(cx: Lowering, n: number): void {
  const { fn } = cx;
  const first = cx.first(n);
  const value = first < 0 ? cx.expression(-1, n) : condition(cx, first);
  const message = first < 0 ? -1 : cx.after(first);
  // Assertions are mostly switched off, so that one that fails stops nothing.
  if (message >= 0) fn.if(fn.unary('!', value, cx.at(n)), cx.at(n), () => void cx.expression(message));
}

// ---- loops ---------------------------------------------------------------------------------------------------------

/** The label in front of a statement. */
function labelOf(cx: Lowering, n: number): string | undefined {
  const parent = cx.tree.parent(n);
  if (parent < 0 || cx.kind(parent) !== cx.k.labeled_statement) return undefined;
  const label = cx.first(parent);
  return label < 0 || label === n ? undefined : cx.source(label);
}

export function forStatement(cx: Lowering, n: number): void {
  const { fn, f, tree } = cx;
  const initial: number[] = [];
  const updates: number[] = [];
  for (let c = tree.firstChild(n); c >= 0; c = tree.next(c)) {
    if (tree.fieldOf(c) === f.init) initial.push(c);
    else if (tree.fieldOf(c) === f.update && tree.isNamed(c)) updates.push(c);
  }
  const value = cx.child(n, f.condition);
  cx.scoped(() => {
    for (const c of initial) if (tree.isNamed(c)) cx.statement(c);
    fn.loop(cx.at(n), {
      test: value < 0 || isTrue(cx, value) ? undefined : () => condition(cx, value),
      body: () => body(cx, cx.child(n, f.body)),
      update: () => {
        for (const c of updates) cx.expression(c);
      },
      label: labelOf(cx, n),
    });
  });
}

export function enhancedForStatement(cx: Lowering, n: number): void {
  const { fn, f } = cx;
  const nameNode = cx.child(n, f.name);
  const type = declaredTypeOf(cx, n);
  const iterable = cx.operand(n, f.value);
  const elementAt = nameNode < 0 ? cx.at(n) : cx.at(nameNode);
  fn.forEach(
    iterable,
    cx.at(n),
    IterKind.Values,
    (element) =>
      cx.scoped(() => {
        if (nameNode >= 0) {
          const variable = fn.declare(cx.source(nameNode), { type });
          fn.writeVariable(variable, fn.cast(element, type, elementAt), elementAt);
        }
        body(cx, cx.child(n, f.body));
      }),
    labelOf(cx, n),
    elementAt,
  );
}

export function whileStatement(cx: Lowering, n: number): void {
  const value = cx.child(n, cx.f.condition);
  cx.fn.loop(cx.at(n), {
    // `while (true)` is left by `break` only.
    test: isTrue(cx, value) ? undefined : () => test(cx, value, n),
    body: () => body(cx, cx.child(n, cx.f.body)),
    label: labelOf(cx, n),
  });
}

function isTrue(cx: Lowering, n: number): boolean {
  const inner = cx.unwrap(n);
  return inner >= 0 && cx.kind(inner) === cx.k.true;
}

export function doStatement(cx: Lowering, n: number): void {
  const value = cx.child(n, cx.f.condition);
  cx.fn.loop(cx.at(n), {
    test: () => test(cx, value, n),
    testLast: true,
    body: () => body(cx, cx.child(n, cx.f.body)),
    label: labelOf(cx, n),
  });
}

/** Loops take their label themselves; anything else becomes a block that `break` can leave. */
export function labeledStatement(cx: Lowering, n: number): void {
  const { k, fn } = cx;
  const label = cx.first(n);
  const inner = label < 0 ? -1 : cx.after(label);
  if (inner < 0) return;
  const kind = cx.kind(inner);
  const isLoop =
    kind === k.for_statement ||
    kind === k.enhanced_for_statement ||
    kind === k.while_statement ||
    kind === k.do_statement;
  if (isLoop) cx.statement(inner);
  else fn.block(cx.at(n), () => cx.statement(inner), labelOf(cx, inner));
}

// ---- jumps ---------------------------------------------------------------------------------------------------------

export function breakStatement(cx: Lowering, n: number): void {
  cx.fn.break(cx.at(n), jumpLabel(cx, n));
}

export function continueStatement(cx: Lowering, n: number): void {
  cx.fn.continue(cx.at(n), jumpLabel(cx, n));
}

function jumpLabel(cx: Lowering, n: number): string | undefined {
  const label = cx.childOf(n, cx.k.identifier);
  return label < 0 ? undefined : cx.source(label);
}

export function returnStatement(cx: Lowering, n: number): void {
  const value = cx.first(n);
  cx.fn.return(value < 0 ? NONE : cx.expression(value), cx.at(n));
}

/** Gives a switch expression its value. */
export function yieldStatement(cx: Lowering, n: number): void {
  const value = cx.expression(cx.first(n), n);
  const result = cx.switchResult;
  if (!result) return;
  cx.fn.writeVariable(result.variable, value, cx.at(n));
  cx.fn.break(cx.at(n), result.label);
}

export function throwStatement(cx: Lowering, n: number): void {
  cx.fn.throw(cx.expression(cx.first(n), n), cx.at(n));
}

// ---- regions -------------------------------------------------------------------------------------------------------

export function synchronizedStatement(cx: Lowering, n: number): void {
  cx.expression(cx.unwrap(cx.childOf(n, cx.k.parenthesized_expression)), n);
  body(cx, cx.child(n, cx.f.body));
}

export function tryStatement(cx: Lowering, n: number): void {
  const { fn, f, k } = cx;
  const handlers: number[] = [];
  let finalizer = -1;
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    if (cx.kind(c) === k.catch_clause) handlers.push(c);
    else if (cx.kind(c) === k.finally_clause) finalizer = cx.first(c);
  }
  const resources = cx.child(n, f.resources);
  fn.try(
    cx.at(n),
    () =>
      cx.scoped(() => {
        for (let c = resources < 0 ? -1 : cx.first(resources); c >= 0; c = cx.after(c)) resource(cx, c);
        body(cx, cx.child(n, f.body));
      }),
    handlers.map((handler) => {
      const parameter = cx.childOf(handler, k.catch_formal_parameter);
      const nameNode = parameter < 0 ? -1 : cx.child(parameter, f.name);
      return {
        at: cx.at(handler),
        named: nameNode < 0 ? undefined : cx.at(nameNode),
        type: parameter < 0 ? undefined : typeRef(cx, cx.childOf(parameter, k.catch_type)),
        body: (caught: ValueId) => catchClause(cx, handler, parameter, caught),
      };
    }),
    finalizer < 0 ? undefined : () => body(cx, finalizer),
  );
}

function resource(cx: Lowering, n: number): void {
  const { fn, f, k } = cx;
  if (cx.kind(n) !== k.resource) {
    cx.statement(n);
    return;
  }
  const value = cx.child(n, f.value);
  const nameNode = cx.child(n, f.name);
  if (value < 0 || nameNode < 0) {
    for (let c = cx.first(n); c >= 0; c = cx.after(c)) if (cx.dialect.expressions[cx.kind(c)]) cx.expression(c);
    return;
  }
  const type = declaredTypeOf(cx, n);
  const opened = typed(cx, cx.expression(value), type, value);
  fn.writeVariable(fn.declare(cx.source(nameNode), { type }), opened, cx.at(nameNode));
}

function catchClause(cx: Lowering, n: number, parameter: number, caught: ValueId): void {
  const { fn, f, k } = cx;
  cx.scoped(() => {
    const nameNode = parameter < 0 ? -1 : cx.child(parameter, f.name);
    if (nameNode >= 0) {
      const type = typeRef(cx, cx.childOf(parameter, k.catch_type));
      fn.writeVariable(fn.declare(cx.source(nameNode), { type }), caught, cx.at(nameNode));
    }
    body(cx, cx.child(n, f.body));
  });
}
