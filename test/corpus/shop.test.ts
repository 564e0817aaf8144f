import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Log, Result } from 'sarif';
import expected from './shop.expected.json';

interface Expectation {
  readonly rule: string;
  /** A piece of text that is on one line of the file only. */
  readonly line: string;
}

const shop = path.join(__dirname, 'shop');
const cli = path.join(__dirname, '../../dist/cli.js');

/** The command line stands for every door: all of them show the same findings. */
describe('the shop', () => {
  let reported: string[];

  before(() => {
    const args = [cli, 'scan', shop, '--format', 'sarif', '--fail-on', 'never'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.equal(status, 0, stderr);
    const results = (JSON.parse(stdout) as Log).runs[0].results ?? [];
    reported = results.filter(({ level }) => level === 'error' || level === 'warning').map(describeResult);
  });

  const wanted = Object.entries(expected).flatMap(([file, list]) => list.map((one) => ({ file, ...one })));

  for (const one of wanted) {
    it(`${one.file}: ${one.rule} at ${one.line}`, () => {
      const place = describeExpectation(one.file, one);
      assert.ok(reported.includes(place), `${place} is not among\n${reported.join('\n')}`);
    });
  }

  it('has no other findings at error or warning', () => {
    const known = new Set(wanted.map((one) => describeExpectation(one.file, one)));
    const surprises = reported.filter((place) => !known.has(place));
    assert.deepEqual(surprises, []);
  });
});

function describeResult({ ruleId, locations }: Result): string {
  const place = locations?.[0].physicalLocation;
  return `${place?.artifactLocation?.uri}:${place?.region?.startLine} ${ruleId}`;
}

function describeExpectation(file: string, { rule, line }: Expectation): string {
  const lines = fs.readFileSync(path.join(shop, file), 'utf8').split('\n');
  const found = lines.flatMap((text, index) => (text.includes(line) ? [index + 1] : []));
  assert.equal(found.length, 1, `${file} has ${found.length} lines with ${line}`);
  return `${file}:${found[0]} ${rule}`;
}
