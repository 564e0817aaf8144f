import assert from 'node:assert/strict';
import { createNodeGrammars } from '../../server/src/edge/node/grammar-files';
import { type ModuleIR, Op } from '../../server/src/ir/ir';
import java from '../../server/src/languages/java';
import { EXPRESSIONS, STATEMENTS } from '../../server/src/languages/java/lower';
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

const NODE_TYPES = 'tree-sitter-java/src/node-types.json';
const FIXTURES = readFixtures(new URL('./fixtures/java.txt', import.meta.url));

describe('lowering Java', () => {
  let grammar: Grammar;
  const lower = (source: string): ModuleIR => java.lower(grammar.parseOnce(source), 'file:///X.java');
  /** The first method of a class whose only member is a method with this code. */
  const lowerCode = (code: string): ModuleIR => lower(inMethod(code));

  before(async () => {
    grammar = await (await createNodeGrammars()).load('java');
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
        if (fixture.title.startsWith('broken')) continue;
        const tree = grammar.parseOnce(fixture.source);
        assert.deepEqual(tree.errors(), [], fixture.title);
        assert.deepEqual(java.lower(tree, 'file:///X.java').opaque, {}, fixture.title);
        for (let n = 0; n < tree.size; n++) seen.add(tree.kind(n));
      }
      const groups = ['statement', 'declaration', 'expression', 'primary_expression', '_literal'];
      assertHandled(membersOf(nodeTypes(NODE_TYPES), groups), seen, EXPRESSIONS, STATEMENTS);
    });

    it('has no handler for a kind that the grammar does not have', () => {
      assertKnown(nodeTypes(NODE_TYPES), EXPRESSIONS, STATEMENTS);
    });
  });

  describe('spans', () => {
    const spans = (code: string, op: Op): string[] => {
      const source = inMethod(code);
      return spansOf(lower(source).functions[1], source, op);
    };

    it('of a call, its callee and its arguments are exact', () => {
      const code = 'db.query("a" + b, new Object[] {c});';
      assert.deepEqual(spans(code, Op.Call), ['db.query("a" + b, new Object[] {c})']);
      assert.ok(spans(code, Op.Field).includes('db.query'));
      assert.deepEqual(spans(code, Op.Concat), ['"a" + b']);
      assert.deepEqual(spans(code, Op.Array), ['new Object[] {c}']);
      assert.deepEqual(spans(code, Op.Const), ['"a"']);
    });

    it('of a type are those of its name with what qualifies it', () => {
      assert.deepEqual(spans('java.util.Map.Entry.comparingByKey(); new java.io.File(a);', Op.TypeName), [
        'java.util.Map.Entry',
        'java.io.File',
      ]);
    });

    it('of an implied this are empty, before the name', () => {
      const source = inMethod('query(a);');
      const fn = lower(source).functions[1];
      const i = fn.ops.indexOf(Op.This);
      assert.equal(fn.start + fn.starts[i], source.indexOf('query'));
      assert.equal(fn.starts[i], fn.ends[i]);
    });

    it('of format pieces are inside the literal', () => {
      const code = 'f(String.format("id=%s;%%%n", a));';
      assert.deepEqual(spans(code, Op.Const), ['id=', ';%%%n']);
      assert.deepEqual(spans(code, Op.Concat), ['String.format("id=%s;%%%n", a)']);
    });

    it('are UTF-16 offsets', () => {
      assert.deepEqual(spans('String s = "😀ä"; f("😀" + s, \'x\');', Op.Const), ['"😀ä"', '"😀"', "'x'"]);
    });
  });

  describe('what the module knows', () => {
    it('lists comments, errors and imports with their places', () => {
      const source = '// one\nimport a.B; /* two */ import static c.D.*; class X { int = ; }';
      const module = lower(source);
      assert.deepEqual(textsOf(source, module.comments), ['// one', '/* two */']);
      assert.deepEqual(textsOf(source, module.imports), ['a.B', 'c.D']);
      assert.equal(module.errors.length, 1);
    });

    it('records what the source calls a value', () => {
      const module = lowerCode('String password = f(); final int a = 1, b[] = {2}; for (var row : rows) {}');
      assert.deepEqual(boundNames(module, module.functions[1]), ['password', 'a', 'b', 'row']);
    });

    it('says where bare type names may come from', () => {
      const module = lower('package p.q; import a.b.*; import a.C; import static d.E.*; class X {}');
      assert.deepEqual(module.typeScope, ['p.q', 'a.b', 'java.lang']);
    });
  });

  describe('resilience', () => {
    const lowerSoon = (source: string): ModuleIR => {
      const tree = grammar.parseOnce(source);
      return inTime(3000, () => java.lower(tree, 'file:///X.java'));
    };
    const deep = 10_000;
    /** What stands in front once, what repeats around what, and what follows once. */
    const nests: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
      blocks: ['', '{', 'a();', '}', ''],
      calls: ['x = ', 'f(', 'a', ')', ';'],
      sums: ['x = ', 'a + (', 'b', ')', ';'],
      'sums of texts': ['x = "a" + ', 'a + (', 'b', ')', ';'],
      negations: ['x = ', '!', 'a', '', ';'],
      conditions: ['', 'if (a) ', 'b();', '', ''],
      ternaries: ['x = ', 'a ? b : ', 'c', '', ';'],
      assignments: ['', 'a = ', 'b', '', ';'],
      lambdas: ['f = ', 'a -> ', 'b', '', ';'],
      casts: ['x = ', '(A) ', 'b', '', ';'],
      'local classes': ['', 'class A { void m() { ', '', '} }', ''],
      'anonymous classes': ['', 'new A() { { ', '', '} };', ''],
      arrays: ['x = new int[][] ', '{', 'a', '}', ';'],
      loops: ['', 'for (A a : b) ', 'c();', '', ''],
      handlers: ['', 'try { a(); } catch (E e) { ', '', '}', ''],
      'old switches': ['', 'switch (a) { case 1: ', '', '}', ''],
      'new switches': ['', 'switch (a) { case 1 -> { ', '', '} }', ''],
      patterns: ['if (a instanceof ', 'P(', 'B b', ')', ') {}'],
    };
    for (const [name, [head, before, inner, after, tail]] of Object.entries(nests)) {
      it(`${deep} nested ${name}`, () => {
        const source = inMethod(head + before.repeat(deep) + inner + after.repeat(deep) + tail);
        assertCutOff(lowerSoon(source), source);
      });
    }

    it(`${deep} nested member classes`, () => {
      const source = `${'class A { '.repeat(deep)}${'} '.repeat(deep)}`;
      const module = lowerSoon(source);
      assertSound(module, source);
    });

    it(`${deep} nested types`, () => {
      const source = inMethod(`${'List<'.repeat(deep)}A${'>'.repeat(deep)} x = a();`);
      assertSound(lowerSoon(source), source);
    });

    const rows: Readonly<Record<string, string>> = {
      parentheses: `x = ${'('.repeat(deep)}a${')'.repeat(deep)};`,
      sum: `x = "a"${' + b'.repeat(100_000)};`,
      'sum of nothing known': `x = a${' + b'.repeat(100_000)};`,
      members: `x = a${'.b'.repeat(100_000)};`,
      'a package': `x = ${'a.'.repeat(100_000)}B.c();`,
      'method chain': `x = a${'.b()'.repeat(50_000)};`,
      'else if': `${'if (a) x = 1; else '.repeat(deep)}x = 2;`,
      'logical operators': `if (a${' && b'.repeat(20_000)}) c(d${' || e'.repeat(10_000)});`,
      'cases of a switch': `switch (a) { ${Array.from({ length: 5000 }, (_, i) => `case ${i}: f(${i});`).join(' ')} }`,
      'rules of a switch': `x = switch (a) { ${Array.from({ length: 5000 }, (_, i) => `case ${i} -> f(${i});`).join(' ')} };`,
      'labels of a case': `switch (a) { ${'case 1: '.repeat(20_000)} f(); }`,
      'a line of a megabyte': `x = new A[] {${'new A(b, 1), '.repeat(80_000)}};`,
    };
    for (const [name, code] of Object.entries(rows)) {
      it(`a long row: ${name}`, () => {
        const source = inMethod(code);
        assertNotNested(lowerSoon(source), source);
      });
    }

    it('falling through nested switches does not multiply', () => {
      let code = 'g();';
      for (let i = 0; i < 12; i++) code = `switch (a) { ${'case b: f();'.repeat(9)} case c: ${code} }`;
      const { size } = lowerCode(code).functions[1];
      assert.ok(size < 20_000, `${size} instructions`);
    });

    it('classes that extend each other are looked at once', () => {
      const wide = Array.from({ length: 400 }, (_, i) => `class A${i} extends A${(i + 1) % 400} {}`).join('\n');
      const module = lowerSoon(`${wide}\nclass B extends A0 { void m() { f(x); g(y); } }`);
      assert.equal(module.classes.length, 401);
    });

    it('junk is lowered without a word about it being analysed in part', () => {
      const junks = [
        '',
        '\0',
        '} ) ] => ?? .. @ # `',
        '"',
        '"""',
        '/*',
        'class',
        'void m(',
        'a.',
        '...',
        '😀',
        '@A(',
        "'",
      ];
      for (const junk of [
        ...junks,
        'import',
        'new A() {',
        'switch (a) {',
        'case',
        'record R(',
        '->',
        '::',
        'enum E { A,',
      ]) {
        for (const source of [junk.repeat(50), inMethod(junk.repeat(50))]) {
          assertWhole(lower(source), source, junk);
        }
      }
    });

    const typed = `package p;
import java.sql.*;
@RestController class A extends B<C> implements D {
  private final Connection db = open();
  enum E { X(1) { int v() { return 1; } }, Y; static { f(); } }
  record R(@Id int x, String... y) { R { check(x); } }
  @GetMapping("/a") <T> String m(@RequestParam String id, int n) throws E {
    for (Row r : db.query("SELECT " + id)) { if (r instanceof R(int x, var y) && x > n) break; }
    try (Statement s = db.createStatement()) { return switch (n) { case 1, 2 -> id; default -> { yield s.run(x -> x + id); } }; }
    catch (X | Y e) { throw new Z(e) { void q() { id.f(); } }; } finally { a[n]++; }
  }
}`;
    it('cutting a file anywhere keeps what is before the cut', () => {
      for (let end = 0; end <= typed.length; end++) {
        const cut = typed.slice(0, end);
        const module = lower(cut);
        assertWhole(module, cut);
        if (end > typed.indexOf('(Row') && end < typed.length - 2) {
          assert.ok(
            module.functions.some((fn) => fn.name === 'm' && fn.params[0]?.name === 'id'),
            `method m at ${end}`,
          );
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

  it('imports name types, which no path leads to', () => {
    assert.equal(
      java.resolveImport('p.q.X', 'file:///src/Y.java', () => true),
      undefined,
    );
  });
});

/** The code in a method of a class. */
function inMethod(code: string): string {
  return `class X { void m() { ${code} } }`;
}
