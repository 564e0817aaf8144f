import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, findings, open, quickFixes, revertAll } from './support';

describe('quick fixes', () => {
  afterEach(revertAll);

  const cases = [
    {
      name: 'binds parameters in TypeScript',
      file: 'routes/products.ts',
      rule: 'sql-injection',
      after: 'await pool.query(`SELECT id, name, price FROM products WHERE id = $1`, [id]);',
    },
    {
      name: 'binds parameters in Python',
      file: 'python/store.py',
      rule: 'sql-injection',
      after: 'cursor.execute("SELECT number, total FROM orders WHERE customer = ?", (customer,))',
    },
    {
      name: 'turns certificate checks back on',
      file: 'routes/partners.ts',
      rule: 'tls-verify-disabled',
      after: 'const lenient = new https.Agent({ rejectUnauthorized: true });',
    },
  ];

  for (const { name, file, rule, after } of cases) {
    it(`${name}, and the finding is gone`, async () => {
      const document = await open(file);
      const diagnostic = await eventually(`${rule} in ${file}`, () => findings(document.uri, rule)[0]);
      const [fix] = await quickFixes(document.uri, diagnostic);
      assert.ok(fix?.edit, 'the first quick fix has an edit');
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      assert.ok(document.getText().includes(after), `expected the line\n  ${after}\nin\n${document.getText()}`);
      await eventually('the finding is gone', () => findings(document.uri, rule).length === 0);
    });
  }

  it('offers to suppress a finding once, with a reason that is asked for', async () => {
    const document = await open('routes/tools.ts');
    const rule = 'code-injection';
    const diagnostic = await eventually(rule, () => findings(document.uri, rule)[0]);
    const offered = (await quickFixes(document.uri, diagnostic)).filter(({ title }) => /suppress/i.test(title));
    assert.deepEqual(
      offered.map(({ title, command }) => [title, command?.command]),
      [['Suppress code-injection with a reason…', 'backendSecurity.suppress']],
    );
    assert.deepEqual(offered[0].command?.arguments?.[0]?.ruleId, rule);
  });
});
