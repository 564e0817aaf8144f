import assert from 'node:assert/strict';
import { createNodeGrammars } from '../../server/src/edge/node/grammar-files';
import { type ModuleIR, Op } from '../../server/src/ir/ir';
import javascript from '../../server/src/languages/javascript';
import { EXPRESSIONS, STATEMENTS } from '../../server/src/languages/javascript/lower';
import type { Grammar } from '../../server/src/syntax/grammar';
import {
  assertCutOff,
  assertHandled,
  assertKnown,
  assertLowered,
  assertNotNested,
  assertWhole,
  boundNames,
  membersOf,
  nodeTypes,
  readFixtures,
  spansOf,
  textsOf,
} from './sound';

type Dialect = 'javascript' | 'typescript' | 'tsx';

const NODE_TYPES: Readonly<Record<Dialect, string>> = {
  javascript: 'tree-sitter-javascript/src/node-types.json',
  typescript: 'tree-sitter-typescript/typescript/src/node-types.json',
  tsx: 'tree-sitter-typescript/tsx/src/node-types.json',
};
const DIALECTS = Object.keys(NODE_TYPES) as Dialect[];

/** Members of the grammar's groups of statements and expressions that are lowered by the node they are part of. */
const PART_OF_OTHERS: Readonly<Record<string, string>> = {
  rest_pattern: 'of parameters and destructuring patterns, which name what it takes',
};

const FIXTURES = readFixtures(new URL('./fixtures/javascript.txt', import.meta.url)).map((fixture) => ({
  ...fixture,
  dialect: fixture.dialect as Dialect,
}));

describe('lowering JavaScript and TypeScript', () => {
  const grammars = {} as Record<Dialect, Grammar>;
  const lower = (source: string, dialect: Dialect = 'javascript'): ModuleIR =>
    javascript.lower(grammars[dialect].parseOnce(source), `file:///x.${dialect}`);

  before(async () => {
    const set = await createNodeGrammars();
    for (const dialect of DIALECTS) grammars[dialect] = await set.load(dialect);
  });

  describe('fixtures', () => {
    for (const fixture of FIXTURES) {
      it(`${fixture.title} (${fixture.dialect})`, () => {
        assertLowered(lower(fixture.source, fixture.dialect), fixture);
      });
    }
  });

  describe('kinds of nodes', () => {
    for (const dialect of DIALECTS) {
      it(`${dialect}: each statement and expression has a handler, and a fixture that is not opaque`, () => {
        const seen = new Set<string>();
        for (const fixture of FIXTURES) {
          if (fixture.title.startsWith('broken')) continue;
          const tree = grammars[fixture.dialect].parseOnce(fixture.source);
          for (let n = 0; n < tree.size; n++) seen.add(tree.kind(n));
        }
        const groups = ['statement', 'declaration', 'expression', 'primary_expression', 'pattern'];
        const kinds = [...membersOf(nodeTypes(NODE_TYPES[dialect]), groups)].filter((kind) => !PART_OF_OTHERS[kind]);
        assertHandled(kinds, seen, EXPRESSIONS, STATEMENTS);
      });
    }

    it('has no handler for a kind that no dialect has', () => {
      const types = DIALECTS.flatMap((dialect) => nodeTypes(NODE_TYPES[dialect]));
      assertKnown(types, EXPRESSIONS, STATEMENTS);
    });
  });

  describe('spans', () => {
    it('of a call, its callee and its arguments are exact', () => {
      const source = 'async function f() { await db.query("a" + b, [c]); }';
      const fn = lower(source).functions[1];
      assert.deepEqual(spansOf(fn, source, Op.Call), ['db.query("a" + b, [c])']);
      assert.deepEqual(spansOf(fn, source, Op.Field), ['db.query']);
      assert.deepEqual(spansOf(fn, source, Op.Concat), ['"a" + b']);
      assert.deepEqual(spansOf(fn, source, Op.Array), ['[c]']);
      assert.deepEqual(spansOf(fn, source, Op.Const), ['"a"']);
    });

    it('of template parts are those of the text and of the expressions', () => {
      const source = 'f(`SELECT ${ a.b } FROM\\n${c}`)';
      const fn = lower(source).functions[0];
      assert.deepEqual(spansOf(fn, source, Op.Const), ['SELECT ', ' FROM\\n']);
      assert.deepEqual(spansOf(fn, source, Op.Field), ['a.b']);
    });

    it('of format pieces are inside the literal', () => {
      const source = "const util = require('util'); f(util.format('id=%s;', a))";
      const fn = lower(source).functions[0];
      assert.deepEqual(spansOf(fn, source, Op.Const), ['id=', ';']);
      assert.deepEqual(spansOf(fn, source, Op.Concat), ["util.format('id=%s;', a)"]);
    });

    it('are UTF-16 offsets', () => {
      const source = "const s = '😀ä'; f(`😀${s}`, 'x');";
      const fn = lower(source).functions[0];
      assert.deepEqual(spansOf(fn, source, Op.Const), ["'😀ä'", '😀', "'x'"]);
    });
  });

  describe('what the module knows', () => {
    it('lists comments, errors and imports with their places', () => {
      const source = "// one\nimport a from 'a'; /* two */ f(a b);";
      const module = lower(source);
      assert.deepEqual(textsOf(source, module.comments), ['// one', '/* two */']);
      assert.deepEqual(textsOf(source, module.imports), ["'a'"]);
      assert.deepEqual(textsOf(source, module.errors), ['b']);
    });

    it('records what the source calls a value', () => {
      const source = 'const password = f(); let { token: t } = g;';
      const module = lower(source);
      assert.deepEqual(boundNames(module, module.functions[0]), ['password', 't']);
    });
  });

  describe('resilience', () => {
    /** Lowering must grow with the text and no faster. Far above what it takes, and far below what a square would. */
    const longestMs = 1500;
    const lowerSoon = (source: string): ModuleIR => {
      const tree = grammars.javascript.parseOnce(source);
      // The processor's time: what else the machine does meanwhile does not count.
      const before = process.cpuUsage();
      const module = javascript.lower(tree, 'file:///x.javascript');
      const took = process.cpuUsage(before).user / 1000;
      assert.ok(took < longestMs, `lowering took ${took.toFixed(0)} ms`);
      return module;
    };
    const deep = 10_000;
    const nests: Readonly<Record<string, readonly [before: string, inner: string, after: string]>> = {
      arrays: ['[', 'a', ']'],
      objects: ['({ a: ', 'a', '})'],
      blocks: ['{', 'a', '}'],
      calls: ['f(', 'a', ')'],
      sums: ['a + (', 'b', ')'],
      negations: ['!', 'a', ''],
      conditions: ['if (a) ', 'b();', ''],
      ternaries: ['a ? b : ', 'c', ''],
      assignments: ['a = ', 'b', ''],
      arrows: ['a => ', 'b', ''],
      functions: ['function f() { ', '', '}'],
      classes: ['class A { m() { ', '', '} }'],
      patterns: ['[', 'a', '] = b'],
      templates: ['`${', 'a', '}`'],
      loops: ['for (const a of b) ', 'c();', ''],
      handlers: ['try { a() } catch (e) { ', '', '}'],
      switches: ['switch (a) { case 1: ', '', '}'],
      instances: ['new ', 'A', ''],
    };
    for (const [name, [before, inner, after]] of Object.entries(nests)) {
      it(`${deep} nested ${name}`, () => {
        const source = before.repeat(deep) + inner + after.repeat(deep);
        assertCutOff(lowerSoon(source), source);
      });
    }

    const rows: Readonly<Record<string, string>> = {
      parentheses: `x = ${'('.repeat(deep)}a${')'.repeat(deep)};`,
      sum: `x = "a"${' + b'.repeat(100_000)};`,
      members: `x = a${'.b'.repeat(100_000)};`,
      'method chain': `x = a${'.b()'.repeat(50_000)};`,
      'else if': `${'if (a) x = 1; else '.repeat(deep)}x = 2;`,
      'logical operators': `if (a${' && b'.repeat(20_000)}) c(d${' || e'.repeat(20_000)});`,
      'cases of a switch': `switch (a) { ${Array.from({ length: 5000 }, (_, i) => `case ${i}: f(${i});`).join(' ')} }`,
      'labels of a case': `switch (a) { ${'case 1: '.repeat(20_000)} f(); }`,
      'a line of a megabyte': `x = [${'{ a: b }, '.repeat(100_000)}];`,
    };
    for (const [name, source] of Object.entries(rows)) {
      it(`a long row: ${name}`, () => {
        assertNotNested(lowerSoon(source), source);
      });
    }

    it('falling through nested switches does not multiply', () => {
      let source = 'g();';
      for (let i = 0; i < 12; i++) source = `switch (a) { ${'case b: f();'.repeat(9)} case c: ${source} }`;
      const size = lower(source).functions[0].size;
      assert.ok(size < 20_000, `${size} instructions`);
    });

    it('type aliases do not multiply', () => {
      const wide = Array.from({ length: 40 }, (_, i) => `type T${i} = M<${`T${i + 1},`.repeat(50)}>;`).join('\n');
      const module = lower(`${wide}\nfunction f(a: T0) {}`, 'typescript');
      assert.ok(module.functions[1].params[0].type.length < 5000);
    });

    it('junk is lowered without a word about it being analysed in part', () => {
      for (const junk of [
        '',
        '\0',
        '} ) ] => ?? .. @ # `',
        '"',
        '/*',
        'class',
        'function',
        'a.',
        '...',
        '😀',
        '`${',
        '<a',
        'export',
        'import {',
      ]) {
        for (const dialect of DIALECTS) {
          const source = junk.repeat(50);
          assertWhole(lower(source, dialect), source, junk);
        }
      }
    });

    it('cutting a file anywhere keeps what is before the cut', () => {
      const source = `
const app = require('express')();
app.get('/a', async (req, res) => {
  const { id } = req.query;
  if (id) { for (const row of await db.query(\`SELECT \${id}\`)) { res.write(row.name); } }
  res.send({ id, [id]: class { m(x = 1) { return x ?? this.y; } } });
});`;
      for (let end = 0; end <= source.length; end++) {
        const cut = source.slice(0, end);
        assertWhole(lower(cut), cut);
      }
    });
  });

  describe('resolving imports', () => {
    const files = new Set([
      'file:///p/src/a.ts',
      'file:///p/src/b/index.js',
      'file:///p/src/c.tsx',
      'file:///p/src/d.js',
      'file:///p/src/d/index.ts',
      'file:///p/src/e.mts',
      'file:///p/lib/f.cjs',
      'file:///p/src/g.config.ts',
    ]);
    const resolve = (specifier: string, from = 'file:///p/src/b/x.ts') =>
      javascript.resolveImport(specifier, from, (uri) => files.has(uri));
    const cases: Readonly<Record<string, string | undefined>> = {
      '../a': 'file:///p/src/a.ts',
      '../a.js': 'file:///p/src/a.ts',
      '../a.ts': 'file:///p/src/a.ts',
      '.': 'file:///p/src/b/index.js',
      './': 'file:///p/src/b/index.js',
      '../b': 'file:///p/src/b/index.js',
      '../c.js': 'file:///p/src/c.tsx',
      '../c.jsx': 'file:///p/src/c.tsx',
      '../d': 'file:///p/src/d.js',
      '../d/': 'file:///p/src/d/index.ts',
      '../e.mjs': 'file:///p/src/e.mts',
      '../../lib/f': 'file:///p/lib/f.cjs',
      '../g.config': 'file:///p/src/g.config.ts',
      '@/a': 'file:///p/src/a.ts',
      'src/b': 'file:///p/src/b/index.js',
      '~/c': 'file:///p/src/c.tsx',
      '../data.json': undefined,
      '../none': undefined,
      '../../../../../..': undefined,
      express: undefined,
      '@nestjs/common': undefined,
      fs: undefined,
    };
    for (const [specifier, expected] of Object.entries(cases)) {
      it(`${specifier} is ${expected ?? 'no file of the workspace'}`, () => assert.equal(resolve(specifier), expected));
    }
  });
});
