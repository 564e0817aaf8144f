import type { Span } from '../base/span';
import type { Grammar } from './grammar';

/** A node of one tree: its index in the columns. 0 is the root, -1 is "none". */
export type NodeId = number;

/** Bits of the `flags` column. */
export const NodeFlag = {
  Named: 1,
  Error: 2,
  Missing: 4,
  Extra: 8,
  /** An error is in this node or somewhere below it. */
  HasError: 16,
} as const;

/** The kind of ERROR nodes in every grammar. */
export const ERROR_KIND = 0xffff;

/** One row a node, in pre-order: children follow their parent, so a subtree is a range of rows. */
export interface Columns {
  readonly kinds: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly parents: Int32Array;
  readonly nexts: Int32Array;
  readonly lasts: Int32Array;
  readonly fields: Uint16Array;
  readonly flags: Uint8Array;
}

export interface TreeError extends Span {
  readonly node: NodeId;
  /** True when the parser put in something that is not in the text. */
  readonly missing: boolean;
}

/**
 * One parsed file as flat columns. It owns its columns and needs no parser any more, so it may outlive the parser's tree.
 * Keywords, operators and punctuation are nodes, too, which are not named.
 */
export class SyntaxTree {
  readonly size: number;
  /** The grammar's public id of the node's kind, aliases applied. */
  readonly kinds: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly parents: Int32Array;
  /** The next sibling. */
  readonly nexts: Int32Array;
  /** One past the last descendant. */
  readonly lasts: Int32Array;
  /** The field by which the parent holds this node, 0 for none. */
  readonly fields: Uint16Array;
  /** Bits of `NodeFlag`. */
  readonly flags: Uint8Array;

  constructor(
    readonly grammar: Grammar,
    readonly text: string,
    columns: Columns,
    /** The parser was stopped by its deadline; the tree is then a single ERROR node. */
    readonly partial: boolean,
  ) {
    this.size = columns.kinds.length;
    this.kinds = columns.kinds;
    this.starts = columns.starts;
    this.ends = columns.ends;
    this.parents = columns.parents;
    this.nexts = columns.nexts;
    this.lasts = columns.lasts;
    this.fields = columns.fields;
    this.flags = columns.flags;
  }

  kind(n: NodeId): string {
    return this.grammar.kindName(this.kinds[n]);
  }

  textOf(n: NodeId): string {
    return this.text.slice(this.starts[n], this.ends[n]);
  }

  span(n: NodeId): Span {
    return { start: this.starts[n], end: this.ends[n] };
  }

  isNamed(n: NodeId): boolean {
    return (this.flags[n] & NodeFlag.Named) !== 0;
  }

  isError(n: NodeId): boolean {
    return (this.flags[n] & NodeFlag.Error) !== 0;
  }

  isMissing(n: NodeId): boolean {
    return (this.flags[n] & NodeFlag.Missing) !== 0;
  }

  /** Extras may stand anywhere: comments, and most ERROR nodes. */
  isExtra(n: NodeId): boolean {
    return (this.flags[n] & NodeFlag.Extra) !== 0;
  }

  /** An error is in this node or below it, also one that has no node of its own, such as a missing line end. */
  hasError(n: NodeId): boolean {
    return (this.flags[n] & NodeFlag.HasError) !== 0;
  }

  parent(n: NodeId): NodeId {
    return this.parents[n];
  }

  firstChild(n: NodeId): NodeId {
    return n + 1 < this.lasts[n] ? n + 1 : -1;
  }

  next(n: NodeId): NodeId {
    return this.nexts[n];
  }

  firstNamedChild(n: NodeId): NodeId {
    return this.#namedFrom(this.firstChild(n));
  }

  nextNamed(n: NodeId): NodeId {
    return this.#namedFrom(this.nexts[n]);
  }

  /** Whether walks over named nodes stop here: comments are left out, ERROR nodes are not although they are extras. */
  isWalked(n: NodeId): boolean {
    const flags = this.flags[n];
    return (flags & NodeFlag.Named) !== 0 && (flags & (NodeFlag.Extra | NodeFlag.Error)) !== NodeFlag.Extra;
  }

  #namedFrom(n: NodeId): NodeId {
    let child = n;
    while (child >= 0 && !this.isWalked(child)) child = this.nexts[child];
    return child;
  }

  fieldOf(n: NodeId): number {
    return this.fields[n];
  }

  childByField(n: NodeId, field: string | number): NodeId {
    return this.childByFieldId(n, typeof field === 'string' ? this.grammar.fieldId(field) : field);
  }

  childByFieldId(n: NodeId, field: number): NodeId {
    if (field <= 0) return -1;
    for (let child = this.firstChild(n); child >= 0; child = this.nexts[child]) {
      if (this.fields[child] === field) return child;
    }
    return -1;
  }

  childrenByField(n: NodeId, field: string | number): NodeId[] {
    const id = typeof field === 'string' ? this.grammar.fieldId(field) : field;
    const found: NodeId[] = [];
    if (id <= 0) return found;
    for (let child = this.firstChild(n); child >= 0; child = this.nexts[child]) {
      if (this.fields[child] === id) found.push(child);
    }
    return found;
  }

  children(n: NodeId): NodeId[] {
    const found: NodeId[] = [];
    for (let child = this.firstChild(n); child >= 0; child = this.nexts[child]) found.push(child);
    return found;
  }

  namedChildren(n: NodeId): NodeId[] {
    const found: NodeId[] = [];
    for (let child = this.firstChild(n); child >= 0; child = this.nexts[child]) {
      if (this.isWalked(child)) found.push(child);
    }
    return found;
  }

  /** The first child of this kind, named or not. */
  childOfKind(n: NodeId, kind: string): NodeId {
    for (let child = this.firstChild(n); child >= 0; child = this.nexts[child]) {
      if (this.kind(child) === kind) return child;
    }
    return -1;
  }

  /** The smallest node that covers the range. Between two nodes the later one is meant, as of a cursor before a word. */
  nodeAt(start: number, end: number): NodeId {
    let found = 0;
    for (let child = this.firstChild(0); child >= 0; ) {
      if (this.starts[child] > start) break;
      const covers = this.ends[child] >= end;
      const next = this.nexts[child];
      if (!covers || (start === end && this.ends[child] === end && next >= 0 && this.starts[next] === start)) {
        child = next;
        continue;
      }
      found = child;
      child = this.firstChild(child);
    }
    return found;
  }

  /** Outermost errors and what the parser put in, in order of the text. */
  errors(): TreeError[] {
    const found: TreeError[] = [];
    for (let n = 0; n < this.size; ) {
      const flags = this.flags[n];
      if ((flags & NodeFlag.HasError) === 0) {
        n = this.lasts[n];
      } else if ((flags & (NodeFlag.Error | NodeFlag.Missing)) !== 0) {
        found.push({ node: n, ...this.span(n), missing: (flags & NodeFlag.Missing) !== 0 });
        n = this.lasts[n];
      } else {
        n++;
      }
    }
    return found;
  }

  comments(): NodeId[] {
    const found: NodeId[] = [];
    for (let n = 0; n < this.size; n++) {
      if (this.isExtra(n) && this.grammar.isCommentKind(this.kinds[n])) found.push(n);
    }
    return found;
  }
}

/** Rows for this many nodes, all in one allocation. */
export function newColumns(size: number): Columns {
  const buffer = new ArrayBuffer(size * 25);
  const ints = (column: number): Int32Array => new Int32Array(buffer, column * 4 * size, size);
  return {
    starts: ints(0),
    ends: ints(1),
    parents: ints(2),
    nexts: ints(3),
    lasts: ints(4),
    kinds: new Uint16Array(buffer, 20 * size, size),
    fields: new Uint16Array(buffer, 22 * size, size),
    flags: new Uint8Array(buffer, 24 * size, size),
  };
}

/**
 * Fills in `lasts` and `nexts`, which follow from the parents: in pre-order, the row after a subtree is the next sibling
 * if it has the same parent, and going backwards, the first child met is the last one.
 */
export function linkRows(columns: Columns): void {
  const { lasts, nexts, parents } = columns;
  const size = lasts.length;
  for (let n = size - 1; n >= 0; n--) {
    const parent = parents[n];
    if (lasts[n] === 0) lasts[n] = n + 1;
    const after = lasts[n];
    if (parent >= 0 && lasts[parent] === 0) lasts[parent] = after;
    nexts[n] = after < size && parents[after] === parent ? after : -1;
  }
}

/** All of a text as one ERROR node: what is left of a file whose parsing was stopped. */
export function errorColumns(length: number): Columns {
  const columns = newColumns(1);
  columns.kinds[0] = ERROR_KIND;
  columns.ends[0] = length;
  columns.parents[0] = -1;
  columns.nexts[0] = -1;
  columns.lasts[0] = 1;
  columns.flags[0] = NodeFlag.Named | NodeFlag.Error | NodeFlag.HasError;
  return columns;
}
