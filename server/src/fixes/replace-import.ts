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
    // The names that are imported need not stand where the library does; a finding may point at that.
    const place = [only, finding].find((one) => text.slice(one.start, one.end).includes(from));
    if (!place) return undefined;
    const start = text.indexOf(from, place.start);
    const edit = { uri: finding.uri, start, end: start + from.length, text: to };
    return { title: `Import ${to}`, kind: 'review', edits: [edit] };
  },
};
