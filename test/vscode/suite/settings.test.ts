import * as vscode from 'vscode';
import { eventually, findings, open, revertAll } from './support';

describe('settings', () => {
  const settings = () => vscode.workspace.getConfiguration('backendSecurity');
  const change = (name: string, value: unknown) => settings().update(name, value, vscode.ConfigurationTarget.Workspace);

  afterEach(async () => {
    await change('rules', undefined);
    await change('exclude', undefined);
    await revertAll();
  });

  it('a rule can be switched off and on while the server runs', async () => {
    const { uri } = await open('routes/tools.ts');
    const shown = () => findings(uri, 'command-injection').length > 0;
    await eventually('command-injection', shown);
    await change('rules', { 'command-injection': 'off' });
    await eventually('switched off', () => !shown());
    await change('rules', undefined);
    await eventually('switched on', shown);
  });

  it('a rule can be given another severity', async () => {
    const { uri } = await open('routes/tools.ts');
    await change('rules', { 'command-injection': 'hint' });
    const severity = () => findings(uri, 'command-injection')[0]?.severity;
    await eventually('shown as a hint', () => severity() === vscode.DiagnosticSeverity.Hint);
  });

  it('excluded files have no findings', async () => {
    const { uri } = await open('routes/tools.ts');
    await eventually('findings', () => findings(uri).length > 0);
    await change('exclude', ['routes/**']);
    await eventually('excluded', () => findings(uri).length === 0);
  });
});
