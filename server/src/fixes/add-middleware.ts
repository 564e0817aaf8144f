import type { Fix } from './fix';
import { FixReader } from './reader';
import { boundName, insertAfter, terminated } from './statements';
import { expand } from './template';

/** A statement after the one that makes the thing, or one more call in its chain. */
export const addMiddleware: Fix = {
  id: 'add-middleware',
  propose(context) {
    const reader = FixReader.open(context);
    const call = reader?.call(reader.instruction);
    const template = reader?.word('use');
    if (!reader || !call || !template) return undefined;
    const name = boundName(reader, call.value);
    const text = expand(reader, template, name === undefined ? {} : { this: name }, call);
    if (text === undefined) return undefined;
    if (text.startsWith('.')) reader.insert(call.list.end, text);
    else if (!name || !insertAfter(reader, call.span.start, [terminated(reader, text)])) return undefined;
    return reader.propose(`Add ${text.replace(/\s+/g, ' ')}`, 'safe');
  },
};
