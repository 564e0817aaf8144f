import fs from 'node:fs/promises';
import path from 'node:path';
import { inProject } from './project.mjs';

/**
 * The licences of everything that ends up inside the bundles, as those licences ask for.
 * @param {Iterable<string>} files bundled files, relative to the project
 */
export async function thirdPartyNotices(files) {
  const folders = new Set();
  for (const file of files) {
    const folder = packageFolder(file);
    if (folder) folders.add(folder);
  }
  const notices = await Promise.all([...folders].sort().map(notice));
  return [...new Set(notices)].join(`\n${'-'.repeat(80)}\n\n`);
}

/** `node_modules/@scope/name` of a file below it, the innermost one where packages are nested. */
function packageFolder(file) {
  const [match] =
    file
      .split(path.sep)
      .join('/')
      .match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? [];
  return match;
}

async function notice(folder) {
  const { name, version, license } = JSON.parse(await fs.readFile(inProject(folder, 'package.json'), 'utf8'));
  const names = await fs.readdir(inProject(folder));
  const file = names.find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? await fs.readFile(inProject(folder, file), 'utf8') : '';
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}
