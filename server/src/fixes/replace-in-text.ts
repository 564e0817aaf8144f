import { Op } from '../ir/ir';
import type { Fix } from './fix';
import { FixReader } from './reader';

/** Part of a literal is written anew: `a => b` of the word. */
export const replaceInText: Fix = {
  id: 'replace-in-text',
  propose(context) {
    const reader = FixReader.open(context);
    const word = reader?.anchor.words['in-text'];
    const [from, to] = word?.split(' => ') ?? [];
    if (!reader || !from || to === undefined) return undefined;
    const at = reader.op(reader.instruction) === Op.Const ? reader.span(reader.instruction) : undefined;
    const start = at ? reader.text.indexOf(from, at.start) : -1;
    if (!at || start < 0 || start + from.length > at.end) return undefined;
    reader.replace({ start, end: start + from.length }, to);
    return reader.propose(`Write ${to}`, 'review');
  },
};
