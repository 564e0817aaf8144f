import type { ImportedName } from './edits';
import type { CallText, FixReader } from './reader';
import { tokenize } from './surface';
import { addImport } from './template';

/** Gives the called function another name: the member that is called, or the name that the file imports. */
export function renameCallee(reader: FixReader, call: CallText, to: string): boolean {
  const callee = reader.slice(call.callee);
  if (reader.receiver(call)) {
    reader.replace(reader.method(call), to);
    return true;
  }
  const name = reader.language.imports(reader.text).find((imported) => imported.local === callee && imported.member);
  if (!name?.member || name.member === '*') return false;
  const wanted = reader.context.imported.get(`${reader.language.libraryName(name.library)}#${to}`);
  if (wanted) {
    reader.replace(call.callee, wanted);
    return true;
  }
  if (isUsedElsewhere(reader, name, call)) {
    if (isInList(reader, name)) reader.insert(name.end, `, ${to}`);
    else addImport(reader, `${name.library}#${to}`);
    reader.replace(call.callee, to);
    return true;
  }
  // An alias goes on standing for what is imported.
  reader.replace({ start: name.start, end: name.start + name.member.length }, to);
  if (name.local === name.member) reader.replace(call.callee, to);
  return true;
}

function isUsedElsewhere(reader: FixReader, name: ImportedName, call: CallText): boolean {
  return tokenize(reader.text, reader.surface, 0, reader.text.length).some(
    (token) =>
      token.kind === 'word' &&
      token.start !== call.callee.start &&
      (token.end <= name.start || token.start >= name.end) &&
      reader.slice(token) === name.local,
  );
}

/** `{ a, b }` or `from x import a`: another name can stand beside it. */
function isInList(reader: FixReader, name: ImportedName): boolean {
  const before = reader.text.slice(0, name.start).trimEnd();
  return (
    /[{,(]$/.test(before) ||
    (/\bimport$/.test(before) && /^[ \t]*from\b/.test(before.slice(before.lastIndexOf('\n') + 1)))
  );
}
