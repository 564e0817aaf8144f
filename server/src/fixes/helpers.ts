import type { Helper } from './edits';
import type { Fix, FixProposal } from './fix';
import { FixReader } from './reader';
import { lineBreak, lineEnd, lineStart } from './surface';
import { expand } from './template';
import { sinkValue } from './written';

/** A fix that checks the value where it is used: by the model's word, or by a function that is added to the file. */
export function guardFix(id: string, word: string, title: string): Fix {
  return {
    id,
    propose(context): FixProposal | undefined {
      const reader = FixReader.open(context);
      const written = reader ? sinkValue(reader) : undefined;
      if (!reader || !written) return undefined;
      const helper = reader.language.helpers[word] as Helper | undefined;
      const template = reader.word(word) ?? helper?.call;
      if (!template) return undefined;
      const value = reader.slice(written.span);
      const call = reader.isCall(reader.instruction) ? reader.call(reader.instruction) : undefined;
      const text = expand(reader, template, { value }, call);
      if (text === undefined) return undefined;
      reader.replace(written.span, text);
      if (helper && template === helper.call && !addHelper(reader, helper)) return undefined;
      return reader.propose(title, 'review');
    },
  };
}

/** Adds the function; one by its name that is there already is taken for it. */
export function addHelper(reader: FixReader, helper: Helper): boolean {
  if (isDefined(reader, helper.name)) return true;
  const written = expand(reader, helper.text.replaceAll('$quote', reader.quote), {});
  if (written === undefined) return false;
  const eol = lineBreak(reader.text);
  const text = written.replaceAll('\n', eol);
  return helper.place === 'class-member' ? addMember(reader, text) : addAfterImports(reader, text, eol);
}

function isDefined(reader: FixReader, name: string): boolean {
  return reader.context.module.functions.some((fn) => fn.name === name) || hasBinding(reader, name);
}

function hasBinding(reader: FixReader, name: string): boolean {
  return reader.language.imports(reader.text).some((imported) => imported.local === name);
}

/** Before the end of the outermost class around the finding, which every code inside of it sees. */
function addMember(reader: FixReader, text: string): boolean {
  const at = reader.span(reader.instruction).start;
  const around = reader.context.module.classes.filter((c) => c.start <= at && c.end > at && !c.isInterface);
  const outer = around.reduce((a, b) => (a.start <= b.start ? a : b), around[0]);
  if (!outer || reader.text[outer.end - 1] !== '}') return false;
  reader.insert(lineStart(reader.text, outer.end - 1), reindented(reader, text, outer.methods));
  return true;
}

/** The helper is written with four spaces; members of the class may have others. */
function reindented(reader: FixReader, text: string, methods: readonly number[]): string {
  const method = reader.context.module.functions[methods[0] ?? -1];
  const indent = method && /^[ \t]+/.exec(reader.text.slice(lineStart(reader.text, method.start)));
  const unit = indent ? indent[0] : '    ';
  return text.replace(/^(?: {4})+/gm, (spaces) => unit.repeat(spaces.length / 4));
}

function addAfterImports(reader: FixReader, text: string, eol: string): boolean {
  const offset = importsEnd(reader);
  const before = reader.text.slice(0, offset);
  const after = reader.text.slice(offset);
  // As many blank lines around it as the helper has between its own parts.
  const gap = text.includes(eol.repeat(3)) || reader.surface.indented ? eol.repeat(2) : eol;
  const lead = before.trim() === '' ? '' : (/\n$/.test(before) ? '' : eol) + gap;
  const present = /^(?:[ \t]*\r?\n)*/.exec(after)![0].split('\n').length - 1;
  // The line end that follows the last import ends the helper.
  const wanted = gap.split('\n').length - 1 + (lead && !/\n$/.test(before) ? 1 : 0);
  const body = lead && !/\n$/.test(before) ? text.trimEnd() : text;
  reader.insert(offset, lead + body + eol.repeat(Math.max(0, wanted - present)));
  return true;
}

/** End of the last import's line; where an import would be put when there is none. */
function importsEnd(reader: FixReader): number {
  const names = reader.language.imports(reader.text);
  let end = reader.language.importPlace(reader.text).offset;
  for (const name of names) {
    const statement = reader.statement(name.start);
    if (statement) end = Math.max(end, lineEnd(reader.text, statement.end));
  }
  return end;
}
