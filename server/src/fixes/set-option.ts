import type { ValueId } from '../ir/ir';
import { Op } from '../ir/ir';
import { isKeywordOrCallback } from './bind-parameters';
import type { Fix } from './fix';
import { addItems, entryText, findEntry, objectBrackets, removeItem, replaceValue } from './literals';
import { type CallText, FixReader } from './reader';
import { setAttribute, setBySetter } from './set-later';
import { type Span, unwrapped } from './surface';
import { expand } from './template';
import { madeAt, rightSide } from './written';

export const setOption: Fix = {
  id: 'set-option',
  propose(context) {
    const reader = FixReader.open(context);
    const option = context.finding.anchor.option;
    const word = reader && option !== undefined ? reader.anchor.words[option] : undefined;
    if (!reader || !word) return undefined;
    const call = reader.call(reader.instruction);
    const places = word.split(/;\s+(?=[$.[])/).map((place) => place.trim());
    const isSet =
      replaceLiteral(reader, places) ||
      (call ? setPlaces(reader, call, places) : places.every((place) => setAssigned(reader, place)));
    if (!isSet) return undefined;
    return reader.edits.length > 0 ? reader.propose(`Set ${option}`, 'safe') : undefined;
  },
};

/** What is assigned says it all: `$0` is the right side. */
function setAssigned(reader: FixReader, place: string): boolean {
  const text = /^\$0\s*=\s*([\s\S]+)$/.exec(place)?.[1];
  const { instruction, context } = reader;
  if (text === undefined || ![Op.SetField, Op.SetIndex].includes(reader.op(instruction))) return false;
  const statement = reader.span(instruction);
  // What a file gives to others is set at its end; the finding is where the value stands.
  const isLater = statement.start === statement.end;
  const right = isLater ? context.finding : rightSide(reader, statement);
  if (!right || (isLater && !/[^=!<>]=\s*$/.test(reader.text.slice(0, right.start)))) return false;
  const value = expand(reader, text, {});
  return value !== undefined && replaceValue(reader, { start: right.start, end: right.end }, value);
}

/** A literal that the finding points at is what is set, however it got there: by position, by name, by assignment. */
function replaceLiteral(reader: FixReader, places: readonly string[]): boolean {
  const { finding } = reader.context;
  const { value } = reader.anchor;
  const [, text] = (places.length === 1 && /^\$\w+(?:\.[\w$-]+)*\s*=\s*([\w'".]+)$/.exec(places[0])) || [];
  if (text === undefined || value < 0 || reader.op(value) !== Op.Const) return false;
  const span = reader.span(value);
  return span.start === finding.start && span.end === finding.end && replaceValue(reader, span, text);
}

/** Members of an argument that is not there yet make one new object. */
function setPlaces(reader: FixReader, call: CallText, places: readonly string[]): boolean {
  const members = places.map((place) => /^\$(\d)\.([\w$-]+)\s*=\s*([\s\S]+)$/.exec(place));
  const index = Number(members[0]?.[1] ?? -1);
  const isNew = members.length > 1 && index === call.list.items.length;
  if (!isNew || !members.every((member) => member && Number(member[1]) === index))
    return places.every((place) => setPlace(reader, call, place));
  const entries = members.flatMap((member) => {
    const value = member ? expand(reader, member[3], {}, call) : undefined;
    return member && value !== undefined ? [{ key: member[2], value }] : [];
  });
  addItems(reader, call.list, [reader.language.object(entries, reader.quote)], index);
  return entries.length === members.length;
}

/** One `place = value` of the words. */
function setPlace(reader: FixReader, call: CallText, place: string): boolean {
  const argument = /^\$(\d|[a-z_]\w*)((?:\.[\w$-]+)*)\s*(?:=\s*([\s\S]+)|-)$/i.exec(place);
  if (argument) {
    const [, name, path, value] = argument;
    const text = value === undefined ? undefined : expand(reader, value, {}, call);
    if (value !== undefined && text === undefined) return false;
    const keys = path.split('.').slice(1);
    return /^\d$/.test(name)
      ? setArgument(reader, call, Number(name), keys, text)
      : setKeyword(reader, call, [name, ...keys], text);
  }
  const setter = /^\.([\w$]+)\(([\s\S]*)\)$/.exec(place);
  if (setter) {
    const text = expand(reader, setter[2], {}, call);
    return text !== undefined && setBySetter(reader, call, setter[1], text);
  }
  const attribute = /^((?:\.[\w$]+|\[[^\]]+\])+)\s*=\s*([\s\S]+)$/.exec(place);
  const path = attribute ? expand(reader, attribute[1], {}, call) : undefined;
  const text = attribute ? expand(reader, attribute[2], {}, call) : undefined;
  return path !== undefined && text !== undefined && setAttribute(reader, call, path, text);
}

/** An argument by its number, or a member of the object it is. No text: the member is removed. */
function setArgument(
  reader: FixReader,
  call: CallText,
  index: number,
  keys: readonly string[],
  text: string | undefined,
): boolean {
  const { items } = call.list;
  const item = items[index];
  const isAbsent = !item || (keys.length > 0 && isKeywordOrCallback(reader, call, item));
  if (isAbsent) {
    if (text === undefined) return true;
    if (index > items.length) return false;
    addItems(reader, call.list, [nested(reader, keys, text)], index);
    return true;
  }
  const span = reader.expressionOf(item);
  if (keys.length === 0) return text !== undefined && replaceValue(reader, span, text);
  return (
    setMember(reader, span, reader.entries(call.value)[index]?.value ?? -1, keys, text) ||
    setInOther(reader, call, index, keys, text)
  );
}

/** Calls that take their options at several places: the argument that has the member already. */
function setInOther(
  reader: FixReader,
  call: CallText,
  index: number,
  keys: readonly string[],
  text: string | undefined,
): boolean {
  return call.list.items.some((item, other) => {
    const value = reader.entries(call.value)[other]?.value ?? -1;
    const made = madeAt(reader, value);
    if (other === index || made.value < 0 || made.fn.ops[made.value] !== Op.Object) return false;
    const span = { start: made.fn.start + made.fn.starts[made.value], end: made.fn.start + made.fn.ends[made.value] };
    const brackets = objectBrackets(reader, span);
    const isThere = brackets && findEntry(reader, brackets, keys[0]) !== undefined;
    return isThere === true && setMember(reader, item, value, keys, text);
  });
}

function setKeyword(reader: FixReader, call: CallText, keys: readonly string[], text: string | undefined): boolean {
  const [name, ...rest] = keys;
  const keyword = reader.language.keyword(name, text ?? '');
  const { items } = call.list;
  if (keyword === undefined) return setInLastObject(reader, call, keys, text);
  const index = items.findIndex((item) => reader.keyword(item)?.name === name);
  if (index < 0) {
    if (text === undefined) return true;
    addItems(
      reader,
      call.list,
      [reader.language.keyword(name, nested(reader, rest, text))!],
      beforeMapping(reader, items),
    );
    return true;
  }
  if (text === undefined && rest.length === 0) {
    removeItem(reader, call.list, index);
    return true;
  }
  const span = reader.expressionOf(items[index]);
  if (rest.length === 0) return replaceValue(reader, span, text!);
  return setMember(reader, span, reader.entries(call.value)[index]?.value ?? -1, rest, text);
}

/** A keyword stands before `**options`. */
function beforeMapping(reader: FixReader, items: readonly Span[]): number {
  const index = items.findIndex((item) => reader.slice(item).startsWith('**'));
  return index < 0 ? items.length : index;
}

function setInLastObject(
  reader: FixReader,
  call: CallText,
  keys: readonly string[],
  text: string | undefined,
): boolean {
  const { items } = call.list;
  const isCallback = (item: Span | undefined): boolean => item !== undefined && isKeywordOrCallback(reader, call, item);
  const last = isCallback(items[items.length - 1]) ? items.length - 2 : items.length - 1;
  const item = items[last];
  const value = reader.entries(call.value)[last]?.value ?? -1;
  const made = madeAt(reader, value);
  if (item && made.value >= 0 && made.fn.ops[made.value] === Op.Object)
    return setMember(reader, item, value, keys, text);
  return setArgument(reader, call, last + 1, keys, text);
}

/** A member of an object literal, which stands in place or where its variable was made. */
function setMember(
  reader: FixReader,
  span: Span,
  value: ValueId,
  keys: readonly string[],
  text: string | undefined,
): boolean {
  const [key, ...rest] = keys;
  const made = madeAt(reader, value);
  const isLiteral = made.value >= 0 && made.fn.ops[made.value] === Op.Object;
  const inPlace = objectBrackets(reader, unwrapped(reader.text, reader.surface, span));
  const brackets =
    inPlace ??
    (isLiteral
      ? objectBrackets(reader, {
          start: made.fn.start + made.fn.starts[made.value],
          end: made.fn.start + made.fn.ends[made.value],
        })
      : undefined);
  if (!brackets) return false;
  const later = assignedLater(reader, reader.origin(value), key);
  if (later && rest.length === 0 && text !== undefined) return replaceValue(reader, later, text);
  const found = findEntry(reader, brackets, key);
  if (!found) {
    if (text !== undefined) addItems(reader, brackets, [entryText(reader, key, nested(reader, rest, text))]);
    return true;
  }
  const { entry, index } = found;
  const tag =
    isLiteral && made.fn === reader.fn ? reader.entries(made.value).find((e) => reader.name(e.tag) === key) : undefined;
  if (rest.length > 0) return setMember(reader, entry.value, tag?.value ?? -1, rest, text);
  if (text === undefined) removeItem(reader, brackets, index);
  else if (entry.isShort) reader.replace(entry, entryText(reader, key, text));
  else return replaceValue(reader, entry.value, text);
  return true;
}

/** `options.secure = false` after the literal: what counts is what is assigned last. */
function assignedLater(reader: FixReader, object: ValueId, key: string): Span | undefined {
  if (object < 0 || reader.op(object) !== Op.Object) return undefined;
  const sets = reader
    .uses(object)
    .filter((use) => reader.op(use) === Op.SetField && reader.name(reader.fn.b[use]) === key)
    .filter((use) => reader.origin(reader.fn.a[use]) === object);
  return sets.length === 0 ? undefined : rightSide(reader, reader.span(sets[sets.length - 1]));
}

/** The value inside of objects that do not exist yet. */
function nested(reader: FixReader, keys: readonly string[], text: string): string {
  return [...keys].reverse().reduce((value, key) => reader.language.object([{ key, value }], reader.quote), text);
}
