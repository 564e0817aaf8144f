import assert from 'node:assert/strict';
import { AnalysisHost } from '../../server/src/analysis/host';
import { createNodeGrammars, GRAMMAR_NAMES } from '../../server/src/edge/node/grammar-files';
import { LANGUAGES } from '../../server/src/languages/index.generated';
import { RULES } from '../../server/src/rules/index.generated';
import type { GrammarSet } from '../../server/src/syntax/grammar';

const OPTIONS = { profile: 'strict', severities: {}, trusted: true } as const;

let grammars: Promise<GrammarSet> | undefined;

async function loadGrammars(): Promise<GrammarSet> {
  const set = await createNodeGrammars();
  for (const name of GRAMMAR_NAMES) await set.load(name);
  return set;
}

/** Compiled once: models are the same for every test. */
const models = new Map();

export async function hostOf(files: Readonly<Record<string, string>>): Promise<AnalysisHost> {
  grammars ??= loadGrammars();
  const set = await grammars;
  const host = new AnalysisHost({
    languages: LANGUAGES,
    rules: RULES,
    grammar: (name) => set.get(name),
    options: OPTIONS,
    models,
  });
  for (const [name, text] of Object.entries(files)) host.setText(`file:///project/${name}`, text);
  return host;
}

/** `METHOD path handler [kind:guard, …]`, in the order of the inventory. */
export async function inventory(files: Readonly<Record<string, string>>): Promise<string[]> {
  const host = await hostOf(files);
  return host.routes().map(({ method, path, handler, guards, isAttached }) => {
    const list = [...new Set(guards.map(({ kind, name }) => `${kind}:${name}`))];
    return `${isAttached ? '' : '?'}${method} ${path} ${handler?.name ?? ''} [${list.join(', ')}]`;
  });
}

export async function expectRoutes(
  files: Readonly<Record<string, string>>,
  expected: readonly string[],
): Promise<void> {
  assert.deepEqual(await inventory(files), expected);
}
