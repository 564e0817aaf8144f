import assert from 'node:assert/strict';
import { createNodeGrammars } from '../../server/src/edge/node/grammar-files';
import { type ModuleIR, Op } from '../../server/src/ir/ir';
import python from '../../server/src/languages/python';
import { EXPRESSIONS, STATEMENTS } from '../../server/src/languages/python/lower';
import type { Grammar } from '../../server/src/syntax/grammar';
import { showModule } from './show';
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

const NODE_TYPES = 'tree-sitter-python/src/node-types.json';
const FIXTURES = readFixtures(new URL('./fixtures/python.txt', import.meta.url));

describe('lowering Python', () => {
  let grammar: Grammar;
  const lower = (source: string): ModuleIR => python.lower(grammar.parseOnce(source), 'file:///x.py');

  before(async () => {
    grammar = await (await createNodeGrammars()).load('python');
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
        for (let n = 0; n < tree.size; n++) seen.add(tree.kind(n));
        assert.deepEqual(lower(fixture.source).opaque, {}, fixture.title);
      }
      const groups = ['_compound_statement', '_simple_statement', 'expression', 'primary_expression', 'pattern'];
      assertHandled(membersOf(nodeTypes(NODE_TYPES), groups), seen, EXPRESSIONS, STATEMENTS);
    });

    it('has no handler for a kind that the grammar does not have', () => {
      assertKnown(nodeTypes(NODE_TYPES), EXPRESSIONS, STATEMENTS);
    });
  });

  describe('spans', () => {
    it('of a call, its callee and its arguments are exact', () => {
      const source = 'async def f():\n    await db.query("a" + b, [c], k=d)\n';
      const fn = lower(source).functions[1];
      assert.deepEqual(spansOf(fn, source, Op.Call), ['db.query("a" + b, [c], k=d)']);
      assert.deepEqual(spansOf(fn, source, Op.Field), ['db.query']);
      assert.deepEqual(spansOf(fn, source, Op.Concat), ['"a" + b']);
      assert.deepEqual(spansOf(fn, source, Op.Array), ['[c]']);
      assert.deepEqual(spansOf(fn, source, Op.Const), ['"a"']);
    });

    it('of f-string parts are those of the text and of the expressions', () => {
      const source = 'f(f"SELECT { a.b } FROM\\n{c!r:>{d}}")';
      const fn = lower(source).functions[0];
      assert.deepEqual(spansOf(fn, source, Op.Const), ['SELECT ', ' FROM\\n']);
      assert.deepEqual(spansOf(fn, source, Op.Field), ['a.b']);
      assert.deepEqual(spansOf(fn, source, Op.Call), ['c', source]);
    });

    it('of format pieces are inside the literal, escapes and several strings included', () => {
      const source = `f("id=%s\\n;%d" 'x%%' % (a, b), "a{}b\\t{x}c".format(c, x=d))`;
      const fn = lower(source).functions[0];
      assert.deepEqual(spansOf(fn, source, Op.Const), ['id=', '\\n;', 'x%%', 'a', 'b\\t', 'c']);
      assert.deepEqual(spansOf(fn, source, Op.Concat), [
        `"id=%s\\n;%d" 'x%%' % (a, b)`,
        '"a{}b\\t{x}c".format(c, x=d)',
      ]);
    });

    it('are UTF-16 offsets', () => {
      const source = "s = '😀ä'\nf(f'😀{s}', 'x')\n";
      const fn = lower(source).functions[0];
      assert.deepEqual(spansOf(fn, source, Op.Const), ["'😀ä'", '😀', "'x'"]);
    });

    it('of a name are those of each place that reads it', () => {
      const source = 'a = f()\nclass C:\n    b = a\n    g(b)\nh(a)\n';
      assert.deepEqual(spansOf(lower(source).functions[0], source, Op.Copy), ['a', 'b', 'a']);
    });

    it('of functions and their names cover the definition without its decorators', () => {
      const source = '@a\ndef f(): pass\nclass C:\n    async def m(self): pass\n';
      const functions = lower(source).functions.slice(1);
      assert.deepEqual(
        functions.map((fn) => [source.slice(fn.start, fn.end), source.slice(fn.nameStart, fn.nameEnd)]),
        [
          ['def f(): pass', 'f'],
          ['async def m(self): pass', 'm'],
        ],
      );
    });
  });

  describe('what the module knows', () => {
    it('lists comments, errors and imports with their places', () => {
      const source = '# one\nimport a.b as c, d # two\nfrom .e import f\nf(a b)\n';
      const module = lower(source);
      assert.deepEqual(textsOf(source, module.comments), ['# one', '# two']);
      assert.deepEqual(textsOf(source, module.imports), ['a.b as c', 'd', 'f', 'f']);
      assert.deepEqual(textsOf(source, module.errors), ['b']);
    });

    it('records what the source calls a value', () => {
      const module = lower('password = f()\ntoken, (a.b, key) = g\nclass A:\n    secret = 1\n');
      assert.deepEqual(boundNames(module, module.functions[0]), ['password', 'token', 'key', 'A', 'secret']);
    });
  });

  describe('resilience', () => {
    /** Lowering must grow with the text and no faster. Far above what it takes, and far below what a square would. */
    const longestMs = 1500;
    const lowerSoon = (source: string): ModuleIR => {
      const tree = grammar.parseOnce(source);
      return inTime(longestMs, () => python.lower(tree, 'file:///x.py'));
    };
    const deep = 10_000;
    const nests: Readonly<Record<string, readonly [string, string, string]>> = {
      lists: ['[', 'a', ']'],
      'dicts of dicts': ['{"a": ', 'b', '}'],
      'calls in arguments': ['f(', 'a', ')'],
      subscripts: ['a[', 'b', ']'],
      negations: ['not ', 'a', ''],
      signs: ['- ', 'a', ''],
      awaits: ['await ', 'a', ''],
      conditionals: ['a if b else ', 'c', ''],
      lambdas: ['lambda x: ', 'x', ''],
      assignments: ['a[b := ', 'c', ']'],
      targets: ['(', 'a,', ') = b'],
      comprehensions: ['[x for x in ', 'a', ']'],
      powers: ['a ** ', 'b', ''],
    };
    for (const [name, [before, inner, after]] of Object.entries(nests)) {
      it(`${deep} nested ${name}`, () => {
        const source =
          before.repeat(deep) + inner + (name === 'targets' ? `${'),'.repeat(deep)} = b` : after.repeat(deep));
        assertCutOff(lowerSoon(source), source);
      });
    }

    /** Each level is indented by one blank more, so these are as deep as a text of some megabytes allows. */
    const blocks: Readonly<Record<string, string>> = {
      ifs: 'if a:',
      whiles: 'while a:',
      fors: 'for a in b:',
      functions: 'def f(a):',
      classes: 'class A:',
      withs: 'with a as b:',
      matches: 'match a:\n case b:',
    };
    for (const [name, head] of Object.entries(blocks)) {
      it(`1,000 nested ${name}`, () => {
        const lines: string[] = [];
        for (let i = 0; i < 1000; i++) {
          for (const line of head.split('\n')) lines.push(`${' '.repeat(lines.length)}${line.trimStart()}`);
        }
        lines.push(`${' '.repeat(lines.length)}c(a)`);
        const source = lines.join('\n');
        const module = lowerSoon(source);
        assertSound(module, source);
        assert.match(module.partial ?? '', /nested more than/);
      });
    }

    const rows: Readonly<Record<string, string>> = {
      parentheses: `x = ${'('.repeat(deep)}a${')'.repeat(deep)}`,
      sum: `x = "a"${' + b'.repeat(100_000)}`,
      'sum of names': `x = a${' + b'.repeat(100_000)}`,
      remainders: `x = a${' % b'.repeat(100_000)}`,
      members: `x = a${'.b'.repeat(100_000)}`,
      'method chain': `x = a${'.b()'.repeat(50_000)}`,
      elif: `if a: x = 1\n${'elif a: x = 1\n'.repeat(deep)}else: x = 2\n`,
      'logical operators': `if a${' and b'.repeat(20_000)}: c(d${' or e'.repeat(20_000)})`,
      comparisons: `x = a${' < b'.repeat(50_000)}`,
      'targets of an assignment': `${'a = '.repeat(2000)}b`,
      'cases of a match': `match a:\n${Array.from({ length: 5000 }, (_, i) => `    case ${i}: f(${i})`).join('\n')}\n`,
      'alternatives of a case': `match a:\n    case ${'1 | '.repeat(20_000)}2: f()\n`,
      'strings one after another': `x = ${'"a" '.repeat(50_000)}`,
      'placeholders of a format': `x = "${'%s '.repeat(20_000)}" % a`,
      'placeholders and escapes of a format': `x = "${'%s\\n'.repeat(20_000)}" % a`,
      'fields of a format': `x = "${'{} '.repeat(5000)}".format(*a)`,
      'parts of an f-string': `x = f"${'{a} '.repeat(50_000)}"`,
      'a line of a megabyte': `x = [${'{ "a": b }, '.repeat(100_000)}]`,
      decorators: `${'@a\n'.repeat(20_000)}def f(): pass`,
      'type arguments': `def f(a: ${'T['.repeat(5000)}int${']'.repeat(5000)}): pass`,
    };
    for (const [name, source] of Object.entries(rows)) {
      it(`a long row: ${name}`, () => {
        assertNotNested(lowerSoon(source), source);
      });
    }

    it('type aliases do not multiply', () => {
      const wide = Array.from({ length: 40 }, (_, i) => `T${i} = Union[${`T${i + 1},`.repeat(50)}]`).join('\n');
      const module = lowerSoon(`${wide}\ndef f(a: T0): pass`);
      assert.ok(module.functions[1].params[0].type.length < 5000);
    });

    it('junk is lowered without a word about it being analysed in part', () => {
      const junks = [
        '',
        '\0',
        '} ) ] => ?? .. @ # `',
        '"',
        "'''",
        'class',
        'def',
        'def f(',
        'a.',
        '...',
        '😀',
        'f"{',
        '@',
        ':\n',
        ' \t',
        'from',
        'import (',
        'match x:',
        'lambda',
        '\\',
        '=',
        '%s" %',
        '\r',
      ];
      for (const junk of junks) {
        for (const source of [junk.repeat(50), `${junk}\n`.repeat(50), `def f(a):\n    ${junk}\n    return a\n`]) {
          assertWhole(lower(source), source, junk);
        }
      }
    });

    it('cutting a file anywhere, or a piece out of it, keeps it analysed', () => {
      const source = `
from flask import Flask, request
import os.path
app = Flask(__name__)
class A(B):
    x: int = 1
    def m(self, *a, k: str = "d", **kw) -> int:
        with open(f"{self.x!r:>{k}}") as f, g: return [y for y, z in f if y]
@app.route("/a", methods=["GET"])
def view(id):
    try:
        for row in db.execute("select %s" % id): yield row
    except (E, F) as e: raise X from e
    finally: del app[id:2]
    match id:
        case {"a": [b, *c]} if b: return lambda q=1: "{}".format(b)
    return -1 if not id else (n := os.path.join(id, *[1]))
`;
      let seed = 1;
      const random = (below: number): number => {
        seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
        return (seed >>> 8) % below;
      };
      const texts = Array.from({ length: source.length + 1 }, (_, end) => source.slice(0, end));
      for (let i = 0; i < 300; i++) {
        const from = random(source.length);
        texts.push(source.slice(0, from) + source.slice(from + 1 + random(20)));
        texts.push(source.slice(0, from) + '([{"\':\n #@'[random(9)] + source.slice(from));
      }
      for (const text of texts) {
        assertWhole(lower(text), text);
      }
    });

    it('an error costs its own statement only', () => {
      const source = 'def f(a):\n    x = 1 +\n    use(a)\n    y = = 2\n    return a\n\ndef g(b):\n    return b\n';
      const module = lower(source);
      const names = module.functions.map((fn) => fn.name);
      assert.deepEqual(names, ['<module>', 'f', 'g']);
      assert.match(showModule(module), /use\(a\)/);
    });
  });

  describe('resolving imports', () => {
    const files = new Set([
      'file:///p/app/__init__.py',
      'file:///p/app/models.py',
      'file:///p/app/views/__init__.py',
      'file:///p/app/views/users.py',
      'file:///p/app/flask.py',
      'file:///p/config.py',
      'file:///p/src/core/db.py',
      'file:///p/tool.pyw',
    ]);
    const resolve = (specifier: string, from = 'file:///p/app/views/users.py') =>
      python.resolveImport(specifier, from, (uri) => files.has(uri));
    const cases: Readonly<Record<string, string | undefined>> = {
      '.': 'file:///p/app/views/__init__.py',
      '..': 'file:///p/app/__init__.py',
      '..models': 'file:///p/app/models.py',
      '..views.users': 'file:///p/app/views/users.py',
      '.users': 'file:///p/app/views/users.py',
      '...config': 'file:///p/config.py',
      app: 'file:///p/app/__init__.py',
      'app.models': 'file:///p/app/models.py',
      'app.views': 'file:///p/app/views/__init__.py',
      config: 'file:///p/config.py',
      'core.db': 'file:///p/src/core/db.py',
      tool: 'file:///p/tool.pyw',
      'app.none': undefined,
      'app.models.User': undefined,
      '.....': undefined,
      '......x': undefined,
      os: undefined,
      '': undefined,
    };
    for (const [specifier, expected] of Object.entries(cases)) {
      it(`${specifier} is ${expected ?? 'no file of the workspace'}`, () => assert.equal(resolve(specifier), expected));
    }

    it('a file does not import itself by a library of its name', () => {
      assert.equal(resolve('flask', 'file:///p/app/flask.py'), undefined);
    });
  });
});
