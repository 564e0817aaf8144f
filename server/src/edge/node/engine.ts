import { AnalysisHost } from '../../analysis/host';
import type { ModelIndex } from '../../facts/resolve';
import { LANGUAGES } from '../../languages/index.generated';
import type { Language } from '../../languages/language';
import { RULES } from '../../rules/index.generated';
import type { Engine } from '../../workspace/project';
import { createNodeGrammars } from './grammar-files';

/** The engine with every language and rule, reading grammars from disk. Both doors of this machine use it. */
export async function createNodeEngine(): Promise<Engine> {
  const grammars = await createNodeGrammars();
  const models = new Map<Language, ModelIndex>();
  return {
    createHost: (options) =>
      new AnalysisHost({ languages: LANGUAGES, rules: RULES, grammar: (name) => grammars.get(name), options, models }),
    loadGrammar: (name) => grammars.load(name),
  };
}
