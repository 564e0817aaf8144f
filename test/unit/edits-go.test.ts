import assert from 'node:assert/strict';
import { statementAt } from '../../server/src/fixes/surface';
import edits from '../../server/src/languages/go/edits';

const STYLE = { usesRequire: false, quote: '"', semicolons: false } as const;

describe('edits of Go', () => {
  /** The text with an import added. */
  const withImport = (text: string, library: string, local?: string): string => {
    const statement = edits.importStatement(library, undefined, STYLE, local);
    const { offset, prefix, suffix } = edits.importPlace(text);
    return text.slice(0, offset) + prefix + statement + suffix + text.slice(offset);
  };

  it('a new import joins the first group of a list', () => {
    assert.equal(
      withImport('package p\n\nimport (\n\t"fmt"\n\t"os" // for files\n\n\t"a.org/b"\n)\n', 'html'),
      'package p\n\nimport (\n\t"fmt"\n\t"os" // for files\n\t"html"\n\n\t"a.org/b"\n)\n',
    );
    assert.equal(
      withImport('package p\n\nimport (\n\t"fmt"\n)\n', 'html'),
      'package p\n\nimport (\n\t"fmt"\n\t"html"\n)\n',
    );
    assert.equal(withImport('package p\nimport ()\n', 'html'), 'package p\nimport (\n\t"html"\n)\n');
  });

  it('a new import follows single ones, or the package', () => {
    assert.equal(
      withImport('package p\n\nimport "fmt"\nimport x "y"\n\nfunc f() {}\n', 'net/url'),
      'package p\n\nimport "fmt"\nimport x "y"\nimport "net/url"\n\nfunc f() {}\n',
    );
    assert.equal(
      withImport('// A comment.\npackage p // here\n\nfunc f() {}\n', 'net/url', 'url_'),
      '// A comment.\npackage p // here\n\nimport url_ "net/url"\n\nfunc f() {}\n',
    );
  });

  it('imports are found with their names and places', () => {
    const text =
      'package p\nimport "fmt"\nimport (\n\t// "not"\n\tm "a/b"\n\t. "c"\n\t_ "d"\n\t`github.com/x/go-y/v2`\n)\n';
    assert.deepEqual(
      edits
        .imports(text)
        .map(({ library, member, local, start, end }) => [library, member, local, text.slice(start, end)]),
      [
        ['fmt', undefined, 'fmt', '"fmt"'],
        ['a/b', undefined, 'm', 'm "a/b"'],
        ['c', '*', '*', '. "c"'],
        ['github.com/x/go-y/v2', undefined, 'y', '`github.com/x/go-y/v2`'],
      ],
    );
  });

  it('members are written with their package', () => {
    assert.equal(edits.localName('crypto/sha256', 'Sum256'), 'sha256.Sum256');
    assert.equal(edits.localName('github.com/golang-jwt/jwt/v5', undefined), 'jwt');
  });

  it('texts keep their escapes', () => {
    assert.equal(edits.string('a"\\\n', '"'), '"a\\"\\\\\\n"');
    const form = { kind: 'sum', quote: '`', prefix: '' } as const;
    assert.equal(edits.concat([{ literal: 'a "b"\n' }, { expression: 'x' }], form), '"a \\"b\\"\\n" + x');
  });

  it('statements end where their lines do, and literals of types are no blocks', () => {
    const text =
      'func f() {\n\tx := a\n\t*p = 1\n\thttp.SetCookie(w, &http.Cookie{\n\t\tName: "n",\n\t\tValue: v,\n\t})\n\tif x == 1 {\n\t\tuse(T{a: b})\n\t}\n\tr.GET("/", func(c *C) {\n\t\tuse(y)\n\t})\n\tfor i := range l { g(z) }\n}\n';
    const statement = (place: string): string | undefined => {
      const found = statementAt(text, edits.surface, text.indexOf(place));
      return found && text.slice(found.start, found.end);
    };
    assert.equal(statement('a\n'), 'x := a');
    assert.equal(statement('1\n'), '*p = 1');
    assert.equal(statement('v,'), 'http.SetCookie(w, &http.Cookie{\n\t\tName: "n",\n\t\tValue: v,\n\t})');
    assert.equal(statement('b})'), 'use(T{a: b})');
    assert.equal(statement('y)'), 'use(y)');
    assert.equal(statement('z)'), 'g(z)');
  });
});
