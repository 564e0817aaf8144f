import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createNodeGrammars } from '../../server/src/edge/node/grammar-files';
import { type FunctionIR, type ModuleIR, Op } from '../../server/src/ir/ir';
import { verify } from '../../server/src/ir/verify';
import javascript from '../../server/src/languages/javascript';
import { EXPRESSIONS, STATEMENTS } from '../../server/src/languages/javascript/lower';
import type { Grammar } from '../../server/src/syntax/grammar';
import { showModule } from './show';

type Dialect = 'javascript' | 'typescript' | 'tsx';

const nodeRequire = createRequire(import.meta.url);
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

interface Fixture {
  readonly dialect: Dialect;
  readonly title: string;
  readonly source: string;
  readonly expected: string;
}

/** `### dialect | title`, the source, `---`, and what it is lowered to. */
function fixtures(): Fixture[] {
  const text = readFileSync(new URL('./fixtures/javascript.txt', import.meta.url), 'utf8');
  return text
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [heading, ...rest] = part.split('\n');
      const [dialect, title] = heading.split(' | ');
      const [source, expected] = rest.join('\n').split('\n---\n');
      return { dialect: dialect as Dialect, title, source, expected: expected.trimEnd() };
    });
}

describe('lowering JavaScript and TypeScript', () => {
  const grammars = {} as Record<Dialect, Grammar>;
  const lower = (source: string, dialect: Dialect = 'javascript'): ModuleIR =>
    javascript.lower(grammars[dialect].parseOnce(source), `file:///x.${dialect}`);

  before(async () => {
    const set = await createNodeGrammars();
    for (const dialect of DIALECTS) grammars[dialect] = await set.load(dialect);
  });

  describe('fixtures', () => {
    for (const fixture of fixtures()) {
      it(`${fixture.title} (${fixture.dialect})`, () => {
        const module = lower(fixture.source, fixture.dialect);
        assert.equal(showModule(module), fixture.expected);
        assertSound(module, fixture.source);
      });
    }
  });

  describe('kinds of nodes', () => {
    for (const dialect of DIALECTS) {
      it(`${dialect}: each statement and expression has a handler, and a fixture that is not opaque`, () => {
        const named = statementsAndExpressions(dialect);
        const seen = new Set<string>();
        for (const fixture of fixtures()) {
          if (fixture.title.startsWith('broken')) continue;
          const tree = grammars[fixture.dialect].parseOnce(fixture.source);
          for (let n = 0; n < tree.size; n++) seen.add(tree.kind(n));
        }
        for (const kind of named) {
          if (PART_OF_OTHERS[kind]) continue;
          assert.ok(EXPRESSIONS[kind] ?? STATEMENTS[kind], `${kind} has no handler`);
          assert.ok(seen.has(kind), `${kind} is in no fixture`);
        }
      });
    }

    it('has no handler for a kind that no dialect has', () => {
      const known = new Set(DIALECTS.flatMap((dialect) => nodeTypes(dialect).map((type) => type.type)));
      for (const kind of [...Object.keys(EXPRESSIONS), ...Object.keys(STATEMENTS)]) assert.ok(known.has(kind), kind);
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
      const texts = (list: readonly { start: number; end: number }[]) => list.map((s) => source.slice(s.start, s.end));
      assert.deepEqual(texts(module.comments), ['// one', '/* two */']);
      assert.deepEqual(texts(module.imports), ["'a'"]);
      assert.deepEqual(texts(module.errors), ['b']);
    });

    it('records what the source calls a value', () => {
      const source = 'const password = f(); let { token: t } = g;';
      const fn = lower(source).functions[0];
      const module = lower(source);
      const names = Array.from({ length: fn.bindings.length / 3 }, (_, i) => module.strings[fn.bindings[3 * i + 1]]);
      assert.deepEqual(names, ['password', 't']);
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
        const module = lowerSoon(source);
        assert.match(module.partial ?? '', /nested more than/);
        assert.ok((module.opaque.nesting ?? 0) > 0);
        assertSound(module, source);
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
        const module = lowerSoon(source);
        assert.equal(module.partial, undefined);
        assert.equal(module.opaque.nesting, undefined);
        assertSound(module, source);
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
          const module = lower(source, dialect);
          assert.equal(module.partial, undefined);
          assertSound(module, source);
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
        const module = lower(cut);
        assert.equal(module.partial, undefined);
        assertSound(module, cut);
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

  function statementsAndExpressions(dialect: Dialect): Set<string> {
    const types = nodeTypes(dialect);
    const members = (name: string): string[] =>
      (types.find((type) => type.type === name)?.subtypes ?? []).flatMap((sub) => {
        const inner = members(sub.type);
        return sub.named ? (inner.length > 0 ? inner : [sub.type]) : [];
      });
    return new Set(['statement', 'declaration', 'expression', 'primary_expression', 'pattern'].flatMap(members));
  }
});

interface NodeType {
  readonly type: string;
  readonly subtypes?: readonly { readonly type: string; readonly named: boolean }[];
}

function nodeTypes(dialect: Dialect): NodeType[] {
  return nodeRequire(NODE_TYPES[dialect]) as NodeType[];
}

function spansOf(fn: FunctionIR, source: string, op: Op): string[] {
  const spans: string[] = [];
  for (let i = 0; i < fn.size; i++) {
    if (fn.ops[i] === op) spans.push(source.slice(fn.start + fn.starts[i], fn.start + fn.ends[i]));
  }
  return spans;
}

function assertSound(module: ModuleIR, source: string): void {
  assert.equal(module.length, source.length);
  assert.deepEqual(verify(module), []);
}
