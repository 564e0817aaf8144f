import type { At } from '../ir/builder';
import type { FunctionIR, ModuleIR, OutputIR, TemplateIR } from '../ir/ir';
import { HtmlContext } from './html-context';
import { nameIn, quotedWays } from './page-writer';

interface Segment {
  /** Where it begins in what was assembled. */
  readonly at: number;
  /** Where it stands in the file. */
  readonly from: number;
  /** Taken from the file as it is, rather than put around that. */
  readonly isCode: boolean;
  /** For what stands for code of the file: where that ends. */
  readonly to?: number;
}

/**
 * Puts together what a page that holds code says in the code's language: the code as it stands, with calls around it for
 * what is written. Knows of each character of the result where it comes from.
 */
export class EmbeddedCode {
  readonly html = new HtmlContext();
  readonly outputs: OutputIR[] = [];
  readonly comments: At[] = [];
  private readonly parts: string[] = [];
  private readonly segments: Segment[] = [];
  private length = 0;

  /** `isRawUsual`: where everything is written as it is, that says nothing of a value. */
  constructor(
    readonly text: string,
    private readonly isRawUsual = false,
  ) {}

  get source(): string {
    return this.parts.join('');
  }

  /** Code of the file. */
  code(start: number, end: number): void {
    if (end > start) this.put(this.text.slice(start, end), start, true);
  }

  /** Text between pieces of code, that stands for a place in the file. */
  glue(text: string, at: number): void {
    this.put(text, at, false);
  }

  /** What a piece of the file in another notation means. */
  stand(text: string, { start, end }: At): void {
    this.segments.push({ at: this.length, from: start, isCode: false, to: end });
    this.parts.push(text);
    this.length += text.length;
  }

  /** Text of the page. */
  page(start: number, end: number): void {
    if (end > start) this.html.feed(this.text.slice(start, end));
  }

  /** A value of the file's code is written into the page. */
  write(call: string, value: At, tag: At, isEscaped: boolean, ways: OutputIR['ways'] = {}, meaning?: string): void {
    const { context } = this.html;
    const code = this.text.slice(value.start, value.end);
    const name = isEscaped || this.isRawUsual ? undefined : nameIn(code);
    this.glue(`\n;${call}((`, value.start);
    if (meaning === undefined) this.code(value.start, value.end);
    else this.stand(meaning, value);
    this.glue(`\n), ${isEscaped}, "${context}"${name === undefined ? '' : `, "${name}"`});`, value.end);
    this.outputs.push({
      start: value.start,
      end: value.end,
      ways: { ...ways, ...quotedWays(this.html, this.text, tag) },
    });
    this.html.written();
  }

  private put(text: string, from: number, isCode: boolean): void {
    this.segments.push({ at: this.length, from, isCode });
    this.parts.push(text);
    this.length += text.length;
  }

  /** The piece that a position of what was assembled is in. */
  private segmentAt(offset: number): Segment {
    let low = 0;
    let high = this.segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.segments[middle].at <= offset) low = middle;
      else high = middle - 1;
    }
    return this.segments[low] ?? { at: 0, from: 0, isCode: false };
  }

  private span(start: number, end: number): At {
    const first = this.segmentAt(start);
    const from = first.isCode ? first.from + (start - first.at) : first.from;
    if (end <= start) return { start: from, end: from };
    const last = this.segmentAt(end - 1);
    return { start: from, end: Math.max(from, last.isCode ? last.from + (end - last.at) : (last.to ?? last.from)) };
  }

  /** The assembled code's module with the positions of the file; `body` is the name of the function that writes the page. */
  placed(ir: ModuleIR, body: string, template: Omit<TemplateIR, 'outputs' | 'body'>): ModuleIR {
    const { length } = this.text;
    const bodyId = ir.functions.findIndex(({ name }) => name === body);
    const name = ir.uri.slice(ir.uri.lastIndexOf('/') + 1);
    let lines = 1;
    for (let i = this.text.indexOf('\n'); i >= 0; i = this.text.indexOf('\n', i + 1)) lines++;
    const place = <T extends At>(one: T): T => ({ ...one, ...this.span(one.start, one.end) });
    return {
      ...ir,
      functions: ir.functions.map((fn) => this.placedFunction(fn, fn.id === bodyId ? name : fn.name, fn.id <= bodyId)),
      classes: ir.classes.map(place),
      imports: ir.imports.map(place),
      comments: inOrder([...ir.comments.map(place), ...this.comments]),
      errors: inOrder(ir.errors.map(place)),
      template: { ...template, body: bodyId, outputs: this.outputs },
      length,
      lines,
    };
  }

  private placedFunction(fn: FunctionIR, name: string, isWhole: boolean): FunctionIR {
    const span = isWhole ? { start: 0, end: this.text.length } : this.span(fn.start, fn.end);
    const within = (start: number, end: number): At => {
      const { start: from, end: to } = this.span(fn.start + start, fn.start + end);
      const first = Math.min(Math.max(from, span.start), span.end) - span.start;
      return { start: first, end: Math.max(first, Math.min(to, span.end) - span.start) };
    };
    const starts = new Int32Array(fn.size);
    const ends = new Int32Array(fn.size);
    for (let i = 0; i < fn.size; i++) {
      const { start, end } = within(fn.starts[i], fn.ends[i]);
      starts[i] = start;
      ends[i] = end;
    }
    const bindings = Int32Array.from(fn.bindings);
    for (let i = 2; i < bindings.length; i += 3) bindings[i] = within(bindings[i], bindings[i]).start;
    const nameAt = isWhole ? { start: 0, end: 0 } : this.span(fn.nameStart, fn.nameEnd);
    return {
      ...fn,
      ...span,
      name,
      nameStart: nameAt.start,
      nameEnd: nameAt.end,
      starts,
      ends,
      bindings,
      params: fn.params.map((param) => ({ ...param, ...within(param.start, param.end) })),
      annotations: fn.annotations.map((one) => ({ ...one, ...this.span(one.start, one.end) })),
    };
  }
}

function inOrder(list: readonly At[]): At[] {
  const sorted = [...list].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter((one, i) => i === 0 || one.start >= sorted[i - 1].end);
}
