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
 * What the compiler cannot know: names and modules of the application around an example, packages that have no types or
 * cannot be installed beside the others, what a request holds, plug-ins that it registered.
 */
const NOT_KNOWN = /TS(?:2304|2307|2552|7016): |'unknown'/;
/**
 * In JavaScript, where nobody wrote types, these tell of code that cannot run: syntax, members and options that are not
 * there, a wrong number of arguments. Types that are inferred more narrowly than the language asks for tell nothing.
 */
const IN_JAVASCRIPT = /TS(?:1\d{3}|2305|2353|2551|2554|2555|2724): /;
/** Examples of an older or newer major version than the one installed, and an option that a library passes on untyped. */
const OTHER_VERSION = /"(?:otplib|openid-client|typeorm)"' has no exported member|'code_challenge' does not exist/;

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
    if (
      !match ||
      NOT_KNOWN.test(line) ||
      OTHER_VERSION.test(line) ||
      (/\.jsx?\(/.test(line) && !IN_JAVASCRIPT.test(line))
    )
      continue;
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
