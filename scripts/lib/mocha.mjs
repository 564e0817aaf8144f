import fs from 'node:fs/promises';
import path from 'node:path';
import { run } from './process.mjs';
import { inProject } from './project.mjs';

const mocha = inProject('node_modules/mocha/bin/mocha.js');

/** A test that loops without end is not stopped by mocha's own limits; nobody sits beside it to see that. */
const longestMs = 15 * 60_000;

/** Runs mocha over files and returns what its JSON report says; nothing depends on what it prints. */
export async function runMocha(files, { report, options = [], typescript = false }) {
  await fs.mkdir(path.dirname(report), { recursive: true });
  await fs.rm(report, { force: true });
  const output = ['--reporter', 'json', '--reporter-option', `output=${report}`];
  const loader = typescript ? ['--import', 'tsx'] : [];
  const args = [...loader, mocha, '--no-config', ...options, ...output, ...files];
  const result = await run(process.execPath, args, { quiet: true, timeoutMs: longestMs });
  return (
    (await readReport(report)) ?? {
      passed: 0,
      failed: 1,
      failures: [{ title: 'mocha did not finish', message: result.output }],
    }
  );
}

/** A mocha JSON report in short, or undefined when there is none. */
export async function readReport(file) {
  const text = await fs.readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { stats, failures } = JSON.parse(text);
  return {
    passed: stats.passes,
    // A failing hook is among the failures but not among the tests; mocha counts it, and so does this.
    failed: stats.failures,
    failures: failures.map(({ fullTitle, err }) => ({ title: fullTitle, message: err.stack ?? err.message })),
  };
}
