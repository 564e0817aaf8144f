import { Edit, type Point, type Tree } from 'web-tree-sitter';
import { changedRange } from '../base/edit';
import type { Grammar, ParseLimits } from './grammar';
import type { SyntaxTree } from './tree';

/** One replacement. In a list, offsets are those of the text as the edits before it left it, as editors send them. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One document between edits: its columns, and the parser's own tree, which makes the next parse cheap. */
export class Parsed {
  #tree: SyntaxTree;
  #kept: Tree | undefined;
  /** What the kept tree describes: the text it was parsed from with all edits since. */
  #keptText: string;
  #isExact: boolean;

  constructor(
    readonly grammar: Grammar,
    text: string,
    limits: ParseLimits = {},
  ) {
    this.#keptText = text;
    this.#kept = grammar.parseTree(text, undefined, limits);
    this.#tree = grammar.toSyntax(this.#kept, text);
    this.#isExact = this.#kept !== undefined;
  }

  /** As of the last parse; edits do not change it. */
  get tree(): SyntaxTree {
    return this.#tree;
  }

  /**
   * Whether parsing this text from scratch is sure to give the same tree. How the parser recovers from an error may depend
   * on what it took over from before (about one broken edit in a thousand differs), and a partial tree depends on time.
   */
  get isExact(): boolean {
    return this.#isExact;
  }

  /** Tells what will have changed at the next parse. Saying it spares finding it out, and is exact for distant edits. */
  edit(edits: readonly TextEdit[]): void {
    for (const { start, end, text } of edits) {
      this.#move(start, end, `${this.#keptText.slice(0, start)}${text}${this.#keptText.slice(end)}`);
    }
  }

  /** Parses what has changed. What no edit told of is found by comparing, so the result is right in any case. */
  reparse(text: string = this.#keptText, limits: ParseLimits = {}): this {
    if (this.#kept && text !== this.#keptText) {
      const { start, oldEnd } = changedRange(this.#keptText, text);
      this.#move(start, oldEnd, text);
    }
    this.#keptText = text;
    const isFull = this.#kept === undefined;
    const parsed = this.grammar.parseTree(text, this.#kept, limits);
    if (parsed) {
      this.#kept?.delete();
      this.#kept = parsed;
    }
    // After a missed deadline the old tree stays, so that the next parse still has something to start from.
    this.#tree = this.grammar.toSyntax(parsed, text);
    this.#isExact = parsed !== undefined && (isFull || !this.#tree.hasError(0));
    return this;
  }

  /** Frees the parser's memory. The columns stay. */
  dispose(): void {
    this.#kept?.delete();
    this.#kept = undefined;
  }

  #move(start: number, oldEnd: number, newText: string): void {
    const newEnd = oldEnd + newText.length - this.#keptText.length;
    if (this.#kept) {
      const startPosition = pointAfter(newText, 0, start, ORIGIN);
      this.#kept.edit(
        new Edit({
          startIndex: start,
          oldEndIndex: oldEnd,
          newEndIndex: newEnd,
          startPosition,
          oldEndPosition: pointAfter(this.#keptText, start, oldEnd, startPosition),
          newEndPosition: pointAfter(newText, start, newEnd, startPosition),
        }),
      );
    }
    this.#keptText = newText;
  }
}

const ORIGIN: Point = { row: 0, column: 0 };
const LF = 10;

/** The parser's position at `to`, given the one at `from`. For the parser only a line feed ends a line. */
function pointAfter(text: string, from: number, to: number, start: Point): Point {
  let row = start.row;
  let lineStart = from - start.column;
  for (let i = from; i < to; i++) {
    if (text.charCodeAt(i) === LF) {
      row++;
      lineStart = i + 1;
    }
  }
  return { row, column: to - lineStart };
}
