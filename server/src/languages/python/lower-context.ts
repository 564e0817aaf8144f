import { type At, type ClassBuilder, type FunctionBuilder, ModuleBuilder, type Variable } from '../../ir/builder';
import type { TypeRef, ValueId } from '../../ir/ir';
import type { SyntaxTree } from '../../syntax/tree';
import { brokenCode } from './lower-broken';
import type { KindTable } from './lower-kinds';
import type { ImportedName } from './lower-modules';
import { readName } from './lower-names';

export type ExpressionHandler = (cx: Lowering, n: number) => ValueId;
export type StatementHandler = (cx: Lowering, n: number) => void;

/** Everything that depends on the grammar alone: ids and one handler per kind. Built once per grammar. */
export interface Dialect extends KindTable {
  readonly expressions: readonly (ExpressionHandler | undefined)[];
  readonly statements: readonly (StatementHandler | undefined)[];
  /** By kind: 1 for nodes that name something, see `ownNames`. */
  readonly naming: Uint8Array;
}

/**
 * The body of a class: its names are seen by the code right inside of it and by nothing else, not even by its methods.
 * A comprehension in it makes a copy that holds its own names, too, and has no class.
 */
export interface ClassScope {
  readonly names: Map<string, Variable>;
  readonly owner: { readonly builder: ClassBuilder; readonly value: ValueId; readonly name: string } | undefined;
}

/** The function being built. */
export interface Frame {
  readonly fn: FunctionBuilder;
  readonly outer: Frame | undefined;
  /** The class whose body is being lowered in this function. */
  scope: ClassScope | undefined;
  /** Names that mean the module's variables. */
  globals: ReadonlySet<string> | undefined;
  /** For each loop around the code: the label of the block that a `break` leaves, when the loop has an `else`. */
  readonly loops: (string | undefined)[];
  /** In a method: the class, and what its receiver is called. */
  readonly method: { readonly builder: ClassBuilder; readonly receiver: string } | undefined;
  /** Types of parameters by name. */
  readonly parameterTypes: Map<string, TypeRef>;
}

/** Deeper nesting than any person writes; each level costs several JavaScript stack frames. */
const MAX_DEPTH = 400;
/** How many names of a subtree that is too deep still carry taint. */
const MAX_NAMES = 64;

/** State of lowering one file, and what all parts of it share. */
export class Lowering {
  readonly module: ModuleBuilder;
  readonly text: string;
  readonly k: Dialect['kind'];
  readonly t: Dialect['token'];
  readonly f: Dialect['field'];
  frame!: Frame;
  /** `frame.fn`, read on every step. */
  fn!: FunctionBuilder;
  /** The module's own code. */
  moduleFn!: FunctionBuilder;
  /** Names that come from imports: `Request` → `fastapi#Request`. */
  readonly typeNames = new Map<string, TypeRef>();
  /** Whole modules by local name (`import numpy as np`): the specifier. */
  readonly moduleNames = new Map<string, string>();
  /** `import a.b.c` binds `a`, and makes `a.b` and `a.b.c` modules: all dotted paths that are, by their first name. */
  readonly dottedModules = new Map<string, Set<string>>();
  /** Variables that an `import a.b` binds. */
  readonly moduleVariables = new Set<Variable>();
  /** Names of the module's top level, and those that functions declare as `global`. */
  readonly exportedNames = new Set<string>();
  /** What each import statement names, by its node. */
  readonly imports = new Map<number, readonly ImportedName[]>();
  /** Modules of `from m import *`, in order. */
  readonly wildcards: string[] = [];
  /** Names of types that the module defines as others: the node of what they stand for. */
  readonly typeAliases = new Map<string, number>();
  /** Variables whose first value is text by its looks: functions that use them may be lowered before they are written. */
  readonly textVariables = new Set<Variable>();
  /** Pieces of the type reference being made. */
  typePieces = 0;
  private depth = 0;
  private labels = 0;

  constructor(
    readonly tree: SyntaxTree,
    uri: string,
    readonly dialect: Dialect,
  ) {
    this.text = tree.text;
    this.module = new ModuleBuilder(uri, 'python', tree.text);
    this.k = dialect.kind;
    this.t = dialect.token;
    this.f = dialect.field;
  }

  // ---- the tree --------------------------------------------------------------------------------------------------

  kind(n: number): number {
    return this.tree.kinds[n];
  }

  at(n: number): At {
    return { start: this.tree.starts[n], end: this.tree.ends[n] };
  }

  source(n: number): string {
    return this.text.slice(this.tree.starts[n], this.tree.ends[n]);
  }

  child(n: number, field: number): number {
    return this.tree.childByFieldId(n, field);
  }

  /** First named child that is not a comment. */
  first(n: number): number {
    return this.tree.firstNamedChild(n);
  }

  /** Next named sibling that is not a comment. */
  after(n: number): number {
    return this.tree.nextNamed(n);
  }

  /** The first direct child of a kind, keywords included. */
  childOf(n: number, kind: number): number {
    if (kind < 0) return -1;
    for (let c = this.tree.firstChild(n); c >= 0; c = this.tree.next(c)) if (this.tree.kinds[c] === kind) return c;
    return -1;
  }

  has(n: number, kind: number): boolean {
    return this.childOf(n, kind) >= 0;
  }

  /** One past the last node of a subtree; nodes are in document order. */
  subtreeEnd(n: number): number {
    return this.tree.lasts[n];
  }

  unwrap(n: number): number {
    while (n >= 0 && this.tree.kinds[n] === this.k.parenthesized_expression) n = this.first(n);
    return n;
  }

  // ---- dispatch --------------------------------------------------------------------------------------------------

  /** Lowers an expression; -1 (something the text lacks) is an empty `Opaque`. */
  expression(n: number, parent = n): ValueId {
    if (n < 0) return this.fn.opaque('missing', [], parent < 0 ? this.fn.info.at : this.at(parent));
    if (this.depth >= MAX_DEPTH) return this.tooDeep(n);
    this.depth++;
    const handler = this.dialect.expressions[this.tree.kinds[n]];
    const value = handler ? handler(this, n) : this.unknown(n);
    this.depth--;
    return value;
  }

  /** The expression in a field of a node. */
  operand(n: number, field: number): ValueId {
    return this.expression(this.child(n, field), n);
  }

  statement(n: number): void {
    if (this.depth >= MAX_DEPTH) {
      this.tooDeep(n);
      return;
    }
    this.depth++;
    const handler = this.dialect.statements[this.tree.kinds[n]];
    if (handler) handler(this, n);
    else {
      const expression = this.dialect.expressions[this.tree.kinds[n]];
      if (expression) expression(this, n);
      else this.unknown(n);
    }
    this.depth--;
  }

  /** Runs a part that nests without passing through `expression` or `statement`; `levels` for one that costs more stack. */
  nested<T>(n: number, levels: number, body: () => T, otherwise: () => T): T {
    if (this.depth + levels > MAX_DEPTH) {
      this.tooDeep(n);
      return otherwise();
    }
    this.depth += levels;
    const result = body();
    this.depth -= levels;
    return result;
  }

  /** A kind without a handler, or what does not parse: its sound parts are lowered as what they are. */
  unknown(n: number): ValueId {
    if (this.tree.isError(n)) return this.fn.opaque('error', brokenCode(this, n), this.at(n));
    const values: ValueId[] = [];
    for (let c = this.first(n); c >= 0; c = this.after(c)) {
      const kind = this.tree.kinds[c];
      if (this.dialect.statements[kind]) this.statement(c);
      else if (this.dialect.expressions[kind]) values.push(this.expression(c));
      else if (this.tree.firstNamedChild(c) >= 0) this.statement(c);
    }
    return this.fn.opaque(this.tree.kind(n), values, this.at(n));
  }

  private tooDeep(n: number): ValueId {
    this.module.partial ??= `code nested more than ${MAX_DEPTH} levels deep was not analysed`;
    const names = new Set<string>();
    const end = this.subtreeEnd(n);
    for (let i = n; i < end && names.size < MAX_NAMES; i++) {
      if (this.tree.kinds[i] === this.k.identifier) names.add(this.source(i));
    }
    const at = this.at(n);
    const values = [...names].map((name) => readName(this, name, at));
    return this.fn.opaque('nesting', values, at);
  }

  // ---- functions -------------------------------------------------------------------------------------------------

  /** Makes a function the one being built while the body runs. */
  within<T>(fn: FunctionBuilder, method: Frame['method'], body: () => T): T {
    const outer = this.frame as Frame | undefined;
    this.frame = {
      fn,
      outer,
      scope: undefined,
      globals: undefined,
      loops: [],
      method,
      parameterTypes: new Map(),
    };
    this.fn = fn;
    const result = body();
    if (outer) {
      this.frame = outer;
      this.fn = outer.fn;
    }
    return result;
  }

  /** A label no program can write. */
  freshLabel(): string {
    return `#${this.labels++}`;
  }
}
