import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { thirdPartyNotices } from './lib/notices.mjs';
import { inProject, isMain, root } from './lib/project.mjs';

const require = createRequire(import.meta.url);

const bundles = {
  extension: 'client/src/extension.ts',
  server: 'server/src/edge/lsp/main.ts',
  cli: 'server/src/edge/cli/main.ts',
};

const wasmFiles = [
  'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-javascript/tree-sitter-javascript.wasm',
  'tree-sitter-typescript/tree-sitter-typescript.wasm',
  'tree-sitter-typescript/tree-sitter-tsx.wasm',
  'tree-sitter-python/tree-sitter-python.wasm',
  'tree-sitter-java/tree-sitter-java.wasm',
  'tree-sitter-go/tree-sitter-go.wasm',
];

/** Everything that runs ends up in `dist`: bundled code, and the grammars beside it in `dist/wasm`. */
export async function build() {
  const started = performance.now();
  await fs.rm(inProject('dist'), { recursive: true, force: true });
  const [bundled] = await Promise.all([bundleCode(), copyWasm()]);
  const parts = [...bundled, ...wasmFiles.map((file) => path.join('node_modules', file))];
  await fs.writeFile(inProject('dist/THIRD-PARTY-NOTICES.txt'), await thirdPartyNotices(parts));
  return Math.round(performance.now() - started);
}

/** How everything that is shipped is bundled. */
export function bundleOptions() {
  return {
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Names stay as they are, since they show up in logs and stack traces; having the bundler restore them while the
    // code runs would cost a call for each closure that is made.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: true,
    legalComments: 'none',
    external: ['vscode'],
    // The package offers an ESM build first, whose import.meta.url would be undefined in a CommonJS bundle.
    alias: { 'web-tree-sitter': require.resolve('web-tree-sitter') },
    // Some packages of the language server family name an UMD build as main, which a bundler cannot follow.
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    absWorkingDir: root,
    metafile: true,
  };
}

/** Returns the files that went into the bundles. */
async function bundleCode() {
  const esbuild = await import('esbuild');
  const shared = bundleOptions();
  const bundled = new Set();
  for (const [name, entry] of Object.entries(bundles)) {
    if (!(await exists(inProject(entry)))) {
      console.warn(`build: ${entry} does not exist yet, dist/${name}.js is left out`);
      continue;
    }
    const banner = name === 'cli' ? { js: '#!/usr/bin/env node' } : {};
    const { metafile } = await esbuild.build({
      ...shared,
      entryPoints: [inProject(entry)],
      outfile: inProject('dist', `${name}.js`),
      banner,
    });
    for (const file of Object.keys(metafile.inputs)) bundled.add(file);
  }
  if (await exists(inProject('dist/cli.js'))) await fs.chmod(inProject('dist/cli.js'), 0o755);
  return bundled;
}

async function copyWasm() {
  const target = inProject('dist/wasm');
  await fs.mkdir(target, { recursive: true });
  for (const file of wasmFiles) {
    await fs.copyFile(inProject('node_modules', file), path.join(target, path.basename(file)));
  }
}

function exists(file) {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}

if (isMain(import.meta)) {
  await ensureDependencies();
  const ms = await build();
  if (!process.argv.includes('--quiet')) console.log(`Built dist in ${ms} ms.`);
}
