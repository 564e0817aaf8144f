import { expressionText, textOrigin } from './building';
import type { Fix } from './fix';
import { FixReader } from './reader';
import { expand } from './template';
import { members, sinkValue, type Written } from './written';

/** `(uid=` before the value and `)` behind it: one test of equality, which can be made without text. */
const OPENING = /^\(([A-Za-z][\w-]*)=$/;

/** A filter that is text with one value in it becomes a filter object. */
export const equalityFilter: Fix = {
  id: 'equality-filter',
  propose(context) {
    const reader = FixReader.open(context);
    const template = reader?.word('equality');
    const written = reader && template ? sinkValue(reader) : undefined;
    if (!reader || !template || !written) return undefined;
    for (const place of [written, ...members(reader, written)]) {
      const test = readTest(reader, place);
      const text = test && expand(reader, template, test);
      if (text === undefined) continue;
      reader.replace(place.span, text);
      return reader.propose('Make the filter of its parts', 'safe');
    }
    return undefined;
  },
};

/** The attribute as a literal, and the value that it is compared with. */
function readTest(reader: FixReader, place: Written): { attribute: string; value: string } | undefined {
  const origin = textOrigin(reader, place.span, place.value);
  if (!origin?.inPlace || origin.pieces.length !== 3) return undefined;
  const [before, hole, after] = origin.pieces;
  if (before.kind !== 'text' || hole.kind !== 'hole' || after.kind !== 'text' || hole.spec !== '') return undefined;
  const attribute = OPENING.exec(reader.slice(before))?.[1];
  const value = expressionText(reader, hole);
  if (attribute === undefined || value === undefined || reader.slice(after) !== ')') return undefined;
  return { attribute: reader.language.string(attribute, reader.quote), value };
}
