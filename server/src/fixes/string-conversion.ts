import type { Fix } from './fix';
import { FixReader } from './reader';
import { wrapTainted } from './wrapping';
import { sinkValue } from './written';

export const stringConversion: Fix = {
  id: 'string-conversion',
  propose(context) {
    const reader = FixReader.open(context);
    const template = reader?.word('text');
    const written = reader && template ? sinkValue(reader) : undefined;
    if (!reader || !template || !written) return undefined;
    // A whole filter from outside is no text; only where the model says so is the value itself converted.
    const membersOnly = reader.anchor.words.text === undefined;
    const wrapped = wrapTainted(reader, written, { template, deep: true, membersOnly });
    return wrapped && reader.propose('Take the value as a text', 'safe');
  },
};
