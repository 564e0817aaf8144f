import { SCALAR_MASK } from '../facts/resolve';
import type { Taint } from './value';

/** Text of whoever sends a request: a number, or what a signature was made of it, is none. */
export function isChosen({ source, clean }: Taint): boolean {
  return source.kind === 'remote' && (clean & SCALAR_MASK) !== SCALAR_MASK;
}

/** The same, where it is known to arrive and not taken for granted. */
export function isSurelyChosen(taint: Taint): boolean {
  return isChosen(taint) && !taint.isGuess;
}
