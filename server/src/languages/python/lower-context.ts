import type { At, ClassBuilder, FunctionBuilder, Variable } from '../../ir/builder';
import type { TypeRef, ValueId } from '../../ir/ir';
import type { Tables } from '../../ir/tables';
import type { SyntaxTree } from '../../syntax/tree';
import * as base from '../tree-lowering';
import { brokenCode } from './lower-broken';
import type { Kinds } from './lower-kinds';
import type { ImportedName } from './lower-modules';
import { readName } from './lower-names';

export type ExpressionHandler = base.ExpressionHandler<Lowering>;
export type StatementHandler = base.StatementHandler<Lowering>;

/** Everything that depends on the grammar alone: ids and one handler per kind. Built once per grammar. */
export interface Dialect extends Kinds, base.Handlers<Lowering> {
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

/** State of lowering one file, and what all parts of it share. */
export class Lowering extends base.TreeLowering<Lowering, Dialect, Frame> {
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

  constructor(tree: SyntaxTree, uri: string, dialect: Dialect, tables: Tables | undefined) {
    super(tree, uri, 'python', dialect, tables);
  }

  protected override broken(n: number): ValueId[] {
    return brokenCode(this, n);
  }

  protected override named(name: string, at: At): ValueId {
    return readName(this, name, at);
  }

  // ---- functions -------------------------------------------------------------------------------------------------

  /** Makes a function the one being built while the body runs. */
  within<T>(fn: FunctionBuilder, method: Frame['method'], body: () => T): T {
    const outer = this.frame as Frame | undefined;
    return this.inFrame(
      {
        fn,
        outer,
        scope: undefined,
        globals: undefined,
        loops: [],
        method,
        parameterTypes: new Map(),
      },
      body,
    );
  }
}
