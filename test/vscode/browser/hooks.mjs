import fs from 'node:fs/promises';
import path from 'node:path';
import { vsix } from '../../../scripts/lib/project.mjs';
import { launchBrowser } from '../launch/browser.mjs';
import { EmbeddedEditor } from '../launch/embedded-editor.mjs';
import { cache } from '../launch/paths.mjs';
import { ensureRuntime } from '../launch/runtime.mjs';
import { quietSettings } from '../launch/settings.mjs';
import { copyOfShop } from '../launch/workspace-copy.mjs';
import { Workbench } from './workbench.mjs';

const cleanups = [];

/** The workbench that all tests of this run share. */
export let workbench;

export const mochaHooks = {
  async beforeAll() {
    this.timeout(15 * 60_000);
    const runtime = await ensureRuntime();
    const copy = await copyOfShop();
    cleanups.push(copy.remove);
    const editor = new EmbeddedEditor(runtime, path.join(copy.folder, 'server'));
    await editor.writeSettings(quietSettings);
    await editor.installExtension(vsix);
    await editor.start();
    cleanups.push(() => editor.stop());
    const browser = await launchBrowser(runtime.playwright);
    cleanups.push(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const pictures = process.env.SCREENSHOTS ?? path.join(cache, 'screenshots');
    await fs.mkdir(pictures, { recursive: true });
    await page.goto(editor.address(copy.workspace));
    await page
      .locator('.monaco-workbench .explorer-folders-view .monaco-list-row')
      .first()
      .waitFor({ timeout: 60_000 });
    workbench = new Workbench(page, pictures);
  },

  async afterEach() {
    if (this.currentTest.state !== 'failed' || !workbench) return;
    const name = this.currentTest.fullTitle().replace(/\W+/g, '-');
    console.error(`  seen: ${await workbench.picture(`failed-${name}`)}`);
  },

  async afterAll() {
    for (const cleanup of cleanups.reverse()) await cleanup();
  },
};
