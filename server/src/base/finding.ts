export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Place {
  readonly uri: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** One hop of a flow, in order from source to sink. */
export interface Step extends Place {
  readonly note: string;
}

/** Plain data: everything the user sees is a rendering of these. */
export interface Finding extends Place {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly variant: string | undefined;
  readonly cwe: readonly number[];
  /** Source first, sink last; a single entry for findings without a flow. */
  readonly trace: readonly Step[];
  /**
   * Stable across moved lines and unrelated edits: a hash of the rule, the enclosing function's name, the sink's
   * normalised text and an ordinal among equals.
   */
  readonly fingerprint: string;
  /** Set when a comment suppresses it: its reason. Suppressed findings are kept, so that reports can show them. */
  readonly suppressed: { readonly reason: string; readonly start: number; readonly end: number } | undefined;
  /** What fixes need to find their place again. */
  readonly anchor: Anchor;
}

export interface Anchor {
  /** Index of the function in its module and of the instruction (the sink's call, the configured call, the literal). */
  readonly functionId: number;
  readonly instruction: number;
  /** Value at the sink, -1 for none. */
  readonly value: number;
  readonly option: string | undefined;
  /** Words of the model for the fix. */
  readonly words: Readonly<Record<string, string>>;
  readonly bind: unknown;
}

export interface Notice {
  readonly uri: string;
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
}
