import assert from 'node:assert/strict';
import { createNodeGrammars } from '../../server/src/edge/node/grammar-files';
import { type ModuleIR, Op } from '../../server/src/ir/ir';
import go from '../../server/src/languages/go';
import { EXPRESSIONS, STATEMENTS } from '../../server/src/languages/go/lower';
import { packageNames } from '../../server/src/languages/go/lower-names';
import type { Grammar } from '../../server/src/syntax/grammar';
import {
  assertCutOff,
  assertHandled,
  assertKnown,
  assertLowered,
  assertNotNested,
  assertSound,
  assertWhole,
  boundNames,
  inTime,
  membersOf,
  nodeTypes,
  readFixtures,
  spansOf,
  textsOf,
} from './sound';

const NODE_TYPES = 'tree-sitter-go/src/node-types.json';
const FIXTURES = readFixtures(new URL('./fixtures/go.txt', import.meta.url));

describe('lowering Go', () => {
  let grammar: Grammar;
  const lower = (source: string): ModuleIR => go.lower(grammar.parseOnce(source), 'file:///x.go');
  const lowerCode = (code: string): ModuleIR => lower(inFunction(code));

  before(async () => {
    grammar = await (await createNodeGrammars()).load('go');
  });

  describe('fixtures', () => {
    for (const fixture of FIXTURES) {
      it(fixture.title, () => {
        assertLowered(lower(fixture.source), fixture);
      });
    }
  });

  describe('kinds of nodes', () => {
    it('each statement and expression has a handler, and a fixture that is not opaque', () => {
      const seen = new Set<string>();
      for (const fixture of FIXTURES) {
        const tree = grammar.parseOnce(fixture.source);
        if (!fixture.title.startsWith('broken')) {
          assert.deepEqual(tree.errors(), [], fixture.title);
          if (!fixture.title.startsWith('opaque'))
            assert.deepEqual(go.lower(tree, 'file:///x.go').opaque, {}, fixture.title);
        }
        for (let n = 0; n < tree.size; n++) seen.add(tree.kind(n));
      }
      const groups = ['_statement', '_simple_statement', '_expression'];
      assertHandled(membersOf(nodeTypes(NODE_TYPES), groups), seen, EXPRESSIONS, STATEMENTS);
    });

    it('has no handler for a kind that the grammar does not have', () => {
      assertKnown(nodeTypes(NODE_TYPES), EXPRESSIONS, STATEMENTS);
    });
  });

  describe('spans', () => {
    const spans = (code: string, op: Op): string[] => {
      const source = inFunction(code);
      return spansOf(lower(source).functions[1], source, op);
    };

    it('of a call, its callee and its arguments are exact', () => {
      const code = 'db.Query("a" + b, []string{c})';
      assert.deepEqual(spans(code, Op.Call), [code]);
      assert.deepEqual(spans(code, Op.Field), ['db.Query']);
      assert.deepEqual(spans(code, Op.Concat), ['"a" + b']);
      assert.deepEqual(spans(code, Op.Array), ['[]string{c}']);
      assert.deepEqual(spans(code, Op.Const), ['"a"']);
    });

    it('of a literal of a type, its type and its fields are exact', () => {
      const code = 'use(&http.Cookie{Name: n, Secure: true})';
      assert.deepEqual(spans(code, Op.New), ['http.Cookie{Name: n, Secure: true}']);
      assert.deepEqual(spans(code, Op.TypeName), ['http.Cookie']);
      assert.deepEqual(spans(code, Op.Const), ['true']);
    });

    it('of each of several results are those of what it is assigned to', () => {
      assert.deepEqual(spans('rows, err := query(); use(rows, err)', Op.Field), ['rows', 'err']);
    });

    it('of format pieces are inside the literal', () => {
      const code = 'f(fmt.Sprintf("id=%s;%%", a))';
      assert.deepEqual(spans(code, Op.Const), ['id=', ';%%']);
      assert.deepEqual(spans(code, Op.Concat), ['fmt.Sprintf("id=%s;%%", a)']);
    });

    it('are UTF-16 offsets', () => {
      assert.deepEqual(spans('s := "😀ä"; f("😀" + s, \'x\')', Op.Const), ['"😀ä"', '"😀"', "'x'"]);
    });
  });

  describe('what the module knows', () => {
    it('lists comments, errors and imports with their places', () => {
      const source = '// one\npackage p\nimport "a/b" /* two */\nimport . `c`\nvar x = @\n';
      const module = lower(source);
      assert.deepEqual(textsOf(source, module.comments), ['// one', '/* two */']);
      assert.deepEqual(textsOf(source, module.imports), ['a/b', 'c']);
      assert.ok(module.errors.length > 0);
    });

    it('records what the source calls a value', () => {
      const module = lowerCode(
        'password := f(); var a, b = 1, 2; for _, row := range rows {}; u.Token = t; use(C{Key: k})',
      );
      assert.deepEqual(boundNames(module, module.functions[1]), ['password', 'a', 'b', 'row', 'Token', 'Key']);
    });
  });

  describe('resilience', () => {
    const lowerSoon = (source: string): ModuleIR => {
      const tree = grammar.parseOnce(source);
      return inTime(3000, () => go.lower(tree, 'file:///x.go'));
    };
    const deep = 10_000;
    /** What stands in front once, what repeats around what, and what follows once. */
    const nests: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
      blocks: ['', '{', 'a()', '}', ''],
      calls: ['x = ', 'f(', 'a', ')', ''],
      sums: ['x = ', 'a + (', 'b', ')', ''],
      'sums of texts': ['x = "a" + ', 'a + (', 'b', ')', ''],
      negations: ['x = ', '!', 'a', '', ''],
      pointers: ['x = ', '*', 'a', '', ''],
      conditions: ['', 'if a {', 'b()', '}', ''],
      functions: ['f = ', 'func() { g(', 'b', ') }', ''],
      literals: ['x = ', 'A{a: ', 'b', '}', ''],
      'bare literals': ['x = []A', '{', 'b', '}', ''],
      loops: ['', 'for a := range b {', 'c()', '}', ''],
      switches: ['', 'switch a { case 1: ', '', '}', ''],
      'type switches': ['', 'switch a.(type) { case T: ', '', '}', ''],
      selects: ['', 'select { case <-a: ', '', '}', ''],
      conversions: ['x = ', '[]byte(', 'b', ')', ''],
      defers: ['', 'defer func() { ', '', ' }()', ''],
    };
    for (const [name, [head, before, inner, after, tail]] of Object.entries(nests)) {
      it(`${deep} nested ${name}`, () => {
        const source = inFunction(head + before.repeat(deep) + inner + after.repeat(deep) + tail);
        assertCutOff(lowerSoon(source), source);
      });
    }

    it(`${deep} nested types`, () => {
      const source = inFunction(`var x ${'[]*'.repeat(deep)}A; var y ${'map[string]'.repeat(deep)}A`);
      assertSound(lowerSoon(source), source);
    });

    const rows: Readonly<Record<string, string>> = {
      parentheses: `x = ${'('.repeat(deep)}a${')'.repeat(deep)}`,
      sum: `x = "a"${' + b'.repeat(100_000)}`,
      'sum of nothing known': `x = a${' + b'.repeat(100_000)}`,
      members: `x = a${'.b'.repeat(100_000)}`,
      'method chain': `x = a${'.b()'.repeat(50_000)}`,
      'else if': `${'if a { x = 1 } else '.repeat(deep)}{ x = 2 }`,
      'else if with initializers': `${'if v := f(); v { x = 1 } else '.repeat(400)}{ x = 2 }`,
      'logical operators': `if a${' && b'.repeat(20_000)} { c(d${' || e'.repeat(10_000)}) }`,
      'cases of a switch': `switch a { ${Array.from({ length: 5000 }, (_, i) => `case ${i}: f(${i});`).join(' ')} }`,
      'cases of a type switch': `switch a.(type) { ${Array.from({ length: 5000 }, (_, i) => `case T${i}: f(${i});`).join(' ')} }`,
      'values of a case': `switch a { case ${'1, '.repeat(20_000)}2: f() }`,
      'results of a call': `${'a, '.repeat(20_000)}b = f()`,
      'a line of a megabyte': `x = []A{${'{b, 1, "c"}, '.repeat(80_000)}}`,
    };
    for (const [name, code] of Object.entries(rows)) {
      it(`a long row: ${name}`, () => {
        const source = inFunction(code);
        assertNotNested(lowerSoon(source), source);
      });
    }

    it('falling through nested switches does not multiply', () => {
      let code = 'g()';
      for (let i = 0; i < 12; i++) code = `switch a { ${'case b: f(); fallthrough; '.repeat(9)} case c: ${code} }`;
      const { size } = lowerCode(code).functions[1];
      assert.ok(size < 20_000, `${size} instructions`);
    });

    it('types that are defined by each other are looked at once', () => {
      const wide = Array.from({ length: 400 }, (_, i) => `type A${i} A${(i + 1) % 400}`).join('\n');
      const module = lowerSoon(`package p\n${wide}\nfunc f() { var x A0; use(x, A1{1}) }`);
      assert.equal(module.classes.length, 400);
    });

    it('junk is lowered without a word about it being analysed in part', () => {
      const junks = [
        '',
        '\0',
        '} ) ] => ?? .. @ # `',
        '"',
        '/*',
        'type',
        'func (',
        'a.',
        '...',
        '😀',
        "'",
        'import',
        'case',
      ];
      for (const junk of [...junks, 'func(', 'struct {', 'switch {', 'A{', ':=', '<-', 'var x', 'go', 'map[', 'chan']) {
        for (const source of [junk.repeat(50), inFunction(junk.repeat(50))]) {
          assertWhole(lower(source), source, junk);
        }
      }
    });

    const typed = `package p
import ("net/http"; f "fmt")
type A struct { *B; db *sql.DB \`json:"db"\`; c, d []string }
type I interface { J; M(a int, b ...string) (n int, err error) }
const ( X = iota; Y; )
func (a *A) m(w http.ResponseWriter, id string) (out []T, err error) {
  rows, err := a.db.Query("SELECT " + id); if err != nil { return nil, f.Errorf("x %w", err) }
  for i, v := range rows { go func() { ch <- v; x[i]++ }() }
  switch y := v.(type) { case int, *T: use(y); default: for { break } }
  select { case e, ok := <-ch: use(e, ok); default: }
  defer rows.Close(); return []T{{k: id, Z: &A{c: d[1:2]}}}, nil
}`;
    it('cutting a file anywhere keeps what is before the cut', () => {
      for (let end = 0; end <= typed.length; end++) {
        const cut = typed.slice(0, end);
        const module = lower(cut);
        assertWhole(module, cut);
        if (end > typed.indexOf('rows, err') && end < typed.length) {
          const method = module.functions.find((fn) => fn.name === 'm' && fn.params.some(({ name }) => name === 'id'));
          assert.ok(method, `method m at ${end}`);
        }
      }
    });

    it('leaving out any character is survived', () => {
      for (let i = 0; i < typed.length; i++) {
        const source = typed.slice(0, i) + typed.slice(i + 1);
        assertWhole(lower(source), source);
      }
    });
  });

  describe('imports', () => {
    const folders = new Set(['/w/svc/internal/api', '/w/svc/api', '/w/svc/middleware', '/w/other/lib']);
    const resolve = (specifier: string, libraries?: Record<string, string>) =>
      go.resolveImport(specifier, '/w/svc/internal/api/a.go', (uri) => folders.has(uri), libraries);
    const manifest = { 'example.org/me/svc/v2': '/w/svc', 'github.com/labstack/echo/v4': '4.1', lib: '/w/other/lib' };

    it('are folders, by what the manifest says', () => {
      assert.equal(resolve('example.org/me/svc/v2/internal/api', manifest), '/w/svc/internal/api');
      assert.equal(resolve('example.org/me/svc/v2/api', manifest), '/w/svc/api');
      assert.equal(resolve('example.org/me/svc/v2/none', manifest), undefined);
      assert.equal(resolve('github.com/labstack/echo/v4/middleware', manifest), undefined);
      assert.equal(resolve('lib', manifest), '/w/other/lib');
    });

    it('are folders above the file that end the path, without a manifest', () => {
      assert.equal(resolve('example.org/me/svc/internal/api'), '/w/svc/internal/api');
      assert.equal(resolve('example.org/me/middleware'), '/w/svc/middleware');
      assert.equal(resolve('net/http'), undefined);
      assert.equal(resolve('../../api'), '/w/svc/api');
    });

    it('are called by what their paths suggest', () => {
      const called = (specifier: string) => packageNames(specifier)[0];
      assert.equal(called('net/http'), 'http');
      assert.equal(called('github.com/golang-jwt/jwt/v5'), 'jwt');
      assert.equal(called('gopkg.in/yaml.v2'), 'yaml');
      assert.ok(packageNames('github.com/mattn/go-sqlite3').includes('sqlite3'));
      assert.ok(packageNames('github.com/dgrijalva/jwt-go').includes('jwt'));
      assert.ok(packageNames('github.com/redis/go-redis/v9').includes('redis'));
    });

    it('give each file its package, and tests one of their own', () => {
      assert.equal(go.packageOf?.('/w/svc/api/a.go'), '/w/svc/api');
      assert.notEqual(go.packageOf?.('/w/svc/api/a_test.go'), '/w/svc/api');
    });
  });
});

/** The code in a function of a package. */
function inFunction(code: string): string {
  return `package p\nimport "fmt"\nfunc m() { ${code} }\n`;
}
