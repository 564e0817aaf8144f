import type { FunctionIR } from '../ir/ir';
import type { CallText, FixReader } from './reader';

/** What the pieces of a template stand for, by name without the dollar sign. */
export type Pieces = Readonly<Record<string, string | undefined>>;

const PIECE = /\$\$|@\{([^{}]*)\}|(,\s*)?\$(\d|[a-z]+)(\.\.\.)?/gi;

/**
 * Fills in a template of the model's words. Undefined when it names something that is not there, an argument that the
 * call does not have for instance. Imports that it needs are added to the edits.
 */
export function expand(reader: FixReader, template: string, pieces: Pieces, call?: CallText): string | undefined {
  const imports = new Set<string>();
  const text = fill(reader, requote(template, reader), pieces, call, imports);
  if (text === undefined) return undefined;
  for (const reference of imports) addImport(reader, reference);
  return text;
}

function fill(
  reader: FixReader,
  template: string,
  pieces: Pieces,
  call: CallText | undefined,
  imports: Set<string>,
): string | undefined {
  let isComplete = true;
  const result = template.replace(
    PIECE,
    (all: string, reference: string | undefined, comma: string | undefined, name: string, more: string | undefined) => {
      if (all === '$$') return '$';
      if (reference !== undefined) {
        imports.add(reference);
        return localName(reader, reference);
      }
      const value =
        more && /^\d$/.test(name)
          ? argumentsFrom(reader, call, Number(name))
          : (pieces[name] ?? piece(reader, call, name));
      if (value === undefined) {
        // A name that is no piece is text like any other (`$ref`); a number always means an argument.
        if (!/^(?:\d|value|hole|this|callee)$/.test(name)) return all;
        isComplete = false;
        return '';
      }
      return value === '' && more ? '' : (comma ?? '') + value;
    },
  );
  return isComplete ? result : undefined;
}

function piece(reader: FixReader, call: CallText | undefined, name: string): string | undefined {
  if (!call) return undefined;
  if (/^\d$/.test(name)) {
    const item = call.list.items[Number(name)];
    return item && reader.slice(reader.expressionOf(item));
  }
  if (name === 'callee') return reader.slice(call.callee);
  const receiver = name === 'this' ? reader.receiver(call) : undefined;
  return receiver && reader.slice(receiver);
}

function argumentsFrom(reader: FixReader, call: CallText | undefined, first: number): string {
  const items = call?.list.items.slice(first) ?? [];
  return items
    .map((item, i) => {
      // Between two that follow each other stands what the file has there.
      const between = i === 0 ? '' : reader.text.slice(items[i - 1].end, item.start);
      return (i === 0 ? '' : /^\s*,\s*$/.test(between) ? between : ', ') + reader.slice(item);
    })
    .join('');
}

/** String literals of a template with the file's quotes, where that changes nothing else. */
function requote(template: string, reader: FixReader): string {
  const quote = reader.language.string('x', reader.quote)[0];
  const other = quote === '"' ? "'" : '"';
  return template.replace(
    new RegExp(`${other}{3}[\\s\\S]*?${other}{3}|${other}((?:[^'"\\\\\`\n]|\\\\[^'"\n])*)${other}`, 'g'),
    (all, content: string | undefined) => (content === undefined ? all : quote + content + quote),
  );
}

interface Reference {
  readonly library: string;
  readonly member: string | undefined;
  readonly local: string | undefined;
}

function parseReference(text: string): Reference {
  const [path, local] = text.split(/\s+as\s+/);
  const hash = path.indexOf('#');
  return { library: hash < 0 ? path : path.slice(0, hash), member: hash < 0 ? undefined : path.slice(hash + 1), local };
}

/** The name that a reference has in this file, now or after its import is added. */
export function localName(reader: FixReader, text: string): string {
  const { library, member, local } = parseReference(text);
  return known(reader, library, member) ?? newName(reader, library, member, local);
}

/** The name for an import to add; one that the file uses for something else gets an underscore. */
function newName(reader: FixReader, library: string, member: string | undefined, local: string | undefined): string {
  const name = local ?? reader.language.localName(library, member);
  if (!isBound(reader, name, reader.context.module.functions)) return name;
  const other = `${name}_`;
  const statement = reader.language.importStatement(library, member, reader.context.imports, other);
  return statement?.includes(other) ? other : name;
}

/** Whether a variable or a parameter has the name. */
function isBound(reader: FixReader, name: string, functions: readonly FunctionIR[]): boolean {
  return functions.some((fn) => {
    if (fn.params.some((param) => param.name === name)) return true;
    for (let i = 1; i < fn.bindings.length; i += 3) if (reader.name(fn.bindings[i]) === name) return true;
    return false;
  });
}

/** The name that a reference has in this file by an import that is there. */
export function knownName(reader: FixReader, text: string): string | undefined {
  const { library, member } = parseReference(text);
  return known(reader, library, member);
}

function known(reader: FixReader, library: string, member: string | undefined): string | undefined {
  const name = importedName(reader, library, member);
  // A variable of the function hides what is imported.
  const isHidden = name !== undefined && reader.fn.id > 0 && isBound(reader, name.split('.')[0], [reader.fn]);
  return isHidden ? undefined : name;
}

function importedName(reader: FixReader, library: string, member: string | undefined): string | undefined {
  const { imported } = reader.context;
  const plain = reader.language.libraryName(library);
  const named = imported.get(`${plain}#${member ?? ''}`);
  if (named) return named;
  if (member !== undefined) {
    if (imported.has(`${plain}#*`)) return member;
    const whole = imported.get(`${plain}#`);
    return whole ? `${whole}.${member}` : undefined;
  }
  // All types of the package are imported.
  const dot = plain.lastIndexOf('.');
  return dot > 0 && imported.has(`${plain.slice(0, dot)}#*`)
    ? reader.language.localName(library, undefined)
    : undefined;
}

/** Adds the import that a reference needs; nothing when the file has it or it needs none. */
export function addImport(reader: FixReader, text: string): void {
  const { library, member, local } = parseReference(text);
  if (known(reader, library, member)) return;
  const { language, context } = reader;
  const name = newName(reader, library, member, local);
  const plain = local ?? language.localName(library, member);
  const statement = language.importStatement(library, member, context.imports, name === plain ? local : name);
  if (statement === undefined) return;
  const place = language.importPlace(reader.text);
  const edit = place.prefix + statement + place.suffix;
  if (reader.edits.some((e) => e.start === place.offset && e.end === place.offset && e.text === edit)) return;
  reader.insert(place.offset, edit);
}

/** The expression that reads an environment variable, with the import it needs. */
export function environmentRead(reader: FixReader, name: string): string {
  const read = reader.language.environment(name, reader.quote);
  if (!read.import) return read.expression;
  const reference = read.import.member ? `${read.import.library}#${read.import.member}` : read.import.library;
  addImport(reader, reference);
  const local = localName(reader, reference);
  const written = reader.language.localName(read.import.library, read.import.member);
  return local === written ? read.expression : read.expression.replace(new RegExp(`^${written}\\b`), local);
}
