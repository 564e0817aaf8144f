import type { Fix } from './fix';
import { FixReader } from './reader';
import { wrapTainted } from './wrapping';
import { sinkValue } from './written';

export const parseQueryEscape: Fix = {
  id: 'parse-query-escape',
  propose(context) {
    const reader = FixReader.open(context);
    const template = reader?.word('query-escape');
    const written = reader && template ? sinkValue(reader) : undefined;
    if (!reader || !template || !written) return undefined;
    const wrapped = wrapTainted(reader, written, { template });
    return wrapped && reader.propose('Escape the value for the query', wrapped.isPlain ? 'safe' : 'review');
  },
};
