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

const GO = `package orders

import (
	"database/sql"
	"fmt"
	"net/http"
	"os/exec"
)

type Store struct {
	db *sql.DB
}

func (s *Store) find(id string) (*sql.Rows, error) {
	return s.db.Query("SELECT * FROM orders WHERE id = " + id)
}

func (s *Store) Show(w http.ResponseWriter, r *http.Request) {
	rows, err := s.find(r.URL.Query().Get("id"))
	if err != nil {
		http.Error(w, "not found", 404)
		return
	}
	defer rows.Close()
	fmt.Fprintf(w, "<p>%s</p>", r.FormValue("note"))
}

func (s *Store) Archive(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if name == "" {
		name = "all"
	}
	exec.Command("sh", "-c", "tar czf /tmp/"+name+".tgz orders").Run()
}

func Routes(db *sql.DB) {
	store := &Store{db: db}
	http.HandleFunc("/show", store.Show)
	http.HandleFunc("/archive", store.Archive)
	http.HandleFunc("/count", func(w http.ResponseWriter, r *http.Request) {
		db.QueryRow(fmt.Sprintf("SELECT count(*) FROM orders WHERE kind = '%s'", r.FormValue("kind")))
	})
}
`;

/** What a file is after somebody typed, cut or pasted at some place. */
function edited(
  files: ReadonlyMap<string, string>,
  uri: string,
  random: (below: number) => number,
  undo: [uri: string, text: string][],
): [uri: string, text: string] {
  const before = files.get(uri) as string;
  undo.push([uri, before]);
  const at = random(before.length);
  const cut = random(4) === 0 ? random(30) : 0;
  const from = random(before.length);
  const typed = random(6) === 0 ? before.slice(from, from + random(80)) : TYPED[random(TYPED.length)];
  return [uri, before.slice(0, at) + typed + before.slice(at + cut)];
}

describe('analysis after edits', () => {
  let grammars: GrammarSet;
  const texts = new Map<string, string>();

  before(async () => {
    grammars = await createNodeGrammars();
    for (const name of GRAMMAR_NAMES) await grammars.load(name);
    texts.set('file:///shop/orders.go', GO);
    for (const file of fs.readdirSync(SHOP, { recursive: true }) as string[]) {
      if (/\.(?:[jt]s|py|java|go)$/.test(file)) {
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

  /** Files that call each other, of each language. */
  const GROUPS: Readonly<Record<string, RegExp>> = {
    JavaScript: /shop\/(?:app|db)\.js$/,
    TypeScript: /shop\/(?:routes|lib|server)\/[^/]*\.ts$/,
    Python: /\.py$/,
    Java: /\.java$/,
    Go: /orders\.go$/,
  };
  for (const [language, names] of Object.entries(GROUPS)) {
    it(`equals a cold run after each edit of a function's code (${language})`, function () {
      this.timeout(240_000);
      const random = generator(7);
      const files = new Map([...texts].filter(([uri]) => names.test(uri)).slice(0, 4));
      assert.ok(files.size > 0);
      const host = newHost();
      for (const [uri, text] of files) host.setText(uri, text, { open: true });
      host.reports();
      const uris = [...files.keys()];
      const undo: [uri: string, text: string][] = [];
      for (let n = 0; n < 40; n++) {
        const [uri, text] = (random(3) === 0 && undo.pop()) || edited(files, uris[random(uris.length)], random, undo);
        files.set(uri, text);
        host.setText(uri, text, { open: true });
        // Sometimes nobody asks between two edits, and sometimes an editor asks at once.
        if (random(4) === 0) continue;
        if (random(2) === 0) host.reportAtOnce(uri);
        assert.deepEqual(summary(host), cold(files), `after edit ${n} of ${uri}`);
      }
      const { patches, renewals } = host.stats();
      assert.ok(patches >= 4, `only ${patches} edits were carried over into functions`);
      assert.equal(renewals, 0, 'positions were lost');
    });
  }

  it('keeps what an edit of one function does not concern', () => {
    const uri = 'file:///kept.js';
    const before = `const db = new (require('pg').Pool)(), app = require('express')();
function find(id) { return db.query('SELECT * FROM a WHERE id = ' + id); }
app.get('/a', (req, res) => find(req.query.id));
app.get('/b', (req, res) => db.query('SELECT * FROM b WHERE id = ' + req.query.id));
`;
    const host = newHost();
    host.setText(uri, before, { open: true });
    host.reports();
    host.setText(uri, before.replace('return db', '/**/ return db'), { open: true });
    host.reports();
    const after = before
      .replace('return db', '/* a comment */ return db')
      .replace("'SELECT * FROM a", "'SELECT x FROM a");
    host.setText(uri, after, { open: true });
    assert.equal(host.reports()[0].findings.filter(({ ruleId }) => ruleId === 'sql-injection').length, 2);
    assert.equal(host.stats().patches, 2);
    assert.deepEqual(summary(host), cold(new Map([[uri, after]])));
  });

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
