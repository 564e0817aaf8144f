import type { Notice } from '../base/finding';
import { LineIndex } from '../base/span';
import type { ModuleIR } from '../ir/ir';

export interface Suppression {
  readonly ruleId: string;
  readonly reason: string;
  readonly start: number;
  readonly end: number;
  /** Zero-based lines that it speaks of: its own and the one below. */
  readonly line: number;
  readonly isAlone: boolean;
}

/** Signs that end a comment. */
const CLOSING = /\s*(?:\*\/|-?-->|--?%>|#\}|--\}\}|\*\/\}\}|\}\})\s*$/;
const MARK = /security-ignore:[ \t]*([^\s]*)[ \t]*([^\r\n]*)/g;

/** Comments of the form `security-ignore: <rule-id> <reason>`, and what is wrong with those that are not quite. */
export function readSuppressions(
  module: ModuleIR,
  text: string,
  isRule: (id: string) => boolean,
): { readonly suppressions: readonly Suppression[]; readonly notices: readonly Notice[] } {
  const suppressions: Suppression[] = [];
  const notices: Notice[] = [];
  let lines: LineIndex | undefined;
  for (const comment of module.comments) {
    const body = text.slice(comment.start, comment.end);
    if (!body.includes('security-ignore')) continue;
    lines ??= new LineIndex(text);
    for (const match of body.matchAll(MARK)) {
      const start = comment.start + match.index;
      const end = start + match[0].trimEnd().length;
      const ruleId = match[1].replace(/\*\/$/, '');
      const reason = match[2].replace(CLOSING, '').trim();
      const notice = (message: string): void => {
        notices.push({ uri: module.uri, message, start, end });
      };
      if (!isRule(ruleId)) {
        notice(`security-ignore names no known rule: ${ruleId === '' ? 'the rule id is missing' : ruleId}.`);
        continue;
      }
      if (reason === '') {
        notice(`security-ignore: ${ruleId} needs a reason after the rule id, and is ignored without one.`);
        continue;
      }
      const line = lines.lineOf(start);
      const before = text.slice(lines.lineStart(line), comment.start);
      suppressions.push({ ruleId, reason, start, end, line: lines.lineOf(comment.end), isAlone: before.trim() === '' });
    }
  }
  return { suppressions, notices };
}

/** The suppression that speaks of a finding which starts on this line; comments above one another add up. */
export function suppressionFor(
  suppressions: readonly Suppression[],
  ruleId: string,
  lines: { readonly first: number; readonly last: number },
): Suppression | undefined {
  const alone = new Set(suppressions.filter((one) => one.isAlone).map((one) => one.line));
  return suppressions.find((one) => {
    if (one.ruleId !== ruleId) return false;
    if (!one.isAlone) return one.line >= lines.first && one.line <= lines.last;
    let target = one.line + 1;
    while (alone.has(target)) target++;
    return target === lines.first;
  });
}
