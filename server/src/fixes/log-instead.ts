import { Op } from '../ir/ir';
import type { Fix } from './fix';
import { listBrackets } from './literals';
import { FixReader } from './reader';
import { insertBefore, terminated } from './statements';
import { expand } from './template';
import { taintTest } from './wrapping';
import { members, sinkValue, type Written } from './written';

/** What is known of a failure goes to the log, and a constant text to whoever asked. */
export const logInstead: Fix = {
  id: 'log-instead',
  propose(context) {
    const reader = FixReader.open(context);
    const written = reader && sinkValue(reader);
    const statement = reader && written && logStatement(reader);
    if (!reader || !written || !statement) return undefined;
    const call = reader.call(reader.instruction);
    const whole = reader.anchor.words['instead-call'];
    const text = expand(reader, whole ?? reader.word('instead') ?? constantText(reader), {}, call);
    if (text === undefined || !insertBefore(reader, context.finding.start, [statement])) return undefined;
    if (whole !== undefined && call) reader.replace({ start: call.span.start, end: call.list.end }, text);
    else if (!replaceParts(reader, written, text, taintTest(reader, written.value), 4)) return undefined;
    return reader.propose('Log the error and answer with a constant text', 'review');
  },
};

const constantText = (reader: FixReader): string => reader.language.string('Internal error', reader.quote);

/** Undefined where the file has no logger, or the failure has no name here. */
function logStatement(reader: FixReader): string | undefined {
  const template = reader.word('log-error');
  if (!template) return undefined;
  const error = failure(reader);
  const pattern = reader.word('logger');
  const logger = pattern === undefined ? '' : new RegExp(pattern).exec(reader.text)?.[1];
  if (logger === undefined || (error === undefined && /\$error\b/.test(template))) return undefined;
  const statement = expand(reader, template, { error, logger });
  return statement && terminated(reader, statement);
}

/** What the failure is called: the variable that its message is read from. */
function failure(reader: FixReader): string | undefined {
  const { finding, text } = reader.context;
  const [source] = finding.trace;
  const written = source?.uri === finding.uri ? text.slice(source.start, source.end) : '';
  const match = /^([\p{L}_$][\p{L}\p{N}_$]*)(?:\.[\p{L}_$][\p{L}\p{N}_$]*(?:\(\))?)*$/u.exec(written);
  if (!match) return undefined;
  return reader.language.imports(text).some(({ local }) => local === match[1]) ? written : match[1];
}

/** Members of an object and elements of a list one by one; a text as a whole, whatever it is made of. */
function replaceParts(
  reader: FixReader,
  written: Written,
  text: string,
  isTainted: (value: number) => boolean,
  depth: number,
): boolean {
  const origin = reader.origin(written.value);
  const isHere = reader.asName(written.span) === undefined;
  if (depth > 0 && isHere && reader.op(origin) === Op.Object) {
    const tainted = members(reader, written).filter((member) => isTainted(member.value));
    return (
      tainted.length > 0 &&
      tainted.every((member) => {
        if (!member.isShort) return replaceParts(reader, member, text, isTainted, depth - 1);
        reader.replace(member.span, `${member.key}: ${text}`);
        return true;
      })
    );
  }
  if (depth > 0 && isHere && reader.op(origin) === Op.Array) {
    const items = listBrackets(reader, written.span)?.items ?? [];
    const entries = reader.entries(origin);
    if (items.length === 0 || items.length !== entries.length) return false;
    return entries.every(
      ({ value }, n) =>
        !isTainted(value) || replaceParts(reader, { span: items[n], value }, text, isTainted, depth - 1),
    );
  }
  reader.replace(written.span, text);
  return true;
}
