import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Log } from 'sarif';
import { Folder } from '../support/folder';
import { CLEAN, QUERY, QUERY_MESSAGE, ROUTES, STORE, SUPPRESSED, VULNERABLE, WEAK_HASH } from '../support/samples';
import { sarifProblems } from '../support/sarif-schema';
import { run } from './run';

const folders: Folder[] = [];

function folderWith(files: Record<string, string>): Folder {
  const folder = new Folder(files);
  folders.push(folder);
  return folder;
}

describe('scan', () => {
  after(() => {
    for (const folder of folders) folder.remove();
  });

  it('reports a finding with its place and flow, and ends with 1', () => {
    const folder = folderWith({ 'app.js': VULNERABLE });
    const { code, stdout, stderr } = run(['scan'], { cwd: folder.path });
    const [head, ...rest] = stdout.split('\n');
    assert.equal(head, `app.js:4:40 error ${QUERY_MESSAGE} [sql-injection]`);
    assert.match(rest.join('\n'), /^ {4}1\. app\.js:4:\d+ .*req\.query/m);
    assert.match(rest.join('\n'), /^1 finding \(1 error\) in 1 of 1 file\.$/m);
    assert.equal(stderr, '');
    assert.equal(code, 1);
  });

  it('ends with 0 when there is nothing', () => {
    const folder = folderWith({ 'app.js': CLEAN, 'notes.txt': 'nothing to read' });
    assert.deepEqual(run(['scan', folder.path]), { code: 0, stdout: 'No findings in 1 file.\n', stderr: '' });
  });

  it('follows values across files', () => {
    const folder = folderWith({ 'routes.js': ROUTES, 'store.js': STORE });
    const { stdout } = run(['scan', folder.path, '--format', 'json']);
    const { findings } = JSON.parse(stdout);
    assert.deepEqual(
      findings.map(({ rule, file, line }: { rule: string; file: string; line: number }) => [rule, file, line]),
      [['sql-injection', 'store.js', 3]],
    );
    assert.equal(findings[0].trace[0].file, 'routes.js');
  });

  it('reads single files as well as folders', () => {
    const folder = folderWith({ 'a/app.js': VULNERABLE, 'b/app.js': CLEAN });
    const { code, stdout } = run(['scan', 'b', 'a/app.js', '--format', 'json'], { cwd: folder.path });
    assert.equal(JSON.parse(stdout).findings[0].file, 'a/app.js');
    assert.equal(JSON.parse(stdout).summary.files, 2);
    assert.equal(code, 1);
  });

  it('reports a project that lies below a folder called test', () => {
    const folder = folderWith({ 'test/project/app.js': VULNERABLE });
    assert.equal(run(['scan', folder.file('test/project')]).code, 1);
    assert.equal(run(['scan', folder.path]).code, 0);
  });

  describe('--fail-on', () => {
    const cases: readonly [text: string, threshold: string, code: number][] = [
      [WEAK_HASH, 'warning', 1],
      [WEAK_HASH, 'error', 0],
      [WEAK_HASH, 'never', 0],
      [VULNERABLE, 'error', 1],
      [VULNERABLE, 'never', 0],
    ];
    for (const [text, threshold, code] of cases) {
      it(`${threshold} makes it ${code} for ${text === VULNERABLE ? 'an error' : 'a warning'}`, () => {
        const folder = folderWith({
          'app.js': text,
          '.backend-security.json': '{ "rules": { "weak-hash": "warning" } }',
        });
        assert.equal(run(['scan', folder.path, '--fail-on', threshold]).code, code);
      });
    }
  });

  it('writes JSON with exact positions', () => {
    const folder = folderWith({ 'app.js': VULNERABLE });
    const { stdout } = run(['scan', folder.path, '--format', 'json']);
    const [{ rule, severity, message, line, column, endLine, endColumn, cwe }] = JSON.parse(stdout).findings;
    assert.deepEqual(
      { rule, severity, message, line, column, endLine, endColumn, cwe },
      {
        rule: 'sql-injection',
        severity: 'error',
        message: QUERY_MESSAGE,
        line: 4,
        column: 40,
        endLine: 4,
        endColumn: 40 + QUERY.length,
        cwe: [89, 564],
      },
    );
  });

  it('writes SARIF that the official schema accepts', () => {
    const folder = folderWith({ 'src/app.js': VULNERABLE, 'src/other.js': SUPPRESSED, 'src/x.min.js': 'x' });
    const file = folder.file('out.sarif');
    const { code, stdout, stderr } = run(['scan', folder.path, '--format', 'sarif', '--output', file]);
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /The report is in .*out\.sarif\./);
    const log = JSON.parse(fs.readFileSync(file, 'utf8')) as Log;
    assert.deepEqual(sarifProblems(log), []);
    const results = log.runs[0].results ?? [];
    assert.deepEqual(
      results.map(({ locations, suppressions }) => [
        locations?.[0].physicalLocation?.artifactLocation?.uri,
        suppressions?.map(({ justification }) => justification),
      ]),
      [
        ['src/app.js', []],
        ['src/other.js', ['ids are numbers here']],
      ],
    );
    assert.ok((results[0].codeFlows?.[0].threadFlows[0].locations.length ?? 0) >= 2);
    assert.equal(log.runs[0].invocations?.[0].toolExecutionNotifications?.length, 1);
  });

  it('does not count what is suppressed with a reason', () => {
    const folder = folderWith({ 'app.js': SUPPRESSED });
    assert.deepEqual(run(['scan', folder.path]), {
      code: 0,
      stdout: 'No findings in 1 file. 1 suppressed.\n',
      stderr: '',
    });
  });

  it('says which suppression names no rule', () => {
    const folder = folderWith({ 'app.js': SUPPRESSED.replace('sql-injection ids', 'sql-injektion ids') });
    const { code, stderr } = run(['scan'], { cwd: folder.path });
    assert.equal(code, 1);
    assert.match(stderr, /^app\.js:4:\d+: .*sql-injektion/);
    assert.equal(stderr.trimEnd().split('\n').length, 1);
  });

  it('tells with --stats what was read', () => {
    const folder = folderWith({ 'app.js': CLEAN });
    const { stderr } = run(['scan', folder.path, '--stats']);
    assert.match(stderr, /^1 file, \d+ lines, \d+ functions? in [\d.]+ s$/m);
    assert.match(stderr, /^[\d,]+ lines per second, \d+ MB at most$/m);
    assert.match(stderr, /^not translated: nothing$/m);
  });

  const wrong: readonly [name: string, args: string[], message: RegExp][] = [
    ['a path that does not exist', ['scan', 'nowhere'], /There is no file or folder called nowhere\./],
    ['an unknown format', ['scan', '--format', 'xml'], /Allowed choices are text, json, sarif/],
    ['an unknown option', ['scan', '--fast'], /unknown option '--fast'/],
    ['an unknown command', ['scam'], /unknown command 'scam'/],
    ['a config file that does not exist', ['scan', '--config', 'none.json'], /called none\.json\./],
    ['an output that cannot be written', ['scan', '--output', 'no/such/folder/x'], /no such file or directory/],
  ];
  for (const [name, args, message] of wrong) {
    it(`ends with 2 for ${name}, and says so`, () => {
      const folder = folderWith({ 'app.js': CLEAN });
      const { code, stderr } = run(args, { cwd: folder.path });
      assert.equal(code, 2);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\bat .*:\d+:\d+/);
    });
  }
});

describe('rules', () => {
  it('are listed, one a line', () => {
    const { code, stdout } = run(['rules']);
    assert.equal(code, 0);
    assert.match(stdout, /^sql-injection +error +recommended +CWE-89 +SQL text built from request data$/m);
  });

  it('are listed as JSON', () => {
    const rules = JSON.parse(run(['rules', '--format', 'json']).stdout);
    const rule = rules.find(({ id }: { id: string }) => id === 'sql-injection');
    assert.deepEqual(rule.cwe, [89, 564]);
  });
});

it('--help and --version end with 0', () => {
  assert.equal(run(['--help']).code, 0);
  assert.match(run(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
});
