import fs from 'node:fs/promises';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runMocha } from './lib/mocha.mjs';
import { run } from './lib/process.mjs';
import { inProject } from './lib/project.mjs';

/** What a user has to download; the design's target. */
const largestVsix = 4_000_000;

const reportOf = (name) => inProject('test/vscode/.cache/reports', `${name}.json`);

/**
 * Every suite by name, in the order of running: cheap ones first, so that a small mistake is told soon. Packing comes
 * before all, because later suites run what was built and packed. Each folder of `test` with tests is a suite.
 */
async function allSuites() {
  const folders = await testFolders();
  return {
    package: runPackage,
    typecheck: () => check('node_modules/typescript/bin/tsc', '--noEmit'),
    style: () => check('node_modules/@biomejs/biome/bin/biome', 'check'),
    generated: () => check('--import', 'tsx', 'scripts/codegen.ts', '--check'),
    ...Object.fromEntries([...folders].map(([name, files]) => [name, () => runFolder(name, files)])),
    vscode: runVscode,
    browser: runBrowser,
  };
}

/** Test files by the folder of `test` that they are in. The editor's suites have launchers of their own. */
async function testFolders() {
  const folders = new Map();
  for (const name of await fs.readdir(inProject('test'))) {
    if (name === 'vscode') continue;
    const entries = await fs.readdir(inProject('test', name), { recursive: true });
    // Libraries that a suite installed have tests of their own.
    const files = entries.filter((entry) => entry.endsWith('.test.ts') && !entry.startsWith('.cache')).sort();
    if (files.length > 0)
      folders.set(
        name,
        files.map((file) => inProject('test', name, file)),
      );
  }
  return folders;
}

async function runPackage() {
  const { packageExtension } = await import('./package.mjs');
  const bytes = await packageExtension();
  if (bytes > largestVsix) throw new Error(`The VSIX has ${bytes} bytes; ${largestVsix} are the limit.`);
  return { passed: 1, failed: 0, failures: [] };
}

/** A program that either succeeds or not counts as one test. */
async function check(...args) {
  const { code, output } = await run(process.execPath, args, { quiet: true });
  if (code === 0) return { passed: 1, failed: 0, failures: [] };
  return { passed: 0, failed: 1, failures: [{ title: args.join(' '), message: output }] };
}

function runFolder(name, files) {
  return runMocha(files, { report: reportOf(name), typescript: true, options: ['--timeout', '20000'] });
}

async function runVscode() {
  const { runExtensionHostSuite } = await import('../test/vscode/launch/extension-host-suite.mjs');
  return runExtensionHostSuite(reportOf('vscode'));
}

async function runBrowser() {
  const folder = inProject('test/vscode/browser');
  const options = ['--require', path.join(folder, 'hooks.mjs'), '--timeout', '60000'];
  return runMocha([path.join(folder, '*.test.mjs')], { report: reportOf('browser'), options });
}

async function main(wanted) {
  await ensureDependencies();
  const suites = await allSuites();
  const unknown = wanted.filter((name) => !(name in suites));
  if (unknown.length > 0) {
    throw new Error(`No suite is called ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}`);
  }

  let passed = 0;
  let failed = 0;
  for (const name of Object.keys(suites)) {
    if (wanted.length > 0 && name !== 'package' && !wanted.includes(name)) continue;
    const started = performance.now();
    const result = await suites[name]().catch((error) => ({
      passed: 0,
      failed: 1,
      failures: [{ title: `suite ${name}`, message: error.stack }],
    }));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${name.padEnd(10)} ${result.passed} passed, ${result.failed} failed (${seconds} s)`);
    for (const { title, message } of result.failures) console.log(`\n  ✗ ${title}\n${indent(message)}\n`);
    passed += result.passed;
    failed += result.failed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

const indent = (text) => text.trimEnd().replace(/^/gm, '    ');

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
