import fs from 'node:fs/promises';
import path from 'node:path';
import { readReport } from '../../../scripts/lib/mocha.mjs';
import { buildSuite } from './build-suite.mjs';
import { downloadDesktop, runInDesktop } from './desktop.mjs';
import { runInEmbedded } from './embedded.mjs';
import { copyOfShop } from './workspace-copy.mjs';

/**
 * Runs the mocha suite in a real VS Code with the packed extension installed, and returns what mocha reported in the
 * file `results`. Which editor it is depends on the machine; the suite cannot tell.
 */
export async function runExtensionHostSuite(results) {
  await fs.mkdir(path.dirname(results), { recursive: true });
  await fs.rm(results, { force: true });
  const suite = await buildSuite();
  const copy = await copyOfShop();
  const run = { suite, results, workspace: copy.workspace, folder: copy.folder, env: { SUITE_RESULTS: results } };
  try {
    const desktop = await downloadDesktop();
    if (desktop) await runInDesktop(desktop, run);
    else await runInEmbedded(run);
    const report = await readReport(results);
    if (!report) throw new Error('The editor ended before the suite reported.');
    return report;
  } finally {
    await copy.remove();
  }
}
