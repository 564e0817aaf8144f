import assert from 'node:assert/strict';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { FIXED, QUERY, ROUTES, STORE, SUPPRESSED, VULNERABLE } from '../support/samples';
import { Client, type ClientOptions, eventually, rangeOf } from './client';

describe('hovers and code actions over stdio', () => {
  let client: Client;

  afterEach(() => client.stop());

  async function start(files: Record<string, string>, options?: Partial<ClientOptions>): Promise<void> {
    client = await Client.inFolder(files, options);
  }

  /** Opens a file and waits for its finding. */
  async function open(name: string, text: string): Promise<string> {
    const uri = client.uriOf(name);
    await client.open(uri, text);
    await eventually('a diagnostic', () => client.pushed(uri).length > 0);
    return uri;
  }

  const hover = (uri: string, text: string): Promise<Hover | null> =>
    client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: rangeOf(client.document(uri), text).start,
    });

  const actionsAt = (uri: string, only?: string[]) => client.actions(uri, rangeOf(client.document(uri), QUERY), only);

  it('a hover tells why, the flow, the weakness and what to do', async () => {
    await start({ 'routes.js': ROUTES, 'store.js': STORE }, { isForeign: true });
    const uri = await open('store.js', STORE);
    const found = await hover(uri, "'SELECT");
    const value = markdownOf(found);
    assert.match(value, /^\*\*SQL text built from request data\*\* · \[CWE-89\]\(https:[^)]*\) · .*`sql-injection`$/m);
    assert.match(value, /The database cannot tell/);
    assert.match(value, /^1\. \[.*routes\.js:3\]\(file:.*routes\.js#L3\) .*req\.query\.name/m);
    assert.match(value, /\*\*Do this:\*\* Keep the SQL text constant/);
    assert.match(value, /\*\*Second layer:\*\*/);
    assert.match(value, /\[CWE-89\]\(https:\/\/cwe\.mitre\.org\/data\/definitions\/89\.html\)/);
    assert.deepEqual(found?.range, client.pushed(uri)[0].range);
    assert.equal(await hover(uri, 'new Pool'), null);
  });

  it('a hover beside the diagnostic says only what that does not say', async () => {
    await start({ 'routes.js': ROUTES, 'store.js': STORE });
    const uri = await open('store.js', STORE);
    const value = markdownOf(await hover(uri, "'SELECT"));
    assert.match(
      value,
      /^\*\*SQL text built from request data\*\* · \[CWE-89\]\(https:[^)]*\).*\n\nThe database cannot tell/,
    );
    assert.match(value, /\*\*Do this:\*\* Keep the SQL text constant/);
    assert.doesNotMatch(value, /sql-injection|req\.query|bound parameter\./);
  });

  it('a hover over what is suppressed says by which reason', async () => {
    await start({});
    const uri = client.uriOf('app.js');
    await client.open(uri, SUPPRESSED);
    for (const place of [QUERY, 'security-ignore']) {
      const found = await hover(uri, place);
      assert.match(markdownOf(found), /\*Suppressed here:\* ids are numbers here/);
    }
  });

  it('a fix is listed without its edit, resolved with it, and takes the finding away', async () => {
    await start({});
    const uri = await open('app.js', VULNERABLE);
    const [fix] = await actionsAt(uri);
    assert.equal(fix.kind, 'quickfix');
    assert.equal(fix.isPreferred, true);
    assert.equal(fix.edit, undefined);
    assert.equal(fix.diagnostics?.[0].code, 'sql-injection');
    await client.apply((await client.resolve(fix)).edit);
    assert.equal(client.text(uri), FIXED);
    await eventually('no diagnostic', () => client.pushed(uri).length === 0);
  });

  it('a fix comes with its edit for clients that cannot resolve one', async () => {
    await start({}, { capabilities: { textDocument: { codeAction: {} } } });
    const uri = await open('app.js', VULNERABLE);
    const [fix] = await actionsAt(uri);
    await client.apply(fix.edit);
    assert.equal(client.text(uri), FIXED);
  });

  it('a fix that was listed before an edit is computed for the text as it is now', async () => {
    await start({});
    const uri = await open('app.js', VULNERABLE);
    const [fix] = await actionsAt(uri);
    await client.change(uri, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '// first\n\n');
    await client.apply((await client.resolve(fix)).edit);
    assert.equal(client.text(uri), `// first\n\n${FIXED}`);
  });

  it('a fix for what is gone is refused', async () => {
    await start({});
    const uri = await open('app.js', VULNERABLE);
    const [fix] = await actionsAt(uri);
    await client.edit(uri, QUERY, "'SELECT 1'");
    await assert.rejects(client.resolve(fix), /no longer there/);
  });

  it('two menus do not disturb one another', async () => {
    await start({});
    const last = VULNERABLE.split('\n')[3];
    const uri = await open('app.js', `${VULNERABLE}${last.replace('/u', '/v').replace('query.id', 'query.x')}\n`);
    const first = (await actionsAt(uri))[0];
    const second = (await client.actions(uri, rangeOf(client.document(uri), 'req.query.x')))[0];
    await client.apply((await client.resolve(first)).edit);
    await client.apply((await client.resolve(second)).edit);
    await eventually('no diagnostic', () => client.pushed(uri).length === 0);
  });

  it('source.fixAll applies every safe fix', async () => {
    await start({});
    const last = VULNERABLE.split('\n')[3];
    const uri = await open('app.js', `${VULNERABLE}${last.replace('/u', '/v')}\n// end\n`);
    assert.deepEqual(
      (await client.actions(uri, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } })).map(
        ({ title }) => title,
      ),
      [],
    );
    const [all] = await client.actions(uri, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, [
      'source.fixAll',
    ]);
    assert.equal(all.kind, 'source.fixAll.backendSecurity');
    await client.apply((await client.resolve(all)).edit);
    const fixedLine = FIXED.split('\n')[3];
    assert.equal(client.text(uri), `${FIXED}${fixedLine.replace('/u', '/v')}\n// end\n`);
    await eventually('no diagnostic', () => client.pushed(uri).length === 0);
  });

  it('suppressing writes a comment with a reason to fill in where nobody asks for one', async () => {
    await start({}, { isForeign: true });
    const uri = await open('app.js', VULNERABLE);
    const action = (await actionsAt(uri)).find(({ title }) => title === 'Suppress sql-injection here');
    assert.ok(action);
    await client.apply((await client.resolve(action)).edit);
    assert.match(client.text(uri), /\/\/ security-ignore: sql-injection say why this is safe here/);
    await eventually('no diagnostic', () => client.pushed(uri).length === 0);
  });

  it('suppressing selects the reason in clients that take snippets', async () => {
    const workspaceEdit = { documentChanges: true, snippetEditSupport: true };
    await start({}, { isForeign: true, capabilities: { workspace: { workspaceEdit } } });
    const uri = await open('app.js', VULNERABLE);
    const action = (await actionsAt(uri)).find(({ title }) => title === 'Suppress sql-injection here');
    assert.ok(action);
    const { edit } = await client.resolve(action);
    assert.match(JSON.stringify(edit), /"snippet":\{"kind":"snippet","value":".*\$\{1:say why this is safe here\}/);
  });

  it('suppressing with a reason goes through the client’s command', async () => {
    await start({});
    const uri = await open('app.js', VULNERABLE);
    const actions = await actionsAt(uri);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Pass the value as a bound parameter', 'Suppress sql-injection with a reason…'],
    );
    const action = actions[1];
    assert.equal(action.command?.command, 'backendSecurity.suppress');
    const argument = action.command?.arguments?.[0];
    assert.deepEqual(argument, { uri, range: rangeOf(client.document(uri), QUERY), ruleId: 'sql-injection' });
    const params = { ...argument, reason: 'ids are numbers here' };
    await client.apply(await client.connection.sendRequest('backendSecurity/suppress', params));
    assert.equal(client.text(uri), SUPPRESSED);
    assert.equal(await client.connection.sendRequest('backendSecurity/suppress', params), null);
  });

  it('nothing can be suppressed in a workspace that is not trusted', async () => {
    await start({}, { trusted: false });
    const uri = await open('app.js', SUPPRESSED);
    const titles = (await actionsAt(uri)).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => /suppress/i.test(title)),
      [],
    );
    await client.connection.sendNotification('backendSecurity/trust', { trusted: true });
    await eventually('no diagnostic', () => client.pushed(uri).length === 0);
  });
});

function markdownOf(hover: Hover | null): string {
  assert.ok(hover);
  return (hover.contents as MarkupContent).value;
}
