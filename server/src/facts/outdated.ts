import type { ConfigSpec, OptionSpec } from './model';

/** What is wrong with a library as such. */
export interface Outdated {
  /**
   * `abandoned`: nobody mends it any more; `unsafe`: what it does cannot be made safe; `holes`: the version has known
   * holes; `superseded`: its authors or its users went elsewhere; `name`: it only takes a name.
   */
  readonly state?: OutdatedState;
  /** Where versions, of this or other libraries, decide. */
  readonly by?: Readonly<Record<string, OutdatedState | 'fine'>>;
  /** What to take instead, in words. */
  readonly instead: string;
  /** The same names from another library: the import alone is changed. */
  readonly import?: string;
}

export type OutdatedState = 'abandoned' | 'unsafe' | 'holes' | 'superseded' | 'name';

/** A library, by what imports begin with, that is better left. The place is the model's own library. */
export function outdated(at: string, specifiers: readonly string[], what: Outdated): ConfigSpec {
  const state: OptionSpec = { from: [], unset: what.state ?? 'fine', ...(what.by ? { unsetBy: what.by } : {}) };
  const [library] = specifiers;
  return {
    kind: 'outdated-library',
    at,
    imported: specifiers,
    options: { state, library: { from: [], unset: library }, instead: { from: [], unset: what.instead } },
    ...(what.import ? { fix: { from: library, import: what.import } } : {}),
  };
}
