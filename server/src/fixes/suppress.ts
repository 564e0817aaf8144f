import type { TextEdit } from './edits';
import type { Fix, FixContext } from './fix';
import { indentAt, lineBreak, lineStart, tokenize } from './surface';

/** A comment on the line above says that the finding is known and why it may stay. */
export const suppress: Fix = {
  id: 'suppress',
  inTemplates: true,
  propose(context) {
    const reason = (context.reason ?? '').replace(/\s+/g, ' ').trim();
    if (reason === '') return undefined;
    const { finding, language, text } = context;
    const offset = commentPlace(context);
    const said = `security-ignore: ${finding.ruleId} ${reason}`;
    const signs = context.module.template?.comment;
    const comment = signs ? `${signs[0]} ${said} ${signs[1]}`.trimEnd() : language.comment(said);
    const edit: TextEdit = {
      uri: finding.uri,
      start: offset,
      end: offset,
      text: indentAt(text, offset) + comment + lineBreak(text),
    };
    return { title: `Ignore ${finding.ruleId} here`, kind: 'review', edits: [edit] };
  },
};

/** Start of the finding's line; of an earlier one when that line begins inside of a text of several lines. */
function commentPlace({ finding, language, text }: FixContext): number {
  const start = lineStart(text, finding.start);
  for (const token of tokenize(text, language.surface, 0, text.length)) {
    if (token.start >= start) break;
    if (token.end > start && (token.kind === 'string' || token.kind === 'comment')) return lineStart(text, token.start);
  }
  return start;
}
