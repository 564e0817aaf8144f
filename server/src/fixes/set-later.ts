import type { ValueId } from '../ir/ir';
import { Op } from '../ir/ir';
import { replaceValue } from './literals';
import type { CallText, FixReader } from './reader';
import { boundName, freshName, insertAfter, insertBefore, terminated } from './statements';
import { readBrackets } from './surface';
import { expand } from './template';

/** Options that are set on a thing after it was made: by setters, in a chain, by assignment. */

/** Corrects the call of the setter when there is one, else adds it. */
export function setBySetter(reader: FixReader, call: CallText, setter: string, text: string): boolean {
  const wanted = splitArguments(reader, text);
  const present = chainedCalls(reader, call.value)
    .map((value) => reader.call(value))
    .filter((other): other is CallText => other !== undefined)
    .filter((other) => reader.slice(reader.method(other)) === setter && hasSameStart(reader, other, wanted));
  const last = present[present.length - 1];
  if (last) {
    const { items } = last.list;
    return items.length > 0 && replaceValue(reader, items[items.length - 1], wanted[wanted.length - 1]);
  }
  const addition = `.${setter}(${text})`;
  const name = boundName(reader, call.value);
  if (name) return insertAfter(reader, call.span.start, [terminated(reader, name + addition)]);
  const isChained = chainedCalls(reader, call.value).length > 0;
  // A setter by the name of `set…` gives nothing back to go on with; a builder's methods do.
  if (isChained && !/^set[A-Z_]/.test(setter)) {
    reader.insert(call.list.end, addition);
    return true;
  }
  return setOnNewVariable(reader, call, addition);
}

/** `.secure = true`, `.config["KEY"] = true`. */
export function setAttribute(reader: FixReader, call: CallText, path: string, text: string): boolean {
  const name = boundName(reader, call.value);
  if (!name) return setOnNewVariable(reader, call, `${path} = ${text}`);
  const pattern = escaped(name + path).replace(/['"]/g, `['"]`);
  const assignments = [...reader.text.matchAll(new RegExp(`(?<![\\w$.])${pattern}\\s*=(?!=)\\s*`, 'g'))];
  const last = assignments[assignments.length - 1];
  if (last) {
    const start = last.index + last[0].length;
    const statement = reader.statement(last.index);
    if (!statement) return false;
    const end = statement.end - (reader.text[statement.end - 1] === ';' ? 1 : 0);
    return replaceValue(reader, { start, end }, text);
  }
  return insertAfter(reader, call.span.start, [terminated(reader, `${name}${path} = ${text}`)]);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function splitArguments(reader: FixReader, text: string): string[] {
  const source = `(${text})`;
  return (readBrackets(source, reader.surface, 0)?.items ?? []).map((item) => source.slice(item.start, item.end));
}

/** All but the last argument are the same: that one says what is set. */
function hasSameStart(reader: FixReader, call: CallText, wanted: readonly string[]): boolean {
  const plain = (text: string): string => text.replace(/^(['"])([\s\S]*)\1$/, '$2');
  const { items } = call.list;
  return (
    items.length === wanted.length &&
    wanted
      .slice(0, -1)
      .every((text, i) => plain(text) === plain(reader.slice(items[i])) || isSameConstant(reader, call, i, plain(text)))
  );
}

function isSameConstant(reader: FixReader, call: CallText, index: number, text: string): boolean {
  return reader.constant(reader.entries(call.value)[index]?.value ?? -1) === text;
}

/** Calls on the thing, and on what these give back. */
function chainedCalls(reader: FixReader, value: ValueId, depth = 20): ValueId[] {
  if (depth === 0) return [];
  return reader
    .uses(value)
    .filter((use) => reader.op(use) === Op.Field)
    .flatMap((field) => reader.uses(field).filter((use) => reader.isCall(use) && reader.fn.a[use] === field))
    .flatMap((call) => [call, ...chainedCalls(reader, call, depth - 1)]);
}

/** A thing that is used where it is made gets a name, so that something can be done with it before. */
function setOnNewVariable(reader: FixReader, call: CallText, addition: string): boolean {
  const declare = reader.word('declare');
  const isNew = reader.op(call.value) === Op.New;
  const maker = isNew ? call.callee : (reader.receiver(call) ?? call.callee);
  const type = /[\p{L}_$][\p{L}\p{N}_$]*$/u.exec(reader.slice(maker))?.[0];
  if (!declare || !type) return false;
  const name = freshName(reader, type[0].toLowerCase() + type.slice(1));
  const span = { start: call.span.start, end: call.list.end };
  const made = expand(reader, declare, { name, type, value: reader.slice(span) }, call);
  if (made === undefined || name === type) return false;
  reader.replace(span, name);
  return insertBefore(reader, call.span.start, [terminated(reader, made), terminated(reader, name + addition)]);
}
