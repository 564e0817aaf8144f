import type { Annotation, FunctionIR, ModuleIR } from '../ir/ir';

/** A position that evaluation never gave out. */
export class UnknownPosition extends Error {}

/** A run of old positions that were all moved by as much. */
interface Moved {
  readonly start: number;
  readonly end: number;
  readonly by: number;
}

interface Run extends Moved {
  /** The run around it. */
  readonly outer: Run | undefined;
}

/** Where positions of functions as they were lowered are in a text that was edited since. */
export class Positions {
  private runs: readonly Run[] | undefined;
  private starts = NOTHING;
  private ends = NOTHING;

  /** `top` is above all positions in use, so that what is lowered anew gets positions of its own. */
  private constructor(readonly top: number) {}

  static unmoved(length: number): Positions {
    return new Positions(length + 1);
  }

  /** `own` keeps old positions, `current` has those of the text; `groups` are functions that moved as a whole. */
  static between(own: ModuleIR, current: ModuleIR, groups: readonly FunctionIR[], top: number): Positions {
    const positions = new Positions(top);
    const moved: Moved[] = groups.map(({ id, start, end }) => ({
      start,
      end,
      by: current.functions[id].start - start,
    }));
    const starts = new Map<number, number>();
    const ends = new Map<number, number>();
    const annotations = (a: readonly Annotation[], b: readonly Annotation[]): void => {
      a.forEach(({ start, end }, i) => {
        moved.push({ start, end, by: b[i].start - start });
      });
    };
    const grouped = new Set(groups.map(({ id }) => id));
    own.functions.forEach((fn, id) => {
      const now = current.functions[id];
      annotations(fn.annotations, now.annotations);
      fn.params.forEach((param, i) => {
        annotations(param.annotations, now.params[i].annotations);
      });
      starts.set(fn.nameStart, now.nameStart);
      ends.set(fn.nameEnd, now.nameEnd);
      if (grouped.has(outermost(own, fn))) return;
      starts.set(fn.start, now.start);
      ends.set(fn.end, now.end);
      pairInstructions(fn, now, starts, ends);
    });
    own.imports.forEach(({ start, end }, i) => {
      starts.set(start, current.imports[i].start);
      ends.set(end, current.imports[i].end);
    });
    own.classes.forEach((cls, id) => {
      const now = current.classes[id];
      starts.set(cls.start, now.start);
      ends.set(cls.end, now.end);
      annotations(cls.annotations, now.annotations);
      cls.fields.forEach((field, i) => {
        annotations(field.annotations, now.fields[i].annotations);
      });
    });
    positions.runs = runsOf(moved);
    positions.starts = starts;
    positions.ends = ends;
    return positions;
  }

  slice(text: string, start: number, end: number): string {
    if (!this.runs) return text.slice(start, end);
    return text.slice(this.start(start), this.end(end));
  }

  start(position: number): number {
    return known(this.findStart(position), position);
  }

  end(position: number): number {
    return known(this.findEnd(position), position);
  }

  findStart(position: number): number | undefined {
    if (!this.runs || position <= 0) return position;
    for (let run = this.runAt(position); run; run = run.outer) if (position < run.end) return position + run.by;
    return this.starts.get(position) ?? this.ends.get(position);
  }

  findEnd(position: number): number | undefined {
    if (!this.runs || position <= 0) return position;
    for (let run = this.runAt(position - 1); run; run = run.outer) if (position <= run.end) return position + run.by;
    return this.ends.get(position) ?? this.starts.get(position);
  }

  /** The last run that begins at or before a position. */
  private runAt(position: number): Run | undefined {
    const runs = this.runs as readonly Run[];
    let low = -1;
    let high = runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[middle].start <= position) low = middle;
      else high = middle - 1;
    }
    return low < 0 ? undefined : runs[low];
  }
}

const NOTHING: ReadonlyMap<number, number> = new Map();

function known(found: number | undefined, position: number): number {
  if (found === undefined) throw new UnknownPosition(`Nothing stands at ${position}.`);
  return found;
}

function outermost(module: ModuleIR, fn: FunctionIR): number {
  let { id, parent } = fn;
  while (parent > 0) ({ id, parent } = module.functions[parent]);
  return id;
}

function runsOf(moved: readonly Moved[]): Run[] {
  const sorted = [...moved].sort((a, b) => a.start - b.start || b.end - a.end);
  const runs: Run[] = [];
  for (const { start, end, by } of sorted) {
    let outer = runs.at(-1);
    while (outer && outer.end <= start) outer = outer.outer;
    runs.push({ start, end, by, outer });
  }
  return runs;
}

/** Marks of structures stand at a point, which they share with the beginning of something else. */
function pairInstructions(
  fn: FunctionIR,
  now: FunctionIR,
  starts: Map<number, number>,
  ends: Map<number, number>,
): void {
  for (let i = 0; i < fn.size; i++) {
    const isPoint = fn.starts[i] === fn.ends[i];
    const start = fn.start + fn.starts[i];
    const end = fn.start + fn.ends[i];
    if (!isPoint || !starts.has(start)) starts.set(start, now.start + now.starts[i]);
    if (!isPoint || !ends.has(end)) ends.set(end, now.start + now.ends[i]);
  }
}
