import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, findings, open, revertAll, uriOf } from './support';

describe('commands', () => {
  after(revertAll);

  it('are all registered', async () => {
    const known = await vscode.commands.getCommands(true);
    const declared = ['scanWorkspace', 'start', 'stop', 'restart', 'showOutput'].map(
      (name) => `backendSecurity.${name}`,
    );
    assert.deepEqual(
      declared.filter((command) => !known.includes(command)),
      [],
    );
  });

  it('stop takes the findings away, start brings them back', async () => {
    const { uri } = await open('routes/tools.ts');
    await eventually('findings', () => findings(uri).length > 0);
    await vscode.commands.executeCommand('backendSecurity.stop');
    await eventually('no findings', () => findings(uri).length === 0);
    await vscode.commands.executeCommand('backendSecurity.start');
    await eventually('findings', () => findings(uri).length > 0);
  });

  it('restart leaves one working server', async () => {
    const { uri } = await open('routes/tools.ts');
    const before = await eventually('findings', () => findings(uri).length);
    await Promise.all([
      vscode.commands.executeCommand('backendSecurity.restart'),
      vscode.commands.executeCommand('backendSecurity.restart'),
    ]);
    await eventually('the same findings, once', () => findings(uri).length === before);
  });

  it('scan reports files that are not open', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('backendSecurity.scanWorkspace');
    const files = ['db.js', 'python/app.py', 'java/src/main/java/shop/ImportServlet.java'];
    for (const file of files) await eventually(`findings in ${file}`, () => findings(uriOf(file)).length > 0);
  });
});
