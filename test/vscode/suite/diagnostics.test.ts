import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extensionId, findingAt, findings, open, rangeOf, replace, revertAll, uriOf } from './support';

describe('diagnostics', () => {
  afterEach(revertAll);

  it('starts with the first backend file', () => {
    assert.ok(vscode.extensions.getExtension(extensionId)?.isActive);
  });

  const shown = [
    {
      file: 'routes/products.ts',
      rule: 'sql-injection',
      text: '`SELECT id, name, price FROM products WHERE id = ${id}`',
    },
    {
      file: 'db.js',
      rule: 'sql-injection',
      text: `"SELECT id, name, price FROM products WHERE name ILIKE '%" + name + "%'"`,
    },
    { file: 'routes/tools.ts', rule: 'command-injection', text: '`convert ${picture} -resize ${width} thumbnail.png`' },
    {
      file: 'python/store.py',
      rule: 'sql-injection',
      text: `f"SELECT number, total FROM orders WHERE customer = '{customer}'"`,
    },
    {
      file: 'java/src/main/java/shop/InvoiceController.java',
      rule: 'sql-injection',
      text: 'sql',
      in: 'queryForList(sql)',
    },
  ];

  for (const { file, rule, text, in: context = text } of shown) {
    it(`shows ${rule} in ${file} at its exact range within a second`, async () => {
      const document = await open(file);
      const around = rangeOf(document, context);
      const start = document.positionAt(document.offsetAt(around.start) + context.indexOf(text));
      const range = new vscode.Range(start, document.positionAt(document.offsetAt(start) + text.length));
      await findingAt(document.uri, rule, range, 1000);
    });
  }

  it('tells the way of a value across files as related information', async () => {
    const document = await open('db.js');
    const diagnostic = await eventually('a finding in db.js', () => findings(document.uri, 'sql-injection')[0]);
    const related = diagnostic.relatedInformation ?? [];
    assert.ok(
      related.some(({ location }) => location.uri.path === uriOf('routes/products.ts').path),
      `the flow starts in routes/products.ts, shown: ${related.map(({ location }) => location.uri.path).join(', ')}`,
    );
  });

  it('leaves safe twins alone', async () => {
    const document = await open('db.js');
    await eventually('a finding in db.js', () => findings(document.uri).length > 0);
    for (const safe of ["'SELECT id, name, price FROM products WHERE category = $1'", 'ORDER BY sold DESC LIMIT']) {
      const range = rangeOf(document, safe);
      const seen = findings(document.uri).filter((diagnostic) => diagnostic.range.intersection(range));
      assert.deepEqual(
        seen.map((diagnostic) => diagnostic.message),
        [],
        safe,
      );
    }
  });

  it('links the rule to its page', async () => {
    const document = await open('routes/tools.ts');
    const [diagnostic] = await eventually('findings', () => nonEmpty(findings(document.uri, 'command-injection')));
    assert.ok(typeof diagnostic.code === 'object', 'the code carries a link');
    assert.equal(diagnostic.code.value, 'command-injection');
  });

  it('marks a vulnerable line as soon as it is typed, and no longer than it is there', async () => {
    const document = await open('routes/files.ts');
    const typed =
      "router.get('/raw', (req: Request, res: Response) => res.send(fs.readFileSync(String(req.query.name))));\n";
    const end = rangeOf(document, 'export = router;').start;
    await replace(document, new vscode.Range(end, end), typed);
    const inserted = new vscode.Range(end, end.translate(1));
    const here = () => findings(document.uri, 'path-traversal').some(({ range }) => inserted.contains(range));
    await eventually('path-traversal on the typed line', here, 1000);
    await replace(document, inserted, '');
    await eventually('the finding is gone', () => !here(), 1000);
  });

  it('analyses an unsaved document', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'python',
      content:
        'import hashlib\n\n\ndef password_digest(password):\n    return hashlib.md5(password.encode()).hexdigest()\n',
    });
    await vscode.window.showTextDocument(document);
    await eventually('password-weak-hash', () => findings(document.uri, 'password-weak-hash').length > 0);
  });
});

function nonEmpty<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list;
}
