import { renameCallee } from './callees';
import type { Fix } from './fix';
import { FixReader } from './reader';
import { expand } from './template';
import { sinkValue } from './written';

/** The function of the same library that makes plain data only. */
export const safeLoader: Fix = {
  id: 'safe-loader',
  propose(context) {
    const reader = FixReader.open(context);
    const call = reader?.call(reader.instruction);
    if (!reader || !call) return undefined;
    const { safe, 'safe-to': to } = reader.anchor.words;
    const title = 'Load plain data only';
    // A word by the same name may say how an option is set.
    if (safe && !/^\$\w+(?:\.\w+)*\s*(?:=(?!=)|-$)|^\./.test(safe)) {
      const value = sinkValue(reader);
      const text = expand(reader, safe, { value: value && reader.slice(value.span) }, call);
      if (text === undefined) return undefined;
      reader.replace({ start: call.span.start, end: call.list.end }, text);
      return reader.propose(title, 'safe');
    }
    return to && renameCallee(reader, call, to) ? reader.propose(title, 'safe') : undefined;
  },
};
