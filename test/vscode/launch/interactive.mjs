import path from 'node:path';
import { run, runOrThrow } from '../../../scripts/lib/process.mjs';
import { vsix } from '../../../scripts/lib/project.mjs';
import { installedDesktop } from './desktop.mjs';
import { EmbeddedEditor } from './embedded-editor.mjs';
import { cache, shop } from './paths.mjs';
import { ensureRuntime } from './runtime.mjs';
import { quietSettings } from './settings.mjs';

const firstFile = path.join(shop, 'routes/products.ts');

/** Opens the shop in the user's own VS Code when there is one, else in the embedded one until Ctrl-C. */
export async function openShop() {
  const desktop = installedDesktop();
  if (desktop) await openDesktop(desktop);
  else await serveEmbedded();
}

async function openDesktop(code) {
  await runOrThrow(code, ['--install-extension', vsix, '--force']);
  await run(code, ['--new-window', shop, firstFile]);
  console.log('VS Code is open on test/corpus/shop.');
}

async function serveEmbedded() {
  const editor = new EmbeddedEditor(await ensureRuntime(), path.join(cache, 'interactive'));
  await editor.writeSettings(quietSettings);
  await editor.installExtension(vsix);
  await editor.start({ port: Number(process.env.PORT ?? 0) });
  const address = editor.address(shop, [['openFile', editor.remote(firstFile)]]);
  console.log(`\nVS Code is ready. Open this address in a browser on this machine:\n\n  ${address}\n\nCtrl-C ends it.`);
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
  });
  await editor.stop();
}
