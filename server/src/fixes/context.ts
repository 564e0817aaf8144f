import type { Finding } from '../base/finding';
import type { ModuleIR } from '../ir/ir';
import type { ImportStyle, LanguageEdits } from './edits';
import type { FixContext } from './fix';
import { tokenize } from './surface';

/** Everything a fix needs, computed from the file as it is now. */
export function createFixContext(
  finding: Finding,
  module: ModuleIR,
  text: string,
  language: LanguageEdits,
  reason?: string,
): FixContext {
  return {
    finding,
    module,
    text,
    language,
    imports: importStyle(text, language),
    imported: importedNames(text, language),
    reason,
  };
}

/** The quotes and terminators that most of the file has. */
export function importStyle(text: string, language: LanguageEdits): ImportStyle {
  let single = 0;
  let double = 0;
  let semicolons = 0;
  let lines = 0;
  // A file says how it is written on its first pages.
  const tokens = tokenize(text, language.surface, 0, Math.min(text.length, 20_000));
  for (let i = 0; i < tokens.length; i++) {
    const { kind, start, end } = tokens[i];
    if (kind === 'string') {
      const quote = text[end - 1];
      if (text.slice(start, end).includes('"""') || text.slice(start, end).includes("'''")) continue;
      if (quote === "'") single++;
      else if (quote === '"') double++;
    } else if (kind === 'newline' && i > 0) {
      const last = text[tokens[i - 1].end - 1];
      if (last === ';') semicolons++;
      else if (/[\w)\]'"`]/.test(last) && tokens[i - 1].kind !== 'comment') lines++;
    }
  }
  const usesRequire = /(?:^|[^\w.])require\s*\(/.test(text) && !/^\s*(?:import|export)\b[^(]/m.test(text);
  const preferred = language.string('x', "'").startsWith('"') ? '"' : language.words.quote;
  return {
    usesRequire,
    quote: double > single || (preferred === '"' && double === single) ? '"' : "'",
    semicolons: semicolons >= lines || semicolons > 2,
  };
}

/** Local names by `library#member`; the module itself is `library#`. */
export function importedNames(text: string, language: LanguageEdits): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { library, member, local } of language.imports(text)) {
    const key = `${language.libraryName(library)}#${member ?? ''}`;
    if (!names.has(key)) names.set(key, local);
  }
  return names;
}
