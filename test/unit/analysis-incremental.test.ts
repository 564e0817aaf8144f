import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { AnalysisHost } from '../../server/src/analysis/host';
import { createNodeGrammars, GRAMMAR_NAMES } from '../../server/src/edge/node/grammar-files';
import { LANGUAGES } from '../../server/src/languages/index.generated';
import { RULES } from '../../server/src/rules/index.generated';
import type { GrammarSet } from '../../server/src/syntax/grammar';

const SHOP = path.join(__dirname, '../corpus/shop');
const OPTIONS = { profile: 'strict', severities: {}, trusted: true } as const;

/** Numbers that look random and are the same in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What people type: letters, brackets, quotes, line breaks, whole statements. */
const TYPED = [
  'x',
  '(',
  ')',
  '{',
  '}',
  '"',
  "'",
  '\n',
  ';',
  '.',
  ' = ',
  '/*',
  '*/',
  '#',
  'return ',
  'if (a) ',
  'req.query.id',
];

describe('analysis after edits', () => {
  let grammars: GrammarSet;
  const texts = new Map<string, string>();

  before(async () => {
    grammars = await createNodeGrammars();
    for (const name of GRAMMAR_NAMES) await grammars.load(name);
    for (const file of fs.readdirSync(SHOP, { recursive: true }) as string[]) {
      if (/\.(?:[jt]s|py|java)$/.test(file)) {
        texts.set(`file:///shop/${file.split(path.sep).join('/')}`, fs.readFileSync(path.join(SHOP, file), 'utf8'));
      }
    }
  });

  const newHost = (): AnalysisHost =>
    new AnalysisHost({ languages: LANGUAGES, rules: RULES, grammar: (name) => grammars.get(name), options: OPTIONS });

  const summary = (host: AnalysisHost): unknown =>
    host.reports().map(({ uri, findings, notices, partial }) => ({
      uri,
      partial,
      notices,
      findings: findings.map(({ ruleId, start, end, message, severity, fingerprint, trace }) => ({
        ruleId,
        start,
        end,
        message,
        severity,
        fingerprint,
        trace,
      })),
    }));

  const cold = (files: ReadonlyMap<string, string>): unknown => {
    const host = newHost();
    for (const [uri, text] of files) host.setText(uri, text);
    return summary(host);
  };

  it('does not depend on the order in which files were read', () => {
    const reversed = newHost();
    for (const [uri, text] of [...texts].reverse()) reversed.setText(uri, text);
    assert.deepEqual(summary(reversed), cold(texts));
  });

  for (const seed of [1, 2, 3]) {
    it(`equals a cold run after random edits (${seed})`, function () {
      this.timeout(120_000);
      const random = generator(seed);
      const files = new Map(texts);
      const host = newHost();
      for (const [uri, text] of files) host.setText(uri, text, { open: true });
      host.reports();
      const uris = [...files.keys()];
      for (let n = 0; n < 25; n++) {
        const uri = uris[random(uris.length)];
        const before = files.get(uri) as string;
        const at = random(before.length);
        const cut = random(4) === 0 ? random(30) : 0;
        const typed = random(5) === 0 ? '' : TYPED[random(TYPED.length)];
        const text = before.slice(0, at) + typed + before.slice(at + cut);
        files.set(uri, text);
        host.setText(uri, text, { open: true });
        host.report(uri);
        if (n % 5 === 4) assert.deepEqual(summary(host), cold(files), `after edit ${n} of ${uri}`);
      }
    });
  }

  it('forgets files that are removed', () => {
    const host = newHost();
    for (const [uri, text] of texts) host.setText(uri, text);
    host.reports();
    const [gone] = texts.keys();
    host.remove(gone);
    const left = new Map(texts);
    left.delete(gone);
    assert.deepEqual(summary(host), cold(left));
  });
});
