import { sinkBit } from '../facts/resolve';
import { ConcatKind, type Constant, type ValueId } from '../ir/ir';
import type { Evaluation } from './evaluation';
import type { Frame } from './frame';
import { deepTaints } from './members';
import { isSecretTaint } from './named';
import { queryPosition } from './query-position';
import { cleaned, Flag, type Taint, TEXT, UNKNOWN, uniteTaints, type Value } from './value';

const MAX_COMBINATIONS = 8;
const MAX_CONSTANT_LENGTH = 4000;
const URL_BIT = sinkBit('url');
const REDIRECT_BIT = sinkBit('redirect');

/** A text made of parts. */
export function concatenate(evaluation: Evaluation, frame: Frame, id: ValueId): Value {
  const { fn } = frame;
  const parts: Value[] = [];
  for (let j = 0; j < fn.c[id]; j++) parts.push(evaluation.value(frame, fn.args[2 * (fn.b[id] + j)]));
  const note =
    fn.a[id] === ConcatKind.Plus
      ? 'joined into a text'
      : fn.a[id] === ConcatKind.Format
        ? 'formatted into a text'
        : 'put into a text'; // prettier-ignore
  return joinParts(evaluation, frame, id, parts, note);
}

export function joinParts(
  evaluation: Evaluation,
  frame: Frame,
  id: ValueId,
  parts: readonly Value[],
  note: string,
): Value {
  const { models } = frame.module;
  const nodes = models.ofLiteral('string');
  const result: Value = nodes.isEmpty ? TEXT : { ...TEXT, nodes };
  const consts = combined(parts);
  if (consts) return { ...result, consts, prefix: consts.length === 1 ? String(consts[0].value) : undefined };
  let taints: readonly Taint[] = [];
  let before = '';
  // What stands before a part: a literal beginning is known; something unknown but trusted is a host of our own.
  for (const [i, part] of parts.entries()) {
    const given = deepTaints(part, 2);
    if (given.length > 0) {
      const fixed = fixedTarget(before);
      // An object may write itself encoded.
      const isText = part.objects.length === 0 || (part.flags & Flag.Text) !== 0;
      const raw = (fixed & URL_BIT) !== 0 && isText ? asRawPart(given, before) : given;
      const within = inUrl(inContext(cleaned(raw, fixed), before), before);
      taints = uniteTaints(taints, inQuery(within, before, parts[i + 1]));
      // What the environment says is as good as a constant here: whoever runs the program chose it.
      before += given.every(({ source }) => source.kind === 'environment') ? TRUSTED : UNTRUSTED;
    } else {
      const text = part.consts?.length === 1 ? String(part.consts[0].value ?? '') : undefined;
      before += text ?? (part.prefix === undefined ? TRUSTED : part.prefix + TRUSTED);
    }
  }
  const [first] = parts;
  const prefix = leading(parts);
  return {
    ...result,
    taints: evaluation.step(frame, id, note, taints),
    prefix: prefix === '' && first?.prefix === undefined ? undefined : prefix,
  };
}

const TRUSTED = '\ue001';
const UNTRUSTED = '\ue002';

/**
 * Bits of the sinks for which the text before a part fixes where a URL leads: scheme and host are complete, or the text
 * is a path of the own site.
 */
export function fixedTarget(before: string): number {
  if (before === '') return 0;
  if (/^[a-z][a-z0-9+.-]*:\/\/[^/?#\ue002]+[/?#]/i.test(before)) return URL_BIT | REDIRECT_BIT;
  if (/^\ue001[^\ue002]*[/?#]/.test(before)) return URL_BIT | REDIRECT_BIT;
  if (/^\/[^/\\\ue001\ue002]/.test(before)) return URL_BIT | REDIRECT_BIT;
  if (/^[?#]/.test(before)) return URL_BIT | REDIRECT_BIT;
  if (/^\.{0,2}[\w-]+(?:\.\w+)?[/?#]/.test(before) && !before.includes(':')) return REDIRECT_BIT;
  return 0;
}

/** Any of these is harmless in a part of a URL only when it was encoded or checked. */
const ENCODED = URL_BIT | REDIRECT_BIT | sinkBit('path');

/** Notes where in an address with a fixed host a part stands that was not encoded. */
function asRawPart(taints: readonly Taint[], before: string): readonly Taint[] {
  const rawPart = before.includes('?') ? 'query' : 'path';
  if (before.includes('#')) return taints;
  return taints.map((taint) => ((taint.clean & ENCODED) === 0 && !taint.rawPart ? { ...taint, rawPart } : taint));
}

/** Notes the parts of URLs that secrets are put into. */
function inUrl(taints: readonly Taint[], before: string): readonly Taint[] {
  const part = /[?&][\w.[\]-]+=$/.test(before)
    ? 'query'
    : /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*:)?$/i.test(before)
      ? 'user'
      : undefined;
  if (part === undefined) return taints;
  return taints.map((taint) => (isSecretTaint(taint) ? { ...taint, urlPart: part } : taint));
}

/** Notes where in a page a part stands, as far as the text before it tells. */
function inContext(taints: readonly Taint[], before: string): readonly Taint[] {
  const context = htmlContext(before);
  return context === undefined ? taints : taints.map((taint) => ({ ...taint, context: taint.context ?? context }));
}

/** Notes where in a query a part stands, unless it was put into a part of one before. */
function inQuery(taints: readonly Taint[], before: string, next: Value | undefined): readonly Taint[] {
  if (before === '' || taints.every(({ query }) => query !== undefined)) return taints;
  const query = queryPosition(before, next?.consts?.length === 1 ? String(next.consts[0].value ?? '') : '');
  return query === undefined ? taints : taints.map((taint) => ({ ...taint, query: taint.query ?? query }));
}

/** The place in HTML at the end of a text, when escaping for HTML does not protect it. */
export function htmlContext(before: string): Taint['context'] {
  const lower = before.toLowerCase();
  const script = lower.lastIndexOf('<script');
  if (script >= 0 && lower.indexOf('</script', script) < 0 && lower.indexOf('>', script) > 0) return 'script';
  const style = lower.lastIndexOf('<style');
  if (style >= 0 && lower.indexOf('</style', style) < 0 && lower.indexOf('>', style) > 0) return 'style';
  const tag = lower.lastIndexOf('<');
  if (tag < 0 || lower.indexOf('>', tag) >= 0) return undefined;
  const attribute = /\s([a-z-]+)\s*=\s*(?:"([^"]*)|'([^']*)|([^\s"'>]*))$/.exec(lower.slice(tag));
  if (!attribute) return undefined;
  const [, name, double, single, bare] = attribute;
  const value = double ?? single ?? bare ?? '';
  if (/^on/.test(name)) return 'script';
  if (name === 'style') return 'style';
  if (/^(?:href|src|action|formaction|data|xlink:href)$/.test(name) && value === '') return 'url';
  return double === undefined && single === undefined ? 'attribute' : undefined;
}

function leading(parts: readonly Value[]): string {
  let text = '';
  for (const part of parts) {
    if (part.consts?.length === 1) {
      text += String(part.consts[0].value ?? '');
      continue;
    }
    return text + (part.prefix ?? '');
  }
  return text;
}

/** All texts that constants give, when they are few. */
function combined(parts: readonly Value[]): Constant[] | undefined {
  let texts = [''];
  for (const { consts } of parts) {
    if (!consts || consts.length === 0 || consts.some(({ kind }) => kind === 'symbol' || kind === 'regex'))
      return undefined;
    if (texts.length * consts.length > MAX_COMBINATIONS) return undefined;
    texts = texts.flatMap((text) => consts.map((constant) => text + String(constant.value)));
    if (texts.some((text) => text.length > MAX_CONSTANT_LENGTH)) return undefined;
  }
  return [...new Set(texts)].map((value) => ({ kind: 'string', value }));
}

export { Flag, UNKNOWN };
