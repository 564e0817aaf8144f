import type { Fix } from './fix';
import { FixReader } from './reader';
import { wrapTainted } from './wrapping';
import { sinkValue } from './written';

/** A fixed text where the secret was told. */
export const redactSecret: Fix = {
  id: 'redact-secret',
  propose(context) {
    const reader = FixReader.open(context);
    const written = reader && sinkValue(reader);
    if (!reader || !written) return undefined;
    const template = reader.word('redacted') ?? "'[REDACTED]'";
    const wrapped = wrapTainted(reader, written, { template, deep: true });
    return wrapped && reader.propose('Leave the secret out of the log', 'safe');
  },
};
