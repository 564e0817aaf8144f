import assert from 'node:assert/strict';
import type { RouteInfo } from '../../server/src/protocol';
import { Client, eventually } from './client';

const APP = `const app = require('express')();
app.use(requireAuth);
app.get('/me', me);
function requireAuth(req, res, next) { if (!req.user) return res.status(401).end(); next(); }
function me(req, res) { res.end(); }
`;

describe('routes over stdio', () => {
  let client: Client;
  afterEach(() => client.stop());

  it('answers with the routes and guards of the workspace, and follows edits', async () => {
    client = await Client.inFolder({ 'app.js': APP });
    const ask = (): Promise<RouteInfo[]> => client.connection.sendRequest('backendSecurity/routes', {});
    await eventually('ready', () => client.statuses.at(-1)?.state === 'ready');
    const uri = client.uriOf('app.js');
    const at = (line: number, from: number, to: number) => ({
      uri,
      range: { start: { line, character: from }, end: { line, character: to } },
    });
    assert.deepEqual(await ask(), [
      {
        method: 'GET',
        path: '/me',
        ...at(2, 8, 13),
        handler: { name: 'me', ...at(4, 0, 36) },
        guards: [{ kind: 'authentication', name: 'requireAuth', ...at(1, 8, 19) }],
        isMounted: true,
      },
    ]);
    await client.open(uri, APP.replace("'/me'", "'/you'"));
    assert.deepEqual(
      (await ask()).map(({ path }) => path),
      ['/you'],
    );
  });
});
