/** A half-open range of a text, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Zero-based, and `character` counts UTF-16 units: what editors speak by default. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where lines begin, so that offsets and editor positions convert by binary search. */
export class LineIndex {
  readonly #starts: Int32Array;

  constructor(readonly text: string) {
    this.#starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  lineStart(line: number): number {
    return this.#starts[clamp(line, 0, this.#starts.length - 1)];
  }

  /** Where the line's content ends, its line break left out. */
  lineEnd(line: number): number {
    const index = clamp(line, 0, this.#starts.length - 1);
    if (index === this.#starts.length - 1) return this.text.length;
    const next = this.#starts[index + 1];
    const crlf = this.text.charCodeAt(next - 1) === LF && this.text.charCodeAt(next - 2) === CR;
    return crlf ? next - 2 : next - 1;
  }

  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offsets outside the text are taken to its nearest end. */
  offsetToPosition(offset: number): Position {
    const clamped = clamp(offset, 0, this.text.length);
    const line = this.lineOf(clamped);
    return { line, character: clamped - this.#starts[line] };
  }

  /** A character beyond its line's end means the line's end, and a line beyond the last one the text's end. */
  positionToOffset(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) return this.text.length;
    const start = this.#starts[position.line];
    return clamp(start + position.character, start, this.lineEnd(position.line));
  }
}

const LF = 10;
const CR = 13;

function lineStarts(text: string): Int32Array {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > CR) continue;
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return Int32Array.from(starts);
}

function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}
