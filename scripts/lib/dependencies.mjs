import fs from 'node:fs';
import { runOrThrow } from './process.mjs';
import { inProject } from './project.mjs';

/** Installs what the lock file names when a fresh clone or a changed lock file asks for it. Needs nothing but Node. */
export async function ensureDependencies() {
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20) throw new Error(`Node 20 or later is needed; this is ${process.version}.`);
  if (isUpToDate()) return;
  console.log('Installing npm packages …');
  await runOrThrow('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
}

/** npm keeps a record of what it installed; a package that is missing there or of another version means: install. */
function isUpToDate() {
  const installed = inProject('node_modules/.package-lock.json');
  if (!fs.existsSync(installed)) return false;
  const versions = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  const wanted = Object.entries(versions(inProject('package-lock.json')));
  const present = versions(installed);
  return wanted.every(([name, entry]) => name === '' || entry.optional || present[name]?.version === entry.version);
}
