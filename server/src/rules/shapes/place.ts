import type { Anchor, Severity, Step } from '../../base/finding';
import type { ModuleEntry } from '../../dataflow/program';
import type { Provided } from '../../facts/model';
import type { Config } from '../../facts/vocabulary';

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
  /** Only where the project gives something this option. */
  readonly provided?: Provided;
  /** Not where the project has one of these. */
  readonly unlessProjectHas?: readonly Config[];
  /** Not where other code of the program is seen to hand it over. */
  readonly unlessGiven?: boolean;
  readonly anchor: Anchor;
  /** Its positions are those of the text by now; else they are those that evaluation knows. */
  readonly isPlaced?: boolean;
  /** Too weak for the recommended profile, though its rule is in it. */
  readonly onlyStrict?: boolean;
}
