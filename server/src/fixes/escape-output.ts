import type { Fix } from './fix';
import { FixReader } from './reader';
import { wrapTainted } from './wrapping';
import { sinkValue } from './written';

export const escapeOutput: Fix = {
  id: 'escape-output',
  propose(context) {
    const reader = FixReader.open(context);
    const template = reader?.word('escape');
    const written = reader && template ? sinkValue(reader) : undefined;
    if (!reader || !template || !written) return undefined;
    const wrapped = wrapTainted(reader, written, { template });
    return wrapped && reader.propose('Escape the value for where it is written', wrapped.isPlain ? 'safe' : 'review');
  },
};
