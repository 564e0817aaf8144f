import assert from 'node:assert/strict';
import { workbench } from './hooks.mjs';

describe('in the workbench', () => {
  it('draws a squiggle in a file that was opened', async () => {
    await workbench.open('routes/products.ts');
    await workbench.waitForSquiggle(15_000);
    await workbench.picture('squiggle');
  });

  it('tells in a hover what, the flow, the weakness, why, and what to do, each once', async () => {
    const text = await workbench.hoverSquiggle('Do this:');
    await workbench.picture('hover');
    const parts = [
      'req.params.id becomes part of the SQL text',
      '1. req.params.id: chosen by whoever sends the request',
      '2. put into a text and used by pool.query',
      'SQL text built from request data · CWE-89',
      'The database cannot tell',
      'Do this: Keep the SQL text constant',
    ];
    assert.deepEqual(
      parts.map((part) => text.split(part).length - 1),
      parts.map(() => 1),
      text,
    );
    const places = parts.map((part) => text.indexOf(part));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
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

  it('asks for the reason of a suppression and writes it into the code', async () => {
    await workbench.open('routes/tools.ts');
    await workbench.waitForSquiggle(1000);
    await workbench.clickSquiggle();
    await workbench.lampMenu();
    await workbench.chooseFromLamp('Suppress command-injection with a reason…');
    await workbench.answer('names are checked by the gateway');
    await workbench.waitForText('// security-ignore: command-injection names are checked by the gateway');
    await workbench.picture('suppressed');
    await workbench.undoAll();
  });

  it('draws a squiggle under a vulnerable line that is typed', async () => {
    await workbench.open('lib/html.ts');
    await workbench.waitForNoSquiggle();
    await workbench.press('Control+End');
    await workbench.type(
      "\nimport { createHash } from 'node:crypto';\nexport const passwordHash = (password: string) => createHash('md5').update(password).digest('hex');\n",
    );
    await workbench.waitForSquiggle(1000);
    await workbench.picture('typed');
    await workbench.undoAll();
  });

  it('lists the whole workspace in the problems panel after a scan', async () => {
    await workbench.command('Backend Security: Scan Workspace');
    assert.match(await workbench.notification('Backend Security:'), /\d+ findings in 17 files/);
    await workbench.command('Problems: Focus on Problems View');
    await workbench.problems().filter({ hasText: 'ImportServlet.java' }).first().waitFor();
    await workbench.picture('problems');
  });

  it('counts findings in the status bar', async () => {
    assert.match(await workbench.statusBar().innerText(), /\d+ findings/);
  });
});
