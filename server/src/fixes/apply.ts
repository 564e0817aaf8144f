import type { TextEdit } from './edits';

/** The text with all edits made; undefined when two of them overlap or one lies outside of the text. */
export function applyEdits(
  text: string,
  edits: readonly Pick<TextEdit, 'start' | 'end' | 'text'>[],
): string | undefined {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  // Insertions at one place stay in the order in which they were proposed.
  ordered.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let result = '';
  let position = 0;
  for (const { edit } of ordered) {
    if (edit.start < position || edit.end < edit.start || edit.end > text.length) return undefined;
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position);
}
