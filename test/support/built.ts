import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');

export const cliFile = path.join(root, 'dist/cli.js');
export const serverFile = path.join(root, 'dist/server.js');
export const shop = path.join(root, 'test/corpus/shop');

/** Tests run what users run, which is the bundles; built again when a source is newer than they are. */
export function ensureBuilt(): void {
  const sources = ['server/src', 'client/src', 'package.json'].map((name) => newest(path.join(root, name)));
  const built = [cliFile, serverFile].map((file) => (fs.existsSync(file) ? fs.statSync(file).mtimeMs : 0));
  if (Math.min(...built) >= Math.max(...sources)) return;
  execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs'), '--quiet'], { stdio: 'inherit' });
}

function newest(file: string): number {
  const { mtimeMs } = fs.statSync(file);
  if (!fs.statSync(file).isDirectory()) return mtimeMs;
  return Math.max(0, ...fs.readdirSync(file).map((name) => newest(path.join(file, name))));
}
