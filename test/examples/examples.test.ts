import assert from 'node:assert/strict';
import { AnalysisHost } from '../../server/src/analysis/host';
import { createNodeGrammars, GRAMMAR_NAMES } from '../../server/src/edge/node/grammar-files';
import type { ModelIndex } from '../../server/src/facts/resolve';
import { applyEdits } from '../../server/src/fixes/apply';
import { LANGUAGES } from '../../server/src/languages/index.generated';
import type { Language } from '../../server/src/languages/language';
import { RULES } from '../../server/src/rules/index.generated';
import type { GrammarSet } from '../../server/src/syntax/grammar';
import { type Example, type ExampleFile, readExamples } from './read-examples';

/** What says which versions of libraries there are. */
const MANIFEST = /^(?:package\.json|requirements\.txt|pom\.xml|go\.mod)$/;

/**
 * One example proves four things: `bad` reports exactly the carets, with messages that begin as the carets say; the fix
 * turns `bad` into `good` byte for byte; `good` is clean.
 */
describe('examples', () => {
  let grammars: GrammarSet;
  const models = new Map<Language, ModelIndex>();

  before(async () => {
    grammars = await createNodeGrammars();
    for (const name of GRAMMAR_NAMES) await grammars.load(name);
  });

  function analyse(files: readonly ExampleFile[]): AnalysisHost {
    const options = { profile: 'strict', severities: {}, trusted: true } as const;
    const host = new AnalysisHost({
      languages: LANGUAGES,
      rules: RULES,
      grammar: (name) => grammars.get(name),
      options,
      models,
    });
    for (const { name, text } of files) {
      if (MANIFEST.test(name)) host.setManifest(`file:///example/${name}`, text);
      else host.setText(`file:///example/${name}`, text);
    }
    return host;
  }

  function check({ ruleId, fix, context, bad, good }: Example): void {
    const host = analyse([...context, ...bad]);
    for (const file of [...context, ...bad]) {
      const uri = `file:///example/${file.name}`;
      const found = host.report(uri).findings.filter((finding) => finding.ruleId === ruleId);
      const show = (start: number, end: number, message: string): string =>
        `${file.name}:${file.text.slice(0, start).split('\n').length} [${file.text.slice(start, end)}] ${message}`;
      assert.deepEqual(
        found.map(({ start, end, message }, n) =>
          show(start, end, message.slice(0, file.expected[n]?.message.length ?? 80)),
        ),
        file.expected.map(({ start, end, message }) => show(start, end, message)),
      );
      for (const finding of found) assert.ok(finding.trace.length > 0, 'a finding has a trace');
    }
    for (const file of good) {
      const clean = analyse([...context.filter((one) => one.name !== file.name), ...good]);
      const left = clean.report(`file:///example/${file.name}`).findings.filter((finding) => finding.ruleId === ruleId);
      assert.deepEqual(
        left.map((finding) => finding.message),
        [],
        'the good side is clean',
      ); // prettier-ignore
    }
    if (fix === undefined) return;
    for (const file of bad) {
      const wanted = good.find((one) => one.name === file.name);
      if (!wanted) continue;
      const uri = `file:///example/${file.name}`;
      assert.equal(fixAll(host, uri, ruleId, fix, file.text), wanted.text);
    }
  }

  /** Applies the fix to one finding after another, as a person would. */
  function fixAll(host: AnalysisHost, uri: string, ruleId: string, fix: string, start: string): string {
    let text = start;
    for (let round = 0; round < 5; round++) {
      const finding = host.report(uri).findings.find((one) => one.ruleId === ruleId);
      if (!finding) break;
      const proven = host.fixes(uri, finding.fingerprint).find((one) => one.id === fix);
      if (!proven) break;
      text = applyEdits(text, proven.edits) ?? text;
      host.setText(uri, text);
    }
    return text;
  }

  for (const example of readExamples()) {
    it(`${example.language}: ${example.ruleId}: ${example.title}`, () => check(example));
  }
});
