import type { Anchor, Severity, Step } from '../../base/finding';
import type { ModuleEntry } from '../../dataflow/program';

/** A finding before it has a fingerprint and before suppressions are looked at. Offsets are absolute. */
export interface Draft {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly variant: string | undefined;
  readonly cwe: readonly number[];
  readonly module: ModuleEntry;
  readonly start: number;
  readonly end: number;
  readonly trace: readonly Step[];
  readonly anchor: Anchor;
}
