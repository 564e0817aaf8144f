import type { At, FunctionBuilder, Variable } from '../../ir/builder';
import { NONE, type TypeRef, type ValueId } from '../../ir/ir';
import type { Tables } from '../../ir/tables';
import type { SyntaxTree } from '../../syntax/tree';
import * as base from '../tree-lowering';
import { brokenCode } from './lower-broken';
import type { Kinds } from './lower-kinds';

export type ExpressionHandler = base.ExpressionHandler<Lowering>;
export type StatementHandler = base.StatementHandler<Lowering>;

/** Everything that depends on the grammar alone: ids and one handler per kind. Built once per grammar. */
export interface Dialect extends Kinds, base.Handlers<Lowering> {
  /** By kind: 1 for nodes that may hold statements, not counting functions and classes. */
  readonly nests: Uint8Array;
}

/** The function being built. */
export interface Frame {
  readonly fn: FunctionBuilder;
  readonly outer: Frame | undefined;
  readonly isArrow: boolean;
  /** `this` as a variable, once an arrow function inside needs it. */
  thisVariable: Variable | undefined;
  /** What `this` means while a static initialiser is lowered in the enclosing code. */
  staticThis: ValueId;
  /** The parameters, for `arguments`. */
  parameters: readonly ValueId[];
  /** Types of parameters by name, from a comment. */
  documentedTypes: ReadonlyMap<string, TypeRef> | undefined;
}

/** State of lowering one file, and what all parts of it share. */
export class Lowering extends base.TreeLowering<Lowering, Dialect, Frame> {
  /** Names of types that come from imports: `Request` → `express#Request`. */
  readonly typeNames = new Map<string, TypeRef>();
  /** Type aliases of the file by name: the aliased type's node. */
  readonly typeAliases = new Map<string, number>();
  /** Whole modules by local name (`import * as util`, `const util = require('util')`): the specifier. */
  readonly moduleNames = new Map<string, string>();
  /** Names that some export statement of the file gives away. */
  readonly exportedNames = new Set<string>();
  /** Variables whose first value is text by its looks: functions that use them may be lowered before they are written. */
  readonly textVariables = new Set<Variable>();
  /** Inside a namespace: the object its exports go to. */
  exportTarget: ValueId = NONE;
  /** `export { … }` lists, written when the module or namespace is done. */
  pendingExports: number[] = [];
  /** Whether the file imports what `util.format` comes from. */
  importsFormat = false;
  /** Whether comments may tell the types of parameters. */
  hasDocumentedTypes = false;
  /** Pieces of the type reference being made. */
  typePieces = 0;
  /** How many times the code being lowered is repeated by falling through switch cases. */
  repetition = 1;

  constructor(tree: SyntaxTree, uri: string, dialect: Dialect, tables: Tables | undefined) {
    super(tree, uri, 'javascript', dialect, tables);
  }

  protected override broken(n: number): ValueId[] {
    return brokenCode(this, n);
  }

  protected override named(name: string, at: At): ValueId {
    return this.fn.read(name, at);
  }

  // ---- functions -------------------------------------------------------------------------------------------------

  /** Makes a function the one being built while the body runs. */
  within<T>(fn: FunctionBuilder, isArrow: boolean, body: () => T): T {
    const outer = this.frame as Frame | undefined;
    const exportTarget = this.exportTarget;
    this.exportTarget = NONE;
    const result = this.inFrame(
      {
        fn,
        outer,
        isArrow,
        thisVariable: undefined,
        staticThis: NONE,
        parameters: [],
        documentedTypes: undefined,
      },
      body,
    );
    this.exportTarget = exportTarget;
    return result;
  }

  /** `this`: an arrow function uses the one of the code around it, captured like a variable. */
  thisValue(at: At): ValueId {
    const frame = this.frame;
    if (frame.staticThis !== NONE) return frame.staticThis;
    if (!frame.isArrow) return frame.fn.this(at);
    let owner = frame;
    while (owner.isArrow && owner.outer && owner.staticThis === NONE) owner = owner.outer;
    if (!owner.thisVariable) {
      owner.thisVariable = owner.fn.declare('this', { functionScope: true });
      owner.fn.writeVariable(owner.thisVariable, owner.fn.this(at), at);
    }
    return frame.fn.readVariable(owner.thisVariable, at);
  }

  /** Static initialisers run in the code around the class with `this` being the class. */
  withStaticThis(value: ValueId, at: At, body: () => void): void {
    const frame = this.frame;
    const { thisVariable, staticThis } = frame;
    frame.fn.scoped(() => {
      frame.thisVariable = frame.fn.declare('this');
      frame.fn.writeVariable(frame.thisVariable, value, at);
      frame.staticThis = value;
      body();
    });
    frame.thisVariable = thisVariable;
    frame.staticThis = staticThis;
  }
}
