import assert from 'node:assert/strict';
import { AnalysisHost } from '../../server/src/analysis/host';
import { createNodeGrammars } from '../../server/src/edge/node/grammar-files';
import { model } from '../../server/src/facts/model';
import go from '../../server/src/languages/go';
import { RULES } from '../../server/src/rules/index.generated';
import type { GrammarSet } from '../../server/src/syntax/grammar';

const MODELS = [
  model({
    library: '',
    types: { Text: ['type string'] },
    literals: { string: 'Text' },
    sanitizers: [{ at: 'int()', cleans: 'all' }],
    scalarTypes: ['int', 'bool'],
  }),
  model({
    library: 'lib',
    types: { Request: ['type lib#Request'], Db: ['type lib#Db', 'Open()'], Rows: ['Db.Rows()'] },
    sources: { remote: ['Request.Get()', 'Request.Bind($0)', 'Request.Form', 'Pair()[1]'] },
    sinks: { sql: ['Db.Query($0)', 'Db.Args($*)'] },
    propagators: [
      { at: 'Decode()', from: ['$0'], to: ['$1'] },
      { at: 'Split()', to: ['result'] },
    ],
    sanitizers: [{ at: 'Atoi()', cleans: 'all' }],
  }),
];

/** What flows in Go: `bad(x)` is a query that must be found, `ok(x)` one that must not. */
const CASES: Readonly<Record<string, string>> = {
  'the first of several results of a library': 'd, err := lib.Open(); use(err); d.Query(t)/*!*/',
  'a result that a model tells apart': 'a, b := lib.Pair(); db.Query(a); db.Query(b)/*!*/',
  'a number that was read': 'n, err := lib.Atoi(t); if err != nil { return }; db.Query(n)',
  'several results of a function': 'a, b, err := three(t); use(err); db.Query(a); db.Query(b)/*!*/',
  'named results': 'a, b := named(t); db.Query(a)/*!*/; db.Query(b)',
  'an error that is always nil': 'x := "a"; if _, err := works(); err != nil { x = t }; db.Query(x)',
  closures: 'x := "a"; func() { x = t }(); db.Query(x)/*!*/',
  'goroutines and channels':
    'c := make(chan string); go func() { c <- t }(); db.Query(<-c)/*!*/; other := make(chan string); other <- "a"; for s := range other { db.Query(s) }',
  select: 'c := make(chan string, 1); c <- t; select { case s := <-c: db.Query(s)/*!*/; default: }',
  'code for later does not end what follows': 'defer func() { panic("x") }(); go log(); db.Query(t)/*!*/',
  'a panic ends what follows': 'panic("x"); db.Query(t)',
  'values of maps by key': 'm := map[string]string{"a": t, "b": "x"}; db.Query(m["a"])/*!*/; db.Query(m["b"])',
  'values of maps gone over': 'm := map[string]string{"a": t}; for k, v := range m { db.Query(k); db.Query(v)/*!*/ }',
  'only values of maps gone over': 'm := map[string]string{"a": t}; for _, v := range m { db.Query(v)/*!*/ }',
  'positions are no texts':
    'for i := range strings(t) { db.Query(i) }; l := []string{t}; for i, v := range l { db.Query(i); db.Query(v)/*!*/ }',
  append: 'l := []string{"a"}; l = append(l, "b"); db.Query(l[1]); l = append(l, t); db.Query(l[2])/*!*/',
  'append all': 'l := append([]interface{}{"a"}, list(t)...); db.Args(l...)/*!*/',
  variadics: 'db.Query(last("a", t))/*!*/; db.Query(first("a", t))',
  'structs by field':
    'p := Pair{A: t, B: "x"}; db.Query(p.A)/*!*/; db.Query(p.B); q := &Pair{"x", t}; db.Query(q.A); db.Query(q.B)/*!*/',
  'pointers to structs': 'p := new(Pair); p.A = t; set(p); db.Query(p.A)/*!*/; db.Query(p.B)',
  'addresses of variables': 'var s string; put(&s, t); db.Query(s)/*!*/; var u string; put(&u, "x"); db.Query(u)',
  'what a library puts into variables':
    'var s string; var p Pair; lib.Decode(t, &s); lib.Decode(t, &p); db.Query(s)/*!*/; db.Query(p.A)/*!*/',
  'what a library puts into fields': 'p := Pair{}; lib.Decode(t, &p.A); db.Query(p.A)/*!*/; db.Query(p.B)',
  'structs bound to a request': 'var p Pair; if err := r.Bind(&p); err != nil { return }; db.Query(p.A)/*!*/',
  conversions: 'db.Query(string([]byte(t)))/*!*/; db.Query(ID(t))/*!*/; db.Query(int(5))',
  'methods of named texts': 'db.Query(ID(t).query())/*!*/',
  assertions: 'var x interface{} = t; if s, ok := x.(string); ok { db.Query(s)/*!*/ }',
  'type switches':
    'var x interface{} = t; switch v := x.(type) { case int: db.Query(v); case string: db.Query(v)/*!*/ }',
  'formats with numbers': 'db.Query(fmt.Sprintf("%d", t)); db.Query(fmt.Sprintf("a %d %s", 1, t))/*!*/',
  'switch over constants': 'x := "a"; switch t { case "b", "c": x = t; default: x = "d" }; db.Query(x)',
  fallthrough: 'x := "a"; switch 1 { case 1: x = t; fallthrough; case 2: db.Query(x)/*!*/ }',
  'allowed values':
    'allowed := map[string]bool{"a": true}; if allowed[t] { db.Query(t) } else { db.Query(t)/*!*/ }; if _, ok := allowed[t]; ok { db.Query(t) }',
  'method values': 'f := db.Query; f(t)/*!*/',
  'functions in structs': 'h := Handler{run: func(s string) { db.Query(s)/*!*/ }}; h.run(t)',
  generics: 'db.Query(same[string](t))/*!*/; db.Query(both[string, int](t, 1))/*!*/',
  'package variables': 'shared = t; db.Query(shared)/*!*/; db.Query(fixed)',
  labels: 'x := "a"; outer: for { for { x = t; break outer } }; db.Query(x)/*!*/',
};

const REST = `
type Pair struct { A, B string }
type ID string
func (i ID) query() string { return "SELECT " + string(i) }
type Handler struct { run func(string) }
var shared string
const fixed = "SELECT 1"
func three(s string) (string, string, error) { return "a", s, nil }
func named(s string) (a, b string) { a = s; b = "x"; return }
func works() (int, error) { return 0, nil }
func last(list ...string) string { return list[len(list)-1] }
func first(list ...string) string { return list[0] }
func list(s string) []interface{} { return []interface{}{s} }
func set(p *Pair) { p.B = "x" }
func put(p *string, s string) { *p = s }
func same[T any](x T) T { return x }
func both[T, U any](x T, y U) T { return x }
func strings(s string) []string { return []string{s} }
func log() { for { } }
`;

describe('flows in Go', () => {
  let grammars: GrammarSet;
  before(async () => {
    grammars = await createNodeGrammars();
    await grammars.load('go');
  });

  for (const [title, code] of Object.entries(CASES)) {
    it(title, () => {
      const host = new AnalysisHost({
        languages: [{ ...go, models: MODELS }],
        rules: RULES.filter((rule) => rule.id === 'sql-injection'),
        grammar: (name) => grammars.get(name),
        options: { profile: 'recommended', severities: {}, trusted: true },
      });
      const text = `package p\nimport ("lib"; "fmt")\nfunc h(r *lib.Request, db *lib.Db) { t := r.Get("t"); ${code} }\n${REST}`;
      host.setText('file:///a.go', text);
      const { findings, notices } = host.report('file:///a.go');
      assert.deepEqual(notices, []);
      const marks = [...text.matchAll(/[^;{(]*\([^;]*?\)+\/\*!\*\//g)].map((match) => match.index + match[0].length);
      const found = [...new Set(findings.map(({ end }) => marks.find((mark) => mark > end) ?? -1))];
      const unmarked = findings.filter(({ end }) => !/^[)}.]*\/\*!\*\//.test(text.slice(end).replace(/^[^;)]*/, '')));
      assert.deepEqual(
        unmarked.map(({ start, end }) => text.slice(start, end)),
        [],
        'found without a mark',
      );
      assert.equal(found.length, [...text.matchAll(/\/\*!\*\//g)].length, 'marked and not found');
    });
  }
});
