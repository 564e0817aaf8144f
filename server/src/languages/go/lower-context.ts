import { type At, type ClassBuilder, type FunctionBuilder, ModuleBuilder, type Variable } from '../../ir/builder';
import type { TypeRef, ValueId } from '../../ir/ir';
import type { SyntaxTree } from '../../syntax/tree';
import { brokenCode } from './lower-broken';
import type { KindTable } from './lower-kinds';

export type ExpressionHandler = (cx: Lowering, n: number) => ValueId;
export type StatementHandler = (cx: Lowering, n: number) => void;

/** Everything that depends on the grammar alone: ids and one handler per kind. Built once per grammar. */
export interface Dialect extends KindTable {
  readonly expressions: readonly (ExpressionHandler | undefined)[];
  readonly statements: readonly (StatementHandler | undefined)[];
}

/** The function being built. */
export interface Frame {
  readonly fn: FunctionBuilder;
  /** Results that have names: what a bare `return` gives. */
  readonly results: readonly Variable[];
}

/** A type of the file. */
export interface DeclaredType {
  /** How type references write it. */
  readonly ref: TypeRef;
  /** The type as it is defined, -1 where it is not known. */
  readonly node: number;
}

/** What is known of a variable beside its value. */
export interface VariableFacts {
  readonly type: TypeRef;
  /** It holds a number, a text or a flag: code that gets its address can change it. */
  readonly isPlain: boolean;
  /** It is a pointer to such a variable. */
  readonly isPointerToPlain: boolean;
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
  packageName = '';
  /** Imported packages by the names they may be called in the file. */
  readonly imports = new Map<string, string>();
  /** Packages of `import . "…"`. */
  readonly dotImports: string[] = [];
  /** Types of the package that this file declares, by name. */
  readonly types = new Map<string, DeclaredType>();
  /** Classes by type name: what the file declares, and parts of what other files of the package declare. */
  readonly classes = new Map<string, ClassBuilder>();
  /** Types that only a part of the code knows, innermost last: local types, type parameters. */
  localTypes: { readonly name: string; readonly type: DeclaredType }[] = [];
  readonly variables = new WeakMap<Variable, VariableFacts>();
  /** Variables of the package whose first value is text by its looks. */
  readonly textVariables = new Set<Variable>();
  /** What does not parse and belongs to the function before it. */
  readonly consumed = new Set<number>();
  /** The value of `iota`. */
  iota = 0;
  /** How many times the code being lowered is repeated by falling through switch cases. */
  repetition = 1;
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
    this.module = new ModuleBuilder(uri, 'go', tree.text);
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
    if (kind < 0 || n < 0) return -1;
    for (let c = this.tree.firstChild(n); c >= 0; c = this.tree.next(c)) if (this.tree.kinds[c] === kind) return c;
    return -1;
  }

  has(n: number, kind: number): boolean {
    return this.childOf(n, kind) >= 0;
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
    const variables = new Set<Variable>();
    const end = this.tree.lasts[n];
    for (let i = n; i < end && variables.size < MAX_NAMES; i++) {
      if (this.tree.kinds[i] !== this.k.identifier) continue;
      const variable = this.fn.lookup(this.source(i));
      if (variable) variables.add(variable);
    }
    const at = this.at(n);
    const values = [...variables].map((variable) => this.fn.readVariable(variable, at));
    return this.fn.opaque('nesting', values, at);
  }

  // ---- surroundings ----------------------------------------------------------------------------------------------

  /** Makes a function the one being built while the body runs. */
  within<T>(fn: FunctionBuilder, results: readonly Variable[], body: () => T): T {
    const outer = this.frame as Frame | undefined;
    const { repetition } = this;
    this.frame = { fn, results };
    this.fn = fn;
    this.repetition = 1;
    const result = body();
    this.repetition = repetition;
    if (outer) {
      this.frame = outer;
      this.fn = outer.fn;
    }
    return result;
  }

  /** Runs code with variables and types of its own. */
  scoped<T>(body: () => T): T {
    const { localTypes } = this;
    const result = this.fn.scoped(body);
    this.localTypes = localTypes;
    return result;
  }

  /** A value of which nothing is known, named by the keyword that makes it; no program can write the name. */
  anything(keyword: string, at: At): ValueId {
    return this.fn.global(keyword, at);
  }

  /** A label no program can write. */
  freshLabel(): string {
    return `#${this.labels++}`;
  }
}
