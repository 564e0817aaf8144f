import type { Fix } from './fix';
import { FixReader } from './reader';

/** The name of a host that is compared with the beginning or the end of a text is made whole: by the slash or the dot beside it. */
export const completeHost: Fix = {
  id: 'complete-host',
  propose(context) {
    const reader = FixReader.open(context);
    const call = reader?.call(reader.instruction);
    const item = call?.list.items[call.list.items.length - 1];
    const { variant } = context.finding;
    if (!reader || !item || (variant !== 'prefix' && variant !== 'suffix')) return undefined;
    const literal = /^(["'`])(https?:\/\/)?[\w.:-]+\1$/i.exec(reader.slice(item));
    // Without the scheme the text goes on before the name.
    if (!literal || (variant === 'prefix' && literal[2] === undefined)) return undefined;
    if (variant === 'prefix') reader.insert(item.end - 1, '/');
    else reader.insert(item.start + 1, '.');
    return reader.propose('Compare with the whole name of the host', 'review');
  },
};
