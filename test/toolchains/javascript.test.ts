import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Accepted, acceptedOf, cacheOf, writeExamples } from './accepted';
import { installed } from './installed';

const SOURCES = path.join(__dirname, 'javascript');
const CACHE = cacheOf('javascript');
const COMPILER = require.resolve('typescript/package.json');

/**
 * Mistakes that only say what the compiler does not know: modules that stand beside an example or have no types, what a
 * request holds, and modules whose default export is also what `require` gives.
 */
const NOT_KNOWN = [
  /TS2307: Cannot find module '\.{1,2}\//,
  /TS7016: /,
  /'unknown'/,
  /TS2349: This expression is not callable/,
  /TS2351: This expression is not constructable/,
];
/** Packages that cannot be installed beside the others, or were withdrawn. */
const WITHOUT_TYPES =
  /TS2307: Cannot find module '(?:vm2|node-serialize|serialize-to-js|cryo|funcster|@prisma\/client|puppeteer)'/;

describe('TypeScript accepts the good sides of examples, with the types of the real packages', function () {
  this.timeout(600_000);
  const examples = acceptedOf('javascript');
  let mistakes: ReadonlyMap<string, readonly string[]>;

  before(function () {
    const reached = installed(
      CACHE,
      [path.join(SOURCES, 'package.json'), path.join(SOURCES, 'package-lock.json')],
      () => spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: CACHE }),
    );
    if (!reached) this.skip();
    fs.cpSync(path.join(SOURCES, 'types'), path.join(CACHE, 'types'), { recursive: true });
    fs.copyFileSync(path.join(SOURCES, 'tsconfig.json'), path.join(CACHE, 'tsconfig.json'));
    writeExamples(path.join(CACHE, 'examples'), examples);
    const compiler = path.join(path.dirname(COMPILER), 'bin/tsc');
    const { stdout } = spawnSync(process.execPath, [compiler, '--pretty', 'false', '-p', '.'], {
      cwd: CACHE,
      maxBuffer: 1 << 26,
    });
    mistakes = byFolder(stdout.toString());
  });

  for (const example of examples) {
    it(example.title, () => assert.deepEqual(mistakes.get(example.folder) ?? [], []));
  }
});

describe('Node accepts the good sides of examples', function () {
  this.timeout(300_000);
  const examples = acceptedOf('javascript');
  let mistakes: ReadonlyMap<string, string>;

  before(() => {
    const root = path.join(CACHE, 'checked');
    const scripts = writeExamples(root, examples.map(scriptsOf));
    mistakes = new Map(
      scripts.flatMap((file) => {
        const { status, stderr } = spawnSync(process.execPath, ['--check', path.join(root, file)]);
        return status === 0 ? [] : [[path.dirname(file), stderr.toString()]];
      }),
    );
  });

  for (const { folder, title } of examples) it(title, () => assert.equal(mistakes.get(folder), undefined));
});

/** Lines as `examples/rule/1/x.js(3,5): error TS…: …`, by `rule/1`. */
function byFolder(output: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of output.split('\n')) {
    const match = /^examples\/([^/]+\/\d+)\/(.*error TS.*)$/.exec(line);
    if (!match || WITHOUT_TYPES.test(line) || NOT_KNOWN.some((one) => one.test(line))) continue;
    const list = found.get(match[1]) ?? [];
    list.push(match[2]);
    found.set(match[1], list);
  }
  return found;
}

/** What Node itself can read, with the ending that says which kind of module it is. */
function scriptsOf(example: Accepted): Accepted {
  const files = example.files.filter(({ name }) => /\.[cm]?js$/.test(name));
  return {
    ...example,
    files: files.map(({ name, text }) => ({
      name: name.replace(/\.[cm]?js$/, /^\s*(?:import|export)\b/m.test(text) ? '.mjs' : '.cjs'),
      text,
    })),
  };
}
