import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../../scripts/lib/process.mjs';

/** What the embedded editor needs from the system: how to see that it is there, and the package that brings it. */
const needs = [
  { package: 'python3', present: () => onPath('python3') },
  { package: 'g++', present: () => onPath('g++', 'c++', 'clang++') },
  { package: 'make', present: () => onPath('make') },
  { package: 'libkrb5-dev', present: () => process.platform !== 'linux' || existsSync('/usr/include/gssapi/gssapi.h') },
  { package: 'chromium', present: () => browserPath() !== undefined },
];

export async function ensureSystemPackages() {
  const missing = needs.filter((need) => !need.present()).map((need) => need.package);
  if (missing.length === 0) return;
  const list = missing.join(' ');
  const mayInstall = process.getuid?.() === 0 && onPath('apt-get');
  if (!mayInstall) {
    throw new Error(
      `These system packages are needed and absent: ${list}. Install them, for example: sudo apt-get install ${list}`,
    );
  }
  console.log(`Installing system packages: ${list} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...args) => run('apt-get', args, { env, quiet: true });
  const install = () => aptGet('install', '--yes', '--no-install-recommends', ...missing);
  // Package lists may be missing or stale on a fresh machine; fetching them costs time, so only when it is needed.
  let result = await install();
  if (result.code !== 0) {
    await aptGet('update');
    result = await install();
  }
  if (result.code !== 0) throw new Error(`apt-get could not install ${list}:\n${result.output}`);
}

/** A Chromium or Chrome that is installed on this machine. */
export function browserPath() {
  const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
    path.join('/Applications', `${name}.app`, 'Contents/MacOS', name),
  );
  return (
    findOnPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge') ??
    macApplications.find((file) => existsSync(file))
  );
}

export function findOnPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const suffixes = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  const candidates = names.flatMap((name) =>
    folders.flatMap((folder) => suffixes.map((end) => path.join(folder, name + end))),
  );
  return candidates.find((file) => existsSync(file));
}

function onPath(...names) {
  return findOnPath(...names) !== undefined;
}
