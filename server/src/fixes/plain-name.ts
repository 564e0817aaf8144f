import type { Fix } from './fix';
import { FixReader } from './reader';
import { wrapTainted } from './wrapping';
import { sinkValue } from './written';

/** Of a name from outside only what can be a name: no folders. */
export const plainName: Fix = {
  id: 'plain-name',
  propose(context) {
    const reader = FixReader.open(context);
    const template = reader?.word('plain-name');
    const written = reader && template ? sinkValue(reader) : undefined;
    if (!reader || !template || !written) return undefined;
    const wrapped = wrapTainted(reader, written, { template });
    return wrapped && reader.propose('Take the last part of the name only', wrapped.isPlain ? 'safe' : 'review');
  },
};
