import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { vsix } from '../../../scripts/lib/project.mjs';
import { launchBrowser } from './browser.mjs';
import { EmbeddedEditor } from './embedded-editor.mjs';
import { cache, hostExtension } from './paths.mjs';
import { ensureRuntime } from './runtime.mjs';
import { quietSettings } from './settings.mjs';

const patience = 5 * 60_000;

/** The same run as in the desktop editor: the workbench opens in a headless browser, the suite in its extension host. */
export async function runInEmbedded({ suite, workspace, env, folder, results }) {
  const runtime = await ensureRuntime();
  const editor = new EmbeddedEditor(runtime, path.join(folder, 'server'));
  await editor.writeSettings(quietSettings);
  await editor.installExtension(vsix);
  await editor.start({ env, isTestDriver: true });
  const browser = await launchBrowser(runtime.playwright);
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const payload = [
      ['extensionDevelopmentPath', editor.remote(hostExtension)],
      ['extensionTestsPath', editor.remote(suite)],
    ];
    await page.goto(editor.address(workspace, payload));
    if (!(await appears(results, patience))) {
      const picture = path.join(cache, 'no-results.png');
      await page.screenshot({ path: picture });
      throw new Error(`The suite did not report within five minutes; see ${picture}.\n${editor.log}`);
    }
  } finally {
    await browser.close();
    await editor.stop();
  }
}

async function appears(file, milliseconds) {
  for (const end = Date.now() + milliseconds; Date.now() < end; await delay(100)) {
    const found = await fs.access(file).then(
      () => true,
      () => false,
    );
    if (found) return true;
  }
  return false;
}
