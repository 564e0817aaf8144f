import fs from 'node:fs/promises';
import { build } from './build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runOrThrow } from './lib/process.mjs';
import { inProject, isMain, vsix } from './lib/project.mjs';

/** Builds and packs the extension. All code is bundled, so the VSIX carries no node_modules. */
export async function packageExtension() {
  await build();
  const vsce = inProject('node_modules/@vscode/vsce/vsce');
  const output = await runOrThrow(
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix],
    { quiet: true },
  );
  if (/warning/i.test(output)) throw new Error(`vsce warns:\n${output}`);
  const { size } = await fs.stat(vsix);
  return size;
}

if (isMain(import.meta)) {
  await ensureDependencies();
  const size = await packageExtension();
  console.log(`Packaged ${vsix} (${(size / 1e6).toFixed(2)} MB).`);
}
