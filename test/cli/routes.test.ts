import assert from 'node:assert/strict';
import { Folder } from '../support/folder';
import { run } from './run';

const APP = `const express = require('express');
const app = express();
const { requireAuth } = require('./auth');
app.get('/health', health);
app.use('/api', requireAuth);
app.post('/api/orders', create);
function health(req, res) { res.end(); }
function create(req, res) { res.end(); }
`;

const AUTH = `exports.requireAuth = (req, res, next) => (req.session.user ? next() : res.status(401).end());
`;

describe('routes', () => {
  let folder: Folder;
  before(() => {
    folder = new Folder({ 'app.js': APP, 'auth.js': AUTH });
  });
  after(() => folder.remove());

  it('lists routes with what guards them', () => {
    const { code, stdout, stderr } = run(['routes'], { cwd: folder.path });
    assert.deepEqual(
      stdout.split('\n').map((line) => line.split(/ {2,}/)),
      [
        ['method', 'path', 'authentication', 'authorization', 'csrf', 'validation', 'limits', 'handler', 'place'],
        ['POST', '/api/orders', 'requireAuth', '-', '-', '-', '-', 'create', 'app.js:6'],
        ['GET', '/health', '-', '-', '-', '-', '-', 'health', 'app.js:4'],
        [''],
        ['2 routes.'],
        [''],
      ],
    );
    assert.equal(stderr, '');
    assert.equal(code, 0);
  });

  it('tells scripts everything', () => {
    const { routes } = JSON.parse(run(['routes', '--format', 'json'], { cwd: folder.path }).stdout);
    const [orders] = routes;
    assert.deepEqual(
      {
        ...orders,
        handler: orders.handler.name,
        guards: orders.guards.map(({ file, kind, line, name }: Record<string, unknown>) => [kind, name, file, line]),
      },
      {
        method: 'POST',
        path: '/api/orders',
        framework: 'express',
        mounted: true,
        file: 'app.js',
        line: 6,
        column: 10,
        endLine: 6,
        endColumn: 23,
        handler: 'create',
        guards: [['authentication', 'requireAuth', 'app.js', 5]],
      },
    );
  });

  it('says so when there are none', () => {
    const empty = new Folder({ 'a.js': 'console.log(1)' });
    assert.equal(run(['routes', empty.path]).stdout, '0 routes.\n');
    empty.remove();
  });
});
