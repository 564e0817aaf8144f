import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, findings, open } from './support';

describe('hover', () => {
  it('tells why, how the value got there and which weakness it is', async () => {
    const document = await open('db.js');
    const diagnostic = await eventually('sql-injection', () => findings(document.uri, 'sql-injection')[0]);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      diagnostic.range.start.translate(0, 2),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.match(text, /CWE-89\b/);
    assert.match(text, /req\.query\.q\b/, 'the flow names its source');
    assert.match(text, /products\.ts/, 'the flow names the file where the value enters');
    assert.match(text, /bound parameter/i, 'why and what to do instead');
  });
});
