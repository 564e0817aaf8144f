import assert from 'node:assert/strict';
import { AnalysisHost } from '../../server/src/analysis/host';
import { createNodeGrammars } from '../../server/src/edge/node/grammar-files';
import { model } from '../../server/src/facts/model';
import go from '../../server/src/languages/go';
import { RULES } from '../../server/src/rules/index.generated';
import type { GrammarSet } from '../../server/src/syntax/grammar';

const LIBRARY = model({
  library: 'lib',
  types: { Request: ['type lib#Request'], Db: ['type lib#Db', 'Open()[0]'] },
  sources: { remote: ['Request.Get()'] },
  sinks: { sql: ['Db.Query($0)'] },
});

type Files = Readonly<Record<string, string>>;

/** Files of one package, or of several in folders, that share names without importing each other. */
describe('packages of several files', () => {
  let grammars: GrammarSet;
  before(async () => {
    grammars = await createNodeGrammars();
    await grammars.load('go');
  });

  const newHost = (): AnalysisHost =>
    new AnalysisHost({
      languages: [{ ...go, models: [LIBRARY] }],
      rules: RULES.filter((rule) => rule.id === 'sql-injection'),
      grammar: (name) => grammars.get(name),
      options: { profile: 'recommended', severities: {}, trusted: true },
    });
  const open = (files: Files): AnalysisHost => {
    const host = newHost();
    for (const [name, text] of Object.entries(files)) put(host, name, text);
    return host;
  };
  const put = (host: AnalysisHost, name: string, text: string): void => {
    if (name.endsWith('go.mod')) host.setManifest(`file:///w/${name}`, text);
    else host.setText(`file:///w/${name}`, text);
  };
  /** File and text of each finding. */
  const found = (host: AnalysisHost, files: Files): string[] =>
    host
      .reports()
      .flatMap(({ findings }) => findings)
      .map(
        ({ uri, start, end }) =>
          `${uri.slice('file:///w/'.length)} ${files[uri.slice('file:///w/'.length)].slice(start, end)}`,
      )
      .sort();
  const check = (files: Files, expected: readonly string[]): void => {
    assert.deepEqual(found(open(files), files), expected);
    const backwards = Object.fromEntries(Object.entries(files).reverse());
    assert.deepEqual(found(open(backwards), files), expected, 'in another order');
  };

  it('functions of another file are called', () => {
    check(
      {
        'p/a.go': 'package p\nimport "lib"\nfunc handle(r *lib.Request) { run(r.Get("id")) }\n',
        'p/b.go': 'package p\nimport "lib"\nvar db, _ = lib.Open()\nfunc run(id string) { db.Query("SELECT " + id) }\n',
      },
      ['p/b.go "SELECT " + id'],
    );
  });

  it('variables and constants of another file are read', () => {
    check(
      {
        'p/a.go':
          'package p\nimport "lib"\nfunc handle(r *lib.Request) { db.Query(base + r.Get("id")); db.Query(base + LIMIT) }\n',
        'p/b.go': 'package p\nimport "lib"\nconst base, LIMIT = "SELECT ", "1"\nvar db, _ = lib.Open()\n',
      },
      ['p/a.go base + r.Get("id")'],
    );
  });

  it('methods belong to their type, whichever file they are in', () => {
    check(
      {
        'p/a.go':
          'package p\nimport "lib"\ntype Store struct { db *lib.Db }\nfunc New(db *lib.Db) *Store { return &Store{db: db} }\n',
        'p/b.go': 'package p\nfunc (s *Store) Find(id string) { s.find("SELECT " + id) }\n',
        'p/c.go': 'package p\nfunc (s *Store) find(text string) { s.db.Query(text) }\n',
        'p/d.go': 'package p\nimport "lib"\nfunc handle(r *lib.Request, s *Store) { s.Find(r.Get("id")) }\n',
      },
      ['p/c.go text'],
    );
  });

  it('types of another file are known by name', () => {
    check(
      {
        'p/a.go':
          'package p\nimport "lib"\ntype Query struct { Text, Safe string }\ntype ID string\ntype Source = lib.Request\n',
        'p/b.go':
          'package p\nimport "lib"\nfunc handle(r *lib.Request, db *lib.Db) { q := Query{Text: r.Get("a"), Safe: "b"}; db.Query(q.Safe); db.Query(q.Text); db.Query(string(ID(r.Get("c")))) }\n',
      },
      ['p/b.go q.Text', 'p/b.go string(ID(r.Get("c")))'],
    );
  });

  it('a package is imported as a whole', () => {
    const files = {
      'go.mod': 'module example.org/svc/v2\nrequire lib v1.2.3\n',
      'main.go':
        'package main\nimport (\n\t"lib"\n\t"example.org/svc/v2/internal/store"\n)\nfunc handle(r *lib.Request) { s := store.New(); s.Find(r.Get("id")); store.Run(r.Get("x")) }\n',
      'internal/store/a.go':
        'package store\nimport "lib"\ntype Store struct { db *lib.Db }\nfunc New() *Store { db, _ := lib.Open(); return &Store{db} }\n',
      'internal/store/b.go':
        'package store\nimport "lib"\nfunc (s *Store) Find(id string) { s.db.Query("A" + id) }\nfunc Run(text string) { var db *lib.Db; db.Query("B" + text) }\n',
    };
    check(files, ['internal/store/b.go "A" + id', 'internal/store/b.go "B" + text']);
  });

  it('what has all methods of an interface implements it, in any package', () => {
    check(
      {
        'api/a.go':
          'package api\nimport "lib"\ntype Finder interface { Find(id string); Close() }\nfunc handle(r *lib.Request, f Finder) { f.Find(r.Get("id")) }\n',
        'db/a.go':
          'package db\nimport "lib"\ntype Real struct { db *lib.Db }\nfunc (d *Real) Find(id string) { d.db.Query("A" + id) }\nfunc (d *Real) Close() {}\n',
        'db/b.go':
          'package db\nimport "lib"\ntype Half struct { db *lib.Db }\nfunc (d *Half) Find(id string) { d.db.Query("B" + id) }\n',
        'db/c.go':
          'package db\nimport "lib"\ntype base struct { db *lib.Db }\nfunc (b *base) Close() {}\ntype Held struct { base }\nfunc (h *Held) Find(id string) { h.db.Query("C" + id) }\n',
      },
      ['db/a.go "A" + id', 'db/c.go "C" + id'],
    );
  });

  it('what is embedded gives its fields and methods', () => {
    check(
      {
        'p/a.go':
          'package p\nimport "lib"\ntype base struct { text string; db *lib.Db }\nfunc (b *base) run(id string) { b.db.Query("A" + id) }\ntype Full struct { *base; name string }\n',
        'p/b.go':
          'package p\nimport "lib"\nfunc handle(r *lib.Request, db *lib.Db) { f := Full{base: &base{text: r.Get("x"), db: db}}; f.run(r.Get("id")); db.Query(f.text); db.Query(f.name) }\n',
      },
      ['p/a.go "A" + id', 'p/b.go f.text'],
    );
  });

  it('tests see nothing of what they declare from outside', () => {
    check(
      {
        'p/a.go': 'package p\nimport "lib"\nfunc handle(r *lib.Request) { run(r.Get("id")) }\n',
        'p/a_test.go': 'package p\nimport "lib"\nfunc run(id string) { var db *lib.Db; db.Query(id) }\n',
      },
      [],
    );
  });

  describe('after edits', () => {
    const A = 'package p\nimport "lib"\nfunc handle(r *lib.Request) { run(r.Get("id")) }\n';
    const versions: readonly Files[] = [
      { 'p/a.go': A, 'p/b.go': 'package p\nfunc other() {}\n' },
      { 'p/a.go': A, 'p/b.go': 'package p\nimport "lib"\nfunc run(id string) { var db *lib.Db; db.Query(id) }\n' },
      { 'p/a.go': A, 'p/b.go': 'package p\nimport "lib"\nfunc run(id string) { var db *lib.Db; db.Query("x") }\n' },
      { 'p/a.go': A, 'p/b.go': 'package p\nfunc run(id string) { more(id) }\n' },
      {
        'p/a.go': A,
        'p/b.go': 'package p\nfunc run(id string) { more(id) }\n',
        'p/c.go': 'package p\nimport "lib"\nfunc more(id string) { var db *lib.Db; db.Query(id) }\n',
      },
      {
        'p/a.go': A,
        'p/b.go': 'package p\nfunc run(id string) { S{}.more(id) }\n',
        'p/c.go': 'package p\ntype S struct{}\n',
        'p/d.go': 'package p\nimport "lib"\nfunc (s S) more(id string) { var db *lib.Db; db.Query(id) }\n',
      },
    ];

    it('is what reading all files at once gives', () => {
      const order = [0, 1, 2, 1, 0, 3, 4, 5, 4, 2, 5, 1];
      const host = newHost();
      let before: Files = {};
      for (const step of order) {
        const files = versions[step];
        for (const name of Object.keys(before)) if (!(name in files)) host.remove(`file:///w/${name}`);
        for (const [name, text] of Object.entries(files)) put(host, name, text);
        assert.deepEqual(found(host, files), found(open(files), files), `step to ${step}`);
        before = files;
      }
    });
  });
});
