import { brokenCodeAndRest, opensFunction } from './lower-broken';
import type { Lowering } from './lower-context';
import { declareNames, declareVariables, isHoisted } from './lower-declarations';
import { patternNames } from './lower-patterns';

/** The statements of a block: names first, so that inner functions see them, then imports and functions, then the rest. */
export function statementList(cx: Lowering, block: number): void {
  statements(cx, [block]);
}

/** As `statementList` for the statements of several nodes that share a scope (the cases of a switch). */
export function declareAll(cx: Lowering, blocks: readonly number[]): boolean {
  let hoists = false;
  for (const block of blocks) {
    for (let c = cx.first(block); c >= 0 && !opensFunction(cx, c); c = cx.after(c)) {
      hoists = declareNames(cx, c) || hoists;
    }
  }
  if (hoists) {
    for (const block of blocks) {
      for (let c = cx.first(block); c >= 0 && !opensFunction(cx, c); c = cx.after(c)) {
        if (isHoisted(cx, c)) cx.statement(c);
      }
    }
  }
  return hoists;
}

function statements(cx: Lowering, blocks: readonly number[]): void {
  const hoists = declareAll(cx, blocks);
  for (const block of blocks) {
    for (let c = cx.first(block); c >= 0; c = cx.after(c)) {
      // A function that is not closed yet takes the statements that follow.
      if (opensFunction(cx, c)) {
        brokenCodeAndRest(cx, c);
        break;
      }
      if (!hoists || !isHoisted(cx, c)) cx.statement(c);
    }
  }
}

export function blockStatement(cx: Lowering, n: number): void {
  cx.fn.scoped(() => statementList(cx, n));
}

/**
 * Declares the `var`s of a function, which belong to it as a whole. One that sits where control may not come by is
 * undefined until it does.
 */
export function hoistVars(cx: Lowering, body: number): void {
  const { k, tree, dialect } = cx;
  const end = cx.tree.lasts[body];
  for (let i = body + 1; i < end; ) {
    const kind = tree.kinds[i];
    if (kind === k.variable_declaration) {
      declareVariables(cx, i, true);
      if (!runsAlways(cx, i, body)) undefinedUntilReached(cx, i);
    } else if (kind === k.for_in_statement) {
      const keyword = cx.child(i, cx.f.kind);
      if (keyword >= 0 && cx.source(keyword) === 'var') {
        patternNames(cx, cx.child(i, cx.f.left), (name) => cx.fn.declare(name, { functionScope: true }));
      }
    }
    // Only statements hold statements; functions and expressions are passed over.
    if (dialect.nests[kind]) i++;
    else i = cx.tree.lasts[i];
  }
}

function runsAlways(cx: Lowering, n: number, body: number): boolean {
  const parent = cx.tree.parent(n);
  return parent === body || (cx.kind(parent) === cx.k.for_statement && cx.tree.parent(parent) === body);
}

function undefinedUntilReached(cx: Lowering, n: number): void {
  for (let c = cx.first(n); c >= 0; c = cx.after(c)) {
    const target = cx.child(c, cx.f.name);
    patternNames(cx, target, (name) => {
      const variable = cx.fn.lookup(name);
      if (variable && variable.owner === cx.fn && variable.values.length === 0) {
        const at = cx.at(target);
        cx.fn.writeVariable(variable, cx.fn.const(undefined, at), at);
      }
    });
  }
}
