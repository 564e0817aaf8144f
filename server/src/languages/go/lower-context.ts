import type { At, ClassBuilder, FunctionBuilder, Variable } from '../../ir/builder';
import type { TypeRef, ValueId } from '../../ir/ir';
import type { Tables } from '../../ir/tables';
import type { SyntaxTree } from '../../syntax/tree';
import * as base from '../tree-lowering';
import { brokenCode } from './lower-broken';
import type { Kinds } from './lower-kinds';

export type ExpressionHandler = base.ExpressionHandler<Lowering>;
export type StatementHandler = base.StatementHandler<Lowering>;

/** Everything that depends on the grammar alone: ids and one handler per kind. Built once per grammar. */
export interface Dialect extends Kinds, base.Handlers<Lowering> {}

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

/** State of lowering one file, and what all parts of it share. */
export class Lowering extends base.TreeLowering<Lowering, Dialect, Frame> {
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

  constructor(tree: SyntaxTree, uri: string, dialect: Dialect, tables: Tables | undefined) {
    super(tree, uri, 'go', dialect, tables);
  }

  protected override broken(n: number): ValueId[] {
    return brokenCode(this, n);
  }

  protected override named(name: string, at: At): ValueId | undefined {
    const variable = this.fn.lookup(name);
    return variable && this.fn.readVariable(variable, at);
  }

  // ---- surroundings ----------------------------------------------------------------------------------------------

  /** Makes a function the one being built while the body runs. */
  within<T>(fn: FunctionBuilder, results: readonly Variable[], body: () => T): T {
    const { repetition } = this;
    this.repetition = 1;
    const result = this.inFrame({ fn, results }, body);
    this.repetition = repetition;
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
}
