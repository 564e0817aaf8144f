import type { Fix } from './fix';
import { FixReader } from './reader';
import { wrapTainted } from './wrapping';
import { sinkValue } from './written';

/** What is put into a path or a query is encoded for it. */
export const encodeUrlPart: Fix = {
  id: 'encode-url-part',
  propose(context) {
    const reader = FixReader.open(context);
    const part = context.finding.variant === 'query' ? 'encode-query' : 'encode-path';
    const template = reader?.word(part) ?? reader?.word('encode-path');
    const written = reader && template ? sinkValue(reader) : undefined;
    if (!reader || !template || !written) return undefined;
    const wrapped = wrapTainted(reader, written, { template });
    return wrapped && reader.propose('Encode the value for its part of the URL', wrapped.isPlain ? 'safe' : 'review');
  },
};
