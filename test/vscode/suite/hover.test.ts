import assert from 'node:assert/strict';
import path from 'node:path';
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
    // The editor shows the diagnostic with its related information at the top of the same hover.
    const shown = [diagnostic.message, ...(diagnostic.relatedInformation ?? []).map(related)].join('\n');
    const explained = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.match(shown, /products\.ts:9 1\. req\.query\.q: .*given to productsByName\(\) as name/);
    assert.match(shown, /db\.js:6 2\. joined into a text and used by pool\.query/);
    assert.match(explained, /^\*\*SQL text built from request data\*\* · \[CWE-89\]/);
    assert.match(explained, /The database cannot tell/, 'why');
    assert.match(explained, /\*\*Do this:\*\*/);
    assert.ok(!explained.includes(diagnostic.message), 'nothing is said twice');
  });
});

function related({ location, message }: vscode.DiagnosticRelatedInformation): string {
  return `${path.basename(location.uri.path)}:${location.range.start.line + 1} ${message}`;
}
