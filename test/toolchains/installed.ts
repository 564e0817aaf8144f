import type { SpawnSyncReturns } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Copies what says which libraries are wanted into a folder and installs them there, once for each content. False where
 * that fails: without a registry the language's tool cannot know the libraries, and says so.
 */
export function installed(folder: string, wanted: readonly string[], install: () => SpawnSyncReturns<Buffer>): boolean {
  const hash = createHash('sha256');
  for (const file of wanted) hash.update(fs.readFileSync(file));
  const stamp = path.join(folder, 'installed');
  const id = hash.digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === id) return true;
  fs.mkdirSync(folder, { recursive: true });
  for (const file of wanted) fs.copyFileSync(file, path.join(folder, path.basename(file)));
  const { status, stderr, error } = install();
  if (status === 0) {
    fs.writeFileSync(stamp, id);
    return true;
  }
  console.warn(
    `      The libraries could not be installed: ${error?.message ?? stderr.toString().trim().split('\n')[0]}`,
  );
  return false;
}
