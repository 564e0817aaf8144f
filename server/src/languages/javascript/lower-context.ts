import { type At, type FunctionBuilder, ModuleBuilder, type Variable } from '../../ir/builder';
import { NONE, type TypeRef, type ValueId } from '../../ir/ir';
import type { SyntaxTree } from '../../syntax/tree';
import { brokenCode } from './lower-broken';
import type { KindTable } from './lower-kinds';

export type ExpressionHandler = (cx: Lowering, n: number) => ValueId;
export type StatementHandler = (cx: Lowering, n: number) => void;

/** Everything that depends on the grammar alone: ids and one handler per kind. Built once per grammar. */
export interface Dialect extends KindTable {
  readonly expressions: readonly (ExpressionHandler | undefined)[];
  readonly statements: readonly (StatementHandler | undefined)[];
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
  private depth = 0;
  private labels = 0;

  constructor(
    readonly tree: SyntaxTree,
    uri: string,
    readonly dialect: Dialect,
  ) {
    this.text = tree.text;
    this.module = new ModuleBuilder(uri, 'javascript', tree.text);
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
    return this.skip(this.tree.firstNamedChild(n));
  }

  /** Next named sibling that is not a comment. */
  after(n: number): number {
    return this.skip(this.tree.nextNamed(n));
  }

  private skip(n: number): number {
    const { comment, html_comment } = this.k;
    while (n >= 0 && (this.tree.kinds[n] === comment || this.tree.kinds[n] === html_comment))
      n = this.tree.nextNamed(n);
    return n;
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
    for (let m = n; m >= 0; m = this.tree.parent(m)) {
      const next = this.tree.next(m);
      if (next >= 0) return next;
    }
    return this.tree.size;
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
    return this.fn.opaque(
      'nesting',
      [...names].map((name) => this.fn.read(name, at)),
      at,
    ); // prettier-ignore
  }

  // ---- functions -------------------------------------------------------------------------------------------------

  /** Makes a function the one being built while the body runs. */
  within<T>(fn: FunctionBuilder, isArrow: boolean, body: () => T): T {
    const outer = this.frame as Frame | undefined;
    const exportTarget = this.exportTarget;
    this.frame = {
      fn,
      outer,
      isArrow,
      thisVariable: undefined,
      staticThis: NONE,
      parameters: [],
      documentedTypes: undefined,
    };
    this.fn = fn;
    this.exportTarget = NONE;
    const result = body();
    this.exportTarget = exportTarget;
    if (outer) {
      this.frame = outer;
      this.fn = outer.fn;
    }
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

  /** A label no program can write. */
  freshLabel(): string {
    return `#${this.labels++}`;
  }
}
