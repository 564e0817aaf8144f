import { type At, type FunctionBuilder, ModuleBuilder } from '../ir/builder';
import type { ModuleIR, ValueId } from '../ir/ir';
import type { Tables } from '../ir/tables';
import type { Grammar } from '../syntax/grammar';
import type { SyntaxTree } from '../syntax/tree';

/** What all front ends do alike: find their way in a tree, send nodes to handlers, bound the depth, never throw. */

/** Numbers of a grammar's node kinds, keywords and fields, by the names that lowering looks at. */
export interface KindTable<K extends string = string, T extends string = string, F extends string = string> {
  readonly kind: Readonly<Record<K, number>>;
  /** Keywords and signs, which are unnamed nodes. */
  readonly token: Readonly<Record<T, number>>;
  readonly field: Readonly<Record<F, number>>;
}

/** Names that the grammar does not have get -1, which no node carries. */
export function kindTable<K extends string, T extends string, F extends string>(
  grammar: Grammar,
  kinds: readonly K[],
  tokens: readonly T[],
  fields: readonly F[],
): KindTable<K, T, F> {
  const table = <N extends string>(names: readonly N[], id: (name: N) => number): Record<N, number> => {
    const ids = {} as Record<N, number>;
    for (const name of names) ids[name] = id(name);
    return ids;
  };
  return {
    kind: table(kinds, (name) => grammar.kindIds(name, true)[0] ?? -1),
    token: table(tokens, (name) => grammar.kindIds(name, false)[0] ?? -1),
    field: table(fields, (name) => grammar.fieldId(name)),
  };
}

export type ExpressionHandler<Cx> = (cx: Cx, n: number) => ValueId;
export type StatementHandler<Cx> = (cx: Cx, n: number) => void;

/** One handler a kind, by the kind's number. */
export interface Handlers<Cx> {
  readonly expressions: readonly (ExpressionHandler<Cx> | undefined)[];
  readonly statements: readonly (StatementHandler<Cx> | undefined)[];
}

export function handlerTables<Cx>(
  grammar: Grammar,
  expressions: Readonly<Record<string, ExpressionHandler<Cx>>>,
  statements: Readonly<Record<string, StatementHandler<Cx>>>,
): Handlers<Cx> {
  const byKind = <H>(handlers: Readonly<Record<string, H>>): (H | undefined)[] => {
    const table: (H | undefined)[] = [];
    for (const name of Object.keys(handlers)) for (const id of grammar.kindIds(name, true)) table[id] = handlers[name];
    return table;
  };
  return { expressions: byKind(expressions), statements: byKind(statements) };
}

/** Kind ids are 16 bits wide; `ERROR` has the last one. */
const KIND_LIMIT = 0x10000;

/** By kind: 1 for those of these names. */
export function kindSet(grammar: Grammar, names: readonly string[]): Uint8Array {
  const set = new Uint8Array(KIND_LIMIT);
  for (const name of names) for (const id of grammar.kindIds(name, true)) set[id] = 1;
  return set;
}

/** What depends on the grammar alone is made once for each. */
export function perGrammar<T>(make: (grammar: Grammar) => T): (grammar: Grammar) => T {
  const made = new WeakMap<Grammar, T>();
  return (grammar) => {
    let value = made.get(grammar);
    if (value === undefined) {
      value = make(grammar);
      made.set(grammar, value);
    }
    return value;
  };
}

/** Deeper nesting than any person writes; each level costs several JavaScript stack frames. */
const MAX_DEPTH = 400;
/** How many names of a subtree that is too deep still carry taint. */
const MAX_NAMES = 64;

/** State of lowering one file. `Cx` is the language's own class, which its handlers are given. */
export abstract class TreeLowering<
  Cx,
  Table extends KindTable & { readonly kind: Readonly<Record<'identifier' | 'parenthesized_expression', number>> },
  Frame extends { readonly fn: FunctionBuilder },
> {
  readonly module: ModuleBuilder;
  readonly text: string;
  readonly k: Table['kind'];
  readonly t: Table['token'];
  readonly f: Table['field'];
  frame!: Frame;
  /** `frame.fn`, read on every step. */
  fn!: FunctionBuilder;
  private depth = 0;
  private labels = 0;

  constructor(
    readonly tree: SyntaxTree,
    uri: string,
    language: string,
    readonly dialect: Table & Handlers<Cx>,
    tables: Tables | undefined,
  ) {
    this.text = tree.text;
    this.module = new ModuleBuilder(uri, language, tree.text, tables);
    this.k = dialect.kind;
    this.t = dialect.token;
    this.f = dialect.field;
  }

  /** Values of what does not parse: its sound parts. */
  protected abstract broken(n: number): ValueId[];
  /** What a name means in code that is too deep to be lowered; undefined for one that carries nothing. */
  protected abstract named(name: string, at: At): ValueId | undefined;

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

  private get self(): Cx {
    return this as unknown as Cx;
  }

  /** Lowers an expression; -1 (something the text lacks) is an empty `Opaque`. */
  expression(n: number, parent = n): ValueId {
    if (n < 0) return this.fn.opaque('missing', [], parent < 0 ? this.fn.info.at : this.at(parent));
    if (this.depth >= MAX_DEPTH) return this.tooDeep(n);
    this.depth++;
    const handler = this.dialect.expressions[this.tree.kinds[n]];
    const value = handler ? handler(this.self, n) : this.unknown(n);
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
    const kind = this.tree.kinds[n];
    const handler = this.dialect.statements[kind] ?? this.dialect.expressions[kind];
    if (handler) handler(this.self, n);
    else this.unknown(n);
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
    if (this.tree.isError(n)) return this.fn.opaque('error', this.broken(n), this.at(n));
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
    const at = this.at(n);
    const seen = new Set<string>();
    const values: ValueId[] = [];
    for (let i = n; i < this.tree.lasts[n] && values.length < MAX_NAMES; i++) {
      if (this.tree.kinds[i] !== this.k.identifier) continue;
      const name = this.source(i);
      if (seen.has(name)) continue;
      seen.add(name);
      const value = this.named(name, at);
      if (value !== undefined) values.push(value);
    }
    return this.fn.opaque('nesting', values, at);
  }

  // ---- functions -------------------------------------------------------------------------------------------------

  /** Makes the frame's function the one being built while the body runs. */
  protected inFrame<T>(frame: Frame, body: () => T): T {
    const outer = this.frame as Frame | undefined;
    this.frame = frame;
    this.fn = frame.fn;
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

/** Lowers a file: `lowerInto` fills and finishes the function of the module's own code. */
export function lowerFile<Cx extends { readonly tree: SyntaxTree; readonly module: ModuleBuilder }>(
  newContext: () => Cx,
  lowerInto: (cx: Cx, fn: FunctionBuilder) => void,
): ModuleIR {
  const open = (cx: Cx): FunctionBuilder => cx.module.module({ start: 0, end: cx.tree.text.length });
  try {
    const cx = newContext();
    for (const n of cx.tree.comments()) cx.module.comments.push(cx.tree.span(n));
    for (const { start, end } of cx.tree.errors()) cx.module.errors.push({ start, end });
    lowerInto(cx, open(cx));
    return cx.module.finish();
  } catch (error) {
    // Nothing is known to come here; one file that does must not cost the others.
    const cx = newContext();
    cx.module.partial = `not analysed: ${error instanceof Error ? error.message : String(error)}`;
    open(cx).finish();
    return cx.module.finish();
  }
}
