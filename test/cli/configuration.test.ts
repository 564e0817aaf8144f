import assert from 'node:assert/strict';
import { Folder } from '../support/folder';
import { VULNERABLE } from '../support/samples';
import { run } from './run';

describe('the team file', () => {
  const folders: Folder[] = [];
  after(() => {
    for (const folder of folders) folder.remove();
  });

  function scan(teamFile: string, files: Record<string, string> = { 'app.js': VULNERABLE }, args = ['scan']) {
    const folder = new Folder({ ...files, '.backend-security.json': teamFile });
    folders.push(folder);
    return run(args, { cwd: folder.path });
  }

  it('switches a rule off', () => {
    assert.equal(scan('{ "rules": { "sql-injection": "off" } }').code, 0);
  });

  it('gives a rule another severity', () => {
    const { stdout, code } = scan('{ "rules": { "sql-injection": "hint" } }');
    assert.match(stdout, /app\.js:4:40 hint /);
    assert.equal(code, 0);
  });

  it('leaves files out', () => {
    const { stdout } = scan('{ "exclude": ["legacy/**"] }', { 'legacy/app.js': VULNERABLE, 'b.js': '' });
    assert.equal(stdout, 'No findings in 1 file.\n');
  });

  it('lets only some files in', () => {
    const { stdout } = scan('{ "include": ["src"] }', { 'src/app.js': '', 'b.js': VULNERABLE });
    assert.equal(stdout, 'No findings in 1 file.\n');
  });

  it('limits the size of files', () => {
    const { stderr, code } = scan('{ "maxFileSize": 1 }', { 'app.js': `${VULNERABLE}${'x();\n'.repeat(1000)}` });
    assert.equal(stderr, 'app.js: Skipped: its 5 KB are more than maxFileSize (1 KB).\n');
    assert.equal(code, 0);
  });

  it('is found at the top of the repository when a folder in it is scanned', () => {
    const files = { '.git/HEAD': '', 'src/app.js': VULNERABLE };
    assert.equal(scan('{ "rules": { "sql-injection": "off" } }', files, ['scan', 'src']).code, 0);
  });

  it('may be another one', () => {
    const files = { 'app.js': VULNERABLE, 'other.json': '{ "rules": { "sql-injection": "off" } }' };
    assert.equal(scan('{}', files, ['scan', '--config', 'other.json']).code, 0);
  });

  const mistakes: readonly [teamFile: string, message: string][] = [
    ['{ "rules": ', '.backend-security.json:1:12: This is not valid JSON: value expected.'],
    ['{\n  "exlude": []\n}', '.backend-security.json:2:3: There is no setting called "exlude"; is "exclude" meant?'],
    [
      '{ "rules": { "sql-injektion": "off" } }',
      '.backend-security.json:1:14: There is no rule called "sql-injektion"; is "sql-injection" meant?',
    ],
    ['{ "profile": "all" }', '.backend-security.json:1:14: "profile" must be one of recommended, strict.'],
  ];
  for (const [teamFile, message] of mistakes) {
    it(`with the mistake ${teamFile} ends with 2 and one clear line`, () => {
      const { code, stderr, stdout } = scan(teamFile);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.deepEqual(stderr.trimEnd().split('\n').slice(1), [message]);
    });
  }
});
