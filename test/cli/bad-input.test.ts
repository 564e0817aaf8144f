import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Folder } from '../support/folder';
import { QUERY_MESSAGE, VULNERABLE } from '../support/samples';
import { run } from './run';

/** Somebody without rights, for a process that is started by root. */
const NOBODY = 65534;

describe('bad input', () => {
  const folders: Folder[] = [];
  after(() => {
    for (const folder of folders) {
      if (fs.existsSync(folder.file('locked'))) fs.chmodSync(folder.file('locked'), 0o700);
      folder.remove();
    }
  });

  function folderWith(files: Record<string, string>): Folder {
    const folder = new Folder({ 'app.js': VULNERABLE, ...files });
    folders.push(folder);
    return folder;
  }

  /** Whatever lies beside it, the sound file's finding is there. */
  function scan(folder: Folder, options = {}) {
    const { code, stdout, stderr } = run(['scan'], { cwd: folder.path, ...options });
    assert.match(stdout, new RegExp(`^app\\.js:4:40 error ${QUERY_MESSAGE.replace(/[.;]/g, '\\$&')}`, 'm'));
    assert.equal(code, 1);
    return { stdout, stderr };
  }

  it('gives findings for the sound parts of a file that does not parse', () => {
    const broken = `const x = = ;\n${VULNERABLE}\nfunction g( { return }\n)))\n`;
    const { stdout } = scan(folderWith({ 'broken.js': broken }));
    assert.match(stdout, /^broken\.js:\d+:40 error .*\[sql-injection\]$/m);
  });

  it('skips a file of 5 MB with one line, and goes on', () => {
    const { stderr } = scan(folderWith({ 'generated.js': 'f(1);\n'.repeat(900_000) }));
    assert.equal(stderr, 'generated.js: Skipped: its 5,273 KB are more than maxFileSize (1,000 KB).\n');
  });

  it('reads a line of a megabyte', () => {
    const lines = 'f(1);\n'.repeat(300);
    scan(folderWith({ 'long.js': `${lines}const s = "${'x'.repeat(1_000_000)}";\n${lines}` }));
    scan(folderWith({ 'code.js': `${lines}${'f(a+1);'.repeat(140_000)}\n${lines}` }));
  });

  it('says that a file of one long line is minified', () => {
    const { stderr } = scan(folderWith({ 'bundle.js': 'f(a+1);'.repeat(100_000) }));
    assert.equal(stderr, 'bundle.js: Skipped: it is minified.\n');
  });

  const N = 10_000;
  const nested: Record<string, string> = {
    'calls.js': `${'f('.repeat(N)}1${')'.repeat(N)};\n`,
    'lists.js': `x = ${'['.repeat(N)}${']'.repeat(N)};\n`,
    'blocks.js': `${'{'.repeat(N)}${'}'.repeat(N)}\n`,
    'functions.js': `${'function f(){\n'.repeat(N)}${'}'.repeat(N)}\n`,
    'sum.js': `x = ${'a + '.repeat(N)}b;\n`,
    'members.js': `x = a${'.b()'.repeat(N)};\n`,
    'otherwise.js': `${'if (a) { f() } else '.repeat(N)}{ g() }\n`,
    'open.js': `${'f('.repeat(N)}\n`,
    'types.ts': `let x: ${'Array<'.repeat(N)}string${'>'.repeat(N)};\n`,
    'calls.py': `${'f('.repeat(N)}1${')'.repeat(N)}\n`,
    'sum.py': `x = ${'a + '.repeat(N)}b\n`,
    'calls.java': `class A { void f() { ${'f('.repeat(N)}1${')'.repeat(N)}; } }\n`,
    'sum.java': `class A { String f() { return ${'a + '.repeat(N)}b; } }\n`,
  };
  for (const [name, text] of Object.entries(nested)) {
    it(`survives ten thousand levels in ${name}`, () => {
      scan(folderWith({ [name]: text }));
    }).timeout(60_000);
  }

  it('says which folder it may not read', function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ 'locked/secret.js': VULNERABLE });
    fs.chmodSync(folder.path, 0o755);
    fs.chmodSync(folder.file('locked'), 0);
    const { stderr } = scan(folder, process.getuid?.() === 0 ? { uid: NOBODY } : {});
    assert.equal(stderr, 'locked: The folder cannot be read (permission denied); what is in it was not analysed.\n');
  });

  it('says that a file is binary', () => {
    const { stderr } = scan(folderWith({ 'image.js': 'PNG\0\0\0' }));
    assert.equal(stderr, 'image.js: Skipped: it is binary.\n');
  });

  it('reads what is no UTF-8, and odd line breaks', () => {
    const folder = folderWith({ 'cr.js': VULNERABLE.replaceAll('\n', '\r'), 'empty.js': '' });
    folder.write('latin.js', Buffer.from(`// caf\xe9\n${VULNERABLE}`, 'latin1'));
    const { stdout } = scan(folder);
    assert.match(stdout, /^latin\.js:5:40 error /m);
    assert.match(stdout, /^cr\.js:4:40 error /m);
  });
});
