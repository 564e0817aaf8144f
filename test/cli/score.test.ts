import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Folder } from '../support/folder';
import { CLEAN, VULNERABLE, WEAK_HASH } from '../support/samples';

const script = path.join(__dirname, '../../scripts/score.ts');

describe('npm run score', () => {
  let folder: Folder;
  afterEach(() => folder.remove());

  function score(files: Record<string, string>): { code: number | null; stdout: string; stderr: string } {
    folder = new Folder(files);
    const args = ['--import', 'tsx', script, folder.path, '--list'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    return { code: status, stdout, stderr };
  }

  it('compares findings with the labels of a corpus, by file name and CWE', () => {
    const { stdout, stderr, code } = score({
      'expectedresults-1.2.csv': [
        '# test name, category, real vulnerability, cwe',
        'One,sql,true,89',
        'Two,sql,false,89',
        'Three,sql,true,89',
        'Four,hash,false,328',
      ].join('\r\n'),
      'code/One.js': VULNERABLE,
      'code/Two.js': CLEAN,
      'code/Three.js': WEAK_HASH,
      'code/Four.js': WEAK_HASH,
    });
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^hash +0 +0 +1 +0 +0\.000 +1\.000 +-1\.000$/m);
    assert.match(stdout, /^sql +1 +1 +0 +1 +0\.500 +0\.000 +0\.500$/m);
    assert.match(stdout, /^average +0\.250 +0\.500 +-0\.250$/m);
    assert.match(stdout, /^sql missed: Three$/m);
    assert.match(stdout, /^hash wrongly reported: Four$/m);
  });

  it('says when there are no labels', () => {
    const { stderr, code } = score({ 'a.js': CLEAN });
    assert.equal(code, 2);
    assert.match(stderr, /^score: There is no expectedresults\*\.csv in /);
  });
});
