import type { At, FunctionBuilder, Variable } from '../../ir/builder';
import type { TypeRef, ValueId } from '../../ir/ir';
import type { Tables } from '../../ir/tables';
import type { SyntaxTree } from '../../syntax/tree';
import * as base from '../tree-lowering';
import { brokenCode } from './lower-broken';
import type { Members } from './lower-classes';
import type { Kinds } from './lower-kinds';
import type { ClassScope } from './lower-scopes';

export type ExpressionHandler = base.ExpressionHandler<Lowering>;
export type StatementHandler = base.StatementHandler<Lowering>;

/** Everything that depends on the grammar alone: ids and one handler per kind. Built once per grammar. */
export interface Dialect extends Kinds, base.Handlers<Lowering> {}

/** One step of the surroundings of code, innermost first: where a name may be declared. */
export interface Frame {
  /**
   * `class` adds the members of `scope`; the others add the local variables of `fn`. `code` is what runs without an
   * instance in the function around it: the module's own code and static initialisers.
   */
  readonly kind: 'class' | 'method' | 'lambda' | 'code';
  readonly fn: FunctionBuilder;
  readonly outer: Frame | undefined;
  readonly scope: ClassScope | undefined;
  /** Whether a method has an instance. */
  readonly hasThis: boolean;
  /** `this` as a variable, once code inside needs it. */
  thisVariable: Variable | undefined;
}

/** A type that only a part of a method or class knows: a local class, a type parameter. */
export interface LocalType {
  readonly name: string;
  readonly type: TypeRef;
}

/** Where a switch expression leaves its value. */
export interface SwitchResult {
  readonly label: string;
  readonly variable: Variable;
}

/** State of lowering one file, and what all parts of it share. */
export class Lowering extends base.TreeLowering<Lowering, Dialect, Frame> {
  /** The innermost class. */
  scope: ClassScope | undefined;
  /** The innermost class as it is being built. */
  members: Members | undefined;
  packageName = '';
  /** Types by the name that a single import gives them: `List` → `java.util.List`. */
  readonly imports = new Map<string, TypeRef>();
  /** Members by static import: `format` → `java.lang.String`. */
  readonly staticImports = new Map<string, TypeRef>();
  /** Types all of whose static members are imported. */
  readonly staticWildcards: TypeRef[] = [];
  /** Classes of the file by qualified name, and by their declarations. */
  readonly classes = new Map<string, ClassScope>();
  readonly classByNode = new Map<number, ClassScope>();
  /** The file's outermost classes by name. */
  readonly topLevel = new Map<string, ClassScope>();
  localTypes: LocalType[] = [];
  /** The switch expression that a `yield` belongs to. */
  switchResult: SwitchResult | undefined;
  /** Pieces of the type reference being made. */
  typePieces = 0;
  /** How many times the code being lowered is repeated by falling through switch cases. */
  repetition = 1;
  anonymousClasses = 0;

  constructor(tree: SyntaxTree, uri: string, dialect: Dialect, tables: Tables | undefined) {
    super(tree, uri, 'java', dialect, tables);
  }

  protected override broken(n: number): ValueId[] {
    return brokenCode(this, n);
  }

  protected override named(name: string, at: At): ValueId | undefined {
    const variable = this.fn.lookup(name);
    return variable && this.fn.readVariable(variable, at);
  }

  /** Where something stands that is not written: an implied `this`. */
  before(n: number): At {
    return { start: this.tree.starts[n], end: this.tree.starts[n] };
  }

  // ---- surroundings ----------------------------------------------------------------------------------------------

  /** Makes a method or lambda the function being built while the body runs. */
  within<T>(
    fn: FunctionBuilder,
    kind: 'method' | 'lambda' | 'code',
    options: { scope?: ClassScope; hasThis?: boolean },
    body: () => T,
  ): T {
    const { switchResult, repetition } = this;
    this.switchResult = undefined;
    const result = this.framed(kind, fn, options.scope, options.hasThis ?? false, body);
    this.switchResult = switchResult;
    this.repetition = repetition;
    return result;
  }

  /** Code that runs in the function around it, but without an instance: a static initialiser. */
  withoutInstance(body: () => void): void {
    this.framed('code', this.fn, undefined, false, body);
  }

  /** Members of a class are visible while the body runs. */
  inClass<T>(scope: ClassScope, body: () => T): T {
    const outer = this.scope;
    this.scope = scope;
    const result = this.framed('class', this.fn, scope, false, body);
    this.scope = outer;
    return result;
  }

  private framed<T>(
    kind: Frame['kind'],
    fn: FunctionBuilder,
    scope: ClassScope | undefined,
    hasThis: boolean,
    body: () => T,
  ): T {
    const outer = this.frame as Frame | undefined;
    const localTypes = this.localTypes.length;
    const result = this.inFrame({ kind, fn, outer, scope, hasThis, thisVariable: undefined }, body);
    this.localTypes.length = localTypes;
    return result;
  }

  /** A block: its variables and local classes end with it. */
  scoped<T>(body: () => T): T {
    const localTypes = this.localTypes.length;
    const result = this.fn.scoped(body);
    this.localTypes.length = localTypes;
    return result;
  }
}
