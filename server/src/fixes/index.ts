import { bindParameters } from './bind-parameters';
import type { Fix } from './fix';
import { setOption } from './set-option';

/** All fixes by their ids; rules name them. */
export const FIXES: ReadonlyMap<string, Fix> = new Map([bindParameters, setOption].map((fix) => [fix.id, fix]));
