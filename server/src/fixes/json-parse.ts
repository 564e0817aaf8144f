import { Op } from '../ir/ir';
import { expressionText, textOrigin } from './building';
import type { Fix } from './fix';
import { type CallText, FixReader } from './reader';
import { unwrapped } from './surface';
import { expand } from './template';
import { sinkValue, type Written } from './written';

/** Data from outside is read as JSON, which is data and nothing else. */
export const jsonParse: Fix = {
  id: 'json-parse',
  propose(context) {
    const reader = FixReader.open(context);
    const call = reader?.call(reader.instruction);
    const template = reader?.word('json');
    const written = reader && call ? sinkValue(reader) : undefined;
    if (!reader || !call || !written || !template) return undefined;
    if (reader.anchor.words.json === undefined && !isReading(reader, call)) return undefined;
    const value = dataText(reader, written);
    const text = value === undefined ? undefined : expand(reader, template, { value }, call);
    if (text === undefined) return undefined;
    reader.replace({ start: call.span.start, end: call.list.end }, text);
    return reader.propose('Read the value as JSON', 'review');
  },
};

const READS = /^(?:eval|loads?|parse\w*|read\w*|un(?:serialize|pickle|marshal)\w*|de(?:serialize|code)\w*)$/i;

/** Without a word of the model: a call that by its name turns one text into a value, and whose result is used. */
function isReading(reader: FixReader, call: CallText): boolean {
  return (
    reader.op(call.value) === Op.Call &&
    call.list.items.length === 1 &&
    READS.test(reader.slice(reader.method(call))) &&
    reader.uses(call.value).length > 0
  );
}

/** The data itself: `'(' + x + ')'` only makes an expression of it. */
function dataText(reader: FixReader, written: Written): string | undefined {
  if (reader.asName(written.span) === undefined) {
    const origin = textOrigin(reader, written.span, written.value);
    if (origin) {
      const holes = origin.pieces.filter((piece) => piece.kind === 'hole');
      const literals = origin.pieces
        .filter((piece) => piece.kind === 'text')
        .map((piece) => reader.slice(piece).trim());
      const [hole] = holes;
      return holes.length === 1 && hole.kind === 'hole' && /^\(*\)*$/.test(literals.join(''))
        ? expressionText(reader, hole)
        : undefined;
    }
  }
  return reader.slice(unwrapped(reader.text, reader.surface, written.span));
}
