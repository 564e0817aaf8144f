import assert from 'node:assert/strict';
import { CancellationTokenSource, FileChangeType } from 'vscode-languageserver-protocol/node';
import type { ScanResult } from '../../server/src/protocol';
import { CLEAN, QUERY, RENDERS, ROUTES, STORE, VULNERABLE } from '../support/samples';
import { Client, type ClientOptions, eventually, rangeOf } from './client';

describe('the workspace over stdio', () => {
  let client: Client;

  afterEach(() => client.stop());

  async function start(files: Record<string, string>, options?: Partial<ClientOptions>): Promise<void> {
    client = await Client.inFolder(files, options);
  }

  const uriOf = (name: string) => client.uriOf(name);
  const scan = (): Promise<ScanResult> => client.connection.sendRequest('backendSecurity/scanWorkspace', {});
  const onDisk = (name: string, type: FileChangeType) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });

  it('a scan reports every file, with progress and what was skipped', async () => {
    await start({ 'a.js': VULNERABLE, 'sub/b.js': VULNERABLE, 'c.js': CLEAN, 'd.min.js': 'x' });
    const { files, findings, skipped } = await scan();
    assert.deepEqual(
      { files, findings, skipped },
      {
        files: 3,
        findings: 2,
        skipped: [{ uri: uriOf('d.min.js'), reason: 'Skipped: it is minified.' }],
      },
    );
    assert.deepEqual(client.reported().sort(), [uriOf('a.js'), uriOf('sub/b.js')]);
    assert.equal(client.progress[0].kind, 'begin');
    assert.equal(client.progress.at(-1)?.kind, 'end');
    assert.deepEqual(client.statuses.at(-1), { state: 'ready', findings: 2 });
  });

  it('a scan can be cancelled, and typing is served meanwhile', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`f${i}.js`, VULNERABLE]));
    await start({ ...files, 'open.js': CLEAN }, { settings: { scanOnStart: false } });
    const source = new CancellationTokenSource();
    const scanning = client.connection.sendRequest<ScanResult>('backendSecurity/scanWorkspace', {}, source.token);
    await client.open(uriOf('open.js'), VULNERABLE);
    await eventually('a diagnostic', () => client.pushed(uriOf('open.js')).length === 1);
    source.cancel();
    const outcome = await scanning.catch((error: Error) => error);
    assert.ok(outcome);
    await eventually('ready', () => client.statuses.at(-1)?.state === 'ready');
  });

  it('files are watched', async () => {
    await start({ 'store.js': STORE });
    await client.open(uriOf('store.js'), STORE);
    await eventually('ready', () => client.statuses.at(-1)?.state === 'ready');
    assert.ok(
      client.watched.some((glob) => /\.\{.*\bjs\b/.test(glob)),
      client.watched.join(' '),
    );
    client.folder.write('routes.js', ROUTES);
    await onDisk('routes.js', FileChangeType.Created);
    await eventually('a flow from the new file', () => client.pushed(uriOf('store.js')).length === 1);
    client.folder.write('routes.js', ROUTES.replace('req.query.name', "'all'"));
    await onDisk('routes.js', FileChangeType.Changed);
    await eventually('no flow', () => client.pushed(uriOf('store.js')).length === 0);
    client.folder.write('routes.js', ROUTES);
    await onDisk('routes.js', FileChangeType.Changed);
    await eventually('a flow again', () => client.pushed(uriOf('store.js')).length === 1);
    await onDisk('routes.js', FileChangeType.Deleted);
    await eventually('no flow from what is gone', () => client.pushed(uriOf('store.js')).length === 0);
  });

  it('a template is read with the code that renders it', async () => {
    const page = '<p>{{ name | safe }}</p>\n';
    await start({ 'app.py': RENDERS, 'templates/page.html': page });
    const uri = uriOf('templates/page.html');
    await client.open(uri, page);
    // Alone, nobody knows what it is given.
    await eventually('a finding in the template', () => client.pushed(uri)[0]?.severity === 1);
    const [{ range, relatedInformation }] = client.pushed(uri);
    assert.deepEqual(range, { start: { line: 0, character: 6 }, end: { line: 0, character: 17 } });
    assert.ok(relatedInformation?.some(({ location }) => location.uri === uriOf('app.py')));
    await client.change(uri, { start: { line: 0, character: 10 }, end: { line: 0, character: 17 } }, '');
    await eventually('none once it is escaped', () => client.pushed(uri).length === 0);
    await client.change(uri, { start: { line: 0, character: 10 }, end: { line: 0, character: 10 } }, '|safe');
    await eventually('one again', () => client.pushed(uri)[0]?.severity === 1);
    client.folder.write('app.py', RENDERS.replace('request.args["name"]', '"nobody"'));
    await onDisk('app.py', FileChangeType.Changed);
    await eventually('none for a constant', () => client.pushed(uri).length === 0);
  });

  it('what the disk says of an open document does not count', async () => {
    await start({ 'app.js': CLEAN });
    await client.open(uriOf('app.js'), VULNERABLE);
    await onDisk('app.js', FileChangeType.Changed);
    await client.change(uriOf('app.js'), { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '\n');
    await eventually('the moved diagnostic', () => client.pushed(uriOf('app.js'))[0]?.range.start.line === 4);
  });

  it('a closed document is as it is on disk', async () => {
    await start({ 'routes.js': ROUTES.replace('req.query.name', "'all'"), 'store.js': STORE });
    await client.open(uriOf('store.js'), STORE);
    await client.open(uriOf('routes.js'), ROUTES);
    await eventually('a diagnostic', () => client.pushed(uriOf('store.js')).length === 1);
    await client.close(uriOf('routes.js'));
    await eventually('none', () => client.pushed(uriOf('store.js')).length === 0);
  });

  it('settings count at once', async () => {
    await start({ 'app.js': VULNERABLE });
    const uri = uriOf('app.js');
    await client.open(uri, VULNERABLE);
    const shown = (count: number) => eventually(`${count} diagnostics`, () => client.pushed(uri).length === count);
    await shown(1);
    await client.changeSettings({ rules: { 'sql-injection': 'off' } });
    await shown(0);
    await client.changeSettings({ rules: { 'sql-injection': 'hint' } });
    await shown(1);
    assert.equal(client.pushed(uri)[0].severity, 4);
    await client.changeSettings({ exclude: ['*.js'] });
    await shown(0);
    await client.changeSettings({});
    await shown(1);
  });

  it('mistakes in settings are told once', async () => {
    await start({ 'app.js': CLEAN }, { settings: { rules: { 'sql-injektion': 'off' } } });
    await eventually('a message', () => client.messages.length > 0);
    await client.changeSettings({ rules: { 'sql-injektion': 'off' } });
    await client.open(uriOf('app.js'), VULNERABLE);
    await eventually('a diagnostic', () => client.pushed(uriOf('app.js')).length === 1);
    assert.deepEqual(client.messages, [
      'Backend Security: In the settings backendSecurity.*: There is no rule called "sql-injektion"; is "sql-injection" meant?',
    ]);
  });

  it('mistakes in the team file are shown where they are, and told once', async () => {
    const text = '{\n  "exlude": []\n}\n';
    await start({ 'app.js': VULNERABLE, '.backend-security.json': text });
    const uri = uriOf('.backend-security.json');
    await eventually('a diagnostic', () => client.pushed(uri).length === 1);
    const [{ range, message }] = client.pushed(uri);
    assert.deepEqual(range.start, { line: 1, character: 2 });
    assert.equal(message, 'There is no setting called "exlude"; is "exclude" meant?');
    await eventually('a message', () => client.messages.length === 1);
    client.folder.write('.backend-security.json', '{ "rules": { "sql-injection": "off" } }');
    await onDisk('.backend-security.json', FileChangeType.Changed);
    await eventually('no diagnostic', () => client.pushed(uri).length === 0);
    await client.open(uriOf('app.js'), VULNERABLE);
    await eventually('ready', () => client.statuses.at(-1)?.findings === 0);
    assert.deepEqual(client.pushed(uriOf('app.js')), []);
  });

  it('the team file of a workspace that is not trusted hides nothing', async () => {
    const teamFile = '{ "rules": { "sql-injection": "off" } }';
    await start({ 'app.js': VULNERABLE, '.backend-security.json': teamFile }, { trusted: false });
    await client.open(uriOf('app.js'), VULNERABLE);
    await eventually('a diagnostic', () => client.pushed(uriOf('app.js')).length === 1);
    await client.connection.sendNotification('backendSecurity/trust', { trusted: true });
    await eventually('none', () => client.pushed(uriOf('app.js')).length === 0);
  });

  it('a request can be cancelled', async () => {
    await start({ 'app.js': VULNERABLE }, { pull: true });
    const uri = uriOf('app.js');
    const document = await client.open(uri, VULNERABLE);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri }, position: rangeOf(document, QUERY).start };
    const request = client.connection.sendRequest('textDocument/hover', params, source.token);
    source.cancel();
    await assert.rejects(request, { code: -32800 });
    assert.equal((await client.pulled(uri)).length, 1);
  });

  it('no document takes the server down', async () => {
    await start({});
    const nasty = [
      'f('.repeat(10_000),
      `x = ${'['.repeat(10_000)}`,
      `const s = "${'x'.repeat(900_000)}";\n${'f();\n'.repeat(300)}`,
      '\u0000\ud800\uffff',
      '',
      '`${'.repeat(2_000),
    ];
    for (const [index, text] of nasty.entries()) await client.open(uriOf(`n${index}.js`), text);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uriOf('n4.js'), version: 2 },
      contentChanges: [{ range: { start: { line: 99, character: 99 }, end: { line: 7, character: 0 } }, text: 'x' }],
    });
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uriOf('unknown.js'), version: 2 },
      contentChanges: [{ text: 'x' }],
    });
    await client.open(uriOf('app.js'), VULNERABLE);
    await eventually('a diagnostic', () => client.pushed(uriOf('app.js')).length === 1, 15_000);
  });

  it('folders come and go', async () => {
    await start({ 'one/routes.js': ROUTES, 'two/app.js': VULNERABLE });
    client.folders = [client.folder.file('two')];
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [] },
    });
    await eventually('only one folder', async () => (await scan()).files === 1);
  });
});
