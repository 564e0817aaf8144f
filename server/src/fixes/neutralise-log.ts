import type { Fix } from './fix';
import { FixReader } from './reader';
import { wrapTainted } from './wrapping';
import { sinkValue } from './written';

export const neutraliseLog: Fix = {
  id: 'neutralise-log',
  propose(context) {
    const reader = FixReader.open(context);
    const template = reader?.word('neutralise');
    const written = reader && template ? sinkValue(reader) : undefined;
    if (!reader || !template || !written) return undefined;
    const wrapped = wrapTainted(reader, written, { template, inText: reader.word('neutralise-in-text') });
    return wrapped && reader.propose('Replace line breaks in the value', wrapped.isPlain ? 'safe' : 'review');
  },
};
