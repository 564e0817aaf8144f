import type { ValueId } from '../ir/ir';
import { Op } from '../ir/ir';
import type { Fix } from './fix';
import { readEntry } from './literals';
import { FixReader } from './reader';
import { terminated } from './statements';
import { readString, type Span } from './surface';
import { environmentRead, expand } from './template';

/** The secret is read from the environment instead of standing in the source. */
export const moveSecretToEnvironment: Fix = {
  id: 'move-secret-to-environment',
  propose(context) {
    const reader = FixReader.open(context);
    const literal = reader ? secretLiteral(reader) : undefined;
    if (!reader || !literal) return undefined;
    const fallback = asFallback(reader, literal.span);
    if (fallback) {
      reader.remove(fallback);
      return reader.propose('Remove the secret, keep the variable of the environment', 'review');
    }
    if (refuseInstead(reader, literal.span)) return reader.propose('Refuse to start without the secret', 'review');
    const read = readWithDefault(reader, literal.value);
    // Somebody else's way to read the environment: without the default it may be another one.
    if (!read && isDefaultArgument(reader, literal.value)) return undefined;
    const name = read?.name ?? reader.anchor.words.environment ?? variableName(reader, literal);
    const plain = environmentRead(reader, name);
    const isBytes = reader.context.module.constants[reader.fn.a[literal.value]].kind === 'bytes';
    const form = reader.anchor.words.secret !== undefined && !isConverted(reader, literal.value) ? 'secret' : 'bytes';
    const text = isBytes || form === 'secret' ? expand(reader, reader.word(form) ?? '$value', { value: plain }) : plain;
    if (text === undefined) return undefined;
    if (!read && !makeVariable(reader, literal.span)) return undefined;
    reader.replace(read?.span ?? literal.span, text);
    return reader.propose(`Read the secret from the variable ${name}`, 'review');
  },
};

interface Literal {
  readonly value: ValueId;
  readonly span: Span;
}

function secretLiteral(reader: FixReader): Literal | undefined {
  const { instruction, value } = reader.anchor;
  const at = reader.op(instruction) === Op.Const ? instruction : reader.origin(value);
  if (reader.op(at) !== Op.Const) return undefined;
  const span = reader.span(at);
  // A piece of a longer text has no quotes of its own.
  const token = readString(reader.text, reader.surface, span.start);
  return token?.end === span.end && token.end > token.contentEnd && token.holes.length === 0
    ? { value: at, span }
    : undefined;
}

/** Whether a call makes something else of the text before it is used: it will do the same with what is read. */
function isConverted(reader: FixReader, literal: ValueId): boolean {
  return reader.uses(literal).some((use) => {
    const op = reader.op(use);
    if (op === Op.Cast || op === Op.Field) return true;
    const call = reader.call(use);
    return call !== undefined && CONVERTS.test(reader.slice(call.callee));
  });
}

const CONVERTS =
  /(?:^|[.\])])(?:from\w*|get\w+|decode\w*|encode\w*|parse\w*|b64decode|unhexlify|bytes|bytearray|wrap|of)$/;

/**
 * Where constants are known before the program runs, what is read from the environment must be a variable: `constant`
 * of the language's words says how both are declared. False where many are declared together.
 */
function makeVariable(reader: FixReader, { start }: Span): boolean {
  const [constant, variable] = (reader.word('constant') ?? '').split('=>').map((word) => word.trim());
  if (!constant || !variable) return true;
  const before = reader.text.slice(0, start);
  const list = before.lastIndexOf(`\n${constant} (`);
  if (list >= 0 && !before.slice(list).includes('\n)')) return false;
  const declaration = new RegExp(`(?:^|\\n)[ \\t]*${constant}\\s[^\\n=]*=[^\\n]*$`).exec(before);
  if (!declaration) return true;
  const at = declaration.index + declaration[0].indexOf(constant);
  reader.replace({ start: at, end: at + constant.length }, variable);
  return true;
}

/** `process.env.KEY || 'secret'`: from the operator to the end of the literal. */
function asFallback(reader: FixReader, span: Span): Span | undefined {
  const before = reader.text.slice(Math.max(0, span.start - 200), span.start);
  const operator = /\s*(?:\|\||\?\?|\bor)\s*$/.exec(before);
  return operator ? { start: span.start - operator[0].length, end: span.end } : undefined;
}

/** A default set where the variable turned out to be empty: `refuse` of the language's words says how to stop instead. */
function refuseInstead(reader: FixReader, span: Span): boolean {
  const statement = reader.statement(span.start);
  const target =
    statement && /^([\p{L}_$][\p{L}\p{N}_$]*)\s*=\s*$/u.exec(reader.text.slice(statement.start, span.start));
  const template = reader.word('refuse');
  if (!statement || !target || !template || !/^\s*;?$/.test(reader.text.slice(span.end, statement.end))) return false;
  const head = /\bif\b([^\n]*)[{:]\s*$/.exec(reader.text.slice(0, statement.start));
  if (!head || !new RegExp(`(?<![\\w$])${target[1].replaceAll('$', '\\$')}(?![\\w$])`).test(head[1])) return false;
  const text = expand(reader, template, { name: target[1] });
  if (text === undefined) return false;
  reader.replace(statement, terminated(reader, text));
  return true;
}

/** `getEnv("KEY", "secret")`. */
function isDefaultArgument(reader: FixReader, literal: ValueId): boolean {
  return reader.uses(literal).some((use) => {
    const call = reader.call(use);
    const [first] = call ? reader.entries(use) : [];
    const isSecond = first !== undefined && reader.origin(first.value) !== literal;
    return isSecond && typeof reader.constant(first.value) === 'string' && /env/i.test(reader.slice(call!.callee));
  });
}

/** A call that reads the environment with the secret as its default. */
function readWithDefault(
  reader: FixReader,
  literal: ValueId,
): { readonly span: Span; readonly name: string } | undefined {
  const reads = (reader.word('environment-reads') ?? '').split(',').filter(Boolean);
  for (const use of reader.uses(literal)) {
    const call = reader.call(use);
    const entries = call ? reader.entries(use) : [];
    const name =
      entries.length === 2 && reader.origin(entries[1].value) === literal
        ? reader.constant(entries[0].value)
        : undefined;
    if (call && typeof name === 'string' && reads.includes(reader.slice(call.callee)))
      return { span: { start: call.span.start, end: call.list.end }, name };
  }
  return undefined;
}

/** Names that say what a value is but not what it is for. */
const GENERAL = /^(?:SECRET|SECRETS|KEY|KEYS|TOKEN|PASSWORD|PASSWD|PASS|PWD|PASSPHRASE|SALT|VALUE|CREDENTIALS?)$/;
const VERB =
  /^(?:create|make|new|connect|connection|open|sign|verify|init|initialize|configure|config|setup|set|use|get|encode|decode|build|login|start|load|register|hmac|from|of)/i;

/** What the secret is called where it stands, with the thing that it is for when the name alone is too general. */
function variableName(reader: FixReader, { value, span }: Literal): string {
  const own = constantCase(ownName(reader, value, span) ?? '');
  if (own && !GENERAL.test(own)) return own;
  const owner = constantCase(ownerName(reader, span) ?? '');
  if (!owner) return own || 'SECRET';
  const last = own || 'SECRET';
  return owner.endsWith(last) ? owner : `${owner}_${last}`;
}

function ownName(reader: FixReader, value: ValueId, span: Span): string | undefined {
  const key = keyBefore(reader, span);
  if (key) return key;
  const name = reader.names(value)[0]?.name;
  if (name) return name;
  const field = reader.uses(value).find((use) => reader.op(use) === Op.SetField && reader.fn.c[use] === value);
  if (field !== undefined) return reader.name(reader.fn.b[field]);
  const item = reader.uses(value).find((use) => reader.op(use) === Op.SetIndex && reader.fn.c[use] === value);
  const index = item === undefined ? undefined : reader.constant(reader.fn.b[item]);
  return typeof index === 'string' ? index : undefined;
}

/** `secret: '…'`, `secret='…'`, `"secret": "…"`. */
function keyBefore(reader: FixReader, span: Span): string | undefined {
  const before = reader.text.slice(Math.max(0, span.start - 120), span.start);
  const entry = /(['"]?)[\p{L}_$][\p{L}\p{N}_$-]*\1\s*[:=]\s*$/u.exec(before);
  if (!entry) return undefined;
  const start = span.start - entry[0].length;
  return readEntry(reader, { start, end: span.end })?.key ?? /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(entry[0])?.[0];
}

/** What the innermost call around the literal is called: `session` of `session({ secret })`, `jwt` of `jwt.sign(…)`. */
function ownerName(reader: FixReader, span: Span): string | undefined {
  let best: string | undefined;
  let width = Number.POSITIVE_INFINITY;
  for (let i = 0; i < reader.fn.size; i++) {
    const call = reader.call(i);
    if (!call || call.list.start >= span.start || call.list.end < span.end) continue;
    if (call.list.end - call.list.start >= width) continue;
    width = call.list.end - call.list.start;
    const method = reader.slice(reader.method(call));
    const receiver = reader.receiver(call);
    best = receiver && VERB.test(method) ? /[\p{L}\p{N}_$]+$/u.exec(reader.slice(receiver))?.[0] : method;
  }
  return best === undefined || VERB.test(best) ? undefined : best;
}

function constantCase(name: string): string {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1_$2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1_$2')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
}
