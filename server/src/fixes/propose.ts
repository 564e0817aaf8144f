import { applyEdits } from './apply';
import type { ImportedName, LanguageEdits, TextEdit } from './edits';
import type { Fix, FixContext, FixProposal } from './fix';
import { type Span, tokenize } from './surface';

/** What a fix proposes, whole: where the language refuses imports that nothing uses, those that the fix leaves go too. */
export function proposalOf(fix: Fix, context: FixContext): FixProposal | undefined {
  const proposal = fix.propose(context);
  if (!proposal || proposal.edits.length === 0) return undefined;
  const { text, language, finding } = context;
  if (!language.importsMustBeUsed || proposal.edits.some(({ uri }) => uri !== finding.uri)) return proposal;
  const unused = unusedImports(text, proposal.edits, language).map((span) => ({ uri: finding.uri, ...span, text: '' }));
  return unused.length === 0 ? proposal : { ...proposal, edits: [...proposal.edits, ...unused] };
}

/** Where the imports stand that the text uses and the edited text does not. */
function unusedImports(text: string, edits: readonly TextEdit[], language: LanguageEdits): Span[] {
  const edited = applyEdits(text, edits);
  if (edited === undefined) return [];
  const before = wordsUsed(text, language);
  const after = wordsUsed(edited, language);
  return language
    .imports(text)
    .filter(({ local }) => before.has(local) && !after.has(local))
    .map((one) => wholeImport(text, one));
}

/** Words of the code outside of what imports. */
function wordsUsed(text: string, language: LanguageEdits): ReadonlySet<string> {
  const imports = language.imports(text);
  const words = new Set<string>();
  for (const { kind, start, end } of tokenize(text, language.surface, 0, text.length)) {
    if (kind === 'word' && !imports.some((one) => start >= one.start && end <= one.end))
      words.add(text.slice(start, end));
  }
  return words;
}

/** The line of an import where it has one for itself, with the end of the line before; else the name alone. */
function wholeImport(text: string, { start, end }: ImportedName): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const nextLine = text.indexOf('\n', end);
  const lineEnd = nextLine < 0 ? text.length : nextLine;
  const isAlone =
    /^[ \t]*(?:import[ \t]+)?$/.test(text.slice(lineStart, start)) && /^[ \t\r]*$/.test(text.slice(end, lineEnd));
  if (!isAlone) return { start, end };
  const begin = lineStart === 0 ? 0 : lineStart - (text[lineStart - 2] === '\r' ? 2 : 1);
  return { start: begin, end: text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd };
}
