import { argumentList } from './argument-list';
import { bindParameters } from './bind-parameters';
import { escapeOutput } from './escape-output';
import type { Fix } from './fix';
import { neutraliseLog } from './neutralise-log';
import { parseQueryEscape } from './parse-query-escape';
import { setOption } from './set-option';
import { stringConversion } from './string-conversion';

/** All fixes by their ids; rules name them. */
export const FIXES: ReadonlyMap<string, Fix> = new Map(
  [argumentList, bindParameters, escapeOutput, neutraliseLog, parseQueryEscape, setOption, stringConversion].map(
    (fix) => [fix.id, fix],
  ),
);
