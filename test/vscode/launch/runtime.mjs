import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runOrThrow } from '../../../scripts/lib/process.mjs';
import { cache, runtimeManifest } from './paths.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const folder = path.join(cache, 'runtime');
const installedMark = path.join(folder, 'installed.json');
const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');

/**
 * The embedded VS Code: the compiled server and workbench that the npm package `code-server` carries, with the Node
 * version they ask for. Installed once and reused until its lock file changes.
 */
export async function ensureRuntime() {
  await ensureSystemPackages();
  const lock = await fs.readFile(path.join(runtimeManifest, 'package-lock.json'), 'utf8');
  if (!(await isInstalled(lock))) await install(lock);
  return {
    node: nodePath(),
    server: path.join(vscode, 'out/server-main.js'),
    playwright: createRequire(path.join(folder, 'package.json'))('playwright-core'),
  };
}

async function isInstalled(lock) {
  return existsSync(installedMark) && (await fs.readFile(installedMark, 'utf8')) === lock;
}

async function install(lock) {
  console.log('Installing the embedded VS Code (once, takes about two minutes) …');
  await fs.rm(folder, { recursive: true, force: true });
  await fs.mkdir(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    await fs.copyFile(path.join(runtimeManifest, file), path.join(folder, file));
  }
  // Its own install script would build what we never start; only VS Code's part is built, with the Node it runs on.
  await runOrThrow('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit'], { cwd: folder, quiet: true });
  await runOrThrow('npm', ['install', '--omit=dev', '--no-fund', '--no-audit'], {
    cwd: vscode,
    quiet: true,
    env: buildEnvironment(),
  });
  await lendTypeScript();
  await fs.writeFile(installedMark, lock);
}

/** The editor's TypeScript support looks for the compiler beside the built-in extensions, and complains when it is not there. */
async function lendTypeScript() {
  const modules = path.join(vscode, 'extensions/node_modules');
  await fs.mkdir(modules, { recursive: true });
  await fs.symlink(path.join(folder, 'node_modules/typescript'), path.join(modules, 'typescript'), 'junction');
}

function buildEnvironment() {
  const bin = path.dirname(nodePath());
  const headers = path.dirname(bin);
  const PATH = `${bin}${path.delimiter}${process.env.PATH}`;
  const hasHeaders = existsSync(path.join(headers, 'include/node/node_api.h'));
  return { ...process.env, PATH, ...(hasHeaders ? { npm_config_nodedir: headers } : {}) };
}

function nodePath() {
  const packaged = path.join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node');
  if (existsSync(packaged)) return packaged;
  if (process.versions.node.startsWith('24.')) return process.execPath;
  throw new Error(
    `The embedded VS Code needs Node 24 on ${process.platform} ${process.arch}; this is ${process.version}.`,
  );
}
