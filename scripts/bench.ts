import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Engine } from '../server/src/workspace/project';
import { Client, eventually } from '../test/lsp/client';
import { cliFile, ensureBuilt, shop } from '../test/support/built';

/** Measures what a user waits for: `npm run bench`. Figures of one machine say little; their ratios and changes do. */
const SIZES = [300, 2_000, 10_000];
const SCAN_FILES = 120;
const SCAN_LINES = 300;
const ROUNDS = 6;

interface Input {
  readonly language: string;
  readonly ending: string;
  readonly text: (lines: number) => string;
}

const INPUTS: readonly Input[] = [
  { language: 'javascript', ending: '.js', text: assemble(['app.js', 'db.js'], wrapScript) },
  {
    language: 'typescript',
    ending: '.ts',
    text: assemble(['routes/products.ts', 'routes/account.ts', 'routes/files.ts', 'routes/reviews.ts'], wrapScript),
  },
  { language: 'python', ending: '.py', text: assemble(['python/app.py', 'python/store.py'], (body) => body) },
  {
    language: 'java',
    ending: '.java',
    text: assemble(['InvoiceController.java', 'InvoiceFiles.java', 'ImportServlet.java'].map(javaFile), numberClass),
  },
];

async function main(): Promise<void> {
  ensureBuilt();
  await keystrokes();
  coldScan();
  await startUp();
  vsixSize();
}

/** Copies of a few files in one, their imports once at the top. */
function assemble(files: readonly string[], unit: (body: string, index: number) => string): (lines: number) => string {
  return (lines) => {
    const imports = new Set<string>();
    const bodies = files.map((file) => {
      const body: string[] = [];
      for (const line of fs.readFileSync(path.join(shop, file), 'utf8').split('\n')) {
        if (/^(?:import|from|package)\b|^const .*= require\(/.test(line)) imports.add(line);
        else body.push(line);
      }
      return body.join('\n');
    });
    const parts = [
      [...imports].sort((a, b) => Number(b.startsWith('package')) - Number(a.startsWith('package'))).join('\n'),
    ];
    for (let count = parts[0].split('\n').length, index = 0; count < lines; index++) {
      const part = unit(bodies[index % bodies.length], index);
      parts.push(part);
      count += part.split('\n').length;
    }
    return `${parts.join('\n')}\n`;
  };
}

function wrapScript(body: string, index: number): string {
  const inner = body.replace(/^export = .*$|^module\.exports = .*$/gm, '').replace(/^export /gm, '');
  return `function part${index}() {\n${inner}\n}`;
}

function numberClass(body: string, index: number): string {
  return body.replace(/\bclass (\w+)/g, `class $1${index}`).replace(/^public (?=class)/gm, '');
}

function javaFile(name: string): string {
  return `java/src/main/java/shop/${name}`;
}

/** The engine as it is shipped: unbundled code pays for every name that it imports, again and again. */
async function bundledEngine(): Promise<() => Promise<Engine>> {
  const { bundleOptions } = await import('./build.mjs' as string);
  const { build } = await import('esbuild');
  const outfile = path.join(__dirname, '../dist/bench/engine.js');
  await build({ ...bundleOptions(), entryPoints: ['server/src/edge/node/engine.ts'], outfile, metafile: false });
  return createRequire(__filename)(outfile).createNodeEngine;
}

async function keystrokes(): Promise<void> {
  const createEngine = await bundledEngine();
  const rows: string[][] = [];
  const peer = await findPeer();
  for (const { language, ending, text } of INPUTS) {
    for (const size of SIZES) {
      const content = text(size);
      const { atOnce, exact } = await timeEdits(await createEngine(), `file:///bench/file${ending}`, content);
      const row = [
        language,
        String(content.split('\n').length),
        ...[0.5, 0.95, 1].map((q) => ms(quantile(atOnce, q))),
        ...[0.5, 0.95].map((q) => ms(quantile(exact, q))),
      ];
      rows.push(
        peer && language === 'javascript'
          ? [...row, await ratioTo(peer, content, quantile(atOnce, 0.5))]
          : [...row, ''],
      );
    }
  }
  title('Keystroke to findings, ms');
  table([
    ['language', 'lines', 'p50', 'p95', 'max', 'exact p50', 'exact p95', peer ? 'eslint-plugin-security / p50' : ''],
    ...rows,
  ]);
}

/**
 * Each round types and takes back: a letter, a line break, a stray bracket, a quote, and a whole vulnerable-looking call.
 * Timed is what an editor is told at once, and what is exact in a file that does not parse, which it is told soon after.
 */
async function timeEdits(
  { createHost, loadGrammar }: Engine,
  uri: string,
  content: string,
): Promise<{ atOnce: number[]; exact: number[] }> {
  const host = createHost({ profile: 'recommended', severities: {}, trusted: true });
  await loadGrammar(host.grammarFor(uri) ?? '');
  host.setText(uri, content, { open: true });
  host.report(uri);
  const atOnce: number[] = [];
  const exact: number[] = [];
  const show = (text: string) => {
    const started = performance.now();
    host.setText(uri, text, { open: true });
    host.reportAtOnce(uri);
    const told = performance.now();
    host.report(uri);
    atOnce.push(told - started);
    exact.push(performance.now() - started);
  };
  for (let round = 0; round < ROUNDS; round++) {
    const place = identifierAt(content, Math.floor((content.length * (round + 0.5)) / ROUNDS));
    for (const typed of ['x', '\n', '{', '(', '"', '}\n', 'eval(x)']) {
      show(content.slice(0, place) + typed + content.slice(place));
      show(content);
    }
  }
  for (const times of [atOnce, exact]) times.sort((a, b) => a - b);
  return { atOnce, exact };
}

/** The end of the first name after an offset, where people type. */
function identifierAt(text: string, offset: number): number {
  const match = /[a-z]{3,}\b/gi;
  match.lastIndex = offset;
  return match.exec(text) ? match.lastIndex : offset;
}

type Lint = (text: string) => Promise<unknown>;

/** A linter that people use for the same purpose, if it is installed where this is run. */
async function findPeer(): Promise<Lint | undefined> {
  try {
    const require = createRequire(path.join(process.cwd(), 'bench.js'));
    const { ESLint } = require('eslint');
    const plugin = require('eslint-plugin-security');
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [plugin.configs.recommended] });
    return (text) => eslint.lintText(text, { filePath: 'file.js' });
  } catch {
    return undefined;
  }
}

async function ratioTo(lint: Lint, content: string, own: number): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const started = performance.now();
    await lint(content);
    times.push(performance.now() - started);
  }
  return `${(
    quantile(
      times.sort((a, b) => a - b),
      0.5,
    ) / own
  ).toFixed(1)} ×`;
}

function coldScan(): void {
  title('Cold scan, a process of its own');
  const rows = INPUTS.map(({ language, ending, text }) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
    const content = text(SCAN_LINES);
    const lines = content.split('\n').length * SCAN_FILES;
    for (let file = 0; file < SCAN_FILES; file++) fs.writeFileSync(path.join(folder, `part${file}${ending}`), content);
    const started = performance.now();
    const { stderr } = spawnSync(process.execPath, [cliFile, 'scan', folder, '--stats', '--format', 'json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    const seconds = (performance.now() - started) / 1000;
    fs.rmSync(folder, { recursive: true });
    const memory = /(\d+) MB at most/.exec(stderr)?.[1] ?? '?';
    return [language, String(lines), seconds.toFixed(2), Math.round(lines / seconds).toLocaleString('en'), memory];
  });
  table([['language', 'lines', 'seconds', 'lines/s', 'peak MB'], ...rows]);
}

async function startUp(): Promise<void> {
  const times: number[] = [];
  const uri = pathToFileURL(path.join(shop, 'routes/tools.ts')).href;
  for (let round = 0; round < 5; round++) {
    const started = performance.now();
    const client = await Client.start({ folders: [shop], pull: true });
    await client.open(uri, fs.readFileSync(path.join(shop, 'routes/tools.ts'), 'utf8'), 'typescript');
    await eventually('diagnostics', async () => (await client.pulled(uri)).length > 0);
    times.push(performance.now() - started);
    await client.stop();
  }
  times.sort((a, b) => a - b);
  title('Start of the server to the first file’s findings, ms');
  table([
    ['p50', 'max'],
    [ms(quantile(times, 0.5)), ms(quantile(times, 1))],
  ]);
}

function vsixSize(): void {
  const file = path.join(__dirname, '../backend-security-coder.vsix');
  title('VSIX');
  console.log(
    fs.existsSync(file) ? `${(fs.statSync(file).size / 1e6).toFixed(2)} MB` : 'not packaged yet: npm run package',
  );
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
}

function ms(value: number): string {
  return value.toFixed(1);
}

function title(text: string): void {
  console.log(`\n${text}`);
}

function table(rows: readonly (readonly string[])[]): void {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  for (const cells of rows) {
    console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
  }
}

main().catch((error: Error) => {
  console.error(`bench: ${error.stack}`);
  process.exitCode = 2;
});
