import { type At, type FunctionBuilder, ModuleBuilder, type Variable } from '../../ir/builder';
import type { TypeRef, ValueId } from '../../ir/ir';
import type { SyntaxTree } from '../../syntax/tree';
import { brokenCode } from './lower-broken';
import type { Members } from './lower-classes';
import type { KindTable } from './lower-kinds';
import type { ClassScope } from './lower-scopes';

export type ExpressionHandler = (cx: Lowering, n: number) => ValueId;
export type StatementHandler = (cx: Lowering, n: number) => void;

/** Everything that depends on the grammar alone: ids and one handler per kind. Built once per grammar. */
export interface Dialect extends KindTable {
  readonly expressions: readonly (ExpressionHandler | undefined)[];
  readonly statements: readonly (StatementHandler | undefined)[];
}

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
  private depth = 0;
  private labels = 0;

  constructor(
    readonly tree: SyntaxTree,
    uri: string,
    readonly dialect: Dialect,
  ) {
    this.text = tree.text;
    this.module = new ModuleBuilder(uri, 'java', tree.text);
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

  /** Where something stands that is not written: an implied `this`. */
  before(n: number): At {
    return { start: this.tree.starts[n], end: this.tree.starts[n] };
  }

  source(n: number): string {
    return this.text.slice(this.tree.starts[n], this.tree.ends[n]);
  }

  child(n: number, field: number): number {
    return this.tree.childByFieldId(n, field);
  }

  /** First named child that is not a comment. */
  first(n: number): number {
    return this.skip(this.tree.firstNamedChild(n));
  }

  /** Next named sibling that is not a comment. */
  after(n: number): number {
    return this.skip(this.tree.nextNamed(n));
  }

  private skip(n: number): number {
    const { line_comment, block_comment } = this.k;
    while (n >= 0 && (this.tree.kinds[n] === line_comment || this.tree.kinds[n] === block_comment))
      n = this.tree.nextNamed(n);
    return n;
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
    this.frame = { kind, fn, outer, scope, hasThis, thisVariable: undefined };
    this.fn = fn;
    const result = body();
    this.localTypes.length = localTypes;
    if (outer) {
      this.frame = outer;
      this.fn = outer.fn;
    }
    return result;
  }

  /** A block: its variables and local classes end with it. */
  scoped<T>(body: () => T): T {
    const localTypes = this.localTypes.length;
    const result = this.fn.scoped(body);
    this.localTypes.length = localTypes;
    return result;
  }

  /** A label no program can write. */
  freshLabel(): string {
    return `#${this.labels++}`;
  }
}
