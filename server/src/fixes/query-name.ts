import type { Fix } from './fix';
import { addHelper } from './helpers';
import { FixReader } from './reader';
import { wrapTainted } from './wrapping';
import { sinkValue } from './written';

/**
 * What stands where a query has a name: a direction becomes a choice between two words, anything else passes a function
 * that lets only simple names through.
 */
export const queryName: Fix = {
  id: 'query-name',
  propose(context) {
    const reader = FixReader.open(context);
    const written = reader ? sinkValue(reader) : undefined;
    if (!reader || !written) return undefined;
    const isDirection = context.finding.variant === 'direction';
    const { [isDirection ? 'query-direction' : 'query-name']: helper } = reader.language.helpers;
    const choice = isDirection ? reader.word('query-direction') : undefined;
    const template = choice ?? helper?.call;
    if (!template) return undefined;
    const wrapped = wrapTainted(reader, written, { template, isChoice: choice !== undefined });
    if (!wrapped || (choice === undefined && helper && !addHelper(reader, helper))) return undefined;
    return isDirection
      ? reader.propose('Choose between ASC and DESC', 'safe')
      : reader.propose('Let only simple names through', 'review');
  },
};
