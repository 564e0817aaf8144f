import assert from 'node:assert/strict';
import { AnalysisHost } from '../../server/src/analysis/host';
import { readStatement } from '../../server/src/dataflow/stores';
import { createNodeGrammars, GRAMMAR_NAMES } from '../../server/src/edge/node/grammar-files';
import type { ModelIndex } from '../../server/src/facts/resolve';
import { LANGUAGES } from '../../server/src/languages/index.generated';
import type { Language } from '../../server/src/languages/language';
import { RULES } from '../../server/src/rules/index.generated';
import type { GrammarSet } from '../../server/src/syntax/grammar';

const WRITES = `const app = require('express')();
const db = require('mysql2').createPool({});
app.post('/posts', (req, res) => {
  db.query('INSERT INTO posts (title, body) VALUES (?, NOW())', [req.body.title], () => res.end());
});
`;
const READS = `const app = require('express')();
const db = require('mysql2').createPool({});
app.get('/posts', (req, res) => {
  db.query('SELECT title, body FROM posts', (error, rows) => {
    res.send('<h1>' + rows[0].title + '</h1>');
  });
});
`;

describe('what one request leaves and another one uses', () => {
  let grammars: GrammarSet;
  const models = new Map<Language, ModelIndex>();

  before(async () => {
    grammars = await createNodeGrammars();
    for (const name of GRAMMAR_NAMES) await grammars.load(name);
  });

  function host(profile: 'recommended' | 'strict' = 'recommended'): AnalysisHost {
    return new AnalysisHost({
      languages: LANGUAGES,
      rules: RULES,
      grammar: (name) => grammars.get(name),
      options: { profile, severities: {}, trusted: true },
      models,
    });
  }

  const stored = (one: AnalysisHost): string[] =>
    one
      .reports()
      .flatMap(({ findings }) =>
        findings
          .filter(({ variant }) => variant === 'stored')
          .map(({ uri, ruleId, severity }) => `${uri.slice(-4)} ${ruleId} ${severity}`),
      );

  it('is found where the halves are in two files, with both of them in the trace', () => {
    const one = host();
    one.setText('file:///w/a.js', WRITES);
    one.setText('file:///w/b.js', READS);
    assert.deepEqual(stored(one), ['b.js xss-reflected warning']);
    const [finding] = one.report('file:///w/b.js').findings.filter(({ variant }) => variant === 'stored');
    assert.match(finding.message, /^title of post .*\(stored: req\.body\.title\)\.$/);
    assert.equal(finding.trace[0].uri, 'file:///w/a.js');
    assert.ok(finding.trace.some(({ note }) => note === 'kept in the table of post'));
    assert.equal(finding.trace.at(-1)?.uri, 'file:///w/b.js');
  });

  it('follows edits of either half, as an analysis of the same files at once does', () => {
    const one = host();
    one.setText('file:///w/a.js', WRITES);
    one.setText('file:///w/b.js', READS);
    assert.equal(stored(one).length, 1);
    one.setText('file:///w/a.js', WRITES.replace('req.body.title', 'Number(req.body.title)'));
    assert.deepEqual(stored(one), []);
    one.setText('file:///w/a.js', WRITES.replace('(title, body)', '(place, body)'));
    assert.deepEqual(stored(one), []);
    one.setText('file:///w/a.js', WRITES.replace('req.body.title', "require('escape-html')(req.body.title)"));
    assert.deepEqual(stored(one), [], 'what was escaped before it was kept');
    one.setText('file:///w/a.js', WRITES);
    assert.equal(stored(one).length, 1);
    one.setText('file:///w/b.js', READS.replace('rows[0].title', 'rows[0].body'));
    assert.deepEqual(stored(one), []);
    one.setText('file:///w/b.js', READS);
    one.remove('file:///w/a.js');
    assert.deepEqual(stored(one), []);
  });

  it('is uncertain where the column is not known, and then shown in the strict profile only', () => {
    const unknown = READS.replace('SELECT title, body', 'SELECT *').replace('rows[0].title', 'rows[0][req.query.c]');
    for (const [profile, expected] of [
      ['recommended', []],
      ['strict', ['b.js xss-reflected information']],
    ] as const) {
      const one = host(profile);
      one.setText('file:///w/a.js', WRITES);
      one.setText('file:///w/b.js', unknown);
      assert.deepEqual(stored(one), expected);
    }
  });

  it('does not count what tests write, nor what is shown to whoever wrote it', () => {
    const one = host();
    one.setText('file:///w/test/a.test.js', WRITES, { isTest: true });
    one.setText('file:///w/b.js', READS);
    one.setText(
      'file:///w/c.js',
      `const app = require('express')();
app.post('/name', (req, res) => { req.session.name = req.body.name; res.end(); });
app.get('/name', (req, res) => { res.send('<p>' + req.session.name + '</p>'); });
`,
    );
    assert.deepEqual(stored(one), []);
  });

  it('reads statements as far as they are known', () => {
    assert.deepEqual(readStatement('INSERT INTO `shop`.`posts` (title, `body`) VALUES (?, now())'), {
      writes: true,
      tables: ['posts'],
      fields: ['title', 'body'],
      bound: ['title'],
    });
    assert.deepEqual(readStatement('update users set name = $1, seen = now() where id = $2'), {
      writes: true,
      tables: ['users'],
      fields: ['name', 'seen'],
      bound: ['name'],
    });
    assert.deepEqual(readStatement('select p.title, u.name as author from posts p join users u on true'), {
      writes: false,
      tables: ['posts', 'users'],
      fields: ['title', 'name', 'author'],
    });
    assert.deepEqual(readStatement('SELECT * FROM posts'), { writes: false, tables: ['posts'], fields: undefined });
    assert.equal(readStatement('DELETE FROM posts'), undefined);
    assert.equal(readStatement("INSERT INTO posts VALUES ('")?.fields, undefined);
  });
});
