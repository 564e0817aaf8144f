import { bindParameters } from './bind-parameters';
import type { Fix } from './fix';

/** All fixes by their ids; rules name them. */
export const FIXES: ReadonlyMap<string, Fix> = new Map([bindParameters].map((fix) => [fix.id, fix]));
