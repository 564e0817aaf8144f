/** Thrown out of work whose result nobody waits for any more. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor() {
    super('The work was cancelled.');
  }
}

/** Long work calls this between its steps. It throws `Cancelled` when the work should end. */
export type Checkpoint = () => void;

/** For work that always runs to its end. */
export const NO_CHECKPOINT: Checkpoint = () => {};
