import type { ValueId } from '../ir/ir';
import { expressionText, type HolePiece, textOrigin } from './building';
import { renameCallee } from './callees';
import type { Helper } from './edits';
import type { Fix, FixProposal } from './fix';
import { addHelper } from './helpers';
import { type CallText, FixReader } from './reader';
import { matchPattern } from './rewriting';
import { type Span, unwrapped } from './surface';
import { expand } from './template';
import { taintTest } from './wrapping';
import { sinkValue } from './written';

/** Another call instead of this one. */
export const replaceCall: Fix = {
  id: 'replace-call',
  propose(context) {
    const reader = FixReader.open(context);
    if (!reader) return undefined;
    const call = reader.call(reader.instruction);
    const { call: template, to, arguments: list } = reader.anchor.words;
    if (template && call) return withTemplate(reader, call, template);
    if (to && call) return withName(reader, call, to, list);
    return rewritten(reader, call);
  },
};

function withTemplate(reader: FixReader, call: CallText, template: string): FixProposal | undefined {
  const text = expand(reader, template, valuePieces(reader), call);
  if (text === undefined) return undefined;
  reader.replace({ start: call.span.start, end: call.list.end }, text);
  return reader.propose(`Use ${nameIn(text)}`, 'safe');
}

function withName(reader: FixReader, call: CallText, to: string, list: string | undefined): FixProposal | undefined {
  if (!renameCallee(reader, call, to)) return undefined;
  const text = list === undefined ? undefined : expand(reader, list, valuePieces(reader), call);
  if (list !== undefined && text === undefined) return undefined;
  if (text !== undefined) reader.replace({ start: call.list.start + 1, end: call.list.end - 1 }, text);
  return reader.propose(`Use ${to}`, 'safe');
}

/** `$hole` is the one value from outside in the text at the sink; `$value` is that too, or else all that stands there. */
function valuePieces(reader: FixReader): Record<string, string | undefined> {
  const written = sinkValue(reader);
  if (!written) return {};
  const isTainted = taintTest(reader, written.value);
  const origin = textOrigin(reader, written.span, written.value);
  const holes = (origin?.pieces ?? []).filter(
    (piece): piece is HolePiece => piece.kind === 'hole' && isTainted(piece.value),
  );
  const hole = holes.length === 1 ? expressionText(reader, holes[0]) : undefined;
  const whole = reader.slice(written.span);
  return { hole: origin ? hole : whole, value: hole ?? whole };
}

function rewritten(reader: FixReader, call: CallText | undefined): FixProposal | undefined {
  const words = rewriteWords(reader);
  if (words.length === 0) return undefined;
  for (const span of candidates(reader)) {
    for (const word of words) {
      const arrow = word.indexOf('=>');
      const found = matchPattern(reader, word.slice(0, arrow).trim(), span);
      if (!found) continue;
      const [template, helper] = withHelper(reader, word.slice(arrow + 2).trim());
      const text = expand(reader, template, found.pieces, call);
      if (text === undefined) continue;
      if (helper && !addHelper(reader, helper)) return undefined;
      reader.replace(found.span, text);
      return reader.propose(`Use ${nameIn(text)}`, 'safe');
    }
  }
  return undefined;
}

/** `&{word}` stands for the name of the language's helper of that word, which the fix then adds. */
function withHelper(reader: FixReader, template: string): [string, Helper?] {
  const word = /&\{([\w-]+)\}/.exec(template);
  const helper = word ? (reader.language.helpers[word[1]] as Helper | undefined) : undefined;
  return word && helper ? [template.replace(word[0], helper.name), helper] : [template];
}

/** The model's rewritings first, each in the order of its number. */
function rewriteWords(reader: FixReader): string[] {
  return [reader.anchor.words, reader.language.words].flatMap((words) =>
    Object.keys(words)
      .filter((key) => /^rewrite\d*$/.test(key))
      .sort((a, b) => Number(a.slice(7)) - Number(b.slice(7)))
      .map((key) => words[key])
      .filter((word) => word.includes('=>')),
  );
}

/** The finding's expression, then the calls that its value is made of, then where the trace says it comes from. */
function candidates(reader: FixReader): Span[] {
  const { finding } = reader.context;
  const written = sinkValue(reader);
  const calls = [reader.instruction, ...madeOf(reader, reader.anchor.value)].filter((value) => reader.isCall(value));
  return [
    { start: finding.start, end: finding.end },
    ...(written ? [unwrapped(reader.text, reader.surface, written.span)] : []),
    ...calls.map((value) => reader.span(value)),
    ...finding.trace.slice(0, 1).filter((step) => step.uri === finding.uri),
  ];
}

function madeOf(reader: FixReader, value: ValueId): ValueId[] {
  const seen = new Set<ValueId>();
  const pending = value < 0 ? [] : [value];
  for (let i = 0; i < pending.length && seen.size < 200; i++) {
    const current = reader.origin(pending[i]);
    if (current < 0 || seen.has(current)) continue;
    seen.add(current);
    pending.push(...reader.operands(current));
  }
  return [...seen];
}

/** What a call is called, for the title. */
function nameIn(text: string): string {
  return /^(?:new\s+)?[\w.$]+/.exec(text)?.[0] ?? text;
}
