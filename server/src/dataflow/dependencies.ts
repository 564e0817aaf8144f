import type { FunctionIR } from '../ir/ir';

/** What became different: files as a whole, and functions of files that are otherwise the same. */
export interface Changes {
  readonly files: ReadonlySet<string>;
  readonly functions: ReadonlySet<FunctionIR>;
}

/**
 * What a result rests on. A file stands for everything that is said outside of its functions' code: what it declares and
 * what its own code does; a function stands for its code. `parts` are results that this one rests on; they may still
 * grow, since an environment's classes are evaluated when somebody asks.
 */
export class Dependencies {
  readonly files = new Set<string>();
  readonly functions = new Set<FunctionIR>();
  readonly parts = new Set<Dependencies>();

  file(uri: string): void {
    this.files.add(uri);
  }

  /** The function's code was evaluated, or something was decided by looking at it. */
  code(fn: FunctionIR): void {
    this.functions.add(fn);
  }

  result(of: Dependencies): void {
    if (of !== this) this.parts.add(of);
  }
}

/** Tells which results the changes cannot have touched. Results rest on each other in circles, too. */
export class Staleness {
  private readonly known = new Map<Dependencies, boolean>();

  constructor(private readonly changes: Changes) {}

  isStale(dependencies: Dependencies): boolean {
    const known = this.known.get(dependencies);
    if (known !== undefined) return known;
    // Everything that is reached from here, so that circles need no care.
    const reached = new Set([dependencies]);
    for (const one of reached) {
      if (this.known.get(one) === true || this.isTouched(one)) {
        this.known.set(dependencies, true);
        return true;
      }
      if (this.known.get(one) === false) continue;
      for (const part of one.parts) reached.add(part);
    }
    for (const one of reached) this.known.set(one, false);
    return false;
  }

  private isTouched({ files, functions }: Dependencies): boolean {
    return meet(this.changes.files, files) || meet(this.changes.functions, functions);
  }
}

function meet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const one of few) if (many.has(one)) return true;
  return false;
}
