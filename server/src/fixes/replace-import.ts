import type { Fix } from './fix';

/** The same names from another library: the model says which one, and which one it stands for. */
export const replaceImport: Fix = {
  id: 'replace-import',
  propose({ finding, text, language }) {
    const { from, import: to } = finding.anchor.words;
    if (!from || !to) return undefined;
    const imported = language.imports(text);
    const [only, ...others] = imported.filter(({ library }) => library === from);
    if (!only || others.length > 0 || imported.some(({ library }) => library === to)) return undefined;
    const at = text.slice(only.start, only.end).indexOf(from);
    if (at < 0) return undefined;
    const start = only.start + at;
    const edit = { uri: finding.uri, start, end: start + from.length, text: to };
    return { title: `Import ${to}`, kind: 'review', edits: [edit] };
  },
};
