import assert from 'node:assert/strict';
import { workbench } from './hooks.mjs';

describe('in the workbench', () => {
  it('draws a squiggle in a file that was opened', async () => {
    await workbench.open('routes/products.ts');
    await workbench.waitForSquiggle(15_000);
    await workbench.picture('squiggle');
  });

  it('tells in a hover why, the flow and the weakness', async () => {
    const text = await workbench.hoverSquiggle();
    await workbench.picture('hover');
    assert.match(text, /CWE-89/);
    assert.match(text, /req\.params/);
    await workbench.press('Escape');
  });

  it('offers the fix in the lamp menu and applies it', async () => {
    await workbench.clickSquiggle();
    const titles = await workbench.lampMenu();
    await workbench.picture('lamp');
    assert.ok(
      titles.some((title) => /parameter/i.test(title)),
      titles.join(' | '),
    );
    await workbench.chooseFromLamp(titles.find((title) => /parameter/i.test(title)));
    await workbench.waitForNoSquiggle();
    assert.match(await workbench.visibleText(), /WHERE id = \$1[`'"], \[id\]/);
    await workbench.picture('fixed');
    await workbench.undoAll();
  });

  it('draws a squiggle under a vulnerable line that is typed', async () => {
    await workbench.open('lib/html.ts');
    await workbench.waitForNoSquiggle();
    await workbench.press('Control+End');
    await workbench.type(
      "\nimport { createHash } from 'node:crypto';\nexport const passwordHash = (password: string) => createHash('md5').update(password).digest('hex');\n",
    );
    await workbench.waitForSquiggle(2000);
    await workbench.picture('typed');
    await workbench.undoAll();
  });

  it('lists the whole workspace in the problems panel after a scan', async () => {
    await workbench.command('Backend Security: Scan Workspace');
    await workbench.command('Problems: Focus on Problems View');
    await workbench.problems().filter({ hasText: 'ImportServlet.java' }).first().waitFor();
    await workbench.picture('problems');
  });

  it('counts findings in the status bar', async () => {
    assert.match(await workbench.statusBar().innerText(), /\d+ findings/);
  });
});
