import assert from 'node:assert/strict';
import { createNodeGrammars, GRAMMAR_NAMES } from '../../server/src/edge/node/grammar-files';
import { type Grammar, type GrammarSet, sameColumns } from '../../server/src/syntax/grammar';
import { MemoryReader, type WasmMemory } from '../../server/src/syntax/memory-reader';
import { sampleOf } from '../../server/src/syntax/samples';
import { ERROR_KIND, type NodeId, type SyntaxTree } from '../../server/src/syntax/tree';

type Name = 'javascript' | 'typescript' | 'tsx' | 'python' | 'java' | 'go';

describe('syntax trees', () => {
  let set: GrammarSet;
  const grammars = {} as Record<Name, Grammar>;
  before(async () => {
    set = await createNodeGrammars();
    for (const name of GRAMMAR_NAMES) grammars[name as Name] = await set.load(name);
  });

  describe('memory reader', () => {
    for (const name of GRAMMAR_NAMES as Name[]) {
      it(`${name}: is in use, and proves itself on a sample that has what readers get wrong`, () => {
        const tree = grammars[name].parseOnce(sampleOf(name));
        assert.equal(grammars[name].reader, 'memory');
        assert.ok(tree.hasError(0));
        assert.ok(tree.errors().length > 0);
        assert.ok(tree.comments().length > 0);
        assert.ok(new Set(tree.fields).size > 10, 'fields');
        assert.ok(new Set(tree.kinds).size > 40, 'kinds');
        assert.ok(tree.size < 150, 'every start pays for it');
      });

      it(`${name}: sees what the cursor sees, in sound and in broken code`, () => {
        const grammar = grammars[name];
        const random = randomOf(7);
        for (const source of [sampleOf(name), SOURCES[name]]) {
          assertReadersAgree(grammar, source);
          for (let i = 0; i < 150; i++) assertReadersAgree(grammar, withRandomEdit(source, random).text);
        }
      });

      it(`${name}: sees what the cursor sees, in heaps of tokens`, () => {
        const random = randomOf(11);
        for (let i = 0; i < 60; i++) {
          const length = 1 + random(80);
          assertReadersAgree(grammars[name], Array.from({ length }, () => TOKENS[random(TOKENS.length)]).join(' '));
        }
      });

      it(`${name}: sees what the cursor sees in the code of other languages`, () => {
        for (const source of Object.values(SOURCES)) assertReadersAgree(grammars[name], source);
      });
    }

    it('sees an empty text', () => {
      for (const name of GRAMMAR_NAMES as Name[]) {
        for (const text of ['', ' ', '\n', '\ufeff', '\r\n\t']) {
          assertReadersAgree(grammars[name], text);
          assert.equal(grammars[name].parseOnce(text).size, 1);
        }
      }
    });

    it('still reads after the memory has grown', () => {
      const text = `x = [${'1, '.repeat(300_000)}]`;
      for (let i = 0; i < 2; i++) {
        const parsed = grammars.python.parse(text);
        assert.ok(parsed.tree.size > 600_000);
        parsed.dispose();
      }
      assertReadersAgree(grammars.python, SOURCES.python);
    });

    it('gives up on memory that is laid out in another way, instead of going in circles', () => {
      const random = randomOf(3);
      for (let i = 0; i < 50; i++) {
        const buffer = new ArrayBuffer(1 << 16);
        const words = new Uint32Array(buffer);
        for (let w = 0; w < words.length; w++) words[w] = random(i % 2 === 0 ? 1 << 16 : 0xffffffff) & ~(i % 3);
        const handle = { 0: 4 * random(words.length) } as unknown as ConstructorParameters<typeof MemoryReader>[0];
        const reader = attempt(() => new MemoryReader(handle, { buffer } as WasmMemory));
        const columns = attempt(() => reader?.read({ 0: 64 } as unknown as Parameters<MemoryReader['read']>[0]));
        assert.ok(columns === undefined || columns.kinds.length < 1 << 16);
      }
    });
  });

  describe('columns', () => {
    for (const name of GRAMMAR_NAMES as Name[]) {
      it(`${name}: rows hang together`, () => {
        const random = randomOf(5);
        assertSound(grammars[name].parseOnce(SOURCES[name]));
        for (let i = 0; i < 30; i++) assertSound(grammars[name].parseOnce(withRandomEdit(SOURCES[name], random).text));
      });

      it(`${name}: ids of kinds and fields lead to their names and back`, () => {
        const grammar = grammars[name];
        const tree = grammar.parseOnce(SOURCES[name]);
        for (let n = 0; n < tree.size; n++) {
          assert.equal(grammar.kindId(tree.kind(n), tree.isNamed(n)), tree.kinds[n], tree.kind(n));
          if (tree.fields[n] > 0) assert.equal(grammar.fieldId(grammar.fieldName(tree.fields[n])), tree.fields[n]);
        }
      });
    }

    it('are the tree as one reads it', () => {
      assert.equal(
        outline(grammars.javascript.parseOnce('f(a, "b" + 1); // c')),
        `program "f(a, \\"b\\" + 1); // c"
  expression_statement "f(a, \\"b\\" + 1);"
    expression: call_expression "f(a, \\"b\\" + 1)"
      function: identifier "f"
      arguments: arguments "(a, \\"b\\" + 1)"
        '(' "("
        identifier "a"
        ',' ","
        binary_expression "\\"b\\" + 1"
          left: string "\\"b\\""
            '"' "\\""
            string_fragment "b"
            '"' "\\""
          operator: '+' "+"
          right: number "1"
        ')' ")"
    ';' ";"
  comment "// c"`.replace('    expression: call', '    call'),
      );
    });

    it('apply aliases, and fields through hidden nodes', () => {
      const tree = grammars.javascript.parseOnce('const { a } = x; y.z;');
      assert.equal(tree.textOf(find(tree, 'shorthand_property_identifier_pattern')), 'a');
      const property = tree.childByField(find(tree, 'member_expression'), 'property');
      assert.equal(tree.kind(property), 'property_identifier');
    });

    it('count UTF-16 units', () => {
      const tree = grammars.python.parseOnce('a = "😀ö"; b = 1');
      assert.equal(tree.textOf(find(tree, 'string')), '"😀ö"');
      assert.equal(tree.textOf(tree.lasts.length - 1), '1');
    });

    it('own their memory', () => {
      const parsed = grammars.java.parse(SOURCES.java);
      const { tree } = parsed;
      const before = outline(tree);
      parsed.dispose();
      grammars.java.parseOnce(`/* ${'x'.repeat(1000)} */ class B {}`);
      assert.equal(outline(tree), before);
    });
  });

  describe('walks', () => {
    const texts = (tree: SyntaxTree, nodes: readonly NodeId[]): string[] => nodes.map((n) => tree.textOf(n));

    it('over named children leave out comments and keep errors', () => {
      const tree = grammars.javascript.parseOnce('f(a, /* c */ b @);');
      const args = find(tree, 'arguments');
      assert.deepEqual(texts(tree, tree.namedChildren(args)), ['a', 'b', '@']);
      assert.deepEqual(texts(tree, tree.children(args)), ['(', 'a', ',', '/* c */', 'b', '@', ')']);
      const walked: NodeId[] = [];
      for (let n = tree.firstNamedChild(args); n >= 0; n = tree.nextNamed(n)) walked.push(n);
      assert.deepEqual(walked, tree.namedChildren(args));
    });

    it('find children by field and kind', () => {
      const tree = grammars.python.parseOnce('if a: b\nelif c: d\nelif e: f\nelse: g\n');
      const statement = find(tree, 'if_statement');
      assert.equal(tree.textOf(tree.childByField(statement, 'condition')), 'a');
      assert.equal(
        tree.childByField(statement, grammars.python.fieldId('condition')),
        tree.childByField(statement, 'condition'),
      );
      assert.deepEqual(texts(tree, tree.childrenByField(statement, 'alternative')), [
        'elif c: d',
        'elif e: f',
        'else: g',
      ]);
      assert.equal(tree.textOf(tree.childOfKind(statement, 'else_clause')), 'else: g');
      assert.equal(tree.textOf(tree.childOfKind(statement, 'if')), 'if');
      assert.equal(tree.childByField(statement, 'no_such_field'), -1);
      assert.equal(tree.childByField(statement, -1), -1);
      assert.equal(tree.childByField(statement, 0), -1);
      assert.deepEqual(tree.childrenByField(statement, 'no_such_field'), []);
      assert.equal(tree.childOfKind(statement, 'no_such_kind'), -1);
      assert.equal(grammars.python.kindId('no_such_kind'), -1);
      assert.equal(grammars.python.kindId('ERROR'), ERROR_KIND);
    });

    it('find the node at a place', () => {
      const tree = grammars.javascript.parseOnce('foo(bar);');
      const at = (start: number, end: number): string => tree.textOf(tree.nodeAt(start, end));
      assert.equal(at(4, 7), 'bar');
      assert.equal(at(5, 6), 'bar');
      assert.equal(at(4, 4), 'bar');
      assert.equal(at(7, 7), ')');
      assert.equal(at(1, 5), 'foo(bar)');
      assert.equal(at(0, 9), 'foo(bar);');
      assert.equal(tree.nodeAt(50, 60), 0);
    });

    it('list errors, what is missing, and comments', () => {
      const tree = grammars.javascript.parseOnce('/* a */ f(1;\n// b\nx = @;\n');
      const errors = tree.errors();
      assert.ok(errors.some((error) => error.missing && error.start === error.end));
      assert.ok(errors.some((error) => !error.missing && tree.text.slice(error.start, error.end).includes('@')));
      assert.ok(errors.every((error) => error.start === tree.starts[error.node]));
      assert.deepEqual(texts(tree, tree.comments()), ['/* a */', '// b']);
      assert.deepEqual(grammars.javascript.parseOnce('f(1);').errors(), []);
      assert.deepEqual(texts(tree, [0]), [tree.text.trimEnd() === tree.text ? tree.text : tree.textOf(0)]);
    });
  });

  describe('parsing again', () => {
    for (const name of GRAMMAR_NAMES as Name[]) {
      it(`${name}: gives what parsing from scratch gives`, () => {
        const grammar = grammars[name];
        const random = randomOf(13);
        const parsed = grammar.parse(SOURCES[name]);
        let exact = 0;
        for (let i = 0; i < 300; i++) {
          // From time to time all is well again, which must leave no trace of what was broken before.
          const source = i % 3 === 2 ? SOURCES[name] : parsed.tree.text;
          const edit = withRandomEdit(source, random);
          if (i % 3 === 2) parsed.reparse(SOURCES[name]);
          if (i % 3 === 2) assertSame(parsed.tree, grammar.parseOnce(SOURCES[name]));
          if (i % 2 === 0) parsed.edit([edit.edit]);
          parsed.reparse(edit.text);
          const full = grammar.parseOnce(edit.text);
          assert.equal(parsed.tree.text, edit.text);
          assert.equal(parsed.tree.hasError(0), full.hasError(0), edit.text);
          assertSound(parsed.tree);
          if (parsed.isExact) {
            exact++;
            assertSame(parsed.tree, full);
          }
        }
        assert.ok(exact > 30, `only ${exact} were exact`);
        parsed.dispose();
      });
    }

    it('takes edits in the order in which editors send them', () => {
      const parsed = grammars.javascript.parse('let a = 1;\nlet b = 2;\n');
      parsed.edit([
        { start: 0, end: 3, text: 'const' },
        { start: 17, end: 18, text: 'two' },
      ]);
      assert.equal(parsed.tree.text, 'let a = 1;\nlet b = 2;\n');
      parsed.reparse();
      assert.equal(parsed.tree.text, 'const a = 1;\nlet two = 2;\n');
      assertSame(parsed.tree, grammars.javascript.parseOnce(parsed.tree.text));
      parsed.dispose();
    });

    it('is right about text that edits did not tell of', () => {
      const parsed = grammars.javascript.parse('let a = 1;');
      parsed.edit([{ start: 0, end: 3, text: 'const' }]);
      parsed.reparse('const abc = "😀";');
      assertSame(parsed.tree, grammars.javascript.parseOnce('const abc = "😀";'));
      parsed.reparse('const abc = "😁";');
      assertSame(parsed.tree, grammars.javascript.parseOnce('const abc = "😁";'));
      assert.equal(parsed.isExact, true);
      parsed.dispose();
    });

    it('may go through the options of parse, and works after the handle was disposed', () => {
      const parsed = grammars.javascript.parse('a');
      assert.equal(grammars.javascript.parse('a.b', { previous: parsed }), parsed);
      assert.equal(parsed.tree.text, 'a.b');
      parsed.dispose();
      assert.equal(parsed.reparse('a.b.c').tree.text, 'a.b.c');
      assertSame(parsed.tree, grammars.javascript.parseOnce('a.b.c'));
      parsed.dispose();
    });
  });

  describe('hostile files', () => {
    const DEPTH = 10_000;
    const nests: readonly (readonly [Name, string, string, string])[] = [
      ['javascript', 'x=', '(', ')'],
      ['javascript', 'x=', '[', ']'],
      ['typescript', 'x=', '{a:', '}'],
      ['tsx', 'x=', '<a>', '</a>'],
      ['javascript', '', 'if(x){', '}'],
      ['typescript', 'x=', '"a"+', ''],
      ['python', 'x=', '(', ')'],
      ['python', 'x=', 'not ', ''],
      ['java', 'class A{void f(){x=', 'f(', ')'],
      ['java', 'class A{void f()', '{', '}'],
    ];
    for (const [name, start, open, close] of nests) {
      it(`${name}: ten thousand times ${open}${close}`, () => {
        for (const end of [close.repeat(DEPTH), '']) {
          const parsed = grammars[name].parse(`${start}${open.repeat(DEPTH)}1${end}`);
          assert.equal(parsed.tree.partial, false);
          assert.ok(parsed.tree.size > DEPTH);
          assertSound(parsed.tree);
          parsed.dispose();
        }
        assertReadersAgree(grammars[name], `${start}${open.repeat(DEPTH)}1${close.repeat(DEPTH)}`);
      });
    }

    it('lines of a megabyte', () => {
      const million = 1_000_000;
      for (const [name, text] of [
        ['javascript', `x = "${'y'.repeat(million)}";`],
        ['typescript', `/*${'*'.repeat(million)}*/`],
        ['python', `x = [${'1,'.repeat(million / 2)}]`],
        ['java', `class A { String s = "${'y'.repeat(million)}"; }`],
      ] as const) {
        const tree = grammars[name].parseOnce(text);
        assert.equal(tree.hasError(0), false);
        assert.equal(tree.ends[0], text.length);
      }
    });

    it('end at the deadline, and leave the parser usable', () => {
      let time = 0;
      const now = (): number => time++;
      const text = `x = [${'f(1), '.repeat(20_000)}]`;
      const parsed = grammars.python.parse(text, { deadlineMs: 20, now });
      assert.equal(parsed.tree.partial, true);
      assert.equal(parsed.isExact, false);
      assert.equal(parsed.tree.size, 1);
      assert.equal(parsed.tree.kind(0), 'ERROR');
      assert.deepEqual(parsed.tree.errors(), [{ node: 0, start: 0, end: text.length, missing: false }]);
      assert.equal(grammars.python.parseOnce('x').partial, false);
      parsed.reparse(text);
      assert.equal(parsed.isExact, true);
      assertSame(parsed.tree, grammars.python.parseOnce(text));
      // What was parsed before helps after a deadline, too.
      parsed.reparse(text.replaceAll('f', 'g'), { deadlineMs: 20, now });
      assert.equal(parsed.tree.partial, true);
      parsed.reparse(text.replace('f', 'gg'), { deadlineMs: 1_000_000, now });
      assertSame(parsed.tree, grammars.python.parseOnce(text.replace('f', 'gg')));
      parsed.dispose();
    });
  });

  describe('sets of grammars', () => {
    it('load each grammar once', async () => {
      assert.equal(set.load('java'), set.load('java'));
      assert.equal(set.get('java'), grammars.java);
      assert.equal(set.get('cobol'), undefined);
    });

    it('share the runtime with other sets', async () => {
      const other = await createNodeGrammars();
      const grammar = await other.load('java');
      assert.equal(grammar.reader, 'memory');
      assert.notEqual(grammar, grammars.java);
      assertSame(grammar.parseOnce(SOURCES.java), grammars.java.parseOnce(SOURCES.java));
    });

    it('say which grammar there is not', async () => {
      await assert.rejects(set.load('cobol'), /cobol/);
    });
  });
});

const SOURCES: Readonly<Record<Name, string>> = {
  javascript: `#!/usr/bin/env node
import def, { a as b } from './module';
class A extends B { static #x = 1; get y() { return this.#x; } async *z({ k, ...r }, [q = 2], ...s) { await k; } }
const { p, q: [u], ...rest } = f?.(g\`t\${1 + 2}t\`, async x => x ** 2, /re+/gi)?.[0] ?? {};
label: for (const i of [1, , 3]) { if (i) continue label; else if (!i) break; else { throw new Error("e\\n"); } }
app.get('/u/:id', async (req, res, next) => {
  try { const rows = await db.query("SELECT * FROM u WHERE id = " + req.params.id); res.json(rows); }
  catch (error) { next(error) } finally { done() }
})
export default { short, method() {}, get v() { return 1 }, ['c' + 1]: /* inner */ null };
const el = <a.b href="x" {...p}>text {v} <br/></a.b>;
`,
  typescript: `import type { T } from "m";
abstract class A<T extends object = {}> implements I, J {
  constructor(private readonly x?: number) { super(); }
  @dec() m<T>(this: A, a: T): asserts a is string { return a as unknown as T; }
}
type M = { readonly [K in keyof T]?: T[K] extends (infer U)[] ? U : never } | \`a\${string}\`;
enum E { A = 1, B } declare module "x" { export function f(a: number): void; }
const v = <const>[1, 2]!, w = a satisfies B; for (let i = 0; i < 3; i++) { f?.(...v) }
namespace N.M { interface I extends J { (x: number): string; new (): I; [k: string]: any } }
@Controller('users') export class C { @Get(':id') get(@Param('id') id: string): Promise<User> { return this.s.find({ id }); } }
`,
  tsx: `import type { T } from "m";
const C: FC<P> = ({ a, ...r }: P) => <div className={a} {...r}>text {f<number>(a!)} <br/> {/* c */}</div>;
class A<T> { @dec() private readonly x?: T = 1 as any; }
enum E { A = 1 } for (const [k, v] of Object.entries(o ?? {})) { if (k) continue; else return; }
export default function App() { return <><Link to={\`/\${id}\`} dangerouslySetInnerHTML={{ __html: h }} /></> }
`,
  python: `#!/usr/bin/env python
"""Doc 😀"""
from .a import b as c, d
import os.path as p, sys
@deco(1)
async def f(a, /, b: int = 1, *args, k=2, **kw) -> dict[str, int]:
    async with open(f"a{b!r:>{w}}c" "d") as g, h:
        return [x async for x in y if not x if x is not z]
    if a == 1 < b and not c or d: pass
    elif (n := 3): raise E from e
    else: del x, y; print(*args, **kw, sep="")
class K(B, metaclass=M):
    x: int = lambda *a: (yield a)
match v:
    case {"k": [1, *_], **r} | K(x=1) as q if q: pass
try: pass
except (A, B) as e: pass
finally: x, y = y, \\
    x
cursor.execute("SELECT * FROM u WHERE id = '%s'" % request.args.get("id"))
`,
  java: `package a.b;
import static java.util.List.*;
/** A comment. */
@Ann(value = "x", n = {1, 2}) public abstract class A<T extends B & C> extends D<T> implements E {
  private final int x = 1, y[] = {1}; static { f(); } A(int... a) throws F { this(); }
  @Override <R> R m(final @P("ü😀") List<? super T> p) {
    for (var i : p) { if (i instanceof String s && s != null) continue; else break; }
    return (R) switch (x) { case 1, 2 -> "a" + 1L; default -> { yield null; } };
  }
  Runnable r = () -> { try (var q = open(); z) { q.a.b(A::new)[0]++; } catch (G | H e) { throw e; } finally { } };
  String t = """
    text \\n""";
}
record R(int a) { R { } } enum E { X(1) { }, Y; } interface I { int f(); } @interface N { int v() default 1; }
`,
  go: `package p
import ( m "a/b"; . "c"; _ "d" )
const ( A = iota; B; )
type ( S[T any] struct { *m.E; x, y []T \`json:"ü😀"\` }; I interface { ~int | string; F(a int, b ...string) (n int, err error) } )
func (s *S[T]) Get(w http.ResponseWriter, r *http.Request) (out map[string]chan<- int, err error) {
  rows, err := s.db.Query("SELECT * FROM u WHERE id = " + r.URL.Query().Get("id"))
  if v, ok := x.(*T); err != nil || !ok { return nil, fmt.Errorf("%w\\n", err) } else if a[1:] != nil { goto end }
  for i, v := range rows { go func() { c <- v; <-d }() }
  for i := 0; i < 3; i++ { continue }
  switch y := v.(type) { case int, nil: fallthrough; default: break }
  select { case e := <-c: use(e...); case d <- 1: }
  defer f(S[int]{x: 1, y: []int{0x1F, 'a', 2i, 1.5}}, [...]T{{1}, {2}})
end: *p, q[i] = &q, ^1 &^ 2
}
`,
};

const TOKENS: readonly string[] = [
  ...['{', '}', '(', ')', '[', ']', '<', '>', '</', '"', "'", '`', '${', '/*', '*/', '//', '#', '\n', '\n\n', '    '],
  ...['x', 'foo', '=', '=>', '->', '+', ',', ';', ':', '.', '?.', '@', '😀', '1', '"s"', 'return', 'class A', 'if'],
  ...[
    'else',
    'for',
    'def f',
    'function',
    'import',
    'from',
    'async',
    'await',
    'try',
    'catch',
    'except',
    'lambda',
    'new',
  ],
];

/** Numbers below a limit, the same ones in every run. */
function randomOf(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x100000000) * limit);
  };
}

function withRandomEdit(source: string, random: (limit: number) => number) {
  const start = random(source.length + 1);
  const end = Math.min(source.length, start + (random(2) === 0 ? 0 : random(8)));
  const text = random(3) === 0 ? '' : TOKENS[random(TOKENS.length)];
  return { edit: { start, end, text }, text: source.slice(0, start) + text + source.slice(end) };
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function assertReadersAgree(grammar: Grammar, text: string): void {
  const tree = grammar.parseTree(text, undefined, {});
  assert.ok(tree);
  const memory = grammar.toSyntax(tree, text, 'memory');
  const cursor = grammar.toSyntax(tree, text, 'cursor');
  tree.delete();
  if (!sameColumns(memory, cursor)) assert.equal(outline(memory), outline(cursor), text);
  assert.ok(sameColumns(memory, cursor), text);
}

function assertSame(actual: SyntaxTree, expected: SyntaxTree): void {
  if (!sameColumns(actual, expected)) assert.equal(outline(actual), outline(expected));
  assert.ok(sameColumns(actual, expected));
}

/** What both readers derive in the same way, and so cannot be found by comparing them. */
function assertSound(tree: SyntaxTree): void {
  const lastChild = new Int32Array(tree.size).fill(-1);
  for (let n = 0; n < tree.size; n++) {
    const parent = tree.parent(n);
    if (n === 0) {
      assert.equal(parent, -1);
    } else {
      assert.ok(parent >= 0 && parent < n && n < tree.lasts[parent]);
      assert.ok(tree.starts[n] >= tree.starts[parent] && tree.ends[n] <= tree.ends[parent]);
      const before = lastChild[parent];
      assert.equal(n, before < 0 ? tree.firstChild(parent) : tree.next(before));
      if (before >= 0) assert.ok(tree.starts[n] >= tree.ends[before] && tree.lasts[before] === n);
      lastChild[parent] = n;
    }
    assert.ok(tree.starts[n] <= tree.ends[n]);
  }
  for (let n = 0; n < tree.size; n++) {
    const last = lastChild[n];
    if (last < 0) {
      assert.equal(tree.firstChild(n), -1);
      assert.equal(tree.lasts[n], n + 1);
    } else {
      assert.equal(tree.next(last), -1);
      assert.equal(tree.lasts[n], tree.lasts[last]);
    }
  }
}

function find(tree: SyntaxTree, kind: string): NodeId {
  for (let n = 0; n < tree.size; n++) if (tree.kind(n) === kind) return n;
  throw new Error(`There is no ${kind}.`);
}

function outline(tree: SyntaxTree): string {
  const depths = new Int32Array(tree.size);
  const lines: string[] = [];
  for (let n = 0; n < tree.size; n++) {
    if (n > 0) depths[n] = depths[tree.parent(n)] + 1;
    const field = tree.fields[n] > 0 ? `${tree.grammar.fieldName(tree.fields[n])}: ` : '';
    const kind = tree.isNamed(n) ? tree.kind(n) : `'${tree.kind(n)}'`;
    const flags = tree.isMissing(n) ? ' missing' : '';
    lines.push(`${'  '.repeat(depths[n])}${field}${kind}${flags} ${JSON.stringify(tree.textOf(n))}`);
  }
  return lines.join('\n');
}
