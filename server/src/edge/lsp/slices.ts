import { Cancelled, type Checkpoint } from '../../base/checkpoint';

const FIRST_SLICE_MS = 20;

/**
 * Runs work on this thread without keeping messages waiting. The work is stopped when its slice is over and, after
 * messages were served, taken up again: it may have been cancelled meanwhile, or an edit may have made it another work.
 * Slices grow, so that work which cannot keep what it had done ends nevertheless.
 */
export async function inSlices<T>(
  work: (checkpoint: Checkpoint) => T,
  isCancelled: () => boolean,
  prepare: () => Promise<void>,
): Promise<T> {
  for (let slice = FIRST_SLICE_MS; ; slice *= 2) {
    await messagesServed();
    if (isCancelled()) throw new Cancelled();
    await prepare();
    const end = performance.now() + slice;
    try {
      return work(() => {
        if (performance.now() > end) throw new Cancelled();
      });
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    }
  }
}

/** Pauses a loop whenever it has run for a while. */
export class Pauses {
  #end = performance.now() + PAUSE_AFTER_MS;

  async pause(): Promise<void> {
    if (performance.now() < this.#end) return;
    await messagesServed();
    this.#end = performance.now() + PAUSE_AFTER_MS;
  }
}

const PAUSE_AFTER_MS = 8;

/** One turn of the event loop reads what has arrived, the next one handles it. */
async function messagesServed(): Promise<void> {
  await turn();
  await turn();
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
