import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { acceptedOf } from './accepted';

/** Compiles every text it is given, runs none, and tells the first mistake of each. */
const COMPILE = `
import json, sys
mistakes = []
for name, text in json.load(sys.stdin):
    try:
        compile(text, name, "exec", dont_inherit=True)
    except SyntaxError as error:
        mistakes.append([name, f"line {error.lineno}: {error.msg}"])
json.dump(mistakes, sys.stdout)
`;

describe('Python accepts the good sides of examples', function () {
  this.timeout(60_000);
  let mistakes: Map<string, string>;

  before(() => {
    const texts = acceptedOf('python').flatMap(({ folder, files }) =>
      files.filter(({ name }) => name.endsWith('.py')).map(({ name, text }) => [`${folder}/${name}`, text]),
    );
    const { stdout, stderr, status } = spawnSync('python3', ['-c', COMPILE], { input: JSON.stringify(texts) });
    assert.equal(status, 0, stderr?.toString());
    mistakes = new Map(JSON.parse(stdout.toString()) as [string, string][]);
  });

  for (const { folder, title, files } of acceptedOf('python')) {
    it(title, () => {
      for (const { name } of files) assert.equal(mistakes.get(`${folder}/${name}`), undefined);
    });
  }
});
