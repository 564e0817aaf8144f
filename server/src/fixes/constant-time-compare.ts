import type { Fix, FixProposal } from './fix';
import { addHelper } from './helpers';
import { FixReader } from './reader';
import { isOpening, type Span, type Token, tokenize } from './surface';
import { expand } from './template';

const EQUAL = new Set(['==', '===']);
const UNEQUAL = new Set(['!=', '!==']);
const CLOSING = new Set([')', ']', '}']);

/** A comparison whose time does not depend on what is compared. */
export const constantTimeCompare: Fix = {
  id: 'constant-time-compare',
  propose(context): FixProposal | undefined {
    const reader = FixReader.open(context);
    if (!reader) return undefined;
    const { finding } = context;
    const sides = operands(reader, finding) ?? methodCall(reader);
    if (!sides) return undefined;
    const helper = reader.language.helpers.equal;
    const template = reader.word(sides.isNegated ? 'unequal' : 'equal') ?? helper?.call;
    if (!template) return undefined;
    const pieces = { left: reader.slice(sides.left), right: reader.slice(sides.right) };
    const text = expand(reader, template, pieces);
    if (text === undefined) return undefined;
    const isHelped = template === helper?.call;
    reader.replace(finding, isHelped && sides.isNegated ? `!${text}` : text);
    if (isHelped && helper && !addHelper(reader, helper)) return undefined;
    // The helper takes whatever an equality takes; what the library has wants texts.
    return reader.propose('Compare in constant time', isHelped ? 'safe' : 'review');
  },
};

interface Sides {
  readonly left: Span;
  readonly right: Span;
  readonly isNegated: boolean;
}

/** `a === b`, at its one operator outside of brackets. */
function operands(reader: FixReader, { start, end }: Span): Sides | undefined {
  let depth = 0;
  let operator: Token | undefined;
  for (const token of tokenize(reader.text, reader.surface, start, end)) {
    if (token.kind !== 'sign') continue;
    const sign = reader.slice(token);
    if (isOpening(sign)) depth++;
    else if (CLOSING.has(sign)) depth--;
    else if (depth === 0 && (EQUAL.has(sign) || UNEQUAL.has(sign))) {
      if (operator) return undefined;
      operator = token;
    }
  }
  if (!operator) return undefined;
  const trimmed = (from: number, to: number): Span => {
    const text = reader.text.slice(from, to);
    return { start: from + text.length - text.trimStart().length, end: to - (text.length - text.trimEnd().length) };
  };
  return {
    left: trimmed(start, operator.start),
    right: trimmed(operator.end, end),
    isNegated: UNEQUAL.has(reader.slice(operator)),
  };
}

/** `a.equals(b)`. */
function methodCall(reader: FixReader): Sides | undefined {
  if (!reader.isCall(reader.instruction)) return undefined;
  const call = reader.call(reader.instruction);
  const receiver = call && reader.receiver(call);
  if (!receiver || call.list.items.length !== 1) return undefined;
  return { left: receiver, right: reader.expressionOf(call.list.items[0]), isNegated: false };
}
