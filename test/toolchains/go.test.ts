import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { acceptedOf, cacheOf, writeExamples } from './accepted';
import { installed } from './installed';

const SOURCES = path.join(__dirname, 'go');
const CACHE = cacheOf('go');

/** Functions of the application around an example. */
const NOT_KNOWN = /: undefined: \w+$/;
/** A binding to a C library, which needs that library's headers on the machine. */
const NEEDS_C = /"github\.com\/lestrrat-go\/libxml2/;

describe('Go accepts the good sides of examples, with the real modules', function () {
  this.timeout(1_800_000);
  const examples = acceptedOf('go').filter(({ files }) => !files.some(({ text }) => NEEDS_C.test(text)));
  const mistakes = new Map<string, string[]>();

  before(function () {
    const wanted = ['go.mod', 'go.sum'].map((name) => path.join(SOURCES, name));
    const reached = installed(CACHE, wanted, () => spawnSync('go', ['mod', 'download'], { cwd: CACHE }));
    if (!reached) this.skip();
    const root = path.join(CACHE, 'examples');
    // A folder whose name begins with a test's ending or an underscore would not be a package; a rule's name never does.
    writeExamples(root, examples);
    for (const { folder } of examples) separate(path.join(root, folder));
    const { stderr } = spawnSync('go', ['vet', './examples/...'], { cwd: CACHE, maxBuffer: 1 << 26 });
    for (const line of stderr.toString().split('\n')) {
      const match = /^(?:vet: )?(?:\.\/)?examples\/([^/]+\/\d+)\/(.*)$/.exec(line);
      if (match && !NOT_KNOWN.test(line)) mistakes.set(match[1], [...(mistakes.get(match[1]) ?? []), match[2]]);
    }
  });

  for (const { folder, title } of examples) it(title, () => assert.deepEqual(mistakes.get(folder) ?? [], []));
});

/** A program whose example leaves `main` out is one all the same. */
function separate(folder: string): void {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.go'));
  const texts = files.map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
  const isProgram = texts.some((text) => /^package main$/m.test(text));
  if (isProgram && !texts.some((text) => /^func main\(/m.test(text)))
    fs.writeFileSync(path.join(folder, 'main_of_example.go'), 'package main\n\nfunc main() {}\n');
}
