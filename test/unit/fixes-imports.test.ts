import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/base/finding';
import { applyEdits } from '../../server/src/fixes/apply';
import { createFixContext } from '../../server/src/fixes/context';
import type { Fix } from '../../server/src/fixes/fix';
import { proposalOf } from '../../server/src/fixes/propose';
import type { ModuleIR } from '../../server/src/ir/ir';
import go from '../../server/src/languages/go/edits';
import python from '../../server/src/languages/python/edits';

/** A fix that writes one text in place of another, and the text after it. */
function replaced(language: typeof go, text: string, from: string, to: string): string | undefined {
  const start = text.indexOf(from);
  const fix: Fix = {
    id: 'replace',
    propose: () => ({
      title: '',
      kind: 'safe',
      edits: [{ uri: 'file:///x', start, end: start + from.length, text: to }],
    }),
  };
  const context = createFixContext({ uri: 'file:///x' } as Finding, {} as ModuleIR, text, language);
  const proposal = proposalOf(fix, context);
  return proposal && applyEdits(text, proposal.edits);
}

describe('imports that a fix leaves without use', () => {
  it('go with the line that they have', () => {
    assert.equal(
      replaced(
        go,
        'package p\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nvar a = fmt.Sprint(os.Args)\n',
        'fmt.Sprint(os.Args)',
        'os.Args',
      ),
      'package p\n\nimport (\n\t"os"\n)\n\nvar a = os.Args\n',
    );
    assert.equal(
      replaced(
        go,
        'package p\r\n\r\nimport "fmt"\r\nimport "os"\r\n\r\nvar a = fmt.Sprint(os.Args)\r\n',
        'fmt.Sprint(os.Args)',
        'os.Args',
      ),
      'package p\r\n\r\nimport "os"\r\n\r\nvar a = os.Args\r\n',
    );
  });

  it('stay where they are used elsewhere, were not used before, or have a name for nothing', () => {
    for (const text of [
      'package p\n\nimport "fmt"\n\nvar a = fmt.Sprint(b)\nvar c = fmt.Sprint(d)\n',
      'package p\n\nimport _ "fmt"\n\nvar a = fmt.Sprint(b)\n',
      'package p\n\nimport "os"\n\nvar a = fmt.Sprint(b)\n',
    ])
      assert.equal(replaced(go, text, 'fmt.Sprint(b)', 'b'), text.replace('fmt.Sprint(b)', 'b'));
  });

  it('are not found in comments and texts', () => {
    assert.equal(
      replaced(
        go,
        'package p\n\nimport "fmt"\n\n// fmt is good\nvar a = fmt.Sprint("fmt")\n',
        'fmt.Sprint("fmt")',
        '"fmt"',
      ),
      'package p\n\n\n// fmt is good\nvar a = "fmt"\n',
    );
  });

  it('stay in a language that does not mind', () => {
    assert.equal(replaced(python, 'import os\n\na = os.name\n', 'os.name', '1'), 'import os\n\na = 1\n');
  });
});
