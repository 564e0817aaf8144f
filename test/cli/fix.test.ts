import assert from 'node:assert/strict';
import { Folder } from '../support/folder';
import { FIXED, QUERY, VULNERABLE } from '../support/samples';
import { run } from './run';

describe('fix', () => {
  const folders: Folder[] = [];
  after(() => {
    for (const folder of folders) folder.remove();
  });

  function folderWith(files: Record<string, string>): Folder {
    const folder = new Folder(files);
    folders.push(folder);
    return folder;
  }

  it('applies what is safe and was proven', () => {
    const folder = folderWith({ 'app.js': VULNERABLE, 'other.js': `\ufeff${VULNERABLE}` });
    const { code, stderr } = run(['fix'], { cwd: folder.path });
    assert.equal(code, 0);
    assert.equal(stderr, '2 fixes in 2 files made.\n');
    assert.equal(folder.read('app.js'), FIXED);
    assert.equal(folder.read('other.js'), `\ufeff${FIXED}`);
    assert.equal(run(['scan'], { cwd: folder.path }).code, 0);
  });

  it('applies several fixes in one file', () => {
    const last = VULNERABLE.split('\n')[3];
    const folder = folderWith({ 'app.js': `${VULNERABLE}${last.replace('/u', '/v')}\n` });
    assert.equal(run(['fix'], { cwd: folder.path }).stderr, '2 fixes in 1 file made.\n');
    assert.equal(run(['scan'], { cwd: folder.path }).code, 0);
  });

  it('--dry-run prints a diff and changes nothing', () => {
    const folder = folderWith({ 'app.js': VULNERABLE });
    const { stdout, stderr, code } = run(['fix', '--dry-run'], { cwd: folder.path });
    assert.equal(code, 0);
    assert.equal(stderr, '1 fix in 1 file would be made.\n');
    assert.match(stdout, /^--- a\/app\.js\n\+\+\+ b\/app\.js\n@@ /);
    assert.ok(stdout.includes(`\n-app.get('/u', (req, res) => pool.query(${QUERY}));\n`), stdout);
    assert.ok(stdout.includes(`\n+${FIXED.split('\n')[3]}\n`), stdout);
    assert.equal(folder.read('app.js'), VULNERABLE);
  });

  it('does not write a file that is not in UTF-8', () => {
    const folder = folderWith({});
    const bytes = Buffer.from(`// caf\xe9\n${VULNERABLE}`, 'latin1');
    const file = folder.write('app.js', bytes);
    const { stderr } = run(['fix'], { cwd: folder.path });
    assert.match(stderr, /^app\.js: not written, because it is not in UTF-8/m);
    assert.deepEqual(require('node:fs').readFileSync(file), bytes);
  });
});
