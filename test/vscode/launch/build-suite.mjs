import fs from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '../../../scripts/lib/project.mjs';
import { cache } from './paths.mjs';

/** Compiles the suite for the extension host, which knows neither TypeScript nor a loader. Returns its entry. */
export async function buildSuite() {
  const esbuild = await import('esbuild');
  const source = inProject('test/vscode/suite');
  const outdir = path.join(cache, 'suite');
  await fs.rm(outdir, { recursive: true, force: true });
  const files = (await fs.readdir(source)).filter((name) => name === 'index.ts' || name.endsWith('.test.ts'));
  await esbuild.build({
    entryPoints: files.map((name) => path.join(source, name)),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(outdir, 'index.js');
}
