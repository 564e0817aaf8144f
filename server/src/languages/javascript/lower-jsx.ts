import type { Entry } from '../../ir/builder';
import type { ValueId } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { stringValue } from './lower-literals';

/** `<Tag a={b}>child</Tag>` is the call `jsx(Tag, { a: b }, child)`. */
export function jsxElement(cx: Lowering, n: number): ValueId {
  const { fn, f, k } = cx;
  const at = cx.at(n);
  const opening = cx.kind(n) === k.jsx_element ? cx.child(n, f.open_tag) : n;
  const list: Entry[] = [{ value: tag(cx, opening, n) }, { value: attributes(cx, opening, n) }];
  if (opening !== n) {
    const closing = cx.child(n, f.close_tag);
    for (let c = cx.first(n); c >= 0; c = cx.after(c)) if (c !== opening && c !== closing) child(cx, c, list);
  }
  return fn.call(fn.global('jsx', { start: at.start, end: at.start }), list, at);
}

function tag(cx: Lowering, opening: number, n: number): ValueId {
  const { fn, k } = cx;
  const name = opening < 0 ? -1 : cx.child(opening, cx.f.name);
  // A fragment has no name.
  if (name < 0) return fn.const('', { start: cx.tree.starts[n], end: cx.tree.starts[n] });
  const text = cx.source(name);
  // Names of HTML elements begin with a small letter; components are values.
  const first = text.charCodeAt(0);
  if (cx.kind(name) === k.jsx_namespace_name || (cx.kind(name) === k.identifier && first >= 97 && first <= 122)) {
    return fn.const(text, cx.at(name));
  }
  return cx.expression(name);
}

function attributes(cx: Lowering, opening: number, n: number): ValueId {
  const { fn, k } = cx;
  const list: Entry[] = [];
  const name = opening < 0 ? -1 : cx.child(opening, cx.f.name);
  for (let c = opening < 0 ? -1 : cx.first(opening); c >= 0; c = cx.after(c)) {
    const kind = cx.kind(c);
    if (c === name || kind === k.type_arguments) continue;
    if (kind === k.jsx_attribute) {
      const key = cx.first(c);
      if (key < 0) continue;
      const value = cx.after(key);
      list.push({ value: value < 0 ? fn.const(true, cx.at(key)) : attributeValue(cx, value), name: cx.source(key) });
    } else if (kind === k.jsx_expression) {
      const inner = cx.first(c);
      if (inner >= 0) list.push({ value: cx.expression(inner), spread: 'list' });
    } else cx.statement(c);
  }
  return fn.object(list, cx.at(opening < 0 ? n : opening));
}

function attributeValue(cx: Lowering, n: number): ValueId {
  if (cx.kind(n) !== cx.k.string) return cx.expression(n);
  // No escapes in these, unlike in the language's strings.
  const text = cx.source(n);
  return cx.fn.const(text.length >= 2 ? text.slice(1, -1) : stringValue(cx, n), cx.at(n));
}

function child(cx: Lowering, n: number, list: Entry[]): void {
  const { k, fn } = cx;
  const kind = cx.kind(n);
  if (kind === k.jsx_text || kind === k.html_character_reference) {
    const text = cx.source(n);
    if (text.trim() !== '') list.push({ value: fn.const(text, cx.at(n)) });
  } else if (kind === k.jsx_expression) {
    const inner = cx.first(n);
    if (inner < 0) return;
    list.push({ value: cx.expression(inner), spread: cx.kind(inner) === k.spread_element ? 'list' : undefined });
  } else if (cx.tree.isError(n)) cx.expression(n);
  else list.push({ value: cx.expression(n) });
}

/** `{expression}`; an empty one (a comment) is undefined. */
export function jsxExpression(cx: Lowering, n: number): ValueId {
  const inner = cx.first(n);
  return inner < 0 ? cx.fn.const(undefined, cx.at(n)) : cx.expression(inner);
}

export function jsxText(cx: Lowering, n: number): ValueId {
  return cx.fn.const(cx.source(n), cx.at(n));
}
