import { AnalysisHost } from '../../analysis/host';
import { LANGUAGES } from '../../languages/index.generated';
import { RULES } from '../../rules/index.generated';
import type { Engine } from '../../workspace/project';
import { createNodeGrammars } from './grammar-files';

/** The engine with every language and rule, reading grammars from disk. Both doors of this machine use it. */
export async function createNodeEngine(): Promise<Engine> {
  const grammars = await createNodeGrammars();
  return {
    createHost: (options) =>
      new AnalysisHost({ languages: LANGUAGES, rules: RULES, grammar: (name) => grammars.get(name), options }),
    loadGrammar: (name) => grammars.load(name),
  };
}
