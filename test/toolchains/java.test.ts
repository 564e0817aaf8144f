import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Accepted, acceptedOf, cacheOf, writeExamples } from './accepted';
import { installed } from './installed';

const SOURCES = path.join(__dirname, 'java');
const CACHE = cacheOf('java');
const CLASS_PATH = path.join(CACHE, 'classpath.txt');

describe('Java accepts the good sides of examples, with the real libraries', function () {
  this.timeout(900_000);
  const examples = acceptedOf('java').map(namedAsTheirClass);
  const mistakes = new Map<string, string[]>();

  before(function () {
    const wanted = path.join(SOURCES, 'pom.xml');
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.7.1:build-classpath';
    const reached = installed(CACHE, [wanted], () =>
      spawnSync('mvn', ['-q', '-B', '-f', wanted, goal, `-Dmdep.outputFile=${CLASS_PATH}`]),
    );
    if (!reached) this.skip();
    const root = path.join(CACHE, 'examples');
    writeExamples(root, examples);
    const list = path.join(CACHE, 'folders.txt');
    fs.writeFileSync(list, examples.map(({ folder }) => path.join(root, folder)).join('\n'));
    const program = path.join(SOURCES, 'CompileExamples.java');
    const { stdout, stderr, status } = spawnSync('java', [program, list, CLASS_PATH], { maxBuffer: 1 << 26 });
    assert.equal(status, 0, stderr?.toString());
    for (const line of stdout.toString().split('\n').filter(Boolean)) {
      const [folder, file, number, text] = line.split('\t');
      if (NOT_KNOWN.test(text)) continue;
      const of = path.relative(root, folder);
      mistakes.set(of, [...(mistakes.get(of) ?? []), `${file}:${number} ${text}`]);
    }
  });

  for (const { folder, title } of examples) it(title, () => assert.deepEqual(mistakes.get(folder) ?? [], []));
});

/** Names of the application around an example, and calls of another major version than the one installed. */
const NOT_KNOWN =
  /symbol: (?:class|variable) \w+ location: (?:class|interface) \w+$|symbol: method (?:parserBuilder|parseClaimsJws)\(/;

/** A public class stands in a file of its own name. */
function namedAsTheirClass(example: Accepted): Accepted {
  return {
    ...example,
    files: example.files.map(({ name, text }) => {
      const declared = /^public\s+(?:(?:final|abstract|sealed)\s+)*(?:class|interface|record|enum)\s+(\w+)/m.exec(text);
      return { name: declared ? path.join(path.dirname(name), `${declared[1]}.java`) : name, text };
    }),
  };
}
