import type { TypeRef } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { qualifiedType } from './lower-types';

/** `@param {Type} name`, `@param {Type} [name=default]`; a type may hold one level of braces. */
const PARAM = /@param\s+\{((?:[^{}]|\{[^{}]*\})*)\}\s+\[?\s*([\w$]+)/g;
const MAX_COMMENT = 20_000;
const IMPORTED = /^import\(\s*['"]([^'"]+)['"]\s*\)(?:\.([\w$.]+))?/;
const NAME = /^[\w$]+(?:\.[\w$]+)*$/;
/** Nothing enforces a comment, so it must not make a value look harmless: only names that say what an object is are kept. */
const UNSAFE = /^(?:any|unknown|string|number|boolean|bigint|symbol|null|undefined|void|object|date)$/i;

/** Types that a comment in front of a function gives its parameters, where the language itself has no types. */
export function documentedTypes(cx: Lowering, n: number): ReadonlyMap<string, TypeRef> | undefined {
  if (!cx.hasDocumentedTypes) return undefined;
  const comment = commentBefore(cx, statementOf(cx, n));
  if (comment === undefined || !comment.startsWith('/**') || comment.length > MAX_COMMENT) return undefined;
  const types = new Map<string, TypeRef>();
  for (const [, type, name] of comment.matchAll(PARAM)) {
    const reference = documentedType(cx, type);
    if (reference !== '') types.set(name, reference);
  }
  return types;
}

/** The outermost node that begins with the function: its comment stands before the declaration, the key or the export. */
function statementOf(cx: Lowering, n: number): number {
  const { k, tree } = cx;
  for (;;) {
    const parent = tree.parent(n);
    if (parent < 0) return n;
    const kind = cx.kind(parent);
    if (
      kind !== k.variable_declarator &&
      kind !== k.lexical_declaration &&
      kind !== k.variable_declaration &&
      kind !== k.assignment_expression &&
      kind !== k.expression_statement &&
      kind !== k.export_statement &&
      kind !== k.pair &&
      kind !== k.field_definition &&
      kind !== k.parenthesized_expression
    ) {
      return n;
    }
    n = parent;
  }
}

/** The last comment before a node, when only white space is between them. */
function commentBefore(cx: Lowering, n: number): string | undefined {
  const { comments } = cx.module;
  const start = cx.tree.starts[n];
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comments[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  const comment = comments[low - 1];
  if (!comment || cx.text.slice(comment.end, start).trim() !== '') return undefined;
  return cx.text.slice(comment.start, comment.end);
}

function documentedType(cx: Lowering, text: string): TypeRef {
  const parts = text
    .replace(/^[?!.]+/, '')
    .replace(/=$/, '')
    .replace(/^\((.*)\)$/, '$1')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== 'null' && part !== 'undefined')
    .map((part) => onePart(cx, part));
  return parts.includes('') ? '' : [...new Set(parts)].join('|');
}

function onePart(cx: Lowering, text: string): TypeRef {
  if (text.endsWith('[]')) {
    const element = onePart(cx, text.slice(0, -2));
    return element === '' ? '' : `${element}[]`;
  }
  const imported = IMPORTED.exec(text);
  if (imported) return `${imported[1]}#${imported[2] ?? 'default'}`;
  const arrayOf = /^Array\.?<(.*)>$/.exec(text);
  if (arrayOf) return onePart(cx, `${arrayOf[1]}[]`);
  // Type arguments are left out: what matters is the type's own name.
  const bare = text.replace(/\.?<.*$/, '');
  return NAME.test(bare) && !UNSAFE.test(bare) ? qualifiedType(cx, bare) : '';
}
