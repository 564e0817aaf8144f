import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { CLEAN, QUERY, QUERY_MESSAGE, ROUTES, STORE, SUPPRESSED, VULNERABLE } from '../support/samples';
import { Client, type ClientOptions, eventually, rangeOf } from './client';

describe('diagnostics over stdio', () => {
  let client: Client | undefined;

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  async function start(files: Record<string, string>, options?: Partial<ClientOptions>): Promise<Client> {
    client = await Client.inFolder(files, options);
    return client;
  }

  const uriOf = (name: string) => client!.uriOf(name);

  describe('pushed', () => {
    it('are exact: range, message, rule, page, flow and fingerprint', async () => {
      const editor = await start({ 'app.js': VULNERABLE });
      const document = await editor.open(uriOf('app.js'), VULNERABLE);
      const [diagnostic] = await eventually('a diagnostic', () => nonEmpty(editor.pushed(uriOf('app.js'))));
      const { relatedInformation, data, ...rest } = diagnostic;
      assert.deepEqual(rest, {
        range: rangeOf(document, QUERY),
        severity: DiagnosticSeverity.Error,
        code: 'sql-injection',
        codeDescription: { href: 'https://cwe.mitre.org/data/definitions/89.html' },
        source: 'backend-security',
        message: QUERY_MESSAGE,
      });
      assert.match(relatedInformation?.[0].message ?? '', /^1\. /);
      assert.equal(relatedInformation?.[0].location.uri, uriOf('app.js'));
      assert.equal(typeof (data as { fingerprint: unknown }).fingerprint, 'string');
    });

    it('come and go with edits', async () => {
      const editor = await start({ 'app.js': CLEAN });
      const uri = uriOf('app.js');
      await editor.open(uri, CLEAN);
      await editor.change(uri, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, VULNERABLE);
      await eventually('a diagnostic', () => editor.pushed(uri).length === 1);
      assert.equal(editor.pushed(uri)[0].range.start.line, 3);
      await editor.edit(uri, QUERY, "'SELECT 1'");
      await eventually('none', () => editor.pushed(uri).length === 0);
    });

    it('follow values into files that are not open', async () => {
      const editor = await start({ 'routes.js': ROUTES, 'store.js': STORE });
      await editor.open(uriOf('store.js'), STORE);
      const [{ relatedInformation }] = await eventually('a diagnostic', () =>
        nonEmpty(editor.pushed(uriOf('store.js'))),
      );
      assert.equal(relatedInformation?.[0].location.uri, uriOf('routes.js'));
      assert.deepEqual(editor.reported(), [uriOf('store.js')]);
    });

    it('change where an edit in another file changes the flow', async () => {
      const editor = await start({ 'routes.js': ROUTES, 'store.js': STORE });
      await editor.open(uriOf('store.js'), STORE);
      await editor.open(uriOf('routes.js'), ROUTES);
      await eventually('a diagnostic', () => editor.pushed(uriOf('store.js')).length === 1);
      await editor.edit(uriOf('routes.js'), 'req.query.name', "'all'");
      await eventually('none', () => editor.pushed(uriOf('store.js')).length === 0);
    });

    it('leave with the document unless the workspace was scanned', async () => {
      const editor = await start({ 'app.js': VULNERABLE });
      const uri = uriOf('app.js');
      await editor.open(uri, VULNERABLE);
      await eventually('a diagnostic', () => editor.pushed(uri).length === 1);
      await editor.close(uri);
      await eventually('none', () => editor.pushed(uri).length === 0);
    });

    it('are not there for what is suppressed', async () => {
      const editor = await start({ 'app.js': SUPPRESSED });
      const uri = uriOf('app.js');
      await editor.open(uri, SUPPRESSED);
      await editor.edit(uri, '// security-ignore: sql-injection ids are numbers here\n', '');
      await eventually('a diagnostic', () => editor.pushed(uri).length === 1);
      await editor.edit(uri, 'app.get(', '// security-ignore: sql-injection ids are numbers here\napp.get(');
      await eventually('none', () => editor.pushed(uri).length === 0);
    });

    it('are not there for what the workspace leaves out', async () => {
      const editor = await start({ 'node_modules/x/app.js': VULNERABLE, 'app.js': VULNERABLE });
      await editor.open(uriOf('node_modules/x/app.js'), VULNERABLE);
      await editor.open(uriOf('app.js'), VULNERABLE);
      await eventually('a diagnostic', () => editor.pushed(uriOf('app.js')).length === 1);
      assert.deepEqual(editor.pushed(uriOf('node_modules/x/app.js')), []);
    });

    it('are there for documents that were never saved', async () => {
      const editor = await start({});
      await editor.open('untitled:Untitled-1', VULNERABLE, 'javascript');
      const [{ code }] = await eventually('a diagnostic', () => nonEmpty(editor.pushed('untitled:Untitled-1')));
      assert.equal(code, 'sql-injection');
    });

    it('are under the name that the editor uses', async () => {
      const editor = await start({ '[id].js': VULNERABLE });
      const uri = uriOf('[id].js').replace('[', '%5B').replace(']', '%5D');
      await editor.open(uri, VULNERABLE);
      await eventually('a diagnostic', () => editor.pushed(uri).length === 1);
    });

    it('say in the file that it is too large', async () => {
      const editor = await start({}, { settings: { maxFileSize: 1 } });
      const uri = uriOf('app.js');
      await editor.open(uri, `${VULNERABLE}${'f();\n'.repeat(500)}`);
      const [{ message, severity }] = await eventually('a notice', () => nonEmpty(editor.pushed(uri)));
      assert.equal(message, 'Skipped: its 3 KB are more than maxFileSize (1 KB).');
      assert.equal(severity, DiagnosticSeverity.Information);
    });

    it('say in the file that a suppression names no rule', async () => {
      const editor = await start({});
      const text = SUPPRESSED.replace('sql-injection ids', 'sql-injektion ids');
      await editor.open(uriOf('app.js'), text);
      await eventually('both', () => editor.pushed(uriOf('app.js')).length === 2);
      const notice = editor.pushed(uriOf('app.js')).find(({ severity }) => severity === DiagnosticSeverity.Information);
      assert.match(String(notice?.message), /sql-injektion/);
      assert.equal(notice?.range.start.line, 3);
    });
  });

  describe('pulled', () => {
    it('are the same, and nothing is pushed', async () => {
      const editor = await start({ 'app.js': VULNERABLE }, { pull: true });
      assert.deepEqual(editor.result.capabilities.diagnosticProvider, {
        identifier: 'backend-security',
        interFileDependencies: true,
        workspaceDiagnostics: true,
      });
      const uri = uriOf('app.js');
      const document = await editor.open(uri, VULNERABLE);
      const [{ range, message }] = await editor.pulled(uri);
      assert.deepEqual(range, rangeOf(document, QUERY));
      assert.equal(message, QUERY_MESSAGE);
      assert.deepEqual(editor.reported(), []);
    });

    it('are told to be unchanged when they are', async () => {
      const editor = await start({ 'app.js': VULNERABLE }, { pull: true });
      const uri = uriOf('app.js');
      await editor.open(uri, VULNERABLE);
      const first = await editor.pull(uri);
      assert.equal((await editor.pull(uri, first.resultId)).kind, 'unchanged');
      await editor.edit(uri, QUERY, "'SELECT 1'");
      assert.equal((await editor.pull(uri, first.resultId)).kind, 'full');
    });

    it('are asked for again when another file changed them', async () => {
      const editor = await start({ 'routes.js': ROUTES, 'store.js': STORE }, { pull: true });
      await editor.open(uriOf('store.js'), STORE);
      await eventually('a diagnostic', async () => (await editor.pulled(uriOf('store.js'))).length === 1);
      await editor.open(uriOf('routes.js'), ROUTES);
      const before = editor.refreshes;
      await editor.edit(uriOf('routes.js'), 'req.query.name', "'all'");
      await eventually('a refresh', () => editor.refreshes > before);
      assert.deepEqual(await editor.pulled(uriOf('store.js')), []);
    });

    it('of closed documents are pushed after a scan, unless the client asked for the workspace', async () => {
      const editor = await start({ 'app.js': VULNERABLE }, { pull: true });
      const uri = uriOf('app.js');
      await editor.open(uri, VULNERABLE);
      assert.equal((await editor.pulled(uri)).length, 1);
      await editor.connection.sendRequest('backendSecurity/scanWorkspace', {});
      assert.deepEqual(editor.pushed(uri), []);
      await editor.close(uri);
      await eventually('a diagnostic', () => editor.pushed(uri).length === 1);
      await editor.open(uri, VULNERABLE);
      assert.equal((await editor.pulled(uri)).length, 1);
      await eventually('nothing twice', () => editor.pushed(uri).length === 0);
    });

    it('of the workspace arrive in parts while the request stays open', async () => {
      const editor = await start({ 'app.js': VULNERABLE, 'b.js': CLEAN }, { pull: true });
      const parts = editor.pullWorkspace();
      await editor.connection.sendRequest('backendSecurity/scanWorkspace', {});
      await eventually('the file', () => parts.items.some(({ uri }) => uri === uriOf('app.js')));
      const report = parts.items.find(({ uri }) => uri === uriOf('app.js'));
      assert.equal(report?.kind === 'full' && report.items.length, 1);
      assert.deepEqual(editor.reported(), []);
    });
  });
});

function nonEmpty<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list;
}
